import {createRng, normal, uniform} from '../math/random';
import type {Dataset} from './dataset';
import {checkPlaneOptions, planeDataset, type PlaneOptions} from './planeOptions';

/**
 * Two arms that wind around each other, one and a half turns from the middle to radius 2: on every straight way out the
 * classes change places.
 *
 * The classes alternate. A point of radius r has the angle ¾ · 2π r in class 0, and half a turn more in class 1, before
 * noise; the radius is drawn such that equal lengths of an arm hold about as many points.
 *
 * @returns X (samples, 2), y with the labels 0 and 1.
 * @throws {RangeError} If an option is out of its range.
 * @example
 * makeSpiral({samples: 4}).y; // Float64Array [0, 1, 0, 1]
 * @see K. J. Lang and M. J. Witbrock (1988), "Learning to tell two spirals apart", Proceedings of the 1988 Connectionist
 *   Models Summer School.
 */
export function makeSpiral(options: PlaneOptions = {}): Dataset {
  const {samples, noise, seed} = checkPlaneOptions(options);
  const rng = createRng(seed);
  const labels = Array.from({length: samples}, (_, i) => i % 2);
  const point = (label: number): [number, number] => {
    // The way along an arm grows about as the square of the radius.
    const radius = 2 * Math.sqrt(uniform(rng));
    const angle = Math.PI * (1.5 * radius + label);
    return [radius * Math.cos(angle) + normal(rng, 0, noise), radius * Math.sin(angle) + normal(rng, 0, noise)];
  };
  return planeDataset(labels.map(point), labels);
}
