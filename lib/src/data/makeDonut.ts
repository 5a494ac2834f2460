import {createRng, normal, uniform} from '../math/random';
import type {Dataset} from './dataset';
import {checkPlaneOptions, planeDataset, type PlaneOptions} from './planeOptions';

/**
 * A disc (class 0, radius 0 to 0.5) within a ring (class 1, radius 0.8 to 1). No straight line does it, but
 * x₁² + x₂² does.
 *
 * The classes alternate. Every point has a uniform angle, and a radius such that equal areas hold as many points.
 *
 * @returns X (samples, 2), y with the labels 0 and 1.
 * @throws {RangeError} If an option is out of its range.
 * @example
 * makeDonut({samples: 4}).y; // Float64Array [0, 1, 0, 1]
 */
export function makeDonut(options: PlaneOptions = {}): Dataset {
  const {samples, noise, seed} = checkPlaneOptions(options);
  const rng = createRng(seed);
  const labels = Array.from({length: samples}, (_, i) => i % 2);
  const point = (label: number): [number, number] => {
    const angle = uniform(rng, 0, 2 * Math.PI);
    // The area up to a radius grows with its square.
    const radius = Math.sqrt(label === 0 ? uniform(rng, 0, 0.25) : uniform(rng, 0.64, 1));
    return [radius * Math.cos(angle) + normal(rng, 0, noise), radius * Math.sin(angle) + normal(rng, 0, noise)];
  };
  return planeDataset(labels.map(point), labels);
}
