import {AS_INSTALLED, contest, largestDifference, requireWithin} from '../../contest.mjs';
import {faces} from '../../faces.mjs';

export const title = 'Softmax regression on faces';
export const about =
  '28,709 pictures of 48 × 48 pixels, 7 classes; gradient descent at 0.01 in batches of 128 for two epochs, in the same order. neurons reads ' +
  'bytes, and converts each batch in the counted time; for NumPy all pixels are floats of 64 bits before the clock starts. neurons also ' +
  'keeps the loss and the accuracy of every epoch, NumPy neither.';

/** @returns {Promise<import('../../contest.mjs').Table[]>} */
export async function measure() {
  const {files, about} = await faces();
  const neurons = new URL('neurons.mjs', import.meta.url);
  /** @type {Parameters<typeof contest<number[]>>[0]} */
  const task = {
    input: {...files, learningRate: 0.01, batchSize: 128, epochs: 2},
    contestants: [
      {name: 'neurons', file: neurons, given: {dtype: 'float64'}},
      {name: 'neurons in 32 bits', file: neurons, given: {dtype: 'float32'}},
      {name: 'NumPy', file: new URL('numpy.py', import.meta.url), goal: 1.5, goalOf: 'neurons in 32 bits'},
    ],
    ours: 2,
    check: agree,
    warmUp: 1,
    counted: 5,
  };
  const oneThread = await contest(task);
  const asInstalled = await contest({...task, warmUp: 1, counted: 3, asInstalled: true});
  return [
    {...oneThread, notes: [...oneThread.notes, about]},
    {...asInstalled, about: AS_INSTALLED},
  ];
}

/** @param {number[][]} results weights and biases */
function agree([ours, in32Bits, numpy]) {
  const [same, rounded] = [numpy, in32Bits].map((theirs) => largestDifference(ours, theirs));
  requireWithin('weights and biases', same, 1e-9);
  requireWithin('weights and biases in 32 bits', rounded, 1e-3);
  return `Weights and biases agree: NumPy's differ by ${same.toPrecision(1)} at most, those in 32 bits by ${rounded.toPrecision(1)}.`;
}
