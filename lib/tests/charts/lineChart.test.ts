import {describe, expect, it} from 'vitest';
import {lineChart} from '../../src/charts/lineChart';
import {parts} from './examples';

describe('lineChart', () => {
  it('counts a bare list from 1, and takes x where it is given', () => {
    const [counted, given] = parts(lineChart({a: [5, 6], b: {x: [0, 0.5], y: [1, 2]}})).data;
    expect(counted).toMatchObject({x: [1, 2], y: [5, 6]});
    expect(given).toMatchObject({x: [0, 0.5], y: [1, 2]});
  });

  it('takes typed arrays, and writes them as plain numbers', () => {
    expect(JSON.stringify(lineChart({a: Float64Array.of(1, 2)}).data)).toContain('"y":[1,2]');
  });

  it('counts in whole steps, but not where x is a share', () => {
    const dtick = (...x: number[]): unknown => parts(lineChart({a: {x, y: x}})).layout.xaxis.dtick;
    expect([dtick(1, 2), dtick(0, 2), dtick(0, 1), dtick(0, 0.5, 2)]).toEqual([1, 1, undefined, undefined]);
  });

  it('joins no points of a series that is a measurement', () => {
    const {data} = parts(lineChart({measured: [5, 6], curve: [4, 6]}, {points: ['measured']}));
    expect(data.map(({mode}) => mode)).toEqual(['markers', 'lines+markers']);
    expect(() => lineChart({a: [1]}, {points: ['b']})).toThrow("points must name series of the chart, got 'b'");
  });

  it('says in words where each line begins, ends, is highest and lowest', () => {
    const {alt} = lineChart({loss: [3, 5, 0.5, 1]}, {title: 'Up, then down', xLabel: 'epoch'});
    expect(alt).toBe(
      'Up, then down. Line chart over epoch: loss goes from 3 at epoch 1 to 1 at 4; highest 5 at 2, lowest 0.5 at 3.',
    );
    expect(lineChart({loss: [3, 3]}).alt).toContain('loss stays at 3 from x 1 to 2');
    expect(lineChart({loss: [3]}, {alt: 'mine'}).alt).toBe('mine');
  });

  it.each([
    ['top', [1, 2]],
    ['bottom', [2, 1]],
  ])('writes names at the ends of two to four lines, apart and inside the chart, at the %s', (_, values) => {
    const {layout} = parts(lineChart({a: values, b: values, c: values, d: values}, {yRange: [1, 2]}));
    const at = layout.annotations.filter(({name}) => name === 'endLabel').map((one) => one.y);
    const pixels = layout.height - layout.margin.t - layout.margin.b;
    const gaps = at.slice(1).map((place, i) => (place - at[i]) * pixels);
    expect(at).toHaveLength(4);
    expect(Math.min(...gaps)).toBeGreaterThan(16.9);
    expect(Math.max(...at)).toBeLessThanOrEqual(2);
    expect(Math.min(...at)).toBeGreaterThanOrEqual(1);
    expect(layout.showlegend).toBe(false);
  });

  it('has a legend for more lines or long names, and neither for one', () => {
    expect(parts(lineChart({a: [1], b: [2], c: [3], d: [4], e: [5]})).layout.showlegend).toBe(true);
    expect(parts(lineChart({a: [1], 'a name of many letters': [2]})).layout.showlegend).toBe(true);
    const {layout} = parts(lineChart({a: [1]}));
    expect([layout.showlegend, layout.annotations.length]).toEqual([false, 0]);
  });

  it('shows zero when the values come near it, with room for the line', () => {
    const [low, high] = parts(lineChart({a: [0, 10]})).layout.yaxis.range;
    expect(low).toBeLessThan(0);
    expect(low).toBeGreaterThan(-0.5);
    expect(high).toBeGreaterThan(10);
    expect(parts(lineChart({a: [100, 101]})).layout.yaxis.range[0]).toBeGreaterThan(99);
  });

  it('has a range also for a single value and for equal ones', () => {
    for (const values of [[0], [0, 0], [5, 5, 5], [-3]]) {
      const {xaxis, yaxis} = parts(lineChart({a: values})).layout;
      expect(xaxis.range[1]).toBeGreaterThan(xaxis.range[0]);
      expect(yaxis.range[1] - yaxis.range[0]).toBeGreaterThan(0.5);
    }
  });

  it('has at least one labelled tick on a logarithmic axis, however near the values are', () => {
    const {yaxis} = parts(lineChart({a: [0.31, 0.32]}, {logY: true})).layout;
    expect(yaxis.type).toBe('log');
    expect(yaxis.ticktext!.length).toBeGreaterThan(0);
  });

  it('shows what a user wrote, and no markup of it', () => {
    const figure = lineChart(
      {'<b>a</b>': [1, 2], b: [1, 2]},
      {title: '<i>&amp;', subtitle: '<s>', xLabel: '%{x}', yLabel: '<u>'},
    );
    const {data, layout} = parts(figure);
    const own = data.map(({hovertemplate: _, ...trace}) => trace);
    expect(JSON.stringify([own, layout])).not.toMatch(/<|&amp;|%\{/);
    expect(parts(figure).data[0].hovertemplate).toContain('&#37;{x} %{x}');
  });

  it.each([
    [{}, {}, 'lineChart must get at least one series, got none'],
    [{loss: []}, {}, "'loss' must have at least one value, got none"],
    [{loss: [1, NaN]}, {}, "'loss' must hold finite numbers, got NaN at index 1"],
    [{loss: {x: [1, 2, 3], y: [1, 2]}}, {}, "'loss' has 3 x values, but 2 y values"],
    [{loss: [1, 0]}, {logY: true}, "'loss' must be positive on a logarithmic axis, got 0 at index 1"],
  ])('refuses what it cannot draw: %j', (series, options, message) => {
    expect(() => lineChart(series, options)).toThrow(new RangeError(message));
  });
});
