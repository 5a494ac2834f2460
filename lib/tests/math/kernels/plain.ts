/** What the kernels are held to. */
import fc from 'fast-check';
import type {Floats} from '../../../src/math/dtype';
import {transposed, viewOf, type View} from '../../../src/math/kernels/view';
import {Matrix} from '../../../src/math/matrix';
import {createRng} from '../../../src/math/random';

type Kind = Float64ArrayConstructor | Float32ArrayConstructor;

/** Three matrices with room for A·B; C is filled with what an earlier batch left. */
export interface Factors<T extends Floats = Floats> {
  A: View<T>;
  B: View<T>;
  C: View<T>;
}

/** Matrices of random numbers from −0.5 to 0.5, each lying in memory by rows or by columns. */
export function factors(kind: Kind, largest: number): fc.Arbitrary<Factors> {
  const size = fc.oneof(
    {weight: 6, arbitrary: fc.integer({min: 1, max: Math.min(largest, 20)})},
    {weight: 2, arbitrary: fc.integer({min: 1, max: largest})},
  );
  return fc
    .tuple(fc.tuple(size, size, size), fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), fc.nat())
    .map(([[rows, terms, columns], turned, seed]) => {
      const rng = createRng(seed);
      const view = (rows: number, columns: number, turn: boolean): View => {
        const data = new kind(rows * columns).map(() => rng() - 0.5) as Floats;
        return turn ? transposed(viewOf(new Matrix(columns, rows, data))) : viewOf(new Matrix(rows, columns, data));
      };
      const [A, B, C] = [view(rows, terms, turned[0]), view(terms, columns, turned[1]), view(rows, columns, turned[2])];
      C.data.fill(NaN);
      return {A, B, C};
    });
}

/** Where a bit of C is not that of A·B. Not left to `toEqual`, which takes minutes to tell two large arrays apart. */
export function wrongBits({A, B, C}: Factors): string[] {
  const wanted = plainProduct(A, B);
  const got = numbersOf(C);
  const at = got.findIndex((value, n) => !Object.is(value, wanted[n]));
  if (at < 0) return [];
  const [i, j] = [Math.floor(at / C.columns), at % C.columns];
  return [`row ${i}, column ${j}: ${got[at]} in place of ${wanted[at]}`];
}

/** The largest difference, relative to what a sum is made of: the sum of the sizes of its terms. */
export function relativeError({A, B, C}: Factors): number {
  const wanted = plainProduct(A, B);
  const sizes = plainProduct(A, B, Math.abs);
  const errors = numbersOf(C).map((value, n) => Math.abs(value - wanted[n]) / sizes[n]);
  return errors.reduce((most, error) => Math.max(most, error), 0);
}

/** Row by row. */
function numbersOf({data, rows, columns, down, right}: View): Float64Array {
  return Float64Array.from({length: rows * columns}, (_, n) => {
    const [i, j] = [Math.floor(n / columns), n % columns];
    return data[i * down + j * right];
  });
}

/** A·B, row by row: every sum in the order of k, in 64 bits, with nothing clever. `of` is applied to each term. */
function plainProduct(A: View, B: View, of: (term: number) => number = (term) => term): Float64Array {
  return Float64Array.from({length: A.rows * B.columns}, (_, n) => {
    const [i, j] = [Math.floor(n / B.columns), n % B.columns];
    let sum = 0;
    for (let k = 0; k < A.columns; k++) {
      sum += of(A.data[i * A.down + k * A.right] * B.data[k * B.down + j * B.right]);
    }
    return sum;
  });
}
