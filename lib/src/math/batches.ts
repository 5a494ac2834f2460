import {checkCount} from './checks';
import {permutation, type Rng} from './random';

/**
 * The numbers 0 … n − 1 in random order, cut into pieces: the mini-batches of one epoch. The last may be shorter.
 *
 * One permutation is drawn from the stream, at once; each batch is a piece of it.
 *
 * @param n - How many rows there are; a positive whole number.
 * @param batchSize - How many go into a batch; a positive whole number.
 * @throws {RangeError} If one of them is not such a number.
 * @example
 * const [first, second, third] = batches(createRng(0), 5, 2);
 * first; // Uint32Array [2, 0]
 * second; // Uint32Array [1, 3]
 * third; // Uint32Array [4]
 */
export function batches(rng: Rng, n: number, batchSize: number): Uint32Array[] {
  checkCount(n, 'n');
  checkCount(batchSize, 'batchSize');
  const order = permutation(rng, n);
  return Array.from({length: Math.ceil(n / batchSize)}, (_, b) => order.slice(b * batchSize, (b + 1) * batchSize));
}
