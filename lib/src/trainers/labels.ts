import {Matrix} from '../math/matrix';

/**
 * The different labels, in rising order. Shape (classes).
 *
 * @throws {RangeError} If there is only one.
 */
export function findClasses(labels: Float64Array): Float64Array {
  const classes = differentLabels(labels);
  if (classes.length >= 2) return classes;
  throw new RangeError(`y must hold at least two different labels, got ${classes.length} (${listed(classes)})`);
}

/**
 * The different labels, in rising order. Shape (2).
 *
 * @throws {RangeError} If there are not exactly two.
 */
export function findTwoClasses(labels: Float64Array): Float64Array {
  const classes = differentLabels(labels);
  if (classes.length === 2) return classes;
  throw new RangeError(`y must hold two different labels, got ${classes.length} (${listed(classes)})`);
}

/** The numbers that a model uses inside for the first and the second class, whatever labels the caller has. */
export type Codes = readonly [first: number, second: number];

/**
 * Labels as the numbers of a model: the first code for the first class, the second for the second. Shape (samples).
 *
 * @throws {RangeError} If one is of neither class.
 */
export function encode(labels: Float64Array, classes: Float64Array, codes: Codes, name: string): Float64Array {
  return labels.map((_, i) => codes[placeOf(i, labels, classes, name)]);
}

/**
 * Labels as rows of zeros with a single 1, in the column of their class. Shape (samples, classes).
 *
 * @throws {RangeError} If one is of no class.
 */
export function encodeOneHot(labels: Float64Array, classes: Float64Array, name: string): Matrix {
  const targets = new Matrix(labels.length, classes.length);
  labels.forEach((_, i) => (targets.row(i)[placeOf(i, labels, classes, name)] = 1));
  return targets;
}

/** Share of places where the two agree, from 0 to 1. */
export function shareAlike(labels: Float64Array, predicted: Float64Array): number {
  return labels.filter((label, i) => label === predicted[i]).length / labels.length;
}

function differentLabels(labels: Float64Array): Float64Array {
  return Float64Array.from(new Set(labels)).sort();
}

function placeOf(i: number, labels: Float64Array, classes: Float64Array, name: string): number {
  const place = classes.indexOf(labels[i]);
  if (place >= 0) return place;
  throw new RangeError(`${name} must hold the labels of training, ${listed(classes)}, got ${labels[i]} at index ${i}`);
}

function listed(labels: Float64Array): string {
  const shown = labels.subarray(0, 5).join(', ');
  return labels.length > 5 ? `${shown}, …` : shown;
}
