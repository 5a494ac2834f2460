import {describe, expect, it} from 'vitest';
import {
  arctan,
  binaryStep,
  elu,
  identity,
  prelu,
  relu,
  sigmoid,
  signStep,
  softplus,
  tanh,
  type Activation,
} from '../../src/neurons/activations';

const h = 1e-6;

/** Each with the numbers it gives at −2, 0 and 3, worked out apart from the code. */
const known: [string, Activation, number[]][] = [
  ['identity', identity, [-2, 0, 3]],
  ['binaryStep', binaryStep, [0, 1, 1]],
  ['signStep', signStep, [-1, 1, 1]],
  ['sigmoid', sigmoid, [0.11920292202211755, 0.5, 0.9525741268224334]],
  ['tanh', tanh, [-0.9640275800758169, 0, 0.9950547536867305]],
  ['arctan', arctan, [-1.1071487177940904, 0, 1.2490457723982544]],
  ['relu', relu, [0, 0, 3]],
  ['softplus', softplus, [0.1269280110429725, Math.LN2, 3.0485873515737421]],
  ['prelu(0.5)', prelu(), [-1, 0, 3]],
  ['prelu(0.1)', prelu(0.1), [-0.2, 0, 3]],
  ['elu(1)', elu(), [-0.8646647167633873, 0, 3]],
  ['elu(0.3)', elu(0.3), [-0.2593994150290162, 0, 3]],
];

describe.each(known)('%s', (name, f, values) => {
  it('is called so', () => expect(f.name).toBe(name));

  it.each([-2, 0, 3].map((z, i) => [z, values[i]]))('gives at %d the value %d', (z, value) => {
    expect(Math.abs(f.value(z) - value)).toBeLessThan(1e-15);
  });

  it.each([-30, -3, -0.5, 0.25, 2, 40])('has at z = %d the slope of a central difference', (z) => {
    const slope = (f.value(z + h) - f.value(z - h)) / (2 * h);
    expect(Math.abs(f.derivative(z) - slope)).toBeLessThan(1e-8);
  });

  it.each([-1000, 1000])('stays finite at %d', (z) => {
    expect(Number.isFinite(f.value(z))).toBe(true);
    expect(Number.isFinite(f.derivative(z))).toBe(true);
  });
});

describe('relu, prelu, elu', () => {
  it('take at 0 the slope on its left', () => {
    expect(relu.derivative(0)).toBe(0);
    expect(prelu(0.1).derivative(0)).toBe(0.1);
    expect(elu(0.3).derivative(0)).toBe(0.3);
  });
});

describe('sigmoid', () => {
  it('reaches its limits', () => {
    expect(sigmoid.value(-1000)).toBe(0);
    expect(sigmoid.value(1000)).toBe(1);
  });

  it('is point-symmetric: σ(−z) = 1 − σ(z)', () => {
    expect(Math.abs(sigmoid.value(-1.7) - (1 - sigmoid.value(1.7)))).toBeLessThan(1e-15);
  });
});

describe('softplus', () => {
  it('is z where eᶻ overflows, and eᶻ where 1 + eᶻ is 1', () => {
    expect(softplus.value(1000)).toBe(1000);
    expect(softplus.value(-50)).toBe(Math.exp(-50));
  });
});

describe('prelu, elu', () => {
  it.each([NaN, Infinity, '1'])('refuse %j as alpha', (alpha) => {
    expect(() => prelu(alpha as number)).toThrow('alpha must be a finite number, got');
    expect(() => elu(alpha as number)).toThrow(RangeError);
  });
});
