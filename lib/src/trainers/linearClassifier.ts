import {checkFeatures, checkLabels, checkSamples} from '../math/checks';
import {NotFittedError} from '../math/errors';
import type {Matrix, MatrixLike, VectorLike} from '../math/matrix';
import type {Classifier, EpochLog, FitOptions} from './classifier';
import {DivergenceError} from './divergenceError';
import {encode, findTwoClasses, shareAlike, type Codes} from './labels';
import {netInputs, shareRight, type Line} from './line';

/** Rows with their labels as the numbers that the model uses inside. */
export interface Coded {
  /** Shape (samples, features). */
  X: Matrix;
  /** Shape (samples). */
  targets: Float64Array;
}

/** What is told of one epoch of training. */
export type EpochFigures = Pick<EpochLog, 'loss' | 'accuracy' | 'errors'>;

/** What a fit has learned so far, replaced as a whole at the end of each epoch. */
interface Learned extends Line {
  classes: Float64Array;
  /** Grows during a fit; only the first `epochs` logs belong to these weights. */
  history: EpochLog[];
  epochs: number;
}

/**
 * What the perceptron, Adaline and logistic regression have in common: two classes, a line between them, and a fit that
 * goes epoch by epoch from zero weights. Each of them adds its loss, and what it does in one epoch.
 *
 * An interrupted fit leaves the model with the weights of its last full epoch; one that throws leaves it as it was.
 */
export abstract class LinearClassifier implements Classifier {
  abstract readonly learningRate: number;
  abstract readonly epochs: number;
  /** What errors call the model. Not `constructor.name`: bundlers shorten it. */
  protected abstract readonly modelName: string;
  /** What the two classes are inside. The second is above 0, the first isn't. */
  protected abstract readonly codes: Codes;
  #learned?: Learned;

  /** Begins a fit. The function that comes back goes through one epoch: it moves the line and tells how it was. */
  protected abstract start(training: Coded): (line: Line) => EpochFigures;

  /** The loss of rows with these net inputs and targets. */
  protected abstract lossOf(z: Float64Array, targets: Float64Array): number;

  /** The two labels in rising order. Shape (2). */
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

  /** One log for each epoch: its loss and accuracy, and the validation figures if asked for. */
  get history_(): EpochLog[] {
    const {history, epochs} = this.#fitted('reading history_');
    return history.slice(0, epochs);
  }

  /**
   * Learns the weights, forgetting any earlier fit. In `onEpoch` the model answers with the epoch just ended.
   *
   * @param X - Training rows. Shape (samples, features).
   * @param y - Label of each row; any two different numbers. Shape (samples).
   * @throws {RangeError} If X is empty or ragged or holds NaN or Infinity, X and y differ in length, or y doesn't hold
   *   exactly two classes.
   * @throws {TypeError} If X or y holds anything but numbers.
   * @throws {DivergenceError} If the loss or the weights leave the finite numbers.
   */
  fit(X: MatrixLike, y: VectorLike, {validation, onEpoch}: FitOptions = {}): this {
    const samples = checkSamples(X);
    const labels = checkLabels(y, samples);
    const classes = findTwoClasses(labels);
    const training = {X: samples, targets: encode(labels, classes, this.codes, 'y')};
    const judged = validation && this.#checkValidation(validation, samples.columns, classes);

    const line: Line = {weights: new Float64Array(samples.columns), bias: 0};
    const trainOneEpoch = this.start(training);
    const history: EpochLog[] = [];
    const earlier = this.#learned;
    try {
      for (let epoch = 1; epoch <= this.epochs; epoch++) {
        const log: EpochLog = {epoch, ...trainOneEpoch(line)};
        this.#checkFinite(line, log, history);
        if (judged) Object.assign(log, this.#judge(line, judged));
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
    return this.netInputFor('netInput', X);
  }

  /**
   * The label of each row: the second class where z ≥ 0, else the first. Shape (samples).
   *
   * @param X - Shape (samples, features).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  predict(X: MatrixLike): Float64Array {
    const [first, second] = this.#fitted('predict').classes;
    return this.netInputFor('predict', X).map((z) => (z >= 0 ? second : first));
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
    return shareAlike(labels, this.predict(samples));
  }

  /** The net inputs, asked for under another name: "call fit(X, y) before …". */
  protected netInputFor(wanted: string, X: MatrixLike): Float64Array {
    const learned = this.#fitted(wanted);
    return netInputs(learned, checkFeatures(X, learned.weights.length));
  }

  #fitted(wanted: string): Learned {
    if (!this.#learned) throw new NotFittedError(this.modelName, wanted);
    return this.#learned;
  }

  #checkValidation([X, y]: NonNullable<FitOptions['validation']>, features: number, classes: Float64Array): Coded {
    const samples = checkFeatures(X, features, 'validation X');
    const labels = checkLabels(y as VectorLike, samples, 'validation y', 'validation X');
    return {X: samples, targets: encode(labels, classes, this.codes, 'validation y')};
  }

  /** The figures of rows that are not learned from. */
  #judge(line: Line, {X, targets}: Coded): Pick<EpochLog, 'valLoss' | 'valAccuracy'> {
    const z = netInputs(line, X);
    return {valLoss: this.lossOf(z, targets), valAccuracy: shareRight(z, targets)};
  }

  #checkFinite({weights, bias}: Line, {epoch, loss}: EpochLog, history: EpochLog[]): void {
    const {learningRate} = this;
    if (!Number.isFinite(loss)) {
      const lastLoss = history.at(-1)?.loss ?? NaN;
      throw new DivergenceError({what: 'loss', got: loss, epoch, lastLoss, history, learningRate});
    }
    const got = [...weights, bias].find((value) => !Number.isFinite(value));
    if (got !== undefined) {
      throw new DivergenceError({what: 'weights', got, epoch, lastLoss: loss, history, learningRate});
    }
  }
}
