import {describe, expect, it} from 'vitest';
import {confusionChart} from '../../src/charts/confusionChart';
import {toSvg} from '../../src/charts/svg';
import {dark, fade, light} from '../../src/charts/theme';
import {Matrix} from '../../src/math/matrix';
import {parts} from './examples';

const counts = [[45, 5, 0], [0, 199, 1], [3, 7, 0]]; // prettier-ignore
const classNames = ['setosa', 'versicolor', 'virginica'];
const figure = confusionChart(counts, {classNames, title: 'Virginica is missed'});
const texts = parts(figure).layout.annotations.map(({text}) => text);

/** Contrast of ink on a see-through colour over the paper (WCAG 2). */
function contrast(paper: string, colour: string, alpha: number, ink: string): number {
  const rgb = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const luminance = (parts: number[]): number => {
    const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : Math.exp(2.4 * Math.log((c + 0.055) / 1.055))));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = rgb(paper);
  const mixed = rgb(colour).map((c, k) => alpha * c + (1 - alpha) * under[k]);
  const [low, high] = [luminance(mixed), luminance(rgb(ink))].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe('confusionChart', () => {
  it('says for each class how many were recognised, and what the others were taken for', () => {
    expect(figure.alt).toBe(
      'Virginica is missed. Confusion matrix. Of 50 setosa, 45 recognised, 5 taken for versicolor. ' +
        'Of 200 versicolor, 199 recognised, 1 taken for virginica. ' +
        'Of 10 virginica, 0 recognised, 3 taken for setosa, 7 taken for versicolor.',
    );
    expect(confusionChart([[0, 0], [1, 2]]).alt).toContain('There is no class 0. Of 3 class 1, 2 recognised'); // prettier-ignore
    expect(confusionChart(counts, {alt: 'mine'}).alt).toBe('mine');
  });

  it('tells only the commonest mistake of many classes', () => {
    const five = Array.from({length: 5}, (_, i) => Array.from({length: 5}, (_, j) => (i === j ? 9 : j + 1)));
    expect(confusionChart(five).alt).toContain('Of 23 class 0, 9 recognised, 5 taken for class 4. Of 22 class 1');
  });

  it('has the truth from the top, predictions from the left, and a count and its share of the row in each cell', () => {
    const {xaxis, yaxis} = parts(figure).layout;
    expect(yaxis).toMatchObject({range: [2.5, -0.5], tickvals: [0, 1, 2], ticktext: classNames});
    expect(xaxis).toMatchObject({range: [-0.5, 2.5], tickvals: [0, 1, 2], ticktext: classNames});
    const place = parts(figure).layout.annotations.find(({text}) => text === '<b>5</b>');
    expect(place).toMatchObject({x: 1, y: 0});
    expect(texts).toEqual(expect.arrayContaining(['truth', '<b>45</b>', '90 %', '10 %', '30 %', '70 %']));
    expect(texts.filter((text) => text === '0')).toHaveLength(3);
  });

  it('rounds no mistake away', () => {
    expect(texts).toEqual(expect.arrayContaining(['&#62; 99 %', '&#60; 1 %']));
    expect(toSvg(figure)).toContain('&#60; 1 %');
  });

  it('draws right answers blue and mistakes orange, the stronger the larger their share of the row', () => {
    const [right, few, none] = parts(figure).layout.shapes.map(({fillcolor = ''}) => fillcolor);
    expect([right, few, none].map((colour) => colour.slice(0, 7))).toEqual([light.blue, light.orange, light.orange]);
    const alphas = [none, few, right].map((colour) => parseInt(colour.slice(7), 16));
    expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    expect(new Set(alphas).size).toBe(3);
    expect(confusionChart([[4, 0], [0, 4]]).layout).toMatchObject({shapes: [{fillcolor: fade(light.blue, 0.58)}, {}, {}, {}]}); // prettier-ignore
  });

  it.each([
    ['light', light],
    ['dark', dark],
  ])('can be read on the strongest cells, 4.5 : 1 and more, in the %s', (_, palette) => {
    for (const colour of [palette.blue, palette.orange])
      expect(contrast(palette.paper, colour, 0.58, palette.ink)).toBeGreaterThanOrEqual(4.5);
  });

  it('leaves the shares out where there is no room', () => {
    const eight = Array.from({length: 8}, (_, i) => Array.from({length: 8}, (_, j) => i + j + 1));
    expect(parts(confusionChart(eight)).layout.annotations.some(({text}) => text.includes('%'))).toBe(false);
  });

  it('tells a cell to the pointer', () => {
    const [cells] = parts(figure).data;
    expect(cells.x.slice(0, 4)).toEqual([0, 1, 2, 0]);
    expect(cells.hovertext![1]).toBe('setosa, taken for versicolor: <b>5</b>, 10 % of the row');
  });

  it('takes a Matrix, and writes names as they are', () => {
    const odd = confusionChart(Matrix.from([[1, 0], [0, 1]]), {classNames: ['<b>', '50%{x}']}); // prettier-ignore
    expect(parts(odd).layout.xaxis.ticktext).toEqual(['&#60;b&#62;', '50&#37;{x}']);
    expect(toSvg(odd)).toContain('&#60;b&#62;');
  });

  it.each<[string, number[][], object, string]>([
    ['a matrix that is not square', [[1, 2]], {}, 'counts must be square, got 1 × 2'],
    ['no row', [], {}, 'counts must have at least one row, got none'],
    ['a negative count', [[1, 0], [-1, 2]], {}, 'counts must hold whole numbers of 0 or more, got -1 at row 1, column 0'], // prettier-ignore
    ['a share', [[0.5]], {}, 'counts must hold whole numbers of 0 or more, got 0.5 at row 0, column 0'],
    ['NaN', [[NaN]], {}, 'counts must hold finite numbers, got NaN at row 0, column 0'],
    ['too few names', [[1, 0], [0, 1]], {classNames: ['a']}, 'classNames has 1 name, but there are 2 classes'], // prettier-ignore
  ])('refuses %s', (_, matrix, options, message) => {
    expect(() => confusionChart(matrix, options)).toThrow(new RangeError(message));
  });
});
