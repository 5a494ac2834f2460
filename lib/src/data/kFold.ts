import {checkCount, checkUint32} from '../math/checks';
import {createRng, permutation} from '../math/random';
import {received} from '../math/received';

export interface FoldOptions {
  /** Into how many parts the rows are cut; from 2 to n. @default 5 */
  folds?: number;
  /** Whether rows are dealt out at random; without, the folds are n / folds neighbours each. @default true */
  shuffle?: boolean;
  /** Seeds the shuffling; a whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
}

/** Row numbers, in rising order. */
export interface Fold {
  train: Uint32Array;
  test: Uint32Array;
}

/**
 * Cuts the rows 0 … n − 1 into parts of equal size (the first ones a row larger where n asks for it); each part is the
 * test once, with all others as training. The rows are those of scikit-learn's `KFold` with `random_state=seed`.
 *
 * @throws {RangeError} If n is not a positive whole number, `folds` not one from 2 to n, or the seed out of its range.
 * @throws {TypeError} If `shuffle` is neither true nor false.
 * @example
 * kFold(4, {folds: 2, shuffle: false})[0].test; // Uint32Array [0, 1]
 */
export function kFold(n: number, {folds = 5, shuffle = true, seed = 0}: FoldOptions = {}): Fold[] {
  checkCount(n, 'n');
  if (!Number.isSafeInteger(folds) || folds < 2 || folds > n) {
    throw new RangeError(`folds must be a whole number from 2 to the ${n} rows, got ${received(folds)}`);
  }
  if (typeof shuffle !== 'boolean') throw new TypeError(`shuffle must be true or false, got ${received(shuffle)}`);
  checkUint32(seed, 'seed');
  const order = shuffle ? permutation(createRng(seed), n) : Uint32Array.from({length: n}, (_, i) => i);
  const [size, larger] = [Math.floor(n / folds), n % folds];
  return Array.from({length: folds}, (_, k) => {
    const start = k * size + Math.min(k, larger);
    const end = start + size + (k < larger ? 1 : 0);
    const train = order.filter((_, place) => place < start || place >= end);
    return {train: train.sort(), test: order.slice(start, end).sort()};
  });
}
