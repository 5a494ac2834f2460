/**
 * Activation functions: what a neuron makes of its net input z.
 *
 * `derivative` takes the net input z everywhere, never the output a. Where a curve has a corner, the slope is that on
 * its left; a step has slope 0 everywhere, at the jump too.
 */
import {received} from '../math/received';

/** An activation function and its slope, both for one number. */
export interface Activation {
  /** What it is called, with its parameter if it has one: 'elu(0.3)'. */
  readonly name: string;
  /** Output a = f(z). */
  readonly value: (z: number) => number;
  /** Slope f′(z), taken at the net input z, not at the output. */
  readonly derivative: (z: number) => number;
}

/** Nothing is changed: f(z) = z. The output neuron of a regression. */
export const identity: Activation = {
  name: 'identity',
  value: (z) => z,
  derivative: () => 1,
};

/**
 * No or yes: f(z) = 1 for z ≥ 0, else 0. Its slope is 0 everywhere, so nothing can learn through it by slopes.
 *
 * @see W. S. McCulloch and W. Pitts (1943), "A logical calculus of the ideas immanent in nervous activity", Bulletin
 *   of Mathematical Biophysics 5.
 */
export const binaryStep: Activation = {
  name: 'binaryStep',
  value: (z) => (z >= 0 ? 1 : 0),
  derivative: () => 0,
};

/** No or yes as −1 and +1: f(z) = 1 for z ≥ 0, else −1. The perceptron's activation. */
export const signStep: Activation = {
  name: 'signStep',
  value: (z) => (z >= 0 ? 1 : -1),
  derivative: () => 0,
};

/**
 * Logistic function, σ(z) = 1 / (1 + e⁻ᶻ), between 0 and 1; its slope is σ(z) (1 − σ(z)), at most ¼.
 *
 * Below z ≈ −709, e⁻ᶻ becomes Infinity and the result 0, which is the right limit: nothing needs to be clipped.
 *
 * @example
 * sigmoid.value(2.5); // 0.9241418199787566
 */
export const sigmoid: Activation = {
  name: 'sigmoid',
  value: logistic,
  derivative: (z) => {
    const a = logistic(z);
    return a * (1 - a);
  },
};

/** Hyperbolic tangent, tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), between −1 and 1; its slope is 1 − tanh²(z). */
export const tanh: Activation = {
  name: 'tanh',
  value: Math.tanh,
  derivative: (z) => {
    const a = Math.tanh(z);
    return 1 - a * a;
  },
};

/** The angle whose tangent is z, between −π/2 and π/2; its slope is 1 / (1 + z²). */
export const arctan: Activation = {
  name: 'arctan',
  value: Math.atan,
  derivative: (z) => 1 / (1 + z * z),
};

/** Rectified linear unit, f(z) = max(0, z). The slope at exactly 0 is taken to be 0. */
export const relu: Activation = {
  name: 'relu',
  value: (z) => Math.max(0, z),
  derivative: (z) => (z > 0 ? 1 : 0),
};

/**
 * A relu without its corner, f(z) = ln(1 + eᶻ), above 0; its slope is the logistic function.
 *
 * Computed as max(0, z) + ln(1 + e^−|z|), which is the same number and never overflows.
 *
 * @example
 * softplus.value(1000); // 1000, where Math.log(1 + Math.exp(1000)) is Infinity
 */
export const softplus: Activation = {
  name: 'softplus',
  value: (z) => Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))),
  derivative: logistic,
};

/**
 * Parametric relu: f(z) = z above 0, αz below. With a small α it is known as leaky relu.
 *
 * @param alpha - Slope for z ≤ 0. @default 0.5
 * @throws {RangeError} If alpha is not a finite number.
 * @example
 * prelu(0.1).value(-2); // -0.2
 * @see K. He, X. Zhang, S. Ren and J. Sun (2015), "Delving deep into rectifiers", ICCV.
 */
export function prelu(alpha: number = 0.5): Activation {
  checkAlpha(alpha);
  return {
    name: `prelu(${alpha})`,
    value: (z) => (z > 0 ? z : alpha * z),
    derivative: (z) => (z > 0 ? 1 : alpha),
  };
}

/**
 * Exponential linear unit: f(z) = z above 0, α (eᶻ − 1) below, where it levels off at −α.
 *
 * @param alpha - How far below 0 it reaches. @default 1
 * @throws {RangeError} If alpha is not a finite number.
 * @example
 * elu().value(-1); // -0.6321205588285577
 * @see D.-A. Clevert, T. Unterthiner and S. Hochreiter (2016), "Fast and accurate deep network learning by exponential
 *   linear units", ICLR.
 */
export function elu(alpha: number = 1): Activation {
  checkAlpha(alpha);
  return {
    name: `elu(${alpha})`,
    value: (z) => (z > 0 ? z : alpha * Math.expm1(z)),
    derivative: (z) => (z > 0 ? 1 : alpha * Math.exp(z)),
  };
}

function logistic(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function checkAlpha(alpha: number): void {
  if (!Number.isFinite(alpha)) throw new RangeError(`alpha must be a finite number, got ${received(alpha)}`);
}
