import {drawing, frame, note, opening} from './frame';
import {finite} from './input';
import {plain, say} from './text';
import {fade, light} from './theme';
import type {ChartOptions, Figure, Trace} from './types';

export interface BarChartOptions extends ChartOptions {
  /** For each bar the most that it can reach: drawn as a pale bar behind it, told as '3 of 6'. */
  of?: Record<string, number>;
}

/** Pixels for a bar with its name above it. */
const ROW = 46;
/** Half of a bar's thickness, where rows are 1 apart. */
const HALF = 0.17;

/**
 * Horizontal bars, one below the other, each with its name above it, so that long names fit a narrow page.
 *
 * @param values - A number for each name. Bars stand in the order of the names; one below 0 goes to the left, in orange.
 * @throws {RangeError} If there is no value, one is not finite, or `of` lacks one, is less than it or not finite; with `of`,
 *   also if a value is negative.
 * @example
 * barChart({setosa: 50, versicolor: 50}, {title: 'As many of each kind', xLabel: 'flowers'})
 */
export function barChart(values: Record<string, number>, options: BarChartOptions = {}): Figure {
  const names = Object.keys(values);
  const lengths = finite(Object.values(values), 'values');
  const {of} = options;
  const tops = of ? names.map((name) => of[name]) : lengths;
  names.forEach((name, i) => {
    const [length, top] = [lengths[i], tops[i]];
    if (of && length < 0) throw new RangeError(`the value of '${name}' must be 0 or more, got ${length}`);
    if (of && !(top >= length && top < Infinity))
      throw new RangeError(`of '${name}' must be a finite number, at least ${length}, got ${top}`);
  });
  const least = Math.min(0, ...tops);
  const most = Math.max(0, ...tops) || (least < 0 ? 0 : 1);
  const room = 0.02 * (most - least);
  const told = (i: number): string => (of ? `${say(lengths[i])} of ${say(tops[i])}` : say(lengths[i]));
  const layout = frame(options, {
    height: names.length * ROW + (options.xLabel ? 58 : 40),
    left: 12,
    xaxis: {
      range: [least < 0 ? least - room : 0, most + room],
      ...(tops.every(Number.isInteger) && most - least <= 12 && {dtick: 1}),
    },
    yaxis: {range: [names.length - 0.45, -0.75], showgrid: false, showticklabels: false},
    annotations: names.map((name, i) =>
      note(`${plain(name)}  <b>${told(i)}</b>`, {
        ...{x: 0, xref: 'x domain', xanchor: 'left', y: i - HALF, yref: 'y', yanchor: 'bottom', align: 'left'},
        font: {size: 13, color: light.ink},
      }),
    ),
  });
  const above = lengths.map((length) => Math.max(0, length));
  const below = lengths.map((length) => Math.min(0, length));
  const data = [
    ...(of ? [bars('all', tops, fade(light.blue, 0.16))] : []),
    bars('value', above, light.blue),
    ...(least < 0 ? [bars('below 0', below, light.orange)] : []),
  ];
  const list = names.map((name, i) => `${name} ${told(i)}`).join(', ');
  return drawing(
    data,
    layout,
    options.alt ?? `${opening(options)}Bar chart${options.xLabel ? ` of ${options.xLabel}` : ''}: ${list}.`,
  );
}

/** All bars of one kind as one trace: rectangles, parted by gaps. */
function bars(name: string, lengths: number[], colour: string): Trace {
  const corners = lengths.flatMap((length, i): [number | null, number | null][] => {
    const [top, bottom] = [i - HALF, i + HALF];
    return length !== 0 ? [[0, top], [length, top], [length, bottom], [0, bottom], [null, null]] : []; // prettier-ignore
  });
  return {
    type: 'scatter',
    mode: 'none',
    name,
    x: corners.map(([x]) => x),
    y: corners.map(([, y]) => y),
    fill: 'toself',
    fillcolor: colour,
    hoverinfo: 'skip',
    showlegend: false,
  };
}
