import {makeMoons} from '../data/makeMoons';
import {Matrix} from '../math/matrix';
import {relu, sigmoid, tanh, type Activation} from '../neurons/activations';
import {dense} from '../neurons/layers';
import {Network, type NetworkOptions} from '../trainers/network';
import {sgd} from '../trainers/optimizers';
import {kind, numericExercise} from './answers';
import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

const byHand = numericExercise({
  id: '08-softmax/by-hand',
  stub: [],
  solution: [1 / 8, 2 / 8, 5 / 8],
  why: 'The exponentials are 1, 2 and 5, and together they are 8.',
  mistakes: [
    {answer: [1, 2, 5], says: 'Those are the exponentials. Now divide each by their sum, so that they add up to 1.'},
    {
      answer: [0, 0.301, 0.699],
      says: 'That divides the logits themselves by their sum. The exponential comes first: the first share isn’t 0.',
    },
    {answer: [0, 2 / 7, 5 / 7], says: 'The exponential of 0 is 1, not 0.'},
    {answer: [12.5, 25, 62.5], says: 'Those are the right ones in per cent. Write them as shares of 1.'},
    {answer: [0.2, 0.4, 1], says: 'That divides by the largest exponential. Divide by the sum of all three.'},
    {answer: [0, 0, 1], says: 'That is the hard maximum. Softmax leaves something to the others.'},
    {answer: [5 / 8, 2 / 8, 1 / 8], says: 'The right shares in the wrong order: the largest logit stands last.'},
  ],
  otherwise: 'Take the exponential of each logit, and divide each by the sum of the three.',
  hints: ['e⁰ = 1, and e to the logarithm of 2 is 2.', '1.609 is the logarithm of 5.', '1, 2 and 5, divided by 8.'],
});

const readMatrix = numericExercise({
  id: '08-softmax/read-matrix',
  stub: [],
  solution: [12 / 20, 12 / 21],
  why: 'Of 20 sad faces 12 are found; of 21 that are called sad 12 are.',
  mistakes: [
    {
      answer: [12 / 21, 12 / 20],
      says: 'The other way round: recall goes along the row of the truth, precision down the column of the answer.',
    },
    {answer: [12 / 60, 12 / 60], says: 'Not of all 60 faces: of those in the row of sad, and of those in its column.'},
    {answer: [60, 57.1], says: 'Those are the right ones in per cent. Write them as shares of 1.'},
    {answer: [12, 12], says: '12 are right. Of how many: in the row of sad, and in its column?'},
    {answer: [18 / 20, 18 / 20], says: 'That is happy. Take the second row and the second column.'},
    {
      answer: [12 / 20, 12 / 20],
      says: 'The recall is right. For the precision add up the *column* of sad: 1, 12 and 8.',
    },
    {answer: [12 / 8, 12 / 9], says: 'Divide by all of the row or the column, not only by the mistakes in it.'},
  ],
  otherwise: 'Recall: what is right, out of the row of sad. Precision: what is right, out of the column of sad.',
  hints: ['The row of sad: 2, 12, 6.', 'The column of sad: 1, 12, 8.', '12/20 and 12/21.'],
});

/** A network for the moons with hidden layers of ten units; the lesson's own is `moonNet(sigmoid)`. */
const moonNet = (f: Activation, options: Partial<NetworkOptions> = {}, hidden = 6): Network => {
  const layers = [...Array.from({length: hidden}, () => dense(10, f)), dense(1, sigmoid)];
  return new Network({inputs: 2, layers, optimizer: sgd(0.5), epochs: 200, ...options});
};
/** Share of its own rows that it must get right. */
const ENOUGH = 0.95;

const mend: Exercise = {
  id: '08-softmax/mend',
  stub: moonNet(sigmoid),
  solution: moonNet(tanh),
  check: judgeMended,
  mistakes: [
    {answer: moonNet(sigmoid, {optimizer: sgd(5)}), says: 'the hidden layers are still logistic'},
    {answer: moonNet(sigmoid, {init: 'he'}), says: 'the hidden layers are still logistic'},
    {answer: moonNet(tanh, {init: 'zeros'}), says: 'started at zero'},
    {answer: moonNet(relu, {optimizer: sgd(10)}), says: 'dead'},
    {answer: moonNet(tanh, {optimizer: sgd(0.0001)}), says: 'the steps are too small'},
    {answer: moonNet(tanh, {}, 1), says: 'six hidden layers'},
    {answer: moonNet(sigmoid, {epochs: 5000}), says: 'at most 200 epochs'},
    {answer: [moonNet(tanh)], says: 'The answer is a `Network`'},
  ],
  hints: [
    'Which factor makes the slopes smaller in each layer?',
    'The slope of the logistic function is at most ¼. Which activations have a slope of 1?',
    'Write `tanh` in place of `sigmoid` in the hidden layers.',
  ],
};

function judgeMended(answer: unknown): Verdict {
  if (answer === undefined) return NOT_ATTEMPTED;
  if (!(answer instanceof Network)) return wrong(`The answer is a \`Network\`, and this is ${kind(answer)}.`);
  const {inputs, layers, epochs, init, optimizer, batchSize, seed} = answer;
  const hidden = layers.slice(0, -1).map(({activation}) => activation.name);
  if (hidden.length !== 6) return wrong(`It must keep its six hidden layers, and this one has ${hidden.length}.`);
  if (epochs > 200) return wrong(`It must learn in at most 200 epochs, and this one has ${epochs}.`);
  if (inputs !== 2 || layers[6].units !== 1)
    return wrong(
      'The moons have two inputs and one output. Leave both as they are: behind the six hidden layers stands `dense(1, sigmoid)`.',
    );
  const isLogistic = hidden.every((name) => name === 'sigmoid');
  const untouched = init === 'glorot' && optimizer.name === sgd(0.5).name && batchSize === 32 && seed === 0;
  if (isLogistic && untouched) return NOT_ATTEMPTED;
  const {X, y} = makeMoons({samples: 200, noise: 0.2});
  const truth = new Matrix(y.length, 1, y);
  const share =
    answer
      .fit(X, truth)
      .predict(X)
      .data.filter((p, i) => p >= 0.5 === (y[i] === 1)).length / y.length;
  const got = `It gets ${(100 * share).toFixed(1)} % right.`;
  if (share >= ENOUGH) return correct(`${got} Slopes reach the first layer again.`);
  return wrong(`${got} ${whatIsWrong(answer, isLogistic)}`);
}

function whatIsWrong({init, layers, optimizer}: Network, isLogistic: boolean): string {
  if (isLogistic)
    return 'But the hidden layers are still logistic: each multiplies the slopes by ¼ or less on their way back.';
  if (init === 'zeros') return 'Weights that started at zero get no slopes, whatever the activation. Leave `init` out.';
  if (layers[0].activation.name === 'relu' && optimizer.learningRate > 1)
    return 'Such large steps leave ReLUs dead. Take a smaller rate.';
  if (optimizer.learningRate < 0.01 && optimizer.name.startsWith('sgd'))
    return 'In 200 epochs it doesn’t get far: the steps are too small.';
  return 'Start from the network of the lesson, and change the activation of its hidden layers alone.';
}

const recallShapes = numericExercise({
  id: '08-softmax/recall-shapes',
  stub: [],
  solution: [20, 8, 6, 8],
  why: 'A delta has one number for each row and unit; slopes have the shape of their weights.',
  mistakes: [
    {answer: [20, 3, 8, 3], says: 'Those are the shapes at the output. Asked for is the hidden layer.'},
    {
      answer: [8, 20, 6, 8],
      says: 'The slopes are right. A delta has its rows as X has: 20 rows, a column for each unit.',
    },
    {answer: [20, 8, 8, 6], says: 'The delta is right. Weights have a row for each input and a column for each unit.'},
    {
      answer: [20, 6, 6, 8],
      says: 'The slopes are right. A delta stands at the net inputs of the units: 8 in each row, not 6.',
    },
    {
      answer: [20, 8, 8, 3],
      says: 'The delta is right. 8 × 3 are the weights of the output; asked for are the hidden ones.',
    },
    {
      answer: [20, 8, 20, 8],
      says: 'The delta is right. The slopes of weights don’t depend on the number of rows: they add up over them.',
    },
    {
      answer: [20, 8, 7, 8],
      says: 'The delta is right. Biases have slopes of their own; the weights have a row for each of the 6 inputs.',
    },
    {answer: [20, 8], says: 'That is the delta. Now the shape of the slopes, as third and fourth number.'},
  ],
  otherwise:
    'The delta has one number for each of the 20 rows and each hidden unit; slopes have the shape of the weights.',
  hints: ['8 hidden units, 20 rows.', 'The hidden weights lead from 6 inputs to 8 units.', '20 × 8 and 6 × 8.'],
});

const recallRate = numericExercise({
  id: '08-softmax/recall-rate',
  stub: undefined,
  solution: 2 / 25,
  why: 'The curvature is 25, and steps grow as soon as the rate is above 2 divided by the curvature.',
  mistakes: [
    {
      answer: 1 / 25,
      says: 'At that rate one step leads to the bottom, since the slope is 25 w. How much larger may it be until each step lands farther away?',
    },
    {answer: 4 / 25, says: 'The curvature of ½ · 25 w² is 25: its slope is 25 w. Two divided by that.'},
    {answer: 12.5, says: 'That is the wrong way round. The steeper the valley, the smaller the rate: 2 divided by 25.'},
    {answer: 25, says: 'That is the curvature. The limit of the rate is 2 divided by it.'},
  ],
  otherwise: 'The limit is 2 divided by the curvature, and the curvature of ½ · 25 w² is 25.',
  hints: ['The slope is 25 w.', 'A step leads from w to (1 − 25 η) w.', 'That grows in size if 25 η is above 2.'],
});

/** The exercises of lesson 08, in its order. */
export const softmaxExercises: readonly Exercise[] = [byHand, readMatrix, mend, recallShapes, recallRate];
