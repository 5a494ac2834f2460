import {describe, expect, it} from 'vitest';
import {
  checkBatchSize,
  checkCount,
  checkLabels,
  checkNotNegative,
  checkPositive,
  checkSamples,
  checkUint32,
  checkVector,
} from '../../src/math/checks';
import {Matrix} from '../../src/math/matrix';

describe('checkSamples', () => {
  it('returns the samples as a matrix', () => {
    expect(checkSamples([[1, 2]]).data).toEqual(Float64Array.of(1, 2));
  });

  it.each([NaN, Infinity, -Infinity])('names row and column of %d, counted from 0', (value) => {
    const rows = [[1, 2], [3, 4], [5, 6], [7, value]]; // prettier-ignore
    const message = `X must hold finite numbers, got ${value} at row 3, column 1`;
    expect(() => checkSamples(rows)).toThrow(new RangeError(message));
    expect(() => checkSamples(Matrix.from(rows))).toThrow(new RangeError(message));
    const short = new Matrix(4, 2, Float32Array.from(rows.flat()));
    expect(() => checkSamples(short)).toThrow(new RangeError(message));
  });

  it('refuses samples without rows or columns', () => {
    expect(() => checkSamples([])).toThrow(new RangeError('X must have at least one row, got none'));
    expect(() => checkSamples([[], []], 'centers')).toThrow(
      new RangeError('centers must have at least one column, got none'),
    );
  });
});

describe('checkVector', () => {
  it('copies', () => {
    const values = Float64Array.of(1, 2);
    expect(checkVector(values, 'x')).toEqual(values);
    expect(checkVector(values, 'x')).not.toBe(values);
  });

  it('names the index of what is not a finite number', () => {
    const check = checkVector as (values: unknown, name: string) => Float64Array;
    expect(() => check([1, NaN], 'y')).toThrow(new RangeError('y must hold finite numbers, got NaN at index 1'));
    expect(() => check([1, '2'], 'y')).toThrow(new TypeError('y must hold numbers, got "2" at index 1'));
    expect(() => check(['setosa'], 'y')).toThrow(new TypeError('y must hold numbers, got "setosa" at index 0'));
    expect(() => check('12', 'y')).toThrow(new TypeError('y must be an array of numbers, got "12"'));
    expect(() => check(undefined, 'y')).toThrow(new TypeError('y must be an array of numbers, got undefined'));
  });
});

describe('checkLabels', () => {
  it('names the two sizes that disagree', () => {
    expect(() => checkLabels([0, 1], Matrix.zeros(4, 1))).toThrow(new RangeError('X has 4 rows, but y has 2 labels'));
    expect(checkLabels([0, 1], Matrix.zeros(2, 1))).toEqual(Float64Array.of(0, 1));
  });
});

describe('checks of options', () => {
  it.each([0, -1, NaN, Infinity, '1'])('refuse %j as a learning rate', (value) => {
    expect(() => checkPositive(value as number, 'learningRate')).toThrow('learningRate must be a positive number, got');
  });

  it.each([0, -1, 1.5, NaN, Infinity, '3'])('refuse %j as a number of epochs', (value) => {
    expect(() => checkCount(value as number, 'epochs')).toThrow('epochs must be a positive whole number, got');
  });

  it.each([-1, NaN, Infinity, '1'])('refuse %j as noise', (value) => {
    expect(() => checkNotNegative(value as number, 'noise')).toThrow('noise must be a finite number of 0 or more, got');
  });

  it.each([0, 1.5, NaN, '3', 'some'])('refuse %j as a batch size', (value) => {
    expect(() => checkBatchSize(value as number)).toThrow("batchSize must be a positive whole number or 'all', got");
  });

  it.each([-1, 0.5, 4294967296, NaN, '3'])('refuse %j as a seed', (value) => {
    expect(() => checkUint32(value as number, 'seed')).toThrow('seed must be a whole number from 0 to 4294967295, got');
  });

  it('let the smallest and the largest pass', () => {
    checkPositive(Number.MIN_VALUE, 'learningRate');
    checkNotNegative(0, 'noise');
    checkCount(1, 'epochs');
    checkBatchSize(1);
    checkBatchSize('all');
    checkUint32(0, 'seed');
    checkUint32(4294967295, 'seed');
  });
});
