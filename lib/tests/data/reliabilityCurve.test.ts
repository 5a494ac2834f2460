import {describe, expect, it} from 'vitest';
import {reliabilityCurve} from '../../src/data/reliabilityCurve';

describe('reliabilityCurve', () => {
  it('has the mean probability and the share of positives of each bin', () => {
    const {predicted, observed, counts} = reliabilityCurve([0, 1, 1, 0, 1], [0.125, 0.25, 0.75, 0.75, 0.875], {bins: 2});
    expect([...predicted]).toEqual([0.1875, 2.375 / 3]);
    expect([...observed]).toEqual([0.5, 2 / 3]);
    expect([...counts]).toEqual([2, 3]);
  });

  it('has ten bins if not told otherwise, and leaves out those without a row', () => {
    const {predicted, counts} = reliabilityCurve([0, 0, 1, 1], [0.01, 0.02, 0.45, 0.55]);
    expect([...predicted]).toEqual([0.015, 0.45, 0.55]);
    expect([...counts]).toEqual([2, 1, 1]);
  });

  it('puts a lower edge into its bin, and 1 into the last one', () => {
    const {predicted, counts} = reliabilityCurve([0, 1, 0, 1], [0, 0.25, 0.5, 1], {bins: 4});
    expect([...predicted]).toEqual([0, 0.25, 0.5, 1]);
    expect([...counts]).toEqual([1, 1, 1, 1]);
  });

  it('takes the larger label as the positive one', () => {
    expect([...reliabilityCurve([-5, 2, 2], [0.5, 0.5, 0.5]).observed]).toEqual([2 / 3]);
  });

  it('names what is wrong', () => {
    expect(() => reliabilityCurve([0, 1], [0.5])).toThrow(new RangeError('y has 2 labels, but probability has 1'));
    expect(() => reliabilityCurve([1, 1], [0.5, 0.6])).toThrow('y must hold two different labels, got 1');
    expect(() => reliabilityCurve([0, 1], [0.5, 1.5])).toThrow(
      new RangeError('probability must lie from 0 to 1, got 1.5 at index 1'),
    );
    expect(() => reliabilityCurve([0, 1], [-0.1, 0.5])).toThrow('got -0.1 at index 0');
    expect(() => reliabilityCurve([0, 1], [0.5, 0.5], {bins: 0})).toThrow('bins must be a positive whole number, got 0');
  });
});
