import {Matrix} from '../math/matrix';
import {normal, uniform, type Rng} from '../math/random';

/** How the weights of a network start; biases start at 0. */
export type Init = 'glorot' | 'he' | 'uniform' | 'zeros';

const draws: Record<Init, (rng: Rng, inputs: number, units: number) => number> = {
  glorot(rng, inputs, units) {
    const limit = Math.sqrt(6 / (inputs + units));
    return uniform(rng, -limit, limit);
  },
  he: (rng, inputs) => normal(rng, 0, Math.sqrt(2 / inputs)),
  uniform: (rng) => uniform(rng, -0.5, 0.5),
  zeros: () => 0,
};

/** The names of all ways to start. */
export const inits: readonly Init[] = Object.keys(draws) as Init[];

/**
 * The weights that a layer starts with, drawn row by row. Shape (inputs, units).
 *
 * - `glorot`: uniform on ±√(6 / (inputs + units)), so that signals keep their size on the way forward and back.
 * - `he`: normal with the deviation √(2 / inputs), since a relu lets half of the signal pass.
 * - `uniform`: uniform on [−0.5, 0.5).
 * - `zeros`: all 0, and nothing drawn.
 *
 * @see X. Glorot and Y. Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks",
 *   AISTATS; K. He, X. Zhang, S. Ren and J. Sun (2015), "Delving deep into rectifiers", ICCV.
 */
export function drawWeights(init: Init, rng: Rng, inputs: number, units: number): Matrix {
  return new Matrix(inputs, units).map(() => draws[init](rng, inputs, units));
}
