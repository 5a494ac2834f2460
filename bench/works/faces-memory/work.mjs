import {faces} from '../../faces.mjs';
import {startWorker} from '../../workers.mjs';
import {contestants, inputFor, nativeTensorFlow} from '../faces-mlp/work.mjs';

export const title = 'Memory for the faces';
export const about =
  'The most memory that a process ever has (its resident set) which reads the 66 MB of pixels from a file and trains the network 2304-200-7 ' +
  'on them for one epoch.';

/** What goal there is, in MB: room beside a browser on a small computer. */
const goals = new Map([['neurons in 32 bits', 180]]);

/** @returns {Promise<import('../../contest.mjs').Table>} */
export async function measure() {
  const {files, about} = await faces();
  const rows = [];
  for (const {name, file, given, env} of [...contestants, ...(await nativeTensorFlow())]) {
    const worker = startWorker(file, {env});
    try {
      const {peak} = await worker.train({...inputFor(files), ...given});
      const goal = goals.get(name);
      rows.push([name, peak === null ? 'unknown' : (peak / 1e6).toFixed(0), goal ? `at most ${goal}` : '']);
    } finally {
      worker.stop();
    }
  }
  return {head: ['', 'peak, MB', 'goal'], rows, notes: [about]};
}
