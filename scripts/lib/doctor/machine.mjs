// The machine: its Node and Python, its memory and disk.
import {existsSync} from 'node:fs';
import {readFile, statfs} from 'node:fs/promises';
import {isOlder} from '../node-version.mjs';
import {at, root, venvPython} from '../paths.mjs';
import {lookForPython, pythonInstallers} from '../python.mjs';
import {BYTES_NEEDED} from '../setup.mjs';
import {ask} from './ask.mjs';

/** @typedef {import('../doctor.mjs').Finding} Finding */

/** @returns {Promise<Finding>} */
export async function lookAtNode() {
  const {engines} = JSON.parse(await readFile(at('package.json'), 'utf8'));
  return nodeFinding(process.versions.node, engines.node.replace('>=', ''));
}

/**
 * @param {string} version
 * @param {string} needed the oldest that will do
 * @returns {Finding}
 */
export function nodeFinding(version, needed) {
  if (!isOlder(version, needed)) return {state: 'fine', found: version};
  return {state: 'old', found: `${version}; ${needed} or newer is needed`, mend: 'nvm install --lts'};
}

/**
 * The one that JupyterLab runs on; where there is none yet, the one that it would be.
 * @returns {Promise<Finding>}
 */
export async function lookAtPython() {
  const own = await ask(venvPython, ['--version']);
  const version = /^Python (\S+)/m.exec(own.output)?.[1];
  if (own.code === 0 && version) return {state: 'fine', found: `${version} in .venv`};
  const found = await lookForPython(process.env.PYTHON, ask);
  if (!('faults' in found)) return {state: 'fine', found: found.version};
  const installers = /** @type {Record<string, string | undefined>} */ (pythonInstallers);
  const mend = installers[process.platform] ?? pythonInstallers.linux;
  if (found.faults.length > 0) return {state: 'unfit', found: found.faults.join(' '), mend};
  return {state: 'missing', found: 'none on the PATH', mend};
}

/** JupyterLab, a kernel and a browser tab with charts, with some to spare. */
const MEMORY_NEEDED = 1e9;

/** @returns {Promise<Finding>} */
export function lookAtMemory() {
  return Promise.resolve(memoryFinding(process.availableMemory()));
}

/**
 * @param {number} free bytes
 * @returns {Finding}
 */
export function memoryFinding(free) {
  const found = `${gigabytes(free)} free`;
  if (free >= MEMORY_NEEDED) return {state: 'fine', found};
  return {state: 'low', found, mend: 'close other programs; in JupyterLab: Kernel → Shut Down All Kernels…'};
}

/** What is written while one learns: JupyterLab's own files, builds, progress. */
const ROOM_TO_WORK = 0.2e9;

/** @returns {Promise<Finding>} */
export async function lookAtDisk() {
  const {bavail, bsize} = await statfs(root);
  const installed = existsSync(at('node_modules')) && existsSync(venvPython);
  return diskFinding(bavail * bsize, installed ? ROOM_TO_WORK : BYTES_NEEDED);
}

/**
 * @param {number} free bytes
 * @param {number} needed bytes
 * @returns {Finding}
 */
export function diskFinding(free, needed) {
  if (free >= needed) return {state: 'fine', found: `${gigabytes(free)} free`};
  const found = `${gigabytes(free)} free, ${gigabytes(needed)} are needed`;
  return {state: 'low', found, mend: 'make room on this disk'};
}

/** @param {number} bytes */
function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
