import {checkSamples} from '../math/checks';
import type {MatrixLike} from '../math/matrix';
import {drawing, frame, note, opening} from './frame';
import {count} from './input';
import {plain, say} from './text';
import {fade, light} from './theme';
import type {Annotation, ChartOptions, Figure, Shape, Trace} from './types';

export interface ConfusionChartOptions extends ChartOptions {
  /** A name for each class, in the order of the rows. @default 'class 0', 'class 1' … */
  classNames?: string[];
}

/** Colour of a cell that holds all of its row; paler than the ink on it needs, in the light and in the dark. */
const STRONGEST = 0.58;
/** Of a cell that holds anything at all: rare mistakes shall be seen. */
const FAINTEST = 0.08;
/** Half of the free room between two cells, where a cell is 1 wide. */
const GAP = 0.02;
/** More classes than this leave no room for shares. */
const ROOMY = 7;
/** With more classes only the commonest mistake of each is told. */
const TOLD = 4;

/**
 * A confusion matrix: rows are the truth, columns what was predicted. Right answers are blue, mistakes orange, the
 * stronger the larger their share of the row, which stands below the count.
 *
 * @param counts - Shape (classes, classes): how many samples of the row's class were taken for the column's.
 * @throws {RangeError} If the matrix isn't square, a count isn't a whole number of 0 or more, or a class has no name.
 * @example
 * confusionChart([[48, 2], [5, 45]], {classNames: ['versicolor', 'virginica'], title: 'Seven flowers are mistaken'})
 */
export function confusionChart(counts: MatrixLike, options: ConfusionChartOptions = {}): Figure {
  const matrix = checkSamples(counts, 'counts');
  const n = matrix.rows;
  if (matrix.columns !== n) throw new RangeError(`counts must be square, got ${n} × ${matrix.columns}`);
  const rows = matrix.toArrays();
  rows.forEach((row, i) => row.forEach((value, j) => checkCell(value, i, j)));
  const {classNames: names = rows.map((_, k) => `class ${k}`), xLabel = 'predicted', yLabel = 'truth'} = options;
  if (names.length < n) {
    throw new RangeError(`classNames has ${count(names.length, 'name')}, but there are ${n} classes`);
  }
  const cells = rows.flatMap((row, i) => {
    const total = row.reduce((sum, value) => sum + value, 0);
    return row.map((value, j): Cell => ({i, j, count: value, share: total > 0 ? value / total : 0}));
  });
  const longest = Math.max(...names.map((name) => name.length));
  const height = n > 4 ? 52 : 74;
  const left = 18 + 6.8 * longest;
  const axis = {
    showgrid: false,
    tickvals: rows.map((_, k) => k),
    ticktext: names.slice(0, n).map(plain),
    tickfont: {size: 12, color: light.ink},
  };
  const layout = frame(
    {...options, xLabel, yLabel},
    {
      height: n * height + 78,
      left,
      maxWidth: Math.max(340, n * height * 1.5 + left + 16),
      xaxis: {range: [-0.5, n - 0.5], ...axis},
      yaxis: {range: [n - 0.5, -0.5], ...axis},
      shapes: cells.map(tile),
      annotations: cells.flatMap((cell) => numbers(cell, n <= ROOMY)),
    },
  );
  const told = rows.map((row, i) => tell(names, row, i)).join(' ');
  return drawing([pointed(cells, names)], layout, options.alt ?? `${opening(options)}Confusion matrix. ${told}`);
}

interface Cell {
  /** Row and column. */
  i: number;
  j: number;
  count: number;
  /** Of its row, from 0 to 1. */
  share: number;
}

function checkCell(value: number, i: number, j: number): void {
  if (Number.isInteger(value) && value >= 0) return;
  throw new RangeError(`counts must hold whole numbers of 0 or more, got ${value} at row ${i}, column ${j}`);
}

function tile({i, j, share}: Cell): Shape {
  const box = {x0: j - 0.5 + GAP, x1: j + 0.5 - GAP, y0: i - 0.5 + GAP, y1: i + 0.5 - GAP, xref: 'x', yref: 'y'};
  const colour = fade(
    i === j ? light.blue : light.orange,
    share > 0 ? FAINTEST + (STRONGEST - FAINTEST) * share : 0.03,
  );
  return {type: 'rect', ...box, fillcolor: colour, line: {width: 0}, layer: 'below'};
}

/** The count, and below it its share of the row. */
function numbers({i, j, count, share}: Cell, roomy: boolean): Annotation[] {
  const place = {x: j, xref: 'x', xanchor: 'center', y: i, yref: 'y', yanchor: 'middle'} as const;
  if (count === 0) return [note('0', {...place, font: {size: 13, color: light.muted}})];
  const font = {color: light.ink};
  return [
    note(`<b>${say(count)}</b>`, {...place, yshift: roomy ? 8 : 0, font: {...font, size: roomy ? 16 : 13}}),
    ...(roomy ? [note(percent(share), {...place, yshift: -11, font: {...font, size: 12}})] : []),
  ];
}

/** Whole percent; 'less than one' and 'nearly all' stay what they are. */
function percent(share: number): string {
  if (share < 0.01) return '&#60; 1 %';
  if (share > 0.99 && share < 1) return '&#62; 99 %';
  return `${Math.round(100 * share)} %`;
}

/** Nothing to see: only there for the pointer. */
function pointed(cells: Cell[], names: string[]): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'cells',
    x: cells.map(({j}) => j),
    y: cells.map(({i}) => i),
    marker: {color: fade(light.ink, 0), symbol: 'square', size: 34, opacity: 1},
    hovertext: cells.map(
      ({i, j, count, share}) =>
        `${plain(names[i])}, taken for ${plain(names[j])}: <b>${say(count)}</b>, ${percent(share)} of the row`,
    ),
    hovertemplate: '%{hovertext}<extra></extra>',
    showlegend: false,
  };
}

function tell(names: string[], row: number[], i: number): string {
  const total = row.reduce((sum, value) => sum + value, 0);
  if (total === 0) return `There is no ${names[i]}.`;
  const mistakes = row.flatMap((value, j) => (j !== i && value > 0 ? [{j, value}] : []));
  if (row.length > TOLD) mistakes.sort((a, b) => b.value - a.value).splice(1);
  const parts = mistakes.map(({j, value}) => `${say(value)} taken for ${names[j]}`);
  return `Of ${say(total)} ${names[i]}, ${[`${say(row[i])} recognised`, ...parts].join(', ')}.`;
}
