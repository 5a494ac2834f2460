import * as tf from '@tensorflow/tfjs-node';
import {varyPicture, type VaryOptions} from '../data/varyPicture';
import {batches} from '../math/batches';
import {checkCount, checkPositive, checkUint32} from '../math/checks';
import type {Matrix, VectorLike} from '../math/matrix';
import {createRng} from '../math/random';
import {received} from '../math/received';
import type {EpochLog, FitOptions} from '../trainers/classifier';
import {fastGradients} from './fastGradients';
import {checkPictures, pictureTensor, predictPictures} from './predictPictures';

export interface FitPicturesOptions {
  /** @default 20 */
  epochs?: number;
  /** Pictures in a step. @default 64 */
  batchSize?: number;
  /** Of the first epochs; it falls along half a wave, to nothing at the end. @default 0.05 */
  learningRate?: number;
  /** What of each target is shared out among all classes, so that no answer has to become certain. @default 0.1 */
  labelSmoothing?: number;
  /** How training pictures vary from epoch to epoch; false for not at all. @default what `varyPicture` does */
  vary?: VaryOptions | false;
  /** Pictures and labels that are only judged by, after each epoch. */
  validation?: readonly [X: Matrix<Uint8Array>, y: VectorLike];
  /** Stops when the validation loss hasn't fallen for so many epochs. @default it doesn't stop */
  patience?: number;
  /** Order of the pictures, and how they vary. @default 0 */
  seed?: number;
  /** Told after each epoch; returning 'stop' ends the training. */
  onEpoch?: FitOptions['onEpoch'];
  /** Told after each step how many are taken, of how many if it isn't stopped: a large data set has long epochs. */
  onProgress?: (done: number, total: number) => void;
}

/** Steps in which the learning rate rises to its height: at first the slopes are large and lead astray. */
const WARM_UP = 200;
const MOMENTUM = 0.9;

/**
 * Trains a classifier of pictures in TensorFlow.js: gradient descent with momentum on the categorical cross-entropy, with
 * pictures that vary, a learning rate that falls, and early stopping. At its end the model has the weights of the epoch
 * with the lowest validation loss; without validation rows, of the last one. It is compiled for that, so its optimizer
 * begins anew.
 *
 * An interrupt of the kernel ends the training after the step that it is at. Then, and after a failure, the model has the
 * weights of its best full epoch too (without validation rows, of its last); those that it began with, if there is none.
 *
 * @param model - From pictures, shape (side, side, 1), bytes divided by 255, to a softmax of the classes.
 * @param X - Grey bytes. Shape (pictures, side · side).
 * @param y - Labels: places in the model's outputs. Shape (pictures).
 * @returns One entry an epoch: `loss` and `accuracy` on the varied training pictures, `valLoss` and `valAccuracy`.
 * @throws {RangeError} If shapes or labels don't fit the model, an option is out of its range, or a loss leaves the finite
 *   numbers.
 * @example
 * const history = await fitPictures(model, X, y, {epochs: 10, validation: [V, v], onEpoch: liveCurve()});
 * @see I. Loshchilov and F. Hutter (2017), "SGDR: Stochastic Gradient Descent with Warm Restarts": the falling rate.
 * @see C. Szegedy et al. (2016), "Rethinking the Inception Architecture for Computer Vision": smoothed labels.
 */
export async function fitPictures(
  model: tf.LayersModel,
  X: Matrix<Uint8Array>,
  y: VectorLike,
  options: FitPicturesOptions = {},
): Promise<EpochLog[]> {
  const {epochs = 20, batchSize = 64, learningRate = 0.05, labelSmoothing = 0.1, vary = {}, seed = 0} = options;
  const {validation, patience = Infinity, onEpoch, onProgress} = options;
  checkCount(epochs, 'epochs');
  checkPositive(learningRate, 'learningRate');
  checkUint32(seed, 'seed');
  if (patience !== Infinity) checkCount(patience, 'patience');
  if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
    throw new RangeError(`labelSmoothing must be at least 0 and below 1, got ${received(labelSmoothing)}`);
  }
  checkPictures(model, X, {y, name: 'X'});
  if (validation) checkPictures(model, validation[0], {y: validation[1], name: 'the validation'});

  await tf.nextFrame(); // an interrupt of what a cell runs before its first wait would skip the `finally` below
  const optimizer = tf.train.momentum(learningRate, MOMENTUM);
  model.compile({optimizer, loss: 'categoricalCrossentropy', metrics: ['accuracy']});
  const restoreGradients = fastGradients();
  const interrupt = listen();
  const rng = createRng(seed);
  const steps = epochs * Math.ceil(X.rows / batchSize);
  const history: EpochLog[] = [];
  let best = {epoch: 0, valLoss: Infinity, weights: copyWeights(model)};
  try {
    training: for (let epoch = 1, step = 0; epoch <= epochs; epoch++) {
      let [loss, accuracy] = [0, 0];
      for (const rows of batches(rng, X.rows, batchSize)) {
        optimizer.setLearningRate(learningRate * rateAt(step++, steps));
        const pictures = Array.from(rows, (i) => (vary ? varyPicture(X.row(i), rng, vary) : X.row(i)));
        const inputs = pictureTensor(pictures);
        const targets = smoothed(
          Int32Array.from(rows, (i) => y[i]),
          model,
          labelSmoothing,
        );
        const [batchLoss, batchAccuracy] = (await model.trainOnBatch(inputs, targets)) as number[];
        tf.dispose([inputs, targets]);
        loss += (batchLoss * rows.length) / X.rows;
        accuracy += (batchAccuracy * rows.length) / X.rows;
        onProgress?.(step, steps);
        await tf.nextFrame(); // signals and messages get their turn: the kernel can be interrupted
        if (interrupt.came) break training;
      }
      const log: EpochLog = {epoch, loss, accuracy, ...(validation && judge(model, ...validation))};
      const {valLoss = -epoch} = log; // without validation the last epoch is the best
      if (!Number.isFinite(loss) || !Number.isFinite(valLoss)) {
        const tried = `try a learningRate below ${learningRate}`;
        throw new RangeError(`the loss left the finite numbers in epoch ${epoch}; ${tried}`);
      }
      history.push(log);
      if (valLoss < best.valLoss) {
        tf.dispose(best.weights);
        best = {epoch, valLoss, weights: copyWeights(model)};
      }
      if ((await onEpoch?.(log)) === 'stop' || epoch - best.epoch >= patience) break;
    }
  } finally {
    interrupt.stop();
    restoreGradients();
    model.setWeights(best.weights);
    tf.dispose(best.weights);
  }
  return history;
}

/**
 * Whether somebody has interrupted. A kernel gives up waiting for the cell then, but what it waited for would go on. Where
 * nobody listens to interrupts, they end the process, and so they shall.
 */
function listen(): {readonly came: boolean; readonly stop: () => void} {
  const state = {came: false, stop: () => void process.off('SIGINT', hear)};
  const hear = (): void => void (state.came = true);
  if (process.listenerCount('SIGINT') > 0) process.on('SIGINT', hear);
  return state;
}

/** Copies that stay when the model goes on learning. */
function copyWeights(model: tf.LayersModel): tf.Tensor[] {
  return model.getWeights().map((weights) => weights.clone());
}

/** Share of the learning rate: up in a straight line while it warms up, and all the while down along half a wave. */
function rateAt(step: number, steps: number): number {
  return Math.min(1, (step + 1) / WARM_UP) * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
}

/** One-hot rows, of which a share is spread over all classes. Shape (labels, classes). */
function smoothed(labels: Int32Array, model: tf.LayersModel, share: number): tf.Tensor {
  const classes = model.outputShape[1] as number;
  return tf.tidy(() =>
    tf
      .oneHot(labels, classes)
      .mul(1 - share)
      .add(share / classes),
  );
}

function judge(model: tf.LayersModel, X: Matrix<Uint8Array>, y: VectorLike): {valLoss: number; valAccuracy: number} {
  const said = predictPictures(model, X);
  let [loss, right] = [0, 0];
  for (let i = 0; i < X.rows; i++) {
    const row = said.row(i);
    loss -= Math.log(Math.max(row[y[i]], 1e-7));
    if (row.indexOf(Math.max(...row)) === y[i]) right++; // of classes that tie the first is the answer, as for TensorFlow
  }
  return {valLoss: loss / X.rows, valAccuracy: right / X.rows};
}
