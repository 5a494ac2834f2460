import {createRng, normal, uniform} from '../math/random';
import type {Dataset} from './dataset';
import {checkPlaneOptions, planeDataset, type PlaneOptions} from './planeOptions';

/**
 * Four square clouds around 0: class 1 where exactly one of x₁ and x₂ is positive. No straight line does it, but the
 * sign of x₁x₂ does.
 *
 * Sample i lies in the quadrant of row i mod 4 of the truth table 00, 01, 10, 11, with both coordinates uniform from
 * 0.1 to 1 in size before noise.
 *
 * @returns X (samples, 2), y with the labels 0 and 1.
 * @throws {RangeError} If an option is out of its range.
 * @example
 * makeXor({samples: 4}).y; // Float64Array [0, 1, 1, 0]
 */
export function makeXor(options: PlaneOptions = {}): Dataset {
  const {samples, noise, seed} = checkPlaneOptions(options);
  const rng = createRng(seed);
  const rows = Array.from({length: samples}, (_, i) => i % 4);
  const coordinate = (positive: boolean): number =>
    (positive ? 1 : -1) * uniform(rng, 0.1, 1) + normal(rng, 0, noise);
  return planeDataset(
    rows.map((row) => [coordinate(row >= 2), coordinate(row % 2 === 1)]),
    rows.map((row) => (row === 1 || row === 2 ? 1 : 0)),
  );
}
