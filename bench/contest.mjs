// The same work by several contestants, in turn: each waits in a process of its own while another has its round.
import {startWorker} from './workers.mjs';

/** Uncounted: a program that compiles itself while it runs needs some rounds until it is as fast as it gets. */
const WARM_UP = 4;
const COUNTED = 7;

/** What to say of times that are measured so. */
export const AS_INSTALLED =
  'As installed, with as many threads as each takes by itself, by the clock on the wall. These times tell little where other programs want ' +
  'the processors too, at a load above 1: threads that wait for one another then wait for those programs.';

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {URL} file a module with `train(input, prepared)`, in JavaScript or Python; what its `prepare(input)` gives is made once, uncounted
 * @property {object} [given] what it is given besides the input of all
 * @property {Record<string, string>} [env]
 * @property {boolean} [once] whether it is so slow that one round must do
 * @property {string[]} [against] the names of those of ours that it is compared with; of all, if nothing is said
 * @property {number} [goal] the most that our time ÷ theirs is to be
 * @property {string} [goalOf] the name of ours that the goal is for, if it isn't the first
 *
 * @typedef {{ours: string, theirs: string, ratio: number, goal?: number}} Ratio
 *
 * @typedef {object} Table
 * @property {string[]} head
 * @property {string[][]} rows
 * @property {string[]} notes sentences below it
 * @property {string} [about] a sentence above it
 * @property {Ratio[]} [ratios] what the chart of all results shows of it
 */

/**
 * @template Result
 * @param {object} contest
 * @param {object} contest.input what each contestant is given, as JSON
 * @param {[first: Contestant, ...others: Contestant[]]} contest.contestants ours first
 * @param {number} [contest.ours] how many of them are ours
 * @param {(results: Result[]) => string} contest.check says in what the results agree; throws where they don't
 * @param {number} [contest.warmUp] rounds that aren't counted
 * @param {number} [contest.counted]
 * @param {boolean} [contest.asInstalled] with as many threads as each takes by itself, by the clock on the wall; else with one thread each,
 *   in CPU time
 * @returns {Promise<Table>}
 */
export async function contest({
  input,
  contestants,
  ours = 1,
  check,
  warmUp = WARM_UP,
  counted = COUNTED,
  asInstalled = false,
}) {
  const workers = contestants.map(({file, env}) => startWorker(file, {env, oneThread: !asInstalled}));
  try {
    /** @type {number[][]} */
    const seconds = contestants.map(() => []);
    /** @type {Result[]} */
    const results = [];
    for (let round = 0; round < warmUp + counted; round++) {
      for (const [index, worker] of workers.entries()) {
        if (contestants[index].once && round > 0) continue;
        const answer = await worker.train({...input, ...contestants[index].given});
        seconds[index].push(asInstalled ? answer.wall : answer.cpu);
        results[index] = answer.result;
      }
    }
    const agreement = check(results);
    const table = timeTable({contestants, ours, seconds, warmUp});
    if (!asInstalled) return {...table, notes: [agreement]};
    // Goals are for CPU time, and so is the chart.
    const withoutGoals = [table.head, ...table.rows].map((cells) => cells.slice(0, -1));
    return {head: withoutGoals[0], rows: withoutGoals.slice(1), notes: []};
  } finally {
    for (const worker of workers) worker.stop();
  }
}

/**
 * @param {{contestants: Contestant[], ours: number, seconds: number[][], warmUp: number}} measured
 * @returns {Omit<Table, 'notes'>}
 */
function timeTable({contestants, ours, seconds, warmUp}) {
  const counted = seconds.map((all) => (all.length > warmUp ? all.slice(warmUp) : all));
  const unit = Math.max(...counted.map(median)) < 5 ? 'ms' : 's';
  const inUnit = (/** @type {number} */ value) => threeDigits(unit === 'ms' ? 1000 * value : value);
  /** @type {Ratio[]} */
  const ratios = [];
  const rows = contestants.map(({name, against, goal, goalOf = contestants[0].name}, index) => {
    const compared = contestants.slice(0, ours).map((mine, m) => {
      if (index < ours || against?.includes(mine.name) === false) return '';
      const ratio = median(counted[m]) / median(counted[index]);
      ratios.push({ours: mine.name, theirs: name, ratio, goal: goalOf === mine.name ? goal : undefined});
      return ratio.toPrecision(2);
    });
    const whose = ours > 1 && goal !== undefined ? ` of ${goalOf}` : '';
    const atMost = goal === undefined ? '' : `at most ${goal}${whose}`;
    const times = [seconds[index][0], median(counted[index]), Math.min(...counted[index])].map(inUnit);
    return [name, ...times, ...compared, atMost];
  });
  const ratioHeads = contestants.slice(0, ours).map(({name}) => `${name} ÷ it`);
  return {
    head: ['', ...['first', 'median', 'minimum'].map((time) => `${time}, ${unit}`), ...ratioHeads, 'goal'],
    rows,
    ratios,
  };
}

/** @param {number} value @returns {string} rounded to three digits, never with an exponent */
export function threeDigits(value) {
  return value < 1000 ? value.toPrecision(3) : Math.round(value).toLocaleString('en');
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
    requireWithin(what, difference, tolerance);
    return `${what} agree: the largest difference is ${difference.toPrecision(1)}.`;
  };
}

/**
 * @param {string} what
 * @param {number} difference
 * @param {number} tolerance
 */
export function requireWithin(what, difference, tolerance) {
  if (!(difference <= tolerance)) throw new Error(`${what} must agree within ${tolerance}, got ${difference}`);
}
