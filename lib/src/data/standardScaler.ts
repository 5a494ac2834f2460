import {checkSamples} from '../math/checks';
import {NotFittedError} from '../math/errors';
import {Matrix, type MatrixLike} from '../math/matrix';
import {received} from '../math/received';

export interface StandardScalerOptions {
  /** The columns to scale, counted from 0; all others stay as they are. @default all */
  columns?: readonly number[];
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
export class StandardScaler {
  readonly columns?: readonly number[];
  #learned?: {mean: Float64Array; scale: Float64Array};

  constructor({columns}: StandardScalerOptions = {}) {
    if (columns !== undefined && !Array.isArray(columns)) {
      throw new TypeError(`columns must be an array of numbers, got ${received(columns)}`);
    }
    this.columns = columns;
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
    const samples = checkSamples(X);
    const mean = new Float64Array(samples.columns);
    const scale = new Float64Array(samples.columns).fill(1);
    for (const j of this.columns ?? samples.row(0).keys()) {
      if (!(Number.isInteger(j) && j >= 0 && j < samples.columns)) {
        throw new RangeError(`columns must be among the ${samples.columns} of X, counted from 0, got ${received(j)}`);
      }
      const column = samples.columnsAt([j]).data;
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
  transform(X: MatrixLike): Matrix {
    const {mean, scale} = this.#fitted('transform');
    return eachColumn(this.#checkFeatures(X), (value, j) => (value - mean[j]) / scale[j]);
  }

  /** `fit` and `transform` in one, for training rows. Shape (samples, features). */
  fitTransform(X: MatrixLike): Matrix {
    return this.fit(X).transform(X);
  }

  /**
   * The way back: x ← x · scale + mean. Shape (samples, features).
   *
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  inverseTransform(X: MatrixLike): Matrix {
    const {mean, scale} = this.#fitted('inverseTransform');
    return eachColumn(this.#checkFeatures(X), (value, j) => value * scale[j] + mean[j]);
  }

  #fitted(wanted: string): {mean: Float64Array; scale: Float64Array} {
    if (!this.#learned) throw new NotFittedError('StandardScaler', wanted, 'fit(X)');
    return this.#learned;
  }

  #checkFeatures(X: MatrixLike): Matrix {
    const samples = checkSamples(X);
    const features = this.scale_.length;
    if (samples.columns !== features) {
      throw new RangeError(`X has ${samples.columns} features, but the scaler learned from ${features}`);
    }
    return samples;
  }
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function eachColumn(X: Matrix, f: (value: number, column: number) => number): Matrix {
  const values = X.data.map((value, i) => f(value, i % X.columns));
  return new Matrix(X.rows, X.columns, values);
}
