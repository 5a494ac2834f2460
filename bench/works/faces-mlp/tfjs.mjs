import fs from 'node:fs';
import {createRequire} from 'node:module';
import {createRng, normal} from 'neurons';

const load = createRequire(import.meta.url);
load('../../../jupyter/kernel/tfjs-fallback.cjs'); // TFJS_BACKEND says which TensorFlow.js this is
/** @type {typeof import('@tensorflow/tfjs')} */
const tf = load('@tensorflow/tfjs-node');

/** @param {{pixels: string, labels: string, rows: number, units: number}} input */
export function prepare({pixels, labels, rows, units}) {
  const numbers = Float32Array.from(fs.readFileSync(pixels), (byte) => byte / 255);
  const X = tf.tensor2d(numbers, [rows, numbers.length / rows]);
  const Y = tf.oneHot(tf.tensor1d(Int32Array.from(fs.readFileSync(labels)), 'int32'), 7).toFloat();
  const rng = createRng(0); // as MlpClassifier draws its weights
  const weights = (/** @type {number} */ inputs, /** @type {number} */ outputs) =>
    tf.tensor2d(
      Float32Array.from({length: inputs * outputs}, () => normal(rng, 0, Math.sqrt(2 / inputs))),
      [inputs, outputs],
    );
  const start = [weights(X.shape[1], units), tf.zeros([units]), weights(units, 7), tf.zeros([7])];
  return {X, Y, start};
}

/**
 * @param {{units: number, batchSize: number, epochs: number}} input
 * @param {ReturnType<typeof prepare>} prepared
 */
export async function train({units, batchSize, epochs}, {X, Y, start}) {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({units, activation: 'relu', inputShape: [X.shape[1]]}),
      tf.layers.dense({units: 7, activation: 'softmax'}),
    ],
  });
  model.setWeights(start);
  const optimizer = tf.train.adam(0.001);
  model.compile({optimizer, loss: 'categoricalCrossentropy'});
  const {history} = await model.fit(X, Y, {batchSize, epochs, verbose: 0});
  optimizer.dispose();
  model.dispose();
  return {loss: history.loss[epochs - 1]};
}
