import {describe, expect, it} from 'vitest';
import {footOf, inSteps, turnedAt, turnedBy, type Line} from '../neuron/line';

describe('footOf', () => {
  it('is the point of the line next to a given one', () => {
    expect(footOf({w1: 1, w2: 1, b: -1}, [0, 0])).toEqual([0.5, 0.5]);
    expect(footOf({w1: 0, w2: 2, b: 3}, [7, 7])).toEqual([7, -1.5]);
  });

  it('is the point itself where there is no line', () => {
    expect(footOf({w1: 0, w2: 0, b: 1}, [2, 3])).toEqual([2, 3]);
  });
});

describe('turnedAt', () => {
  it('keeps the point on the line, whatever the weights', () => {
    const {w1, w2, b} = turnedAt([2, -1], 3, 0.5);
    expect([w1, w2]).toEqual([3, 0.5]);
    expect(w1 * 2 + w2 * -1 + b).toBe(0);
  });
});

describe('turnedBy', () => {
  it.each([0.1, 0.5, 1.4, 6])('goes all the way around with weights of size %d', (size) => {
    for (const towards of [1, -1] as const) {
      let line: Line = {w1: size, w2: 0, b: 0};
      const quadrants = new Set<string>();
      for (let key = 0; key < 120; key++) {
        line = turnedBy(line, [0, 0], towards);
        quadrants.add(`${Math.sign(line.w1)} ${Math.sign(line.w2)}`);
      }
      expect([...quadrants]).toEqual(expect.arrayContaining(['1 1', '-1 1', '-1 -1', '1 -1']));
    }
  });

  it('turns counterclockwise towards 1', () => {
    expect(turnedBy({w1: 1, w2: 0, b: 0}, [0, 0], 1).w2).toBe(0.1);
    expect(turnedBy({w1: 1, w2: 0, b: 0}, [0, 0], -1).w2).toBe(-0.1);
  });
});

describe('inSteps', () => {
  it('rounds to tenths, within the limits, and knows no −0', () => {
    expect(inSteps({w1: 0.30000000000000004, w2: -7, b: 6.04})).toEqual({w1: 0.3, w2: -6, b: 6});
    expect(Object.is(inSteps({w1: -0.04, w2: 1, b: 1}).w1, 0)).toBe(true);
  });
});
