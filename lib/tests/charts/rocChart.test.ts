import {describe, expect, it} from 'vitest';
import {film} from '../../src/charts/film';
import {rocChart, type DrawnRocCurve} from '../../src/charts/rocChart';
import {parts, roc} from './examples';

const dotAt = (threshold?: number): unknown[] => {
  const {x, y} = parts(rocChart(roc, {threshold})).data.find(({name}) => name === 'threshold')!;
  return [x[0], y[0]];
};
const nameOf = (threshold: number) =>
  parts(rocChart(roc, {threshold})).layout.annotations.find(({text}) => text.startsWith('threshold'));

describe('rocChart', () => {
  it('says the area and what the threshold finds', () => {
    expect(rocChart(roc, {title: 'Finds for alarms'}).alt).toBe(
      'Finds for alarms. ROC curve with area 0.750. At threshold 0.5, 50 % of the positives are found and 50 % of the negatives are false alarms.',
    );
    expect(rocChart(roc, {alt: 'mine'}).alt).toBe('mine');
  });

  it('puts the dot where a sample is taken for positive from the threshold on, 0.5 unless told', () => {
    expect(dotAt()).toEqual([0.5, 0.5]);
    expect(dotAt(0.9)).toEqual([0, 0.5]);
    expect(dotAt(0.89)).toEqual([0, 0.5]);
    expect(dotAt(0.4)).toEqual([0.5, 1]);
    expect(dotAt(0.39)).toEqual([0.5, 1]);
    expect(dotAt(0)).toEqual([1, 1]);
    expect(dotAt(1)).toEqual([0, 0]);
    expect(dotAt(Infinity)).toEqual([0, 0]);
  });

  it('takes nothing for positive above the highest threshold, also of a curve without Infinity', () => {
    const cut = {...roc, falsePositiveRate: [0, 0.5], truePositiveRate: [0.5, 0.5], thresholds: [0.9, 0.6]};
    expect(rocChart(cut, {threshold: 0.95}).alt).toContain('At threshold 0.95, 0 % of the positives are found and 0 %');
  });

  it('writes the area, and the threshold beside the dot, inside the picture', () => {
    expect(parts(rocChart(roc)).layout.annotations.map(({text}) => text)).toContain(
      '<b>0.750</b> area under the curve',
    );
    expect(nameOf(0.9)).toMatchObject({text: 'threshold 0.9', xanchor: 'left', yanchor: 'top'});
    expect(nameOf(0)).toMatchObject({xanchor: 'right', yanchor: 'top'});
    expect(nameOf(1)).toMatchObject({xanchor: 'left', yanchor: 'bottom'});
  });

  it('is a square, with the curve as it is given and its thresholds for the pointer', () => {
    const {data, layout} = parts(rocChart(roc));
    expect(layout.meta.aspect).toBe(1);
    const curve = data.find(({name}) => name === 'curve')!;
    expect(curve).toMatchObject({x: roc.falsePositiveRate, y: roc.truePositiveRate});
    expect(curve.hovertext).toEqual(['above all', '0.9', '0.6', '0.4', '0.2']);
  });

  it('makes a film whose frames move the dot only', () => {
    const {frames, data} = parts(
      film([0.8, 0.5, 0.3].map((threshold) => ({name: String(threshold), figure: rocChart(roc, {threshold})}))),
    );
    expect(frames!.map(({traces}) => traces.map((k) => data[k].name))).toEqual(Array(3).fill(['threshold']));
    expect(frames!.map(({layout}) => Object.keys(layout!))).toEqual(Array(3).fill(['annotations']));
  });

  it.each<[string, Partial<DrawnRocCurve>, object, string]>([
    ['lists of different length', {thresholds: [1, 0]}, {}, 'the lists of a ROC curve must be equally long, got 5 false positive rates, 5 true positive rates and 2 thresholds'], // prettier-ignore
    ['one point', {falsePositiveRate: [0], truePositiveRate: [0], thresholds: [1]}, {}, 'a ROC curve must have at least 2 points, got 1'], // prettier-ignore
    ['a rate above 1', {truePositiveRate: [0, 0.5, 0.5, 50, 1]}, {}, 'truePositiveRate must lie between 0 and 1, got 50 at index 3'], // prettier-ignore
    ['a rate below 0', {falsePositiveRate: [0, 0, -0.5, 0.5, 1]}, {}, 'falsePositiveRate must lie between 0 and 1, got -0.5 at index 2'], // prettier-ignore
    ['rising thresholds', {thresholds: [1, 0.8, 0.9, 0.3, 0.1]}, {}, 'thresholds must fall, got 0.9 at index 2'],
    ['a threshold of NaN in the list', {thresholds: [NaN, 0.8, 0.7, 0.3, 0.1]}, {}, 'thresholds must fall, got NaN at index 0'], // prettier-ignore
    ['an area above 1', {area: 1.5}, {}, 'area must lie between 0 and 1, got 1.5'],
    ['no area', {area: undefined}, {}, 'area must lie between 0 and 1, got undefined'],
    ['a threshold of NaN', {}, {threshold: NaN}, 'threshold must be a number, got NaN'],
  ])('refuses %s', (_, part, options, message) => {
    expect(() => rocChart({...roc, ...part}, options)).toThrow(new RangeError(message));
  });
});
