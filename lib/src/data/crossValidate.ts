import {checkLabels, checkSamples} from '../math/checks';
import type {Matrix, MatrixLike, VectorLike} from '../math/matrix';
import {received} from '../math/received';
import {kFold} from './kFold';
import {StandardScaler} from './standardScaler';

/** What can be cross-validated: every classifier of the library, and yours. */
export interface Scored {
  fit(X: MatrixLike, y: VectorLike): unknown;
  score(X: MatrixLike, y: VectorLike): number;
}

export interface CrossValidateOptions {
  /** From 2 to the number of rows. @default 5 */
  folds?: number;
  /** Deals the rows out; a whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
  /** Whether columns are standardised, each time by the training rows of the fold alone. @default false */
  standardise?: boolean;
}

/** How well a kind of model did on rows that it had not seen. */
export interface CrossValidation {
  /** The score on each fold. Shape (folds). */
  scores: number[];
  mean: number;
  /** Population standard deviation of the scores. */
  deviation: number;
}

/**
 * Trains a new model for each fold, on all other folds, and scores it on the fold that it has not seen.
 *
 * @param make - Makes a new, unfitted model: `() => new LogisticRegression()`.
 * @param X - Shape (samples, features).
 * @param y - Shape (samples).
 * @throws {RangeError} If X and y don't fit, or an option is out of its range; and whatever `fit` throws, such as for
 *   training rows of one class only.
 */
export function crossValidate(
  make: () => Scored,
  X: MatrixLike,
  y: VectorLike,
  {folds = 5, seed = 0, standardise = false}: CrossValidateOptions = {},
): CrossValidation {
  if (typeof make !== 'function') throw new TypeError(`make must be a function, got ${received(make)}`);
  if (typeof standardise !== 'boolean') {
    throw new TypeError(`standardise must be true or false, got ${received(standardise)}`);
  }
  const samples = checkSamples(X);
  const labels = checkLabels(y, samples);
  const scores = kFold(samples.rows, {folds, seed}).map(({train, test}) => {
    const model = make();
    let [XTrain, XTest]: Matrix[] = [samples.rowsAt(train), samples.rowsAt(test)];
    if (standardise) {
      const scaler = new StandardScaler().fit(XTrain);
      [XTrain, XTest] = [scaler.transform(XTrain), scaler.transform(XTest)];
    }
    model.fit(
      XTrain,
      Float64Array.from(train, (i) => labels[i]),
    );
    return model.score(
      XTest,
      Float64Array.from(test, (i) => labels[i]),
    );
  });
  const mean = meanOf(scores);
  return {scores, mean, deviation: Math.sqrt(meanOf(scores.map((score) => (score - mean) * (score - mean))))};
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
