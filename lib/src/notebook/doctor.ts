import {execFile} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {showTable} from './table';

/** One part of what the course stands on. */
interface Part {
  part: string;
  /** In a word: fine, missing, old, changed … */
  state: string;
  found: string;
  /** The command that mends it; empty where nothing is to be mended. */
  mend: string;
}

/** The list of what is looked at lives there, because it must work before the library is built. */
const SCRIPT = path.resolve(__dirname, '..', '..', '..', 'scripts', 'doctor.mjs');

/** When this process read the library. */
const LOADED = Date.now();

/**
 * Shows what the course stands on: Node, Python, JupyterLab, the kernel, the builds, TensorFlow, the data files, free memory and disk.
 * Each has its state in a word and, where something is wrong, the command that mends it. `npm run doctor` says the same in a terminal.
 * Takes a second or two, because it tries the parts out, in processes of their own. Nothing is changed.
 *
 * @example
 * await doctor();
 */
export async function doctor(): Promise<void> {
  const parts = [...(await examine()), thisKernel()];
  showTable(parts, {limit: parts.length, columns: ['part', 'state', 'found', 'mend']});
}

/**
 * What the script finds. A script that can't say anything is itself a part, and at fault.
 *
 * @internal
 */
export function examine(script: string = SCRIPT): Promise<Part[]> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, '--json'], {timeout: 120_000, windowsHide: true}, (_error, stdout, stderr) => {
      resolve(partsIn(stdout) ?? [silent(script, stderr)]);
    });
  });
}

function partsIn(output: string): Part[] | undefined {
  try {
    const parts: unknown = JSON.parse(output);
    return Array.isArray(parts) ? (parts as Part[]) : undefined;
  } catch {
    return undefined;
  }
}

function silent(script: string, complaint: string): Part {
  const mend = 'git checkout -- scripts';
  if (!fs.existsSync(script)) return {part: 'doctor', state: 'missing', found: 'scripts/doctor.mjs is not there', mend};
  const error = /^\w*Error(?: \[\w+\])?: .+$/m.exec(complaint)?.[0] ?? 'it ended without a word';
  return {
    part: 'doctor',
    state: 'broken',
    found: error.replaceAll(path.resolve(script, '..', '..') + path.sep, ''),
    mend,
  };
}

/**
 * What only this process can know: whether it is the course's kernel, and whether the library was built anew since it was loaded.
 *
 * @internal
 */
export function thisKernel(loaded: number = LOADED, file: string = __filename): Part {
  const part = 'this kernel';
  if (!(Symbol.for('neurons.display') in globalThis)) {
    return {part, state: 'foreign', found: 'not the one of the course: charts show as text', mend: 'npm start'};
  }
  const built = fs.statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? Infinity; // while it is built, it is gone
  if (built > loaded) {
    return {
      part,
      state: 'old',
      found: 'the library was built anew since it was loaded',
      mend: 'Kernel → Restart Kernel…',
    };
  }
  const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
  return {part, state: 'fine', found: `Node ${process.versions.node}, ${megabytes} MB in use`, mend: ''};
}
