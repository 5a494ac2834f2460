import {checkLabels, checkSamples} from '../math/checks';
import type {MatrixLike, VectorLike} from '../math/matrix';
import {drawing, frame, opening} from './frame';
import {count, distinct, finitePairs, mean, paddedRange, short} from './input';
import {plain, say} from './text';
import {CLASSES, cycle, light, SYMBOLS} from './theme';
import type {ChartOptions, Figure, Range, Trace} from './types';

export interface ScatterChartOptions extends ChartOptions {
  /** A name for each label, in rising order of the labels. @default 'class 0', 'class 1' … */
  classNames?: string[];
  /** Lines over the points, such as a boundary that is being learned: `{'after 3 flowers': {x: [4, 7], y: [1, 3]}}`. They don't widen the axes. */
  lines?: Record<string, {x: VectorLike; y: VectorLike}>;
  /** Least and greatest x₁, least and greatest x₂. @default what the samples need */
  ranges?: [Range, Range];
}

/** The shape of charts of a plane: at most 680 pixels wide, and as high as 0.62 of that. */
export const PLANE = {height: 440, maxWidth: 680, aspect: 0.62} as const;

/**
 * Samples as points, one colour and one shape a class.
 *
 * @param X Shape (samples, features); the first two columns are drawn.
 * @param y Shape (samples,), any numbers as labels.
 * @throws RangeError if X has fewer than two columns, X and y differ in length, or a value isn't finite
 */
export function scatterChart(X: MatrixLike, y: VectorLike, options: ScatterChartOptions = {}): Figure {
  const {classNames, lines = {}, ranges, xLabel = 'x₁', yLabel = 'x₂'} = options;
  const samples = checkSamples(X);
  if (samples.columns < 2) throw new RangeError(`X must have at least 2 columns, got ${samples.columns}`);
  const truth = checkLabels(y, samples);
  const rows = samples.toArrays();
  const points = classPoints(rows, truth, distinct(truth), classNames);
  const [xRange, yRange] = ranges ?? sampleRanges(rows, 0.05);
  const names = Object.keys(lines);
  const layout = frame(
    {...options, xLabel, yLabel},
    {
      ...PLANE,
      crowded: isCrowded(rows),
      legend: points.length + names.length > 1,
      xaxis: {range: xRange},
      yaxis: {range: yRange},
    },
  );
  const clouds = points.map(({name, x, y}) => `${x.length} ${name} around (${say(mean(x))}, ${say(mean(y))})`);
  const over = names.length > 0 ? `. Over them ${count(names.length, 'line')}: ${names.join(', ')}` : '';
  const alt = `${opening(options)}Scatter chart, ${xLabel} to the right and ${yLabel} upwards: ${clouds.join('; ')}${over}.`;
  const traces = [...points.map(({trace}) => trace), ...names.map((name, k) => overlay(name, lines[name], k))];
  return drawing(traces, layout, options.alt ?? alt);
}

/** Axes that hold all samples; `pad` is the share of free room on each side. */
export function sampleRanges(rows: number[][], pad: number): [Range, Range] {
  const range = (column: number) =>
    paddedRange(
      rows.map((row) => row[column]),
      pad,
    );
  return [range(0), range(1)];
}

/** Whether samples need smaller points. */
export function isCrowded(rows: number[][]): boolean {
  return rows.length > 300;
}

/** One class of samples: as a trace, and as what descriptions say of it. */
export interface ClassPoints {
  name: string;
  x: number[];
  y: number[];
  trace: Trace;
}

/** The samples of each label. @throws RangeError if names are missing */
export function classPoints(rows: number[][], y: VectorLike, labels: number[], classNames?: string[]): ClassPoints[] {
  if (classNames && classNames.length < labels.length) {
    throw new RangeError(`classNames has ${count(classNames.length, 'name')}, but there are ${labels.length} labels`);
  }
  return labels.map((label, k) => {
    const own = rows.filter((_, i) => y[i] === label);
    const name = classNames?.[k] ?? `class ${say(label)}`;
    const x = own.map((row) => short(row[0]));
    const heights = own.map((row) => short(row[1]));
    const trace: Trace = {
      type: 'scatter',
      mode: 'markers',
      name: plain(name),
      x,
      y: heights,
      cliponaxis: false,
      marker: {
        color: cycle(CLASSES, k),
        symbol: cycle(SYMBOLS, k),
        size: isCrowded(rows) ? 6 : 9,
        opacity: 0.9,
        line: {color: light.paper, width: 1},
      },
      hovertemplate: `(%{x:.4~g}, %{y:.4~g})<extra>${plain(name)}</extra>`,
    };
    return {name, x, y: heights, trace};
  });
}

const DASHES = ['solid', 'dash', 'dot', 'dashdot'];

/** Ink, not a colour: colours mean classes here. */
function overlay(name: string, line: {x: VectorLike; y: VectorLike}, k: number): Trace {
  const {x, y} = finitePairs(line.x, line.y, name);
  const stroke = {color: light.ink, width: 2, dash: cycle(DASHES, k)};
  return {
    type: 'scatter',
    mode: 'lines',
    name: plain(name),
    x: x.map(short),
    y: y.map(short),
    line: stroke,
    hoverinfo: 'skip',
  };
}
