import {Matrix, type MatrixLike} from './matrix';
import {received} from './received';

/**
 * A matrix that is nearly all zeros, of which only the others are kept: compressed sparse rows. Row i has its numbers
 * from `starts[i]` up to, and without, `starts[i + 1]`: their columns in `indices`, rising, and themselves in `values`.
 *
 * A line of a log with 15 words out of a dictionary of 500 takes 15 numbers in place of 500.
 *
 * @example
 * const X = new SparseMatrix(2, 3, Uint32Array.of(0, 2, 3), Uint32Array.of(0, 2, 1));
 * X.toDense().toArrays(); // [[1, 0, 1], [0, 1, 0]]
 * X.dot([[1], [10], [100]]).toArrays(); // [[101], [10]]
 */
export class SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Where each row begins, and the end of the last. Length rows + 1. */
  readonly starts: Uint32Array;
  /** The column of each number, rising in a row. */
  readonly indices: Uint32Array;
  /** The numbers; undefined where all of them are 1. */
  readonly values: Float64Array | undefined;

  /**
   * @param rows - How many rows, 0 or more.
   * @param columns - How many columns, 0 or more.
   * @param starts - Kept, not copied, as the others. Length rows + 1.
   * @param indices - One for each number that is kept.
   * @param values - As many finite numbers. @default all 1
   * @throws {RangeError} If the parts don't fit together, a row's columns don't rise, or a value is not finite.
   */
  constructor(rows: number, columns: number, starts: Uint32Array, indices: Uint32Array, values?: Float64Array) {
    for (const [name, size] of Object.entries({rows, columns})) {
      if (!Number.isInteger(size) || size < 0) {
        throw new RangeError(`${name} must be a whole number of 0 or more, got ${received(size)}`);
      }
    }
    checkStarts(starts, rows, indices.length);
    checkIndices(starts, indices, columns);
    if (values && values.length !== indices.length) {
      throw new RangeError(`indices has ${indices.length} columns, but values has ${values.length} numbers`);
    }
    const bad = values?.findIndex((value) => !Number.isFinite(value)) ?? -1;
    if (bad >= 0) throw new RangeError(`values must be finite numbers, got ${values?.[bad]} at index ${bad}`);
    this.rows = rows;
    this.columns = columns;
    this.starts = starts;
    this.indices = indices;
    this.values = values;
  }

  /**
   * What a dense matrix holds besides its zeros.
   *
   * @throws {RangeError} If X is ragged, or holds NaN or Infinity.
   * @throws {TypeError} If X is not an array of rows of numbers.
   * @example
   * SparseMatrix.from([[0, 7], [0, 0]]).values; // Float64Array [7]
   */
  static from(X: MatrixLike): SparseMatrix {
    const {rows, columns, data} = Matrix.from(X);
    const starts = new Uint32Array(rows + 1);
    const indices: number[] = [];
    const values: number[] = [];
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        if (data[i * columns + j] === 0) continue;
        indices.push(j);
        values.push(data[i * columns + j]);
      }
      starts[i + 1] = indices.length;
    }
    return new SparseMatrix(rows, columns, starts, Uint32Array.from(indices), Float64Array.from(values));
  }

  /**
   * The product with a dense matrix of finite numbers, (AB)ᵢⱼ = Σₖ Aᵢₖ Bₖⱼ over the k where Aᵢₖ is kept, in their order:
   * the bits of the dense product, since a zero times a number adds nothing. Shape (rows, columns of the other).
   *
   * @throws {RangeError} If the other has not as many rows as this matrix has columns.
   */
  dot(other: MatrixLike): Matrix {
    const B = Matrix.from(other, 'the other matrix');
    if (B.rows !== this.columns) {
      throw new RangeError(`the matrix has ${this.columns} columns, but the other matrix has ${B.rows} rows`);
    }
    const {starts, indices, values} = this;
    const product = new Matrix(this.rows, B.columns);
    const [sums, terms, width] = [product.data, B.data, B.columns];
    for (let i = 0; i < this.rows; i++) {
      const to = i * width;
      for (let n = starts[i]; n < starts[i + 1]; n++) {
        const from = indices[n] * width;
        const value = values ? values[n] : 1;
        for (let j = 0; j < width; j++) sums[to + j] += value * terms[from + j];
      }
    }
    return product;
  }

  /**
   * A copy of some rows, in the order asked for; a row may come twice.
   *
   * @throws {RangeError} If there is no such row.
   */
  rowsAt(places: ArrayLike<number>): SparseMatrix {
    const {starts, indices, values} = this;
    const from = Array.from(places, (row) => {
      if (Number.isInteger(row) && row >= 0 && row < this.rows) return row;
      throw new RangeError(`row must be a whole number from 0 to ${this.rows - 1}, got ${received(row)}`);
    });
    const copy = new Uint32Array(from.length + 1);
    from.forEach((row, i) => (copy[i + 1] = copy[i] + starts[row + 1] - starts[row]));
    const columns = new Uint32Array(copy[from.length]);
    const numbers = values && new Float64Array(columns.length);
    from.forEach((row, i) => {
      columns.set(indices.subarray(starts[row], starts[row + 1]), copy[i]);
      if (values) numbers?.set(values.subarray(starts[row], starts[row + 1]), copy[i]);
    });
    return new SparseMatrix(from.length, this.columns, copy, columns, numbers);
  }

  /** All numbers, zeros included. Shape (rows, columns). */
  toDense(): Matrix {
    const dense = new Matrix(this.rows, this.columns);
    for (let i = 0; i < this.rows; i++) {
      for (let n = this.starts[i]; n < this.starts[i + 1]; n++) {
        dense.data[i * this.columns + this.indices[n]] = this.values ? this.values[n] : 1;
      }
    }
    return dense;
  }
}

function checkStarts(starts: Uint32Array, rows: number, kept: number): void {
  if (starts.length !== rows + 1) {
    throw new RangeError(`starts of ${rows} rows must hold ${rows + 1} places, got ${starts.length}`);
  }
  const fallen = starts.findIndex((start, i) => start < (i === 0 ? 0 : starts[i - 1]));
  if (starts[0] !== 0 || fallen >= 0 || starts[rows] !== kept) {
    throw new RangeError(`starts must rise from 0 to ${kept}, got ${starts[0]} to ${starts[rows]}`);
  }
}

function checkIndices(starts: Uint32Array, indices: Uint32Array, columns: number): void {
  for (let i = 0; i + 1 < starts.length; i++) {
    for (let n = starts[i]; n < starts[i + 1]; n++) {
      if (indices[n] >= columns) {
        throw new RangeError(`indices must be less than ${columns}, got ${indices[n]} in row ${i}`);
      }
      if (n > starts[i] && indices[n] <= indices[n - 1]) {
        throw new RangeError(`indices must rise in a row, got ${indices[n]} after ${indices[n - 1]} in row ${i}`);
      }
    }
  }
}
