import {functionExercise, numericExercise} from './answers';
import type {Exercise} from './exercise';
import {knowAlready} from './knowAlready';

const outputDelta = numericExercise({
  id: '07-backpropagation/output-delta',
  stub: undefined,
  solution: -0.032,
  why: 'The slope at the answer is 0.8 − 1 = −0.2, and the factor of the logistic function is 0.8 · 0.2 = 0.16.',
  mistakes: [
    {answer: 0.032, says: 'The size is right. The answer is too low, so the loss falls as z rises: a − y, not y − a.'},
    {answer: -0.2, says: 'That is the slope at the answer a. To get to the net input z, one more factor: a (1 − a).'},
    {
      answer: 0.2,
      says: 'That is y − a. The slope at the answer is a − y, and then the factor a (1 − a) takes it to z.',
    },
    {answer: 0.16, says: 'That is the factor a (1 − a) alone. Multiply it by the slope at the answer, a − y.'},
    {answer: -0.064, says: 'That is the delta of (a − y)². The loss here has a half in front.'},
  ],
  otherwise: 'Two factors: the slope at the answer, a − y, and the slope of the logistic function, a (1 − a).',
  hints: ['a − y = 0.8 − 1.', 'a (1 − a) = 0.8 · 0.2.', 'The delta is −0.2 · 0.16.'],
});

const missingTranspose = numericExercise({
  id: '07-backpropagation/missing-transpose',
  stub: [],
  solution: [6, 100, 6, 5],
  why: 'Xᵀ is 6 × 100, and (6 × 100)(100 × 5) is 6 × 5: one slope for each weight, added up over the rows.',
  mistakes: [
    {answer: [100, 6, 100, 5], says: 'That is X as it is, and (100 × 6)(100 × 5) won’t run: 6 and 100 don’t agree.'},
    {
      answer: [6, 100, 100, 5],
      says: 'The left factor is right. In (6 × 100)(100 × 5) the hundreds vanish: what remains?',
    },
    {answer: [6, 100, 5, 6], says: 'The left factor is right. The slopes have the shape of W itself, inputs × units.'},
    {
      answer: [5, 100, 5, 6],
      says: 'That transposes the delta and puts it first: it runs, and gives the slopes of W transposed.',
    },
    {
      answer: [6, 5, 6, 5],
      says: 'What comes out is right. The left factor is X transposed, with a column for each of the 100 rows.',
    },
    {answer: [6, 100], says: 'The left factor is right. Now the shape of what comes out, as third and fourth number.'},
  ],
  otherwise:
    'The slopes of W must have the shape of W, 6 × 5, and the right factor is δ with 100 × 5. What stands on the left?',
  hints: [
    'What comes out has the shape of W: 6 × 5.',
    '(? × ?)(100 × 5) = (6 × 5): the left factor has 6 rows and 100 columns.',
    'X with rows and columns exchanged is 6 × 100.',
  ],
});

/** Of a program that runs here as it runs elsewhere, eight decimals agree. */
const DIGITS = 1e-8;

type Layer = [answers: number[], slopes: number[]];

const tanhDelta = functionExercise<Layer>({
  id: '07-backpropagation/tanh-delta',
  given: () => [
    [0.5, -0.8, 0.1],
    [0.2, -1, 3],
  ],
  stub: () => [],
  solution: (answers, slopes) => slopes.map((slope, i) => slope * (1 - answers[i] * answers[i])),
  why: 'The slope of tanh is 1 − a², with a the answer that the forward pass has kept.',
  mistakes: [
    {
      answer: (answers, slopes) => slopes.map((slope, i) => slope * answers[i] * (1 - answers[i])),
      says: 'That is a (1 − a), the factor of the logistic function. That of tanh is another.',
    },
    {
      answer: (answers, slopes) => slopes.map((slope, i) => slope * (1 - answers[i])),
      says: 'Nearly: the answer is squared in 1 − a².',
    },
    {
      answer: (answers, slopes) => slopes.map((slope, i) => slope * (1 + answers[i] * answers[i])),
      says: 'Check the sign: tanh grows flatter away from 0, so the factor is below 1.',
    },
    {
      answer: (answers, slopes) =>
        slopes.map((slope, i) => slope * (1 - Math.tanh(answers[i]) * Math.tanh(answers[i]))),
      says: 'That takes tanh once more. The answers have been through it already: use them as they are.',
    },
    {
      answer: (answers) => answers.map((a) => 1 - a * a),
      says: 'That is the factor alone. Multiply it by the slope that comes back to it.',
    },
    {
      answer: (_answers, slopes) => slopes,
      says: 'That hands the slopes on as if the layer didn’t bend. A factor for each answer is missing.',
    },
    {
      answer: (answers, slopes) => slopes.map((slope, i) => -slope * (1 - answers[i] * answers[i])),
      says: 'The sizes are right, and every sign is wrong: a delta is the slope itself. The minus belongs to the step.',
    },
  ],
  otherwise:
    'For the answers 0.5, −0.8 and 0.1 and the slopes 0.2, −1 and 3 at them the deltas are 0.15, −0.36 and 2.97.',
  hints: [
    'Delta = slope at the answer · slope of the activation.',
    'The slope of tanh, written with its answer a, is 1 − a².',
    '`slopes.map((slope, i) => slope * (1 - answers[i] * answers[i]))`.',
  ],
});

const doesYoursPrint = numericExercise({
  id: '07-backpropagation/does-yours-print',
  stub: [],
  solution: [0.00965854, 0.96893341, 0.96884749, 0.03646843],
  tolerance: DIGITS,
  why: 'The same digits as a program of another author in another language: your backward pass is that of the whole world.',
  mistakes: [
    {
      answer: [0.0174424, 0.94797641, 0.94787834, 0.06183462],
      says: 'These are the outputs with ½ (a − y)². This program has the sum of (a − y)² without the half, so its slopes are twice as large.',
    },
    {
      answer: [0.01488569, 0.98085438, 0.98374186, 0.02227763],
      says: 'The loss is right. These weights start between −1 and 1; here they start between 0 and 1, as `random()` gives them.',
    },
    {
      answer: [0.0247108, 0.96818671, 0.97321756, 0.03724949],
      says: 'Two things: the weights start between 0 and 1 here, and the loss has no half, so the slopes are twice as large.',
    },
    {
      answer: [0.00933136, 0.96778795, 0.9677599, 0.03807817],
      says: 'Close: V was changed before the slopes had gone back through it. Work out all slopes first, then step.',
    },
    {
      answer: [0.01009649, 0.97157766, 0.97166525, 0.03297871],
      says: 'These are the outputs with the seed 0. Take the seed 1.',
    },
    {
      answer: [0.0422496, 0.8948785, 0.89454619, 0.12733676],
      says: 'The slopes are a quarter of what they should be: this loss is a sum over the rows, not a mean.',
    },
    {
      answer: [0.00965354, 0.96894749, 0.96886158, 0.03645156],
      says: 'Those are the outputs *after* the step of the last pass. The program prints what it had before it.',
    },
    {
      answer: [0.00207874, 0.99261174, 0.99257091, 0.0084442],
      says: 'These are the outputs after 15,000 passes, ten times as many.',
    },
  ],
  otherwise:
    'Take the table of the lesson, W (3 × 4) and V (4 × 1) from `createRng(1)` without any change, and slopes with 2 (a − y).',
  hints: [
    'Start from `onePass`. Three things are different: the start of the weights, the loss, and the number of passes.',
    'The slope of (a − y)² at the answer is 2 (a − y).',
    '`const random = createRng(1)`, then `new Matrix(3, 4).map(() => random())` and `new Matrix(4, 1).map(() => random())`.',
  ],
});

const secondProgram = numericExercise({
  id: '07-backpropagation/second-program',
  stub: [],
  solution: [0.97696709, 0.96621222, 0.04439228],
  tolerance: DIGITS,
  why: 'A second program of another author, with biases this time, and the same digits.',
  mistakes: [
    {
      answer: [0.98962043, 0.97519728, 0.04294844],
      says: 'These are the outputs without biases. Leave `{bias: false}` out, and draw the biases.',
    },
    {
      answer: [0.97991991, 0.96867783, 0.04527323],
      says: 'Here the biases start at 0. They start between 0 and 1 as well, each drawn right after the weights of its layer.',
    },
    {
      answer: [0.97933408, 0.96757123, 0.0462158],
      says: 'The order of the draws is another: weights of the hidden layer, then its biases, then the weights of the output and its bias.',
    },
    {
      answer: [0.97882407, 0.97114577, 0.03617114],
      says: 'These start between −1 and 1. Here they start between 0 and 1, as `random()` gives them.',
    },
    {
      answer: [0.98062089, 0.97258925, 0.03658445],
      says: '`Network` has drawn a start of its own. Give it yours with the option `weights`.',
    },
    {answer: [0.98017996, 0.97119583, 0.05033097], says: 'These are the outputs with the seed 1. Take the seed 0.'},
    {answer: [0.99389991, 0.99133537, 0.01096395], says: 'That is the rate 1. Here it is 0.1.'},
    {
      answer: [0.96906334, 0.9546775, 0.05984353],
      says: 'That is the mean squared error over three rows. Take `halfSquaredError`, which is a sum.',
    },
    {
      answer: [0.98517485, 0.97852515, 0.02790933],
      says: 'The slopes are twice as large as they should be: this loss has the half in front. Take `halfSquaredError`.',
    },
    {
      answer: [0.99705838, 0.9956688, 0.00765838],
      says: 'That is the cross-entropy, which `Network` takes for a logistic output unless told otherwise.',
    },
    {
      answer: [0.97696334, 0.96626122, 0.04433378],
      says: "That took a step after each row. Here one step is for all rows together: `batchSize: 'all'`.",
    },
    {
      answer: [0.97697025, 0.96621694, 0.04438596],
      says: 'Those are the outputs *after* 5000 steps. The last pass answers before its own step: 4999 epochs.',
    },
    {answer: [0.82021871, 0.78862176, 0.32491527], says: 'These are the outputs after 500 passes. It makes 5000.'},
  ],
  otherwise:
    "Draw the start from `createRng(0)` in the order of the text, and take `halfSquaredError`, `sgd(0.1)` and `batchSize: 'all'`.",
  hints: [
    'The outputs before step 5000 are those of a network that has made 4999 steps.',
    'A layer is `{weights: new Matrix(inputs, units).map(() => random()), biases: Array.from({length: units}, () => random())}`.',
    "`new Network({inputs: 4, layers, weights: [layer(4, 3), layer(3, 1)], loss: halfSquaredError, optimizer: sgd(0.1), batchSize: 'all', epochs: 4999})`.",
  ],
});

const recallKinks = numericExercise({
  id: '07-backpropagation/recall-kinks',
  stub: undefined,
  solution: 7,
  why: 'Each hidden ReLU has one kink, and the sum bends nowhere else.',
  mistakes: [
    {
      answer: 8,
      says: 'Eight is the greatest number of straight pieces. Between eight pieces there are how many kinks?',
    },
    {answer: 14, says: 'Each ReLU has a weight and a bias, but they make a single kink between them.'},
    {
      answer: 128,
      says: 'That would be each unit on or off, independently. Along a single input they switch one after the other.',
    },
    {answer: 1, says: 'That is the kink of one hidden unit. There are seven of them, each with its own.'},
  ],
  otherwise: 'Each hidden ReLU is a hinge with one kink.',
  hints: ['One hinge has one kink.', 'A sum of straight pieces is straight.', 'As many kinks as hinges.'],
});

const recallCrossEntropy = numericExercise({
  id: '07-backpropagation/recall-cross-entropy',
  stub: undefined,
  solution: -0.2,
  why: 'With the cross-entropy the factor a (1 − a) cancels, and error is all that is left: a − y.',
  mistakes: [
    {
      answer: -0.032,
      says: 'That is the delta of the squared error. With the cross-entropy the factor a (1 − a) has gone.',
    },
    {answer: 0.2, says: 'The size is right. The answer is too low, so the loss falls as z rises.'},
    {answer: -1.25, says: 'That is the slope at the answer, −1/a. The factor a (1 − a) takes it to z: what is left?'},
    {answer: 0.223, says: 'That is the loss itself, −log 0.8. Asked for is its slope in z.'},
    {answer: 0.8, says: 'That is the answer a. The delta is a − y.'},
  ],
  otherwise: 'With a logistic output and the cross-entropy, the slope in z is ŷ − y.',
  hints: ['Lesson 5 found ŷ − y.', 'ŷ = 0.8 and y = 1.', '0.8 − 1.'],
});

/** The exercises of lesson 07, in its order. */
export const backpropagationExercises: readonly Exercise[] = [
  outputDelta,
  missingTranspose,
  tanhDelta,
  doesYoursPrint,
  secondProgram,
  recallKinks,
  recallCrossEntropy,
  knowAlready('07-backpropagation', '00-start-here/know-already'),
];
