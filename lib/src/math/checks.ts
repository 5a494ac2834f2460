/**
 * The border of the library: data and options are looked at once, on their way in, so that the formulas behind it
 * need no checks. In messages, rows, columns and places count from 0, as in the arrays themselves.
 */
import {Matrix, type MatrixLike, type NumericArray, type VectorLike} from './matrix';
import {received} from './received';

/**
 * Samples as a matrix of 64-bit floats, all of them finite, with at least one row and one column.
 *
 * @throws {RangeError} If X is empty or ragged, or holds NaN or Infinity.
 * @throws {TypeError} If X is not an array of rows of numbers.
 */
export function checkSamples(X: MatrixLike, name: string = 'X'): Matrix {
  return Matrix.from(checkRows(X, name), name);
}

/**
 * As `checkSamples`, but a matrix comes back itself, whatever its numbers are: bytes stay bytes.
 *
 * @throws {RangeError} If X is empty or ragged, or holds NaN or Infinity.
 * @throws {TypeError} If X is not an array of rows of numbers.
 */
export function checkRows(X: MatrixLike, name: string = 'X'): Matrix<NumericArray> {
  const samples: Matrix<NumericArray> = X instanceof Matrix ? X : Matrix.from(X, name);
  if (samples.rows === 0) throw new RangeError(`${name} must have at least one row, got none`);
  if (samples.columns === 0) throw new RangeError(`${name} must have at least one column, got none`);
  const bad =
    samples.data.BYTES_PER_ELEMENT === 1 ? -1 : samples.data.findIndex((value: number) => !Number.isFinite(value));
  if (bad >= 0) {
    const row = Math.floor(bad / samples.columns);
    const column = bad % samples.columns;
    throw new RangeError(`${name} must hold finite numbers, got ${samples.data[bad]} at row ${row}, column ${column}`);
  }
  return samples;
}

/**
 * Samples for a model that has learned already.
 *
 * @throws {RangeError} If X has another number of columns than the rows learned from, or is no matrix of finite numbers.
 * @throws {TypeError} If X is not an array of rows of numbers.
 */
export function checkFeatures(X: MatrixLike, features: number, name: string = 'X'): Matrix {
  const samples = checkSamples(X, name);
  checkColumns(samples, features, name);
  return samples;
}

/** @throws {RangeError} If there are not so many columns. */
export function checkColumns(samples: Matrix<NumericArray>, features: number, name: string = 'X'): void {
  if (samples.columns === features) return;
  throw new RangeError(`${name} has ${samples.columns} features, but the model learned from ${features}`);
}

/**
 * A copy of finite numbers.
 *
 * @throws {RangeError} If one of them is NaN or Infinity.
 * @throws {TypeError} If `values` is not an array, or holds anything but numbers.
 */
export function checkVector(values: VectorLike, name: string): Float64Array {
  if (typeof values !== 'object' || values === null || !Number.isInteger(values.length)) {
    throw new TypeError(`${name} must be an array of numbers, got ${received(values)}`);
  }
  const copy = new Float64Array(values.length);
  for (let i = 0; i < copy.length; i++) {
    const value: unknown = values[i];
    if (typeof value !== 'number')
      throw new TypeError(`${name} must hold numbers, got ${received(value)} at index ${i}`);
    if (!Number.isFinite(value)) throw new RangeError(`${name} must hold finite numbers, got ${value} at index ${i}`);
    copy[i] = value;
  }
  return copy;
}

/**
 * Labels for the rows of X: finite numbers, one a row.
 *
 * @throws {RangeError} If X and y differ in length, or y holds NaN or Infinity.
 * @throws {TypeError} If y is not an array of numbers.
 */
export function checkLabels(
  y: VectorLike,
  X: Matrix<NumericArray>,
  yName: string = 'y',
  XName: string = 'X',
): Float64Array {
  const labels = checkVector(y, yName);
  if (labels.length !== X.rows) {
    throw new RangeError(`${XName} has ${X.rows} rows, but ${yName} has ${labels.length} labels`);
  }
  return labels;
}

/** @throws {RangeError} If the value is not a finite number above 0. */
export function checkPositive(value: number, name: string): void {
  if (!Number.isFinite(value) || value <= 0)
    throw new RangeError(`${name} must be a positive number, got ${received(value)}`);
}

/** @throws {RangeError} If the value is not a finite number of 0 or more. */
export function checkNotNegative(value: number, name: string): void {
  if (!Number.isFinite(value) || value < 0)
    throw new RangeError(`${name} must be a finite number of 0 or more, got ${received(value)}`);
}

/** @throws {RangeError} If the value is not 1, 2, 3 … */
export function checkCount(value: number, name: string): void {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new RangeError(`${name} must be a positive whole number, got ${received(value)}`);
  }
}

/** @throws {RangeError} If the value is neither 1, 2, 3 … nor 'all'. */
export function checkBatchSize(value: number | 'all'): void {
  if (value !== 'all' && (!Number.isSafeInteger(value) || value < 1)) {
    throw new RangeError(`batchSize must be a positive whole number or 'all', got ${received(value)}`);
  }
}

/** @throws {RangeError} If the value is not a whole number from 0 to 2³² − 1. */
export function checkUint32(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 0 || value > 0xffffffff) {
    throw new RangeError(`${name} must be a whole number from 0 to 4294967295, got ${received(value)}`);
  }
}
