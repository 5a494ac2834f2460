import {describe, expect, it} from 'vitest';
import {histogram} from '../../src/charts/histogram';
import {CLASSES, light} from '../../src/charts/theme';
import type {Figure} from '../../src/charts/types';
import {parts} from './examples';

/** The counts of a series, which stand where the pointer finds them. */
const countsOf = (figure: Figure, k = 0): unknown => parts(figure).data[2 * k + 1].y;

describe('histogram', () => {
  it('says how many values, from where to where, their mean and the fullest bin', () => {
    expect(histogram({length: [1, 1.5, 2, 5]}, {bins: 4, title: 'Short ones', xLabel: 'length (cm)'}).alt).toBe(
      'Short ones. Histogram of length (cm), 4 bins. length: 4 values from 1 to 5, mean 2.375, most (2) between 1 and 2.',
    );
    expect(histogram({a: [1], b: [2]}).alt).toContain('a: 1 value from 1 to 1, mean 1');
    expect(histogram({a: [1]}, {alt: 'mine'}).alt).toBe('mine');
  });

  it('counts a value on an edge into the bin above, the greatest into the last', () => {
    expect(countsOf(histogram({a: [0, 1, 1, 2, 4]}, {bins: 4}))).toEqual([1, 2, 1, 1]);
    // 0.3 and 0.7 lie on edges that aren't exact in binary.
    const tenths = Array.from({length: 11}, (_, k) => k / 10);
    expect(countsOf(histogram({a: tenths}, {bins: 10}))).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
    // The edge is 0.15000000000000002: 0.15 lies just below it.
    expect(countsOf(histogram({a: [-0.7, 0.15, 1]}, {bins: 2}))).toEqual([2, 1]);
  });

  it('loses no value', () => {
    const values = Array.from({length: 5000}, (_, i) => Math.sin(i) * 1e-3 + 7);
    const counts = countsOf(histogram({values}, {bins: 137})) as number[];
    expect(counts).toHaveLength(137);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5000);
  });

  it('gives few whole numbers a bin each, centred on them, unless told', () => {
    const dice = histogram({dice: [1, 2, 2, 6]});
    expect(parts(dice).data[1].x).toEqual([1, 2, 3, 4, 5, 6]);
    expect(countsOf(dice)).toEqual([1, 2, 0, 0, 0, 1]);
    expect(countsOf(histogram({dice: [1, 2, 2, 6]}, {bins: 2}))).toEqual([3, 1]);
  });

  it.each([
    [9, 5],
    [100, 10],
    [2000, 30],
  ])('has for %i values about √n bins: %i', (n, bins) => {
    const values = Array.from({length: n}, (_, i) => Math.sqrt(i));
    expect(countsOf(histogram({values}))).toHaveLength(bins);
  });

  it('draws bars as high as the counts, none for an empty bin', () => {
    const [bars] = parts(histogram({a: [0, 0, 3]}, {bins: 3})).data;
    expect(bars.y).toEqual([0, 2, 2, 0, null, 0, 1, 1, 0, null]);
    expect(bars).toMatchObject({fill: 'toself', fillcolor: light.blue});
  });

  it('draws several series over the same bins, coloured as classes, with one entry each in the legend', () => {
    const both = histogram({no: [0, 1], yes: [3, 4]}, {bins: 4});
    expect(countsOf(both, 0)).toEqual([1, 1, 0, 0]);
    expect(countsOf(both, 1)).toEqual([0, 0, 0, 2]);
    const {data, layout} = parts(both);
    const [no, yes] = [data[0], data[2]];
    expect([no.line?.color, yes.line?.color]).toEqual(CLASSES.slice(0, 2));
    expect(no.line?.dash).not.toBe(yes.line?.dash);
    expect([no.x, no.y]).toEqual([[0, 0, 1, 1, 2, 2, null], [0, 1, 1, 1, 1, 0, null]]); // prettier-ignore
    expect(layout.showlegend).toBe(true);
    expect(data.map(({showlegend}) => showlegend !== false)).toEqual([true, false, true, false]);
  });

  it('has a legend for several series only', () => {
    expect(parts(histogram({a: [1, 2]})).layout.showlegend).toBe(false);
  });

  it('draws equal values, too', () => {
    const {data, layout} = parts(histogram({a: [0.7, 0.7]}));
    expect(layout.xaxis.range[1] - layout.xaxis.range[0]).toBeCloseTo(1.04);
    expect((data[1].y as number[]).filter((n) => n > 0)).toEqual([2]);
  });

  it('stays small with many values', () => {
    const values = Array.from({length: 100_000}, (_, i) => i * 0.37);
    expect(JSON.stringify(histogram({values})).length).toBeLessThan(8_000);
  });

  it.each<[string, Record<string, number[]>, object, string]>([
    ['no series', {}, {}, 'histogram must get at least one series, got none'],
    ['an empty series', {a: []}, {}, "'a' must have at least one value, got none"],
    ['NaN', {a: [1, NaN]}, {}, "'a' must hold finite numbers, got NaN at index 1"],
    ['no bin', {a: [1]}, {bins: 0}, 'bins must be a whole number above 0, got 0'],
    ['half a bin', {a: [1]}, {bins: 1.5}, 'bins must be a whole number above 0, got 1.5'],
  ])('refuses %s', (_, series, options, message) => {
    expect(() => histogram(series, options)).toThrow(new RangeError(message));
  });
});
