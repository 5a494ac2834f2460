import {checkColumns, checkLabels, checkRows} from '../math/checks';
import type {Dtype} from '../math/dtype';
import {NotFittedError} from '../math/errors';
import type {Matrix, MatrixLike, NumericArray, VectorLike} from '../math/matrix';
import {dense} from '../neurons/layers';
import type {Classifier, EpochLog, FitOptions} from './classifier';
import {keepBest} from './earlyStopping';
import {encodeOneHot, findClasses, shareAlike} from './labels';
import {Network} from './network';
import type {Optimizer} from './optimizers';

/** How a network classifier trains: options of `Network` that it hands on. */
export interface TrainingOptions {
  optimizer: Optimizer;
  epochs: number;
  batchSize: number | 'all';
  l2: number;
  seed: number;
  dtype?: Dtype;
}

/** What was learned. A network in training replaces its weights as a whole at the end of each epoch. */
export interface Learned {
  /** Shape (classes). */
  readonly classes: Float64Array;
  /** Its outputs are the probabilities of the classes, in their order. */
  readonly network: Network;
  /** All epochs of the fit, where the network doesn't know them itself. */
  readonly history?: EpochLog[];
}

/**
 * What softmax regression and the multilayer perceptron have in common: two or more classes, a network with softmax
 * outputs that learns them as rows with a single 1, and answers that are labels again. Each of them says which network.
 *
 * An interrupted fit leaves the model with the weights of its last full epoch; one that throws leaves it as it was.
 */
export abstract class NetworkClassifier implements Classifier {
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize: number | 'all';
  readonly l2: number;
  readonly seed: number;
  readonly dtype: Dtype;
  /** What errors call the model. Not `constructor.name`: bundlers shorten it. */
  protected abstract readonly modelName: string;
  #learned?: Learned;

  /** @throws {RangeError | TypeError} If an option is not what `Network` asks for. */
  protected constructor({optimizer, epochs, batchSize, l2, seed, dtype = 'float64'}: TrainingOptions) {
    // A network looks at them; this one has no other use.
    new Network({inputs: 1, layers: [dense(1)], optimizer, epochs, batchSize, l2, seed, dtype});
    this.optimizer = optimizer;
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.l2 = l2;
    this.seed = seed;
    this.dtype = dtype;
  }

  /** The network that learns so many classes, before its first epoch. Each call makes another, which is the same. */
  protected abstract makeNetwork(features: number, classes: number): Network;

  /** For how many epochs in a row the validation loss may fail to fall; undefined if nobody looks. */
  protected patience(): number | undefined {
    return undefined;
  }

  /** The labels found by `fit`, in rising order. Shape (classes). */
  get classes_(): Float64Array {
    return this.fitted('reading classes_').classes;
  }

  /** One log for each epoch: its loss and accuracy, and the validation figures if asked for. */
  get history_(): EpochLog[] {
    const {network, history} = this.fitted('reading history_');
    return history?.slice() ?? network.history_;
  }

  /**
   * Learns the weights, forgetting any earlier fit. In `onEpoch` the model answers with the epoch just ended.
   *
   * @param X - Training rows. Shape (samples, features).
   * @param y - Label of each row; any two or more different numbers. Shape (samples).
   * @throws {RangeError} If X is empty or ragged or holds NaN or Infinity, X and y differ in length, or y holds only one
   *   class.
   * @throws {TypeError} If X or y holds anything but numbers, or `earlyStopping` has no validation rows to go by.
   * @throws {DivergenceError} If the loss or the weights leave the finite numbers.
   */
  fit(X: MatrixLike, y: VectorLike, {validation, onEpoch}: FitOptions = {}): this {
    const samples = checkRows(X);
    const labels = checkLabels(y, samples);
    const classes = findClasses(labels);
    const judged = validation && checkValidation(validation, samples.columns, classes);
    const patience = this.patience();
    if (patience !== undefined && !judged) {
      throw new TypeError('validation must be given to fit for earlyStopping, as {validation: [X, y]}, got undefined');
    }

    const network = this.makeNetwork(samples.columns, classes.length);
    const learned: Learned = {classes, network};
    const best = patience === undefined ? undefined : keepBest(patience);
    const earlier = this.#learned;
    try {
      network.fit(samples, encodeOneHot(labels, classes, 'y'), {
        validation: judged,
        onEpoch: (log) => {
          // The network has just replaced its weights as a whole. From the first epoch on, its answers are the model's.
          this.#learned = learned;
          const waitedEnough = best?.look(log, network.layers);
          return onEpoch?.(log) === 'stop' || waitedEnough ? 'stop' : undefined;
        },
      });
      if (best) {
        const restored = this.makeNetwork(samples.columns, classes.length);
        best.restore(restored.layers);
        this.#learned = {classes, network: restored, history: network.history_};
      }
    } catch (error) {
      this.#learned = earlier;
      throw error;
    }
    return this;
  }

  /**
   * The probability of each class, in the order of `classes_`; each row adds up to 1. Shape (samples, classes).
   *
   * @param X - Shape (samples, features).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  predictProba(X: MatrixLike): Matrix {
    return probabilities(this.fitted('predictProba'), X);
  }

  /**
   * The label of each row: the class of the largest probability, the first of several. Shape (samples).
   *
   * @param X - Shape (samples, features).
   * @throws {NotFittedError} Before `fit`.
   * @throws {RangeError} If X has another number of features than the training rows, or is no matrix of finite numbers.
   */
  predict(X: MatrixLike): Float64Array {
    const learned = this.fitted('predict');
    const shares = probabilities(learned, X);
    return Float64Array.from({length: shares.rows}, (_, i) => learned.classes[placeOfLargest(shares.row(i))]);
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
    const {network} = this.fitted('score');
    const samples = checkInputs(X, network);
    const labels = checkLabels(y, samples);
    return shareAlike(labels, this.predict(samples));
  }

  /** What was learned, asked for under a name: "call fit(X, y) before …". */
  protected fitted(wanted: string): Learned {
    if (!this.#learned) throw new NotFittedError(this.modelName, wanted);
    return this.#learned;
  }

  /** Takes what was learned elsewhere. */
  protected take(learned: Learned): void {
    this.#learned = learned;
  }
}

function probabilities({network}: Learned, X: MatrixLike): Matrix {
  return network.predict(checkInputs(X, network));
}

/** As the network would, but in the words of a model that has features. Bytes stay bytes. */
function checkInputs(X: MatrixLike, {inputs}: Network): Matrix<NumericArray> {
  const samples = checkRows(X);
  checkColumns(samples, inputs);
  return samples;
}

function checkValidation(
  [X, y]: NonNullable<FitOptions['validation']>,
  features: number,
  classes: Float64Array,
): [Matrix<NumericArray>, Matrix] {
  const samples = checkRows(X, 'validation X');
  checkColumns(samples, features, 'validation X');
  const labels = checkLabels(y as VectorLike, samples, 'validation y', 'validation X');
  return [samples, encodeOneHot(labels, classes, 'validation y')];
}

function placeOfLargest(values: Float64Array): number {
  let place = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[place]) place = k;
  return place;
}
