import {checkRows} from '../math/checks';
import {checkDtype, constructorOf, type Dtype, type FloatsOf} from '../math/dtype';
import {NotFittedError} from '../math/errors';
import {Matrix, type MatrixLike, type NumericArray} from '../math/matrix';
import {received} from '../math/received';

export interface StandardScalerOptions<D extends Dtype = Dtype> {
  /** The columns to scale, counted from 0; all others stay as they are. @default all */
  columns?: readonly number[];
  /** What scaled rows are kept in: floats of 64 bits, or of 32, in half the memory. @default 'float64' */
  dtype?: D;
}

/**
 * Brings columns to mean 0 and standard deviation 1: x ← (x − mean) / scale.
 *
 * Fit it on the training rows alone, and transform all others with what it learned there: a row then never depends on
 * the rows that come with it, and nothing of the test leaks into the training.
 *
 * @example
 * const scaler = new StandardScaler().fit([[1], [2], [3]]);
 * scaler.mean_; // Float64Array [2]
 * scaler.transform([[2], [5]]).get(0, 0); // 0
 */
export class StandardScaler<D extends Dtype = 'float64'> {
  readonly columns?: readonly number[];
  readonly dtype: Dtype;
  #learned?: {mean: Float64Array; scale: Float64Array};

  constructor({columns, dtype}: StandardScalerOptions<D> = {}) {
    if (columns !== undefined && !Array.isArray(columns)) {
      throw new TypeError(`columns must be an array of numbers, got ${received(columns)}`);
    }
    this.columns = columns;
    this.dtype = dtype ?? 'float64';
    checkDtype(this.dtype);
  }

  /** Mean of each column, or 0 where it is not scaled. Shape (features). */
  get mean_(): Float64Array {
    return this.#fitted('reading mean_').mean;
  }

  /** Population standard deviation of each column, √(Σ (x − mean)² / n), or 1 where all are equal or it is not scaled. Shape (features). */
  get scale_(): Float64Array {
    return this.#fitted('reading scale_').scale;
  }

  /**
   * Learns means and deviations, forgetting any earlier fit.
   *
   * @param X - Training rows. Shape (samples, features).
   * @throws {RangeError} If X is empty or ragged, holds NaN or Infinity, or numbers too large to be squared, or if it lacks
   *   one of `columns`.
   */
  fit(X: MatrixLike): this {
    const samples = checkRows(X);
    const mean = new Float64Array(samples.columns);
    const scale = new Float64Array(samples.columns).fill(1);
    for (const j of this.columns ?? samples.row(0).keys()) {
      if (!(Number.isInteger(j) && j >= 0 && j < samples.columns)) {
        throw new RangeError(`columns must be among the ${samples.columns} of X, counted from 0, got ${received(j)}`);
      }
      const column = new Float64Array(samples.rows).map((_, i) => samples.data[i * samples.columns + j] * samples.scale);
      // Not by a deviation of 0: the mean of equal numbers may be off by a bit, and a tiny scale would blow that up.
      const constant = column.every((value) => value === column[0]);
      mean[j] = constant ? column[0] : meanOf(column);
      scale[j] = constant ? 1 : Math.sqrt(meanOf(column.map((value) => (value - mean[j]) * (value - mean[j]))));
      if (!Number.isFinite(scale[j]) || scale[j] === 0) {
        throw new RangeError(`X must have columns of measurable spread, got a deviation of ${scale[j]} in column ${j}`);
      }
    }
    this.#learned = {mean, scale};
    return this;
  }

  /**
   * Rows on the scale of the training rows. Shape (samples, features).
   *
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  transform(X: MatrixLike): Matrix<FloatsOf<D>> {
    const {mean, scale} = this.#fitted('transform');
    return this.#eachColumn(X, (value, j) => (value - mean[j]) / scale[j]);
  }

  /** `fit` and `transform` in one, for training rows. Shape (samples, features). */
  fitTransform(X: MatrixLike): Matrix<FloatsOf<D>> {
    return this.fit(X).transform(X);
  }

  /**
   * The way back: x ← x · scale + mean. Shape (samples, features).
   *
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  inverseTransform(X: MatrixLike): Matrix<FloatsOf<D>> {
    const {mean, scale} = this.#fitted('inverseTransform');
    return this.#eachColumn(X, (value, j) => value * scale[j] + mean[j]);
  }

  #fitted(wanted: string): {mean: Float64Array; scale: Float64Array} {
    if (!this.#learned) throw new NotFittedError('StandardScaler', wanted, 'fit(X)');
    return this.#learned;
  }

  #eachColumn(X: MatrixLike, f: (value: number, column: number) => number): Matrix<FloatsOf<D>> {
    const samples: Matrix<NumericArray> = checkRows(X);
    const {rows, columns, data, scale} = samples;
    const features = this.scale_.length;
    if (columns !== features) throw new RangeError(`X has ${columns} features, but the scaler learned from ${features}`);
    const values = new (constructorOf(this.dtype))(data.length);
    for (let i = 0; i < data.length; i++) values[i] = f(data[i] * scale, i % columns);
    return new Matrix(rows, columns, values as FloatsOf<D>);
  }
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
