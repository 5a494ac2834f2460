import {checkPositive} from '../math/checks';
import {bend, type Point} from './bend';
import {drawing, frame, note, opening} from './frame';
import {count} from './input';
import {plain, say} from './text';
import {fade, light} from './theme';
import type {Annotation, ChartOptions, Figure, Trace} from './types';

/** A layer with its weights, as a trained network has them. */
export interface DrawnLayer {
  /** Shape (inputs, units). */
  readonly weights: {readonly rows: number; readonly columns: number; get(row: number, column: number): number};
  /** Shape (units). */
  readonly biases?: ArrayLike<number>;
}

export interface NetworkDiagramOptions extends ChartOptions {
  /**
   * Names of units, layer by layer: `[['A', 'B'], ['C']]`. Names of more than three letters stand beside their circles.
   * @default x₁ …, a₁ …, ŷ
   */
  labels?: string[][];
  /** The size of the weight that has the broadest edge; give the same to all pictures of a film. @default the largest of all */
  strongest?: number;
}

/** More units than this are not drawn: the first ten, dots, and the last. */
const LIMIT = 12;
/** Points on an edge, which is bent so that edges that cross can be told apart. */
const STEPS = 12;
/** Widths that edges come in. */
const WIDTHS = 6;
/** Letters that fit into a circle, and pixels that one takes beside it. */
const FITTING = 3;
const LETTER = 7.2;

interface Spot {
  layer: number;
  unit: number;
  y: number;
}

interface Edge {
  from: Spot;
  to: Spot;
  weight: number | undefined;
}

/**
 * A network as a graph, from the input on the left to the output on the right. Blue edges add and orange ones subtract,
 * the wider the larger the weight; the value shows under the pointer. Without weights all edges are alike.
 *
 * @param network - A network with weights, or the numbers of units: `{layers: [2, 4, 1]}`, inputs first.
 * @throws {RangeError} If there are fewer than two layers, a layer has no unit, the weights of two layers don't fit each
 *   other, a drawn weight isn't finite, or `labels` has another number of names than a layer has units.
 * @throws {TypeError} If some layers are numbers and others have weights.
 * @example
 * networkDiagram({layers: [2, 4, 1]}, {title: 'One hidden layer of 4'})
 */
export function networkDiagram(
  network: {readonly layers: readonly number[] | readonly DrawnLayer[]},
  options: NetworkDiagramOptions = {},
): Figure {
  const trained = layersWithWeights(network.layers);
  const sizes = trained ? sizesOf(trained) : checkSizes(network.layers as number[]);
  const name = namer(sizes, options.labels);
  const spots = sizes.map(place);
  const most = Math.max(...sizes.map((size) => Math.min(size, LIMIT)), 2);
  const edges = spots
    .slice(1)
    .flatMap((layer, l) =>
      spots[l].flatMap((from) =>
        layer.map((to): Edge => ({from, to, weight: trained?.[l].weights.get(from.unit, to.unit)})),
      ),
    );
  const wild = edges.find(({weight = 0}) => !Number.isFinite(weight));
  if (wild) throw new RangeError(`weights of layer ${wild.to.layer} must be finite, got ${wild.weight}`);
  checkPositive(options.strongest ?? 1, 'strongest');
  const [left, right] = [spots[0], spots[spots.length - 1]].map((layer) => roomBeside(layer, name));
  const crowded = most > 8;
  const layout = frame(
    {title: options.title, subtitle: options.subtitle},
    {
      height: most * (crowded ? 34 : 58) + 76,
      left,
      right,
      maxWidth: 190 * sizes.length + 124 + left + right,
      xaxis: {range: [-0.45, sizes.length - 0.55], showgrid: false, showticklabels: false},
      yaxis: {range: [-most / 2 - 0.15, most / 2 + (crowded ? 1.5 : 0.9)], showgrid: false, showticklabels: false},
      annotations: [
        ...heads(sizes, most),
        ...spots.flatMap((layer, l) => unitNames(layer, name, l === sizes.length - 1, crowded)),
        ...dots(sizes),
      ],
    },
  );
  layout.margin.b = 8;
  const data = [
    ...edgeTraces(edges, crowded, options.strongest ?? (strongestOf(edges) || 1)),
    ...hoverTraces(edges, name),
    units(spots.flat(), name, trained, crowded),
  ];
  return drawing(data, layout, options.alt ?? describe(sizes, edges, options));
}

function layersWithWeights(layers: readonly (number | DrawnLayer)[]): DrawnLayer[] | undefined {
  const trained = layers.filter((layer): layer is DrawnLayer => typeof layer !== 'number');
  if (trained.length === 0) return undefined;
  if (trained.length === layers.length) return trained;
  throw new TypeError('layers must all be numbers or all have weights, got both');
}

function checkSizes(sizes: readonly number[]): number[] {
  if (sizes.length < 2) throw new RangeError(`layers must hold at least 2 sizes, got ${sizes.length}`);
  const bad = sizes.find((size) => !Number.isInteger(size) || size < 1);
  if (bad !== undefined) throw new RangeError(`a layer must have a whole number of units, at least 1, got ${bad}`);
  return [...sizes];
}

function sizesOf(layers: readonly DrawnLayer[]): number[] {
  layers.slice(1).forEach(({weights}, i) => {
    const units = layers[i].weights.columns;
    if (weights.rows !== units) {
      throw new RangeError(
        `layer ${i + 2} has weights for ${weights.rows} inputs, but layer ${i + 1} has ${count(units, 'unit')}`,
      );
    }
  });
  return checkSizes([layers[0].weights.rows, ...layers.map(({weights}) => weights.columns)]);
}

type Namer = (layer: number, unit: number) => string;

function namer(sizes: number[], labels?: string[][]): Namer {
  labels?.forEach((names, layer) => {
    if (names.length === sizes[layer]) return;
    throw new RangeError(
      `labels has ${count(names.length, 'name')} for layer ${layer}, which has ${count(sizes[layer] ?? 0, 'unit')}`,
    );
  });
  return (layer, unit) => {
    const own = labels?.[layer]?.[unit];
    if (own !== undefined) return own;
    if (layer === 0) return `x${below(unit + 1)}`;
    if (layer < sizes.length - 1) return `a${below(unit + 1)}`;
    return sizes[layer] === 1 ? 'ŷ' : `ŷ${below(unit + 1)}`;
  };
}

function below(n: number): string {
  return String(n).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
}

/** Where the units of a layer stand; of many the last slot but one is left to the dots. */
function place(size: number, layer: number): Spot[] {
  const slots = Math.min(size, LIMIT);
  return Array.from({length: slots}, (_, slot) => ({layer, unit: slot, y: (slots - 1) / 2 - slot}))
    .filter(({unit}) => size <= LIMIT || unit !== LIMIT - 2)
    .map((spot) => (size > LIMIT && spot.unit === LIMIT - 1 ? {...spot, unit: size - 1} : spot));
}

function dots(sizes: number[]): Annotation[] {
  return sizes.flatMap((size, layer) => {
    const y = (LIMIT - 1) / 2 - (LIMIT - 2);
    return size > LIMIT ? [note('⋮', {...centred(layer, y), font: {size: 20, color: light.muted}})] : [];
  });
}

function centred(x: number, y: number): Omit<Annotation, 'text'> {
  return {x, y, xref: 'x', yref: 'y', xanchor: 'center', yanchor: 'middle'};
}

function roleOf(layer: number, layers: number): string {
  if (layer === 0) return 'input';
  if (layer === layers - 1) return 'output';
  return layers > 3 ? `hidden ${layer}` : 'hidden';
}

/** Two lines over each layer: what it is, and its size. */
function heads(sizes: number[], most: number): Annotation[] {
  return sizes.flatMap((size, layer) => {
    const place = {...centred(layer, most / 2), yanchor: 'bottom'} as const;
    const bold = {size: 13, color: light.muted, weight: 600};
    return [
      note(roleOf(layer, sizes.length), {...place, yshift: 18, font: bold}),
      note(count(size, 'unit'), {...place, yshift: 1}),
    ];
  });
}

/** Pixels that the names at a side of the picture need: those of the first layer stand left of it, those of the last right. */
function roomBeside(spots: Spot[], name: Namer): number {
  const longest = Math.max(...spots.map(({layer, unit}) => name(layer, unit).length));
  return longest > FITTING ? LETTER * longest : 8;
}

/** Names in the circles or, where one of a layer is too long, beside them all; between two layers below them. */
function unitNames(spots: Spot[], name: Namer, isLast: boolean, crowded: boolean): Annotation[] {
  const radius = crowded ? 13 : 18;
  const isLong = spots.some(({layer, unit}) => name(layer, unit).length > FITTING);
  return spots.map(({layer, unit, y}) => {
    const inside = {...centred(layer, y), font: {size: crowded ? 11 : 14, color: light.ink}};
    const beside: Partial<Annotation> =
      layer === 0
        ? {xanchor: 'right', xshift: -radius - 5}
        : isLast
          ? {xanchor: 'left', xshift: radius + 5}
          : {yanchor: 'top', yshift: -radius};
    return note(plain(name(layer, unit)), isLong ? {...inside, ...beside, font: {size: 13, color: light.ink}} : inside);
  });
}

/** Edges of one colour and width are one trace: a network of 100 weights needs a dozen. */
function edgeTraces(edges: Edge[], crowded: boolean, strongest: number): Trace[] {
  const bundles = new Map<string, Trace>();
  for (const edge of edges) {
    const step = edge.weight === undefined ? 0 : Math.ceil(Math.min(1, Math.abs(edge.weight) / strongest) * WIDTHS);
    const colour = (edge.weight ?? 0) < 0 ? light.orange : light.blue;
    const line =
      edge.weight === undefined
        ? {color: light.axis, width: 1.25}
        : {color: fade(colour, (crowded ? 0.06 : 0.25) + step * 0.11), width: 0.6 + step * (crowded ? 0.5 : 0.85)};
    const key = JSON.stringify(line);
    const bundle = bundles.get(key) ?? bundleOf(line);
    bundles.set(key, bundle);
    const steps = edge.from.y === edge.to.y ? 1 : STEPS;
    for (let k = 0; k <= steps; k++) {
      const {x, y} = along(edge, k / steps);
      bundle.x.push(x);
      bundle.y.push(y);
    }
    bundle.x.push(null);
    bundle.y.push(null);
  }
  return [...bundles.values()].sort((a, b) => (a.line?.width ?? 0) - (b.line?.width ?? 0));
}

function bundleOf(line: Trace['line']): Trace {
  return {type: 'scatter', mode: 'lines', name: 'edges', x: [], y: [], line, hoverinfo: 'skip', showlegend: false};
}

function along({from, to}: Edge, t: number): Point {
  return bend({x: from.layer, y: from.y}, {x: to.layer, y: to.y}, t);
}

/** Points that can't be seen, on the edges, each with its weight for the pointer. */
function hoverTraces(edges: Edge[], name: Namer): Trace[] {
  const weighted = edges.filter(({weight}) => weight !== undefined);
  if (weighted.length === 0) return [];
  const places = weighted.flatMap((edge) => [0.3, 0.5, 0.7].map((t) => ({at: along(edge, t), edge})));
  const told = ({from, to, weight}: Edge): string =>
    `${plain(name(from.layer, from.unit))} → ${plain(name(to.layer, to.unit))}<br>weight <b>${say(weight ?? 0)}</b>`;
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: 'weights',
      x: places.map(({at}) => at.x),
      y: places.map(({at}) => at.y),
      hovertext: places.map(({edge}) => told(edge)),
      marker: {color: fade(light.paper, 0), symbol: 'circle', size: 12, opacity: 1},
      hovertemplate: '%{hovertext}<extra></extra>',
      showlegend: false,
    },
  ];
}

function units(spots: Spot[], name: Namer, trained: DrawnLayer[] | undefined, crowded: boolean): Trace {
  const told = ({layer, unit}: Spot): string => {
    const bias = trained?.[layer - 1]?.biases?.[unit];
    return `${plain(name(layer, unit))}${bias === undefined ? '' : `<br>bias <b>${say(bias)}</b>`}`;
  };
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'units',
    x: spots.map(({layer}) => layer),
    y: spots.map(({y}) => y),
    hovertext: spots.map(told),
    marker: {
      color: light.paper,
      symbol: 'circle',
      size: crowded ? 25 : 36,
      opacity: 1,
      line: {color: light.ink, width: 1.5},
    },
    hovertemplate: '%{hovertext}<extra></extra>',
    cliponaxis: false,
    showlegend: false,
  };
}

function strongestOf(edges: Edge[]): number {
  return edges.reduce((most, {weight}) => Math.max(most, Math.abs(weight ?? 0)), 0);
}

function describe(sizes: number[], edges: Edge[], {labels, ...options}: NetworkDiagramOptions): string {
  const weights = sizes.slice(1).reduce((sum, size, l) => sum + size * sizes[l], 0);
  const list = sizes.map((size) => String(size)).join(', ');
  const strongest = strongestOf(edges);
  const named = (labels ?? []).flatMap((names, layer) =>
    names.length <= LIMIT ? [`${roleOf(layer, sizes.length)} ${names.join(', ')}`] : [],
  );
  const told = [
    `Network with ${list} units from input to output`,
    `each unit is joined to all of the next layer, ${count(weights, 'weight')} in all`,
    ...(edges[0].weight === undefined ? [] : [`the largest weight drawn is ${say(strongest)} in size`]),
    ...(named.length > 0 ? [`units: ${named.join('; ')}`] : []),
  ];
  return `${opening(options)}${told.join('; ')}.`;
}
