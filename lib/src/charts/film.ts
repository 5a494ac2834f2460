import {drawing, entitle, opening} from './frame';
import {plain} from './text';
import {light} from './theme';
import {logTicks} from './ticks';
import {
  axesOf,
  type ChartOptions,
  type Drawing,
  type Figure,
  type Frame,
  type Layout,
  type Range,
  type Trace,
} from './types';

export interface FilmFrame {
  /** Said beside the slider: 'after 3 corrections'. */
  name: string;
  figure: Figure;
}

export interface FilmOptions extends ChartOptions {
  /** How long a frame is shown. @default 0.4 */
  seconds?: number;
}

/** Pixels below the plot for Plotly's own button and slider. */
const CONTROLS = 64;

/**
 * Figures of equal make as a film. Axes stand still: each gets the widest range of all frames. Frames carry only what changes.
 * The course's renderer has a button and a slider of its own; `sliders` and `updatemenus` serve any other.
 *
 * @throws RangeError if there is no frame, or two frames have the same name
 */
export function film(frames: FilmFrame[], options: FilmOptions = {}): Figure {
  if (frames.length === 0) throw new RangeError('a film must have at least one frame, got none');
  const names = frames.map(({name}) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new RangeError(`frames of a film must have different names, got '${twice}' twice`);

  const figures = frames.map(({figure}) => figure as Drawing);
  const traces = sameTraces(figures.map(({data}) => data));
  const changes = traces[0].map((_, k) => changingKeys(traces.map((data) => data[k])));
  const changing = changes.flatMap((keys, k) => (keys.length > 0 ? [k] : []));
  const moving = (['annotations', 'shapes'] as const).filter((part) => differ(figures.map(({layout}) => layout[part])));
  const shot = (i: number): Frame => ({
    name: names[i],
    data: changing.map((k) => pick(traces[i][k], changes[k])),
    traces: changing,
    ...(moving.length > 0 && {layout: pick(figures[i].layout, moving)}),
  });

  const layout = stillLayout(figures, options);
  const first = figures[0];
  const last = figures[figures.length - 1];
  const span = `from “${names[0]}” to “${names[names.length - 1]}”`;
  const alt = `${opening(options)}A film of ${frames.length} pictures, ${span}. The first: ${first.alt} The last: ${last.alt}`;
  addControls(layout, names, options.seconds ?? 0.4);
  return {...drawing(traces[0], layout, options.alt ?? alt), frames: frames.map((_, i) => shot(i))};
}

/**
 * Every frame with the same kinds of traces in the same order, as many of each as any frame has; missing ones are there,
 * but empty. So what is animated never becomes another kind of thing.
 */
function sameTraces(all: Trace[][]): Trace[][] {
  const sequences = all.map((data) => data.map(kindOf));
  if (!differ(sequences)) return all;
  const longest = all.reduce((most, data) => (data.length > most.length ? data : most));
  const kinds = [...new Set([longest, ...all].flat().map(kindOf))];
  const empty = (trace: Trace): Trace => ({...trace, x: [], y: [], ...(trace.z && {z: []}), showlegend: false});
  const filled = kinds.map((kind) => {
    const groups = all.map((data) => data.filter((trace) => kindOf(trace) === kind));
    const fullest = groups.reduce((most, group) => (group.length > most.length ? group : most));
    return groups.map((group) => [...group, ...fullest.slice(group.length).map(empty)]);
  });
  return all.map((_, frame) => filled.flatMap((groups) => groups[frame]));
}

function kindOf({type, mode = '', name = ''}: Trace): string {
  return `${type} ${mode} ${name}`;
}

function differ(values: unknown[]): boolean {
  const first = JSON.stringify(values[0]);
  return values.some((value) => JSON.stringify(value) !== first);
}

/** The attributes of a trace that aren't the same in all frames. */
function changingKeys(shots: Trace[]): (keyof Trace)[] {
  const keys = [...new Set(shots.flatMap((trace) => Object.keys(trace)))] as (keyof Trace)[];
  return keys.filter((key) => differ(shots.map((trace) => trace[key])));
}

/** Some attributes of a thing; null where it lacks one, which clears what an earlier frame has set. */
function pick<T extends object, K extends keyof T>(thing: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, thing[key] ?? null])) as Pick<T, K>;
}

function stillLayout(figures: Drawing[], {title, subtitle}: FilmOptions): Layout {
  const layout: Layout = structuredClone(figures[0].layout);
  for (const [name, axis] of axesOf(layout)) {
    const ranges = figures.map((figure) => figure.layout[name]?.range ?? axis.range);
    const all = ranges.flat();
    const widest: Range = [Math.min(...all), Math.max(...all)];
    axis.range = axis.range[0] > axis.range[1] ? [widest[1], widest[0]] : widest;
    if (axis.type === 'log') Object.assign(axis, logTicks(axis.range));
  }
  return entitle(layout, {
    title: title ? plain(title) : layout.title?.text,
    subtitle: subtitle ? plain(subtitle) : layout.title?.subtitle?.text,
  });
}

function addControls(layout: Layout, names: string[], seconds: number): void {
  const show = (duration: number) => ({mode: 'immediate', transition: {duration: 0}, frame: {duration, redraw: true}});
  const play = {...show(seconds * 1000), fromcurrent: true};
  layout.sliders = [
    {
      active: 0,
      ...{x: 0.16, len: 0.84, y: 0, yanchor: 'top', pad: {t: 44, b: 8}},
      currentvalue: {visible: true, xanchor: 'right', font: {size: 13, color: light.muted}},
      font: {color: light.muted, size: 11},
      ...{bgcolor: light.grid, bordercolor: light.axis, tickcolor: light.axis, minorticklen: 0, ticklen: 0},
      steps: names.map((name) => ({label: plain(name), method: 'animate', args: [[name], show(0)]})),
    },
  ];
  layout.updatemenus = [
    {
      ...{type: 'buttons', direction: 'left', showactive: false},
      ...{x: 0, xanchor: 'left', y: 0, yanchor: 'top', pad: {t: 52, r: 8}},
      ...{bgcolor: light.paper, bordercolor: light.axis},
      buttons: [
        {label: '▶', method: 'animate', args: [null, play]},
        {label: '❚❚', method: 'animate', args: [[null], show(0)]},
      ],
    },
  ];
  layout.meta = {...layout.meta, seconds, controls: CONTROLS};
  layout.height += CONTROLS;
  layout.margin.b += CONTROLS;
}
