import {describe, expect, it} from 'vitest';
import {rocCurve} from '../../src/data/rocCurve';
import {roc as fixtures} from '../fixtures/data.json';

describe('rocCurve', () => {
  it.each(fixtures.map((fixture, i) => [i, fixture] as const))('has the points of scikit-learn, case %d', (_i, fixture) => {
    const curve = rocCurve(fixture.y, fixture.probability);
    expect([...curve.thresholds]).toEqual([Infinity, ...fixture.thresholds]);
    expect([...curve.falsePositiveRate]).toEqual(fixture.falsePositiveRate);
    expect([...curve.truePositiveRate]).toEqual(fixture.truePositiveRate);
    expect(Math.abs(curve.area - fixture.area)).toBeLessThan(1e-15);
  });

  it('has area 1 where a threshold separates the classes, 0 where it does the wrong way, ½ without difference', () => {
    const y = [0, 0, 1, 1];
    expect(rocCurve(y, [0.1, 0.2, 0.8, 0.9]).area).toBe(1);
    expect(rocCurve(y, [0.9, 0.8, 0.2, 0.1]).area).toBe(0);
    expect(rocCurve(y, [0.3, 0.3, 0.3, 0.3]).area).toBe(0.5);
  });

  it('takes the larger label as the positive one', () => {
    expect(rocCurve([-5, -5, 2, 2], [0.1, 0.2, 0.8, 0.9]).area).toBe(1);
  });

  it('names what is wrong', () => {
    expect(() => rocCurve([0, 1], [0.5])).toThrow(new RangeError('y has 2 labels, but probability has 1'));
    expect(() => rocCurve([1, 1], [0.5, 0.6])).toThrow(new RangeError('y must hold two different labels, got 1'));
    expect(() => rocCurve([0, 1, 2], [0, 0, 0])).toThrow(new RangeError('y must hold two different labels, got 3'));
    expect(() => rocCurve([0, 1], [0.5, NaN])).toThrow('probability must hold finite numbers, got NaN at index 1');
  });
});
