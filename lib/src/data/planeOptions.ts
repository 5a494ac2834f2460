import {checkCount, checkNotNegative, checkUint32} from '../math/checks';
import {Matrix} from '../math/matrix';
import type {Dataset} from './dataset';

/** The options of all made data sets of two classes in the plane. */
export interface PlaneOptions {
  /** How many points in all. @default 200 */
  samples?: number;
  /** Standard deviation of the normal noise added to each coordinate; 0 or more. @default 0.1 */
  noise?: number;
  /** A whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
}

/** @throws {RangeError} If an option is out of its range. */
export function checkPlaneOptions({samples = 200, noise = 0.1, seed = 0}: PlaneOptions): Required<PlaneOptions> {
  checkCount(samples, 'samples');
  checkNotNegative(noise, 'noise');
  checkUint32(seed, 'seed');
  return {samples, noise, seed};
}

/** Points (x₁, x₂) with their labels 0 and 1, as a data set. */
export function planeDataset(points: [x1: number, x2: number][], labels: number[]): Dataset {
  return {
    X: Matrix.from(points),
    y: Float64Array.from(labels),
    featureNames: ['x1', 'x2'],
    classNames: ['class 0', 'class 1'],
  };
}
