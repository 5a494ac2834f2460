import {describe, expect, it} from 'vitest';
import {film} from '../../src/charts/film';
import {lossContour} from '../../src/charts/lossContour';
import {toSvg} from '../../src/charts/svg';
import {parts, path, valley} from './examples';

type Loss = (w0: number, w1: number) => number;

const trace = (figure: ReturnType<typeof lossContour>, name: string) =>
  parts(figure).data.find((one) => one.name === name);

describe('lossContour', () => {
  const figure = lossContour(valley, {path, title: 'Down', xLabel: 'w', yLabel: 'b'});

  it('says where the floor lies, and where the path begins and ends', () => {
    expect(figure.alt).toBe(
      'Down. Loss over w to the right and b upwards, as a landscape from above; the lowest point, 2, lies at (1, −0.5). ' +
        'The path goes in 3 steps from (−1, 1), loss 11.25, to (0.6, 0.1), loss 2.28.',
    );
    expect(lossContour(valley, {path: [[0, 0]]}).alt).toContain('The path starts at (0, 0), loss 4.75.');
    expect(lossContour(valley).alt).not.toContain('path');
    expect(lossContour(valley, {alt: 'mine'}).alt).toBe('mine');
  });

  it('marks the floor more exactly than the lattice of the picture lies', () => {
    const coarse = trace(lossContour(valley, {resolution: 8}), 'lowest point')!;
    expect(coarse.x[0]).toBeCloseTo(1, 4);
    expect(coarse.y[0]).toBeCloseTo(-0.5, 4);
  });

  it('marks no floor that lies outside of the picture', () => {
    const outside = lossContour(valley, {ranges: [[2, 3], [0, 1]]}); // prettier-ignore
    expect(trace(outside, 'lowest point')).toBeUndefined();
    expect(outside.alt).toContain('it still falls at the edge, 7.75 at (2, 0)');
  });

  it('has room for the path, for the floor if it is near, or for what is asked', () => {
    const {xaxis, yaxis} = parts(figure).layout;
    [...xaxis.range, ...yaxis.range].forEach((end, k) => expect(end).toBeCloseTo([-1.5, 1.5, -0.875, 1.375][k], 4));
    const far = parts(lossContour(valley, {path: [[20, 20], [19, 19]]})).layout; // prettier-ignore
    expect(far.xaxis.range).toEqual([18.75, 20.25]);
    expect(parts(lossContour(valley)).layout.xaxis.range).toEqual([-3, 3]);
    const asked = parts(lossContour(valley, {path, ranges: [[0, 1], [2, 4]]})).layout; // prettier-ignore
    expect([asked.xaxis.range, asked.yaxis.range]).toEqual([[0, 1], [2, 4]]); // prettier-ignore
  });

  it('looks for the floor also where the loss is not a number beyond the picture', () => {
    const root: Loss = (w0, w1) => Math.sqrt(w0) + Math.sqrt(w1);
    expect(lossContour(root, {path: [[4, 4], [3, 3], [2, 2]]}).alt).toContain('to (2, 2), loss 2.828'); // prettier-ignore
  });

  it('keeps heights as square roots above the floor, and the losses for the pointer', () => {
    const bowl: Loss = (w0, w1) => 5 + w0 * w0 + w1 * w1;
    const land = parts(lossContour(bowl, {ranges: [[-1, 1], [-1, 1]], resolution: 5})).data[0]; // prettier-ignore
    // The middle of the edges has half of the corners' height: 0.707 of it as a square root.
    expect(land.z).toEqual([
      [999, 790, 706, 790, 999],
      [790, 500, 353, 500, 790],
      [706, 353, 0, 353, 706],
      [790, 500, 353, 500, 790],
      [999, 790, 706, 790, 999],
    ]);
    expect(land.customdata![0]).toEqual([7, 6.25, 6, 6.25, 7]);
    expect(land.hovertemplate).toContain('loss <b>%{customdata');
  });

  it('draws lines where the bands meet', () => {
    const bowl: Loss = (w0, w1) => w0 * w0 + w1 * w1;
    const {x, y} = trace(lossContour(bowl, {ranges: [[-1, 1], [-1, 1]], resolution: 41}), 'bands')!; // prettier-ignore
    const bands = x.flatMap((value, i) => (value === null ? [] : [(12 * Math.hypot(value, y[i]!)) / Math.SQRT2]));
    expect(bands.length).toBeGreaterThan(500);
    expect(new Set(bands.map(Math.round))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]));
    expect(Math.max(...bands.map((band) => Math.abs(band - Math.round(band))))).toBeLessThan(0.03);
  });

  it('draws the path with a ring and a name at its start, long ones as a bare line', () => {
    expect(trace(figure, 'path')).toMatchObject({x: [-1, 0.5, 0.4, 0.6], y: [1, 0.8, 0.5, 0.1], mode: 'lines+markers'});
    expect(trace(figure, 'path')!.hovertext).toEqual(['11.25', '2.74', '2.64', '2.28']);
    expect(trace(figure, 'start')).toMatchObject({x: [-1], y: [1]});
    expect(parts(figure).layout.annotations.at(-1)).toMatchObject({text: 'start', x: -1, y: 1});
    const long = lossContour(valley, {path: Array.from({length: 300}, (_, k) => [k / 300, 0])});
    expect(trace(long, 'path')!.mode).toBe('lines');
  });

  it('names the start below it where the path goes up, and not at all where it is out of sight', () => {
    const start = (path: number[][]) =>
      parts(lossContour(valley, {path, ranges: [[0, 1], [0, 1]]})).layout.annotations.find(({text}) => text === 'start'); // prettier-ignore
    expect(start([[0.5, 0.5], [0.6, 0.4]])?.yanchor).toBe('bottom'); // prettier-ignore
    expect(start([[0.5, 0.5], [0.6, 0.6]])?.yanchor).toBe('top'); // prettier-ignore
    expect(start([[0.5, 0.95], [0.6, 0.6]])?.yanchor).toBe('top'); // prettier-ignore
    expect(start([[2, 0.5], [0.6, 0.6]])).toBeUndefined(); // prettier-ignore
  });

  it('draws flat land, too', () => {
    const flat = lossContour(() => 3);
    expect(
      parts(flat)
        .data[0].z!.flat()
        .every((height) => height === 0),
    ).toBe(true);
    expect(toSvg(flat)).not.toContain('NaN');
  });

  it('keeps the land out of the frames of a film', () => {
    const ranges: [[number, number], [number, number]] = [[-2, 2], [-2, 2]]; // prettier-ignore
    const walk = film(
      [1, 2, 3, 4].map((n) => ({name: `step ${n}`, figure: lossContour(valley, {path: path.slice(0, n), ranges})})),
    );
    expect(JSON.stringify(walk.frames).length).toBeLessThan(10_000);
  });

  it.each<[string, Loss, object, string]>([
    ['a loss that is not finite', (w0) => Math.log(w0), {}, 'loss must be finite, got NaN at (−3, −3)'],
    ['an endless loss', () => Infinity, {path}, 'loss must be finite, got Infinity at (−1.4, −0.125)'],
    ['three columns', valley, {path: [[1, 2, 3]]}, 'path must have 2 columns, got 3'],
    ['a path with NaN', valley, {path: [[1, NaN]]}, 'path must hold finite numbers, got NaN at row 0, column 1'],
    ['no step', valley, {path: []}, 'path must have at least one row, got none'],
    ['one point', valley, {resolution: 1}, 'resolution must be a whole number of at least 2, got 1'],
    ['a falling range', valley, {ranges: [[0, 1], [2, 2]]}, 'the second of ranges must rise from one finite number to another, got 2 to 2'], // prettier-ignore
    ['an endless range', valley, {ranges: [[0, Infinity], [1, 2]]}, 'the first of ranges must rise from one finite number to another, got 0 to Infinity'], // prettier-ignore
  ])('refuses %s', (_, loss, options, message) => {
    expect(() => lossContour(loss, options)).toThrow(new RangeError(message));
  });
});
