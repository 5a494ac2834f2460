import {drawing, frame, note, opening} from './frame';
import {plain, say} from './text';
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
  /** Least and greatest output shown. @default −1.7 and 2.5, so that charts can be compared */
  yRange?: Range;
}

/** Every chart has the same frame, so that shapes can be compared. */
const [LOW, HIGH] = [-5, 5];
const OUTPUTS: Range = [-1.7, 2.5];
/** Net inputs 0.05 apart, and one just below 0, where some activations jump. */
const POINTS: readonly number[] = Array.from({length: 201}, (_, i) => (i - 100) / 20).flatMap((z) =>
  z === 0 ? [-1e-9, 0] : [z],
);

/**
 * An activation over the net inputs from −5 to 5, with its slope dashed. The grey band marks outputs from 0 to 1.
 *
 * @throws {RangeError} If a tangent lies outside −5 … 5.
 * @example
 * grid([sigmoid, tanh, relu].map((activation) => activationChart(activation)))
 */
export function activationChart(activation: DrawnActivation, options: ActivationChartOptions = {}): Figure {
  const {title = activation.name, tangents = [], yRange = OUTPUTS} = options;
  const outside = tangents.find((z) => !(z >= LOW && z <= HIGH));
  if (outside !== undefined) throw new RangeError(`tangents must lie between ${LOW} and ${HIGH}, got ${outside}`);
  const layout = frame(
    {xLabel: 'net input z', ...options, title},
    {
      height: 300,
      legend: true,
      xaxis: {range: [LOW, HIGH], tickvals: [-4, -2, 0, 2, 4]},
      yaxis: {range: yRange, tickvals: [-1, 0, 1, 2]},
      shapes: [band(), ...tangents.map((z) => tangent(activation, z))],
      annotations: tangents.map((z, k) => slopeNote(activation, z, k % 2 === 0)),
    },
  );
  return drawing(
    [...curves(activation), ...contacts(activation, tangents)],
    layout,
    options.alt ?? describe(activation, {...options, title}),
  );
}

function curves({value, derivative}: DrawnActivation): Trace[] {
  const curve = (name: string, f: (z: number) => number, line: Trace['line'], told: string): Trace => ({
    type: 'scatter',
    mode: 'lines',
    name,
    x: [...POINTS],
    y: POINTS.map((z) => Number(f(z).toFixed(4))),
    line,
    hovertemplate: `${told} %{x:.2f}: <b>%{y:.3f}</b><extra></extra>`,
  });
  return [
    curve('slope', derivative, {color: fade(light.orange, 0.85), width: 1.75, dash: 'dash'}, 'slope at'),
    curve('output', value, {color: light.blue, width: 3}, 'output at'),
  ];
}

/** The points at which tangents touch. */
function contacts({value}: DrawnActivation, tangents: number[]): Trace[] {
  if (tangents.length === 0) return [];
  const marker = {color: light.paper, symbol: 'circle', size: 9, opacity: 1, line: {color: light.ink, width: 2}};
  return [{type: 'scatter', mode: 'markers', name: 'touching', x: tangents, y: tangents.map((z) => value(z)), marker, hoverinfo: 'skip', showlegend: false}]; // prettier-ignore
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

/** A piece of the tangent, 1.6 to both sides. */
function tangent({value, derivative}: DrawnActivation, z: number): Shape {
  const reach = 1.6;
  const at = (step: number): number => value(z) + derivative(z) * step;
  return {
    type: 'line',
    x0: z - reach,
    y0: at(-reach),
    x1: z + reach,
    y1: at(reach),
    xref: 'x',
    yref: 'y',
    line: {color: light.ink, width: 1.5},
  };
}

/** Turns about stand above and below the curve, so that neighbours don't meet. */
function slopeNote({value, derivative}: DrawnActivation, z: number, isAbove: boolean): Annotation {
  const above = {xanchor: 'right', yanchor: 'bottom', xshift: -6, yshift: 8} as const;
  const below = {xanchor: 'left', yanchor: 'top', xshift: 6, yshift: -8} as const;
  const place = {x: z, xref: 'x', y: value(z), yref: 'y', ...(isAbove ? above : below)};
  return note(`slope ${say(derivative(z))}`, {...place, font: {size: 12, color: light.ink}});
}

function describe(activation: DrawnActivation, options: ActivationChartOptions): string {
  const {name, value, derivative} = activation;
  const at = (z: number): string => `${say(value(z))} at ${say(z)}`;
  const touched = (options.tangents ?? []).map((z) => `${say(derivative(z))} at ${say(z)}`);
  const told = touched.length > 0 ? `; tangents with slope ${touched.join(', ')}` : '';
  return `${opening(options)}Output of ${plain(name)} over the net input: ${at(-5)}, ${at(0)}, ${at(5)}; slope ${say(derivative(-2))} at −2, ${say(derivative(2))} at 2${told}.`;
}
