import {drawing, frame, note, opening} from './frame';
import {say} from './text';
import {fade, light} from './theme';
import type {Annotation, ChartOptions, Figure, Range, Shape, Trace} from './types';

/** What the chart asks of an activation; all of the library's have it. */
export interface DrawnActivation {
  readonly name: string;
  readonly value: (z: number) => number;
  readonly derivative: (z: number) => number;
}

export interface ActivationChartOptions extends ChartOptions {
  /** Net inputs at which the tangent is drawn, each between −5 and 5. @default none */
  tangents?: number[];
  /** A factor on the net input: f(steepness · z) is drawn, whose slope is as many times f′. @default 1 */
  steepness?: number;
  /** Least and greatest output shown. @default −1.7 and 2.5, so that charts can be compared */
  yRange?: Range;
}

/** Every chart has the same frame, so that shapes can be compared. */
const [LOW, HIGH] = [-5, 5];
const OUTPUTS: Range = [-1.7, 2.5];
/** How far a tangent reaches to each side. */
const REACH = 1.3;

/**
 * An activation over the net inputs from −5 to 5, with its slope dashed. The grey band marks outputs from 0 to 1.
 *
 * @throws {RangeError} If a tangent lies outside −5 … 5, or the steepness isn't finite.
 * @example
 * grid([sigmoid, tanh, relu].map((activation) => activationChart(activation)))
 */
export function activationChart(activation: DrawnActivation, options: ActivationChartOptions = {}): Figure {
  const {tangents = [], steepness = 1, yRange = OUTPUTS} = options;
  if (!Number.isFinite(steepness)) throw new RangeError(`steepness must be a finite number, got ${steepness}`);
  const outside = tangents.find((z) => !(z >= LOW && z <= HIGH));
  if (outside !== undefined) throw new RangeError(`tangents must lie between ${LOW} and ${HIGH}, got ${outside}`);
  const drawn = steepness === 1 ? activation : steeper(activation, steepness);
  const title = options.title ?? drawn.name;
  const layout = frame(
    {xLabel: 'net input z', ...options, title},
    {
      height: 300,
      legend: true,
      xaxis: {range: [LOW, HIGH], tickvals: [-4, -2, 0, 2, 4]},
      yaxis: {range: yRange, ...(options.yRange === undefined && {tickvals: [-1, 0, 1, 2]})},
      shapes: [band(), ...tangents.map((z) => tangent(drawn, z)), zeroLine()],
      annotations: tangents.map((z) => slopeNote(drawn, z)),
    },
  );
  return drawing(
    [...curves(drawn, netInputs(Math.abs(steepness) > 2 ? 0.025 : 0.1)), ...contacts(drawn, tangents)],
    layout,
    options.alt ?? describe(drawn, {...options, title}),
  );
}

function steeper({name, value, derivative}: DrawnActivation, steepness: number): DrawnActivation {
  return {
    name: `${name}(${say(steepness)} z)`,
    value: (z) => value(steepness * z),
    derivative: (z) => steepness * derivative(steepness * z),
  };
}

/** Evenly spaced, and one on each side of 0, where some activations or their slopes jump. */
function netInputs(apart: number): number[] {
  const steps = Math.round(HIGH / apart);
  return Array.from({length: 2 * steps + 1}, (_, i) => ((i - steps) * HIGH) / steps).flatMap((z) =>
    z === 0 ? [-1e-9, 0, 1e-9] : [z],
  );
}

/** The output lies over its slope, but comes first in the legend. */
function curves({value, derivative}: DrawnActivation, netInputs: number[]): Trace[] {
  const curve = (name: string, f: (z: number) => number, line: Trace['line'], legendrank: number): Trace => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: netInputs,
    y: netInputs.map((z) => Number(f(z).toFixed(4))),
    line,
    legendrank,
    hovertemplate: `${name} at %{x:.3~f}: <b>%{y:.3f}</b><extra></extra>`,
  });
  return [
    curve('slope', derivative, {color: fade(light.orange, 0.85), width: 1.75, dash: 'dash'}, 2),
    curve('output', value, {color: light.blue, width: 3}, 1),
  ];
}

/** The points at which tangents touch. */
function contacts({value}: DrawnActivation, tangents: number[]): Trace[] {
  if (tangents.length === 0) return [];
  const marker = {color: light.paper, symbol: 'circle', size: 9, opacity: 1, line: {color: light.ink, width: 2}};
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: 'touching',
      x: [...tangents],
      y: tangents.map((z) => value(z)),
      marker,
      hoverinfo: 'skip',
      showlegend: false,
    },
  ];
}

function band(): Shape {
  const across = {x0: 0, x1: 1, xref: 'x domain'};
  return {
    type: 'rect',
    ...across,
    y0: 0,
    y1: 1,
    yref: 'y',
    fillcolor: fade(light.muted, 0.1),
    line: {width: 0},
    layer: 'below',
  };
}

function zeroLine(): Shape {
  const upwards = {y0: 0, y1: 1, yref: 'y domain'};
  return {type: 'line', x0: 0, x1: 0, xref: 'x', ...upwards, line: {color: light.axis, width: 1}, layer: 'below'};
}

/** A piece of the tangent around the point where it touches. */
function tangent({value, derivative}: DrawnActivation, z: number): Shape {
  const at = (step: number): number => value(z) + derivative(z) * step;
  return {
    type: 'line',
    x0: z - REACH,
    y0: at(-REACH),
    x1: z + REACH,
    y1: at(REACH),
    xref: 'x',
    yref: 'y',
    line: {color: light.ink, width: 1.5},
  };
}

/** Above the curve on its left: activations rise, so that there is room; below them runs the slope. */
function slopeNote({value, derivative}: DrawnActivation, z: number): Annotation {
  const above = {xanchor: 'right', yanchor: 'bottom', xshift: -5, yshift: 6} as const;
  const place = {x: z, xref: 'x', y: value(z), yref: 'y', ...above};
  return note(`slope ${say(derivative(z))}`, {...place, font: {size: 12, color: light.ink}});
}

function describe(activation: DrawnActivation, options: ActivationChartOptions): string {
  const {name, value, derivative} = activation;
  const at = (z: number): string => `${say(value(z))} at ${say(z)}`;
  const touched = (options.tangents ?? []).map((z) => `${say(derivative(z))} at ${say(z)}`);
  const told = touched.length > 0 ? `; tangents with slope ${touched.join(', ')}` : '';
  return `${opening(options)}Output of ${name} over the net input: ${at(-5)}, ${at(0)}, ${at(5)}; slope ${say(derivative(-2))} at −2, ${say(derivative(2))} at 2${told}.`;
}
