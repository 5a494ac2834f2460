import {checkCount} from '../math/checks';
import type {Dtype} from '../math/dtype';
import {received} from '../math/received';
import {relu, type Activation} from '../neurons/activations';
import {dense, isActivation} from '../neurons/layers';
import {softmax} from '../neurons/softmax';
import type {Init} from './initialise';
import {checkNetworkFits, mlpFromJson, mlpToJson} from './mlpJson';
import {Network} from './network';
import {NetworkClassifier} from './networkClassifier';
import {adam, type Optimizer} from './optimizers';

export interface MlpClassifierOptions {
  /** How many neurons each hidden layer has, from the first to the last. @default [16] */
  hiddenLayers?: readonly number[];
  /** What becomes of the net inputs in all hidden layers. @default relu */
  activation?: Activation;
  /** What a step makes of the gradient. @default adam() */
  optimizer?: Optimizer;
  /** Passes over the training rows; a positive whole number. @default 100 */
  epochs?: number;
  /** Rows in a step: a positive whole number, or 'all' for one step an epoch. @default 32 */
  batchSize?: number | 'all';
  /** Weight decay λ, 0 or more: adds ½ λ Σ w² (without the biases) to what is minimised. @default 0 */
  l2?: number;
  /**
   * Ends the training when the loss on the validation rows has not fallen below its lowest for `patience` epochs in a
   * row, a positive whole number, and goes back to the weights of the epoch in which it was lowest. `fit` then asks for
   * `validation`. @default none: all epochs, and the weights of the last
   */
  earlyStopping?: {readonly patience: number};
  /** Seeds the starting weights and the order of the rows; a whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
  /**
   * What training computes with: floats of 64 bits, or of 32, which take half the memory and in large networks half the
   * time. The model answers in 64 bits either way, from what was learned. @default 'float64'
   */
  dtype?: Dtype;
}

/**
 * The multilayer perceptron as a classifier: hidden layers, and a softmax over the classes that are found in y.
 *
 * It is a `Network` with the mean categorical cross-entropy E = −1/m Σᵢ log ŷᵢ[class of row i], for two classes too. Where
 * the activation lets through what is above 0 and at most half of what is below (relu, prelu, elu, softplus), weights
 * start as He has it, else as Glorot; biases start at 0. The `loss` in the history leaves the term of λ out.
 *
 * @example
 * const X = [[0, 0], [0, 1], [1, 0], [1, 1]];
 * const options = {hiddenLayers: [4], activation: tanh, optimizer: adam(0.1), batchSize: 'all'};
 * const xor = new MlpClassifier(options).fit(X, [0, 1, 1, 0]);
 * xor.predict(X); // Float64Array [0, 1, 1, 0]
 * xor.network_.layers.length; // 2
 * @see D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986), "Learning representations by back-propagating errors",
 *   Nature 323; L. Prechelt (1998), "Early stopping – but when?", in "Neural Networks: Tricks of the Trade".
 */
export class MlpClassifier extends NetworkClassifier {
  readonly hiddenLayers: readonly number[];
  readonly activation: Activation;
  readonly earlyStopping?: {readonly patience: number};
  protected readonly modelName: string = 'MlpClassifier';

  /**
   * @throws {RangeError} If a hidden layer, `epochs`, the batch size or the patience is not a positive whole number, `l2`
   *   negative or not finite, or the seed not a whole number from 0 to 2³² − 1.
   * @throws {TypeError} If an option is of another kind.
   */
  constructor(options: MlpClassifierOptions = {}) {
    const {hiddenLayers = [16], activation = relu, earlyStopping} = options;
    const {optimizer = adam(), epochs = 100, batchSize = 32, l2 = 0, seed = 0, dtype} = options;
    super({optimizer, epochs, batchSize, l2, seed, dtype});
    checkHiddenLayers(hiddenLayers);
    if (!isActivation(activation)) {
      throw new TypeError(`activation must be one of single units such as relu, got ${received(activation)}`);
    }
    this.hiddenLayers = [...hiddenLayers];
    this.activation = activation;
    if (earlyStopping === undefined) return;
    if (typeof earlyStopping !== 'object' || earlyStopping === null) {
      throw new TypeError(`earlyStopping must be an object such as {patience: 10}, got ${received(earlyStopping)}`);
    }
    checkCount(earlyStopping.patience, 'earlyStopping.patience');
    this.earlyStopping = {patience: earlyStopping.patience};
  }

  /**
   * The network that answers: its outputs are the probabilities of the classes, in the order of `classes_`.
   *
   * After early stopping it is a new one with the weights of the best epoch, and without a history of its own: all epochs
   * of the fit are in the `history_` of the classifier.
   */
  get network_(): Network {
    return this.fitted('reading network_').network;
  }

  /**
   * The options, the labels and the weights, for `JSON.stringify(model)`. The history is not in it.
   *
   * @throws {NotFittedError} Before `fit`.
   * @throws {TypeError} If the activation or the optimizer is of your own making: its name would not bring it back.
   */
  toJSON(): object {
    const {classes, network} = this.fitted('toJSON');
    return mlpToJson(this, classes, network);
  }

  /**
   * The classifier that `toJSON` described: it predicts the same, to the last bit, and fits as the first one would.
   *
   * @param json - As `JSON.parse` gives it.
   * @throws {RangeError} If a part of it is out of its range, or the network is not one for these options and labels.
   * @throws {TypeError} If it or a part of it is no such description; the message names the part.
   */
  static fromJSON(json: unknown): MlpClassifier {
    const {options, classes, network: described} = mlpFromJson(json);
    const network = Network.fromJSON(described);
    const {optimizer, epochs, batchSize, l2, seed, dtype} = network;
    const model = new MlpClassifier({...options, optimizer, epochs, batchSize, l2, seed, dtype});
    checkNetworkFits(network, model.makeNetwork(network.inputs, classes.length));
    model.take({classes, network});
    return model;
  }

  protected override patience(): number | undefined {
    return this.earlyStopping?.patience;
  }

  protected makeNetwork(features: number, classes: number): Network {
    const {activation, optimizer, epochs, batchSize, l2, seed, dtype} = this;
    const hidden = this.hiddenLayers.map((units) => dense(units, activation));
    const layers = [...hidden, dense(classes, softmax)];
    const init = initFor(activation);
    return new Network({inputs: features, layers, init, optimizer, epochs, batchSize, l2, seed, dtype});
  }
}

/** He's weights are twice as large in the square, for activations that pass on about half of what comes in. */
function initFor({derivative}: Activation): Init {
  return derivative(10) > 0.9 && derivative(-10) <= 0.5 ? 'he' : 'glorot';
}

function checkHiddenLayers(hiddenLayers: readonly number[]): void {
  if (!Array.isArray(hiddenLayers)) {
    throw new TypeError(`hiddenLayers must be an array of positive whole numbers, got ${received(hiddenLayers)}`);
  }
  hiddenLayers.forEach((units: number, l) => checkCount(units, `hiddenLayers[${l}]`));
}
