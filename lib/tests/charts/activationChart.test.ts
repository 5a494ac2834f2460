import {describe, expect, it} from 'vitest';
import {activationChart} from '../../src/charts/activationChart';
import {legendRows} from '../../src/charts/fit';
import {binaryStep, relu, sigmoid, tanh} from '../../src/neurons/activations';
import {parts} from './examples';

describe('activationChart', () => {
  it('draws output and slope at the same net inputs', () => {
    const [slope, output] = parts(activationChart(tanh)).data;
    const at = output.x.indexOf(2);
    expect(output.y[at]).toBeCloseTo(Math.tanh(2), 4);
    expect(slope.y[at]).toBeCloseTo(1 - Math.tanh(2) * Math.tanh(2), 4);
    expect(slope.x).toEqual(output.x);
  });

  it('lets a step jump at 0, not before', () => {
    const [, output] = parts(activationChart(binaryStep)).data;
    const zero = output.x.indexOf(0);
    expect([output.y[zero - 1], output.y[zero]]).toEqual([0, 1]);
    expect(output.x[zero - 1]).toBeGreaterThan(-1e-6);
    const [slope] = parts(activationChart(relu)).data; // 0 at 0 itself
    expect([slope.y[zero], slope.y[zero + 1]]).toEqual([0, 1]);
    expect(slope.x[zero + 1]).toBeLessThan(1e-6);
  });

  it('names the output before its slope', () => {
    const {data, layout} = parts(activationChart(tanh));
    expect(legendRows(data, layout, 600)[0].map(({trace}) => trace.name)).toEqual(['output', 'slope']);
  });

  it('is as many times steeper as you say, and says so', () => {
    const figure = activationChart(sigmoid, {steepness: 4, tangents: [0]});
    const [slope, output] = parts(figure).data;
    expect(slope.y[slope.x.indexOf(0)]).toBe(1);
    expect(output.y[output.x.indexOf(0.5)]).toBeCloseTo(sigmoid.value(2), 4);
    expect(figure.alt).toContain('sigmoid(4 z). Output of sigmoid(4 z) over the net input');
    expect(figure.alt).toContain('tangents with slope 1 at 0');
    expect(() => activationChart(sigmoid, {steepness: NaN})).toThrow('steepness must be a finite number, got NaN');
  });

  it('has one frame for all activations, with a band from 0 to 1', () => {
    const [a, b] = [parts(activationChart(relu)).layout, parts(activationChart(sigmoid)).layout];
    expect([a.xaxis.range, a.yaxis.range]).toEqual([b.xaxis.range, b.yaxis.range]);
    expect(a.shapes[0]).toMatchObject({type: 'rect', y0: 0, y1: 1});
    expect(parts(activationChart(relu, {yRange: [0, 1]})).layout.yaxis.range).toEqual([0, 1]);
  });

  it('draws tangents that touch with the slope of the curve', () => {
    const figure = activationChart(sigmoid, {tangents: [0, 2]});
    const [, atZero] = parts(figure).layout.shapes;
    expect((atZero.y1 - atZero.y0) / (atZero.x1 - atZero.x0)).toBeCloseTo(0.25, 12);
    expect((atZero.y0 + atZero.y1) / 2).toBeCloseTo(0.5, 12);
    expect(figure.alt).toContain('tangents with slope 0.25 at 0, 0.105 at 2');
  });

  it('refuses a tangent outside of the picture', () => {
    expect(() => activationChart(sigmoid, {tangents: [6]})).toThrow('tangents must lie between -5 and 5, got 6');
  });
});
