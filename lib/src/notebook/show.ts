import {toHtml} from '../charts/svg';
import type {Figure} from '../charts/types';
import {display, LiveDisplay, type DisplayContent} from './display';

/** The mime type that JupyterLab, VS Code and the site draw as a Plotly chart. */
const PLOTLY = 'application/vnd.plotly.v1+json';

/**
 * Shows charts below the cell, one under the other.
 *
 * @example
 * show(lineChart({corrections: model.errors_}, {title: 'Corrections in each epoch'}));
 */
export function show(...figures: Figure[]): void {
  for (const figure of figures) display(toContent(figure));
}

/**
 * Shows a chart that can be redrawn in place, up to 25 times a second.
 *
 * @example
 * const chart = live(lineChart({loss: [losses[0]]}));
 * chart.update(lineChart({loss: losses}));
 */
export function live(figure: Figure): {update(figure: Figure): void} {
  const output = new LiveDisplay(toContent(figure));
  return {update: (next) => output.update(toContent(next))};
}

function toContent(figure: Figure): DisplayContent {
  const isFigure = Array.isArray(figure?.data) && typeof figure.layout === 'object' && typeof figure.alt === 'string';
  if (!isFigure) throw new TypeError(`show takes charts such as lineChart(…) returns, got ${typeof figure}`);
  return {data: {[PLOTLY]: figure, 'text/html': toHtml(figure), 'text/plain': figure.alt}};
}
