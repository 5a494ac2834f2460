import {drawing, frame, note, opening} from './frame';
import {plain} from './text';
import {light} from './theme';
import type {Annotation, Axis, ChartOptions, Drawing, Figure, Layout, Shape, Trace} from './types';

export interface GridOptions extends ChartOptions {
  /** Charts in a row. @default 3, or as many as there are */
  columns?: number;
  /** Pixels of one plot. @default 240, or 140 for three columns and more */
  cellHeight?: number;
}

/** At most so many numbers below a cell where three or more share a row: more of them would be written aslant. */
const NARROW_TICKS = 4;

/** The width for which gaps between cells are right; narrower charts have narrower gaps. */
const USUAL_WIDTH = 700;

/**
 * Several small charts in a grid. Cells whose axes agree share their labels: numbers stand at the left and at the bottom only.
 * Classes of the same name have one entry in the legend.
 *
 * @throws RangeError if there is no figure, or `columns` isn't a whole number above 0
 */
export function grid(figures: Figure[], options: GridOptions = {}): Figure {
  if (figures.length === 0) throw new RangeError('a grid must have at least one figure, got none');
  const {columns = Math.min(3, figures.length), cellHeight = columns > 2 ? 140 : 240} = options;
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`columns must be a whole number above 0, got ${columns}`);

  const cells = figures as Drawing[];
  const shared = {x: agree(cells, 'xaxis'), y: agree(cells, 'yaxis')};
  const titled = cells.some(({layout}) => layout.title?.text);
  const rows = Math.ceil(cells.length / columns);
  const right = Math.max(...cells.map(({layout}) => layout.margin.r)); // where names stand at the ends of lines
  const gapX = ((shared.y ? 12 : 40) + right) / USUAL_WIDTH;
  const gapY = (titled ? 26 : 0) + (shared.x ? 12 : 44) + (named(cells, 'xaxis') && !shared.x ? 14 : 0);
  const plots = rows * cellHeight + (rows - 1) * gapY;
  const {data, legend} = gather(cells, columns);

  const layout = whole(cells, options, {plots, right, legend, titled});
  cells.forEach((cell, i) => {
    const row = Math.floor(i / columns);
    const column = i % columns;
    const width = (1 - gapX * (columns - 1)) / columns;
    const left = column * (width + gapX);
    const top = 1 - (row * (cellHeight + gapY)) / plots;
    const hidden = shared.x && i + columns < cells.length;
    place(layout, cell, i + 1, {
      xaxis: {
        domain: [left, left + width],
        ...(columns > 2 && {nticks: NARROW_TICKS}),
        ...(hidden && {showticklabels: false}),
        ...((hidden || options.xLabel) && {title: undefined}),
      },
      yaxis: {
        domain: [Math.max(0, top - cellHeight / plots), top],
        ...(shared.y && column > 0 && {showticklabels: false}),
      },
    });
  });
  const alt = `${opening(options)}${cells.length} small charts. ${cells.map((cell) => cell.alt).join(' ')}`;
  return drawing(data, layout, options.alt ?? alt);
}

function agree(cells: Drawing[], axis: 'xaxis' | 'yaxis'): boolean {
  return new Set(cells.map(({layout}) => JSON.stringify(layout[axis].range))).size === 1;
}

function named(cells: Drawing[], axis: 'xaxis' | 'yaxis'): boolean {
  return cells.some(({layout}) => layout[axis].title);
}

/** All traces, each on the axes of its cell; a name is in the legend once. */
function gather(cells: Drawing[], columns: number): {data: Trace[]; legend: boolean} {
  const seen = new Set<string>();
  const data = cells.flatMap(({data, layout}, i) =>
    data.map((trace): Trace => {
      const {name, marker} = trace;
      const showlegend = trace.showlegend !== false && layout.showlegend && name !== undefined && !seen.has(name);
      if (showlegend) seen.add(name);
      const size = (marker?.size ?? 9) * (columns > 1 ? 0.75 : 1);
      return {
        ...trace,
        ...(marker && {marker: {...marker, size}}),
        xaxis: `x${i + 1}`,
        yaxis: `y${i + 1}`,
        legendgroup: name,
        showlegend,
      };
    }),
  );
  return {data, legend: seen.size > 1};
}

/** The layout around the cells, as yet without axes of its own. */
function whole(
  cells: Drawing[],
  options: GridOptions,
  {plots, right, legend, titled}: {plots: number; right: number; legend: boolean; titled: boolean},
): Layout {
  const above = titled ? 24 : 0;
  const {xaxis, yaxis} = cells[0].layout;
  const bare = frame(
    {title: options.title, subtitle: options.subtitle, yLabel: options.yLabel},
    {legend, left: 46, right, xaxis, yaxis},
  );
  const bottom = 30 + (options.xLabel || named(cells, 'xaxis') ? 18 : 0);
  const margin = {...bare.margin, t: bare.margin.t + above, b: bottom};
  const nameOfX = note(plain(options.xLabel ?? ''), {
    ...{x: 0.5, xref: 'paper', xanchor: 'center', y: 0, yref: 'paper', yanchor: 'top', yshift: -24},
    name: 'xLabel',
  });
  const annotations = bare.annotations.map((one): Annotation => ({...one, yshift: (one.yshift ?? 0) + above}));
  return {
    ...bare,
    margin,
    height: plots + margin.t + margin.b,
    annotations: options.xLabel ? [...annotations, nameOfX] : annotations,
    meta: {above: (bare.meta.above ?? 0) + above},
  };
}

/** Puts one chart into the layout: its axes, notes, shapes and title. */
function place(layout: Layout, cell: Drawing, n: number, own: {xaxis: Partial<Axis>; yaxis: Partial<Axis>}): void {
  const {xaxis, yaxis, annotations, shapes, title} = cell.layout;
  const suffix = n === 1 ? '' : n;
  layout[`xaxis${suffix}`] = {...xaxis, automargin: false, anchor: `y${n}`, ...own.xaxis};
  layout[`yaxis${suffix}`] = {...yaxis, automargin: false, anchor: `x${n}`, ...own.yaxis};
  const move = <T extends Annotation | Shape>(thing: T): T => ({
    ...thing,
    xref: (thing.xref ?? 'x').replace(/^x/, `x${n}`),
    yref: (thing.yref ?? 'y').replace(/^y/, `y${n}`),
  });
  layout.shapes.push(...shapes.map(move));
  layout.annotations.push(...annotations.filter(({name}) => name !== 'yLabel').map(move));
  if (!title?.text) return;
  layout.annotations.push(
    note(title.text, {
      ...{x: 0, xref: `x${n} domain`, xanchor: 'left', y: 1, yref: `y${n} domain`, yanchor: 'bottom', yshift: 2},
      font: {size: 13, color: light.ink, weight: 600},
      name: 'cellTitle',
    }),
  );
}
