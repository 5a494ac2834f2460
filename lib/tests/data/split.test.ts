import {describe, expect, it} from 'vitest';
import {trainTestSplit, type Split, type SplitOptions} from '../../src/data/split';
import {Matrix} from '../../src/math/matrix';
import {splits} from '../fixtures/data.json';

/** Splits rows that carry their own number, so that one can see where each went. */
function numbered(n: number, options: SplitOptions, labels?: number[] | null): Split {
  const rows = Array.from({length: n}, (_, i) => [i, 10 * i]);
  return trainTestSplit(rows, labels ?? rows.map(([i]) => i), options);
}

const numbers = (X: Split['XTest']): number[] => X.toArrays().map(([i]) => i);

describe('trainTestSplit', () => {
  it.each(splits.map((split) => [split.n, JSON.stringify(split.options), split] as const))(
    'deals %d rows out with %s as scikit-learn does',
    (_n, _options, {n, options, labels, train, test}) => {
      const {XTrain, XTest} = numbered(n, options, labels);
      expect(numbers(XTrain)).toEqual(train);
      expect(numbers(XTest)).toEqual(test);
    },
  );

  it('deals out bytes and floats of 32 bits as such', () => {
    const bytes = new Matrix(4, 2, Uint8Array.of(10, 11, 20, 21, 30, 31, 40, 41), 1 / 255);
    const {XTrain, XTest} = trainTestSplit(bytes, [1, 2, 3, 4]);
    expect([XTrain.data, XTest.data].map((data) => data.constructor.name)).toEqual(['Uint8Array', 'Uint8Array']);
    expect([XTrain.scale, XTest.get(0, 1)]).toEqual([1 / 255, 31 / 255]);
    const floats = new Matrix(4, 1, Float32Array.of(1, 2, 3, 4));
    expect(trainTestSplit(floats, [1, 2, 3, 4]).XTrain.data).toEqual(Float32Array.of(4, 2, 1));
  });

  it.each([true, false])('puts every row on one side, with its label (stratify: %s)', (stratify) => {
    const labels = Array.from({length: 40}, (_, i) => (i % 4 === 0 ? 7 : -2));
    const {XTrain, XTest, yTrain, yTest} = numbered(40, {stratify, seed: 3}, labels);
    const all = [...numbers(XTrain), ...numbers(XTest)];
    expect([...all].sort((a, b) => a - b)).toEqual(labels.map((_, i) => i));
    expect([...yTrain, ...yTest]).toEqual(all.map((i) => labels[i]));
    expect(XTest.toArrays().every(([i, tenfold]) => tenfold === 10 * i)).toBe(true);
  });

  it('keeps the shares of the labels with stratify', () => {
    const labels = Array.from({length: 100}, (_, i) => (i < 80 ? 0 : 1));
    for (let seed = 0; seed < 10; seed++) {
      const {yTest} = numbered(100, {stratify: true, seed}, labels);
      expect(yTest.filter((label) => label === 1)).toHaveLength(5);
    }
  });

  it('gives the same rows for the same seed, 0 if none is told, and others for another', () => {
    expect(numbered(50, {})).toEqual(numbered(50, {testSize: 0.25, seed: 0}));
    expect(numbered(50, {seed: 1})).not.toEqual(numbered(50, {seed: 2}));
  });

  it('names what is wrong', () => {
    const share = (testSize: number) => () => numbered(10, {testSize});
    expect(share(0)).toThrow(new RangeError('testSize must be a share between 0 and 1, got 0'));
    for (const wrong of [1, -0.1, 30, NaN]) expect(share(wrong)).toThrow(RangeError);
    expect(share(0.95)).toThrow(new RangeError('testSize must leave rows for training, got 0.95 of 10 rows'));
    expect(() => numbered(10, {seed: 0.5})).toThrow('seed must be a whole number');
    expect(() => numbered(10, {stratify: 'yes' as unknown as boolean})).toThrow(
      new TypeError('stratify must be true or false, got "yes"'),
    );
    expect(() => trainTestSplit([[1], [2]], [1])).toThrow(new RangeError('X has 2 rows, but y has 1 labels'));
    const stratified = (labels: number[]) => () => numbered(labels.length, {stratify: true, testSize: 0.3}, labels);
    expect(stratified([0, 0, 0, 3])).toThrow(
      new RangeError('y must hold each label twice to be stratified, got one row of 3'),
    );
    expect(stratified([0, 0, 1, 1, 2, 2])).toThrow(
      new RangeError('testSize must leave a row for each of the 3 labels, got 2 rows'),
    );
  });
});
