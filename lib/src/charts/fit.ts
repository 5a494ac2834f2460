import {titleHeight} from './frame';
import {axesOf, type Drawing, type Layout, type Trace} from './types';

/** The figure as it is at one frame of its film, without the controls for other renderers. */
export function frameOf(figure: Drawing, frame: number): {data: Trace[]; layout: Layout} {
  const {sliders: _sliders, updatemenus: _menus, ...layout} = figure.layout;
  const now = figure.frames?.[frame];
  const data = figure.data.map((trace, k) => {
    const change = now?.data[now.traces.indexOf(k)];
    return change ? {...trace, ...change} : trace;
  });
  const controls = layout.meta?.controls ?? 0;
  const {height, margin} = layout;
  return {
    data,
    layout: {...layout, ...now?.layout, height: height - controls, margin: {...margin, b: margin.b - controls}},
  };
}

/** The layout at a width: without the title, which stands in HTML, with fewer ticks where it is narrow, and as high as planes need. */
export function fit({title, ...layout}: Layout, width: number): Layout & {width: number} {
  const gone = titleHeight({title: title?.text, subtitle: title?.subtitle?.text});
  const {aspect, above = 8} = layout.meta ?? {};
  const margin = {...layout.margin, t: layout.margin.t - gone};
  const plotWidth = width - margin.l - margin.r;
  const height = aspect ? plotWidth * aspect + margin.t + margin.b : layout.height - gone;
  const legend = {...layout.legend, x: (4 - margin.l) / plotWidth, y: 1 + above / (height - margin.t - margin.b)};
  const fitted: Layout & {width: number} = {...layout, legend, margin, height, width};
  for (const [name, axis] of axesOf(fitted)) {
    if (width < 520 && !axis.dtick)
      fitted[name] = {...axis, nticks: Math.min(axis.nticks ?? 7, name[0] === 'x' ? 5 : 6)};
  }
  return fitted;
}
