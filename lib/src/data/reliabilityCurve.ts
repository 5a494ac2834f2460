import {checkCount, checkVector} from '../math/checks';
import type {VectorLike} from '../math/matrix';

/** One entry a bin that holds rows, by rising probability. */
export interface ReliabilityCurve {
  /** Mean probability that was given to the rows of the bin. Shape (bins). */
  predicted: Float64Array;
  /** Share of the rows of the bin that are positive. Shape (bins). */
  observed: Float64Array;
  /** How many rows the bin holds. Shape (bins). */
  counts: Float64Array;
}

/**
 * Whether probabilities keep their promise: of the rows that got about 0.7, about 70 % should be positive.
 *
 * The range from 0 to 1 is cut into bins of equal width. A bin holds its lower edge, the last one 1, too. Bins without a
 * row are left out.
 *
 * @param y - True labels, of two classes; the larger is the positive one. Shape (samples).
 * @param probability - Of the positive class, from 0 to 1. Shape (samples).
 * @param options - `bins`, a positive whole number. @default 10
 * @throws {RangeError} If y and the probabilities differ in length, y doesn't hold exactly two classes, a probability is not
 *   from 0 to 1, or `bins` is out of its range.
 * @example
 * const {predicted, observed} = reliabilityCurve([0, 1, 1, 1], [0.25, 0.375, 0.75, 1], {bins: 2});
 * predicted; // Float64Array [0.3125, 0.875]
 * observed; // Float64Array [0.5, 1]
 * @see A. Niculescu-Mizil and R. Caruana (2005), "Predicting Good Probabilities with Supervised Learning", ICML.
 */
export function reliabilityCurve(
  y: VectorLike,
  probability: VectorLike,
  {bins = 10}: {bins?: number} = {},
): ReliabilityCurve {
  const labels = checkVector(y, 'y');
  const given = checkVector(probability, 'probability');
  if (labels.length !== given.length) {
    throw new RangeError(`y has ${labels.length} labels, but probability has ${given.length}`);
  }
  const classes = new Set(labels);
  if (classes.size !== 2) throw new RangeError(`y must hold two different labels, got ${classes.size}`);
  const bad = given.findIndex((one) => one < 0 || one > 1);
  if (bad >= 0) throw new RangeError(`probability must lie from 0 to 1, got ${given[bad]} at index ${bad}`);
  checkCount(bins, 'bins');

  const positive = Math.max(...classes);
  const sums = Array.from({length: bins}, () => ({probability: 0, positives: 0, rows: 0}));
  given.forEach((one, i) => {
    const bin = sums[Math.min(bins - 1, Math.floor(one * bins))];
    bin.probability += one;
    bin.rows++;
    if (labels[i] === positive) bin.positives++;
  });
  const filled = sums.filter(({rows}) => rows > 0);
  return {
    predicted: Float64Array.from(filled, (bin) => bin.probability / bin.rows),
    observed: Float64Array.from(filled, (bin) => bin.positives / bin.rows),
    counts: Float64Array.from(filled, ({rows}) => rows),
  };
}
