import {runInNewContext} from 'node:vm';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Matrix, type MatrixLike} from '../../src/math/matrix';

const grey = (): Matrix<Uint8Array> => new Matrix(2, 2, Uint8Array.of(0, 51, 102, 255), 1 / 255);

/** Matrices whose sizes fit for a product, as arrays. */
const factors = fc
  .tuple(fc.integer({min: 1, max: 5}), fc.integer({min: 1, max: 5}), fc.integer({min: 1, max: 5}))
  .chain(([n, m, k]) => fc.tuple(arrays(n, m), arrays(m, k)));

function arrays(rows: number, columns: number): fc.Arbitrary<number[][]> {
  const value = fc.double({noNaN: true, min: -1e6, max: 1e6});
  const row = fc.array(value, {minLength: columns, maxLength: columns});
  return fc.array(row, {minLength: rows, maxLength: rows});
}

describe('Matrix', () => {
  it('is zeros unless told otherwise', () => {
    expect(new Matrix(2, 3).data).toEqual(new Float64Array(6));
    expect(Matrix.zeros(1, 2).toArrays()).toEqual([[0, 0]]);
  });

  it('keeps the array it is given, row by row', () => {
    const data = Float64Array.of(1, 2, 3, 4, 5, 6);
    const matrix = new Matrix(2, 3, data);
    expect(matrix.data).toBe(data);
    expect(matrix.get(1, 0)).toBe(4);
  });

  it('may be empty', () => {
    expect(new Matrix(0, 3).toArrays()).toEqual([]);
    expect(Matrix.from([]).columns).toBe(0);
  });

  it('names what is wrong with its parts', () => {
    expect(() => new Matrix(1.5, 2)).toThrow(new RangeError('rows must be a whole number of 0 or more, got 1.5'));
    expect(() => new Matrix(1, -2)).toThrow(new RangeError('columns must be a whole number of 0 or more, got -2'));
    expect(() => new Matrix(2, 3, new Float64Array(5))).toThrow(
      new RangeError('data of a 2 × 3 matrix must hold 6 numbers, got 5'),
    );
    expect(() => new Matrix(1, 1, [1] as unknown as Float64Array)).toThrow(
      new TypeError('data must be a Float64Array, Float32Array or Uint8Array, got an array of length 1'),
    );
    expect(() => new Matrix(1, 1, Uint8Array.of(1), NaN)).toThrow(
      new RangeError('scale must be a finite number, got NaN'),
    );
    expect(() => new Matrix(1, 1, Float64Array.of(1), 2)).toThrow(
      new RangeError('scale must be 1 for a matrix of floats, got 2'),
    );
  });
});

describe('Matrix.from', () => {
  it('copies arrays', () => {
    const rows = [[1, 2], Float32Array.of(3, 4)];
    const matrix = Matrix.from(rows);
    rows[0][0] = 99;
    expect(matrix.data).toEqual(Float64Array.of(1, 2, 3, 4));
  });

  it('returns a matrix of 64-bit floats itself, and converts any other', () => {
    const matrix = new Matrix(1, 1);
    expect(Matrix.from(matrix)).toBe(matrix);
    expect(Matrix.from(new Matrix(1, 2, Float32Array.of(0.5, 2))).data).toEqual(Float64Array.of(0.5, 2));
    expect(Matrix.from(grey()).data).toEqual(Float64Array.of(0, 51 / 255, 102 / 255, 1));
    expect(Matrix.from(grey()).scale).toBe(1);
  });

  it('keeps NaN and Infinity', () => {
    expect(Matrix.from([[NaN, Infinity]]).toArrays()).toEqual([[NaN, Infinity]]);
  });

  it('takes arrays of another realm, such as a notebook cell', () => {
    expect(Matrix.from(runInNewContext('[[1, 2], new Float64Array([3, 4])]')).get(1, 1)).toBe(4);
    expect(new Matrix(1, 2, runInNewContext('new Uint8Array([1, 2])')).transpose().rows).toBe(2);
  });

  it('names the row that is too long', () => {
    expect(() =>
      Matrix.from([
        [1, 2],
        [3, 4],
        [5, 6, 7],
      ]),
    ).toThrow(
      // prettier-ignore
      new RangeError('X: row 2 has 3 values, but row 0 has 2'),
    );
  });

  it.each([
    ['5.1', '"5.1"'],
    [null, 'null'],
    [true, 'true'],
    [undefined, 'undefined'],
    [1n, '1n'],
  ])('refuses %s, which a typed array might take for a number', (value: unknown, words) => {
    expect(() =>
      Matrix.from([
        [1, 2],
        [3, value as number],
      ]),
    ).toThrow(
      // prettier-ignore
      new TypeError(`X must hold numbers, got ${words} at row 1, column 1`),
    );
  });

  it('names what is no array of rows', () => {
    const from = (X: unknown, name?: string): Matrix => Matrix.from(X as MatrixLike, name);
    expect(() => from('abc')).toThrow(new TypeError('X must be a Matrix or an array of rows, got "abc"'));
    expect(() => from(undefined)).toThrow(new TypeError('X must be a Matrix or an array of rows, got undefined'));
    expect(() => from(new Map(), 'centers')).toThrow('centers must be a Matrix or an array of rows, got an object');
    expect(() => from([1, 2])).toThrow(new TypeError('X must be an array of rows, got 1 as row 0'));
    expect(() => from([[1], 'a'])).toThrow(new TypeError('X must be an array of rows, got "a" as row 1'));
  });
});

describe('Matrix of bytes', () => {
  it('shows scaled numbers by get, map, dot and toArrays', () => {
    expect(grey().get(0, 1)).toBe(51 * (1 / 255));
    expect(grey().map((value) => 1 - value).data).toEqual(Float64Array.of(1, 0.8, 0.6, 0));
    expect(
      grey()
        .dot([[1], [1]])
        .toArrays(),
    ).toEqual([[51 / 255], [102 / 255 + 1]]);
    expect(
      Matrix.from([[1, 0]])
        .dot(grey())
        .toArrays(),
    ).toEqual([[0, 51 / 255]]);
    expect(grey().toArrays()[1][1]).toBe(1);
  });

  it('stays bytes in data, row, rowsAt, columnsAt and transpose', () => {
    expect(grey().row(1)).toEqual(Uint8Array.of(102, 255));
    for (const copy of [grey().rowsAt([1]), grey().columnsAt([1]), grey().transpose()]) {
      expect(copy.data).toBeInstanceOf(Uint8Array);
      expect(copy.scale).toBe(1 / 255);
    }
    expect(grey().transpose().data).toEqual(Uint8Array.of(0, 102, 51, 255));
  });

  it("copies the bytes of a file into plain bytes, not into Node's Buffer", () => {
    const copy = new Matrix(1, 2, Buffer.from([1, 2]), 0.5).rowsAt([0, 0]);
    expect(Buffer.isBuffer(copy.data)).toBe(false);
    expect(copy.data).toEqual(Uint8Array.of(1, 2, 1, 2));
  });
});

describe('Matrix.row, get', () => {
  it('row is a view', () => {
    const matrix = Matrix.zeros(2, 2);
    matrix.row(1)[0] = 7;
    expect(matrix.get(1, 0)).toBe(7);
  });

  it('counts from 0 and names what lies outside', () => {
    const matrix = Matrix.zeros(2, 3);
    expect(() => matrix.get(2, 0)).toThrow(new RangeError('row must be a whole number from 0 to 1, got 2'));
    expect(() => matrix.get(0, 3)).toThrow(new RangeError('column must be a whole number from 0 to 2, got 3'));
    expect(() => matrix.row(-1)).toThrow(new RangeError('row must be a whole number from 0 to 1, got -1'));
    expect(() => matrix.row(0.5)).toThrow('got 0.5');
    expect(() => Matrix.zeros(0, 3).row(0)).toThrow(
      new RangeError('row must be in a matrix with rows, got 0 in one without'),
    );
  });
});

describe('Matrix.rowsAt, columnsAt', () => {
  const matrix = Matrix.from([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  it('copy in the order asked for, more than once if asked', () => {
    expect(matrix.rowsAt([1, 0, 1]).toArrays()).toEqual([[4, 5, 6], [1, 2, 3], [4, 5, 6]]); // prettier-ignore
    expect(matrix.columnsAt(Uint32Array.of(2, 0)).toArrays()).toEqual([[3, 1], [6, 4]]); // prettier-ignore
    expect(matrix.rowsAt([]).columns).toBe(3);
    const copy = matrix.rowsAt([0]);
    copy.data[0] = 99;
    expect(matrix.get(0, 0)).toBe(1);
  });

  it('name what lies outside', () => {
    expect(() => matrix.rowsAt([0, 2])).toThrow(new RangeError('row must be a whole number from 0 to 1, got 2'));
    expect(() => matrix.columnsAt([3])).toThrow(new RangeError('column must be a whole number from 0 to 2, got 3'));
  });
});

describe('Matrix.dot', () => {
  it('equals the sum over k, in order, bit for bit', () => {
    fc.assert(
      fc.property(factors, ([A, B]) => {
        const expected = A.map((row) => B[0].map((_, j) => row.reduce((sum, a, k) => sum + a * B[k][j], 0)));
        expect(Matrix.from(A).dot(B).toArrays()).toEqual(expected);
      }),
      {seed: 1},
    );
  });

  it('names the sizes that disagree', () => {
    expect(() => Matrix.zeros(2, 3).dot(Matrix.zeros(2, 3))).toThrow(
      new RangeError(
        "a 2 × 3 matrix can't be multiplied by a 2 × 3 one: the first has 3 columns, but the second has 2 rows",
      ),
    );
  });
});

describe('Matrix.transpose', () => {
  it('puts row i, column j at row j, column i', () => {
    fc.assert(
      fc.property(factors, ([A]) => {
        const flipped = Matrix.from(A).transpose().toArrays();
        expect(flipped).toEqual(A[0].map((_, j) => A.map((row) => row[j])));
      }),
      {seed: 2},
    );
  });
});
