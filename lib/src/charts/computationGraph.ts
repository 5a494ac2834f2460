import {bend, type Point} from './bend';
import {drawing, frame, note, opening} from './frame';
import {layGraph, type GraphLayout, type Spot} from './graphLayout';
import {plain, say} from './text';
import {light} from './theme';
import type {Annotation, ChartOptions, Figure, Trace} from './types';

/** A number in a computation, and what it was computed from. */
export interface GraphNode {
  name: string;
  /** Shown above the node; nothing where the forward pass hasn't been yet. */
  value?: number;
  /** ∂last/∂node, shown below the node; nothing where the backward pass hasn't been yet. */
  slope?: number;
  /** Names of the nodes that it is computed from. @default none: it is given, as data and weights are */
  from?: string[];
}

/** Pixels for a row: a node, with a line of text above it and one below. */
const ROW = 86;
/** Rows that the two lines of the key need. */
const KEY = 0.6;
/** Letters that fit into a node; a longer name stands above it. */
const FITTING = 5;
const RADIUS = 19;
/** With more columns the numbers are smaller. */
const ROOMY = 4;
/** Lines that a curved edge is drawn with. */
const STEPS = 16;
/** Columns that an edge runs level for, past the text of the node it leaves and into the arrow it ends in. */
const LEAVE = 0.3;
const ARRIVE = 0.3;

/**
 * A computation as a graph, from the given numbers (squares) by the computed ones (circles) to the last, usually the
 * loss. The forward pass is read to the right above the nodes, in blue: values; the backward pass to the left below
 * them, in orange: slopes of the last node, ∂last/∂node. Nodes without `value` or `slope` show none, so that a film can
 * let them appear one by one.
 *
 * @param nodes - Each after those that it comes from; about 5 to 16 can be read.
 * @throws {RangeError} If there is no node, two have the same name, a node comes from one that isn't there or stands
 *   after it, or a value or slope isn't finite.
 * @example
 * computationGraph([
 *   {name: 'x', value: 2, slope: 3},
 *   {name: 'w', value: 3, slope: 2},
 *   {name: 'z', value: 6, slope: 1, from: ['w', 'x']},
 * ])
 */
export function computationGraph(nodes: readonly GraphNode[], options: ChartOptions = {}): Figure {
  checkNodes(nodes);
  const placed = layGraph(nodes.map(({name, from = []}) => ({name, from})));
  const heights = [...placed.spots.values(), ...placed.ways.flat()].map(({y}) => y);
  const isLong = nodes.some(({name}) => name.length > FITTING);
  const [low, high] = [Math.min(...heights) - 0.5, Math.max(...heights) + 0.5 + KEY + (isLong ? 0.2 : 0)];
  const layout = frame(
    {title: options.title, subtitle: options.subtitle},
    {
      height: ROW * (high - low) + 18,
      left: 8,
      right: 8,
      maxWidth: 150 * placed.columns + 16,
      xaxis: {range: [-0.44, placed.columns - 0.56], showgrid: false, showticklabels: false},
      yaxis: {range: [low, high], showgrid: false, showticklabels: false},
      annotations: [
        ...key(nodes),
        ...nodes.flatMap((node) => texts(node, placed.spots.get(node.name)!, placed.columns > ROOMY ? 12 : 13)),
      ],
    },
  );
  layout.margin.b = 8;
  const data = [
    edges(placed),
    arrows(placed),
    circles('given', nodes, placed, lastOf(nodes)),
    circles('computed', nodes, placed, lastOf(nodes)),
  ];
  return drawing(data, layout, options.alt ?? `${opening(options)}${describe(nodes)}`);
}

function checkNodes(nodes: readonly GraphNode[]): void {
  if (nodes.length === 0) throw new RangeError('nodes must have at least one node, got none');
  const names = new Set(nodes.map(({name}) => name));
  const before = new Set<string>();
  for (const {name, value = 0, slope = 0, from = []} of nodes) {
    if (before.has(name)) throw new RangeError(`nodes must have different names, got '${name}' twice`);
    if (!Number.isFinite(value)) throw new RangeError(`the value of '${name}' must be finite, got ${value}`);
    if (!Number.isFinite(slope)) throw new RangeError(`the slope of '${name}' must be finite, got ${slope}`);
    for (const source of from) {
      if (source === name) throw new RangeError(`'${name}' must come from other nodes, got itself`);
      if (!names.has(source)) throw new RangeError(`'${name}' must come from nodes of the graph, got '${source}'`);
      if (!before.has(source))
        throw new RangeError(`'${name}' must stand after the nodes it comes from, got '${source}' after it`);
    }
    before.add(name);
  }
}

function lastOf(nodes: readonly GraphNode[]): string {
  return nodes[nodes.length - 1].name;
}

/** Two lines at the top left, each only once there is something to read: where to look, and in which direction. */
function key(nodes: readonly GraphNode[]): Annotation[] {
  const place = {x: 0, xref: 'x domain', xanchor: 'left', y: 1, yref: 'y domain', yanchor: 'top', xshift: -6} as const;
  const line = (text: string, color: string, yshift: number): Annotation =>
    note(text, {...place, yshift, font: {size: 13, color}});
  return [
    ...(nodes.some(({value}) => value !== undefined) ? [line('forward → values, above', light.blue, 0)] : []),
    ...(nodes.some(({slope}) => slope !== undefined)
      ? [line(`backward ← slopes of ${plain(lastOf(nodes))}, below`, light.orange, -19)]
      : []),
  ];
}

/** Name, value and slope of a node. */
function texts({name, value, slope}: GraphNode, {x, y}: Spot, size: number): Annotation[] {
  const place = {x, xref: 'x', xanchor: 'center', y, yref: 'y', yanchor: 'middle'} as const;
  const above = {...place, yanchor: 'bottom', yshift: RADIUS} as const;
  const below = {...place, yanchor: 'top', yshift: -RADIUS} as const;
  const fits = name.length <= FITTING;
  return [
    note(plain(name), {...(fits ? place : {...above, yshift: RADIUS + 16}), font: {size: 13, color: light.ink}}),
    ...(value === undefined ? [] : [note(brief(value), {...above, font: {size, color: light.blue}})]),
    ...(slope === undefined ? [] : [note(brief(slope), {...below, font: {size, color: light.orange}})]),
  ];
}

/** Three digits, so that neighbours don't meet; the pointer shows four. */
function brief(value: number): string {
  return say(Math.abs(value) < 100 ? Number(value.toPrecision(3)) : value);
}

function edges({ways}: GraphLayout): Trace {
  const points = ways.flatMap((way) => [...way.slice(1).flatMap((to, i) => curve(way[i], to)), {x: null, y: null}]);
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'edges',
    x: points.map(({x}) => x),
    y: points.map(({y}) => y),
    line: {color: light.axis, width: 1.5},
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** An edge from one column to the next. */
function curve(from: Spot, to: Spot): Point[] {
  if (from.y === to.y) return [from, to];
  const [start, end] = [
    {x: from.x + LEAVE, y: from.y},
    {x: to.x - ARRIVE, y: to.y},
  ];
  return [from, ...Array.from({length: STEPS + 1}, (_, k) => bend(start, end, k / STEPS)), to];
}

/** One for each node that edges lead to: they all arrive level, from the left. */
function arrows({ways}: GraphLayout): Trace {
  const ends = [...new Set(ways.map((way) => way[way.length - 1]))];
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'arrows',
    x: ends.map(({x}) => x),
    y: ends.map(({y}) => y),
    marker: {color: light.muted, symbol: 'arrow', size: 11, opacity: 1, angle: 90, standoff: RADIUS + 1},
    hoverinfo: 'skip',
    showlegend: false,
  };
}

function circles(kind: 'given' | 'computed', nodes: readonly GraphNode[], {spots}: GraphLayout, last: string): Trace {
  const own = nodes.filter(({from = []}) => (kind === 'given') === (from.length === 0));
  const told = ({name, value, slope}: GraphNode): string =>
    [
      plain(name),
      ...(value === undefined ? [] : [`value <b>${say(value)}</b>`]),
      ...(slope === undefined ? [] : [`∂${plain(last)}/∂${plain(name)} <b>${say(slope)}</b>`]),
    ].join('<br>');
  return {
    type: 'scatter',
    mode: 'markers',
    name: kind,
    x: own.map(({name}) => spots.get(name)!.x),
    y: own.map(({name}) => spots.get(name)!.y),
    hovertext: own.map(told),
    marker: {
      color: light.paper,
      symbol: kind === 'given' ? 'square' : 'circle',
      size: kind === 'given' ? 2 * RADIUS - 4 : 2 * RADIUS,
      opacity: 1,
      line: {color: light.ink, width: 1.5},
    },
    hovertemplate: '%{hovertext}<extra></extra>',
    cliponaxis: false,
    showlegend: false,
  };
}

function describe(nodes: readonly GraphNode[]): string {
  const last = lastOf(nodes);
  const told = nodes.map(({name, value, slope, from = []}) =>
    [
      `${name}${from.length > 0 ? ` from ${from.join(', ')}` : ''}${value === undefined ? '' : ` = ${say(value)}`}`,
      ...(slope === undefined ? [] : [`slope of ${last} ${say(slope)}`]),
    ].join(', '),
  );
  return `Computational graph, from what is given to ${last}: ${told.join('; ')}.`;
}
