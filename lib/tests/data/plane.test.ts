import {describe, expect, it} from 'vitest';
import {makeDonut} from '../../src/data/makeDonut';
import {makeMoons} from '../../src/data/makeMoons';
import {makeSpiral} from '../../src/data/makeSpiral';
import {makeXor} from '../../src/data/makeXor';
import {Matrix} from '../../src/math/matrix';
import {LogisticRegression} from '../../src/trainers/logisticRegression';
import {moons as fixtures} from '../fixtures/data.json';

describe.each([
  ['makeXor', makeXor],
  ['makeDonut', makeDonut],
  ['makeMoons', makeMoons],
  ['makeSpiral', makeSpiral],
])('%s', (_name, make) => {
  it('makes 200 points of two equal classes in the plane, named, if not told otherwise', () => {
    const {X, y, featureNames, classNames} = make();
    expect([X.rows, X.columns]).toEqual([200, 2]);
    expect(y.filter((label) => label === 1)).toHaveLength(100);
    expect(y.filter((label) => label === 0)).toHaveLength(100);
    expect([featureNames, classNames]).toEqual([['x1', 'x2'], ['class 0', 'class 1']]); // prettier-ignore
    expect(make({samples: 7}).X.rows).toBe(7);
    expect(make({samples: 1}).y).toHaveLength(1);
  });

  it('gives the same points for the same seed, others for another, and noise of 0.1 and seed 0 by itself', () => {
    expect(make({seed: 5})).toEqual(make({seed: 5}));
    expect(make({seed: 5}).X).not.toEqual(make({seed: 6}).X);
    expect(make()).toEqual(make({samples: 200, noise: 0.1, seed: 0}));
    expect(make({noise: 0}).X).not.toEqual(make().X);
  });

  it('names what is wrong with its options', () => {
    expect(() => make({samples: 0})).toThrow(new RangeError('samples must be a positive whole number, got 0'));
    expect(() => make({noise: -1})).toThrow(new RangeError('noise must be a finite number of 0 or more, got -1'));
    expect(() => make({seed: 0.5})).toThrow('seed must be a whole number from 0 to 4294967295, got 0.5');
  });
});

describe('makeXor', () => {
  it('tells the classes by the sign of the product, and fills all four quadrants', () => {
    const {X, y} = makeXor({noise: 0});
    const quadrants = new Set<string>();
    y.forEach((label, i) => {
      const [x1, x2] = X.row(i);
      expect(x1 * x2 < 0).toBe(label === 1);
      for (const size of [Math.abs(x1), Math.abs(x2)]) {
        expect(size).toBeGreaterThanOrEqual(0.1);
        expect(size).toBeLessThan(1);
      }
      quadrants.add(`${x1 > 0}, ${x2 > 0}`);
    });
    expect(quadrants.size).toBe(4);
  });
});

describe('makeDonut', () => {
  it('tells the classes by the distance from the middle', () => {
    const {X, y} = makeDonut({samples: 1000, noise: 0});
    const radii = [...y].map((label, i) => ({label, radius: Math.hypot(...X.row(i))}));
    for (const {label, radius} of radii) {
      expect(radius).toBeLessThanOrEqual(label === 0 ? 0.5 : 1 + 1e-15);
      if (label === 1) expect(radius).toBeGreaterThan(0.8 - 1e-15);
    }
    // Half of the disc's area, and so half of its points, lies within radius 0.5 / √2.
    const inner = radii.filter(({label, radius}) => label === 0 && radius < Math.sqrt(0.125));
    expect(Math.abs(inner.length - 250)).toBeLessThan(45); // four standard deviations of 500 coin tosses
  });
});

describe('makeMoons', () => {
  it.each(fixtures.map((fixture) => [JSON.stringify(fixture.options), fixture] as const))(
    'with %s makes the points of scikit-learn',
    (_options, fixture) => {
      const {X, y} = makeMoons(fixture.options);
      expect([...y]).toEqual(fixture.y);
      fixture.X.flat().forEach((value, i) => expect(Math.abs(X.data[i] - value)).toBeLessThan(1e-14));
    },
  );
});

describe('makeSpiral', () => {
  const {X, y} = makeSpiral({samples: 2000, noise: 0});
  const radii = [...y].map((_, i) => Math.hypot(...X.row(i)));

  it('winds one and a half turns from the middle to radius 2, class 1 half a turn behind', () => {
    y.forEach((label, i) => {
      const [x1, x2] = X.row(i);
      expect(label).toBe(i % 2);
      const angle = Math.PI * (1.5 * radii[i] + label); // ¾ of a turn a unit of length
      expect(Math.abs(x1 - radii[i] * Math.cos(angle))).toBeLessThan(1e-12);
      expect(Math.abs(x2 - radii[i] * Math.sin(angle))).toBeLessThan(1e-12);
    });
    expect(Math.min(...radii)).toBeLessThan(0.1);
    expect(Math.max(...radii)).toBeGreaterThan(1.99);
    expect(Math.max(...radii)).toBeLessThanOrEqual(2 + 1e-15);
  });

  it('spreads its points along the arms: half of them lie within radius √2', () => {
    const inner = radii.filter((radius) => radius < Math.SQRT2);
    expect(Math.abs(inner.length - 1000)).toBeLessThan(90); // four standard deviations of 2000 coin tosses
  });
});

describe('XOR, donut and moons in lesson 05', () => {
  const options = {learningRate: 1, epochs: 1000};
  const score = (X: Matrix, y: Float64Array): number => new LogisticRegression(options).fit(X, y).score(X, y);
  const withFeature = (X: Matrix, feature: (x1: number, x2: number) => number): Matrix =>
    Matrix.from(X.toArrays().map(([x1, x2]) => [x1, x2, feature(x1, x2)]));

  it.each([0, 1, 2])('a line fails on XOR and donut; a feature by hand does it (seed %d)', (seed) => {
    const xor = makeXor({seed});
    expect(score(xor.X, xor.y)).toBeLessThan(0.65);
    expect(score(withFeature(xor.X, (x1, x2) => x1 * x2), xor.y)).toBeGreaterThan(0.95);
    const donut = makeDonut({seed});
    expect(score(donut.X, donut.y)).toBeLessThan(0.7);
    expect(score(withFeature(donut.X, (x1, x2) => x1 * x1 + x2 * x2), donut.y)).toBeGreaterThan(0.95);
  });

  it.each([0, 1, 2])('moons ask for more: neither of the two features does it (seed %d)', (seed) => {
    const {X, y} = makeMoons({seed});
    expect(score(X, y)).toBeLessThan(0.92);
    expect(score(withFeature(X, (x1, x2) => x1 * x2), y)).toBeLessThan(0.95);
    expect(score(withFeature(X, (x1, x2) => x1 * x1 + x2 * x2), y)).toBeLessThan(0.95);
  });
});
