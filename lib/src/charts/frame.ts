import {plain} from './text';
import {FONT, light, SERIES} from './theme';
import type {Annotation, Axis, ChartOptions, Drawing, Layout, Meta, Range, Shape, Trace} from './types';

/** What a chart adds to the common layout. */
export interface FrameParts extends Meta {
  xaxis: Partial<Axis> & {range: Range};
  yaxis: Partial<Axis> & {range: Range};
  /** Height in pixels without title and subtitle. @default 340 */
  height?: number;
  legend?: boolean;
  /** Points are small, but not in the legend. */
  crowded?: boolean;
  left?: number;
  right?: number;
  annotations?: Annotation[];
  shapes?: Shape[];
}

/** Pixels that Plotly needs above the plot for title and subtitle; the course's renderer sets them in HTML and takes them back. */
export function titleHeight({title, subtitle}: {title?: string; subtitle?: string}): number {
  return (title ? 30 : 0) + (subtitle ? 32 : 0);
}

/**
 * The layout of every chart. From the top: title, subtitle, legend, name of the y axis (upright: nobody turns the head),
 * plot; everything starts at the left. Ranges are always given, so that films stand still and grids can compare them;
 * axes are fixed, so that scrolling a page never zooms a chart.
 */
export function frame(options: ChartOptions, parts: FrameParts): Layout {
  const {title, subtitle, xLabel, yLabel} = options;
  const {height = 340, legend = false, left = 48, right = 16, maxWidth, aspect, annotations = [], shapes = []} = parts;
  const above = 10 + (yLabel ? 20 : 0);
  const top = above + (legend ? 24 : 0);
  const bottom = xLabel ? 48 : 30;
  const small = {size: 13, color: light.muted};
  const axis = {
    gridcolor: light.grid,
    zeroline: false,
    showline: false,
    ticks: '',
    tickfont: {size: 12, color: light.muted},
    fixedrange: true,
    automargin: true,
    nticks: 7,
    minexponent: 4,
    exponentformat: 'power',
    separatethousands: true,
  };
  const nameOfY = note(plain(yLabel ?? ''), {
    ...{x: 0, xref: 'x domain', xanchor: 'left', xshift: 8 - left},
    ...{y: 1, yref: 'y domain', yanchor: 'bottom', yshift: 6},
    name: 'yLabel',
  });
  const layout = {
    height,
    margin: {l: left, r: right, t: top, b: bottom, pad: 4},
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: {family: FONT, size: 13, color: light.ink},
    colorway: SERIES,
    dragmode: false,
    hovermode: 'closest',
    hoverlabel: {
      bgcolor: light.paper,
      bordercolor: light.axis,
      font: {family: FONT, size: 13, color: light.ink},
      align: 'left',
    },
    showlegend: legend,
    legend: {
      ...{orientation: 'h', x: 0, xanchor: 'left', y: 1 + above / (height - top - bottom), yanchor: 'bottom'},
      ...{itemclick: false, itemdoubleclick: false, ...(parts.crowded && {itemsizing: 'constant'}), tracegroupgap: 0},
      font: {size: 13, color: light.ink},
      bgcolor: 'rgba(0,0,0,0)',
    },
    xaxis: {...axis, ...(xLabel && {title: {text: plain(xLabel), standoff: 10, font: small}}), ...parts.xaxis},
    yaxis: {...axis, ...parts.yaxis},
    annotations: yLabel ? [nameOfY, ...annotations] : annotations,
    shapes,
    meta: {maxWidth, aspect, above},
  };
  return entitle(layout, {title: title && plain(title), subtitle: subtitle && plain(subtitle)});
}

/** The layout under another heading, in Plotly's markup, and as much higher as that needs. */
export function entitle({title: old, ...layout}: Layout, heading: {title?: string; subtitle?: string}): Layout {
  const {title = '', subtitle} = heading;
  const more = titleHeight(heading) - titleHeight({title: old?.text, subtitle: old?.subtitle?.text});
  const grown = {...layout, height: layout.height + more, margin: {...layout.margin, t: layout.margin.t + more}};
  if (!title && !subtitle) return grown;
  const place = {x: 0, xanchor: 'left', y: 1, yref: 'container', yanchor: 'top', pad: {l: 4, t: 10}};
  const small = {text: subtitle ?? '', font: {size: 13, color: light.muted}};
  const text = {text: title, font: {size: 17, color: light.ink, weight: 600}, ...(subtitle && {subtitle: small})};
  return {...grown, title: {...text, ...place}};
}

/** Text in a chart, without an arrow. */
export function note(text: string, place: Omit<Annotation, 'text'>): Annotation {
  return {text, showarrow: false, font: {size: 13, color: light.muted}, ...place};
}

/** A finished figure. */
export function drawing(data: Trace[], layout: Layout, alt: string): Drawing {
  const config = {displayModeBar: false, displaylogo: false, showSendToCloud: false, responsive: true};
  return {data, layout, config, alt};
}

/** 'Title. ' or nothing: descriptions begin with it. */
export function opening({title}: ChartOptions): string {
  return title ? `${title}${/[.!?…]$/.test(title) ? '' : '.'} ` : '';
}
