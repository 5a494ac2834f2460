import {checkCount, checkLabels, checkPositive, checkSamples, checkUint32} from '../math/checks';
import {NotFittedError} from '../math/errors';
import type {Matrix, MatrixLike, VectorLike} from '../math/matrix';
import {createRng, permutation} from '../math/random';
import {received} from '../math/received';
import {signStep} from '../neurons/activations';
import type {Classifier, EpochLog, FitOptions} from './classifier';
import {findTwoClasses, signsOf} from './labels';

export interface PerceptronOptions {
  /** Step size η; positive. @default 0.1 */
  learningRate?: number;
  /** Passes over the training rows; a positive whole number. @default 10 */
  epochs?: number;
  /** Whether every epoch goes through the rows in a new random order. @default true */
  shuffle?: boolean;
  /** Seeds the shuffling; a whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
}

/** A line (with more features: a plane) between two classes. */
interface Line {
  weights: Float64Array;
  bias: number;
}

/** What a fit has learned so far, replaced as a whole at the end of each epoch. */
interface Learned extends Line {
  classes: Float64Array;
  /** Grows during a fit; only the first `epochs` logs belong to these weights. */
  history: EpochLog[];
  epochs: number;
}

/** Rows with their labels as −1 and +1. */
interface Labelled {
  X: Matrix;
  signs: Float64Array;
}

/**
 * Rosenblatt's perceptron: one neuron with a step as activation, for two classes.
 *
 * Every misclassified row moves the line: w ← w + η (y − ŷ) x and b ← b + η (y − ŷ), with the two classes coded as
 * y = −1 and +1, and ŷ = +1 where z = w · x + b ≥ 0. If a line separates the classes, the corrections come to an end;
 * otherwise they never do. Weights start at zero, so η scales them but, rounding aside, changes no prediction.
 *
 * The `loss` in its history is the perceptron criterion, the mean of max(0, −y z): how far on the wrong side the rows
 * lay. It is 0 for a row exactly on the line, even a misclassified one.
 *
 * An interrupted fit leaves the model with the weights of its last full epoch; one that throws leaves it as it was.
 *
 * @example
 * const X = [[0, 0], [0, 1], [1, 0], [1, 1]];
 * const and = new Perceptron({learningRate: 0.5}).fit(X, [0, 0, 0, 1]);
 * and.predict(X); // Float64Array [0, 0, 0, 1]
 * @see F. Rosenblatt (1958), "The Perceptron: A Probabilistic Model for Information Storage and Organization in the
 *   Brain", Psychological Review 65.
 */
export class Perceptron implements Classifier {
  readonly learningRate: number;
  readonly epochs: number;
  readonly shuffle: boolean;
  readonly seed: number;
  #learned?: Learned;

  /**
   * @throws {RangeError} If the learning rate is not positive, `epochs` not a positive whole number, or the seed not a
   *   whole number from 0 to 2³² − 1.
   * @throws {TypeError} If `shuffle` is neither true nor false.
   */
  constructor({learningRate = 0.1, epochs = 10, shuffle = true, seed = 0}: PerceptronOptions = {}) {
    checkPositive(learningRate, 'learningRate');
    checkCount(epochs, 'epochs');
    if (typeof shuffle !== 'boolean') throw new TypeError(`shuffle must be true or false, got ${received(shuffle)}`);
    checkUint32(seed, 'seed');
    this.learningRate = learningRate;
    this.epochs = epochs;
    this.shuffle = shuffle;
    this.seed = seed;
  }

  /** The two labels in rising order; inside, the first is −1 and the second +1. Shape (2). */
  get classes_(): Float64Array {
    return this.#fitted('reading classes_').classes;
  }

  /** One weight a feature. Every epoch leaves an array of its own, so it can be kept. Shape (features). */
  get weights_(): Float64Array {
    return this.#fitted('reading weights_').weights;
  }

  /** The bias b: the net input where all features are 0. */
  get bias_(): number {
    return this.#fitted('reading bias_').bias;
  }

  /** One log for each epoch: its corrections, loss and accuracy, and the validation figures if asked for. */
  get history_(): EpochLog[] {
    const {history, epochs} = this.#fitted('reading history_');
    return history.slice(0, epochs);
  }

  /**
   * Corrections made in each epoch. Shape (epochs).
   *
   * They are not the rows that are wrong at its end: each correction may spoil rows that were right before.
   */
  get errors_(): number[] {
    return this.history_.map((log) => log.errors ?? 0);
  }

  /**
   * Learns the weights, forgetting any earlier fit. In `onEpoch` the model answers with the epoch just ended.
   *
   * @param X - Training rows. Shape (samples, features).
   * @param y - Label of each row; any two different numbers. Shape (samples).
   * @throws {RangeError} If X is empty or ragged or holds NaN or Infinity, X and y differ in length, y doesn't hold
   *   exactly two classes, or the weights leave the finite numbers.
   * @throws {TypeError} If X or y holds anything but numbers.
   */
  fit(X: MatrixLike, y: VectorLike, {validation, onEpoch}: FitOptions = {}): this {
    const samples = checkSamples(X);
    const labels = checkLabels(y, samples);
    const classes = findTwoClasses(labels);
    const training = {X: samples, signs: signsOf(labels, classes, 'y')};
    const judged = validation && this.#checkValidation(validation, samples.columns, classes);

    const rng = createRng(this.seed);
    const line: Line = {weights: new Float64Array(samples.columns), bias: 0};
    const history: EpochLog[] = [];
    const earlier = this.#learned;
    try {
      for (let epoch = 1; epoch <= this.epochs; epoch++) {
        const order = this.shuffle ? permutation(rng, samples.rows) : undefined;
        const log: EpochLog = {epoch, ...correctRowByRow(line, training, this.learningRate, order)};
        checkFinite(line, epoch);
        if (judged) Object.assign(log, judge(line, judged));
        history.push(log);
        // One assignment: an interrupt of the kernel skips `catch`, and must not find half an epoch here.
        this.#learned = {classes, weights: line.weights.slice(), bias: line.bias, history, epochs: epoch};
        if (onEpoch?.({...log}) === 'stop') break;
      }
    } catch (error) {
      this.#learned = earlier;
      throw error;
    }
    return this;
  }

  /**
   * The net input z = w · x + b of each row: its sign decides, its size tells how far from the line. Shape (samples).
   *
   * @param X - Shape (samples, features).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  netInput(X: MatrixLike): Float64Array {
    const learned = this.#fitted('netInput');
    return netInputs(learned, checkFeatures(X, learned.weights.length));
  }

  /**
   * The label of each row: the second class where z ≥ 0, else the first. Shape (samples).
   *
   * @param X - Shape (samples, features).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  predict(X: MatrixLike): Float64Array {
    const learned = this.#fitted('predict');
    const [first, second] = learned.classes;
    return netInputs(learned, checkFeatures(X, learned.weights.length)).map((z) => (z >= 0 ? second : first));
  }

  /**
   * The accuracy: share of rows whose predicted label is that of y, from 0 to 1.
   *
   * @param X - Shape (samples, features).
   * @param y - True labels. Shape (samples).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X and y differ in length, or either holds NaN or Infinity.
   */
  score(X: MatrixLike, y: VectorLike): number {
    const learned = this.#fitted('score');
    const samples = checkFeatures(X, learned.weights.length);
    const labels = checkLabels(y, samples);
    const predicted = this.predict(samples);
    return labels.filter((label, i) => label === predicted[i]).length / labels.length;
  }

  #fitted(wanted: string): Learned {
    if (!this.#learned) throw new NotFittedError('Perceptron', wanted);
    return this.#learned;
  }

  #checkValidation([X, y]: NonNullable<FitOptions['validation']>, features: number, classes: Float64Array): Labelled {
    const samples = checkFeatures(X, features, 'validation X');
    const labels = checkLabels(y as VectorLike, samples, 'validation y', 'validation X');
    return {X: samples, signs: signsOf(labels, classes, 'validation y')};
  }
}

/** One epoch: goes through the rows and corrects the line after each that lies on its wrong side. */
function correctRowByRow(
  line: Line,
  {X, signs}: Labelled,
  learningRate: number,
  order?: Uint32Array,
): Omit<EpochLog, 'epoch'> {
  let errors = 0;
  let loss = 0;
  for (let n = 0; n < X.rows; n++) {
    const i = order ? order[n] : n;
    const x = X.row(i);
    const z = netInput(line, x);
    loss += Math.max(0, -signs[i] * z);
    const change = learningRate * (signs[i] - signStep.value(z)); // η (y − ŷ): −2η, 0 or 2η
    if (change === 0) continue;
    for (let j = 0; j < x.length; j++) line.weights[j] += change * x[j];
    line.bias += change;
    errors++;
  }
  return {loss: loss / X.rows, accuracy: (X.rows - errors) / X.rows, errors};
}

/** The same figures for rows that are not learned from, under the names of validation. */
function judge(line: Line, {X, signs}: Labelled): Pick<EpochLog, 'valLoss' | 'valAccuracy'> {
  let right = 0;
  let loss = 0;
  netInputs(line, X).forEach((z, i) => {
    loss += Math.max(0, -signs[i] * z);
    if (signStep.value(z) === signs[i]) right++;
  });
  return {valLoss: loss / X.rows, valAccuracy: right / X.rows};
}

function netInputs(line: Line, X: Matrix): Float64Array {
  return Float64Array.from({length: X.rows}, (_, i) => netInput(line, X.row(i)));
}

/** z = Σⱼ wⱼ xⱼ in the order of j, then the bias: the order decides the last bit, and with it ties. */
function netInput({weights, bias}: Line, x: Float64Array): number {
  let z = 0;
  for (let j = 0; j < x.length; j++) z += weights[j] * x[j];
  return z + bias;
}

function checkFeatures(X: MatrixLike, features: number, name: string = 'X'): Matrix {
  const samples = checkSamples(X, name);
  if (samples.columns !== features) {
    throw new RangeError(`${name} has ${samples.columns} features, but the model learned from ${features}`);
  }
  return samples;
}

function checkFinite({weights, bias}: Line, epoch: number): void {
  const bad = [...weights, bias].find((value) => !Number.isFinite(value));
  if (bad === undefined) return;
  throw new RangeError(
    `weights must stay finite, got ${bad} in epoch ${epoch}: try features of smaller size or a smaller learningRate`,
  );
}
