import {checkCount, checkNotNegative, checkSamples, checkUint32} from '../math/checks';
import {Matrix, type MatrixLike} from '../math/matrix';
import {createRng, normal} from '../math/random';
import type {Dataset} from './dataset';

export interface BlobOptions {
  /** How many points in all. @default 100 */
  samples?: number;
  /** One centre a row. Shape (classes, features). @default [[1, 1], [2.5, 2]] */
  centers?: MatrixLike;
  /** Standard deviation in every direction; 0 or more. @default 0.5 */
  spread?: number;
  /** A whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
}

const defaultCenters: MatrixLike = [
  [1, 1],
  [2.5, 2],
];

/**
 * Round clouds of points, one a class: made data on which a straight line does well.
 *
 * Sample i belongs to class i mod (number of centres), so the classes alternate and are as large as each other. Its
 * features are drawn one after the other, each normal around the centre's.
 *
 * @returns X (samples, features), y with the labels 0, 1 …, features called x1, x2 …, classes called class 0, class 1 …
 * @throws {RangeError} If an option is out of its range, or the centres are no matrix of finite numbers.
 * @example
 * const {X, y} = makeBlobs({samples: 4});
 * X.rows; // 4
 * y; // Float64Array [0, 1, 0, 1]
 */
export function makeBlobs({samples = 100, centers = defaultCenters, spread = 0.5, seed = 0}: BlobOptions = {}): Dataset {
  checkCount(samples, 'samples');
  checkNotNegative(spread, 'spread');
  checkUint32(seed, 'seed');
  const middles = checkSamples(centers, 'centers');
  const rng = createRng(seed);
  const X = new Matrix(samples, middles.columns);
  const y = Float64Array.from({length: samples}, (_, i) => i % middles.rows);
  y.forEach((label, i) => X.row(i).set(middles.row(label).map((middle) => normal(rng, middle, spread))));
  return {
    X,
    y,
    featureNames: Array.from({length: middles.columns}, (_, j) => `x${j + 1}`),
    classNames: Array.from({length: middles.rows}, (_, label) => `class ${label}`),
  };
}
