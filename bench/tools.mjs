// What the library is measured against, installed into this folder: Python's packages into bench/.venv, npm's into bench/node_modules.
import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {hashOf} from '../scripts/lib/build.mjs';
import {npmCommand} from '../scripts/lib/npm-packages.mjs';
import {at} from '../scripts/lib/paths.mjs';
import {findPython} from '../scripts/lib/python.mjs';
import {run} from '../scripts/lib/run.mjs';
import {step} from '../scripts/lib/say.mjs';
import {explain} from '../scripts/lib/trouble.mjs';

const venv = at('bench', '.venv');
export const python =
  process.platform === 'win32' ? path.join(venv, 'Scripts', 'python.exe') : path.join(venv, 'bin', 'python');

/** Installs what is missing or was asked for in another version. @returns {Promise<void>} */
export async function installTools() {
  await install('NumPy, pandas and scikit-learn', at('bench', 'requirements.txt'), venv, async () => {
    const [command, ...args] = await findPython();
    await runOrExplain(command, [...args, '-m', 'venv', venv]);
    const flags = ['--quiet', '--disable-pip-version-check', '--no-input'];
    await runOrExplain(python, ['-m', 'pip', 'install', ...flags, '-r', at('bench', 'requirements.txt')]);
  });
  await install('brain.js and ml-matrix', at('bench', 'package-lock.json'), at('bench', 'node_modules'), async () => {
    const [command, ...args] = npmCommand(process.env.npm_execpath);
    await runOrExplain(command, [...args, 'ci', '--prefix', at('bench')]);
  });
}

/**
 * @param {string} name
 * @param {string} asked the file that says what is asked for
 * @param {string} folder where it goes
 * @param {() => Promise<void>} work
 */
async function install(name, asked, folder, work) {
  const stamp = path.join(folder, '.installed'); // written when it is complete
  const hash = await hashOf([asked]);
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === hash) return;
  await step(`Installing ${name} for the benchmarks`, async () => {
    await rm(folder, {recursive: true, force: true});
    await work();
    await writeFile(stamp, hash);
  });
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function runOrExplain(command, args) {
  const {code, output} = await run(command, args, {shell: command === 'npm.cmd'});
  if (code !== 0) throw explain([command, ...args].join(' '), output);
}
