/**
 * Made answers of a model that is mostly right: the probability of class 1 for 40 samples of class 0 and 20 of class 1. Drawn from
 * overlapping bells, put through σ and rounded.
 */

// prettier-ignore
const no: readonly number[] = [
  0.02, 0.05, 0.06, 0.07, 0.08, 0.08, 0.08, 0.08, 0.09, 0.09, 0.13, 0.13, 0.14, 0.17, 0.19, 0.23, 0.26, 0.26, 0.26, 0.26,
  0.29, 0.33, 0.33, 0.34, 0.35, 0.36, 0.38, 0.39, 0.41, 0.41, 0.43, 0.44, 0.46, 0.48, 0.51, 0.68, 0.7, 0.72, 0.8, 0.83,
];
// prettier-ignore
const yes: readonly number[] = [
  0.21, 0.3, 0.33, 0.38, 0.49, 0.63, 0.66, 0.68, 0.71, 0.72, 0.72, 0.75, 0.78, 0.82, 0.82, 0.83, 0.86, 0.87, 0.87, 0.91,
];

export const PROBABILITIES: readonly number[] = [...no, ...yes];

/** The true class of each. */
export const LABELS: readonly number[] = [...no.map(() => 0), ...yes.map(() => 1)];
