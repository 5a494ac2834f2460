import {describe, expect, it} from 'vitest';
import {Adaline} from '../../src/trainers/adaline';

describe('Adaline', () => {
  it('takes the steps worked out by hand', () => {
    // Step 1: z = (0, 0), y − z = (−1, 1). Δw = 0.1 · (−1 · 1 + 1 · 3) = 0.2, Δb = 0.1 · (−1 + 1) = 0.
    // Step 2: z = (0.2, 0.6), y − z = (−1.2, 0.4). Δw = 0.1 · (−1.2 + 1.2) = 0, Δb = 0.1 · (−0.8) = −0.08.
    const model = new Adaline({learningRate: 0.1, epochs: 2}).fit([[1], [3]], [0, 1]);
    expect(Math.abs(model.weights_[0] - 0.2)).toBeLessThan(1e-15);
    expect(Math.abs(model.bias_ + 0.08)).toBeLessThan(1e-15);
    expect(model.history_[0].loss).toBe(1);
    expect(Math.abs(model.history_[1].loss - 0.8)).toBeLessThan(1e-15); // ½ (1.2² + 0.4²)
    expect(model.history_.map((log) => log.accuracy)).toEqual([0.5, 0.5]); // z = 0 counts as yes, as does 0.2
    expect(model.history_[0]).not.toHaveProperty('errors');
  });

  it('ends in the closed form, the line of least squares', () => {
    // Of the points (1, −1), (2, −1), (3, −1), (4, 1): slope 3 / 5, intercept −0.5 − 2.5 · 0.6.
    const model = new Adaline({learningRate: 0.02, epochs: 5000}).fit([[1], [2], [3], [4]], [0, 0, 0, 1]);
    expect(Math.abs(model.weights_[0] - 0.6)).toBeLessThan(1e-9);
    expect(Math.abs(model.bias_ + 2)).toBeLessThan(1e-9);
  });

  it('measures validation rows with the same sum, after the step', () => {
    const model = new Adaline({learningRate: 0.1, epochs: 1});
    model.fit([[1], [3]], [0, 1], {
      validation: [
        [[5], [1], [2]],
        [1, 0, 1],
      ],
    });
    const [z1, z2, z3] = model.netInput([[5], [1], [2]]);
    const loss = 0.5 * ((1 - z1) * (1 - z1) + (-1 - z2) * (-1 - z2) + (1 - z3) * (1 - z3));
    expect(Math.abs((model.history_[0].valLoss ?? NaN) - loss)).toBeLessThan(1e-15);
    expect(model.history_[0].valAccuracy).toBe(2 / 3);
  });

  it('cannot learn XOR: its best line is no line at all', () => {
    const X = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore
    const model = new Adaline({learningRate: 0.1, epochs: 2000}).fit(X, [0, 1, 1, 0]);
    for (const value of [...model.weights_, model.bias_]) expect(Math.abs(value)).toBeLessThan(1e-9);
  });

  it('names what is wrong with its options', () => {
    expect(() => new Adaline({learningRate: -0.1})).toThrow(
      new RangeError('learningRate must be a positive number, got -0.1'),
    );
    expect(() => new Adaline({epochs: 0})).toThrow(new RangeError('epochs must be a positive whole number, got 0'));
  });
});
