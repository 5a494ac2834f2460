/** What every chart returns: a Plotly figure in the colours of the light theme, and the same in words. */
export interface Figure {
  data: object[];
  layout: object;
  frames?: object[];
  config?: object;
  /** The chart in words: read aloud by screen readers, printed where no picture can be. */
  alt: string;
}

/** Options that every chart takes. All of them are plain text: `<b>` stands there as it is written. */
export interface ChartOptions {
  /** Says what to see, not what is drawn: 'Few corrections, many mistakes'. */
  title?: string;
  /** How to read it, in one line. */
  subtitle?: string;
  xLabel?: string;
  yLabel?: string;
  /** Replaces the description that the chart would write itself. */
  alt?: string;
}

/** Least and greatest value of an axis; of a logarithmic one in powers of ten. */
export type Range = [low: number, high: number];

/** The part of Plotly's traces that the course uses. */
export interface Trace {
  type: 'scatter' | 'heatmap';
  name?: string;
  x: (number | null)[];
  y: (number | null)[];
  /** A heat map's rows, from the lowest y upwards. */
  z?: number[][];
  zmin?: number;
  zmax?: number;
  zsmooth?: 'best' | false;
  colorscale?: [at: number, colour: string][];
  showscale?: boolean;
  mode?: string;
  line?: {color?: string; width?: number; dash?: string};
  marker?: Marker;
  fill?: 'none' | 'toself' | 'tozeroy';
  fillcolor?: string;
  xaxis?: string;
  yaxis?: string;
  showlegend?: boolean;
  legendgroup?: string;
  /** Traces of lower rank stand further left in the legend; 1000 if not told. */
  legendrank?: number;
  cliponaxis?: boolean;
  hoverinfo?: string;
  hovertemplate?: string;
  /** One text a point, for `%{hovertext}`. */
  hovertext?: string[];
  /** One number a point of a heat map, for `%{customdata}`. */
  customdata?: number[][];
}

export interface Marker {
  color?: string;
  symbol?: string;
  size?: number;
  opacity?: number;
  line?: {color: string; width: number};
  /** Where an arrow points: 90 is to the right, the only way that `toSvg` knows. */
  angle?: 90;
  /** Pixels between an arrow's tip and its point. */
  standoff?: number;
}

/** The part of Plotly's axes that the course uses. */
export interface Axis {
  range: Range;
  type?: 'log';
  title?: Text;
  domain?: Range;
  anchor?: string;
  showgrid?: boolean;
  showticklabels?: boolean;
  dtick?: number;
  nticks?: number;
  tickvals?: number[];
  ticktext?: string[];
  tickfont?: Font;
  automargin?: boolean;
}

export interface Font {
  size?: number;
  color?: string;
  weight?: number;
  family?: string;
}

interface Text {
  text: string;
  font?: Font;
  subtitle?: {text: string; font?: Font};
}

/** Text in a chart. `x` and `y` count as `xref` and `yref` say: 'x', 'x2 domain', 'paper'. */
export interface Annotation {
  text: string;
  x: number;
  y: number;
  xref?: string;
  yref?: string;
  xanchor?: 'left' | 'center' | 'right';
  yanchor?: 'top' | 'middle' | 'bottom';
  xshift?: number;
  yshift?: number;
  font?: Font;
  showarrow?: false;
  align?: string;
  name?: string;
}

/** A line or a rectangle behind or before the data. */
export interface Shape {
  type: 'line' | 'rect';
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  xref?: string;
  yref?: string;
  layer?: 'above' | 'below';
  line?: {color?: string; width?: number; dash?: string};
  fillcolor?: string;
}

/** A picture, such as a photograph, in the plot. */
export interface Picture {
  /** A data URL. */
  source: string;
  /** Its corner at the top left, and its size. */
  x: number;
  y: number;
  sizex: number;
  sizey: number;
  xref: string;
  yref: string;
  sizing: 'stretch';
  layer: 'above';
}

type AxisName = `xaxis${number | ''}` | `yaxis${number | ''}`;

/** What the course's renderer and `toSvg` need to know beyond Plotly's layout. */
export interface Meta {
  /** Pixels; wider than this a plane isn't drawn. */
  maxWidth?: number;
  /** Height of the plot for a width of 1. */
  aspect?: number;
  /** Pixels between plot and legend. */
  above?: number;
  /** Pixels at the bottom for the film's controls, where the renderer has none of its own. */
  controls?: number;
  /** How long a film shows a frame. */
  seconds?: number;
}

/** The part of Plotly's layout that the course uses; `xaxis` and `yaxis` are always there. */
export type Layout = {
  height: number;
  width?: number;
  margin: {l: number; r: number; t: number; b: number; pad?: number};
  title?: Text;
  showlegend: boolean;
  legend: {x?: number; y?: number} & Record<string, unknown>;
  annotations: Annotation[];
  shapes: Shape[];
  images?: Picture[];
  meta: Meta;
  sliders?: object[];
  updatemenus?: object[];
} & {[axis in 'xaxis' | 'yaxis']: Axis} & {[axis in AxisName]?: Axis};

/** A frame of a film: for each trace that changes, the attributes that change. */
export interface Frame {
  name: string;
  data: Partial<Trace>[];
  /** Which trace each entry of `data` belongs to. */
  traces: number[];
  layout?: Partial<Layout>;
}

/** A figure that this library made, with all its parts known. */
export interface Drawing extends Figure {
  data: Trace[];
  layout: Layout;
  frames?: Frame[];
}

/** The axes of a layout: `['xaxis', …], ['yaxis2', …]`. */
export function axesOf(layout: Layout): [AxisName, Axis][] {
  return Object.entries(layout).filter(([key]) => /^[xy]axis\d*$/.test(key)) as [AxisName, Axis][];
}
