import {describe, expect, it} from 'vitest';
import {kFold} from '../../src/data/kFold';
import {folds as fixtures} from '../fixtures/data.json';

describe('kFold', () => {
  it.each(fixtures.map((fixture) => [fixture.n, JSON.stringify(fixture.options), fixture] as const))(
    'cuts %d rows with %s as scikit-learn does',
    (_n, _options, {n, options, folds}) => {
      const cut = kFold(n, options).map(({train, test}) => ({train: [...train], test: [...test]}));
      expect(cut).toEqual(folds);
    },
  );

  it('tests every row once, in 5 folds if not told otherwise', () => {
    const folds = kFold(13);
    expect(folds).toHaveLength(5);
    const tested = folds.flatMap(({test}) => [...test]);
    expect(tested.sort((a, b) => a - b)).toEqual(Array.from({length: 13}, (_, i) => i));
    for (const {train, test} of folds) expect(new Set([...train, ...test]).size).toBe(13);
  });

  it('shuffles, the same way for the same seed', () => {
    expect(kFold(20)).toEqual(kFold(20, {shuffle: true, seed: 0}));
    expect(kFold(20, {seed: 1})).not.toEqual(kFold(20, {seed: 2}));
  });

  it('names what is wrong', () => {
    expect(() => kFold(4)).toThrow(new RangeError('folds must be a whole number from 2 to the 4 rows, got 5'));
    expect(() => kFold(4, {folds: 1})).toThrow('folds must be a whole number from 2 to the 4 rows, got 1');
    expect(() => kFold(0)).toThrow('n must be a positive whole number, got 0');
    expect(() => kFold(9, {seed: -1})).toThrow('seed must be a whole number');
    expect(() => kFold(9, {shuffle: 1 as unknown as boolean})).toThrow(
      new TypeError('shuffle must be true or false, got 1'),
    );
  });
});
