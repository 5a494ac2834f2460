import {describe, expect, it} from 'vitest';
import {formulaOf, heightOf, innerOf, kinksOf, sumOf, type Hinge} from '../hinges/hinge';
import {errorOf, TARGETS} from '../hinges/targets';

const hinge = (bend: number, weight: number, side: Hinge['side'] = 'right'): Hinge => ({bend, weight, side});

describe('a hinge', () => {
  it('is 0 on one side of its bend and has the slope v or −v on the other', () => {
    expect([-2, 1, 2, 4].map((x) => heightOf(hinge(1, 0.5), x))).toEqual([0, 0, 0.5, 1.5]);
    expect([-2, 1, 2, 4].map((x) => heightOf(hinge(1, 0.5, 'left'), x))).toEqual([1.5, 0, 0, 0]);
  });

  it.each(['left', 'right'] as const)('bends where w x + b is 0, opening to the %s', (side) => {
    const {w, b} = innerOf(hinge(-1.5, 1, side));
    expect([w * -1.5 + b, -b / w]).toEqual([0, -1.5]);
  });

  it('is written as a formula', () => {
    expect(formulaOf(hinge(-2, 0.5))).toBe('0.5 · relu(x + 2)');
    expect(formulaOf(hinge(2, -1, 'left'))).toBe('−1 · relu(−x + 2)');
    expect(formulaOf(hinge(0, 1))).toBe('1 · relu(x)');
  });
});

describe('sumOf', () => {
  it('adds up the hinges and the bias', () => {
    expect(sumOf([hinge(0, 1), hinge(2, -3)], 0.5)(4)).toBe(4 - 6 + 0.5);
    expect(sumOf([], -1)(3)).toBe(-1);
  });
});

describe('kinksOf', () => {
  /** Where the slope changes, found by looking. */
  const seen = (hinges: readonly Hinge[]): number[] => {
    const f = sumOf(hinges, 0);
    const places = Array.from({length: 99}, (_, i) => (i - 49) / 10);
    return places.filter((x) => Math.abs(f(x + 0.04) - 2 * f(x) + f(x - 0.04)) > 1e-9);
  };

  it.each<[string, Hinge[], number[]]>([
    ['one for each hinge', [hinge(2, 1), hinge(-3, -0.5), hinge(0, 0.1, 'left')], [-3, 0, 2]],
    ['none where v is 0', [hinge(2, 0), hinge(-3, 1)], [-3]],
    ['one where two bend at a place', [hinge(1, 1), hinge(1, 0.5, 'left')], [1]],
    ['none where two cancel out', [hinge(1, 1), hinge(1, -1)], []],
    ['none where two make a straight line', [hinge(1, 2), hinge(1, -2, 'left')], []],
    ['none where three cancel out but for rounding', [hinge(1, 0.1), hinge(1, 0.2), hinge(1, -0.3)], []],
  ])('finds %s', (_what, hinges, expected) => {
    expect(kinksOf(hinges)).toEqual(expected);
    expect(seen(hinges)).toEqual(expected);
  });
});

describe('errorOf', () => {
  it('is the mean of the squared distances', () => {
    const points = [
      [0, 1],
      [1, 4],
    ] as const;
    expect(errorOf(points, (x) => 2 * x)).toBe((1 + 4) / 2);
  });
});

describe('the targets', () => {
  it('tent and stairs can be met by three hinges', () => {
    expect(errorOf(TARGETS.tent.points, sumOf([hinge(-3, 1), hinge(0, -2), hinge(3, 1)], 0))).toBe(0);
    expect(errorOf(TARGETS.stairs.points, sumOf([hinge(-4, 1), hinge(-2, -1), hinge(1, 1)], 0))).toBe(0);
  });

  it('a wave bends in more places than three kinks can', () => {
    const heights = TARGETS.wave.points.map(([, y]) => y);
    const bent = heights.slice(2).filter((y, i) => Math.abs(y - 2 * heights[i + 1] + heights[i]) > 1e-9);
    expect(bent.length).toBeGreaterThan(6); // a kink is felt at the two points beside it, and no further
  });
});
