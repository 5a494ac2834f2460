import {faultOfNative} from '../../../scripts/lib/tensorflow/check.mjs';
import {thisWorld} from '../../../scripts/lib/tensorflow/world.mjs';
import {AS_INSTALLED, contest, largestDifference, requireWithin} from '../../contest.mjs';
import {faces} from '../../faces.mjs';
/** @import {Contestant, Table} from '../../contest.mjs' */

export const title = 'A network for faces, 2304-200-7';
export const about =
  '28,709 pictures of 48 × 48 pixels, 7 classes; 200 hidden neurons with ReLU, Adam, one epoch in batches of 128. neurons reads bytes, and ' +
  'converts each batch in the counted time; for the others all pixels are floats before the clock starts. neurons and NumPy go through the ' +
  'same rows in the same order from the same weights; TensorFlow.js has these weights and an order of its own, scikit-learn both of its own.';

const file = (/** @type {string} */ name) => new URL(name, import.meta.url);

/** What each contestant is given. @param {import('../../faces.mjs').Faces} files */
export const inputFor = (files) => ({...files, units: 200, batchSize: 128, epochs: 1});

/** Ours, and those that learn the same. @type {[Contestant, ...Contestant[]]} */
export const contestants = [
  {name: 'neurons', file: file('neurons.mjs'), given: {dtype: 'float64'}},
  {name: 'neurons in 32 bits', file: file('neurons.mjs'), given: {dtype: 'float32'}},
  {name: 'NumPy', file: file('numpy.py'), goal: 0.75, goalOf: 'neurons in 32 bits'},
  {
    name: 'scikit-learn',
    file: file('scikit-learn.py'),
    given: {dtype: 'float64'},
    against: ['neurons'],
    goal: 1.1,
  },
  {
    name: 'scikit-learn in 32 bits',
    file: file('scikit-learn.py'),
    given: {dtype: 'float32'},
    against: ['neurons in 32 bits'],
    goal: 1.3,
    goalOf: 'neurons in 32 bits',
  },
];

/** @param {'native' | 'wasm'} backend @returns {Contestant} it computes in 32 bits */
const tensorFlow = (backend) => ({
  name: `TensorFlow.js, ${backend === 'native' ? 'native' : 'WebAssembly'}`,
  file: file('tfjs.mjs'),
  env: {TFJS_BACKEND: backend},
  against: ['neurons in 32 bits'],
});

/** @returns {Promise<Contestant[]>} TensorFlow.js natively, where this machine has it */
export async function nativeTensorFlow() {
  return (await faultOfNative(thisWorld())) === undefined ? [tensorFlow('native')] : [];
}

/** @returns {Promise<Table[]>} */
export async function measure() {
  const {files, about} = await faces();
  const native = await nativeTensorFlow();
  const task = {input: inputFor(files), ours: 2, check: agree};
  const oneThread = await contest({
    ...task,
    contestants: [...contestants, ...native, {...tensorFlow('wasm'), once: true}],
    warmUp: 1,
    counted: 3,
  });
  const asInstalled = await contest({
    ...task,
    contestants: [...contestants, ...native],
    warmUp: 0,
    counted: 2,
    asInstalled: true,
  });
  const missing = native.length === 0 ? ['Native TensorFlow is not at work here.'] : [];
  return [
    {...oneThread, notes: [...oneThread.notes, about, ...missing]},
    {...asInstalled, about: AS_INSTALLED},
  ];
}

/** @param {{loss: number, shares: number[]}[]} results the loss of the epoch, and of ours and NumPy what 100 rows are taken for */
function agree([ours, in32Bits, numpy, ...others]) {
  const [same, rounded] = [numpy, in32Bits].map(({shares}) => largestDifference(ours.shares, shares));
  requireWithin('the probabilities of classes', same, 1e-6);
  requireWithin('the probabilities of classes in 32 bits', rounded, 0.01);
  const losses = others.map(({loss}) => loss);
  const furthest = Math.max(...losses.map((loss) => Math.abs(loss - ours.loss)));
  requireWithin('the losses of the epoch', furthest, 0.1);
  const [least, most] = [Math.min(...losses), Math.max(...losses)].map((loss) => loss.toFixed(2));
  return (
    `After the epoch the probabilities for 100 rows agree: NumPy's differ by ${same.toPrecision(1)} at most, those in 32 bits by ` +
    `${rounded.toPrecision(1)}. The loss of the epoch is ${ours.loss.toFixed(2)}, of those with an order of their own ${least} to ${most}.`
  );
}
