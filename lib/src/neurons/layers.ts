import {checkCount} from '../math/checks';
import {received} from '../math/received';
import {identity, type Activation} from './activations';
import type {OutputActivation} from './softmax';

/** What a layer is to be, before it has weights. */
export interface LayerSpec {
  readonly units: number;
  readonly activation: Activation | OutputActivation;
  readonly bias: boolean;
}

/**
 * A dense layer, the plan of it: every unit is a neuron that sees all outputs of the layer before, a = f(x W + b). How
 * many those are is known only in a `Network`, which gives the layer its weights, of shape (inputs, units).
 *
 * @param units - How many neurons, which is how many outputs; a positive whole number.
 * @param activation - What becomes of the net inputs. Softmax is for the last layer. @default identity
 * @param options - `bias`: whether each unit has a bias. @default {bias: true}
 * @throws {RangeError} If `units` is not a positive whole number.
 * @throws {TypeError} If the activation is none, or `bias` neither true nor false.
 * @example
 * dense(4, tanh).units; // 4
 */
export function dense(
  units: number,
  activation: Activation | OutputActivation = identity,
  {bias = true}: {bias?: boolean} = {},
): LayerSpec {
  checkCount(units, 'units');
  if (!isActivation(activation) && !isOutputActivation(activation)) {
    throw new TypeError(`activation must be an activation such as tanh or softmax, got ${received(activation)}`);
  }
  if (typeof bias !== 'boolean') throw new TypeError(`bias must be true or false, got ${received(bias)}`);
  return {units, activation, bias};
}

/** Whether it works on single numbers, with a slope at each. */
export function isActivation(activation: Activation | OutputActivation): activation is Activation {
  const {value, derivative} = (activation ?? {}) as Partial<Activation>;
  return typeof value === 'function' && typeof derivative === 'function';
}

function isOutputActivation(activation: Activation | OutputActivation): activation is OutputActivation {
  return typeof (activation as Partial<OutputActivation> | undefined)?.forward === 'function';
}
