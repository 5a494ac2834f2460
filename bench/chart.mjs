// The picture in RESULTS.md: every ratio of our time to another's, and what it was to be. It has a background of its own, so that it can be
// read wherever it is shown.
import {createRequire} from 'node:module';
import {at} from '../scripts/lib/paths.mjs';
/** @import {Ratio} from './contest.mjs' */
/** @typedef {{title: string, ratios: Ratio[]}} Group of one benchmark */

/** @type {{light: Record<string, string>, dark: Record<string, string>}} */
const {light, dark} = createRequire(import.meta.url)(at('lib', 'dist', 'charts', 'theme.js'));

const WIDTH = 920;
const LEFT = 380; // where the scale begins
const RIGHT = 680; // and where it ends
const TOP = 110;
const ROW = 22;
const GAP = 30; // above the title of a group

/**
 * @param {Group[]} groups
 * @returns {string} an SVG
 */
export function ratioChart(groups) {
  const all = groups.flatMap(({ratios}) => ratios);
  const [low, high] = scaleOver(all.flatMap(({ratio, goal}) => [ratio, goal ?? ratio, 1]));
  const x = (/** @type {number} */ ratio) => LEFT + ((Math.log10(ratio) - low) / (high - low)) * (RIGHT - LEFT);
  const parts = [];
  let y = TOP - GAP;
  for (const {title, ratios} of groups) {
    y += GAP;
    parts.push(text(20, y, title, 'strong'));
    for (const ratio of ratios) parts.push(row(ratio, (y += ROW), x));
  }
  const bottom = y + ROW / 2 + 4;
  const ticks = Array.from({length: high - low + 1}, (_, i) => 10 ** (low + i));
  const grid = ticks.map((tick) => {
    const at = x(tick).toFixed(1);
    const line = `<path class="${tick === 1 ? 'one' : 'grid'}" d="M${at} ${TOP - 18}V${bottom}"/>`;
    return line + text(x(tick), TOP - 26, tick === 1 ? 'as fast' : String(tick), 'small', 'middle');
  });
  const height = bottom + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escape(inWords(groups))}">
<style>
${styles(light)}
@media (prefers-color-scheme: dark) {
${styles(dark)}
}
text { font: 13px system-ui, -apple-system, 'Segoe UI', sans-serif; }
.strong { font-weight: 600; }
.small { font-size: 12px; }
.title { font-size: 16px; font-weight: 600; }
path { fill: none; }
.mark { stroke-width: 2; }
</style>
<rect class="paper" width="${WIDTH}" height="${height}" rx="6"/>
${text(20, 30, 'CPU time of neurons ÷ CPU time of the other', 'title')}
${text(20, 52, 'Left of the line, neurons is faster. Dot: measured; bar: goal, at most.')}
${[...grid, ...parts].join('\n')}
</svg>
`;
}

/**
 * What the chart shows, for those who don't see it.
 * @param {Group[]} groups
 */
export function inWords(groups) {
  const all = groups.flatMap(({title, ratios}) => ratios.map((ratio) => ({title, ...ratio})));
  const sorted = all.sort((a, b) => a.ratio - b.ratio);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]].map(({title, ours, theirs, ratio}) => {
    return `${ratio.toPrecision(2)} (${title}: ${ours} ÷ ${theirs})`;
  });
  const withGoal = all.filter(({goal}) => goal !== undefined);
  const met = withGoal.filter(({ratio, goal = 0}) => ratio <= goal);
  return (
    `CPU time of neurons ÷ CPU time of the other, on a logarithmic scale, from ${least} to ${most}. ` +
    `${met.length} of ${withGoal.length} goals are met. All figures stand in the tables below.`
  );
}

/**
 * @param {Ratio} ratio
 * @param {number} y
 * @param {(ratio: number) => number} x
 */
function row({ours, theirs, ratio, goal}, y, x) {
  const state = goal === undefined ? 'none' : ratio <= goal ? 'met' : 'missed';
  const middle = y - 4;
  const stem = `<path class="stem" d="M${x(1).toFixed(1)} ${middle}H${x(ratio).toFixed(1)}"/>`;
  const bar = goal === undefined ? '' : `<path class="mark" d="M${x(goal).toFixed(1)} ${middle - 8}v16"/>`;
  const dot = `<circle class="${state}" cx="${x(ratio).toFixed(1)}" cy="${middle}" r="5"/>`;
  const words = {none: '', met: `at most ${goal}`, missed: `at most ${goal}: missed`}[state];
  const figure = text(RIGHT + 70, y, ratio.toPrecision(2), 'strong', 'end') + text(RIGHT + 84, y, words);
  return stem + bar + dot + text(LEFT - 20, y, `${ours} ÷ ${theirs}`, '', 'end') + figure;
}

/** Whole powers of ten around all of them. @param {number[]} values */
function scaleOver(values) {
  return [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {string} kind
 * @param {'start' | 'middle' | 'end'} anchor
 */
function text(x, y, words, kind = '', anchor = 'start') {
  return (
    words && `<text class="ink ${kind}" x="${x.toFixed(0)}" y="${y}" text-anchor="${anchor}">${escape(words)}</text>`
  );
}

/** @param {Record<string, string>} colours */
function styles({paper, ink, muted, grid, axis, blue, orange}) {
  return [
    `.paper { fill: ${paper}; }`,
    `.ink { fill: ${ink}; }`,
    `.none { fill: ${muted}; }`,
    `.met { fill: ${blue}; }`,
    `.missed { fill: ${orange}; }`,
    `.grid { stroke: ${grid}; }`,
    `.one, .stem { stroke: ${axis}; }`,
    `.mark { stroke: ${ink}; }`,
  ].join('\n');
}

/** @param {string} words */
function escape(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
