import {makeDonut} from 'neurons';
import {contest, sameNumbers} from '../../contest.mjs';
import {startingWeights} from '../../weights.mjs';

export const title = 'A donut, 1,000 × 2, 2-8-1';
export const about =
  '8 hidden and 1 output sigmoid with biases, cross-entropy, rate 1; 5,000 steps, each with all rows. neurons also keeps the loss and ' +
  'the accuracy of every epoch, NumPy neither.';

const {X, y} = makeDonut({samples: 1000});

export const measure = () =>
  contest({
    input: {X: X.toArrays(), Y: Array.from(y, (label) => [label]), weights: startingWeights(2, 8, 1), steps: 5000},
    contestants: [
      {name: 'neurons', file: new URL('neurons.mjs', import.meta.url)},
      {name: 'NumPy', file: new URL('numpy.py', import.meta.url), goal: 1.8},
    ],
    check: sameNumbers('Their weights and biases', 1e-6),
  });
