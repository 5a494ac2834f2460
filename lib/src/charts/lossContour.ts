import {checkSamples} from '../math/checks';
import type {MatrixLike} from '../math/matrix';
import {drawing, frame, note, opening} from './frame';
import {count, extent, paddedRange, short} from './input';
import {lattice, zeroLine} from './isoline';
import {PLANE} from './scatterChart';
import {plain, say} from './text';
import {fade, light} from './theme';
import type {Annotation, ChartOptions, Figure, Range, Trace} from './types';

export interface LossContourOptions extends ChartOptions {
  /** Where training has been: shape (steps + 1, 2), one pair of weights a row, the start first. @default none */
  path?: MatrixLike;
  /** Least and greatest of the first weight, then of the second. @default what the path needs, with the valley's floor if it is near; else −3 to 3 */
  ranges?: [Range, Range];
  /** The loss is asked for at resolution × resolution points. @default 60 */
  resolution?: number;
}

/** Bands from the floor of the valley to the highest place of the picture. */
const BANDS = 12;
/** Heights are stored as whole numbers up to this: finer than anybody sees. */
const HEIGHTS = 999;
/** How finely the floor is looked for around a path: parts of its surroundings. */
const NEAR_CELLS = 30;
/** Paths of more points are drawn as a bare line. */
const FEW_STEPS = 200;

type Point = [w0: number, w1: number];
type Loss = (w0: number, w1: number) => number;

/**
 * A loss over two weights as a landscape seen from above, paler towards the valley, with the path that training has walked.
 * Bands are even in √(loss − least), so that the floor of the valley shows its shape; pointing at a place tells its loss.
 *
 * @param loss - The loss at two weights; finite wherever the picture reaches.
 * @throws {RangeError} If the loss isn't finite somewhere, the path hasn't two columns or holds NaN or Infinity, a range
 *   isn't rising, or `resolution` isn't a whole number of at least 2.
 * @example
 * lossContour((w, b) => loss(w, b), {path: [[0, 0], [0.4, 0.1], [0.5, 0.2]], xLabel: 'weight w', yLabel: 'bias b'})
 */
export function lossContour(loss: Loss, options: LossContourOptions = {}): Figure {
  const {resolution = 60, xLabel = 'w₀', yLabel = 'w₁'} = options;
  if (!Number.isInteger(resolution) || resolution < 2) {
    throw new RangeError(`resolution must be a whole number of at least 2, got ${resolution}`);
  }
  const path = options.path === undefined ? [] : walked(options.path);
  const ranges = options.ranges ?? rangesOf(path, loss);
  ranges.forEach((range, k) => checkRange(range, ['first', 'second'][k]));
  const lossAt = ([w0, w1]: Point): number => {
    const value = loss(w0, w1);
    if (Number.isFinite(value)) return value;
    throw new RangeError(`loss must be finite, got ${value} at (${say(w0)}, ${say(w1)})`);
  };
  const {xs, ys, points} = lattice(...ranges, resolution);
  const losses = points.map((point) => lossAt(point as Point));
  const floor = lowest(lossAt, points[losses.indexOf(extent(losses)[0])] as Point, ranges, resolution);
  const layout = frame(
    {...options, xLabel, yLabel},
    {
      ...PLANE,
      xaxis: {range: ranges[0], showgrid: false},
      yaxis: {range: ranges[1], showgrid: false},
      annotations: startNote(path, ranges),
    },
  );
  const names = `${plain(xLabel)} = %{x:.3~g}, ${plain(yLabel)} = %{y:.3~g}`;
  const data = [
    ...land({xs, ys, losses, least: lossAt(floor), names}),
    ...(isInside(floor, ranges) ? [cross(floor, lossAt(floor))] : []),
    ...steps(path, lossAt),
  ];
  return drawing(data, layout, options.alt ?? describe({...options, xLabel, yLabel}, {path, floor, ranges, lossAt}));
}

function walked(path: MatrixLike): Point[] {
  const matrix = checkSamples(path, 'path');
  if (matrix.columns !== 2) throw new RangeError(`path must have 2 columns, got ${matrix.columns}`);
  return matrix.toArrays() as Point[];
}

/** Room for the path, and for the floor of its valley if that lies near: on each side no further than the path is wide, twice. */
function rangesOf(path: Point[], loss: Loss): [Range, Range] {
  if (path.length === 0) return [[-3, 3], [-3, 3]]; // prettier-ignore
  const around = (points: Point[], pad: number): [Range, Range] => {
    const range = (axis: 0 | 1): Range =>
      paddedRange(
        points.map((point) => point[axis]),
        pad,
      );
    return [range(0), range(1)];
  };
  const near = around(path, 2);
  const search = ([w0, w1]: Point): number => {
    const value = loss(w0, w1);
    return Number.isNaN(value) ? Infinity : value; // out there it needn't be finite: nothing is drawn yet
  };
  const floor = lowest(search, path[path.length - 1], near, NEAR_CELLS);
  const wide = around([...path, floor], 0.25);
  const corners = wide[0].flatMap((w0) => wide[1].map((w1) => loss(w0, w1)));
  // A floor at the end of where the loss can be computed would pull the picture beyond it.
  return isInside(floor, near) && corners.every(Number.isFinite) ? wide : around(path, 0.25);
}

function checkRange([low, high]: Range, which: string): void {
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return;
  throw new RangeError(`the ${which} of ranges must rise from one finite number to another, got ${low} to ${high}`);
}

/** Downhill from a point in ever shorter steps, the first half a cell long: the floor rarely lies on a lattice itself. */
function lowest(lossAt: (point: Point) => number, start: Point, ranges: [Range, Range], resolution: number): Point {
  const cell = ranges.map(([low, high]) => (high - low) / (resolution - 1));
  let best = start;
  let least = lossAt(start);
  // Straight and slanting steps; at most 500 rounds, since in a narrow slanting valley each step is a small one.
  for (let size = 0.5, round = 0; size > 1e-6 && round < 500; round++) {
    let better = false;
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
    ]) {
      // prettier-ignore
      const next: Point = [best[0] + dx * size * cell[0], best[1] + dy * size * cell[1]];
      if (!ranges.every(([low, high], k) => next[k] >= low && next[k] <= high)) continue;
      const value = lossAt(next);
      if (value >= least) continue;
      [best, least, better] = [next, value, true];
    }
    if (!better) size /= 2;
  }
  // 3 × 10⁻⁸ is where the search ends when 0 is meant.
  return best.map((value, k) => (Math.abs(value) < 1e-5 * cell[k] ? 0 : value)) as Point;
}

/** Whether a point has land all around; a loss that still falls at the picture's edge has its floor elsewhere. */
function isInside(point: Point, ranges: [Range, Range]): boolean {
  return ranges.every(
    ([low, high], k) => point[k] > low + 1e-3 * (high - low) && point[k] < high - 1e-3 * (high - low),
  );
}

interface Land {
  xs: number[];
  ys: number[];
  /** Row by row, from the lowest y. */
  losses: number[];
  least: number;
  /** How the weights are told when the pointer is there. */
  names: string;
}

/** The bands, and the lines between them. */
function land({xs, ys, losses, least, names}: Land): Trace[] {
  const [, most] = extent(losses);
  const square = <T>(values: T[]): T[][] => ys.map((_, i) => values.slice(i * xs.length, (i + 1) * xs.length));
  const heights = losses.map((value) => Math.sqrt(Math.max(0, value - least) / (most - least || 1)));
  const lines = Array.from({length: BANDS - 1}, (_, k) => {
    const level = (k + 1) / BANDS;
    return zeroLine({xs, ys, values: square(heights.map((height) => height - level))});
  });
  const bands: Trace = {
    type: 'heatmap',
    name: 'loss',
    x: xs.map(short),
    y: ys.map(short),
    z: square(heights.map((height) => Math.round(HEIGHTS * height))),
    zmin: 0,
    zmax: HEIGHTS,
    zsmooth: 'best',
    colorscale: Array.from({length: BANDS}, (_, k) => fade(light.blue, 0.04 + (0.5 * k) / (BANDS - 1))).flatMap(
      (colour, k): [number, string][] => [
        [k / BANDS, colour],
        [(k + 1) / BANDS, colour],
      ],
    ),
    showscale: false,
    showlegend: false,
    customdata: square(losses.map((value) => Number(value.toPrecision(4)))),
    hovertemplate: `${names}<br>loss <b>%{customdata:,.4~r}</b><extra></extra>`,
  };
  const borders: Trace = {
    type: 'scatter',
    mode: 'lines',
    name: 'bands',
    x: lines.flatMap(({x}) => x),
    y: lines.flatMap(({y}) => y),
    line: {color: fade(light.blue, 0.4), width: 1},
    hoverinfo: 'skip',
    showlegend: false,
  };
  return [bands, borders];
}

/** Marks the floor of the valley. */
function cross([x, y]: Point, least: number): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'lowest point',
    x: [short(x)],
    y: [short(y)],
    marker: {color: light.ink, symbol: 'cross', size: 11, opacity: 1, line: {color: light.paper, width: 1.5}},
    hovertemplate: `lowest point: loss <b>${say(least)}</b><extra></extra>`,
    showlegend: false,
  };
}

/** The path, its start a ring. */
function steps(path: Point[], lossAt: (point: Point) => number): Trace[] {
  if (path.length === 0) return [];
  const common = {type: 'scatter', showlegend: false} as const;
  return [
    {
      ...common,
      name: 'path',
      mode: path.length <= FEW_STEPS ? 'lines+markers' : 'lines',
      x: path.map(([w0]) => short(w0)),
      y: path.map(([, w1]) => short(w1)),
      line: {color: light.orange, width: 2},
      marker: {color: light.orange, symbol: 'circle', size: 6, opacity: 1},
      hovertext: path.map((point) => say(lossAt(point))),
      hovertemplate: 'step %{pointNumber}: loss <b>%{hovertext}</b><extra></extra>',
    },
    {
      ...common,
      name: 'start',
      mode: 'markers',
      x: [short(path[0][0])],
      y: [short(path[0][1])],
      marker: {color: light.paper, symbol: 'circle', size: 11, opacity: 1, line: {color: light.orange, width: 2.5}},
      cliponaxis: false,
      hoverinfo: 'skip',
    },
  ];
}

/** 'start' above the ring; below it where the path goes up or the picture ends. Nothing for a start out of the picture. */
function startNote(path: Point[], ranges: [Range, Range]): Annotation[] {
  if (path.length === 0) return [];
  const [[x, y], next] = [path[0], path[1] ?? path[0]];
  const [across, up] = ranges.map(([low, high], k) => (path[0][k] - low) / (high - low));
  if (across < 0 || across > 1 || up < 0 || up > 1) return [];
  const below = up > 0.88 || (next[1] > y && up > 0.12);
  return [
    note('start', {
      ...{x, xref: 'x', xanchor: 'center'},
      ...{y, yref: 'y', yanchor: below ? 'top' : 'bottom', yshift: below ? -7 : 7},
      font: {size: 13, color: light.orange, weight: 600},
    }),
  ];
}

interface Told {
  path: Point[];
  floor: Point;
  ranges: [Range, Range];
  lossAt: (point: Point) => number;
}

function describe(options: ChartOptions, {path, floor, ranges, lossAt}: Told): string {
  const {xLabel, yLabel} = options;
  const at = (point: Point): string => `(${say(point[0])}, ${say(point[1])})`;
  const least = isInside(floor, ranges)
    ? `the lowest point, ${say(lossAt(floor))}, lies at ${at(floor)}`
    : `it still falls at the edge, ${say(lossAt(floor))} at ${at(floor)}`;
  const end = path.length - 1;
  const place = (k: number): string => `${at(path[k])}, loss ${say(lossAt(path[k]))}`;
  const walk =
    end < 0 ? '' : end === 0 ? ` The path starts at ${place(0)}.` : ` The path goes in ${count(end, 'step')} from ${place(0)}, to ${place(end)}.`; // prettier-ignore
  return `${opening(options)}Loss over ${xLabel} to the right and ${yLabel} upwards, as a landscape from above; ${least}.${walk}`;
}
