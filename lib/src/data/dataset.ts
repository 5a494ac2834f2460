import type {Matrix} from '../math/matrix';

/** Samples with their labels and the names of both. */
export interface Dataset {
  /** Shape (samples, features). */
  X: Matrix;
  /** The label of each sample: its place in `classNames`. Shape (samples). */
  y: Float64Array;
  /** One name a column of X. */
  featureNames: string[];
  /** The name that each label stands for. */
  classNames: string[];
}
