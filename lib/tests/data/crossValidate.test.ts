import {describe, expect, it} from 'vitest';
import {crossValidate} from '../../src/data/crossValidate';
import {kFold} from '../../src/data/kFold';
import {makeBlobs} from '../../src/data/makeBlobs';
import {StandardScaler} from '../../src/data/standardScaler';
import type {MatrixLike, VectorLike} from '../../src/math/matrix';
import {LogisticRegression} from '../../src/trainers/logisticRegression';

const {X, y} = makeBlobs({samples: 43, spread: 1});
const make = (): LogisticRegression => new LogisticRegression({epochs: 50});
const at = (rows: Uint32Array): Float64Array => Float64Array.from(rows, (i) => y[i]);

describe('crossValidate', () => {
  it('scores each fold by a model that learned from the others', () => {
    const expected = kFold(43, {folds: 4, seed: 2}).map(({train, test}) =>
      make().fit(X.rowsAt(train), at(train)).score(X.rowsAt(test), at(test)),
    );
    const {scores, mean, deviation} = crossValidate(make, X, y, {folds: 4, seed: 2});
    expect(scores).toEqual(expected);
    expect(Math.abs(mean - (scores[0] + scores[1] + scores[2] + scores[3]) / 4)).toBeLessThan(1e-15);
    const squares = scores.map((score) => (score - mean) * (score - mean));
    expect(Math.abs(deviation * deviation * 4 - squares.reduce((a, b) => a + b))).toBeLessThan(1e-15);
    expect(deviation).toBeGreaterThan(0);
  });

  it('takes 5 folds, seed 0 and the columns as they are, if not told otherwise', () => {
    expect(crossValidate(make, X, y)).toEqual(crossValidate(make, X, y, {folds: 5, seed: 0, standardise: false}));
  });

  it('standardises by the training rows of the fold alone', () => {
    const seen: {train: MatrixLike; test?: MatrixLike}[] = [];
    const spy = {
      fit: (train: MatrixLike, _y: VectorLike) => seen.push({train}),
      score: (test: MatrixLike, _y: VectorLike) => {
        seen[seen.length - 1].test = test;
        return 0;
      },
    };
    crossValidate(() => spy, X, y, {folds: 3, standardise: true});
    kFold(43, {folds: 3}).forEach(({train, test}, k) => {
      const scaler = new StandardScaler().fit(X.rowsAt(train));
      expect(seen[k]).toEqual({train: scaler.transform(X.rowsAt(train)), test: scaler.transform(X.rowsAt(test))});
    });
  });

  it('names what is wrong', () => {
    expect(() => crossValidate(make, X, [0, 1])).toThrow(new RangeError('X has 43 rows, but y has 2 labels'));
    expect(() => crossValidate(make, X, y, {folds: 44})).toThrow('folds must be a whole number from 2 to the 43 rows');
    expect(() => crossValidate(make() as unknown as () => LogisticRegression, X, y)).toThrow(
      new TypeError('make must be a function, got an object of the class LogisticRegression'),
    );
    expect(() => crossValidate(make, X, y, {standardise: 1 as unknown as boolean})).toThrow(
      new TypeError('standardise must be true or false, got 1'),
    );
    expect(() => crossValidate(make, [[1], [2], [3]], [0, 0, 1], {folds: 3})).toThrow(
      'y must hold two different labels, got 1 (0)',
    );
  });
});
