import type {VectorLike} from '../math/matrix';
import {drawing, frame, note, opening} from './frame';
import {extent, finite, finitePairs, paddedRange} from './input';
import {plain, say} from './text';
import {cycle, light, SERIES} from './theme';
import {logTicks} from './ticks';
import type {Annotation, ChartOptions, Figure, Range, Shape, Trace} from './types';

/** A bare list is drawn over 1, 2, 3 …, as epochs are counted. */
export type Series = VectorLike | {x: VectorLike; y: VectorLike};

export interface LineChartOptions extends ChartOptions {
  /** A logarithmic y axis; every value must be positive. @default false */
  logY?: boolean;
  /** Least and greatest y; with `logY` in powers of ten. @default what the values need, with zero where they come near it */
  yRange?: Range;
  /** Names of series that are measurements: drawn as points that nothing joins. @default none */
  points?: readonly string[];
  /** Height in pixels, without title and subtitle. @default 340 */
  height?: number;
  /** Plotly shapes and annotations of your own. */
  shapes?: Shape[];
  annotations?: Annotation[];
}

interface Line {
  name: string;
  x: number[];
  y: number[];
}

/**
 * Lines over a common x. Two to four lines carry their names at their ends, more have a legend, one has neither.
 *
 * @throws RangeError if there is no series, a series is empty, its x and y differ in length, or a value isn't finite
 * @example
 * lineChart({corrections: model.errors_}, {title: 'It settles after five epochs', xLabel: 'epoch', yLabel: 'corrections'})
 */
export function lineChart(series: Record<string, Series>, options: LineChartOptions = {}): Figure {
  const {logY = false, height = 340, points = [], shapes, annotations = []} = options;
  const lines = Object.entries(series).map(([name, values]) => toLine(name, values, logY));
  if (lines.length === 0) throw new RangeError('lineChart must get at least one series, got none');
  const stranger = points.find((name) => !(name in series));
  if (stranger !== undefined) throw new RangeError(`points must name series of the chart, got '${stranger}'`);

  const longest = Math.max(...lines.map(({name}) => name.length));
  const endNames = lines.length > 1 && lines.length <= 4 && longest <= 16;
  const xs = lines.flatMap((line) => line.x);
  const ys = lines.flatMap((line) => line.y);
  const yRange = options.yRange ?? (logY ? decades(ys) : nearZero(ys));
  const [least, most] = extent(xs);
  // From 0 to 1 it is a share, of which the ends alone say little.
  const isCount = most - least <= 12 && !(least === 0 && most === 1) && xs.every(Number.isInteger);

  const layout = frame(options, {
    height,
    legend: lines.length > 1 && !endNames,
    right: endNames ? 16 + longest * 7.8 : 16,
    xaxis: {range: paddedRange(xs, 0.02), ...(isCount && {dtick: 1})},
    yaxis: {
      range: yRange,
      ...(logY ? logTicks(yRange) : ys.every(Number.isInteger) && yRange[1] - yRange[0] <= 7 && {dtick: 1}),
    },
    shapes,
  });
  const pixels = layout.height - layout.margin.t - layout.margin.b;
  layout.annotations.push(...(endNames ? endLabels(lines, yRange, pixels, logY) : []), ...annotations);
  const traces = lines.map((line, k) => {
    const trace = lineTrace(line, k, options.xLabel ?? 'x', lines.length > 1);
    return points.includes(line.name) ? {...trace, mode: 'markers'} : trace;
  });
  return drawing(traces, layout, options.alt ?? describe(lines, options));
}

function toLine(name: string, values: Series, logY: boolean): Line {
  const {x, y} = 'y' in values ? finitePairs(values.x, values.y, name) : counted(finite(values, `'${name}'`));
  const low = logY ? y.findIndex((value) => value <= 0) : -1;
  if (low >= 0) throw new RangeError(`'${name}' must be positive on a logarithmic axis, got ${y[low]} at index ${low}`);
  return {name, x, y};
}

function counted(y: number[]): {x: number[]; y: number[]} {
  return {x: y.map((_, i) => i + 1), y};
}

/** The trace of a line; short ones show their points. */
function lineTrace({name, x, y}: Line, k: number, xLabel: string, named: boolean): Trace {
  const colour = cycle(SERIES, k);
  return {
    type: 'scatter',
    name: plain(name),
    x,
    y,
    mode: x.length <= 25 ? 'lines+markers' : 'lines',
    cliponaxis: false,
    line: {color: colour, width: 2.5, ...(k >= SERIES.length && {dash: 'dash'})},
    marker: {color: colour, size: 7, line: {color: light.paper, width: 1.5}},
    hovertemplate: `${plain(xLabel)} %{x}: <b>%{y:.5~g}</b><extra>${named ? plain(name) : ''}</extra>`,
  };
}

/** Zero belongs to the picture when the values come near it, with room for the thickness of a line that lies there. */
function nearZero(values: number[]): Range {
  const [least, most] = extent(values);
  if (least === 0 && most === 0) return [-0.02, 1];
  const [low, high] = paddedRange(values, 0.06);
  return least >= 0 && least < 0.4 * most ? [-0.02 * high, high] : [low, high];
}

/** Powers of ten around the values, at least one whole power so that some tick falls inside. */
function decades(values: number[]): Range {
  const [least, most] = extent(values).map(Math.log10);
  const room = Math.max((most - least) * 0.06, (1 - (most - least)) / 2);
  return [least - room, most + room];
}

/** Names at the right ends, moved apart where they would overlap. */
function endLabels(lines: Line[], [low, high]: Range, pixels: number, logY: boolean): Annotation[] {
  const apart = (17 * (high - low)) / pixels;
  const inside = (y: number): number => Math.min(high, Math.max(low, logY ? Math.log10(y) : y));
  const labels = lines.map(({name, y}, k) => ({name, k, y: inside(y[y.length - 1])})).sort((a, b) => a.y - b.y);
  for (let i = 1; i < labels.length; i++) labels[i].y = Math.max(labels[i].y, labels[i - 1].y + apart);
  // Pushed out at the top? Then back down, again each below the next.
  let ceiling = high;
  for (const label of [...labels].reverse()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - apart;
  }
  return labels.map(({name, k, y}) =>
    note(plain(name), {
      ...{x: 1, xref: 'x domain', xanchor: 'left', xshift: 6, y, yref: 'y', yanchor: 'middle', align: 'left'},
      font: {size: 13, color: cycle(SERIES, k), weight: 600},
      name: 'endLabel',
    }),
  );
}

function describe(lines: Line[], options: LineChartOptions): string {
  const {xLabel = 'x', logY} = options;
  const told = lines.map(({name, x, y}) => {
    const end = y.length - 1;
    if (end === 0) return `${name} is ${say(y[0])} at ${xLabel} ${say(x[0])}`;
    const [low, high] = extent(y);
    if (low === high) return `${name} stays at ${say(low)} from ${xLabel} ${say(x[0])} to ${say(x[end])}`;
    const extremes = `highest ${say(high)} at ${say(x[y.indexOf(high)])}, lowest ${say(low)} at ${say(x[y.indexOf(low)])}`;
    return `${name} goes from ${say(y[0])} at ${xLabel} ${say(x[0])} to ${say(y[end])} at ${say(x[end])}; ${extremes}`;
  });
  return `${opening(options)}Line chart over ${xLabel}${logY ? ', y axis logarithmic' : ''}: ${told.join('. ')}.`;
}
