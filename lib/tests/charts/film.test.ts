import {describe, expect, it} from 'vitest';
import {decisionRegions} from '../../src/charts/decisionRegions';
import {film} from '../../src/charts/film';
import {frameOf} from '../../src/charts/fit';
import {lineChart} from '../../src/charts/lineChart';
import {networkDiagram} from '../../src/charts/networkDiagram';
import {scatterChart} from '../../src/charts/scatterChart';
import {Matrix} from '../../src/math/matrix';
import {parts, straight, X, y} from './examples';

const bytes = (thing: object): number => JSON.stringify(thing).length;
const rising = (tops: number[], options = {}) =>
  film(
    tops.map((top, i) => ({name: `frame ${i}`, figure: lineChart({a: [1, top]}, {title: `top ${top}`, ...options})})),
  );

describe('film', () => {
  it('keeps its axes still: the widest range of all frames', () => {
    const {layout} = parts(rising([2, 50, 3]));
    expect(layout.yaxis.range[1]).toBeGreaterThan(50);
    expect(layout.yaxis.range[0]).toBeLessThanOrEqual(parts(lineChart({a: [1, 2]})).layout.yaxis.range[0]);
  });

  it('has ticks over the whole of a logarithmic axis', () => {
    expect(parts(rising([10, 1e6], {logY: true})).layout.yaxis.ticktext).toContain('10⁶');
  });

  it('carries only what changes', () => {
    const frames = [1, 2].map((k) => ({
      name: `${k}`,
      figure: lineChart({still: [1, 2, 3], moving: [1, 2, k]}, {yRange: [0, 4]}),
    }));
    const moving = parts(film(frames)).frames!;
    expect(moving.map(({traces}) => traces)).toEqual([[1], [1]]);
    expect(moving[1].data).toEqual([{y: [1, 2, 2]}]);
    expect(Object.keys(moving[1].layout!)).toEqual(['annotations']);
  });

  it('gives back each of its pictures', () => {
    const figures = [0.1, 0.3].map((slope) => decisionRegions(straight(slope, 1.5), X, y));
    const whole = parts(film(figures.map((figure, i) => ({name: `${i}`, figure}))));
    figures.forEach((figure, i) => expect(frameOf(whole, i).data).toEqual(figure.data));
  });

  it('lines up traces of one kind, whichever picture lacks some of them', () => {
    const layer = (weights: number[][]) => ({weights: Matrix.from(weights)});
    const figures = [[[1, 0.1]], [[-1, 0.9]], [[0.2, 0.2]]].map((weights) =>
      networkDiagram({layers: [layer(weights)]}),
    );
    const whole = parts(film(figures.map((figure, i) => ({name: `${i}`, figure}))));
    figures.forEach((figure, i) => {
      const {data} = frameOf(whole, i);
      expect(data.map(({mode}) => mode)).toEqual(whole.data.map(({mode}) => mode));
      expect(data.filter(({x}) => x.length > 0)).toEqual(parts(figure).data);
    });
    expect(JSON.stringify(whole.frames!.map(({data}) => data))).not.toMatch(/"(line|marker|mode|name)":null/);
  });

  it('takes pictures of which some have fewer lines', () => {
    const frames = [['a'], ['a', 'b']].map((names) => ({
      name: `${names.length}`,
      figure: lineChart(Object.fromEntries(names.map((name) => [name, [1, 2]]))),
    }));
    const whole = parts(film(frames));
    expect(whole.data).toHaveLength(2);
    expect(frameOf(whole, 0).data[1].x).toEqual([]);
    expect(frameOf(whole, 1).data[1].x).toEqual([1, 2]);
  });

  it('has a title of its own, also where its pictures have none', () => {
    const bare = film([{name: 'a', figure: lineChart({a: [1]})}], {title: 'Mine', subtitle: 'and below'});
    const {layout} = parts(bare);
    expect(layout.title).toMatchObject({text: 'Mine', subtitle: {text: 'and below'}});
    expect(layout.margin.t).toBe(parts(lineChart({a: [1]}, {title: 'Mine', subtitle: 'and below'})).layout.margin.t);
    expect(parts(rising([2])).layout.title!.text).toBe('top 2');
  });

  it('tells the first and the last picture in words', () => {
    expect(rising([2, 9]).alt).toMatch(
      /^A film of 2 pictures, from “frame 0” to “frame 1”\. The first: top 2\. Line .* The last: top 9\./,
    );
  });

  it('has controls for renderers that have none of their own', () => {
    expect(parts(rising([2, 9])).layout).toMatchObject({
      sliders: [{steps: [{label: 'frame 0', args: [['frame 0'], {}]}, {label: 'frame 1'}]}],
      updatemenus: [{buttons: [{label: '▶'}, {label: '❚❚'}]}],
      meta: {seconds: 0.4, controls: 64},
    });
  });

  it('is small: ten regions of a perceptron below 60 kB, thirty lines over a still scatter below 40 kB', () => {
    const regions = Array.from({length: 10}, (_, k) => ({
      name: `${k}`,
      figure: decisionRegions(straight(k / 10, 1.2), X, y),
    }));
    const lines = Array.from({length: 30}, (_, k) => {
      const boundary = {x: [4, 7], y: [1 + k / 17, 3 - k / 13]};
      return {name: `${k}`, figure: scatterChart(X, y, {lines: {boundary}})};
    });
    expect(bytes(film(regions))).toBeLessThan(60_000);
    expect(bytes(film(lines))).toBeLessThan(40_000);
    expect(bytes(parts(film(regions)).frames!) / 10).toBeLessThan(600);
  });

  it('refuses to be empty, and two frames of one name', () => {
    const figure = lineChart({a: [1]});
    expect(() => film([])).toThrow(new RangeError('a film must have at least one frame, got none'));
    expect(() =>
      film([
        {name: 'x', figure},
        {name: 'x', figure},
      ]),
    ).toThrow("frames of a film must have different names, got 'x' twice");
  });
});
