import type {VectorLike} from '../math/matrix';
import {drawing, frame, opening} from './frame';
import {count, extent, finite, mean, short} from './input';
import {plain, say} from './text';
import {CLASSES, cycle, fade, light} from './theme';
import type {ChartOptions, Figure, Trace} from './types';

export interface HistogramOptions extends ChartOptions {
  /** How many bins of equal width, from the least value to the greatest. @default about √n, from 5 to 30; one a value for few whole numbers */
  bins?: number;
}

/** Whole numbers that lie closer than this get a bin each. */
const FEW = 30;
/** A null parts one area from the next. */
type Corner = [x: number | null, y: number | null];

const DASHES = ['solid', 'dash', 'dot', 'dashdot'];

/**
 * How often values fall into bins of equal width, which all series share. Several series lie over each other, coloured as
 * classes are: orange, blue, teal … A bin holds its lower edge, the last one its upper edge, too.
 *
 * @param series - The values of each name.
 * @throws {RangeError} If there is no series, one is empty, a value isn't finite, or `bins` isn't a whole number above 0.
 * @throws {TypeError} If a series is not an array of numbers.
 * @example
 * histogram({no: scores.filter((_, i) => y[i] === 0), yes: scores.filter((_, i) => y[i] === 1)}, {bins: 20})
 */
export function histogram(series: Record<string, VectorLike>, options: HistogramOptions = {}): Figure {
  const {bins, xLabel, yLabel = 'count'} = options;
  if (bins !== undefined && !(Number.isSafeInteger(bins) && bins > 0)) {
    throw new RangeError(`bins must be a whole number above 0, got ${bins}`);
  }
  const samples = Object.entries(series).map(([name, values]) => ({name, values: finite(values, `'${name}'`)}));
  if (samples.length === 0) throw new RangeError('histogram must get at least one series, got none');
  const edges = edgesOf(samples.map(({values}) => values), bins); // prettier-ignore
  const counted = samples.map(({name, values}) => ({name, values, counts: countIn(edges, values)}));
  const most = Math.max(...counted.map(({counts}) => Math.max(...counts)));
  const room = 0.02 * (edges[edges.length - 1] - edges[0]);
  const layout = frame(
    {...options, yLabel},
    {
      legend: counted.length > 1,
      xaxis: {range: [edges[0] - room, edges[edges.length - 1] + room], showgrid: false},
      yaxis: {range: [0, most * 1.06], ...(most <= 7 && {dtick: 1})},
    },
  );
  const alone = counted.length === 1;
  const traces = counted.flatMap(({name, counts}, k) => {
    const colour = alone ? light.blue : cycle(CLASSES, k);
    return [
      alone ? bars(name, edges, counts, colour) : outline(name, edges, counts, k),
      tops(name, edges, counts, alone),
    ];
  });
  const told = counted.map(({name, values, counts}) => {
    const fullest = Math.max(...counts);
    const bin = counts.indexOf(fullest);
    const [low, high] = extent(values);
    return `${name}: ${count(values.length, 'value')} from ${say(low)} to ${say(high)}, mean ${say(mean(values))}, most (${fullest}) between ${say(edges[bin])} and ${say(edges[bin + 1])}`;
  });
  const of = xLabel ? ` of ${xLabel}` : '';
  const alt = `${opening(options)}Histogram${of}, ${count(edges.length - 1, 'bin')}. ${told.join('. ')}.`;
  return drawing(traces, layout, options.alt ?? alt);
}

/** The edges of the bins, one more than there are bins. */
function edgesOf(samples: number[][], bins?: number): number[] {
  const [low, high] = extent(samples.flat());
  const whole = bins === undefined && high - low < FEW && samples.every((values) => values.every(Number.isInteger));
  const [from, to] = whole || low === high ? [low - 0.5, high + 0.5] : [low, high];
  const usual = Math.min(30, Math.max(5, Math.round(Math.sqrt(Math.max(...samples.map(({length}) => length))))));
  const n = bins ?? (whole ? high - low + 1 : usual);
  return Array.from({length: n + 1}, (_, k) => from + ((to - from) * k) / n);
}

function countIn(edges: number[], values: number[]): number[] {
  const n = edges.length - 1;
  const counts = new Array<number>(n).fill(0);
  const width = (edges[n] - edges[0]) / n;
  for (const value of values) {
    let bin = Math.min(n - 1, Math.max(0, Math.floor((value - edges[0]) / width)));
    // Dividing rounds: a value on an edge may have come out on its wrong side.
    if (value < edges[bin]) bin--;
    else if (bin < n - 1 && value >= edges[bin + 1]) bin++;
    counts[bin]++;
  }
  return counts;
}

/** Rectangles with thin gaps. */
function bars(name: string, edges: number[], counts: number[], colour: string): Trace {
  const gap = 0.03 * (edges[1] - edges[0]);
  const corners = counts.flatMap((height, k): Corner[] => {
    const [left, right] = [edges[k] + gap, edges[k + 1] - gap];
    return height > 0 ? [[left, 0], [left, height], [right, height], [right, 0], [null, null]] : []; // prettier-ignore
  });
  return {...area(name, corners), mode: 'none', fillcolor: colour};
}

/** One outline around neighbouring bins that aren't empty, see-through; its dashes tell series apart without colour. */
function outline(name: string, edges: number[], counts: number[], k: number): Trace {
  const colour = cycle(CLASSES, k);
  const corners = counts.flatMap((height, bin): Corner[] => {
    if (height === 0) return [];
    const [left, right] = [edges[bin], edges[bin + 1]];
    const start: Corner[] = counts[bin - 1] ? [] : [[left, 0]];
    const end: Corner[] = counts[bin + 1] ? [] : [[right, 0], [null, null]]; // prettier-ignore
    return [...start, [left, height], [right, height], ...end];
  });
  const line = {color: colour, width: 2, dash: cycle(DASHES, k)};
  return {...area(name, corners), mode: 'lines', fillcolor: fade(colour, 0.22), line};
}

/** Areas under a list of corners, parted by nulls. */
function area(name: string, corners: Corner[]): Trace {
  return {
    type: 'scatter',
    name: plain(name),
    x: corners.map(([x]) => (x === null ? null : short(x))),
    y: corners.map(([, y]) => y),
    fill: 'toself',
    hoverinfo: 'skip',
  };
}

/** Nothing to see: only there for the pointer. */
function tops(name: string, edges: number[], counts: number[], alone: boolean): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: plain(name),
    x: counts.map((_, k) => short((edges[k] + edges[k + 1]) / 2)),
    y: counts,
    marker: {color: fade(light.ink, 0), symbol: 'square', size: 14, opacity: 1},
    hovertext: counts.map((_, k) => `${say(edges[k])} to ${say(edges[k + 1])}`),
    hovertemplate: `%{hovertext}: <b>%{y}</b><extra>${alone ? '' : plain(name)}</extra>`,
    showlegend: false,
  };
}
