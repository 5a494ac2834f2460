import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {at} from '../../../scripts/lib/paths.mjs';
import {contest} from '../../contest.mjs';
import {faces} from '../../faces.mjs';
import {startWorker} from '../../workers.mjs';
/** @import {Faces} from '../../faces.mjs' */

const ROWS = [
  ['Training', 28_709],
  ['PublicTest', 3589],
  ['PrivateTest', 3589],
];
const PIXELS = 48 * 48;
/** In MB: room beside a browser on a small computer. */
const PEAK = 180;

export const title = 'Reading the faces';
export const about =
  'A table of FER2013, 35,887 rows of 2,304 numbers in text, to a byte a pixel, labels and usages: `loadFaces` with all its checks, and ' +
  "pandas' `read_csv` with NumPy's `fromstring` for each row. The peak is the most memory that a process ever has which reads it once.";

/** @returns {Promise<import('../../contest.mjs').Table[]>} */
export async function measure() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-bench-'));
  try {
    const given = at('data', 'fer2013.csv');
    const isGiven = fs.existsSync(given);
    const file = isGiven ? given : path.join(folder, 'faces.csv');
    if (!isGiven) write(file, (await faces()).files);
    const contestants = /** @type {[any, ...any[]]} */ ([
      {name: 'neurons', file: new URL('neurons.mjs', import.meta.url)},
      {name: 'pandas', file: new URL('pandas.py', import.meta.url), goal: 0.5},
    ]);
    const check = (/** @type {number[][]} */ [ours, theirs]) => {
      if (ours.join() !== theirs.join()) throw new Error(`rows and sums must agree, got ${ours} and ${theirs}`);
      return `Rows, labels and pixels agree: ${ours[0].toLocaleString('en')} faces.${isGiven ? '' : ' The pixels are random ones.'}`;
    };
    const times = await contest({input: {file}, contestants, check, warmUp: 1, counted: 3});
    const rows = [];
    for (const {name, file: contestant} of contestants) {
      const worker = startWorker(contestant);
      const {peak} = await worker.train({file});
      worker.stop();
      const shown = peak === null ? 'unknown' : (peak / 1e6).toFixed(0);
      rows.push([name, shown, name === 'neurons' ? `at most ${PEAK}` : '']);
    }
    return [times, {head: ['', 'peak, MB', 'goal'], rows, notes: []}];
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

/**
 * A table as long as FER2013's.
 * @param {string} file
 * @param {Faces} made
 */
function write(file, made) {
  const [pixels, labels] = [fs.readFileSync(made.pixels), fs.readFileSync(made.labels)];
  const out = fs.openSync(file, 'w');
  fs.writeSync(out, 'emotion,pixels,Usage\n');
  for (const [usage, count] of ROWS) {
    for (let n = 0; n < Number(count); n++) {
      const row = n % made.rows;
      const values = pixels.subarray(row * PIXELS, (row + 1) * PIXELS).join(' ');
      fs.writeSync(out, `${labels[row]},${values},${usage}\n`);
    }
  }
  fs.closeSync(out);
}
