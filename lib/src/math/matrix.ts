import {multiply} from './products';
import {received} from './received';

/** What a matrix can keep its numbers in: 8, 4 or 1 byte for each. */
export type NumericArray = Float64Array | Float32Array | Uint8Array;

/** Rows of numbers: a `Matrix`, or an array of equally long arrays. One sample a row, one feature a column. */
export type MatrixLike = Matrix<NumericArray> | readonly ArrayLike<number>[];

/** Numbers in a row: an array or a typed array. */
export type VectorLike = ArrayLike<number>;

/**
 * A dense matrix: rows × columns numbers, row by row, in one typed array. Rows and columns count from 0.
 *
 * A matrix of bytes stands for byte × `scale`: pictures keep one byte a pixel, and read as numbers from 0 to 1.
 * `get`, `dot`, `map` and `toArrays` see the scaled numbers; `data` and `row` hold the bytes themselves.
 *
 * @example
 * const X = Matrix.from([[1, 2], [3, 4], [5, 6]]);
 * X.rows; // 3
 * X.get(2, 0); // 5
 * new Matrix(1, 2, Uint8Array.of(0, 255), 1 / 255).toArrays(); // [[0, 1]]
 */
export class Matrix<T extends NumericArray = Float64Array> {
  readonly rows: number;
  readonly columns: number;
  /** The numbers, row by row and unscaled. Length rows · columns. */
  readonly data: T;
  /** What one unit of `data` stands for; 1 unless the matrix holds bytes. */
  readonly scale: number;

  /**
   * @param rows - How many rows, 0 or more.
   * @param columns - How many columns, 0 or more.
   * @param data - The numbers row by row; kept, not copied. @default zeros, as a Float64Array
   * @param scale - What one unit of `data` stands for. @default 1
   * @throws {RangeError} If a count is not a whole number, `data` has another length than rows · columns, or a
   *   matrix of floats has a scale other than 1.
   * @throws {TypeError} If `data` is neither Float64Array, Float32Array nor Uint8Array.
   */
  constructor(rows: number, columns: number, data?: T, scale: number = 1) {
    checkSize('rows', rows);
    checkSize('columns', columns);
    // Without data T is Float64Array, its default, unless the caller says otherwise against better knowledge.
    const numbers = data ?? (new Float64Array(rows * columns) as NumericArray as T);
    const kind = kindOf(numbers);
    if (kind === undefined) {
      throw new TypeError(`data must be a Float64Array, Float32Array or Uint8Array, got ${received(data)}`);
    }
    if (numbers.length !== rows * columns) {
      throw new RangeError(
        `data of a ${rows} × ${columns} matrix must hold ${rows * columns} numbers, got ${numbers.length}`,
      );
    }
    if (!Number.isFinite(scale)) throw new RangeError(`scale must be a finite number, got ${received(scale)}`);
    if (scale !== 1 && kind !== 'Uint8Array') {
      throw new RangeError(`scale must be 1 for a matrix of floats, got ${scale}`);
    }
    this.rows = rows;
    this.columns = columns;
    this.data = numbers;
    this.scale = scale;
  }

  /**
   * The same numbers as a matrix of 64-bit floats. Arrays are copied; a matrix that is one already comes back itself.
   *
   * @param X - A matrix, or an array of rows. NaN and Infinity are kept: models refuse them, arithmetic need not.
   * @param name - What errors call X. @default 'X'
   * @throws {RangeError} If the rows differ in length.
   * @throws {TypeError} If X is not an array of rows, or holds anything but numbers.
   * @example
   * Matrix.from([[1, 2], [3, 4]]).columns; // 2
   */
  static from(X: MatrixLike, name: string = 'X'): Matrix {
    if (X instanceof Matrix) return isFloat64(X) ? X : X.map((value) => value);
    if (!isArrayLike(X)) throw new TypeError(`${name} must be a Matrix or an array of rows, got ${received(X)}`);
    const columns = X.length === 0 ? 0 : lengthOfRow(X[0], 0, name);
    const matrix = new Matrix(X.length, columns);
    for (let i = 0; i < X.length; i++) {
      const row = X[i];
      const length = lengthOfRow(row, i, name);
      if (length !== columns) {
        throw new RangeError(`${name}: row ${i} has ${length} values, but row 0 has ${columns}`);
      }
      for (let j = 0; j < columns; j++) {
        // A typed array would take "5.1" as 5.1 and null as 0, and nobody would ever know.
        if (typeof row[j] !== 'number') {
          throw new TypeError(`${name} must hold numbers, got ${received(row[j])} at row ${i}, column ${j}`);
        }
        matrix.data[i * columns + j] = row[j];
      }
    }
    return matrix;
  }

  /**
   * A matrix of zeros.
   *
   * @throws {RangeError} If a count is not a whole number of 0 or more.
   * @example
   * Matrix.zeros(1, 3).toArrays(); // [[0, 0, 0]]
   */
  static zeros(rows: number, columns: number): Matrix {
    return new Matrix(rows, columns);
  }

  /**
   * The number in one place, scaled.
   *
   * @throws {RangeError} If the place is outside of the matrix.
   */
  get(row: number, column: number): number {
    checkIndex('row', row, this.rows);
    checkIndex('column', column, this.columns);
    return this.data[row * this.columns + column] * this.scale;
  }

  /**
   * Row i as a view: writing to it writes to the matrix. Unscaled, like `data`. Shape (columns).
   *
   * @throws {RangeError} If there is no such row.
   */
  row(i: number): T {
    checkIndex('row', i, this.rows);
    return this.data.subarray(i * this.columns, (i + 1) * this.columns) as T;
  }

  /**
   * A copy of some rows, in the order asked for; a row may come twice.
   *
   * @throws {RangeError} If there is no such row.
   * @example
   * Matrix.from([[1, 2], [3, 4], [5, 6]]).rowsAt([2, 0]).toArrays(); // [[5, 6], [1, 2]]
   */
  rowsAt(indices: ArrayLike<number>): Matrix<T> {
    const copy = zerosLike(this.data, indices.length * this.columns);
    for (let i = 0; i < indices.length; i++) copy.set(this.row(indices[i]), i * this.columns);
    return new Matrix(indices.length, this.columns, copy, this.scale);
  }

  /**
   * A copy of some columns, in the order asked for; a column may come twice.
   *
   * @throws {RangeError} If there is no such column.
   * @example
   * Matrix.from([[1, 2, 3], [4, 5, 6]]).columnsAt([2, 0]).toArrays(); // [[3, 1], [6, 4]]
   */
  columnsAt(indices: ArrayLike<number>): Matrix<T> {
    const copy = zerosLike(this.data, this.rows * indices.length);
    for (let j = 0; j < indices.length; j++) {
      const column = indices[j];
      checkIndex('column', column, this.columns);
      for (let i = 0; i < this.rows; i++) copy[i * indices.length + j] = this.data[i * this.columns + column];
    }
    return new Matrix(this.rows, indices.length, copy, this.scale);
  }

  /**
   * The matrix product: each row of this matrix with each column of the other, (AB)ᵢⱼ = Σₖ Aᵢₖ Bₖⱼ, summed in the
   * order of k. Shape (rows, columns of the other).
   *
   * @throws {RangeError} If the other has not as many rows as this matrix has columns.
   * @example
   * Matrix.from([[1, 2]]).dot([[3], [4]]).toArrays(); // [[11]], 1 · 3 + 2 · 4
   */
  dot(other: MatrixLike): Matrix {
    const A = Matrix.from(this);
    const B = Matrix.from(other, 'the other matrix');
    if (A.columns !== B.rows) {
      throw new RangeError(
        `a ${A.rows} × ${A.columns} matrix can't be multiplied by a ${B.rows} × ${B.columns} one: ` +
          `the first has ${A.columns} columns, but the second has ${B.rows} rows`,
      );
    }
    const product = new Matrix(A.rows, B.columns);
    multiply(A, B, product);
    return product;
  }

  /**
   * A copy with rows and columns changed for each other. Shape (columns, rows).
   *
   * @example
   * Matrix.from([[1, 2, 3]]).transpose().toArrays(); // [[1], [2], [3]]
   */
  transpose(): Matrix<T> {
    const copy = zerosLike(this.data, this.data.length);
    for (let i = 0; i < this.rows; i++) {
      for (let j = 0; j < this.columns; j++) copy[j * this.rows + i] = this.data[i * this.columns + j];
    }
    return new Matrix(this.columns, this.rows, copy, this.scale);
  }

  /**
   * A new matrix with f of every number, scaled.
   *
   * @example
   * Matrix.from([[1, -2]]).map(Math.abs).toArrays(); // [[1, 2]]
   */
  map(f: (value: number) => number): Matrix {
    const result = new Matrix(this.rows, this.columns);
    for (let i = 0; i < this.data.length; i++) result.data[i] = f(this.data[i] * this.scale);
    return result;
  }

  /** The numbers, scaled, as an array of rows. */
  toArrays(): number[][] {
    return Array.from({length: this.rows}, (_, i) => Array.from(this.row(i), (value) => value * this.scale));
  }
}

function isFloat64(matrix: Matrix<NumericArray>): matrix is Matrix {
  return kindOf(matrix.data) === 'Float64Array';
}

/** By its tag and not by instanceof: a notebook's cells may live in another realm than the library. */
function kindOf(data: NumericArray): 'Float64Array' | 'Float32Array' | 'Uint8Array' | undefined {
  const tag: unknown = data?.[Symbol.toStringTag];
  return tag === 'Float64Array' || tag === 'Float32Array' || tag === 'Uint8Array' ? tag : undefined;
}

/** Not by `data.constructor`, which for the bytes of a file is Node's Buffer. */
function zerosLike<T extends NumericArray>(data: T, length: number): T {
  const kinds = {Float64Array, Float32Array, Uint8Array};
  return new kinds[kindOf(data) ?? 'Float64Array'](length) as NumericArray as T;
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return typeof value === 'object' && value !== null && Number.isInteger((value as {length?: unknown}).length);
}

function lengthOfRow(row: unknown, i: number, name: string): number {
  if (!isArrayLike(row)) throw new TypeError(`${name} must be an array of rows, got ${received(row)} as row ${i}`);
  return row.length;
}

function checkSize(name: string, size: number): void {
  if (!Number.isInteger(size) || size < 0) {
    throw new RangeError(`${name} must be a whole number of 0 or more, got ${received(size)}`);
  }
}

function checkIndex(name: string, index: number, count: number): void {
  if (Number.isInteger(index) && index >= 0 && index < count) return;
  if (count === 0)
    throw new RangeError(`${name} must be in a matrix with ${name}s, got ${received(index)} in one without`);
  throw new RangeError(`${name} must be a whole number from 0 to ${count - 1}, got ${received(index)}`);
}
