import {describe, expect, it} from 'vitest';
import {layGraph, type GraphLayout, type LinkedNode} from '../../src/charts/graphLayout';

/** 'z: w x' is a node z that comes from w and x. */
const graph = (...lines: string[]): LinkedNode[] =>
  lines.map((line) => {
    const [name, ...from] = line.split(/:? /);
    return {name, from};
  });
const columnsOf = ({spots}: GraphLayout) => Object.fromEntries([...spots].map(([name, {x}]) => [name, x]));
const y = ({spots}: GraphLayout, name: string): number => spots.get(name)!.y;
/** The names of a column, from the top. */
const column = ({spots}: GraphLayout, at: number): string[] =>
  [...spots].flatMap(([name, {x}]) => (x === at ? [name] : [])).sort((a, b) => spots.get(b)!.y - spots.get(a)!.y);

const neuron = layGraph(graph('x', 'w', 'y', 'z: w x', 'a: z', 'loss: a y'));
const network = layGraph(
  graph(
    ...['x1', 'x2', 'w11', 'w12', 'w21', 'w22', 'v1', 'v2'],
    ...['z1: x1 w11 x2 w21', 'z2: x1 w12 x2 w22', 'a1: z1', 'a2: z2', 'z: a1 v1 a2 v2', 'a: z'],
  ),
);

describe('layGraph', () => {
  it('places nodes by their longest way from a given one, and those next to their first use', () => {
    expect(columnsOf(neuron)).toEqual({x: 0, w: 0, z: 1, a: 2, y: 2, loss: 3});
    expect(neuron.columns).toBe(4);
    expect(columnsOf(layGraph(graph('x', 'b: x', 'c: b x', 'd: c x')))).toEqual({x: 0, b: 1, c: 2, d: 3});
  });

  it('keeps sources in the order in which a node names them', () => {
    expect(column(neuron, 0)).toEqual(['w', 'x']);
    expect(column(neuron, 2)).toEqual(['a', 'y']);
    expect(column(network, 2)).toEqual(['a1', 'v1', 'a2', 'v2']);
  });

  it('gathers what is used together, so that edges seldom cross', () => {
    const order = column(network, 0);
    expect(order.slice(0, 2).sort()).toEqual(['w11', 'w21']);
    expect(order.slice(2, 4).sort()).toEqual(['x1', 'x2']);
    expect(order.slice(4).sort()).toEqual(['w12', 'w22']);
  });

  it('keeps computed nodes on level lines', () => {
    expect(y(neuron, 'z')).toBe(y(neuron, 'a'));
    expect(y(neuron, 'a')).toBe(y(neuron, 'loss'));
    expect(y(network, 'z1')).toBe(y(network, 'a1'));
    expect(y(network, 'z2')).toBe(y(network, 'a2'));
    expect(Math.abs(y(network, 'a1') + y(network, 'a2') - 2 * y(network, 'z'))).toBeLessThan(0.025); // of heights in hundredths
  });

  it.each([
    ['a neuron', neuron],
    ['a network', network],
  ])('leaves a row for each node: %s', (_, placed) => {
    for (let at = 0; at < placed.columns; at++) {
      const heights = column(placed, at).map((name) => y(placed, name));
      const gaps = heights.slice(1).map((height, i) => heights[i] - height);
      expect(gaps.every((gap) => gap > 0.98)).toBe(true); // heights are rounded to hundredths
    }
  });

  it('leads a long edge past the nodes between its ends', () => {
    const placed = layGraph(graph('x', 'b: x', 'c: b', 'd: c x'));
    const ways = placed.ways.filter((way) => way[0] === placed.spots.get('x'));
    const [long] = ways.filter((way) => way.length > 2);
    expect(long.map(({x}) => x)).toEqual([0, 1, 2, 3]);
    expect(Math.abs(long[1].y - y(placed, 'b'))).toBeGreaterThan(0.6);
    expect(Math.abs(long[2].y - y(placed, 'c'))).toBeGreaterThan(0.6);
  });

  it('leads several long edges of one node the same way until they part', () => {
    const placed = layGraph(graph('x', 'b: x', 'c: b x', 'd: c x'));
    const [short, long] = placed.ways
      .filter((way) => way[0] === placed.spots.get('x') && way.length > 2)
      .sort((a, b) => a.length - b.length);
    expect([short.length, long.length]).toEqual([3, 4]);
    expect(long[1]).toBe(short[1]);
  });

  it('draws a node that is used twice by another as one edge', () => {
    expect(layGraph(graph('a', 'square: a a')).ways).toHaveLength(1);
  });

  it('places a node that nothing is joined to', () => {
    expect(columnsOf(layGraph(graph('x')))).toEqual({x: 0});
    expect(layGraph(graph('a', 'b')).ways).toEqual([]);
  });
});
