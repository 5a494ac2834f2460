import {numericExercise} from './answers';
import type {Exercise} from './exercise';

const passByHand = numericExercise({
  id: '06-forward-propagation/pass-by-hand',
  stub: undefined,
  solution: 1,
  why: 'The hidden answers are 2 and max(0, −2) = 0, so the output is 2 · 2 + 5 · 0 − 3.',
  mistakes: [
    {
      answer: -9,
      says: 'That lets the second hidden unit say −2. It is a ReLU: what does it make of a net input below 0?',
    },
    {answer: -4, says: 'That bends before the bias is added. The bias belongs to the net input: ReLU comes last.'},
    {answer: 2, says: 'That leaves all biases out. The hidden units have 1 and −1, and the output has −3.'},
    {answer: -1, says: 'The biases of the hidden units, 1 and −1, are missing. That of the output is there.'},
    {answer: 4, says: 'The hidden answers are right. The bias of the output, −3, is missing.'},
    {
      answer: -3,
      says: 'That takes a weight from each unit. (3, −1) are both weights of the first unit: one for each input.',
    },
  ],
  otherwise:
    'Go unit by unit: net input with its bias, then ReLU, for both hidden units; then the output with its own bias.',
  hints: [
    'The first hidden unit has the net input 3 · 1 − 1 · 2 + 1 = 2.',
    'The second has −2 · 1 + 0.5 · 2 − 1 = −2, and a ReLU makes 0 of it.',
    'The output is 2 · 2 + 5 · 0 − 3.',
  ],
});

const parameters = numericExercise({
  id: '06-forward-propagation/parameters',
  stub: undefined,
  solution: 53,
  why: 'The hidden layer has 6 · 5 weights and 5 biases, the output layer 5 · 3 weights and 3 biases: 35 + 18.',
  mistakes: [
    {answer: 45, says: 'These are the weights. Each unit has a bias, too.'},
    {answer: 48, says: 'The biases of the five hidden units are missing.'},
    {answer: 50, says: 'The biases of the three outputs are missing.'},
    {
      answer: 14,
      says: 'That counts units and inputs. A parameter is a weight, one for each edge, or a bias, one for each unit.',
    },
    {answer: 90, says: 'That multiplies all sizes. The layers come one after the other: their weights add up.'},
    {answer: 35, says: 'That is the hidden layer. The output layer has 5 · 3 weights and 3 biases more.'},
    {answer: 8, says: 'These are the biases. There is a weight for each edge, too.'},
    {answer: 59, says: 'That gives each input a bias. Inputs are no neurons: they have nothing to add.'},
    {
      answer: 18,
      says: 'That is the output layer alone, or the inputs times the outputs. No edge leads past the hidden layer.',
    },
  ],
  otherwise: 'For each layer: inputs times units, plus one bias for each unit. Then add the two layers.',
  hints: [
    'Between six inputs and five units there are 6 · 5 edges.',
    'The hidden layer has 30 weights and 5 biases.',
    'The output layer has 5 · 3 weights and 3 biases.',
  ],
});

const findTheShape = numericExercise({
  id: '06-forward-propagation/find-the-shape',
  stub: [],
  solution: [5, 3, 100, 3],
  why: 'W₂ has one row for each of the five hidden answers and one column for each of the three outputs; every row of X gets three numbers.',
  mistakes: [
    {
      answer: [3, 5, 100, 3],
      says: 'What comes out is right. But 3 × 5 is the shape that won’t run: after 100 × 5 there must stand a 5.',
    },
    {answer: [5, 3, 100, 5], says: 'W₂ is right. In (100 × 5) · (5 × 3) the inner fives vanish: what remains?'},
    {answer: [5, 3, 3, 100], says: 'W₂ is right. What comes out has the samples in its rows, as X has.'},
    {
      answer: [6, 3, 100, 3],
      says: 'What comes out is right. W₂ never meets the six inputs: it gets the five hidden answers.',
    },
    {answer: [5, 3, 6, 3], says: 'W₂ is right. Multiply step by step: (100 × 6) · (6 × 5), and the result times W₂.'},
    {answer: [5, 3], says: 'W₂ is right. Now the shape of what comes out, as third and fourth number.'},
    {
      answer: [3, 5],
      says: 'That is the shape that won’t run: after 100 × 5 there must stand a 5. The shape of what comes out is asked for, too.',
    },
  ],
  otherwise: 'Write the shapes side by side: (100 × 6)(6 × 5)(? × ?). Neighbours must agree, and the outer two remain.',
  hints: [
    '(100 × 6) · (6 × 5) gives 100 × 5.',
    'So W₂ has 5 rows. It has one column for each output.',
    '(100 × 5) · (5 × 3) gives 100 × 3.',
  ],
});

const placeAHinge = numericExercise({
  id: '06-forward-propagation/place-a-hinge',
  stub: [],
  solution: [3, -6],
  why: 'It rises by 3 for each unit of x, and 3x − 6 passes zero at x = 2.',
  mistakes: [
    {answer: [3, -2], says: 'The weight is right. With −2 it bends where 3x = 2, at two thirds.'},
    {answer: [3, 2], says: 'The weight is right. With +2 it bends where 3x = −2, left of zero.'},
    {answer: [3, 6], says: 'The weight is right. With +6 it bends at x = −2: look at the sign in x = −b/w.'},
    {answer: [1, -2], says: 'It bends in the right place, but rises by 1 only.'},
    {
      answer: [-3, 6],
      says: 'It bends in the right place, but faces the other way: it falls up to 2 and is silent after.',
    },
    {answer: [-6, 3], says: 'These are the right numbers in the other order: the weight comes first.'},
    {answer: [6, -12], says: 'It bends in the right place, but rises twice as fast as it should.'},
    {
      answer: [2, 3],
      says: 'These are the place and the slope. The slope is the weight; which bias makes the net input 0 at 2?',
    },
    {answer: [3, 0], says: 'The weight is right. Without a bias it bends at x = 0.'},
  ],
  otherwise: 'The weight is the slope of the ramp. Then choose the bias so that w · 2 + b = 0.',
  hints: [
    'To the right of its kink the unit says w x + b, so its slope is w.',
    'The kink lies where w x + b = 0. With w = 3 and x = 2 that is 6 + b = 0.',
    'So b = −6.',
  ],
});

const recallStandardise = numericExercise({
  id: '06-forward-propagation/recall-standardise',
  stub: undefined,
  solution: 2,
  why: 'It lies 4 cm above the mean, and that is two deviations of 2 cm.',
  mistakes: [
    {answer: 4, says: 'That is the distance from the mean in centimetres. Divide it by the deviation.'},
    {answer: 4.5, says: 'That is divided by the deviation, but not moved: take the mean away first.'},
    {answer: 1, says: 'That divides by the square of the deviation.'},
    {answer: 0, says: 'That is what the mean itself becomes. The new flower is no part of the mean.'},
    {answer: 0.5, says: 'That is the deviation divided by the distance. It is the other way round.'},
    {answer: 7, says: 'That adds the mean. Take it away, and then divide.'},
    {answer: 6.5, says: 'That divides 9 by 2 before the 5 is dealt with, and adds it. First 9 − 5, then divide.'},
    {answer: -2, says: 'Right in size, but 9 lies above the mean.'},
  ],
  otherwise: 'Standardising is (x − mean) / deviation, with mean and deviation of the flowers learned from.',
  hints: ['How far is 9 from the mean 5?', 'It is 4 above. How many deviations of 2 are that?', '(9 − 5) / 2.'],
});

const recallOdds = numericExercise({
  id: '06-forward-propagation/recall-odds',
  stub: undefined,
  solution: 4,
  why: 'Yes is 0.8 and no is 0.2, so yes is four times as likely: four to one.',
  mistakes: [
    {answer: 0.25, says: 'These are the odds of “no”, one to four.'},
    {answer: 0.8, says: 'That is the probability itself. Odds compare yes with no.'},
    {answer: 1.25, says: 'That is 1 divided by 0.8. Divide yes, 0.8, by no, 0.2.'},
    {answer: 1.386, says: 'That is the logarithm of the odds, the net input z. Asked for are the odds themselves.'},
    {answer: 5, says: 'That is 1 divided by 0.2. Divide yes, 0.8, by no, 0.2.'},
    {answer: 0.2, says: 'That is the probability of “no”. Divide the one by the other.'},
  ],
  otherwise: 'Odds are the probability of yes divided by that of no: p / (1 − p).',
  hints: ['The probability of “no” is 1 − 0.8.', 'Odds: p / (1 − p).', 'So 0.8 / 0.2.'],
});

/** The exercises of lesson 06, in its order. */
export const forwardPropagationExercises: readonly Exercise[] = [
  passByHand,
  parameters,
  findTheShape,
  placeAHinge,
  recallStandardise,
  recallOdds,
];
