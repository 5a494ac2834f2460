/** How good predicted labels are, counted in several ways. The true labels always come first. */
import {checkVector} from '../math/checks';
import {Matrix, type VectorLike} from '../math/matrix';

/** How one class fared. What would be 0 / 0 is given as 0. */
export interface ClassReport {
  label: number;
  /** Of the rows predicted as this class, the share that are of it: TP / (TP + FP). */
  precision: number;
  /** Of the rows of this class, the share predicted as it: TP / (TP + FN). */
  recall: number;
  /** The harmonic mean of precision and recall. */
  f1: number;
  /** How many rows are of this class. */
  support: number;
}

export interface ClassificationReport {
  /** One a class, labels in rising order. */
  classes: ClassReport[];
  /** Share of right predictions. */
  accuracy: number;
  /** Mean recall of the classes that y holds: what guessing can't raise by preferring a frequent class. */
  balancedAccuracy: number;
  /** Accuracy of always predicting the most frequent class of y: what any model has to beat. */
  majority: number;
}

/**
 * Share of predicted labels that are right, from 0 to 1.
 *
 * @param y - True labels. Shape (samples).
 * @param predicted - Shape (samples).
 * @throws {RangeError} If they differ in length, are empty, or hold NaN or Infinity.
 * @example
 * accuracyScore([0, 1, 1, 0], [0, 1, 0, 0]); // 0.75
 */
export function accuracyScore(y: VectorLike, predicted: VectorLike): number {
  const [truth, guess] = checkPair(y, predicted);
  return truth.filter((label, i) => label === guess[i]).length / truth.length;
}

/**
 * How many rows of each class (a row of the matrix) were predicted as each class (a column). Shape (classes, classes).
 *
 * @param y - True labels. Shape (samples).
 * @param predicted - Shape (samples).
 * @param classes - The labels, in the order of rows and columns. @default all that occur, in rising order
 * @throws {RangeError} If y and predicted differ in length, are empty, or hold a label that is none of the classes.
 * @example
 * confusionMatrix([0, 1, 1, 0], [0, 1, 0, 0]).toArrays(); // [[2, 0], [1, 1]], one 1 was taken for a 0
 */
export function confusionMatrix(y: VectorLike, predicted: VectorLike, classes?: VectorLike): Matrix {
  const [truth, guess] = checkPair(y, predicted);
  const labels = classes === undefined ? labelsOf(truth, guess) : checkVector(classes, 'classes');
  const place = new Map(Array.from(labels, (label, k) => [label, k]));
  if (place.size !== labels.length) throw new RangeError(`classes must differ, got ${labels.join(', ')}`);
  const placeOf = (label: number, i: number, name: string): number => {
    const found = place.get(label);
    if (found !== undefined) return found;
    throw new RangeError(`${name} must hold labels of the classes ${labels.join(', ')}, got ${label} at index ${i}`);
  };
  const counts = new Matrix(labels.length, labels.length);
  truth.forEach((label, i) => {
    counts.data[placeOf(label, i, 'y') * labels.length + placeOf(guess[i], i, 'predicted')]++;
  });
  return counts;
}

/**
 * Precision, recall and their harmonic mean for each class, and what accuracy is worth here.
 *
 * @param y - True labels. Shape (samples).
 * @param predicted - Shape (samples).
 * @throws {RangeError} If they differ in length, are empty, or hold NaN or Infinity.
 * @example
 * classificationReport([0, 0, 0, 1], [0, 0, 0, 0]).balancedAccuracy; // 0.5, with an accuracy of 0.75
 */
export function classificationReport(y: VectorLike, predicted: VectorLike): ClassificationReport {
  const [truth, guess] = checkPair(y, predicted);
  const counts = confusionMatrix(truth, guess);
  const classes = Array.from(labelsOf(truth, guess), (label, k): ClassReport => {
    const right = counts.get(k, k);
    const support = sum(counts.row(k));
    const precision = share(right, sum(counts.columnsAt([k]).data));
    const recall = share(right, support);
    return {label, precision, recall, f1: share(2 * precision * recall, precision + recall), support};
  });
  const present = classes.filter(({support}) => support > 0);
  return {
    classes,
    accuracy: accuracyScore(truth, guess),
    balancedAccuracy: sum(present.map(({recall}) => recall)) / present.length,
    majority: Math.max(...classes.map(({support}) => support)) / truth.length,
  };
}

/** All labels that occur, in rising order. */
function labelsOf(truth: Float64Array, guess: Float64Array): Float64Array {
  return Float64Array.from(new Set([...truth, ...guess])).sort();
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: Float64Array | number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function checkPair(y: VectorLike, predicted: VectorLike): [Float64Array, Float64Array] {
  const truth = checkVector(y, 'y');
  const guess = checkVector(predicted, 'predicted');
  if (truth.length !== guess.length) {
    throw new RangeError(`y has ${truth.length} labels, but predicted has ${guess.length}`);
  }
  if (truth.length === 0) throw new RangeError('y must hold at least one label, got none');
  return [truth, guess];
}
