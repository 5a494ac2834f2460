import type {EpochLog} from './classifier';

/** What a fit that left the finite numbers was like. */
export interface Divergence {
  /** What is no longer finite: 'loss' or 'weights'. */
  what: string;
  /** What it is instead: Infinity, −Infinity or NaN. */
  got: number;
  /** The epoch, counted from 1, in which it happened. */
  epoch: number;
  /** The last loss that was a finite number, or NaN if there was none. */
  lastLoss: number;
  /** The logs of the epochs before. */
  history: EpochLog[];
  /** The step size that was too large. */
  learningRate: number;
}

/**
 * Thrown by `fit` when the loss or the weights leave the finite numbers: each step overshot further than the last.
 *
 * A loss that only rises is no error. The model is as it was before `fit`; what was seen until then is in `history`.
 */
export class DivergenceError extends Error {
  override readonly name: string = 'DivergenceError';
  readonly epoch: number;
  readonly lastLoss: number;
  readonly history: EpochLog[];

  constructor({what, got, epoch, lastLoss, history, learningRate}: Divergence) {
    const before = Number.isFinite(lastLoss) ? `; the last finite loss was ${Number(lastLoss.toPrecision(4))}` : '';
    super(
      `${what} must stay finite, got ${got} in epoch ${epoch}${before}: ` +
        `try a learningRate below ${learningRate}, or features of smaller size (StandardScaler)`,
    );
    this.epoch = epoch;
    this.lastLoss = lastLoss;
    this.history = history.slice(); // the model goes on writing to its own
  }
}
