/**
 * Losses: how far predictions are from the truth, as one number, and the way uphill from each prediction.
 *
 * Truth Y and predictions have one sample a row and one output a column.
 */
import {checkSamples} from '../math/checks';
import {Matrix, type MatrixLike} from '../math/matrix';

export interface Loss {
  readonly name: string;
  /** Whether more samples make it larger ('sum') or not ('mean'). Over mini-batches sums add, and means weigh by rows. */
  readonly reduction: 'sum' | 'mean';
  /** The loss of predictions, both of shape (samples, outputs). */
  value(Y: MatrixLike, predicted: MatrixLike): number;
  /** Its derivative with respect to each prediction. Shape (samples, outputs). */
  gradient(Y: MatrixLike, predicted: MatrixLike): Matrix;
  /** What it is made of, for those who add it up themselves. */
  readonly terms: LossTerms;
}

/** What a loss says of one place, and by how much the sum of the places is divided. */
export interface LossTerms {
  readonly value: (y: number, p: number) => number;
  readonly derivative: (y: number, p: number) => number;
  readonly divisor: (samples: number, outputs: number) => number;
  /** Whether truth and predictions are probabilities. */
  readonly probabilities?: boolean;
}

/** The distance of 1 from the next float. A logarithm sees no probability below it: −log 2⁻⁵² ≈ 36, and not Infinity. */
const smallest = Number.EPSILON;

/**
 * ½ Σ (y − ŷ)² over samples and outputs; its derivative is ŷ − y. The loss of `Adaline`.
 *
 * @example
 * halfSquaredError.value([[1], [2]], [[0], [4]]); // 2.5
 */
export const halfSquaredError: Loss = lossOf('halfSquaredError', 'sum', {
  value: (y, p) => 0.5 * (y - p) * (y - p),
  derivative: (y, p) => p - y,
  divisor: () => 1,
});

/** Σ (y − ŷ)² over samples and outputs; its derivative is 2 (ŷ − y). */
export const sumSquaredError: Loss = lossOf('sumSquaredError', 'sum', {
  value: (y, p) => (y - p) * (y - p),
  derivative: (y, p) => 2 * (p - y),
  divisor: () => 1,
});

/** The mean of (y − ŷ)² over samples and outputs. */
export const meanSquaredError: Loss = lossOf('meanSquaredError', 'mean', {
  value: (y, p) => (y - p) * (y - p),
  derivative: (y, p) => 2 * (p - y),
  divisor: (samples, outputs) => samples * outputs,
});

/**
 * −Σ (y log ŷ + (1 − y) log(1 − ŷ)) over the outputs, its mean over the samples. The loss of `LogisticRegression`.
 *
 * Every output is a probability of its own. A prediction that is sure and wrong costs 36 and not Infinity: logarithms
 * are taken of 2⁻⁵² at least.
 *
 * @example
 * binaryCrossEntropy.value([[1], [0]], [[0.5], [0.5]]); // 0.6931471805599453
 */
export const binaryCrossEntropy: Loss = lossOf('binaryCrossEntropy', 'mean', {
  value: (y, p) => -y * safeLog(p) - (1 - y) * safeLog(1 - p),
  derivative: (y, p) => (1 - y) / Math.max(1 - p, smallest) - y / Math.max(p, smallest),
  divisor: (samples) => samples,
  probabilities: true,
});

/**
 * −Σ y log ŷ over the classes, its mean over the samples. One column a class; a row of Y has its 1 at the true class.
 *
 * Logarithms are taken of 2⁻⁵² at least, as in `binaryCrossEntropy`.
 */
export const categoricalCrossEntropy: Loss = lossOf('categoricalCrossEntropy', 'mean', {
  value: (y, p) => -y * safeLog(p),
  derivative: (y, p) => -y / Math.max(p, smallest),
  divisor: (samples) => samples,
  probabilities: true,
});

function lossOf(name: string, reduction: Loss['reduction'], terms: LossTerms): Loss {
  return {
    name,
    reduction,
    terms,
    value(Y, predicted) {
      const [truth, guess] = checkPair(Y, predicted, terms.probabilities);
      return (
        truth.data.reduce((sum, y, i) => sum + terms.value(y, guess.data[i]), 0) /
        terms.divisor(truth.rows, truth.columns)
      );
    },
    gradient(Y, predicted) {
      const [truth, guess] = checkPair(Y, predicted, terms.probabilities);
      const divisor = terms.divisor(truth.rows, truth.columns);
      const slopes = truth.data.map((y, i) => terms.derivative(y, guess.data[i]) / divisor);
      return new Matrix(truth.rows, truth.columns, slopes);
    },
  };
}

function safeLog(p: number): number {
  return Math.log(Math.max(p, smallest));
}

function checkPair(Y: MatrixLike, predicted: MatrixLike, probabilities: boolean = false): [Matrix, Matrix] {
  const truth = checkSamples(Y, 'Y');
  const guess = checkSamples(predicted, 'predicted');
  if (truth.rows !== guess.rows || truth.columns !== guess.columns) {
    throw new RangeError(
      `Y is ${truth.rows} × ${truth.columns}, but predicted is ${guess.rows} × ${guess.columns}: they must be alike`,
    );
  }
  if (probabilities) {
    checkProbabilities(truth, 'Y');
    checkProbabilities(guess, 'predicted');
  }
  return [truth, guess];
}

/** @throws {RangeError} If a value is below 0 or above 1. */
export function checkProbabilities(values: Matrix, name: string): void {
  const bad = values.data.findIndex((value) => value < 0 || value > 1);
  if (bad < 0) return;
  const [row, column] = [Math.floor(bad / values.columns), bad % values.columns];
  throw new RangeError(
    `${name} must hold probabilities from 0 to 1, got ${values.data[bad]} at row ${row}, column ${column}`,
  );
}
