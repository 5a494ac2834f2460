import {binaryStep, sigmoid} from '../neurons/activations';
import {functionExercise, numericExercise} from './answers';
import type {Exercise} from './exercise';

const lossByHand = numericExercise({
  id: '05-logistic-regression/loss-by-hand',
  stub: undefined,
  solution: -(Math.log(0.8) + Math.log(0.7)) / 2,
  why: 'The truth was given 0.8 and 1 − 0.3 = 0.7; −log 0.8 = 0.223 and −log 0.7 = 0.357, and their mean is 0.290.',
  mistakes: [
    {answer: 0.5798, says: 'That is the sum of the two penalties. The loss is their mean.'},
    {answer: 0.7136, says: 'The second person didn’t buy, so her penalty is −log(1 − ŷ), not −log ŷ.'},
    {
      answer: 1.4067,
      says: 'Both penalties are turned round: −log ŷ belongs to the one who bought, −log(1 − ŷ) to the other.',
    },
    {
      answer: -0.2899,
      says: 'The size is right. A penalty is never below zero: the logarithm of a probability is negative, so the loss has a minus.',
    },
    {
      answer: -0.5798,
      says: 'Two things: a penalty is never below zero, so the loss has a minus; and it is the mean of the two, not the sum.',
    },
    {answer: 0.1259, says: 'That is with the logarithm to base 10. The loss takes the natural one, `Math.log`.'},
    {answer: 0.4183, says: 'That is with the logarithm to base 2. The loss takes the natural one, `Math.log`.'},
    {answer: 0.065, says: 'That is the mean squared error. Here the penalties are logarithms.'},
    {answer: 0.56, says: 'That is the likelihood, 0.8 · 0.7. The loss is the mean of the negative logarithms.'},
  ],
  otherwise:
    'Ask for each of the two: which probability was given to what happened? Then −log of it, and the mean of both.',
  hints: [
    'What happened was given 0.8 the first time. And the second time, when nothing was bought?',
    'The second time it was given 1 − 0.3 = 0.7.',
    'So it is (−log 0.8 − log 0.7) / 2.',
  ],
});

type Rows = [X: number[][], y: number[], weights: number[]];

/** Σᵢ error(zᵢ, yᵢ) xᵢ, divided, by default by the number of rows: the gradient, if all is right. */
function slopesBy(
  error: (z: number, y: number) => number,
  divisor: (rows: number, weights: number) => number = (rows) => rows,
) {
  return (...[X, y, weights]: Rows): number[] => {
    const errors = X.map((x, i) => error(netInput(x, weights), y[i]));
    const sums = weights.map((_, j) => errors.reduce((sum, one, i) => sum + one * X[i][j], 0));
    return sums.map((sum) => sum / divisor(X.length, weights.length));
  };
}

function netInput(x: number[], weights: number[]): number {
  return x.reduce((sum, value, j) => sum + weights[j] * value, 0);
}

const rightSlopes = slopesBy((z, y) => sigmoid.value(z) - y);

const gradient = functionExercise<Rows>({
  id: '05-logistic-regression/gradient',
  given: () => [
    [
      [1, 2, 0.5],
      [-1, 0.5, 1],
      [0.5, -1.5, 2],
      [2, 1, -0.5],
      [-0.5, -1, -2],
    ],
    [1, 0, 1, 0, 0],
    [0.8, -0.6, 0.4],
  ],
  stub: () => [],
  solution: rightSlopes,
  why: 'Error times input, the mean over the rows: that is what differences of the loss say, too.',
  mistakes: [
    {
      answer: slopesBy((z, y) => y - sigmoid.value(z)),
      says: 'The sizes are right, and every sign is wrong. That is y − ŷ, and a step against it leads uphill.',
    },
    {
      answer: slopesBy(
        (z, y) => sigmoid.value(z) - y,
        () => 1,
      ),
      says: 'On 5 rows each slope is 5 times too large. The loss is a mean, so its slope is one, too.',
    },
    {
      answer: slopesBy(
        (z, y) => y - sigmoid.value(z),
        () => 1,
      ),
      says: 'Every sign is wrong, and on 5 rows each slope is 5 times too large: take ŷ − y, and the mean.',
    },
    {
      answer: slopesBy(
        (z, y) => sigmoid.value(z) - y,
        (_rows, weights) => weights,
      ),
      says: 'You divided by the number of weights. The mean goes over the rows.',
    },
    {
      answer: slopesBy((z, y) => (sigmoid.value(z) - y) * sigmoid.derivative(z)),
      says: 'A factor ŷ (1 − ŷ) is too much. It belongs to the squared error; the logarithm has taken it away.',
    },
    {
      answer: slopesBy((z, y) => z - y),
      says: 'That is Adaline’s z − y. Here the prediction is ŷ = σ(z).',
    },
    {
      answer: slopesBy((z, y) => binaryStep.value(z) - y),
      says: 'You compared verdicts, 0 or 1, as the perceptron does. Here the prediction is the probability σ(z).',
    },
    {
      answer: (X, y, weights) => {
        const errors = X.map((x, i) => sigmoid.value(netInput(x, weights)) - y[i]);
        return weights.map(() => errors.reduce((sum, error) => sum + error, 0) / X.length);
      },
      says: 'All slopes are equal: that is the slope of a bias. Multiply each row’s ŷ − y by the input that belongs to the weight.',
    },
    {
      answer: (X, y, weights) => {
        const errors = X.map((x, i) => sigmoid.value(netInput(x, weights)) - y[i]);
        return [...rightSlopes(X, y, weights), errors.reduce((sum, error) => sum + error, 0) / X.length];
      },
      says: 'The slopes of the weights are right. This neuron has no bias: leave the last one out.',
    },
    {
      answer: (...[X, y, weights]) => weights.map((w, j) => w - rightSlopes(X, y, weights)[j]),
      says: 'These are the weights after a step. Asked for are the slopes, which the step subtracts.',
    },
    {
      answer: (...rows) => rightSlopes(...rows).slice(0, 1),
      says: 'The first slope is right. There is one for each weight.',
    },
  ],
  otherwise: 'Go through it for a single row: z, ŷ = σ(z), ŷ − y, times the input. Then the mean over the rows.',
  hints: [
    'For each row: its net input z, its prediction ŷ = σ(z), and then ŷ − y.',
    'The slope for weight j is the mean over the rows of (ŷ − y) · xⱼ.',
    '`weights.map((_, j) => X.reduce((sum, x, i) => sum + (predicted(x) - y[i]) * x[j], 0) / X.length)`, and `predicted` is yours to write.',
  ],
});

const cheapestThreshold = numericExercise({
  id: '05-logistic-regression/cheapest-threshold',
  stub: undefined,
  solution: 1 / 11,
  why: 'A catalogue pays where 10 ŷ is more than 1 − ŷ, and the two are equal at 1/11: odds of 1 to 10.',
  mistakes: [
    {
      answer: 0.1,
      says: 'Close: as odds, 1 to 10, it would be right, and as a probability that is 1 of 11. (A catalogue costs something only if it was sent in vain, so with 1 − ŷ.)',
    },
    {
      answer: 10 / 11,
      says: 'That is the other way round: it would send a catalogue only to those who buy almost surely.',
    },
    {
      answer: 0.9,
      says: 'The dearer a miss is, the more catalogues are worth sending: should the threshold be high or low?',
    },
    {answer: 0.5, says: 'That is right when both mistakes cost the same.'},
    {answer: 10, says: 'That is how many times dearer a miss is. The answer is a probability.'},
    {answer: 11, says: 'That is the number below the line: 1 / 11 is a probability.'},
  ],
  otherwise:
    'Compare what each choice costs on average: sending costs (1 − ŷ) · 1, not sending ŷ · 10. Where are they equal?',
  hints: [
    'Of visitors with probability ŷ, a share ŷ would have bought, and each of them is missed for 10 if no catalogue goes out.',
    'A share 1 − ŷ gets a catalogue for nothing, and that costs 1 each.',
    'So 10 ŷ = 1 − ŷ. Bring the ŷ to one side.',
  ],
});

const leaks = numericExercise({
  id: '05-logistic-regression/leaks',
  stub: [],
  solution: [1, 4],
  why: 'Line 1 takes mean and deviation from all rows, and line 4 chooses on the very rows that line 5 reports.',
  mistakes: [
    {answer: [1], says: 'Line 1 is one of them. Another line lets test rows make a choice.'},
    {answer: [4], says: 'Line 4 is one of them. Another line looks at all rows, before there are any test rows.'},
    {answer: [4, 1], says: 'These are the two. Write them in rising order.'},
    {
      answer: [1, 2],
      says: 'Line 2 only deals the rows out. The harm of line 1 was done before; what other line learns from test rows?',
    },
    {
      answer: [2, 4],
      says: 'Line 2 only deals the rows out, but what is dealt out has already been touched by all rows. By which line?',
    },
    {
      answer: [1, 5],
      says: 'Line 5 only reports, and may: nothing is chosen by it. But something was chosen just before.',
    },
    {
      answer: [4, 5],
      says: 'Line 5 only reports, and may: nothing is chosen by it. But look at what happens before the split.',
    },
    {
      answer: [1, 3, 4],
      says: 'Two of these are right. Line 3 itself uses training rows only; that they were spoiled is the fault of line 1.',
    },
    {
      answer: [1, 2, 4],
      says: 'Two of these are right. Line 2 only deals the rows out: nothing is learned or chosen there.',
    },
    {answer: [2], says: 'Line 2 only deals the rows out. Which line has already touched all rows by then?'},
    {answer: [3], says: 'Line 3 learns from training rows only, as it should. Look for lines that see the others.'},
    {answer: [1, 4, 5], says: 'Two of these are right. Line 5 uses the test rows for what they are there for.'},
    {
      answer: [1, 3],
      says: 'Line 3 trains on training rows only. The rows it gets were touched earlier; and one line comes later.',
    },
  ],
  otherwise:
    'Ask of each line: would its result be another if the test rows were others? The last line may say yes; which else do?',
  hints: [
    'A mean of all rows contains the test rows.',
    'A threshold is chosen, as weights are. On which rows may it be chosen?',
    'There are two: one before the split and one before the report.',
  ],
});

const recallSteps = numericExercise({
  id: '05-logistic-regression/recall-steps',
  stub: undefined,
  solution: 0.2,
  why: 'A step multiplies w by 1 − ηk, and with k = 5 that is 0 at η = 1/5.',
  mistakes: [
    {answer: 0.4, says: 'With 2/k the ball swings from one side to the other for ever: w is multiplied by −1.'},
    {answer: 5, says: 'That is k. The steeper the bowl, the smaller the step has to be.'},
    {answer: 0.1, says: 'With 1/(2k) each step halves the distance: w is multiplied by 1 − 0.5.'},
    {answer: 1, says: 'Then w is multiplied by 1 − 5 = −4: it flees.'},
  ],
  otherwise: 'The slope of ½kw² is kw, so a step makes w − ηkw out of w. When is that 0?',
  hints: ['The slope at w is k w = 5 w.', 'A step: w − η · 5 w = (1 − 5 η) w.', '1 − 5 η must be 0.'],
});

const recallSlope = numericExercise({
  id: '05-logistic-regression/recall-slope',
  stub: undefined,
  solution: 0.09,
  why: 'The slope is a (1 − a), and 0.9 · 0.1 = 0.09: where the neuron is sure, it is flat.',
  mistakes: [
    {answer: 0.9, says: 'That is the output. The slope is a (1 − a).'},
    {answer: 0.1, says: 'That is 1 − a. It is still to be multiplied by a.'},
    {answer: 0.25, says: 'That is the greatest slope, where the output is 0.5.'},
    {answer: 0.2055, says: 'That is the slope at z = 0.9. Here 0.9 is the output a, not the net input.'},
    {answer: 0.81, says: 'That is a · a. The slope is a (1 − a).'},
    {answer: -0.09, says: 'The size is right, but the logistic function rises everywhere.'},
  ],
  otherwise: 'Lesson 2 gave the slope of the logistic function by its output alone: a (1 − a).',
  hints: ['You don’t need z.', 'The slope is a (1 − a).', '0.9 · (1 − 0.9).'],
});

/** The exercises of lesson 05, in its order. */
export const logisticRegressionExercises: readonly Exercise[] = [
  lossByHand,
  gradient,
  cheapestThreshold,
  leaks,
  recallSteps,
  recallSlope,
];
