/**
 * Activations of a whole layer at once: one call instead of one for each number, and slopes out of the outputs, which
 * spares an exponential. Every bit is that of `value` and `derivative`.
 */
import type {Floats} from '../math/dtype';
import {identity, relu, sigmoid, tanh, type Activation} from './activations';

export interface Elementwise {
  /** Writes a = f(z). */
  forward(z: Floats, a: Floats): void;
  /** Multiplies each slope by f′(z), where a = f(z) is known. */
  backward(z: Floats, a: Floats, slopes: Floats): void;
}

/** The activation, for whole layers. Those not listed here, such as one of your own, are called number by number. */
export function elementwise(activation: Activation): Elementwise {
  return loops.get(activation) ?? numberByNumber(activation);
}

// A loop of its own for each: a compiler makes them fast only where one loop calls one function.
const loops = new Map<Activation, Elementwise>([
  [
    identity,
    {
      forward: (z, a) => a.set(z),
      backward: () => undefined, // · 1
    },
  ],
  [
    sigmoid,
    {
      forward(z, a) {
        for (let i = 0; i < z.length; i++) a[i] = sigmoid.value(z[i]);
      },
      backward(_z, a, slopes) {
        for (let i = 0; i < a.length; i++) slopes[i] *= a[i] * (1 - a[i]);
      },
    },
  ],
  [
    tanh,
    {
      forward(z, a) {
        for (let i = 0; i < z.length; i++) a[i] = tanh.value(z[i]);
      },
      backward(_z, a, slopes) {
        for (let i = 0; i < a.length; i++) slopes[i] *= 1 - a[i] * a[i];
      },
    },
  ],
  [
    relu,
    {
      forward(z, a) {
        for (let i = 0; i < z.length; i++) a[i] = relu.value(z[i]);
      },
      backward(z, _a, slopes) {
        for (let i = 0; i < z.length; i++) slopes[i] *= relu.derivative(z[i]);
      },
    },
  ],
]);

function numberByNumber({value, derivative}: Activation): Elementwise {
  return {
    forward(z, a) {
      for (let i = 0; i < z.length; i++) a[i] = value(z[i]);
    },
    backward(z, _a, slopes) {
      for (let i = 0; i < z.length; i++) slopes[i] *= derivative(z[i]);
    },
  };
}
