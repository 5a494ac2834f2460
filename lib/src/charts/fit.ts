import {titleHeight} from './frame';
import {spoken} from './text';
import {axesOf, type Drawing, type Layout, type Trace} from './types';

/** The figure as it is at one frame of its film, without the controls for other renderers. */
export function frameOf(figure: Drawing, frame: number): {data: Trace[]; layout: Layout} {
  const {sliders: _sliders, updatemenus: _menus, ...layout} = figure.layout;
  const now = figure.frames?.[frame];
  const data = figure.data.map((trace, k) => {
    const change = now?.data[now.traces.indexOf(k)];
    return change ? {...trace, ...change} : trace;
  });
  const controls = layout.meta.controls ?? 0;
  const {height, margin} = layout;
  return {
    data,
    layout: {...layout, ...now?.layout, height: height - controls, margin: {...margin, b: margin.b - controls}},
  };
}

/** Pixels that a letter of the legend takes, about. */
const LETTER = 7.3;
const LEGEND_ROW = 19;

/** The names in a legend, as they fall into rows: beside each other if they fit, else in columns of equal width. */
export function legendRows(data: Trace[], {showlegend}: Layout, width: number): {trace: Trace; x: number}[][] {
  const shown = showlegend
    ? data.filter((trace) => trace.showlegend !== false && trace.name && trace.x.length > 0)
    : [];
  shown.sort((a, b) => (a.legendrank ?? 1000) - (b.legendrank ?? 1000));
  const widths = shown.map(({name = ''}) => 46 + LETTER * spoken(name).length);
  const starts = widths.map((_, k) => widths.slice(0, k).reduce((sum, one) => sum + one, 0));
  const whole = widths.reduce((sum, one) => sum + one, 0);
  if (whole <= width) return [shown.map((trace, k) => ({trace, x: starts[k]}))];
  const column = Math.max(...widths);
  const columns = Math.max(1, Math.floor(width / column));
  return Array.from({length: Math.ceil(shown.length / columns)}, (_, row) =>
    shown.slice(row * columns, (row + 1) * columns).map((trace, k) => ({trace, x: k * column})),
  );
}

/**
 * The layout at a width: without the title, which stands in HTML, with room for all rows of the legend, with fewer ticks where it
 * is narrow, and as high as planes need.
 */
export function fit(data: Trace[], {title, ...layout}: Layout, width: number): Layout & {width: number} {
  const {aspect, above = 8} = layout.meta;
  const gone = titleHeight({title: title?.text, subtitle: title?.subtitle?.text});
  const more = LEGEND_ROW * (legendRows(data, layout, width).length - 1) - gone;
  const margin = {...layout.margin, t: layout.margin.t + more};
  const plotWidth = width - margin.l - margin.r;
  const height = aspect ? plotWidth * aspect + margin.t + margin.b : layout.height + more;
  const legend = {...layout.legend, x: (4 - margin.l) / plotWidth, y: 1 + above / (height - margin.t - margin.b)};
  const fitted: Layout & {width: number} = {...layout, legend, margin, height, width};
  for (const [name, axis] of axesOf(fitted)) {
    const most = name[0] === 'x' ? 5 : 6;
    if (width < 520 && !axis.dtick) fitted[name] = {...axis, nticks: Math.min(axis.nticks ?? 7, most)};
  }
  return fitted;
}
