import {numericExercise} from './answers';
import type {Exercise} from './exercise';

const convolution = numericExercise({
  id: '12-faces/convolution',
  stub: [],
  solution: [3, -1, 1, 6],
  why: 'At each of the four places the lower row of the window, less its upper row.',
  mistakes: [
    {
      answer: [-3, 1, -1, -6],
      says: 'The signs are turned round: the filter adds the lower row and subtracts the upper one.',
    },
    {answer: [3, 1, -1, 6], says: 'Those are the four sums, column by column. Write them row by row.'},
    {answer: [4, 2, 5, 8], says: 'Those are the lower rows alone. The upper row has the weights −1.'},
    {answer: [3, -1, 1], says: 'A window of 3 × 3 fits into a picture of 4 × 4 at four places: two by two.'},
    {
      answer: 3,
      says: 'That is the first place. The window also fits one step to the right, and both of these a row lower.',
    },
    {answer: [1, 3, 4, 2], says: 'Those are the upper rows alone. The lower row counts, too, with the weights 1.'},
    {answer: [5, 5, 9, 10], says: 'You have added both rows. The upper one has the weights −1.'},
    {answer: 9, says: 'The four sums are asked for, not their total.'},
  ],
  otherwise: (given) => {
    const where = ['upper left', 'upper right', 'lower left', 'lower right'];
    const place = given.findIndex((sum, i) => sum !== [3, -1, 1, 6][i]);
    return `Lay the filter on the ${where[place]} nine pixels: their lower row less their upper one. You have ${given[place]}.`;
  },
  hints: [
    'The weights of the middle row are 0, so that row plays no part.',
    'The first sum is (2 + 1 + 1) − (0 + 1 + 0).',
    'One place to the right it is (1 + 1 + 0) − (1 + 0 + 2).',
  ],
});

const classWeight = numericExercise({
  id: '12-faces/class-weight',
  stub: undefined,
  solution: 28_709 / (7 * 436),
  why: 'With it the 436 faces count as much as a seventh of all: 28,709 / 7 ≈ 4,101.',
  tolerance: 0.01,
  mistakes: [
    {
      answer: 28_709 / 436,
      says: 'With that weight disgust would count as much as all faces together. A seventh is its part.',
    },
    {answer: 7_215 / 436, says: 'That makes it equal to the happy faces. It should count as much as a seventh of all.'},
    {answer: (7 * 436) / 28_709, says: 'That is turned round: a rare class gets a weight above 1.'},
    {
      answer: 436 / 28_709,
      says: 'That is the share of disgust. The weight makes up for it, so that it counts as a seventh.',
    },
    {
      answer: 28_273 / (6 * 436),
      says: 'That makes disgust a seventh of a new total, in which it counts more. Asked is a seventh of the 28,709.',
    },
    {answer: 1 / 7, says: 'That is the share that it should have. By how much must its own share be multiplied?'},
    {
      answer: (28_709 / 7 - 436) / 436,
      says: 'That is how much is missing, for each face. The face itself counts once already.',
    },
    {answer: 4101, says: 'So many faces a seventh is. What weight makes 436 faces count as much?'},
    {answer: 16.5, says: 'That makes it equal to the happy faces. It should count as much as a seventh of all.'},
    {answer: 28_709 / 7, says: 'So many faces a seventh is. What weight makes 436 faces count as much?'},
    {
      answer: 28_273 / 436,
      says: 'So many others there are for one of disgust. It should count as a seventh, not as one half.',
    },
  ],
  otherwise:
    'Each class is to count as much as a seventh of all faces. How often must a face of disgust count for that?',
  hints: [
    'A seventh of 28,709 faces is about 4,101.',
    '436 faces with a weight w count as much as 436 · w faces.',
    '436 · w = 28,709 / 7.',
  ],
});

const worth = numericExercise({
  id: '12-faces/worth',
  stub: [],
  solution: [75, 64, 60, 65],
  why: 'The hidden layer has the smallest total. The convolutional network makes fewer mistakes, and computing costs more than that saves.',
  mistakes: [
    {
      answer: [25, 40, 50, 95],
      says: 'That is what is right, plus the cost. A picture costs something when the answer is wrong.',
    },
    {answer: [75, 62, 55, 35], says: 'Those are the mistakes. Add what computing costs.'},
    {answer: [25, 38, 45, 65], says: 'So many are right. What costs a cent each are the others.'},
    {answer: [0, 2, 5, 30], says: 'That is what computing costs. Add a cent for each wrong answer.'},
    {
      answer: [75, 62.02, 55.05, 35.3],
      says: 'The mistakes of a hundred pictures, but the computing of one. Each picture must be computed.',
    },
    {answer: 60, says: 'That is the smallest of the four totals. Give all four, from the lowest rung to the highest.'},
    {answer: 3, says: 'The third it is. Give the four totals, from the lowest rung to the highest.'},
    {answer: [0.75, 0.64, 0.6, 0.65], says: 'Those are the totals for one picture. They are asked for a hundred.'},
    {answer: [75, 64, 60], says: 'Three are right; the fourth rung is missing.'},
    {answer: [65, 60, 64, 75], says: 'The right four, turned round: begin with the lowest rung.'},
  ],
  otherwise: 'Of 100 pictures a rung with an accuracy of 0.45 gets 55 wrong. Add 100 times what an answer costs.',
  hints: [
    'The first rung is right for 25 of 100 pictures, so it costs 75 cents, and computing nothing.',
    'The second: 62 mistakes, and 100 answers at 0.02 cents.',
    '62 + 2, 55 + 5 and 35 + 30.',
  ],
});

const recallBias = numericExercise({
  id: '12-faces/recall-bias',
  stub: undefined,
  solution: Math.log(0.2 / 0.8),
  why: 'σ(b) = 0.2 where the odds are 1 to 4, and b is their logarithm.',
  tolerance: 0.006,
  mistakes: [
    {answer: Math.log(4), says: 'The sign: σ is above one half for a bias above 0.'},
    {
      answer: Math.log(0.2),
      says: 'That is the logarithm of the share. For the logistic function it is that of the odds, 0.2 to 0.8.',
    },
    {answer: 0.2, says: 'That is what comes out. The bias goes through σ first.'},
    {answer: 1 / (1 + Math.exp(-0.2)), says: 'That is σ(0.2). You look for the b with σ(b) = 0.2.'},
    {answer: -1.4, says: 'Nearly: one decimal more.'},
    {answer: -1.38, says: 'Nearly: it is −1.386…, so round it, and do not cut it off.'},
    {answer: -2, says: 'That is the logarithm to the base 2. The one that undoes σ is Math.log.'},
    {answer: 4, says: 'Those are the odds against it. The bias is the logarithm of the odds for it, 0.25.'},
    {
      answer: Math.log(0.8),
      says: 'That is the logarithm of the other share. For the logistic function it is that of the odds, 0.2 to 0.8.',
    },
    {answer: Math.log10(0.25), says: 'That is the logarithm to the base 10. The one that undoes σ is Math.log.'},
    {answer: 0.25, says: 'Those are the odds. The bias is their logarithm.'},
    {answer: -4, says: 'Those are the odds with a sign. The bias is the logarithm of 0.25.'},
  ],
  otherwise: 'With weights of zero the output is σ(b). For which b is that 0.2?',
  hints: ['The odds of 0.2 are 0.2 to 0.8.', 'The net input is the logarithm of the odds.', 'log 0.25.'],
});

const recallPatience = numericExercise({
  id: '12-faces/recall-patience',
  stub: [],
  solution: [3, 5],
  why: 'Of the epochs that it reaches the third has the lowest loss; epochs 4 and 5 are not below it, and then patience ends.',
  mistakes: [
    {answer: [6, 6], says: 'Epoch 6 would be the best. But the training never gets there.'},
    {
      answer: [6, 8],
      says: 'Epoch 6 would be the best, but it stops before: 0.72 is below 0.75, and not below the best so far, 0.7. So epochs 4 and 5 both count.',
    },
    {
      answer: [4, 5],
      says: 'It does stop after epoch 5. But 0.75, the loss of epoch 4, is not the lowest until then.',
    },
    {answer: [3, 6], says: 'The weights are right. Two epochs without a new best are over one epoch earlier.'},
    {answer: [3, 4], says: 'The weights are right. One epoch without a new best is not yet two.'},
    {
      answer: [5, 5],
      says: 'After epoch 5 it stops. But the weights that are kept are those of the lowest loss so far.',
    },
    {answer: [5, 3], says: 'The right two, turned round: first the epoch whose weights are kept.'},
    {answer: [3, 8], says: 'The weights are right. But the training has stopped before the losses end.'},
    {answer: [0.7, 0.72], says: 'Those are the losses of the two epochs. Their numbers are asked for.'},
    {answer: [2, 4], says: 'Count the epochs from 1: 0.7 is the third.'},
  ],
  otherwise: 'Go from epoch to epoch and note the lowest loss so far, and how many epochs ago that was.',
  hints: [
    'Up to epoch 3 each loss is the lowest so far.',
    'Epochs 4 and 5 have 0.75 and 0.72: not below 0.7.',
    'With a patience of 2 the training ends after epoch 5, and epoch 3 was the best until then.',
  ],
});

export const facesExercises: readonly Exercise[] = [convolution, classWeight, worth, recallBias, recallPatience];
