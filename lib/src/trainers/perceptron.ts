import {checkCount, checkPositive, checkUint32} from '../math/checks';
import {createRng, permutation} from '../math/random';
import {received} from '../math/received';
import {signStep} from '../neurons/activations';
import type {Codes} from './labels';
import {addRow, netInput, type Line} from './line';
import {LinearClassifier, type Coded, type EpochFigures} from './linearClassifier';

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
export class Perceptron extends LinearClassifier {
  readonly learningRate: number;
  readonly epochs: number;
  readonly shuffle: boolean;
  readonly seed: number;
  protected readonly modelName: string = 'Perceptron';
  protected readonly codes: Codes = [-1, 1];

  /**
   * @throws {RangeError} If the learning rate is not positive, `epochs` not a positive whole number, or the seed not a
   *   whole number from 0 to 2³² − 1.
   * @throws {TypeError} If `shuffle` is neither true nor false.
   */
  constructor({learningRate = 0.1, epochs = 10, shuffle = true, seed = 0}: PerceptronOptions = {}) {
    super();
    checkPositive(learningRate, 'learningRate');
    checkCount(epochs, 'epochs');
    if (typeof shuffle !== 'boolean') throw new TypeError(`shuffle must be true or false, got ${received(shuffle)}`);
    checkUint32(seed, 'seed');
    this.learningRate = learningRate;
    this.epochs = epochs;
    this.shuffle = shuffle;
    this.seed = seed;
  }

  /**
   * Corrections made in each epoch. Shape (epochs).
   *
   * They are not the rows that are wrong at its end: each correction may spoil rows that were right before.
   */
  get errors_(): number[] {
    return this.history_.map((log) => log.errors ?? 0);
  }

  protected start(training: Coded): (line: Line) => EpochFigures {
    const rng = createRng(this.seed);
    return (line) => {
      const order = this.shuffle ? permutation(rng, training.X.rows) : undefined;
      return correctRowByRow(line, training, this.learningRate, order);
    };
  }

  protected lossOf(z: Float64Array, signs: Float64Array): number {
    return z.reduce((sum, value, i) => sum + criterion(value, signs[i]), 0) / z.length;
  }
}

/** One epoch: goes through the rows and corrects the line after each that lies on its wrong side. */
function correctRowByRow(
  line: Line,
  {X, targets: signs}: Coded,
  learningRate: number,
  order?: Uint32Array,
): EpochFigures {
  let errors = 0;
  let loss = 0;
  for (let n = 0; n < X.rows; n++) {
    const i = order ? order[n] : n;
    const z = netInput(line, X, i);
    loss += criterion(z, signs[i]);
    const change = learningRate * (signs[i] - signStep.value(z)); // η (y − ŷ): −2η, 0 or 2η
    if (change === 0) continue;
    addRow(line, change, X, i);
    errors++;
  }
  return {loss: loss / X.rows, accuracy: (X.rows - errors) / X.rows, errors};
}

/** How far on the wrong side of the line a row lies, in units of z; 0 on the right side. */
function criterion(z: number, sign: number): number {
  return Math.max(0, -sign * z);
}
