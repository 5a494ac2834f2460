import {checkVector} from '../math/checks';
import type {VectorLike} from '../math/matrix';
import {received} from '../math/received';
import {drawing, frame, note, opening} from './frame';
import {short} from './input';
import {say} from './text';
import {fade, light} from './theme';
import type {Annotation, ChartOptions, Figure, Trace} from './types';

/** What the chart asks of a ROC curve. All three lists are equally long, in the order of falling thresholds. */
export interface DrawnRocCurve {
  /** Share of the negatives that are taken for positive, 0 to 1. */
  falsePositiveRate: VectorLike;
  /** Share of the positives that are found, 0 to 1. */
  truePositiveRate: VectorLike;
  /** A sample is taken for positive if its score is this or more. The first may be Infinity: nothing is. */
  thresholds: VectorLike;
  /** Area under the curve, 0 to 1. */
  area: number;
}

export interface RocChartOptions extends ChartOptions {
  /** The threshold that the dot stands for. @default 0.5 */
  threshold?: number;
}

/**
 * How many positives are found for how many false alarms, as the threshold falls. The dot marks one threshold; a film over
 * several is a slider for it.
 *
 * @throws {RangeError} If the lists differ in length or have fewer than 2 points, a rate or the area isn't between 0 and
 *   1, thresholds rise, or `threshold` is NaN.
 * @throws {TypeError} If one of the lists is not an array of numbers.
 * @example
 * film([0.2, 0.5, 0.8].map((threshold) => ({name: `threshold ${threshold}`, figure: rocChart(curve, {threshold})})))
 */
export function rocChart(curve: DrawnRocCurve, options: RocChartOptions = {}): Figure {
  const {xLabel = 'false alarms, share of the negatives', yLabel = 'found, share of the positives'} = options;
  const {threshold = 0.5} = options;
  if (typeof threshold !== 'number' || Number.isNaN(threshold)) {
    throw new RangeError(`threshold must be a number, got ${received(threshold)}`);
  }
  const {x, y, thresholds, area} = checked(curve);
  const before = thresholds.findIndex((one) => one < threshold);
  const at = (before < 0 ? thresholds.length : before) - 1;
  const [right, up] = at < 0 ? [0, 0] : [x[at], y[at]]; // above all thresholds nothing is taken for positive
  const axis = {range: [-0.01, 1.01] as [number, number], tickvals: [0, 0.25, 0.5, 0.75, 1], ticktext: ['0 %', '25 %', '50 %', '75 %', '100 %']}; // prettier-ignore
  const layout = frame(
    {...options, xLabel, yLabel},
    {
      height: 440,
      maxWidth: 460,
      aspect: 1,
      right: 30,
      xaxis: axis,
      yaxis: axis,
      annotations: [
        note(`<b>${area.toFixed(3)}</b> area under the curve`, {
          ...{x: 0.97, xref: 'x', xanchor: 'right', y: 0.07, yref: 'y', yanchor: 'middle'},
          font: {size: 15, color: light.blue},
        }),
        note('guessing', {x: 0.5, xref: 'x', xanchor: 'left', xshift: 8, y: 0.5, yref: 'y', yanchor: 'top'}),
        dotName(`threshold ${say(threshold)}`, right, up),
      ],
    },
  );
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const told = `At threshold ${say(threshold)}, ${percent(up)} of the positives are found and ${percent(right)} of the negatives are false alarms.`;
  const alt = `${opening(options)}ROC curve with area ${area.toFixed(3)}. ${told}`;
  return drawing([...curveTraces(x, y, thresholds), dot(right, up)], layout, options.alt ?? alt);
}

interface Points {
  x: number[];
  y: number[];
  thresholds: number[];
  area: number;
}

function checked({falsePositiveRate, truePositiveRate, thresholds, area}: DrawnRocCurve): Points {
  const x = shares(falsePositiveRate, 'falsePositiveRate');
  const y = shares(truePositiveRate, 'truePositiveRate');
  const falling = Array.from(thresholds);
  if (x.length !== y.length || x.length !== falling.length) {
    throw new RangeError(
      `the lists of a ROC curve must be equally long, got ${x.length} false positive rates, ${y.length} true positive rates and ${falling.length} thresholds`,
    );
  }
  if (x.length < 2) throw new RangeError(`a ROC curve must have at least 2 points, got ${x.length}`);
  const bad = falling.findIndex((one, i) => Number.isNaN(one) || (i > 0 && !(one <= falling[i - 1])));
  if (bad >= 0) throw new RangeError(`thresholds must fall, got ${falling[bad]} at index ${bad}`);
  if (!(area >= 0 && area <= 1)) throw new RangeError(`area must lie between 0 and 1, got ${received(area)}`);
  return {x, y, thresholds: falling, area};
}

function shares(values: VectorLike, name: string): number[] {
  const list = Array.from(checkVector(values, name));
  const bad = list.findIndex((value) => value < 0 || value > 1);
  if (bad >= 0) throw new RangeError(`${name} must lie between 0 and 1, got ${list[bad]} at index ${bad}`);
  return list;
}

/** The diagonal of guessing, the area, and the curve over it. */
function curveTraces(x: number[], y: number[], thresholds: number[]): Trace[] {
  const common = {type: 'scatter', showlegend: false} as const;
  const [across, up] = [x.map(short), y.map(short)];
  return [
    {
      ...common,
      mode: 'none',
      name: 'area',
      x: [...across, 1, 0],
      y: [...up, 0, 0],
      fill: 'toself',
      fillcolor: fade(light.blue, 0.1),
      hoverinfo: 'skip',
    },
    {
      ...common,
      mode: 'lines',
      name: 'guessing',
      x: [0, 1],
      y: [0, 1],
      line: {color: light.axis, width: 1.5, dash: 'dash'},
      hoverinfo: 'skip',
    },
    {
      ...common,
      mode: 'lines',
      name: 'curve',
      x: across,
      y: up,
      line: {color: light.blue, width: 2.75},
      cliponaxis: false,
      hovertext: thresholds.map((one) => (one === Infinity ? 'above all' : say(one))),
      hovertemplate: 'threshold %{hovertext}<br>found <b>%{y:.0%}</b>, false alarms <b>%{x:.0%}</b><extra></extra>',
    },
  ];
}

function dot(x: number, y: number): Trace {
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'threshold',
    x: [x],
    y: [y],
    marker: {color: light.orange, symbol: 'circle', size: 12, opacity: 1, line: {color: light.paper, width: 2}},
    cliponaxis: false,
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** Right below the dot, where the area is; left of it, and below the curve, where it lies far right; above it at the bottom. */
function dotName(text: string, x: number, y: number): Annotation {
  const left = x > 0.6;
  const above = y < 0.15;
  return note(text, {
    ...{x, xref: 'x', xanchor: left ? 'right' : 'left', xshift: left ? -9 : 9},
    ...{y, yref: 'y', yanchor: above ? 'bottom' : 'top', yshift: above ? 4 : left ? -16 : -4},
    font: {size: 13, color: light.orange, weight: 600},
  });
}
