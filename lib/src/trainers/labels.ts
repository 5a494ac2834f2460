/**
 * The different labels, in rising order. Shape (2).
 *
 * @throws {RangeError} If there are not exactly two.
 */
export function findTwoClasses(labels: Float64Array): Float64Array {
  const classes = Float64Array.from(new Set(labels)).sort();
  if (classes.length !== 2) {
    throw new RangeError(`y must hold two different labels, got ${classes.length} (${listed(classes)})`);
  }
  return classes;
}

/** The numbers that a model uses inside for the first and the second class, whatever labels the caller has. */
export type Codes = readonly [first: number, second: number];

/**
 * Labels as the numbers of a model: the first code for the first class, the second for the second. Shape (samples).
 *
 * @throws {RangeError} If one is of neither class.
 */
export function encode(labels: Float64Array, classes: Float64Array, codes: Codes, name: string): Float64Array {
  return labels.map((label, i) => {
    if (label === classes[0]) return codes[0];
    if (label === classes[1]) return codes[1];
    throw new RangeError(`${name} must hold the labels of training, ${listed(classes)}, got ${label} at index ${i}`);
  });
}

function listed(labels: Float64Array): string {
  const shown = labels.subarray(0, 5).join(', ');
  return labels.length > 5 ? `${shown}, …` : shown;
}
