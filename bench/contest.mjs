// The same work by several contestants, in turn: each waits in a process of its own while another has its round.
import {spawn} from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import {at} from '../scripts/lib/paths.mjs';
import {python} from './tools.mjs';

/** Uncounted: a program that compiles itself while it runs needs some rounds until it is as fast as it gets. */
const WARM_UP = 4;
const COUNTED = 7;

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {URL} file a module with `train(input)`, in JavaScript or Python
 * @property {number} [goal] the most that our time ÷ theirs is to be
 *
 * @typedef {{head: string[], rows: string[][], notes: string[]}} Table
 */

/**
 * @template Result
 * @param {object} contest
 * @param {unknown} contest.input what each contestant is given, as JSON
 * @param {[ours: Contestant, ...others: Contestant[]]} contest.contestants
 * @param {(results: Result[]) => string} contest.check says in what the results agree; throws where they don't
 * @returns {Promise<Table>}
 */
export async function contest({input, contestants, check}) {
  const workers = contestants.map(({file}) => startWorker(file.pathname));
  try {
    /** @type {number[][]} */
    const seconds = contestants.map(() => []);
    /** @type {Result[]} */
    const results = [];
    for (let round = 0; round < WARM_UP + COUNTED; round++) {
      for (const [index, worker] of workers.entries()) {
        const answer = await worker.train(input);
        seconds[index].push(answer.seconds);
        results[index] = answer.result;
      }
    }
    const agreement = check(results);
    const [ours] = seconds.map((all) => median(all.slice(WARM_UP)));
    const rows = contestants.map(({name, goal}, index) => {
      const [first, counted] = [seconds[index][0], seconds[index].slice(WARM_UP)];
      const ratio = index === 0 ? '' : (ours / median(counted)).toPrecision(2);
      const atMost = goal === undefined ? '' : `at most ${goal}`;
      return [name, ...[first, median(counted), Math.min(...counted)].map(inMilliseconds), ratio, atMost];
    });
    return {head: ['', 'first, ms', 'median, ms', 'minimum, ms', 'neurons ÷ it', 'goal'], rows, notes: [agreement]};
  } finally {
    for (const worker of workers) worker.stop();
  }
}

/** @param {string} file */
function startWorker(file) {
  const [command, worker] = file.endsWith('.py') ? [python, 'worker.py'] : [process.execPath, 'worker.mjs'];
  const env = {...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1'};
  const child = spawn(command, [at('bench', worker), file], {env, stdio: ['pipe', 'pipe', 'inherit']});
  const lines = readline.createInterface({input: child.stdout})[Symbol.asyncIterator]();
  return {
    /** @param {unknown} input */
    async train(input) {
      child.stdin.write(`${JSON.stringify(input)}\n`);
      const {value, done} = await lines.next();
      if (done) throw new Error(`${path.relative(at(), file)} ended without an answer`);
      return JSON.parse(value);
    },
    stop: () => child.stdin.end(),
  };
}

/** @param {number} seconds */
function inMilliseconds(seconds) {
  return (1000 * seconds).toPrecision(3);
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/**
 * The largest difference of numbers that ought to be the same.
 * @param {number[]} ours
 * @param {number[]} theirs
 */
export function largestDifference(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} numbers, but ${theirs.length} of the other`);
  return ours.reduce((most, value, i) => Math.max(most, Math.abs(value - theirs[i])), 0);
}

/**
 * A check that all contestants end with the same numbers.
 * @param {string} what
 * @param {number} tolerance
 * @returns {(results: number[][]) => string}
 */
export function sameNumbers(what, tolerance) {
  return ([ours, ...others]) => {
    const difference = Math.max(...others.map((theirs) => largestDifference(ours, theirs)));
    if (!(difference <= tolerance)) throw new Error(`${what} must agree within ${tolerance}, got ${difference}`);
    return `${what} agree: the largest difference is ${difference.toPrecision(1)}.`;
  };
}
