import {checkLabels, checkSamples} from '../math/checks';
import {Matrix, type MatrixLike, type VectorLike} from '../math/matrix';
import {drawing, frame, opening} from './frame';
import {distinct, extent, short} from './input';
import {lattice, positivePart, zeroLine, type Paths} from './isoline';
import {classPoints, isCrowded, PLANE, sampleRanges} from './scatterChart';
import {say} from './text';
import {CLASSES, cycle, diverging, fade, light} from './theme';
import type {ChartOptions, Figure, Range, Trace} from './types';

/** What a chart asks of a model of two features; every trainer of the course is one. */
export interface RegionModel {
  /** Labels, shape (samples,), or the outputs of a network, shape (samples, outputs). */
  predict(X: number[][]): VectorLike | MatrixLike;
  /** Shape (samples, classes), or the probability of the second class. */
  predictProba?(X: number[][]): VectorLike | MatrixLike;
  /** Above zero for the second of two labels. Shape (samples,). */
  netInput?(X: number[][]): VectorLike;
  readonly classes_?: VectorLike;
}

/** A single neuron, which answers one row at a time. */
export interface RegionNeuron {
  netInput(x: number[]): number;
  output(x: number[]): number;
  readonly activation: {readonly name: string};
}

export interface DecisionRegionsOptions extends ChartOptions {
  /** Points asked along each side. @default 60 */
  resolution?: number;
  /** A name for each label, in rising order of the labels. @default 'class 0', 'class 1' … */
  classNames?: string[];
  /** Least and greatest x₁, least and greatest x₂. @default what the samples need */
  ranges?: [Range, Range];
  /** Rows of X that get a ring. @default none */
  mark?: number[];
}

/** Heat maps hold whole numbers up to this: more than the eye tells apart, and a third of the digits. */
const LEVELS = 250;
/** Fewer samples than this, such as the four of a gate, stand in the middle of the picture, with ground around them. */
const FEW = 10;
/** How strong flat regions are. */
const VEIL = 0.28;

/**
 * What a model, or a single neuron, answers everywhere, and the samples on top. Where it gives probabilities the field is soft, paler where the model
 * is less sure; else it is flat. The boundary is a crisp line, and a straight one exactly so.
 *
 * @param answering A model that was fitted, or a neuron with two weights.
 * @param X Shape (samples, 2).
 * @param y Shape (samples,), any numbers as labels.
 * @throws RangeError if X hasn't two columns, X and y differ in length, or a value isn't finite
 * @example
 * decisionRegions(model, X, y, {title: 'One straight line', classNames: ['setosa', 'versicolor']})
 */
export function decisionRegions(
  answering: RegionModel | RegionNeuron,
  X: MatrixLike,
  y: VectorLike,
  options: DecisionRegionsOptions = {},
): Figure {
  const {classNames, resolution = 60, xLabel = 'x₁', yLabel = 'x₂'} = options;
  if (!Number.isInteger(resolution) || resolution < 2) {
    throw new RangeError(`resolution must be a whole number of at least 2, got ${resolution}`);
  }
  const model = 'predict' in answering ? answering : asModel(answering);
  const matrix = checkSamples(X);
  if (matrix.columns !== 2) throw new RangeError(`X must have 2 columns, got ${matrix.columns}`);
  const rows = matrix.toArrays();
  const truth = Array.from(checkLabels(y, matrix));
  const ranges = options.ranges ?? sampleRanges(rows, rows.length < FEW ? 0.45 : 0.08);
  const {labels, decisions} = decide(model, rows, truth);
  const samples = classPoints(rows, truth, labels, classNames);
  const marked = (options.mark ?? []).map((row) => markedRow(rows, row));
  const {regions, border, straight} = draw(model, labels, ranges, resolution);

  const boundary: Trace = {
    type: 'scatter',
    mode: 'lines',
    name: 'boundary',
    ...border,
    line: {color: light.ink, width: 2},
    hoverinfo: 'skip',
    showlegend: false,
  };
  const layout = frame(
    {...options, xLabel, yLabel},
    {
      ...PLANE,
      crowded: isCrowded(rows),
      legend: true,
      xaxis: {range: ranges[0], showgrid: false},
      yaxis: {range: ranges[1], showgrid: false},
    },
  );
  const wrong = decisions.filter((label, i) => label !== truth[i]).length;
  const told = [
    `${xLabel} to the right and ${yLabel} upwards: ${samples.map(({name, x}) => `${x.length} ${name}`).join(', ')}`,
    `${wrong} of ${truth.length} samples lie on the wrong side`,
    ...(marked.length > 0
      ? [`marked with a ring: ${marked.map((point) => `(${point.map(say).join(', ')})`).join(', ')}`]
      : []),
    ...(straight ? [`the boundary runs straight from ${place(border, 0)} to ${place(border, 1)}`] : []),
  ];
  const alt = `${opening(options)}Regions of a model's answers with its samples, ${told.join('; ')}.`;
  const traces = [...regions, boundary, ...samples.map(({trace}) => trace), ...(options.mark ? [rings(marked)] : [])];
  return drawing(traces, layout, options.alt ?? alt);
}

function markedRow(rows: number[][], row: number): number[] {
  if (rows[row] === undefined) throw new RangeError(`mark must hold rows from 0 to ${rows.length - 1}, got ${row}`);
  return rows[row];
}

/** Always there once asked for, so that the pictures of a film have the same traces. */
function rings(points: number[][]): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'marked',
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    marker: {color: fade(light.ink, 0), symbol: 'circle', size: 18, opacity: 1, line: {color: light.ink, width: 2}},
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** A neuron with a step gives labels; with any other activation its outputs are taken as those of a network. */
function asModel(neuron: RegionNeuron): RegionModel {
  const {name} = neuron.activation;
  // From −1 to 1, with the boundary at 0: as a share of the way between the two, it is drawn like a probability.
  if (name === 'tanh') return {predict: (X) => X.map((x) => [(1 + neuron.output(x)) / 2])};
  if (!name.endsWith('Step')) return {predict: (X) => X.map((x) => [neuron.output(x)])};
  return {predict: (X) => X.map((x) => neuron.output(x)), netInput: (X) => X.map((x) => neuron.netInput(x))};
}

function place({x, y}: Paths, i: number): string {
  return `(${say(x[i] ?? NaN)}, ${say(y[i] ?? NaN)})`;
}

/** All labels, and the one that the model gives each sample. */
function decide(model: RegionModel, rows: number[][], y: number[]): {labels: number[]; decisions: number[]} {
  const answer = model.predict(rows);
  if (isList(answer)) {
    const decisions = Array.from(answer);
    return {labels: distinct([...Array.from(model.classes_ ?? []), ...y, ...decisions]), decisions};
  }
  const outputs = Matrix.from(answer).toArrays();
  const labels = outputLabels(distinct([...Array.from(model.classes_ ?? []), ...y]), outputs[0].length);
  const decisions = outputs.map((row) => {
    if (row.length === 1) return labels[row[0] > 0.5 ? 1 : 0];
    return labels[row.indexOf(Math.max(...row))];
  });
  return {labels, decisions};
}

/** The labels that outputs stand for, also where a class has no sample. */
function outputLabels(labels: number[], outputs: number): number[] {
  const wanted = Math.max(2, outputs);
  if (labels.length === wanted) return labels;
  const counted = labels.every((label) => Number.isInteger(label) && label >= 0 && label < wanted);
  if (labels.length < wanted && counted) return Array.from({length: wanted}, (_, k) => k);
  if (wanted === 2 && (labels[0] === -1 || labels[0] === 1) && labels.length === 1) return [-1, 1];
  throw new RangeError(`the model has ${outputs} outputs, but y has ${labels.length} labels`);
}

/** How strongly the model is for each label at each point: `scores[label][point]`. Soft scores are probabilities. */
function askScores(model: RegionModel, points: number[][], labels: number[]): {scores: number[][]; soft: boolean} {
  const given = model.predictProba?.(points);
  const net = !given && labels.length === 2 ? model.netInput?.(points) : undefined;
  if (net) return {scores: [Array.from(net, (z) => -z), Array.from(net)], soft: false};
  const answer = given ?? model.predict(points);
  if (!given && isList(answer))
    return {scores: labels.map((label) => Array.from(answer, (a) => Number(a === label))), soft: false};
  const outputs = isList(answer) ? Array.from(answer, (p) => [p]) : Matrix.from(answer).toArrays();
  const rows = outputs[0].length === 1 ? outputs.map(([p]) => [1 - p, p]) : outputs;
  if (rows[0].length !== labels.length) {
    throw new RangeError(`the model gives ${rows[0].length} probabilities, but there are ${labels.length} labels`);
  }
  const scores = labels.map((_, k) => rows.map((row) => row[k]));
  return {scores, soft: scores.every((score) => score.every((p) => p >= 0 && p <= 1))};
}

function isList(answer: VectorLike | MatrixLike): answer is VectorLike {
  return !('get' in answer) && typeof answer[0] === 'number';
}

interface Regions {
  regions: Trace[];
  border: Paths;
  /** Whether the border is one straight line from edge to edge. */
  straight: boolean;
}

function draw(model: RegionModel, labels: number[], ranges: [Range, Range], n: number): Regions {
  const {xs, ys, points} = lattice(...ranges, n);
  if (labels.length === 1) return straightRegions(ranges, () => -1);
  const {scores, soft} = askScores(model, points, labels);
  scores.forEach((score) => {
    const bad = score.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0)
      throw new RangeError(
        `the model's answers must be finite, got ${score[bad]} at (${points[bad].map(say).join(', ')})`,
      );
  });

  // Leads are taken on the scale of logits, where a saturated model is still straight between two points: the line doesn't wobble.
  const logits = soft ? scores.map((score) => score.map((p) => Math.log(p + 1e-12))) : scores;
  const lead = (k: number) => logits[k].map((own, i) => own - bestOther(logits, k, i));
  const square = (values: number[]) => ys.map((_, i) => values.slice(i * n, (i + 1) * n));
  const heat = (levels: number[], colorscale: [number, string][]) => heatmap(xs, ys, square(levels), colorscale);

  if (labels.length === 2) {
    const ahead = lead(1);
    const values = square(ahead);
    const plane = soft ? undefined : asPlane(ranges, values);
    if (plane) {
      const undecided = ahead.every((z) => z === 0);
      return straightRegions(ranges, undecided ? () => leaning(model, points[0], labels) : plane);
    }
    const field = soft
      ? heat(scores[1], diverging(0.42))
      : heat(twoTones(values), step(fade(CLASSES[0], VEIL), fade(CLASSES[1], VEIL)));
    return {regions: [field], border: zeroLine({xs, ys, values}), straight: false};
  }
  const leads = labels.map((_, k) => lead(k));
  const regions = labels.map((_, k) => {
    const colour = cycle(CLASSES, k);
    const none = fade(colour, 0);
    if (soft)
      return heat(scores[k], [
        [0, none],
        [1, fade(colour, 0.38)],
      ]);
    return heat(twoTones(square(leads[k])), step(none, fade(colour, VEIL)));
  });
  const borders = leads.map((values) => zeroLine({xs, ys, values: square(values)}));
  return {regions, border: {x: borders.flatMap(({x}) => x), y: borders.flatMap(({y}) => y)}, straight: false};
}

function bestOther(logits: number[][], k: number, i: number): number {
  let best = -Infinity;
  for (let other = 0; other < logits.length; other++)
    if (other !== k && logits[other][i] > best) best = logits[other][i];
  return best;
}

/** −1 or 1: the side of a model that is undecided everywhere, as one with zero weights is. */
function leaning(model: RegionModel, point: number[], labels: number[]): number {
  const answer = model.predict([point]);
  return isList(answer) && answer[0] === labels[1] ? 1 : -1;
}

type Plane = (x: number, y: number) => number;

/** The linear function of a lattice's values, if they are one. */
function asPlane([[x0, x1], [y0, y1]]: [Range, Range], values: number[][]): Plane | undefined {
  const last = values.length - 1;
  const corner = values[0][0];
  const [right, up] = [values[0][last] - corner, values[last][0] - corner];
  const size = Math.max(...extent(values.flat()).map(Math.abs));
  const flat = values.every((row, i) =>
    row.every((z, j) => Math.abs(z - (corner + (right * j + up * i) / last)) <= 1e-9 * size),
  );
  return flat ? (x, y) => corner + (right * (x - x0)) / (x1 - x0) + (up * (y - y0)) / (y1 - y0) : undefined;
}

/** Two flat polygons and the line between them: exact, and a few hundred bytes, which keeps films small. */
function straightRegions([[x0, x1], [y0, y1]]: [Range, Range], plane: Plane): Regions {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
  const exact = corners.map(([x, y]) => plane(x, y));
  const heights = exact.map((z) => nearlyZero(z, Math.max(...exact.map(Math.abs))));
  const above = positivePart(corners.map(([x, y], i) => [x, y, heights[i]]));
  const below = positivePart(corners.map(([x, y], i) => [x, y, -heights[i]]));
  const ends = above.filter(([, , z]) => z === 0);
  const straight = ends.length === 2;
  const placeX = (x: number) => short(nearlyZero(x, x1 - x0));
  const placeY = (y: number) => short(nearlyZero(y, y1 - y0));
  const regions = [below, above].map((side, k): Trace => {
    const whole = side.length > 2 ? side : [];
    return {
      type: 'scatter',
      mode: 'none',
      name: 'region',
      x: whole.map(([x]) => placeX(x)),
      y: whole.map(([, y]) => placeY(y)),
      fill: 'toself',
      fillcolor: fade(CLASSES[k], VEIL),
      hoverinfo: 'skip',
      showlegend: false,
    };
  });
  const shown = straight ? ends : [];
  return {regions, border: {x: shown.map(([x]) => placeX(x)), y: shown.map(([, y]) => placeY(y))}, straight};
}

/** Rounding leaves 1.4 × 10⁻¹⁷ where 0 is meant: a boundary through a corner would miss it, and be told strangely. */
function nearlyZero(value: number, size: number): number {
  return Math.abs(value) <= 1e-12 * size ? 0 : value;
}

/** A colour scale of two flat halves. */
function step(low: string, high: string): [number, string][] {
  return [
    [0, low],
    [0.5, low],
    [0.5, high],
    [1, high],
  ];
}

/**
 * Leads on a scale of 0 to 1, level at 0.5. All of the scale is spent on the points beside the boundary, so that the two tones meet
 * on the line.
 */
function twoTones(values: number[][]): number[] {
  let beside = 0;
  const look = (a: number, b: number): void => {
    if (a > 0 !== b > 0) beside = Math.max(beside, Math.abs(a), Math.abs(b));
  };
  values.forEach((row, i) =>
    row.forEach((z, j) => {
      if (j > 0) look(z, row[j - 1]);
      if (i > 0) look(z, values[i - 1][j]);
    }),
  );
  const scale = 2 * (beside || Math.max(...extent(values.flat()).map(Math.abs)) || 1);
  return values.flat().map((z) => Math.min(1, Math.max(0, 0.5 + z / scale)));
}

function heatmap(x: number[], y: number[], levels: number[][], colorscale: [number, string][]): Trace {
  return {
    type: 'heatmap',
    name: 'field',
    x: x.map(short),
    y: y.map(short),
    z: levels.map((row) => row.map((level) => Math.round(level * LEVELS))),
    zmin: 0,
    zmax: LEVELS,
    zsmooth: 'best',
    colorscale,
    showscale: false,
    showlegend: false,
    hoverinfo: 'skip',
  };
}
