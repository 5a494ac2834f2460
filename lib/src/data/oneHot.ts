import {checkCount, checkVector} from '../math/checks';
import {Matrix, type VectorLike} from '../math/matrix';

/**
 * Labels as rows of zeros with a single 1, in the column of the label. Shape (samples, classes).
 *
 * @param labels - Whole numbers from 0. Shape (samples).
 * @param classes - How many columns. @default the largest label + 1
 * @throws {RangeError} If there is no label, or one is not a whole number from 0 to `classes` − 1.
 * @example
 * oneHot([2, 0]).toArrays(); // [[0, 0, 1], [1, 0, 0]]
 */
export function oneHot(labels: VectorLike, classes?: number): Matrix {
  const places = checkVector(labels, 'labels');
  if (places.length === 0) throw new RangeError('labels must hold at least one label, got none');
  if (classes !== undefined) checkCount(classes, 'classes');
  places.forEach((label, i) => {
    if (Number.isSafeInteger(label) && label >= 0 && label < (classes ?? Infinity)) return;
    const range = classes === undefined ? 'of 0 or more' : `from 0 to ${classes - 1}`;
    throw new RangeError(`labels must hold whole numbers ${range}, got ${label} at index ${i}`);
  });
  const columns = classes ?? places.reduce((largest, label) => Math.max(largest, label), 0) + 1;
  const matrix = new Matrix(places.length, columns);
  places.forEach((label, i) => (matrix.data[i * columns + label] = 1));
  return matrix;
}
