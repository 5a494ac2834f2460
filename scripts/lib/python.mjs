// A Python on this machine, and the repository's virtual environment with JupyterLab in it.
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {readFile, rm, writeFile} from 'node:fs/promises';
import {at, venvPython} from './paths.mjs';
import {run} from './run.mjs';
import {Trouble, explain} from './trouble.mjs';

const OLDEST = [3, 10];

/** What installs Python, by platform; on Linux with Debian's package manager. */
export const pythonInstallers = {
  linux: 'sudo apt install python3 python3-venv',
  darwin: 'brew install python',
  win32: 'winget install Python.Python.3.13',
};

/** Prints the version, and whether virtual environments can be made (Debian ships Python without that part). */
const PROBE = `import importlib.util as u, sys
print('%d.%d' % sys.version_info[:2], u.find_spec('ensurepip') is not None and u.find_spec('venv') is not None)`;

/** Written into the environment when it is complete. */
const STAMP = at('.venv', 'requirements.sha256');

/**
 * Whether the virtual environment holds what requirements.txt asks for.
 * @returns {Promise<boolean>}
 */
export async function pythonPackagesInstalled() {
  if (!existsSync(venvPython)) return false; // missing, or a link to a Python that was removed
  const stamp = await readFile(STAMP, 'utf8').catch(() => undefined);
  return stamp === (await requirementsHash());
}

/** Makes the virtual environment anew. @returns {Promise<void>} */
export async function installPythonPackages() {
  const [command, ...args] = await findPython();
  await rm(at('.venv'), {recursive: true, force: true});
  await runOrExplain(command, [...args, '-m', 'venv', at('.venv')]);
  const flags = ['--quiet', '--disable-pip-version-check', '--no-input'];
  await runOrExplain(venvPython, ['-m', 'pip', 'install', ...flags, '-r', at('requirements.txt')]);
  await writeFile(STAMP, await requirementsHash());
}

/** @typedef {(command: string, args: string[]) => Promise<{code: number, output: string}>} Probe how to run a command */

/**
 * The command of a Python that can make the environment.
 * @param {string | undefined} chosen the only one to try
 * @param {Probe} probe
 * @returns {Promise<string[]>} the command and its first arguments
 * @throws {Trouble} where none will do; says why, and what to install
 */
export async function findPython(chosen = process.env.PYTHON, probe = run) {
  const found = await lookForPython(chosen, probe);
  if ('faults' in found) throw new Trouble(noPython(found.faults));
  return found.command;
}

/**
 * Looks at the Pythons of this machine.
 * @param {string | undefined} chosen the only one to try
 * @param {Probe} probe
 * @returns {Promise<{command: string[], version: string} | {faults: string[]}>} the first that can make the environment; else what
 *   is wrong with each that was found
 */
export async function lookForPython(chosen, probe) {
  /** @type {string[]} */
  const faults = [];
  for (const command of chosen ? [[chosen]] : candidates()) {
    const {code, output} = await probe(command[0], [...command.slice(1), '-c', PROBE]);
    const found = /^(\d+)\.(\d+) (True|False)\s*$/m.exec(output);
    if (code !== 0 || !found) continue;
    const [major, minor] = [Number(found[1]), Number(found[2])];
    const name = `${command.join(' ')} (Python ${major}.${minor})`;
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) faults.push(`${name} is too old.`);
    else if (found[3] === 'False') {
      faults.push(`${name} can’t make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv`);
    } else return {command, version: `${major}.${minor}`};
  }
  if (chosen && faults.length === 0) faults.push(`PYTHON is set to ${chosen}, which is no Python that runs.`);
  return {faults};
}

/** @returns {string[][]} */
function candidates() {
  const versions = ['3.14', '3.13', '3.12', '3.11', '3.10'];
  if (process.platform === 'win32') return [['py', '-3'], ['python']];
  return [['python3'], ['python'], ...versions.map((version) => [`python${version}`])];
}

/** @param {string[]} faults */
function noPython(faults) {
  const {linux, darwin, win32} = pythonInstallers;
  return [
    `Python ${OLDEST.join('.')} or newer is needed, for JupyterLab.`,
    ...faults,
    `Debian, Ubuntu: ${linux}. macOS: ${darwin}. Windows: ${win32}`,
    'Another one than the first on the PATH can be chosen: PYTHON=/path/to/python3 npm start',
  ].join('\n');
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function runOrExplain(command, args) {
  const {code, output} = await run(command, args);
  if (code !== 0) throw explain([command, ...args].join(' '), output);
}

/** @returns {Promise<string>} */
async function requirementsHash() {
  return createHash('sha256')
    .update(await readFile(at('requirements.txt')))
    .digest('hex');
}
