import {describe, expect, it} from 'vitest';
import {arctan, elu, identity, relu, sigmoid, softplus, tanh, type Activation} from '../../src/neurons/activations';
import {elementwise} from '../../src/neurons/elementwise';

const square: Activation = {name: 'square', value: (z) => z * z, derivative: (z) => 2 * z};
const z = Float64Array.of(-800, -3, -0.1, 0, 1e-9, 0.7, 5, 40);
const before = z.map((_, i) => i - 2.5);

describe.each([identity, sigmoid, tanh, relu, arctan, softplus, elu(), square])('elementwise($name)', (activation) => {
  const f = elementwise(activation);
  const a = new Float64Array(z.length);
  f.forward(z, a);

  it('writes the outputs, bit for bit', () => {
    expect(a).toEqual(z.map((value) => activation.value(value)));
  });

  it('multiplies by the slopes, bit for bit', () => {
    const slopes = before.slice();
    f.backward(z, a, slopes);
    expect(slopes).toEqual(z.map((value, i) => before[i] * activation.derivative(value)));
  });
});
