import {functionExercise, numericExercise} from './answers';
import type {Exercise} from './exercise';

const parameters = numericExercise({
  id: '10-tensorflow/parameters',
  stub: undefined,
  solution: 221,
  why: '96 + 12, 96 + 8 and 8 + 1: a weight for each pair of neighbours, and a bias for each unit.',
  mistakes: [
    {answer: 200, says: 'Those are the weights alone. Each of the 12 + 8 + 1 units has a bias, too.'},
    {answer: 229, says: 'The inputs are no units: they have no biases. Biases are 12 + 8 + 1.'},
    {answer: 29, says: 'Those are the units, inputs included. Between two neighbouring layers each pair has a weight.'},
    {answer: 21, says: 'Those are the biases. Each pair of neighbouring units has a weight, too.'},
    {answer: 768, says: 'That is 8 · 12 · 8: the weights of neighbouring layers are added, not multiplied.'},
    {answer: 213, says: 'One layer has lost its biases: 12, 8 and 1 of them belong to the three layers.'},
    {answer: 108, says: 'That is the first layer. The other two have 96 + 8 and 8 + 1.'},
  ],
  otherwise: 'For each layer: inputs times units for the weights, and one bias a unit. Then add up the three layers.',
  hints: [
    'The first layer has 8 inputs and 12 units.',
    'It has 8 · 12 weights and 12 biases, together 108.',
    '108 + 104 + 9.',
  ],
});

const leaks = numericExercise({
  id: '10-tensorflow/leaks',
  stub: [],
  solution: [2, 5],
  why: 'The medians come from all rows, and the scaler learns from the test rows: both must know the training rows alone.',
  mistakes: [
    {
      answer: [2],
      says: 'Line 2 is one: its medians know the test rows. There is another: from which rows does the scaler learn?',
    },
    {answer: [5], says: 'Line 5 is one: the scaler learns from the test rows. There is another, before the split.'},
    {answer: [5, 2], says: 'Those are the two. Write them in the order of the lines.'},
    {answer: [2, 3, 5], says: 'Line 3 only uses what line 2 has learned. Filling is harmless where the medians are.'},
    {answer: [3, 5], says: 'Line 3 only uses the medians. In which line do they learn from all rows?'},
    {answer: [2, 5, 7], says: 'Line 7 is how test rows are to be used: transformed, predicted, counted.'},
    {
      answer: [2, 5, 6],
      says: 'Line 6 learns from the training rows, as it must. What the scaler knows was learned in line 5.',
    },
    {answer: [4], says: 'The split is harmless by itself. What was learned before it, and from which rows?'},
    {answer: [7], says: 'Line 7 judges the model by the test rows, as it must. Look for lines that learn something.'},
  ],
  otherwise: 'Look for lines that learn something from rows: medians, means, weights. Which of them see test rows?',
  hints: [
    'Three lines learn something: medians, a scaler, a model.',
    'Everything that is learned has to come from the training rows alone.',
    'Lines 2 and 5.',
  ],
});

const known = (values: number[]): number[] => values.filter((value) => value !== 0).sort((a, b) => a - b);
const medianOf = (sorted: number[]): number => {
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
};
const meanOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const put = (test: number[], value: number): number[] => test.map((old) => (old === 0 ? value : old));

const fill = functionExercise<[number[], number[]]>({
  id: '10-tensorflow/fill',
  // Known training values: 2, 9, 30, 100, of which 9 and 30 stand in the middle; as texts 100, 2, 30, 9.
  given: () => [
    [30, 0, 9, 100, 0, 2, 0],
    [0, 7, 0, 12],
  ],
  stub: (_train, test) => test,
  solution: (train, test) => put(test, medianOf(known(train))),
  why: 'The medians come from the training rows, and only missing values are filled.',
  mistakes: [
    {
      answer: (_train, test) => put(test, medianOf(known(test))),
      says: 'This is the median of the test rows. Take that of the training rows.',
    },
    {
      answer: (train, test) => put(test, medianOf(known([...train, ...test]))),
      says: 'This median knows the test rows. They are to be judged, so it must not see them.',
    },
    {
      answer: (train, test) => put(test, meanOf(known(train))),
      says: 'This is the mean of the known training values. One very large value would move it far; take the median.',
    },
    {
      answer: (train, test) => put(test, medianOf([...train].sort((a, b) => a - b))),
      says: 'The zeros took part in the median. They are no values: leave them out.',
    },
    {
      answer: (train, test) => put(test, known(train)[Math.floor(known(train).length / 2)]),
      says: 'With an even number of known values the median is the mean of the two in the middle.',
    },
    {
      answer: (train, test) => put(test, known(train)[known(train).length / 2 - 1]),
      says: 'With an even number of known values the median is the mean of the two in the middle.',
    },
    {
      answer: (train, test) => put(test, medianOf(known(train).map(String).sort().map(Number))),
      says: '`sort()` alone sorts numbers as texts, with 100 before 2. Say `sort((a, b) => a - b)`.',
    },
    {
      answer: (train, test) => put(test, medianOf(train.filter((value) => value !== 0))),
      says: 'The known values are not sorted yet: the one in the middle of the list is no median.',
    },
    {
      answer: (train, test) => test.map(() => medianOf(known(train))),
      says: 'Only the zeros are to be replaced: known values stay as they are.',
    },
    {
      answer: (train) => put(train, medianOf(known(train))),
      says: 'This is the training column. Return the test column.',
    },
    {
      answer: (train) => medianOf(known(train)),
      says: 'must return a list of 4 numbers',
    },
  ],
  otherwise:
    'Take the known training values, sort them, take the one in the middle, and put it for each 0 of the test column.',
  hints: [
    '`train.filter((value) => value !== 0)` are the known values.',
    'Sort them with `sort((a, b) => a - b)`: without it, numbers are sorted as texts.',
    'Of 2, 9, 30 and 100 the median is the mean of 9 and 30.',
  ],
});

const recallEntropy = numericExercise({
  id: '10-tensorflow/recall-entropy',
  stub: undefined,
  solution: -Math.log(0.25),
  why: 'Only the share of the right class counts: −log 0.25 = 1.386.',
  mistakes: [
    {answer: Math.log(0.25), says: 'The sign: a logarithm of a share is negative, and the loss takes it with a minus.'},
    {answer: -Math.log(0.75), says: 'That takes the share of the others. The right class got 0.25.'},
    {answer: 0.75, says: 'That is how much is missing to 1. The loss takes a logarithm.'},
    {answer: 2, says: 'That is the logarithm to the base 2. Take the natural one, `Math.log`.'},
    {answer: 0.602, says: 'That is the logarithm to the base 10. Take the natural one, `Math.log`.'},
    {answer: 0.25, says: 'That is the share itself. The loss is minus its logarithm.'},
  ],
  otherwise: 'The loss of a row is minus the natural logarithm of the share that the right class got.',
  hints: ['All terms but one are zero.', '−log of 0.25.', '0.25 is ¼, and the logarithm of 4 is 1.386.'],
});

const recallTanh = numericExercise({
  id: '10-tensorflow/recall-tanh',
  stub: undefined,
  solution: 0.32,
  why: 'The slope of tanh is 1 − a² = 0.64, and the chain rule multiplies: 0.5 · 0.64.',
  mistakes: [
    {answer: 0.64, says: 'That is the slope of tanh alone. Multiply by the slope of the loss in the output.'},
    {answer: 0.12, says: 'That is the slope of the logistic function, a (1 − a). The unit has tanh.'},
    {answer: 0.3, says: 'That multiplies by the output. The chain rule multiplies by the slope of tanh, 1 − a².'},
    {answer: 0.2, says: 'The slope is 1 − a², with the square: 1 − 0.36.'},
    {answer: 0.5, says: 'That is the slope in the output. On the way to the net input it passes through tanh.'},
    {answer: 1.14, says: 'The factors of a chain are multiplied, not added.'},
  ],
  otherwise: 'The slope in the net input is the slope in the output times the slope of tanh, 1 − a².',
  hints: ['a = 0.6 is the output.', '1 − 0.6² = 0.64.', '0.5 · 0.64.'],
});

export const tensorflowExercises: readonly Exercise[] = [parameters, leaks, fill, recallEntropy, recallTanh];
