// What the course stands on, part by part: is it there, is it sound, and which command mends it? Nothing is changed, and what is missing
// is an answer like any other. Runs before the packages are installed, too.
import os from 'node:os';
import path from 'node:path';
import {builds} from './build.mjs';
import {lookAtBuild, lookAtData} from './doctor/files.mjs';
import {lookAtDisk, lookAtMemory, lookAtNode, lookAtPython} from './doctor/machine.mjs';
import {lookAtJupyterLab, lookAtKernel, lookAtPackages, lookAtTensorFlow} from './doctor/packages.mjs';
import {root} from './paths.mjs';

/**
 * @typedef {'fine' | 'missing' | 'unfit' | 'incomplete' | 'broken' | 'old' | 'changed' | 'slow' | 'low'} State the last two hinder nobody
 * @typedef {{state: State, found: string, mend?: string}} Finding `mend`: a command, or what else to do
 * @typedef {{part: string, state: State, found: string, mend: string}} Part
 * @typedef {{part: string, look: () => Promise<Finding | Finding[]>}} Check
 */

/**
 * The one list of what is looked at, in the order in which it is to be mended.
 * @type {readonly Check[]}
 */
const checks = [
  {part: 'Node', look: lookAtNode},
  {part: 'Python', look: lookAtPython},
  {part: 'npm packages', look: lookAtPackages},
  {part: 'JupyterLab', look: lookAtJupyterLab},
  {part: 'kernel', look: lookAtKernel},
  ...builds.map((build) => ({part: `${build.name} build`, look: () => lookAtBuild(build)})),
  {part: 'TensorFlow', look: lookAtTensorFlow},
  {part: 'data files', look: lookAtData},
  {part: 'memory', look: lookAtMemory},
  {part: 'disk', look: lookAtDisk},
];

/**
 * Looks at every part.
 * @returns {Promise<Part[]>} one for each part, or several where several files of it are at fault; never rejects
 */
export async function examine() {
  const parts = checks.map(async ({part, look}) => {
    const findings = await look().catch((/** @type {NodeJS.ErrnoException} */ error) => faultFinding(error));
    return [findings].flat().map(({state, found, mend = ''}) => ({part, state, found: withoutPaths(found), mend}));
  });
  return (await Promise.all(parts)).flat();
}

/**
 * Whether a part keeps the course from running as it should.
 * @param {Part} part
 * @returns {boolean}
 */
export function isFault({state}) {
  return !['fine', 'slow', 'low'].includes(state);
}

/**
 * A look that failed: as a rule a file of the repository that can't be read.
 * @param {NodeJS.ErrnoException} error
 * @returns {Finding}
 */
function faultFinding({message, path: file}) {
  const mend = file ? `git checkout -- ${path.relative(root, file)}` : 'git status shows what was changed';
  return {state: 'broken', found: message.split('\n')[0], mend};
}

/**
 * The repository's files from its root, the home folder as ~: what is shown may be passed on.
 * @param {string} text
 * @returns {string}
 */
function withoutPaths(text) {
  const home = os.homedir();
  const fromRoot = text.replaceAll(root + path.sep, '');
  return home.length > 1 ? fromRoot.replaceAll(home, '~') : fromRoot; // in a container it may be / or nothing
}
