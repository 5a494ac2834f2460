import {describe, expect, it} from 'vitest';
import {barChart} from '../../src/charts/barChart';
import {toSvg} from '../../src/charts/svg';
import {parts} from './examples';

describe('barChart', () => {
  const solved = {first: 2, second: 0, third: 5};
  const figure = barChart(solved, {of: {first: 3, second: 4, third: 5}, title: 'Solved', xLabel: 'exercises'});

  it('says every value, and what it could be', () => {
    expect(figure.alt).toBe('Solved. Bar chart of exercises: first 2 of 3, second 0 of 4, third 5 of 5.');
    expect(barChart(solved).alt).toBe('Bar chart: first 2, second 0, third 5.');
  });

  it('draws a rectangle as long as the value, none for 0, and a pale one as long as it could be', () => {
    const [all, value] = parts(figure).data;
    const lengths = (xs: (number | null)[]): number[] => xs.filter((x): x is number => x !== null && x > 0);
    expect(lengths(value.x)).toEqual([2, 2, 5, 5]);
    expect(lengths(all.x)).toEqual([3, 3, 4, 4, 5, 5]);
  });

  it('draws what is below 0 to the left, in a colour of its own, with the names at the edge', () => {
    const signed = barChart({up: 2, down: -3, none: 0}, {xLabel: 'weight'});
    const {data, layout} = parts(signed);
    expect(data.map(({x}) => x.filter((value: number | null) => value !== null))).toEqual([
      [0, 2, 2, 0],
      [0, -3, -3, 0],
    ]);
    expect(new Set(data.map(({fillcolor}) => fillcolor)).size).toBe(2);
    expect(layout.xaxis.range[0]).toBeLessThan(-3);
    expect(layout.xaxis.range[1]).toBeGreaterThan(2);
    expect(layout.annotations.every(({xref}) => xref === 'x domain')).toBe(true);
    expect(signed.alt).toBe('Bar chart of weight: up 2, down −3, none 0.');
  });

  it('has an axis with numbers also where all values are 0', () => {
    expect(parts(barChart({first: 0})).layout.xaxis.range[1]).toBeGreaterThan(0.5);
  });

  it('keeps the order of the names from the top', () => {
    const {annotations, yaxis} = parts(figure).layout;
    expect(annotations.map(({text}) => text.split(' ')[0])).toEqual(['first', 'second', 'third']);
    expect(annotations[0].y).toBeLessThan(annotations[1].y);
    expect(yaxis.range[0]).toBeGreaterThan(yaxis.range[1]);
  });

  it('writes names as they are, and draws without scripts', () => {
    const svg = toSvg(barChart({'<b>x</b>': 1}));
    expect(svg).toContain('&#60;b&#62;x');
    expect(svg).toContain('<tspan font-weight="600">1</tspan>');
    expect(svg.match(/<path/g)!.length).toBeGreaterThan(0);
  });

  it.each([
    [{}, {}, 'values must have at least one value, got none'],
    [{a: -1}, {of: {a: 1}}, "the value of 'a' must be 0 or more, got -1"],
    [{a: NaN}, {}, 'values must hold finite numbers, got NaN at index 0'],
    [{a: 3}, {of: {a: 2}}, "of 'a' must be a finite number, at least 3, got 2"],
    [{a: 3}, {of: {a: Infinity}}, "of 'a' must be a finite number, at least 3, got Infinity"],
    [{a: 3}, {of: {}}, "of 'a' must be a finite number, at least 3, got undefined"],
  ])('refuses %j with %j', (values, options, message) => {
    expect(() => barChart(values as Record<string, number>, options)).toThrow(new RangeError(message));
  });
});
