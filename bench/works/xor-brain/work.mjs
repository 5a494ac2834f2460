import {contest} from '../../contest.mjs';

export const title = 'XOR, 2-8-1, against brain.js';
export const about =
  '10,000 times through the 4 rows. brain.js takes a step after each row, in their order; neurons one with all rows, as XOR is ' +
  'mostly written, and once for comparison a step after each row, in a new order each time.';

const Y = [[0], [1], [1], [0]];

export const measure = () =>
  contest({
    input: {X: [[0, 0], [0, 1], [1, 0], [1, 1]], Y, epochs: 10_000}, // prettier-ignore
    contestants: [
      {name: 'neurons', file: new URL('neurons.mjs', import.meta.url)},
      {name: 'neurons, row by row', file: new URL('row-by-row.mjs', import.meta.url)},
      {name: 'brain.js', file: new URL('brain.mjs', import.meta.url), goal: 0.6},
    ],
    ours: 2,
    check: learned,
  });

/** @param {number[][]} results the outputs of each contestant */
function learned(results) {
  const error = Math.max(...results.map((outputs) => Math.max(...outputs.map((a, i) => Math.abs(a - Y[i][0])))));
  if (!(error < 0.1)) throw new Error(`every contestant must learn XOR, got an output that is ${error} off`);
  return `They start from weights of their own, and all learn XOR: no output is more than ${error.toPrecision(2)} off.`;
}
