// One lesson through Jupyter's own client and the committed kernelspec: what the headless runner says must hold there, too.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {readClaims} from '../checks/all.mjs';
import {checkClaimedOutput} from '../checks/claims.mjs';
import {readNotebook} from '../checks/notebook.mjs';
import {checkVerdicts} from '../checks/verdicts.mjs';
import {jupyterEnv} from '../lib/jupyter.mjs';
import {at, root, venvPython} from '../lib/paths.mjs';
import {run} from '../lib/run.mjs';
import {exercisesOf} from '../notebooks.mjs';
/** @import {Result} from './tally.mjs' */

/**
 * @param {string} file a notebook
 * @returns {Promise<Result>}
 */
export async function runThroughNbclient(file) {
  const lesson = path.basename(file, '.ipynb');
  const name = `${lesson} runs through nbclient`;
  const result = at('.cache', 'nbclient', path.basename(file));
  const progress = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
  fs.mkdirSync(path.dirname(result), {recursive: true});
  const env = {...jupyterEnv(), NEURONS_PROGRESS: progress};
  const {code, output} = await run(venvPython, [at('jupyter', 'tests', 'execute.py'), file, result], {env});
  fs.rmSync(progress, {recursive: true, force: true});
  if (code !== 0) return {name, problems: [output.trim()]};
  const executed = readNotebook(result);
  const verdicts = checkVerdicts(executed, exercisesOf(lesson));
  return {name, problems: [...verdicts, ...checkClaimedOutput(executed, readClaims(root, lesson))]};
}
