import {describe, expect, it} from 'vitest';
import {StandardScaler} from '../../src/data/standardScaler';
import {NotFittedError} from '../../src/math/errors';
import {Matrix} from '../../src/math/matrix';
import {scaler as fixture} from '../fixtures/data.json';

describe('StandardScaler', () => {
  it('learns and transforms what the one of scikit-learn does', () => {
    const scaler = new StandardScaler().fit(fixture.X);
    fixture.mean.forEach((mean, j) => expect(Math.abs(scaler.mean_[j] / mean - 1)).toBeLessThan(1e-12));
    fixture.scale.forEach((scale, j) => expect(Math.abs(scaler.scale_[j] / scale - 1)).toBeLessThan(1e-9));
    const transformed = scaler.transform(fixture.X);
    fixture.transformed.flat().forEach((value, i) => {
      expect(Math.abs(transformed.data[i] - value)).toBeLessThan(1e-9);
    });
  });

  it('divides by the population deviation: 1, 2, 3 become −√1.5, 0, √1.5', () => {
    const [low, middle, high] = new StandardScaler().fitTransform([[1], [2], [3]]).data;
    expect(middle).toBe(0);
    expect(Math.abs(high - Math.sqrt(1.5))).toBeLessThan(1e-15);
    expect(low).toBe(-high);
  });

  it('scales a constant column by 1, even where its mean is off by a bit', () => {
    const X = Array.from({length: 3}, () => [0.1]); // 0.1 + 0.1 + 0.1 is not 0.3
    const scaler = new StandardScaler().fit(X);
    expect([...scaler.scale_]).toEqual([1]);
    expect([...scaler.transform(X).data]).toEqual([0, 0, 0]);
    expect(scaler.transform([[2.1]]).get(0, 0)).toBe(2);
  });

  it('transforms a row alone as among others, by the training rows only', () => {
    const scaler = new StandardScaler().fit([[1, 5], [2, 9], [6, 7]]); // prettier-ignore
    const rows = [[100, -3], [2, 2]]; // prettier-ignore
    expect(rows.map((row) => scaler.transform([row]).toArrays()[0])).toEqual(scaler.transform(rows).toArrays());
  });

  it('comes back by inverseTransform', () => {
    const scaler = new StandardScaler().fit(fixture.X);
    const back = scaler.inverseTransform(scaler.transform(fixture.X));
    fixture.X.flat().forEach((value, i) => {
      expect(Math.abs(back.data[i] - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
    });
  });

  it('reads bytes as what they stand for, forgets an earlier fit, returns itself and changes no data', () => {
    const bytes = new Matrix(2, 1, Uint8Array.of(0, 255), 1 / 255);
    const scaler = new StandardScaler().fit([[1, 2, 3]]);
    expect(scaler.fit(bytes)).toBe(scaler);
    expect([...scaler.mean_, ...scaler.scale_]).toEqual([0.5, 0.5]);
    const X = new Matrix(2, 1, Float64Array.of(3, 4));
    new StandardScaler().fitTransform(X);
    expect([...X.data]).toEqual([3, 4]);
  });

  it('keeps scaled rows in 32 bits if asked to, rounded only at the end', () => {
    const [wide, narrow] = [new StandardScaler(), new StandardScaler({dtype: 'float32'})];
    const scaled = narrow.fitTransform(fixture.X);
    expect(scaled.data).toEqual(Float32Array.from(wide.fitTransform(fixture.X).data));
    expect(narrow.mean_).toEqual(wide.mean_);
    expect(narrow.inverseTransform(scaled).data).toBeInstanceOf(Float32Array);
    expect(() => new StandardScaler({dtype: 'float16' as 'float32'})).toThrow(
      new RangeError('dtype must be \'float64\' or \'float32\', got "float16"'),
    );
  });

  it('scales the columns that it is asked to, and leaves the others as they are', () => {
    const X = [[0, 10, 1], [1, 30, 1]]; // prettier-ignore
    const scaler = new StandardScaler({columns: [1]}).fit(X);
    expect(scaler.transform([...X, [7, 20, 8]]).toArrays()).toEqual([[0, -1, 1], [1, 1, 1], [7, 0, 8]]); // prettier-ignore
    expect(scaler.inverseTransform(scaler.transform(X)).toArrays()).toEqual(X);
    expect(new StandardScaler({columns: []}).fitTransform(X).toArrays()).toEqual(X);
    for (const j of [3, -1, 0.5, NaN]) {
      expect(() => new StandardScaler({columns: [0, j]}).fit(X)).toThrow(`columns must be among the 3 of X, counted from 0, got ${j}`);
    }
    expect(() => new StandardScaler({columns: 1 as never})).toThrow('columns must be an array of numbers, got 1');
  });

  it('names what is wrong, and keeps what it learned before', () => {
    const scaler = new StandardScaler();
    const asks = {
      'reading mean_': () => scaler.mean_,
      'reading scale_': () => scaler.scale_,
      transform: () => scaler.transform([[1]]),
      inverseTransform: () => scaler.inverseTransform([[1]]),
    };
    for (const [wanted, ask] of Object.entries(asks)) {
      expect(ask).toThrow(new NotFittedError('StandardScaler', wanted, 'fit(X)'));
      expect(ask).toThrow('call fit(X) before');
    }
    scaler.fit([[1, 2], [3, 4]]); // prettier-ignore
    const features = new RangeError('X has 1 features, but the scaler learned from 2');
    expect(() => scaler.transform([[1]])).toThrow(features);
    expect(() => scaler.inverseTransform([[1]])).toThrow(features);
    expect(() => scaler.fit([[1, 2], [3, NaN]])).toThrow('X must hold finite numbers, got NaN at row 1, column 1'); // prettier-ignore
    expect(() => scaler.fit([[0, 1e200], [0, -1e200]])).toThrow('got a deviation of Infinity in column 1'); // prettier-ignore
    expect([...scaler.mean_]).toEqual([2, 3]);
  });
});
