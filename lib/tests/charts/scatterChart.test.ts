import {describe, expect, it} from 'vitest';
import {scatterChart} from '../../src/charts/scatterChart';
import {CLASSES, SYMBOLS} from '../../src/charts/theme';
import {Matrix} from '../../src/math/matrix';
import {parts} from './examples';

const X = [
  [1, 2],
  [3, 4],
  [5, 9],
];

describe('scatterChart', () => {
  it('gives each class a colour and a shape, in rising order of the labels', () => {
    const {data} = parts(scatterChart(X, [7, -1, 7], {classNames: ['low', 'high']}));
    expect(data.map(({name, x}) => [name, x])).toEqual([
      ['low', [3]],
      ['high', [1, 5]],
    ]);
    expect(data.map(({marker}) => [marker?.color, marker?.symbol])).toEqual([
      [CLASSES[0], SYMBOLS[0]],
      [CLASSES[1], SYMBOLS[1]],
    ]);
  });

  it('draws the first two columns of a matrix', () => {
    const {data} = parts(scatterChart(Matrix.from([[1, 2, 99]]), [0]));
    expect(data[0]).toMatchObject({name: 'class 0', x: [1], y: [2]});
  });

  it('says in words how many there are of each, and where', () => {
    expect(scatterChart(X, [0, 0, 1], {title: 'Where?', classNames: ['a', 'b'], xLabel: 'w', yLabel: 'h'}).alt).toBe(
      'Where? Scatter chart, w to the right and h upwards: 2 a around (2, 3); 1 b around (5, 9).',
    );
  });

  it('draws lines over the points without widening the axes', () => {
    const bare = parts(scatterChart(X, [0, 0, 1]));
    const lined = parts(scatterChart(X, [0, 0, 1], {lines: {boundary: {x: [-99, 99], y: [0, 1]}}}));
    expect(lined.layout.xaxis.range).toEqual(bare.layout.xaxis.range);
    expect(lined.data[2]).toMatchObject({mode: 'lines', name: 'boundary'});
    expect(lined.alt).toContain('Over them 1 line: boundary.');
  });

  it('takes one point, and points that are all the same', () => {
    for (const rows of [
      [[3, 4]],
      [
        [0, 0],
        [0, 0],
      ],
    ]) {
      const {xaxis} = parts(
        scatterChart(
          rows,
          rows.map(() => 1),
        ),
      ).layout;
      expect(xaxis.range[1] - xaxis.range[0]).toBeGreaterThan(0.5);
    }
  });

  it.each([
    [[], [], {}, 'X must have at least one row, got none'],
    [[[1], [2]], [0, 1], {}, 'X must have at least 2 columns, got 1'],
    [X, [0, 1], {}, 'X has 3 rows, but y has 2 labels'],
    [
      [
        [1, 2],
        [3, Infinity],
      ],
      [0, 1],
      {},
      'X must hold finite numbers, got Infinity at row 1, column 1',
    ],
    [X, [0, NaN, 1], {}, 'y must hold finite numbers, got NaN at index 1'],
    [X, [0, 1, 2], {classNames: ['a', 'b']}, 'classNames has 2 names, but there are 3 labels'],
    [X, [0, 1, 2], {lines: {b: {x: [1], y: [1, 2]}}}, "'b' has 1 x value, but 2 y values"],
  ])('refuses what it cannot draw (%#)', (rows, labels, options, message) => {
    expect(() => scatterChart(rows, labels, options)).toThrow(new RangeError(message));
  });
});
