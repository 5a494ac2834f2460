import {describe, expect, it} from 'vitest';
import {grid} from '../../src/charts/grid';
import {lineChart} from '../../src/charts/lineChart';
import {scatterChart} from '../../src/charts/scatterChart';
import {parts} from './examples';

const small = (title: string, top: number) => lineChart({a: [0, top]}, {title, xLabel: 'epoch', yLabel: 'loss'});

describe('grid', () => {
  it('gives each chart its own axes, side by side and one below the other', () => {
    const {data, layout} = parts(grid([small('a', 1), small('b', 1), small('c', 1)], {columns: 2}));
    expect(data.map(({xaxis, yaxis}) => [xaxis, yaxis])).toEqual([
      ['x1', 'y1'],
      ['x2', 'y2'],
      ['x3', 'y3'],
    ]);
    expect(layout.xaxis2!.domain![0]).toBeGreaterThan(layout.xaxis.domain![1]);
    expect(layout.yaxis3!.domain![1]).toBeLessThan(layout.yaxis.domain![0]);
    expect(layout.xaxis3!.domain).toEqual(layout.xaxis.domain);
  });

  it('shares numbers where the axes agree, and only there', () => {
    const same = parts(grid([small('a', 1), small('b', 1)], {columns: 2})).layout;
    const other = parts(grid([small('a', 1), small('b', 9)], {columns: 2})).layout;
    expect(same.yaxis2!.showticklabels).toBe(false);
    expect(other.yaxis2!.showticklabels).not.toBe(false);
    expect(parts(grid([small('a', 1), small('b', 1)], {columns: 1})).layout.xaxis.showticklabels).toBe(false);
  });

  it('leaves room for names at the ends of lines, between the charts and at the right', () => {
    const named = (one: string) => lineChart({[one]: [0, 1], b: [1, 0]});
    const [short, long] = ['a', 'a longer name'].map((name) => parts(grid([named(name), named(name)])).layout);
    const gap = ({xaxis, xaxis2}: typeof short): number => xaxis2!.domain![0] - xaxis.domain![1];
    expect(gap(long)).toBeGreaterThan(gap(short) + 0.1);
    expect(long.margin.r).toBeGreaterThan(short.margin.r + 80);
  });

  it('moves titles, notes and shapes into their cells', () => {
    const noted = lineChart({a: [1, 2]}, {title: 'second', shapes: [{type: 'line', x0: 1, x1: 2, y0: 1, y1: 1}]});
    const {annotations, shapes} = parts(grid([small('first', 1), noted])).layout;
    expect(annotations.filter(({name}) => name === 'cellTitle').map(({text, xref}) => [text, xref])).toEqual([
      ['first', 'x1 domain'],
      ['second', 'x2 domain'],
    ]);
    expect(shapes).toMatchObject([{xref: 'x2', yref: 'y2'}]);
  });

  it('names the x axis once for all, if at all', () => {
    const cells = [1, 2].map((k) => lineChart({a: [k, 2]}, {xLabel: 'epoch'}));
    const own = parts(grid(cells, {columns: 2})).layout;
    expect([own.xaxis.title?.text, own.xaxis2?.title?.text]).toEqual(['epoch', 'epoch']);
    const common = parts(grid(cells, {columns: 2, xLabel: 'epochs of both'})).layout;
    expect([common.xaxis.title, common.xaxis2?.title]).toEqual([undefined, undefined]);
    expect(common.annotations.map(({text}) => text)).toContain('epochs of both');
  });

  it('writes few numbers below narrow cells, so that none is turned', () => {
    const nticks = (columns: number): number | undefined =>
      parts(grid([small('a', 1), small('b', 1), small('c', 1)], {columns})).layout.xaxis2?.nticks;
    expect(nticks(3)).toBe(4);
    expect(nticks(2)).toBeGreaterThan(4);
  });

  it('names a class once', () => {
    const cloud = scatterChart(
      [
        [1, 2],
        [2, 1],
      ],
      [0, 1],
      {classNames: ['no', 'yes']},
    );
    const {data, layout} = parts(grid([cloud, cloud]));
    expect(layout.showlegend).toBe(true);
    expect(data.map(({name, showlegend}) => [name, showlegend])).toEqual([
      ['no', true],
      ['yes', true],
      ['no', false],
      ['yes', false],
    ]);
  });

  it('tells all charts in words', () => {
    expect(grid([small('a', 1), small('b', 2)], {title: 'Both'}).alt).toMatch(
      /^Both\. 2 small charts\. a\. Line chart .* b\. Line chart/,
    );
  });

  it('leaves its charts as they were', () => {
    const one = small('a', 1);
    const before = JSON.stringify(one);
    grid([one, small('b', 1)], {yLabel: 'loss'});
    expect(JSON.stringify(one)).toBe(before);
  });

  it('refuses nothing to show, and a count of columns that is none', () => {
    expect(() => grid([])).toThrow(new RangeError('a grid must have at least one figure, got none'));
    expect(() => grid([small('a', 1)], {columns: 0})).toThrow(
      new RangeError('columns must be a whole number above 0, got 0'),
    );
  });
});
