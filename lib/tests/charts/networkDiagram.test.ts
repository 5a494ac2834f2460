import {describe, expect, it} from 'vitest';
import {networkDiagram, type DrawnLayer} from '../../src/charts/networkDiagram';
import {toSvg} from '../../src/charts/svg';
import {light} from '../../src/charts/theme';
import {Matrix} from '../../src/math/matrix';
import {tanh} from '../../src/neurons/activations';
import {dense} from '../../src/neurons/layers';
import {Network} from '../../src/trainers/network';
import {parts} from './examples';

const layers: DrawnLayer[] = [
  {weights: Matrix.from([[1, -2], [0.5, 4]]), biases: [0.25, -1]}, // prettier-ignore
  {weights: Matrix.from([[3], [-0.1]])}, // prettier-ignore
];
const named = (figure: ReturnType<typeof networkDiagram>, name: string) =>
  parts(figure).data.filter((trace) => trace.name === name);

describe('networkDiagram', () => {
  it('draws every unit, and an edge for every pair of neighbouring layers', () => {
    const figure = networkDiagram({layers: [3, 4, 2]});
    expect(named(figure, 'units')[0].x).toHaveLength(9);
    const ends = named(figure, 'edges')[0].x.filter((x) => x === null);
    expect(ends).toHaveLength(3 * 4 + 4 * 2);
    expect(figure.alt).toContain('3, 4, 2 units from input to output');
    expect(figure.alt).toContain('20 weights in all');
  });

  it('shows weights by colour and width, and their values under the pointer', () => {
    const figure = networkDiagram({layers});
    const edges = named(figure, 'edges');
    expect(edges.some(({line}) => line!.color!.startsWith(light.orange))).toBe(true);
    const widest = edges[edges.length - 1];
    expect(widest.line!.color!.startsWith(light.blue)).toBe(true); // the weight 4
    const [hover] = named(figure, 'weights');
    expect(hover.hovertext).toContain('x₁ → a₂<br>weight <b>−2</b>');
    expect(hover.hovertext).toHaveLength(3 * 6);
    expect(named(figure, 'units')[0].hovertext).toContain('a₂<br>bias <b>−1</b>');
    expect(figure.alt).toContain('the largest weight drawn is 4 in size');
  });

  it('takes a network as it is, and draws what it has learned', () => {
    const network = new Network({inputs: 2, layers: [dense(3, tanh), dense(1, tanh, {bias: false})], epochs: 2});
    const before = networkDiagram(network);
    network.fit([[0, 1], [1, 0]], [[0.5], [-0.5]]); // prettier-ignore
    const after = networkDiagram(network);
    expect(after).toEqual(networkDiagram({layers: network.layers}));
    expect(after.alt).toContain('2, 3, 1 units from input to output');
    expect(named(after, 'weights')[0].hovertext).not.toEqual(named(before, 'weights')[0].hovertext);
  });

  it('draws weights that are all zero', () => {
    const figure = networkDiagram({layers: [{weights: Matrix.from([[0], [0]])}]}); // prettier-ignore
    expect(figure.alt).toContain('the largest weight drawn is 0 in size');
    expect(named(figure, 'edges').every(({line}) => line!.width! > 0)).toBe(true);
  });

  it('leaves out of still pictures what is there for the pointer only', () => {
    const points = toSvg(networkDiagram({layers: [{weights: Matrix.from([[1]])}]})).match(/a[\d.]+ [\d.]+ 0 1 0/g);
    expect(points).toHaveLength(2); // the circles of two units
  });

  it('leaves out units beyond twelve, but never the last', () => {
    const figure = networkDiagram({layers: [30, 12, 2]});
    const {x, hovertext} = named(figure, 'units')[0];
    expect(x.filter((layer) => layer === 0)).toHaveLength(11);
    expect(x.filter((layer) => layer === 1)).toHaveLength(12);
    expect(hovertext).toContain('x₃₀');
    expect(hovertext).not.toContain('x₁₁');
    expect(parts(figure).layout.annotations.filter(({text}) => text === '⋮')).toHaveLength(1);
  });

  it('takes names for the units, as plain text', () => {
    const figure = networkDiagram({layers: [1, 1]}, {labels: [['<i>'], ['B']]});
    const texts = parts(figure).layout.annotations.map(({text}) => text);
    expect(texts).toContain('B');
    expect(texts).not.toContain('<i>');
    expect(toSvg(figure)).not.toContain('<i>');
  });

  it('puts long names beside the circles, where there is room for them', () => {
    const labels = [['petal width', 'b'], ['or'], ['setosa']]; // prettier-ignore
    const figure = networkDiagram({layers: [2, 1, 1]}, {labels});
    const {annotations, margin} = parts(figure).layout;
    const anchorOf = (name: string) => annotations.find(({text}) => text === name)?.xanchor;
    expect(['petal width', 'b', 'or', 'setosa'].map(anchorOf)).toEqual(['right', 'right', 'center', 'left']);
    expect(margin.l).toBeGreaterThan(70);
    expect(margin.r).toBeGreaterThan(40);
    expect(figure.alt).toContain('units: input petal width, b; hidden or; output setosa.');
  });

  it('refuses layers of two kinds', () => {
    expect(() => networkDiagram({layers: [2, layers[1]] as DrawnLayer[]})).toThrow(
      new TypeError('layers must all be numbers or all have weights, got both'),
    );
  });

  it.each([
    [{layers: []}, {}, 'layers must hold at least 2 sizes, got 0'],
    [{layers: [{weights: Matrix.from([[NaN]])}]}, {}, 'weights of layer 1 must be finite, got NaN'],
    [{layers: [3]}, {}, 'layers must hold at least 2 sizes, got 1'],
    [{layers: [3, 0]}, {}, 'a layer must have a whole number of units, at least 1, got 0'],
    [
      {layers: [layers[0], layers[0], layers[1]].slice(1).reverse()},
      {},
      'layer 2 has weights for 2 inputs, but layer 1 has 1 unit',
    ],
    [{layers: [2, 1]}, {labels: [['A'], ['B']]}, 'labels has 1 name for layer 0, which has 2 units'],
  ])('refuses %#', (network, options, message) => {
    expect(() => networkDiagram(network as {layers: number[]}, options)).toThrow(new RangeError(message));
  });

  it('draws a weight equally wide in every picture that names the same strongest one', () => {
    const widthOf = (weights: number[][], strongest?: number): number[] =>
      parts(networkDiagram({layers: [{weights: Matrix.from(weights)}]}, {strongest}))
        .data.filter(({name}) => name === 'edges')
        .map(({line}) => line!.width!);
    expect(widthOf([[1]], 2)[0]).toBe(widthOf([[1, 2]])[0]);
    expect(widthOf([[1]])[0]).toBeGreaterThan(widthOf([[1]], 2)[0]);
    expect(widthOf([[9]], 2)).toEqual(widthOf([[2]], 2)); // never broader than the broadest
    expect(() => widthOf([[1]], 0)).toThrow('strongest must be a positive number, got 0');
  });
});
