import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {numericalGradient} from '../../src/math/numericalGradient';
import {sigmoid} from '../../src/neurons/activations';
import {categoricalCrossEntropy} from '../../src/neurons/losses';
import {crossEntropyOfLogits, softmax} from '../../src/neurons/softmax';

describe('softmax', () => {
  it('gives shares in the ratio of powers of e, which add up to 1', () => {
    const shares = softmax([2, 1, 0]);
    expect(Math.abs(shares[0] / shares[1] - Math.E)).toBeLessThan(1e-14);
    expect(Math.abs(shares[1] / shares[2] - Math.E)).toBeLessThan(1e-14);
    expect(Math.abs(shares[0] + shares[1] + shares[2] - 1)).toBeLessThan(1e-15);
    expect(softmax([3])).toEqual(Float64Array.of(1));
  });

  it('is the logistic function of the difference where there are two classes', () => {
    for (const [a, b] of [
      [0.3, -2],
      [5, 5],
      [-1, 30],
    ])
      // prettier-ignore
      expect(Math.abs(softmax([a, b])[0] - sigmoid.value(a - b))).toBeLessThan(1e-15);
  });

  it('changes nothing when a constant is added to all', () => {
    expect(softmax([1002, 1001, 1000])).toEqual(softmax([2, 1, 0]));
    expect(softmax([-1e300, -1e300])).toEqual(Float64Array.of(0.5, 0.5));
  });

  it('stays right where powers overflow or vanish', () => {
    expect(softmax([1000, -1000, 1000])).toEqual(Float64Array.of(0.5, 0, 0.5));
    expect(softmax([Number.MAX_VALUE, -Number.MAX_VALUE])).toEqual(Float64Array.of(1, 0));
  });

  it('takes a batch as the activation of a layer, row by row', () => {
    expect(softmax.name).toBe('softmax');
    const rows = [[2, 1, 0], [0, 0, 0]]; // prettier-ignore
    expect(softmax.forward(Matrix.from(rows)).toArrays()).toEqual(rows.map((row) => [...softmax(row)]));
  });

  it('leaves what it was given as it was, and names what is wrong with it', () => {
    const logits = Float64Array.of(1, 2);
    softmax(logits);
    expect(logits).toEqual(Float64Array.of(1, 2));
    expect(() => softmax([])).toThrow(new RangeError('logits must hold at least one number, got none'));
    expect(() => softmax([1, Infinity])).toThrow(
      new RangeError('logits must hold finite numbers, got Infinity at index 1'),
    );
  });
});

describe('crossEntropyOfLogits', () => {
  const Y = Matrix.from([[0, 1, 0], [0.5, 0.25, 0.25]]); // prettier-ignore
  const Z = Matrix.from([[2, -1, 0.5], [0.1, 0.2, 3]]); // prettier-ignore

  it('is the cross-entropy of the shares', () => {
    const mean = categoricalCrossEntropy.value(Y, softmax.forward(Z));
    expect(Math.abs(crossEntropyOfLogits(Y, Z) / 2 - mean)).toBeLessThan(1e-15);
  });

  it('has the slope softmax − y', () => {
    const measured = numericalGradient((z) => crossEntropyOfLogits(Y, new Matrix(2, 3, z)), Z.data);
    const A = softmax.forward(Z);
    measured.forEach((slope, i) => expect(Math.abs(slope - (A.data[i] - Y.data[i]))).toBeLessThan(1e-9));
  });

  it('costs 2000 to be wrong by 2000, where the share has long become 0', () => {
    expect(crossEntropyOfLogits(Matrix.from([[0, 1]]), Matrix.from([[1000, -1000]]))).toBe(2000);
    expect(crossEntropyOfLogits(Matrix.from([[1, 0]]), Matrix.from([[1000, -1000]]))).toBe(0);
  });
});
