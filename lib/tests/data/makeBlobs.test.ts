import {describe, expect, it} from 'vitest';
import {makeBlobs} from '../../src/data/makeBlobs';
import {createRng, normal} from '../../src/math/random';
import {Perceptron} from '../../src/trainers/perceptron';

describe('makeBlobs', () => {
  it('makes 100 points around (1, 1) and (2.5, 2), class after class', () => {
    const {X, y, featureNames, classNames} = makeBlobs();
    expect([X.rows, X.columns]).toEqual([100, 2]);
    expect([...y.subarray(0, 4)]).toEqual([0, 1, 0, 1]);
    expect(featureNames).toEqual(['x1', 'x2']);
    expect(classNames).toEqual(['class 0', 'class 1']);
  });

  it('draws row by row and feature by feature', () => {
    const rng = createRng(7);
    const centers = [[0, 10, 20], [30, 40, 50]]; // prettier-ignore
    const expected = [0, 1, 0].map((label) => centers[label].map((center) => normal(rng, center, 0.5)));
    expect(makeBlobs({samples: 3, centers, spread: 0.5, seed: 7}).X.toArrays()).toEqual(expected);
  });

  it('spreads the points as told', () => {
    const {X} = makeBlobs({samples: 4000, centers: [[5]], spread: 3});
    const mean = X.data.reduce((sum, value) => sum + value, 0) / 4000;
    const variance = X.data.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 4000;
    expect(Math.abs(mean - 5)).toBeLessThan(0.2); // four standard errors of the mean: 4 · 3 / √4000
    expect(Math.abs(Math.sqrt(variance) - 3)).toBeLessThan(0.14); // four of the deviation: 4 · 3 / √8000
  });

  it('puts all points on the centres without spread', () => {
    expect(makeBlobs({samples: 3, spread: 0}).X.toArrays()).toEqual([[1, 1], [2.5, 2], [1, 1]]); // prettier-ignore
  });

  it('gives the same points for the same seed, others for another', () => {
    expect(makeBlobs({seed: 1})).toEqual(makeBlobs({seed: 1}));
    expect(makeBlobs({seed: 1}).X).not.toEqual(makeBlobs({seed: 2}).X);
  });

  it('is a good first task: a perceptron begins badly and ends with all points right', () => {
    const {X, y} = makeBlobs({samples: 80, seed: 3});
    expect(new Perceptron({epochs: 1}).fit(X, y).score(X, y)).toBeLessThan(0.8);
    expect(new Perceptron({epochs: 10}).fit(X, y).score(X, y)).toBe(1);
  });

  it('names what is wrong with its options', () => {
    expect(() => makeBlobs({samples: 0})).toThrow(new RangeError('samples must be a positive whole number, got 0'));
    expect(() => makeBlobs({spread: -1})).toThrow(new RangeError('spread must be a finite number of 0 or more, got -1'));
    expect(() => makeBlobs({seed: -1})).toThrow('seed must be a whole number from 0 to 4294967295, got -1');
    expect(() => makeBlobs({centers: [[0, 0], [1]]})).toThrow('centers: row 1 has 1 values, but row 0 has 2');
    expect(() => makeBlobs({centers: [[0, NaN]]})).toThrow('centers must hold finite numbers, got NaN at row 0, column 1');
  });
});
