// The processes that train.
import {spawn} from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';
import {at} from '../scripts/lib/paths.mjs';
import {python} from './tools.mjs';

/** How NumPy's products and TensorFlow are told to keep to one thread. */
const ONE_THREAD = {
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  TF_NUM_INTRAOP_THREADS: '1',
  TF_NUM_INTEROP_THREADS: '1',
};

/** @typedef {{cpu: number, wall: number, peak: number | null, result: any}} Answer seconds, and the most memory so far in bytes */

/**
 * @param {URL} contestant
 * @param {{env?: Record<string, string>, oneThread?: boolean}} [options]
 */
export function startWorker(contestant, {env = {}, oneThread = true} = {}) {
  const file = fileURLToPath(contestant);
  const [command, worker] = file.endsWith('.py') ? [python, 'worker.py'] : [process.execPath, 'worker.mjs'];
  const child = spawn(command, [at('bench', worker), file], {
    env: {...process.env, ...(oneThread ? ONE_THREAD : {}), ...env},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = readline.createInterface({input: child.stdout})[Symbol.asyncIterator]();
  return {
    /**
     * @param {object} input
     * @returns {Promise<Answer>}
     */
    async train(input) {
      child.stdin.write(`${JSON.stringify(input)}\n`);
      const {value, done} = await lines.next();
      if (done) throw new Error(`${path.relative(at(), file)} ended without an answer`);
      return JSON.parse(value);
    },
    stop: () => child.stdin.end(),
  };
}
