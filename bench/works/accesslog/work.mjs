import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gunzipSync} from 'node:zlib';
import {dataFile} from 'neurons';
import {median} from '../../contest.mjs';
import {startWorker} from '../../workers.mjs';

const LINES = 1_000_000;
const ROUNDS = 3;

export const title = 'A million lines of an access log';
export const about =
  'The log of lesson 11 over and over: read, parsed, said in words, decided by a network of 16 hidden units (pass, captcha, ban). Lines per ' +
  'second of CPU time, all threads of Node together, and the most memory that the process ever has.';

/** @returns {Promise<import('../../contest.mjs').Table>} */
export async function measure() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-bench-'));
  const file = path.join(folder, 'access.log');
  const training = dataFile('access.log.gz');
  const log = gunzipSync(fs.readFileSync(training));
  const times = Math.ceil(LINES / log.reduce((count, byte) => count + Number(byte === 10), 0));
  for (let n = 0; n < times; n++) fs.appendFileSync(file, log);
  const worker = startWorker(new URL('reader.mjs', import.meta.url));
  try {
    const answers = [];
    for (let round = 0; round < ROUNDS; round++) answers.push(await worker.train({file, training}));
    const {result} = answers[0];
    const lines = Object.values(/** @type {Record<string, number>} */ (result)).reduce((sum, count) => sum + count, 0);
    const rate = Math.round(lines / median(answers.map(({cpu}) => cpu)));
    const peak = answers[ROUNDS - 1].peak;
    return {
      head: ['', 'measured', 'goal'],
      rows: [
        ['lines per second', rate.toLocaleString('en'), 'at least 100,000'],
        ['peak memory, MB', peak === null ? 'unknown' : (peak / 1e6).toFixed(0), 'at most 300'],
      ],
      notes: [
        `${lines.toLocaleString('en')} lines, ${result.faults.toLocaleString('en')} of them no entries; the median of ${ROUNDS} rounds.`,
      ],
    };
  } finally {
    worker.stop();
    fs.rmSync(folder, {recursive: true, force: true});
  }
}
