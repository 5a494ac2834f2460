import {Matrix, Network, adam, createRng, dense, relu, softmax} from 'neurons';
import {median} from '../../contest.mjs';

export const title = 'How the time grows';
export const about =
  'A network of 128-64-10 (ReLU, softmax, Adam, batches of 32) on 2,000 rows for 4 epochs; each line changes one of these, and leaves the ' +
  'others. The exponent is the slope of the line through the logarithms of sizes and times: 1 is a time in proportion to the size. ' +
  'CPU times in ms, the medians of five rounds in turn.';

const usual = {samples: 2000, features: 128, units: 64, epochs: 4};
const sizes = {
  samples: [500, 1000, 2000, 4000, 8000],
  features: [32, 64, 128, 256, 512],
  units: [16, 32, 64, 128, 256],
  epochs: [1, 2, 4, 8, 16],
};

const ROUNDS = 5;

/** @returns {Promise<import('../../contest.mjs').Table>} */
export function measure() {
  const lines = Object.entries(sizes).map(([what, all]) => {
    return {what, all, works: all.map((size) => prepare({...usual, [what]: size}))};
  });
  // All of them before any is counted: the library is compiled while it runs.
  for (const {works} of lines) for (const run of works) run();
  const rows = lines.map(({what, all, works}) => {
    const seconds = works.map(() => /** @type {number[]} */ ([]));
    for (let round = 0; round < ROUNDS; round++) for (const [i, run] of works.entries()) seconds[i].push(run());
    const times = seconds.map(median);
    const cells = all.map((size, i) => `${size.toLocaleString('en')}: ${(1000 * times[i]).toPrecision(3)}`);
    return [what, ...cells, exponent(all, times).toFixed(2)];
  });
  const head = ['', 'size: ms', '', '', '', '', 'exponent'];
  return Promise.resolve({head, rows, notes: []});
}

/**
 * @param {typeof usual} size
 * @returns {() => number} trains, and gives the CPU time in seconds
 */
function prepare({samples, features, units, epochs}) {
  const rng = createRng(1);
  const X = new Matrix(samples, features).map(rng);
  const Y = new Matrix(samples, 10);
  for (let i = 0; i < samples; i++) Y.data[10 * i + (i % 10)] = 1;
  const layers = [dense(units, relu), dense(10, softmax)];
  return () => {
    const before = process.cpuUsage();
    new Network({inputs: features, layers, optimizer: adam(), epochs}).fit(X, Y);
    const {user, system} = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}

/**
 * The slope of the line of least squares through the logarithms.
 * @param {number[]} sizes
 * @param {number[]} times
 */
function exponent(sizes, times) {
  const [x, y] = [sizes, times].map((values) => values.map(Math.log));
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const together = mean(x.map((value, i) => (value - mx) * (y[i] - my)));
  return together / mean(x.map((value) => (value - mx) * (value - mx)));
}
