import {received} from '../math/received';
import {entitle, note, opening} from './frame';
import {grid} from './grid';
import {count, extent, finite} from './input';
import {lineChart} from './lineChart';
import {plain, say} from './text';
import {light} from './theme';
import type {Annotation, ChartOptions, Drawing, Figure, Shape} from './types';

/** What the chart asks of the log of an epoch; `history_` of every model has it. */
export interface DrawnEpoch {
  /** Counted from 1. */
  epoch: number;
  loss: number;
  /** Shares of right predictions, from 0 to 1. */
  accuracy?: number;
  valLoss?: number;
  valAccuracy?: number;
}

type Measure = 'loss' | 'accuracy' | 'valLoss' | 'valAccuracy';

/** Pixels of the plot of the loss and of that of the accuracy, where there are both. */
const HALF = 170;
/** What `frame` puts above and below a plot that has a name for x only. */
const AROUND = 58;

/**
 * Loss over the epochs, and accuracy below it where there is one: training beside validation, with the epoch of the
 * least validation loss marked. A measure that only some epochs have is drawn over those.
 *
 * @param history - One log for each epoch, as `history_` of a fitted model.
 * @throws {RangeError} If there is no epoch, or a number isn't finite.
 * @throws {TypeError} If `history` is not an array.
 * @example
 * learningCurve(model.history_, {title: 'The curves part: overfitting'})
 */
export function learningCurve(history: readonly DrawnEpoch[], options: ChartOptions = {}): Figure {
  if (!Array.isArray(history)) throw new TypeError(`history must be an array of epochs, got ${received(history)}`);
  if (history.length === 0) throw new RangeError('history must have at least one epoch, got none');
  const measures = {
    loss: measured(history, 'loss'),
    valLoss: measured(history, 'valLoss'),
    accuracy: measured(history, 'accuracy'),
    valAccuracy: measured(history, 'valAccuracy'),
  };
  const {loss, valLoss, accuracy, valAccuracy} = measures;
  const best = valLoss && lowest(valLoss);
  const {xLabel = 'epoch', yLabel = 'loss', title, subtitle} = options;
  const alt = options.alt ?? `${opening(options)}${describe(measures, best)}`;
  const losses = named({training: loss, validation: valLoss});
  const marks = {shapes: best && [markLine(best)], annotations: best && [markName(best, history)]};
  if (!accuracy && !valAccuracy) return lineChart(losses, {...options, xLabel, yLabel, ...marks, alt});

  const half = {xLabel, height: HALF + AROUND};
  const upper = lineChart(losses, {...half, ...marks}) as Drawing;
  const lower = lineChart(named({training: accuracy, validation: valAccuracy}), {
    ...half,
    yRange: [-0.02, 1.02],
    shapes: marks.shapes,
  }) as Drawing;
  const {xaxis, margin} = upper.layout; // every epoch has a loss: its axis is the wider one
  const yaxis = {...lower.layout.yaxis, tickvals: [0, 0.5, 1], ticktext: ['0 %', '50 %', '100 %']};
  const cells = [
    {...upper, layout: entitle(upper.layout, {title: plain(yLabel)})},
    {...lower, layout: entitle({...lower.layout, xaxis, yaxis}, {title: 'accuracy'})},
  ];
  const both = grid(cells, {title, subtitle, columns: 1, cellHeight: HALF, alt}) as Drawing;
  both.layout.margin.r = Math.max(margin.r, lower.layout.margin.r); // room for the names at the ends of the lines
  return both;
}

interface Line {
  x: number[];
  y: number[];
}

/** A measure over the epochs that have it; every epoch must have a loss. */
function measured(history: readonly DrawnEpoch[], measure: Measure): Line | undefined {
  const logs = history.filter((log) => measure === 'loss' || log[measure] !== undefined);
  if (logs.length === 0) return undefined;
  const column = (key: keyof DrawnEpoch): number[] =>
    finite(
      logs.map((log) => log[key] as number),
      `${key} of history`,
    );
  return {x: column('epoch'), y: column(measure)};
}

/** The lines that there are. */
function named(lines: Record<string, Line | undefined>): Record<string, Line> {
  return Object.fromEntries(Object.entries(lines).filter((entry): entry is [string, Line] => entry[1] !== undefined));
}

interface Best {
  epoch: number;
  loss: number;
}

/** The first epoch with the least loss. */
function lowest({x, y}: Line): Best {
  const [least] = extent(y);
  return {epoch: x[y.indexOf(least)], loss: least};
}

function markLine({epoch}: Best): Shape {
  const upwards = {y0: 0, y1: 1, yref: 'y domain'};
  const line = {color: light.muted, width: 1.5, dash: 'dot'};
  return {type: 'line', x0: epoch, x1: epoch, xref: 'x', ...upwards, line, layer: 'below'};
}

/** At the top, on the side where there is more room. */
function markName({epoch}: Best, history: readonly DrawnEpoch[]): Annotation {
  const [first, last] = extent(history.map((log) => log.epoch));
  const left = epoch > (first + last) / 2;
  return note(`best epoch: ${epoch}`, {
    ...{x: epoch, xref: 'x', xanchor: left ? 'right' : 'left', xshift: left ? -5 : 5},
    ...{y: 1, yref: 'y domain', yanchor: 'top'},
    font: {size: 12, color: light.muted},
  });
}

function describe({loss, valLoss, accuracy, valAccuracy}: Record<Measure, Line | undefined>, best?: Best): string {
  const told = (training?: Line, validation?: Line): string =>
    Object.entries(named({training, validation}))
      .map(([name, {y}]) => `${name} ${span(y)}`)
      .join(', ');
  const lowest = best ? `, best ${say(best.loss)} at epoch ${best.epoch}` : '';
  const shares = accuracy || valAccuracy ? ` Accuracy: ${told(accuracy, valAccuracy)}.` : '';
  return `Loss over ${count(loss?.x.length ?? 0, 'epoch')}: ${told(loss, valLoss)}${lowest}.${shares}`;
}

/** 'from 3 to 1', or '3' of a single value. */
function span(y: number[]): string {
  return y.length > 1 ? `from ${say(y[0])} to ${say(y[y.length - 1])}` : say(y[0]);
}
