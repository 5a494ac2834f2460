import {describe, expect, it} from 'vitest';
import {computationGraph, type GraphNode} from '../../src/charts/computationGraph';
import {film} from '../../src/charts/film';
import {frameOf} from '../../src/charts/fit';
import {toSvg} from '../../src/charts/svg';
import {light} from '../../src/charts/theme';
import type {Figure} from '../../src/charts/types';
import {neuron, parts} from './examples';

const trace = (figure: Figure, name: string) => parts(figure).data.find((one) => one.name === name)!;
const texts = (figure: Figure, colour: string): string[] =>
  parts(figure).layout.annotations.flatMap(({text, font}) => (font?.color === colour ? [text] : []));
const noteOf = (figure: Figure, text: string) => parts(figure).layout.annotations.find((one) => one.text === text)!;
/** The neuron after some steps of the forward pass, from the front, and of the backward pass, from the end. */
const pass = (forward: number, backward: number): Figure =>
  computationGraph(
    neuron.map(({name, value, slope, from}, i) => ({
      ...{name, from},
      value: i < forward ? value : undefined,
      slope: i >= neuron.length - backward ? slope : undefined,
    })),
  );

describe('computationGraph', () => {
  it('draws given nodes as squares, computed ones as circles, and every edge', () => {
    const figure = computationGraph(neuron);
    expect(trace(figure, 'given').x).toEqual([0, 0, 2]);
    expect(trace(figure, 'given').marker!.symbol).toBe('square');
    expect(trace(figure, 'computed').x).toEqual([1, 2, 3]);
    expect(trace(figure, 'computed').marker!.symbol).toBe('circle');
    expect(trace(figure, 'edges').x.filter((x) => x === null)).toHaveLength(5);
  });

  it('has an arrow into each computed node', () => {
    const figure = computationGraph(neuron);
    const {x, y} = trace(figure, 'arrows');
    const computed = trace(figure, 'computed');
    expect([...x].sort()).toEqual(computed.x);
    expect(y.every((one) => computed.y.includes(one))).toBe(true);
  });

  it('writes values above the nodes in blue, slopes below them in orange', () => {
    const figure = computationGraph(neuron);
    expect(texts(figure, light.blue)).toEqual(['forward → values, above', '0.5', '2', '0', '1', '2', '4']);
    expect(texts(figure, light.orange)).toEqual(['backward ← slopes of loss, below', '16', '4', '−4', '8', '4', '1']);
    expect(noteOf(figure, '0.5')).toMatchObject({yanchor: 'bottom', x: 0});
    expect(noteOf(figure, '0.5').yshift).toBeGreaterThan(0);
    expect(noteOf(figure, '16')).toMatchObject({yanchor: 'top', x: 0, y: noteOf(figure, '0.5').y});
    expect(noteOf(figure, '16').yshift).toBeLessThan(0);
  });

  it('writes three digits, and shows four under the pointer', () => {
    const figure = computationGraph([
      {name: 'z', value: 0.64567},
      {name: 'a', value: 1234.567, slope: -0.0812345, from: ['z']},
    ]);
    expect(texts(figure, light.blue).slice(1)).toEqual(['0.646', '1235']);
    expect(texts(figure, light.orange).slice(1)).toEqual(['−0.0812']);
    expect(trace(figure, 'given').hovertext).toEqual(['z<br>value <b>0.6457</b>']);
    expect(trace(figure, 'computed').hovertext).toEqual(['a<br>value <b>1235</b><br>∂a/∂a <b>−0.08123</b>']);
  });

  it('shows nothing where a pass has not been yet', () => {
    expect(parts(pass(0, 0)).layout.annotations.map(({text}) => text)).toEqual(neuron.map(({name}) => name));
    expect(texts(pass(2, 0), light.blue)).toEqual(['forward → values, above', '0.5', '2']);
    expect(texts(pass(6, 0), light.orange)).toEqual([]);
    expect(texts(pass(6, 1), light.orange)).toEqual(['backward ← slopes of loss, below', '1']);
    expect(trace(pass(1, 0), 'given').hovertext).toEqual(['w<br>value <b>0.5</b>', 'x', 'y']);
  });

  it('makes a film in which only the numbers change', () => {
    const figures = [pass(0, 0), pass(6, 0), pass(6, 6)];
    const whole = parts(film(figures.map((figure, i) => ({name: `${i}`, figure}))));
    figures.forEach((figure, i) => expect(frameOf(whole, i).data).toEqual(figure.data));
    expect(whole.layout.yaxis.range).toEqual(parts(figures[0]).layout.yaxis.range);
    const changing = whole.frames!.flatMap(({data}) => data.flatMap((one) => Object.keys(one)));
    expect([...new Set(changing)]).toEqual(['hovertext']);
  });

  it('has room for everything: nodes, and edges that are led past them', () => {
    const nodes: GraphNode[] = [
      {name: 'x'},
      ...['b', 'c', 'd'].map((name, i, all) => ({name, from: [all[i - 1] ?? 'x', 'x']})),
    ];
    const figure = computationGraph(nodes);
    const [low, high] = parts(figure).layout.yaxis.range;
    for (const name of ['edges', 'given', 'computed']) {
      const heights = trace(figure, name).y.filter((y) => y !== null);
      expect(Math.min(...heights)).toBeGreaterThan(low + 0.49);
      expect(Math.max(...heights)).toBeLessThan(high - 0.49);
    }
  });

  it('writes long names above the values, where there is room for them', () => {
    const nodes = (name: string): GraphNode[] => [{name: 'a'}, {name, value: 1, from: ['a']}];
    const [short, long] = [computationGraph(nodes('error')), computationGraph(nodes('squared error'))];
    expect(noteOf(short, 'error').yanchor).toBe('middle');
    expect(noteOf(long, 'squared error').yshift).toBeGreaterThan(noteOf(long, '1').yshift! + 12);
    expect(parts(long).layout.height).toBeGreaterThan(parts(short).layout.height);
  });

  it('takes names as plain text', () => {
    const figure = computationGraph([{name: '<i>', value: 1, slope: 1}], {title: '<b>'});
    expect(JSON.stringify([parts(figure).layout, parts(figure).data])).not.toMatch(/<i>|∂<b>/);
    expect(toSvg(figure)).not.toContain('<i>');
  });

  it('tells all of it in words', () => {
    expect(computationGraph(neuron, {title: 'There and back'}).alt).toBe(
      'There and back. Computational graph, from what is given to loss: w = 0.5, slope of loss 16; x = 2, slope of loss 4; ' +
        'y = 0, slope of loss −4; z from w, x = 1, slope of loss 8; a from z = 2, slope of loss 4; ' +
        'loss from a, y = 4, slope of loss 1.',
    );
    expect(computationGraph(neuron, {alt: 'mine'}).alt).toBe('mine');
  });

  it.each<[GraphNode[], string]>([
    [[], 'nodes must have at least one node, got none'],
    [[{name: 'x'}, {name: 'x'}], "nodes must have different names, got 'x' twice"],
    [[{name: 'z', from: ['w']}], "'z' must come from nodes of the graph, got 'w'"],
    [[{name: 'z', from: ['w']}, {name: 'w'}], "'z' must stand after the nodes it comes from, got 'w' after it"],
    [[{name: 'z', from: ['z']}], "'z' must come from other nodes, got itself"],
    [[{name: 'x', value: NaN}], "the value of 'x' must be finite, got NaN"],
    [[{name: 'x', value: 1, slope: -Infinity}], "the slope of 'x' must be finite, got -Infinity"],
  ])('refuses %#', (nodes, message) => {
    expect(() => computationGraph(nodes)).toThrow(new RangeError(message));
  });
});
