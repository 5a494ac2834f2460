import {describe, expect, it} from 'vitest';
import {lineChart} from '../../src/charts/lineChart';
import type {Figure} from '../../src/charts/types';
import {live, show} from '../../src/notebook/show';
import {captureDisplays, htmlOf, textOf} from './capture';

const displays = captureDisplays();
const chart = lineChart({loss: [3, 2, 1]}, {title: 'Down'});

describe('show', () => {
  it('sends each figure as Plotly’s data, as a picture without scripts, and in words', () => {
    show(chart, chart);
    expect(displays).toHaveLength(2);
    const [{content}] = displays;
    expect(content.data['application/vnd.plotly.v1+json']).toEqual(chart);
    expect(htmlOf(displays[0])).toContain('<svg');
    expect(htmlOf(displays[0])).not.toContain('<script');
    expect(textOf(displays[0])).toBe(chart.alt);
  });

  it.each([undefined, 7, {}, {data: []}, {data: [], layout: {}}])('refuses %j, which is no chart', (wrong) => {
    expect(() => show(wrong as unknown as Figure)).toThrow('show takes charts such as lineChart(…) returns');
  });
});

describe('live', () => {
  it('redraws the same output', async () => {
    const shown = live(chart);
    const next = lineChart({loss: [3, 2, 1, 0.5]});
    shown.update(next);
    await expect.poll(() => displays.length).toBe(2);
    expect(displays[1].update).toBe(true);
    expect(displays[1].content.data['application/vnd.plotly.v1+json']).toEqual(next);
  });
});
