import {describe, expect, it} from 'vitest';
import {sigmoid, type Activation} from '../../src/neurons/activations';
import {Neuron} from '../../src/neurons/neuron';

describe('Neuron', () => {
  it('sums weighted inputs: 2·5 − 1·1 + 3·4 − 2·8 = 5', () => {
    const neuron = new Neuron({weights: [2, -1, 3, -2]});
    expect(neuron.output([5, 1, 4, 8])).toBe(5);
    expect(neuron.bias).toBe(0);
    expect(neuron.activation.name).toBe('identity');
  });

  it('adds the bias and applies the activation: σ(5 − 2.5) = 0.924142', () => {
    const neuron = new Neuron({weights: [2, -1, 3, -2], bias: -2.5, activation: sigmoid});
    expect(neuron.netInput([5, 1, 4, 8])).toBe(2.5);
    expect(Math.abs(neuron.output([5, 1, 4, 8]) - 0.924142)).toBeLessThan(5e-7);
  });

  it('sums in the order of the inputs, then adds the bias', () => {
    // 0.1 + 0.2 + 0.3 + 0.1; starting from the bias, or from the last input, it would be 0.7.
    expect(new Neuron({weights: [1, 1, 1], bias: 0.1}).netInput([0.1, 0.2, 0.3])).toBe(0.7000000000000001);
  });

  it('keeps weights of its own', () => {
    const weights = [1, 2];
    const neuron = new Neuron({weights});
    weights[0] = 99;
    expect(neuron.weights).toEqual(Float64Array.of(1, 2));
  });

  it('names what is wrong', () => {
    expect(() => new Neuron({weights: []})).toThrow(new RangeError('weights must hold at least one number, got none'));
    expect(() => new Neuron({weights: [1, NaN]})).toThrow('weights must hold finite numbers, got NaN at index 1');
    expect(() => new Neuron({weights: [1], bias: Infinity})).toThrow(
      new RangeError('bias must be a finite number, got Infinity'),
    );
    expect(() => new Neuron({weights: [1], activation: 'sigmoid' as unknown as Activation})).toThrow(
      new TypeError('activation must be an activation such as sigmoid, got "sigmoid"'),
    );
    expect(() => new Neuron({weights: [1, 2]}).output([1])).toThrow(
      new RangeError('x has 1 values, but the neuron has 2 weights'),
    );
    expect(() => new Neuron({weights: [1]}).output([NaN])).toThrow('x must hold finite numbers, got NaN at index 0');
  });
});
