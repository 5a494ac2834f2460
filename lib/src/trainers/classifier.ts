import type {MatrixLike, VectorLike} from '../math/matrix';

/**
 * What one epoch (one pass over the training rows) was like. `loss`, `accuracy` and `errors` are about the predictions
 * made *during* the epoch, each before the update it led to; the validation figures are taken at its end.
 */
export interface EpochLog {
  /** Counted from 1. */
  epoch: number;
  loss: number;
  /** Share of right predictions, from 0 to 1. */
  accuracy?: number;
  valLoss?: number;
  /** Share of right predictions on the validation rows, from 0 to 1. */
  valAccuracy?: number;
  /** Corrections made. */
  errors?: number;
}

export interface FitOptions {
  /** Rows that are only judged, never learned from, after every epoch: `[X, y]`. */
  validation?: readonly [X: MatrixLike, y: VectorLike | MatrixLike];
  /**
   * Called at the end of every epoch, when the model already answers with what it has learned so far. Returning
   * `'stop'` ends the training there. If it throws, `fit` throws the same, and the model is as it was before `fit`.
   */
  onEpoch?: (log: EpochLog) => unknown;
}

/** What every classifier of the library can do. */
export interface Classifier {
  /** Learns from X (samples, features) and y (samples), forgetting any earlier fit. */
  fit(X: MatrixLike, y: VectorLike, options?: FitOptions): this;
  /** The label of each row of X. Shape (samples). */
  predict(X: MatrixLike): Float64Array;
  /** Share of rows of X whose predicted label is that of y, from 0 to 1. */
  score(X: MatrixLike, y: VectorLike): number;
  /** The labels found by `fit`, in rising order. Shape (classes). */
  readonly classes_: Float64Array;
  /** One log for each epoch of the last fit. */
  readonly history_: EpochLog[];
}
