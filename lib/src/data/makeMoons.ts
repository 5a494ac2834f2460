import {createRng, normal, permutation} from '../math/random';
import type {Dataset} from './dataset';
import {checkPlaneOptions, planeDataset, type PlaneOptions} from './planeOptions';

/**
 * Two half circles, each reaching into the other: neither a line nor a product of two features does it.
 *
 * The points are those of scikit-learn's `make_moons` with `random_state=seed`, but for the last bits: class 0 is the
 * upper arc from (1, 0) to (−1, 0), class 1 the lower from (0, 0.5) to (2, 0.5), in random order.
 *
 * @returns X (samples, 2), y with the labels 0 and 1.
 * @throws {RangeError} If an option is out of its range.
 * @example
 * makeMoons({samples: 4}).y; // Float64Array [1, 1, 0, 0]
 */
export function makeMoons(options: PlaneOptions = {}): Dataset {
  const {samples, noise, seed} = checkPlaneOptions(options);
  const rng = createRng(seed);
  const upper = Math.floor(samples / 2);
  const order = Array.from(permutation(rng, samples));
  const labels = order.map((i) => (i < upper ? 0 : 1));
  const points = order.map((i): [number, number] => {
    if (i < upper) {
      const angle = along(i, upper);
      return [Math.cos(angle), Math.sin(angle)];
    }
    const angle = along(i - upper, samples - upper);
    return [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
  });
  const noisy = points.map(([x1, x2]): [number, number] => [x1 + normal(rng, 0, noise), x2 + normal(rng, 0, noise)]);
  return planeDataset(noisy, labels);
}

/** Angle of point i of n, evenly spread from 0 to π with both ends. */
function along(i: number, n: number): number {
  return n === 1 ? 0 : (Math.PI * i) / (n - 1);
}
