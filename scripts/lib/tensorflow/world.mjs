// What the installation of native TensorFlow stands on. Tests put others in its place.
import {statfs} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {at} from '../paths.mjs';
import {run} from '../run.mjs';
import {SUMS} from './library.mjs';

/**
 * @typedef {object} World
 * @property {typeof run} run
 * @property {string} system such as "linux-x64"; "linux-x64-musl" where the C library is not GNU's
 * @property {string} addonPackage where tfjs-node lies
 * @property {string} cache the folder for TensorFlow's library: outside node_modules, which npm ci empties, and for all copies of the course
 * @property {NodeJS.ProcessEnv} env
 * @property {typeof SUMS} sums of TensorFlow's library
 * @property {(folder: string) => Promise<number>} free bytes on the disk of a folder
 * @property {(address: string) => Promise<boolean>} answers whether a host can be reached
 */

/** @returns {World} this machine */
export function thisWorld() {
  return {
    run,
    system: systemName(),
    addonPackage: at('node_modules', '@tensorflow', 'tfjs-node'),
    cache: path.join(cacheFolder(), 'neurons'),
    env: process.env,
    sums: SUMS,
    free: async (folder) => {
      const {bavail, bsize} = await statfs(folder);
      return bavail * bsize;
    },
    answers: (address) =>
      fetch(address, {method: 'HEAD', signal: AbortSignal.timeout(10_000)}).then(
        () => true, // even with an error: somebody is there
        () => false,
      ),
  };
}

function cacheFolder() {
  const chosen = process.env.XDG_CACHE_HOME;
  return chosen && path.isAbsolute(chosen) ? chosen : path.join(os.homedir(), '.cache'); // the rule for that variable
}

function systemName() {
  const name = `${process.platform}-${process.arch}`;
  const {header} = /** @type {{header: {glibcVersionRuntime?: string}}} */ (process.report.getReport());
  return process.platform === 'linux' && !header.glibcVersionRuntime ? `${name}-musl` : name;
}
