import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {SparseMatrix} from '../../src/math/sparseMatrix';

const arrays = (rows: number, columns: number): fc.Arbitrary<number[][]> => {
  const value = fc.oneof(fc.constant(0), fc.double({noNaN: true, min: -1e6, max: 1e6}));
  return fc.array(fc.array(value, {minLength: columns, maxLength: columns}), {minLength: rows, maxLength: rows});
};
const size = fc.integer({min: 1, max: 6});
const factors = fc.tuple(size, size, size).chain(([n, m, k]) => fc.tuple(arrays(n, m), arrays(m, k)));

describe('SparseMatrix', () => {
  it('multiplies as the dense matrix does, to the last bit', () => {
    fc.assert(
      fc.property(factors, ([A, B]) => {
        const ours = SparseMatrix.from(A).dot(B).data;
        const dense = Matrix.from(A).dot(B).data;
        expect(ours.every((value, i) => value === dense[i])).toBe(true);
      }),
    );
  });

  it('comes back whole, and so do rows of it in any order', () => {
    fc.assert(
      fc.property(factors, fc.array(fc.nat(), {maxLength: 8}), ([A], wanted) => {
        const places = wanted.map((n) => n % A.length);
        const zeros = (X: Matrix): number[][] => X.map((value) => value + 0).toArrays(); // −0 is not kept
        expect(SparseMatrix.from(A).toDense().toArrays()).toEqual(zeros(Matrix.from(A)));
        const some = SparseMatrix.from(A).rowsAt(places).toDense().toArrays();
        expect(some).toEqual(zeros(Matrix.from(A).rowsAt(places)).slice(0, places.length));
      }),
    );
  });

  it('holds ones where it has no values', () => {
    const X = new SparseMatrix(2, 3, Uint32Array.of(0, 2, 3), Uint32Array.of(0, 2, 1));
    expect(X.rowsAt([1, 0]).toDense().toArrays()).toEqual([
      [0, 1, 0],
      [1, 0, 1],
    ]);
    expect(
      X.dot([
        [1, 2],
        [10, 20],
        [100, 200],
      ]).toArrays(),
    ).toEqual([
      [101, 202],
      [10, 20],
    ]);
  });

  it('names what is wrong with its parts', () => {
    const of = Uint32Array.of.bind(Uint32Array);
    expect(() => new SparseMatrix(-1, 1, of(), of())).toThrow('rows must be a whole number of 0 or more, got -1');
    expect(() => new SparseMatrix(1, 1, of(0), of())).toThrow('starts of 1 rows must hold 2 places, got 1');
    expect(() => new SparseMatrix(1, 1, of(0, 2), of(0))).toThrow('starts must rise from 0 to 1, got 0 to 2');
    expect(() => new SparseMatrix(1, 1, of(1, 1), of(0))).toThrow('starts must rise from 0 to 1, got 1 to 1');
    expect(() => new SparseMatrix(2, 1, of(0, 1, 0), of())).toThrow('starts must rise from 0 to 0');
    expect(() => new SparseMatrix(1, 1, of(0, 1), of(1))).toThrow('indices must be less than 1, got 1 in row 0');
    expect(() => new SparseMatrix(1, 3, of(0, 2), of(1, 1))).toThrow(
      'indices must rise in a row, got 1 after 1 in row 0',
    );
    expect(() => new SparseMatrix(1, 1, of(0, 1), of(0), Float64Array.of())).toThrow(
      'indices has 1 columns, but values has 0',
    );
    expect(() => new SparseMatrix(1, 1, of(0, 1), of(0), Float64Array.of(NaN))).toThrow('got NaN at index 0');
    expect(() => SparseMatrix.from([[1, 2]]).dot([[1]])).toThrow(
      'the matrix has 2 columns, but the other matrix has 1 rows',
    );
    expect(() => SparseMatrix.from([[1]]).rowsAt([1])).toThrow('row must be a whole number from 0 to 0, got 1');
  });
});
