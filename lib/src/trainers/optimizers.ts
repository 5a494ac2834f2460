/** Optimizers: what a step makes of the gradient. All of them go downhill; they differ in what they remember. */
import {checkNotNegative, checkPositive} from '../math/checks';
import type {Floats} from '../math/dtype';
import {Arena, type AdamArrays} from '../math/kernels/arena';
import type {NumericArray} from '../math/matrix';
import {received} from '../math/received';

/** Changes the weights in place by one step, given the gradient of the loss there. */
export type Update = (weights: NumericArray, gradient: NumericArray) => void;

/** A recipe for steps, without a memory of its own: any number of fits can share one. */
export interface Optimizer {
  /** The recipe with its numbers, such as 'sgd(0.1)'. */
  readonly name: string;
  /** Step size η. */
  readonly learningRate: number;
  /** Begins a fit of so many parameters. What is remembered from step to step lives in the function that comes back. */
  start(parameters: number): Update;
}

/**
 * Gradient descent as it is: w ← w − η g. With mini-batches it is called stochastic.
 *
 * @param learningRate - Step size η; positive. @default 0.01
 * @throws {RangeError} If the learning rate is not positive.
 * @example
 * const w = Float64Array.of(1, 2);
 * sgd(0.5).start(2)(w, Float64Array.of(1, -1));
 * w; // Float64Array [0.5, 2.5]
 */
export function sgd(learningRate: number = 0.01): Optimizer {
  checkPositive(learningRate, 'learningRate');
  return {
    name: `sgd(${learningRate})`,
    learningRate,
    start: () => (weights, gradient) => {
      for (let j = 0; j < weights.length; j++) weights[j] -= learningRate * gradient[j];
    },
  };
}

/**
 * Gradient descent with momentum, a heavy ball: v ← μ v − η g, then w ← w + v. Steps that agree add up, to η / (1 − μ) at
 * most; steps to and fro cancel.
 *
 * @param learningRate - Step size η; positive. @default 0.01
 * @param momentum - Share μ of the velocity that is kept, from 0 to below 1. @default 0.9
 * @throws {RangeError} If one of them is out of its range.
 * @example
 * const w = Float64Array.of(0);
 * const update = momentum(1, 0.5).start(1);
 * update(w, Float64Array.of(-1));
 * update(w, Float64Array.of(-1));
 * w; // Float64Array [2.5], a step of 1, then one of 1 + 0.5 · 1
 * @see B. T. Polyak (1964), "Some methods of speeding up the convergence of iteration methods", USSR Computational
 *   Mathematics and Mathematical Physics 4.
 */
export function momentum(learningRate: number = 0.01, momentum: number = 0.9): Optimizer {
  checkPositive(learningRate, 'learningRate');
  checkShare(momentum, 'momentum');
  return {
    name: `momentum(${learningRate}, ${momentum})`,
    learningRate,
    start(parameters) {
      const velocity = new Float64Array(parameters);
      return (weights, gradient) => {
        for (let j = 0; j < weights.length; j++) {
          velocity[j] = momentum * velocity[j] - learningRate * gradient[j];
          weights[j] += velocity[j];
        }
      };
    },
  };
}

export interface AdamOptions {
  /** How much of the mean of gradients is kept, from 0 to below 1. @default 0.9 */
  beta1?: number;
  /** How much of the mean of their squares is kept, from 0 to below 1. @default 0.999 */
  beta2?: number;
  /** Keeps the divisor away from 0; positive. @default 1e-8 */
  epsilon?: number;
  /** How fast the step size falls: it is η / (1 + decay · t) in step t = 1, 2, …; 0 or more. @default 0, it stays */
  decay?: number;
}

/**
 * Adam: a step size of its own for each weight, about η, however large or small its gradients are.
 *
 * It keeps running means of the gradients, m ← β₁ m + (1 − β₁) g, and of their squares, v ← β₂ v + (1 − β₂) g². Both start
 * at 0, which m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) make up for in step t. Then w ← w − η m̂ / (√v̂ + ε).
 *
 * @param learningRate - Step size η; positive. @default 0.001
 * @throws {RangeError} If a number is out of its range.
 * @example
 * const w = Float64Array.of(1, 1);
 * adam(0.25).start(2)(w, Float64Array.of(1000, -0.5));
 * w.map((value) => Math.round(1000 * value)); // Float64Array [750, 1250]
 * @see D. P. Kingma and J. Ba (2015), "Adam: A method for stochastic optimization", ICLR, Algorithm 1.
 */
export function adam(
  learningRate: number = 0.001,
  {beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, decay = 0}: AdamOptions = {},
): Optimizer {
  checkPositive(learningRate, 'learningRate');
  checkShare(beta1, 'beta1');
  checkShare(beta2, 'beta2');
  checkPositive(epsilon, 'epsilon');
  checkNotNegative(decay, 'decay');
  return {
    name: `adam(${[learningRate, beta1, beta2, epsilon, ...(decay > 0 ? [decay] : [])].join(', ')})`,
    learningRate,
    start(parameters) {
      let memory: AdamMemory = {mean: new Float64Array(parameters), square: new Float64Array(parameters)};
      let lastWeights: NumericArray | undefined;
      // β₁ᵗ and β₂ᵗ as running products: the last bit of a power differs between versions of Node.
      let [power1, power2] = [1, 1];
      let step = 0;
      return (weights, gradient) => {
        const rate = learningRate / (1 + decay * ++step);
        power1 *= beta1;
        power2 *= beta2;
        if (weights !== lastWeights) memory = beside(weights, memory);
        lastWeights = weights;
        const {mean, square, arena} = memory;
        if (arena?.holds(gradient)) {
          const arrays = {weights, gradient, mean, square} as AdamArrays;
          arena.adam(arrays, {learningRate: rate, beta1, beta2, epsilon, power1, power2});
          return;
        }
        for (let j = 0; j < weights.length; j++) {
          const g = gradient[j];
          mean[j] = beta1 * mean[j] + (1 - beta1) * g;
          square[j] = beta2 * square[j] + (1 - beta2) * (g * g);
          const [mHat, vHat] = [mean[j] / (1 - power1), square[j] / (1 - power2)];
          weights[j] -= (rate * mHat) / (Math.sqrt(vHat) + epsilon);
        }
      };
    },
  };
}

/** The running means of Adam, and the arena in which they and the weights lie, if it is one. */
interface AdamMemory {
  readonly mean: Floats;
  readonly square: Floats;
  readonly arena?: Arena;
}

/** The memory, moved to the arena in which the weights lie, if they lie in one that has room for it. */
function beside(weights: NumericArray, {mean, square}: AdamMemory): AdamMemory {
  const arena = Arena.of(weights);
  if (!arena || arena.holds(mean)) return {mean, square, arena};
  const kind = weights.BYTES_PER_ELEMENT === 8 ? Float64Array : Float32Array;
  if (arena.left < Arena.room(kind, mean.length, square.length)) return {mean, square};
  const [movedMean, movedSquare] = [mean, square].map((array) => {
    const copy = arena.array(kind, array.length);
    copy.set(array);
    return copy;
  });
  return {mean: movedMean, square: movedSquare, arena};
}

function checkShare(value: number, name: string): void {
  if (!(value >= 0 && value < 1)) {
    throw new RangeError(`${name} must be a number from 0 to below 1, got ${received(value)}`);
  }
}
