import {contest, sameNumbers} from '../../contest.mjs';
import {startingWeights} from '../../weights.mjs';

export const title = 'The three-layer net of lesson 7';
export const about =
  '4 rows, 3 inputs, 4 hidden and 1 output sigmoid without biases, rate 1; 60,000 steps, each with all rows. In NumPy as tutorials ' +
  'write it: `l1 = nonlin(np.dot(l0, syn0))` and so on.';

export const measure = () =>
  contest({
    input: {
      X: [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], // prettier-ignore
      Y: [[0], [1], [1], [0]],
      weights: startingWeights(3, 4, 1),
      steps: 60_000,
    },
    contestants: [
      {name: 'neurons', file: new URL('neurons.mjs', import.meta.url)},
      {name: 'NumPy', file: new URL('numpy.py', import.meta.url), goal: 0.05},
    ],
    check: sameNumbers('Their weights', 1e-9),
  });
