import * as tf from '@tensorflow/tfjs-node';
import type {EpochLog, FitOptions} from '../trainers/classifier';

/**
 * Makes an `onEpoch` of ours, such as `liveCurve()`, a callback for TensorFlow's `fit`. Epochs count from 1; the accuracy is
 * there if the model was compiled with `metrics: ['accuracy']`, validation figures if `fit` has rows for them. Returning
 * 'stop' ends the training.
 *
 * TensorFlow's figures are means over the batches of an epoch, each before the step it led to, as ours are.
 *
 * @example
 * await model.fit(X, y, {epochs: 20, verbose: 0, callbacks: epochCallback(liveCurve())});
 */
export function epochCallback(onEpoch: NonNullable<FitOptions['onEpoch']>): tf.CustomCallback {
  return new EpochCallback(onEpoch);
}

class EpochCallback extends tf.CustomCallback {
  #model?: tf.LayersModel;

  constructor(onEpoch: NonNullable<FitOptions['onEpoch']>) {
    super({
      onEpochEnd: (epoch, logs = {}) => {
        const log: EpochLog = {epoch: epoch + 1, loss: logs.loss};
        for (const [ours, theirs] of names) if (logs[theirs] !== undefined) log[ours] = logs[theirs];
        if (onEpoch(log) === 'stop' && this.#model) this.#model.stopTraining = true;
      },
    });
  }

  /** TensorFlow tells whom it trains. */
  override setModel(model: tf.LayersModel): void {
    this.#model = model;
  }
}

const names = [
  ['accuracy', 'acc'],
  ['valLoss', 'val_loss'],
  ['valAccuracy', 'val_acc'],
] as const;
