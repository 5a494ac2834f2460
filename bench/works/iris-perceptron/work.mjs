import {loadIris} from 'neurons';
import {contest, sameNumbers} from '../../contest.mjs';

export const title = 'The perceptron of lesson 3';
export const about =
  'Setosa and versicolor, sepal and petal length, rate 0.1, rows in their order; 100 fits of 10 epochs. In NumPy as tutorials write ' +
  'it, row by row with `np.dot` and `np.where`.';

const {X, y} = loadIris();
const rows = Array.from({length: 100}, (_, i) => i);

export const measure = () =>
  contest({
    input: {
      X: rows.map((i) => [X.get(i, 0), X.get(i, 2)]),
      y: rows.map((i) => (y[i] === 0 ? -1 : 1)),
      fits: 100,
    },
    contestants: [
      {name: 'neurons', file: new URL('neurons.mjs', import.meta.url)},
      {name: 'NumPy', file: new URL('numpy.py', import.meta.url), goal: 0.005},
    ],
    check: sameNumbers('Their weights, biases and corrections in each epoch', 1e-12),
  });
