import {batches} from '../math/batches';
import {checkBatchSize, checkCount, checkNotNegative, checkPositive, checkUint32} from '../math/checks';
import {Matrix, type MatrixLike} from '../math/matrix';
import {createRng} from '../math/random';
import {sigmoid, softplus} from '../neurons/activations';
import type {Codes} from './labels';
import {netInputs, shareRight, weightedSum, type Line} from './line';
import {LinearClassifier, type Coded, type EpochFigures} from './linearClassifier';

export interface LogisticRegressionOptions {
  /** Step size η; positive. @default 0.1 */
  learningRate?: number;
  /** Passes over the training rows; a positive whole number. @default 500 */
  epochs?: number;
  /** Weight decay λ, 0 or more: adds ½ λ Σ w² (without the bias) to what is minimised. @default 0 */
  l2?: number;
  /** Rows in a step: a positive whole number, or 'all' for one step an epoch. @default 'all' */
  batchSize?: number | 'all';
  /** Seeds the order of the rows in mini-batches; a whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
}

/**
 * Logistic regression: one neuron with a sigmoid, whose output is a probability, for two classes.
 *
 * Gradient descent on the mean binary cross-entropy E = −1/m Σᵢ (yᵢ log ŷᵢ + (1 − yᵢ) log(1 − ŷᵢ)), with the classes
 * coded as y = 0 and 1 and ŷ = σ(w · x + b). A step is w ← w − η (1/m Σᵢ (ŷᵢ − yᵢ) xᵢ + λ w) and
 * b ← b − η 1/m Σᵢ (ŷᵢ − yᵢ), over the m rows of its batch. Weights start at zero.
 *
 * With 'all' the rows stay in their order; with a batch size every epoch goes through them in a new random order. The
 * `loss` in the history leaves the term of λ out, and is computed from z, so that it stays finite where ŷ rounds to 0 or 1.
 *
 * @example
 * const X = [[1], [2], [3], [4]];
 * const model = new LogisticRegression().fit(X, [0, 0, 1, 1]);
 * model.predict(X); // Float64Array [0, 0, 1, 1]
 * model.history_[0].loss; // 0.6931471805599453, ln 2: at the start every output is ½
 * @see D. R. Cox (1958), "The regression analysis of binary sequences", Journal of the Royal Statistical Society B 20.
 */
export class LogisticRegression extends LinearClassifier {
  readonly learningRate: number;
  readonly epochs: number;
  readonly l2: number;
  readonly batchSize: number | 'all';
  readonly seed: number;
  protected readonly modelName: string = 'LogisticRegression';
  protected readonly codes: Codes = [0, 1];

  /**
   * @throws {RangeError} If the learning rate is not positive, `epochs` or the batch size not a positive whole number,
   *   `l2` negative or not finite, or the seed not a whole number from 0 to 2³² − 1.
   */
  constructor({learningRate = 0.1, epochs = 500, l2 = 0, batchSize = 'all', seed = 0}: LogisticRegressionOptions = {}) {
    super();
    checkPositive(learningRate, 'learningRate');
    checkCount(epochs, 'epochs');
    checkNotNegative(l2, 'l2');
    checkBatchSize(batchSize);
    checkUint32(seed, 'seed');
    this.learningRate = learningRate;
    this.epochs = epochs;
    this.l2 = l2;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /**
   * The probability of each class, in the order of `classes_`; each row adds up to 1. Shape (samples, 2).
   *
   * @param X - Shape (samples, features).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  predictProba(X: MatrixLike): Matrix {
    const z = this.netInputFor('predictProba', X);
    const probabilities = new Matrix(z.length, 2);
    // σ(−z) and not 1 − σ(z): it keeps its digits where the second class is all but certain.
    z.forEach((value, i) => probabilities.row(i).set([sigmoid.value(-value), sigmoid.value(value)]));
    return probabilities;
  }

  /**
   * The probability of the second class, σ(z), of each row. Shape (samples).
   *
   * @param X - Shape (samples, features).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  positiveProba(X: MatrixLike): Float64Array {
    return this.netInputFor('positiveProba', X).map(sigmoid.value);
  }

  protected start(training: Coded): (line: Line) => EpochFigures {
    const {batchSize} = this;
    if (batchSize === 'all') return (line) => this.#step(line, training);
    const {X, targets} = training;
    const rng = createRng(this.seed);
    return (line) => {
      let loss = 0;
      let accuracy = 0;
      for (const rows of batches(rng, X.rows, batchSize)) {
        const batch = {X: X.rowsAt(rows), targets: Float64Array.from(rows, (i) => targets[i])};
        const figures = this.#step(line, batch);
        // Weighed by rows: the last batch may be shorter, and then counts for less.
        loss += rows.length * figures.loss;
        accuracy += rows.length * figures.accuracy;
      }
      return {loss: loss / X.rows, accuracy: accuracy / X.rows};
    };
  }

  protected lossOf(z: Float64Array, targets: Float64Array): number {
    // −log σ(z) = softplus(−z) and −log(1 − σ(z)) = softplus(z).
    return z.reduce((sum, value, i) => sum + softplus.value(targets[i] === 1 ? -value : value), 0) / z.length;
  }

  /** One step downhill; the figures are those before it. */
  #step(line: Line, {X, targets}: Coded): {loss: number; accuracy: number} {
    const z = netInputs(line, X);
    const uphill = weightedSum(
      X,
      z.map((value, i) => sigmoid.value(value) - targets[i]),
    );
    for (let j = 0; j < X.columns; j++) {
      line.weights[j] -= this.learningRate * (uphill.weights[j] / X.rows + this.l2 * line.weights[j]);
    }
    line.bias -= this.learningRate * (uphill.bias / X.rows);
    return {loss: this.lossOf(z, targets), accuracy: shareRight(z, targets)};
  }
}
