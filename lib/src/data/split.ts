import {checkLabels, checkRows, checkUint32} from '../math/checks';
import type {Matrix, MatrixLike, NumericArray, VectorLike} from '../math/matrix';
import {createRng, permutation, type Rng} from '../math/random';
import {received} from '../math/received';

/** Rows to learn from, and rows to be judged by; no row is on both sides. */
export interface Split<T extends NumericArray = Float64Array> {
  /** Shape (training samples, features). */
  XTrain: Matrix<T>;
  /** Shape (test samples, features). */
  XTest: Matrix<T>;
  /** Shape (training samples). */
  yTrain: Float64Array;
  /** Shape (test samples). */
  yTest: Float64Array;
}

export interface SplitOptions {
  /** Share of the rows that go to the test, between 0 and 1; rounded up to whole rows. @default 0.25 */
  testSize?: number;
  /** Whether both sides keep the shares of the labels, as near as whole rows allow. @default false */
  stratify?: boolean;
  /** A whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
}

/**
 * Deals the rows out to training and test, at random but the same for the same seed.
 *
 * The rows are those of scikit-learn's `train_test_split` with `random_state=seed`: of a random order the first
 * ⌈testSize · n⌉ are the test and the others the training. With `stratify` that is done for each label.
 *
 * @param X - Shape (samples, features). A matrix of bytes or of 32-bit floats is dealt out as such.
 * @param y - Shape (samples).
 * @throws {RangeError} If X and y don't fit, an option is out of its range, or a side would have no row (with
 *   `stratify`: fewer rows than there are labels, or a label has a single row).
 * @example
 * const {yTrain, yTest} = trainTestSplit([[10], [11], [12], [13]], [0, 1, 2, 3]);
 * yTest; // Float64Array [2]
 * yTrain; // Float64Array [3, 1, 0]
 */
export function trainTestSplit<T extends NumericArray>(X: Matrix<T>, y: VectorLike, options?: SplitOptions): Split<T>;
export function trainTestSplit(X: MatrixLike, y: VectorLike, options?: SplitOptions): Split;
export function trainTestSplit(X: MatrixLike, y: VectorLike, options: SplitOptions = {}): Split<NumericArray> {
  const {testSize = 0.25, stratify = false, seed = 0} = options;
  const samples = checkRows(X);
  const labels = checkLabels(y, samples);
  if (!(testSize > 0 && testSize < 1)) {
    throw new RangeError(`testSize must be a share between 0 and 1, got ${received(testSize)}`);
  }
  if (typeof stratify !== 'boolean') throw new TypeError(`stratify must be true or false, got ${received(stratify)}`);
  checkUint32(seed, 'seed');
  const testRows = Math.ceil(testSize * samples.rows);
  if (testRows === samples.rows) {
    throw new RangeError(`testSize must leave rows for training, got ${testSize} of ${samples.rows} rows`);
  }
  const rng = createRng(seed);
  const {train, test} = stratify ? dealEachLabel(labels, testRows, rng) : deal(samples.rows, testRows, rng);
  return {
    XTrain: samples.rowsAt(train),
    XTest: samples.rowsAt(test),
    yTrain: Float64Array.from(train, (i) => labels[i]),
    yTest: Float64Array.from(test, (i) => labels[i]),
  };
}

interface Rows {
  train: Uint32Array;
  test: Uint32Array;
}

function deal(rows: number, testRows: number, rng: Rng): Rows {
  const order = permutation(rng, rows);
  return {train: order.slice(testRows), test: order.slice(0, testRows)};
}

/** As scikit-learn's StratifiedShuffleSplit, draw by draw. */
function dealEachLabel(labels: Float64Array, testRows: number, rng: Rng): Rows {
  const groups = rowsOfEachLabel(labels);
  const trainRows = labels.length - testRows;
  const smaller = Math.min(trainRows, testRows);
  if (smaller < groups.length) {
    throw new RangeError(`testSize must leave a row for each of the ${groups.length} labels, got ${smaller} rows`);
  }
  const trainCounts = shareOut(
    groups.map((rows) => rows.length),
    trainRows,
    rng,
  );
  const testCounts = shareOut(
    groups.map((rows, k) => rows.length - trainCounts[k]),
    testRows,
    rng,
  );
  const mixed = groups.map((rows) => inRandomOrder(rows, rng));
  const train = mixed.flatMap((rows, k) => rows.slice(0, trainCounts[k]));
  const test = mixed.flatMap((rows, k) => rows.slice(trainCounts[k], trainCounts[k] + testCounts[k]));
  // Once more, so that the labels don't lie in blocks.
  return {train: Uint32Array.from(inRandomOrder(train, rng)), test: Uint32Array.from(inRandomOrder(test, rng))};
}

/** The rows of each label, labels in rising order. */
function rowsOfEachLabel(labels: Float64Array): number[][] {
  const groups = new Map<number, number[]>();
  for (const label of Float64Array.from(labels).sort()) if (!groups.has(label)) groups.set(label, []);
  labels.forEach((label, i) => groups.get(label)?.push(i));
  for (const [label, rows] of groups) {
    if (rows.length < 2) throw new RangeError(`y must hold each label twice to be stratified, got one row of ${label}`);
  }
  return [...groups.values()];
}

/** Whole numbers that add up to `total`, as near as can be to the shares; ties for the rows left over are drawn. */
function shareOut(sizes: number[], total: number, rng: Rng): number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const exact = sizes.map((size) => (size / all) * total);
  const counts = exact.map(Math.floor);
  let left = total - counts.reduce((sum, count) => sum + count, 0);
  const remainders = exact.map((value, k) => value - counts[k]);
  for (const remainder of [...new Set(remainders)].sort((a, b) => b - a)) {
    if (left === 0) break;
    const tied = [...remainders.keys()].filter((k) => remainders[k] === remainder);
    const chosen = inRandomOrder(tied, rng).slice(0, left);
    for (const k of chosen) counts[k]++;
    left -= chosen.length;
  }
  return counts;
}

function inRandomOrder(values: number[], rng: Rng): number[] {
  return Array.from(permutation(rng, values.length), (i) => values[i]);
}
