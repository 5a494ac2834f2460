import {confusionMatrix, type RocCurve} from '../../lib/src/browser';

/** Scores of samples, and their true classes, 0 or 1. */
export interface Scores {
  probabilities: readonly number[];
  labels: readonly number[];
}

/** How the samples fare at one threshold: `trueNegatives` were rightly called 0, `falsePositives` wrongly 1. */
export interface Counts {
  trueNegatives: number;
  falsePositives: number;
  falseNegatives: number;
  truePositives: number;
}

/** A sample is called 1 if its probability is not below the threshold, as LogisticRegression's `predict` does at 0.5. */
export function countsAt({probabilities, labels}: Scores, threshold: number): Counts {
  const called = probabilities.map((probability) => (probability >= threshold ? 1 : 0));
  const [no, yes] = confusionMatrix(labels, called, [0, 1]).toArrays();
  return {trueNegatives: no[0], falsePositives: no[1], falseNegatives: yes[0], truePositives: yes[1]};
}

/** A share, or — where there is nothing to have a share of. */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '—' : (part / whole).toFixed(3);
}

/** All thresholds above `above`, up to and with `to`, call the same samples 1, and cost the same. */
export interface Stretch {
  above: number;
  to: number;
  cost: number;
}

/** The cost FP + missCost · FN as the threshold rises from 0 to 1: it changes where a sample lies, and nowhere else. */
export function costsOf(curve: RocCurve, labels: readonly number[], missCost: number): Stretch[] {
  const positives = labels.filter((label) => label === 1).length;
  const negatives = labels.length - positives;
  const stretches = Array.from(curve.thresholds, (to, k) => {
    const falsePositives = Math.round(curve.falsePositiveRate[k] * negatives);
    const falseNegatives = positives - Math.round(curve.truePositiveRate[k] * positives);
    const above = curve.thresholds[k + 1] ?? -Infinity;
    return {above, to: Math.min(to, 1), cost: falsePositives + missCost * falseNegatives};
  });
  return stretches.filter(({above}) => above < 1).reverse();
}

/** A threshold of the least cost, from the longest such stretch, with as few decimals as do. */
export function cheapest(stretches: readonly Stretch[]): {threshold: number; cost: number} {
  const length = ({above, to}: Stretch): number => to - Math.max(above, 0);
  const [{above, to, cost}] = [...stretches].sort((a, b) => a.cost - b.cost || length(b) - length(a));
  const scales = [1, 10, 100, 1000, 10_000];
  const rounded = scales.map((scale) => Math.floor(to * scale) / scale).find((threshold) => threshold > above);
  return {threshold: rounded ?? to, cost};
}
