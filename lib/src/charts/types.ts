/** What every chart returns: a Plotly figure in the colours of the light theme, and the same in words. */
export interface Figure {
  data: object[];
  layout: object;
  frames?: object[];
  config?: object;
  /** The chart in words: read aloud by screen readers, printed where no picture can be. */
  alt: string;
}

/** Options that every chart takes. */
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
