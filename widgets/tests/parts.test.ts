import {describe, expect, it} from 'vitest';
import {binaryStep, Neuron, sigmoid} from '../../lib/src/browser';
import {CLOUDS} from '../neuron/clouds';
import {formulaOf, writtenOut} from '../neuron/sum';
import {graph, polyline, straight} from '../parts/curve';
import {shows, toPicture, toPlane} from '../parts/plane';
import {exact, short, term} from '../parts/words';

const plane = {left: 10, top: 20, width: 100, height: 50, x: [-1, 1], y: [0, 5]} as const;

describe('a plane', () => {
  it('puts its corners at those of its rectangle, y upwards', () => {
    expect(toPicture(plane, [-1, 0])).toEqual([10, 70]);
    expect(toPicture(plane, [1, 5])).toEqual([110, 20]);
  });

  it('finds the point of a place', () => {
    expect(toPlane(plane, toPicture(plane, [0.5, 2]))).toEqual([0.5, 2]);
  });

  it('shows its borders and nothing beyond', () => {
    expect([shows(plane, [1, 5]), shows(plane, [1.01, 3]), shows(plane, [0, -0.1])]).toEqual([true, false, false]);
  });
});

describe('graph', () => {
  const places = (path: string): string[] => path.match(/[ML]/g) ?? [];

  it('goes from border to border', () => {
    const path = graph((x) => 2 + x, plane);
    expect(path).toMatch(/^M10\.00 60\.00L/);
    expect(path).toMatch(/L110\.00 40\.00$/);
    expect(places(path).filter((command) => command === 'M')).toHaveLength(1);
  });

  it('breaks where the function jumps: both ends stand at the jump, and no line between them', () => {
    const path = graph(binaryStep.value, plane, 0);
    expect(places(path).filter((command) => command === 'M')).toHaveLength(2);
    expect(path).toContain('L60.00 70.00M60.00 60.00');
  });
});

describe('straight', () => {
  it('is a line of the slope through the point', () => {
    expect(straight([0, 1], 2, plane)).toBe('M10.00 80.00L110.00 40.00');
  });
});

describe('polyline', () => {
  it('goes from point to point', () => {
    expect(
      polyline(
        [
          [-1, 0],
          [0, 5],
          [1, 0],
        ],
        plane,
      ),
    ).toBe('M10.00 70.00L60.00 20.00M60.00 20.00L110.00 70.00');
  });

  it('ends at the border, however far away a point lies, and shows nothing of what lies outside', () => {
    expect(
      polyline(
        [
          [0, 0],
          [2, 5],
        ],
        plane,
      ),
    ).toBe('M60.00 70.00L110.00 45.00');
    expect(
      polyline(
        [
          [0, 0],
          [1e70, 2.5e70],
        ],
        plane,
      ),
    ).toBe('M60.00 70.00L110.00 45.00');
    expect(
      polyline(
        [
          [-1e70, 2],
          [1e71, 3],
        ],
        plane,
      ),
    ).toMatch(/^M\S+ \S+L\S+ \S+$/);
    expect(
      polyline(
        [
          [2, 0],
          [3, 5],
          [3, -5],
          [-3, -5],
        ],
        plane,
      ),
    ).toBe('');
  });

  it('shows what runs along a border, at both ends of the range', () => {
    expect(
      polyline(
        [
          [-1, 5],
          [1, 5],
        ],
        plane,
      ),
    ).toBe('M10.00 20.00L110.00 20.00');
    expect(
      polyline(
        [
          [1, 0],
          [-1, 0],
        ],
        plane,
      ),
    ).toBe('M110.00 70.00L10.00 70.00');
  });
});

describe('numbers in words', () => {
  it('are short, with a real minus sign and without idle zeros', () => {
    expect([short(2), short(-2.5), short(0.04), short(-0.04), short(10), short(0.125, 2)]).toEqual([
      '2',
      '−2.5',
      '0',
      '0',
      '10',
      '0.13',
    ]);
  });

  it('keep their digits where they shall stand still', () => {
    expect([exact(2, 3), exact(-0.0001, 3), exact(-1, 1)]).toEqual(['2.000', '0.000', '−1.0']);
  });

  it('carry their sign inside a sum', () => {
    expect([term(1), term(-1.5), term(0)]).toEqual(['+ 1', '− 1.5', '+ 0']);
  });
});

describe('a sample written out', () => {
  const neuron = new Neuron({weights: [2, -1.5], bias: -1, activation: sigmoid});

  it('shows the sum that the neuron computes, and its verdict', () => {
    expect(formulaOf(neuron)).toBe('z = 2 x₁ − 1.5 x₂ − 1');
    expect(writtenOut(neuron, [1, -2], 0)).toEqual({
      sum: '2 · 1 − 1.5 · (−2) − 1 = 4',
      verdict: 'not below 0, so 1, but it is 0; σ(z) = 0.982',
    });
    expect(writtenOut(neuron, [0, 0], 0).verdict).toBe('below 0, so 0, right; σ(z) = 0.269');
  });

  it('calls 0 a yes, and tells no probability of a step', () => {
    const step = new Neuron({weights: [1, 1], bias: -1, activation: binaryStep});
    expect(writtenOut(step, [0, 1], 1)).toEqual({sum: '1 · 0 + 1 · 1 − 1 = 0', verdict: 'not below 0, so 1, right'});
  });
});

describe('the clouds', () => {
  it.each(Object.entries(CLOUDS))('%s has a label for each point, and shows them all', (_name, {X, y, range}) => {
    expect(y).toHaveLength(X.length);
    expect(new Set(y)).toEqual(new Set([0, 1]));
    expect(X.every((x) => shows({...plane, x: range, y: range}, x))).toBe(true);
  });

  it('can be parted by a line, and hide no point behind another', () => {
    const {X, y} = CLOUDS.clouds;
    expect(X.filter(([x1, x2], i) => (x1 - x2 >= 0 ? 1 : 0) !== y[i])).toEqual([]);
    const distances = X.flatMap((a, i) => X.slice(0, i).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1])));
    expect(Math.min(...distances)).toBeGreaterThan(0.4); // 20 of 400 pixels, a symbol is 17 wide
  });
});
