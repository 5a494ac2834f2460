import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {multiplyTiled} from '../../../src/math/kernels/tiled';
import {transposed, viewOf, type View} from '../../../src/math/kernels/view';
import {Matrix} from '../../../src/math/matrix';
import {createRng} from '../../../src/math/random';

/** Every sum in the order of k, with nothing clever. */
function plainProduct(A: View, B: View): number[][] {
  const at = ({data, down, right}: View, i: number, j: number): number => data[i * down + j * right];
  return Array.from({length: A.rows}, (_, i) =>
    Array.from({length: B.columns}, (_, j) => {
      let sum = 0;
      for (let k = 0; k < A.columns; k++) sum += at(A, i, k) * at(B, k, j);
      return sum;
    }),
  );
}

describe('multiplyTiled', () => {
  const size = fc.oneof({weight: 4, arbitrary: fc.integer({min: 1, max: 12})}, fc.integer({min: 1, max: 60}));

  it('gives the bits of plain loops, for any shape and either way that a matrix lies in memory', () => {
    fc.assert(
      fc.property(size, size, size, fc.boolean(), fc.boolean(), fc.nat(), (m, k, n, turnA, turnB, seed) => {
        const rng = createRng(seed);
        const view = (rows: number, columns: number, turn: boolean): View => {
          const matrix = turn ? new Matrix(columns, rows) : new Matrix(rows, columns);
          matrix.data.forEach((_, i) => (matrix.data[i] = rng() - 0.5));
          return turn ? transposed(viewOf(matrix)) : viewOf(matrix);
        };
        const [A, B] = [view(m, k, turnA), view(k, n, turnB)];
        const C = new Matrix(m, n).map(() => NaN); // what an earlier batch left
        multiplyTiled(A, B, viewOf(C));
        expect(C.toArrays()).toEqual(plainProduct(A, B));
      }),
    );
  });
});
