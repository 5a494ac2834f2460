import {describe, expect, it} from 'vitest';
import {isLarge} from '../../src/math/kernels/viaWebAssembly';
import {Matrix} from '../../src/math/matrix';
import {addRows, multiply, multiplyLeftTransposed, multiplyRightTransposed} from '../../src/math/products';
import {createRng} from '../../src/math/random';

const rng = createRng(4);
const random = (rows: number, columns: number): Matrix => new Matrix(rows, columns).map(() => rng() - 0.5);
/** Filled with what an earlier batch left. */
const used = (rows: number, columns: number): Matrix => new Matrix(rows, columns).map(() => NaN);
type Entry = (row: number, column: number) => number;
/** Each sum written out, in the order of its terms. */
function summed(rows: number, terms: number, columns: number, a: Entry, b: Entry): Matrix {
  const product = new Matrix(rows, columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      for (let k = 0; k < terms; k++) product.data[i * columns + j] += a(i, k) * b(k, j);
    }
  }
  return product;
}

describe('products', () => {
  it('are what was worked out by hand', () => {
    const A = Matrix.from([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    const B = Matrix.from([[1, 0, 2], [-1, 3, 0]]); // prettier-ignore
    const [AB, AtA, ABt] = [used(3, 3), used(2, 2), used(3, 3)];
    multiply(A, B, AB);
    expect(AB.toArrays()).toEqual([[-1, 6, 2], [-1, 12, 6], [-1, 18, 10]]); // prettier-ignore
    multiplyLeftTransposed(A, A, AtA);
    expect(AtA.toArrays()).toEqual([[35, 44], [44, 56]]); // prettier-ignore
    multiplyRightTransposed(A, B.transpose(), ABt);
    expect(ABt.toArrays()).toEqual(AB.toArrays());
    const sum = Float64Array.of(NaN, NaN);
    addRows(A, sum);
    expect(sum).toEqual(Float64Array.of(9, 12));
  });

  it('agree with a product of the transposed to the last bit', () => {
    const [A, B, C] = [random(7, 5), random(7, 3), random(4, 5)];
    const [AtB, ACt] = [used(5, 3), used(7, 4)];
    multiplyLeftTransposed(A, B, AtB);
    expect(AtB).toEqual(A.transpose().dot(B));
    multiplyRightTransposed(A, C, ACt);
    expect(ACt).toEqual(A.dot(C.transpose()));
  });

  it('are the same sums where they are large enough for WebAssembly, in each of the three', () => {
    const [A, B, C] = [random(40, 30), random(30, 20), random(40, 20)];
    expect([isLarge(40, 30, 20), isLarge(30, 40, 20)]).toEqual([true, true]);
    const [AB, AtC, CBt] = [used(40, 20), used(30, 20), used(40, 30)];
    multiply(A, B, AB);
    expect(AB).toEqual(summed(40, 30, 20, (i, k) => A.get(i, k), (k, j) => B.get(k, j))); // prettier-ignore
    multiplyLeftTransposed(A, C, AtC);
    expect(AtC).toEqual(summed(30, 40, 20, (i, k) => A.get(k, i), (k, j) => C.get(k, j))); // prettier-ignore
    multiplyRightTransposed(C, B, CBt);
    expect(CBt).toEqual(summed(40, 20, 30, (i, k) => C.get(i, k), (k, j) => B.get(j, k))); // prettier-ignore
  });
});
