import {describe, expect, it} from 'vitest';
import {numericalGradient} from '../../src/math/numericalGradient';

describe('numericalGradient', () => {
  it('agrees with the derivative to ten digits', () => {
    const gradient = numericalGradient(([x, y]) => Math.exp(x) * Math.sin(y), [0.3, 1.2]);
    expect(Math.abs(gradient[0] - Math.exp(0.3) * Math.sin(1.2))).toBeLessThan(1e-10);
    expect(Math.abs(gradient[1] - Math.exp(0.3) * Math.cos(1.2))).toBeLessThan(1e-10);
  });

  it('looks on both sides: a parabola has its slope exactly', () => {
    expect(numericalGradient(([x]) => x * x, [3], 0.5)).toEqual(Float64Array.of(6)); // (3.5² − 2.5²) / 1
  });

  it('divides by the distance that is left after rounding', () => {
    const far = 123456.7; // ± 1e-9 it lies on a coarse grid of floats: the wanted distance is off by percents
    const [slope] = numericalGradient(([x]) => x, [far], 1e-9);
    expect(slope).toBe(1);
  });

  it('moves one parameter at a time, and leaves the point alone', () => {
    const at = [1, 2, 3];
    const seen: number[][] = [];
    const spoil = (parameters: Float64Array): number => {
      seen.push([...parameters]);
      parameters.fill(NaN);
      return 0;
    };
    numericalGradient(spoil, at, 1);
    expect(seen).toEqual([[2, 2, 3], [0, 2, 3], [1, 3, 3], [1, 1, 3], [1, 2, 4], [1, 2, 2]]); // prettier-ignore
    expect(at).toEqual([1, 2, 3]);
  });

  it('names what is wrong', () => {
    expect(() => numericalGradient(() => NaN, [7])).toThrow(
      new RangeError('f must return a finite number, got NaN with 7.00001 as parameter 0'),
    );
    expect(() => numericalGradient((() => 'no') as unknown as () => number, [7])).toThrow(
      new TypeError('f must return a number, got "no"'),
    );
    expect(() => numericalGradient(() => 1, [0, Infinity])).toThrow(
      new RangeError('at must hold finite numbers, got Infinity at index 1'),
    );
    expect(() => numericalGradient(() => 1, [0], 0)).toThrow(new RangeError('h must be a positive number, got 0'));
  });
});
