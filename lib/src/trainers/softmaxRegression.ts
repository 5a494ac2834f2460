import type {Dtype} from '../math/dtype';
import type {Matrix} from '../math/matrix';
import {dense} from '../neurons/layers';
import {softmax} from '../neurons/softmax';
import {Network} from './network';
import {NetworkClassifier} from './networkClassifier';
import {sgd, type Optimizer} from './optimizers';

export interface SoftmaxRegressionOptions {
  /** What a step makes of the gradient. @default sgd(0.1) */
  optimizer?: Optimizer;
  /** Passes over the training rows; a positive whole number. @default 100 */
  epochs?: number;
  /** Weight decay λ, 0 or more: adds ½ λ Σ w² (without the biases) to what is minimised. @default 0 */
  l2?: number;
  /** Rows in a step: a positive whole number, or 'all' for one step an epoch. @default 'all' */
  batchSize?: number | 'all';
  /** Seeds the order of the rows in mini-batches; a whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
  /**
   * What training computes with: floats of 64 bits, or of 32, which take half the memory and in large networks half the
   * time. The model answers in 64 bits either way, from what was learned. @default 'float64'
   */
  dtype?: Dtype;
}

/**
 * Softmax regression, also called multinomial logistic regression: one layer of neurons, a class each, whose outputs are
 * the probabilities of the classes. With two classes it is logistic regression, w being the difference of the columns.
 *
 * Gradient descent on the mean categorical cross-entropy E = −1/m Σᵢ Σₖ yᵢₖ log ŷᵢₖ, with yᵢₖ = 1 where row i belongs to
 * class k, else 0, and ŷᵢ = softmax(xᵢ W + b). A step of `sgd(η)` is W ← W − η (1/m Xᵀ (Ŷ − Y) + λ W) and
 * b ← b − η 1/m Σᵢ (ŷᵢ − yᵢ), over the m rows of its batch. Weights start at zero.
 *
 * With 'all' the rows stay in their order; with a batch size every epoch goes through them in a new random order. The
 * `loss` in the history leaves the term of λ out.
 *
 * @example
 * const X = [[1], [2], [5], [6], [9], [10]];
 * const model = new SoftmaxRegression({optimizer: sgd(0.2), epochs: 1000}).fit(X, [0, 0, 1, 1, 2, 2]);
 * model.predict([[0], [5.5], [12]]); // Float64Array [0, 1, 2]
 * model.weights_.columns; // 3, one column a class
 * @see J. S. Bridle (1990), "Probabilistic interpretation of feedforward classification network outputs",
 *   Neurocomputing, NATO ASI Series 68.
 */
export class SoftmaxRegression extends NetworkClassifier {
  protected readonly modelName: string = 'SoftmaxRegression';

  /**
   * @throws {RangeError} If `epochs` or the batch size is not a positive whole number, `l2` negative or not finite, or the
   *   seed not a whole number from 0 to 2³² − 1.
   * @throws {TypeError} If the optimizer is none.
   */
  constructor(options: SoftmaxRegressionOptions = {}) {
    const {optimizer = sgd(0.1), epochs = 100, batchSize = 'all', l2 = 0, seed = 0, dtype} = options;
    super({optimizer, epochs, batchSize, l2, seed, dtype});
  }

  /** A column of weights for each class. Every epoch leaves a matrix of its own. Shape (features, classes). */
  get weights_(): Matrix {
    return this.fitted('reading weights_').network.layers[0].weights;
  }

  /** The bias of each class. Shape (classes). */
  get biases_(): Float64Array {
    return this.fitted('reading biases_').network.layers[0].biases!;
  }

  protected makeNetwork(features: number, classes: number): Network {
    const {optimizer, epochs, batchSize, l2, seed, dtype} = this;
    const layers = [dense(classes, softmax)];
    return new Network({inputs: features, layers, init: 'zeros', optimizer, epochs, batchSize, l2, seed, dtype});
  }
}
