import {contest, sameNumbers} from '../../contest.mjs';
import {startingWeights} from '../../weights.mjs';

export const title = 'XOR, 2-8-1, against NumPy';
export const about =
  '8 hidden and 1 output sigmoid with biases, half the squared error, rate 1; 10,000 steps, each with all 4 rows.';

export const measure = () =>
  contest({
    input: {
      X: [[0, 0], [0, 1], [1, 0], [1, 1]], // prettier-ignore
      Y: [[0], [1], [1], [0]],
      weights: startingWeights(2, 8, 1),
      steps: 10_000,
    },
    contestants: [
      {name: 'neurons', file: new URL('neurons.mjs', import.meta.url)},
      {name: 'NumPy', file: new URL('numpy.py', import.meta.url), goal: 0.06},
    ],
    check: sameNumbers('Their weights and biases', 1e-9),
  });
