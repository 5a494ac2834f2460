import {checkVector} from '../math/checks';
import type {VectorLike} from '../math/matrix';
import {received} from '../math/received';
import {identity, type Activation} from './activations';

export interface NeuronOptions {
  /** One weight for each input. Shape (inputs). */
  weights: VectorLike;
  /** Added to the weighted sum. @default 0 */
  bias?: number;
  /** What becomes of the net input. @default identity */
  activation?: Activation;
}

/**
 * One neuron: a weighted sum of its inputs, then an activation, a = f(w · x + b). It computes and doesn't learn.
 *
 * @example
 * const neuron = new Neuron({weights: [2, -1, 3, -2], bias: -2.5, activation: sigmoid});
 * neuron.netInput([5, 1, 4, 8]); // 2.5
 * neuron.output([5, 1, 4, 8]); // 0.9241418199787566
 */
export class Neuron {
  /** One weight for each input. Shape (inputs). */
  readonly weights: Float64Array;
  readonly bias: number;
  readonly activation: Activation;

  /**
   * @throws {RangeError} If there is no weight, or a weight or the bias is not finite.
   * @throws {TypeError} If the weights are not an array of numbers, or the activation is not one.
   */
  constructor({weights, bias = 0, activation = identity}: NeuronOptions) {
    this.weights = checkVector(weights, 'weights');
    if (this.weights.length === 0) throw new RangeError('weights must hold at least one number, got none');
    if (!Number.isFinite(bias)) throw new RangeError(`bias must be a finite number, got ${received(bias)}`);
    if (typeof activation?.value !== 'function') {
      throw new TypeError(`activation must be an activation such as sigmoid, got ${received(activation)}`);
    }
    this.bias = bias;
    this.activation = activation;
  }

  /**
   * The net input z = Σⱼ wⱼ xⱼ + b, before the activation.
   *
   * @param x - One sample. Shape (inputs).
   * @throws {RangeError} If x has not one value for each weight, or one of them is not finite.
   */
  netInput(x: VectorLike): number {
    const inputs = checkVector(x, 'x');
    if (inputs.length !== this.weights.length) {
      throw new RangeError(`x has ${inputs.length} values, but the neuron has ${this.weights.length} weights`);
    }
    let z = 0;
    for (let j = 0; j < inputs.length; j++) z += this.weights[j] * inputs[j];
    return z + this.bias;
  }

  /**
   * The output a = f(z).
   *
   * @param x - One sample. Shape (inputs).
   * @throws {RangeError} If x has not one value for each weight, or one of them is not finite.
   */
  output(x: VectorLike): number {
    return this.activation.value(this.netInput(x));
  }
}
