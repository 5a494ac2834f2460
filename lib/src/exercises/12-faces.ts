import {numericExercise} from './answers';
import type {Exercise} from './exercise';

const convolution = numericExercise({
  id: '12-faces/convolution',
  stub: [],
  solution: [3, -1, -2, 4],
  why: 'Each of the four places multiplies its own nine pixels with the nine weights, and adds up.',
  mistakes: [
    {
      answer: [-3, 1, 2, -4],
      says: 'The signs are turned round: the upper row of the filter is subtracted and the lower one added.',
    },
    {answer: [3, -2, -1, 4], says: 'Those are the four sums, column by column. Write them row by row.'},
    {answer: [3, -1, -2], says: 'A window of 3 × 3 fits into a picture of 4 × 4 at four places: two by two.'},
    {answer: 3, says: 'That is the first place. The window fits at three more: one to the right, and both one row down.'},
  ],
  otherwise: 'Lay the filter on the upper left nine pixels: add the lower row, subtract the upper one. Then move on.',
  hints: [
    'The weights of the middle row are 0, so that row plays no part.',
    'The first sum is (2 + 1 + 1) − (0 + 1 + 0).',
    'One place to the right it is (1 + 1 + 0) − (1 + 0 + 2).',
  ],
});
