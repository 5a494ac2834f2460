import {checkVector} from '../math/checks';
import type {VectorLike} from '../math/matrix';

/** One point a threshold: all rows with at least this probability are called positive. */
export interface RocCurve {
  /** Of the negative rows, the share called positive: FP / (FP + TN). Shape (thresholds). */
  falsePositiveRate: Float64Array;
  /** Of the positive rows, the share called positive (recall): TP / (TP + FN). Shape (thresholds). */
  truePositiveRate: Float64Array;
  /** Infinity, at which nothing is positive, then every probability that occurs, falling. Shape (thresholds). */
  thresholds: Float64Array;
  /** Area under the curve: how likely a positive row has a higher probability than a negative one; 0.5 by guessing. */
  area: number;
}

/**
 * The receiver operating characteristic: what every threshold catches, and what it costs in false alarms.
 *
 * @param y - True labels, of two classes; the larger is the positive one. Shape (samples).
 * @param probability - Of the positive class; any score that is higher for positives will do. Shape (samples).
 * @throws {RangeError} If they differ in length, hold NaN or Infinity, or y doesn't hold exactly two classes.
 * @example
 * rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).area; // 0.75
 * @see T. Fawcett (2006), "An introduction to ROC analysis", Pattern Recognition Letters 27.
 */
export function rocCurve(y: VectorLike, probability: VectorLike): RocCurve {
  const labels = checkVector(y, 'y');
  const scores = checkVector(probability, 'probability');
  if (labels.length !== scores.length) {
    throw new RangeError(`y has ${labels.length} labels, but probability has ${scores.length}`);
  }
  const classes = new Set(labels);
  if (classes.size !== 2) throw new RangeError(`y must hold two different labels, got ${classes.size}`);
  const positive = Math.max(...classes);

  const order = [...labels.keys()].sort((a, b) => scores[b] - scores[a]);
  const points = [{threshold: Infinity, falsePositives: 0, truePositives: 0}];
  let [falsePositives, truePositives] = [0, 0];
  order.forEach((row, n) => {
    if (labels[row] === positive) truePositives++;
    else falsePositives++;
    // Rows of the same probability are called positive together: one point for all of them.
    const threshold = scores[row];
    if (scores[order[n + 1]] !== threshold) points.push({threshold, falsePositives, truePositives});
  });

  // Each step right adds a trapezoid, in counts, so that only the last division rounds.
  let area = 0;
  for (let k = 1; k < points.length; k++) {
    const [from, to] = [points[k - 1], points[k]];
    area += ((to.falsePositives - from.falsePositives) * (from.truePositives + to.truePositives)) / 2;
  }
  return {
    falsePositiveRate: Float64Array.from(points, (point) => point.falsePositives / falsePositives),
    truePositiveRate: Float64Array.from(points, (point) => point.truePositives / truePositives),
    thresholds: Float64Array.from(points, ({threshold}) => threshold),
    area: area / (falsePositives * truePositives),
  };
}
