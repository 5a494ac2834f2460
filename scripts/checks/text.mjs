// Prose and printed text in one form, so that the two can be compared.
import {sourceOf} from './notebook.mjs';
/** @import {Cell, Output} from './notebook.mjs' */

/**
 * One space between words, a plain minus, no marks of emphasis or mathematics.
 * @param {string} text
 */
export function plain(text) {
  return text
    .replace(/\*\*|\$/g, '')
    .replace(/−/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * All that a cell showed: printed text, plain text, and HTML without its tags.
 * @param {Cell} cell
 */
export function shownBy(cell) {
  return plain((cell.outputs ?? []).map(outputText).join('\n'));
}

/** @param {Output} output */
function outputText(output) {
  if (output.output_type === 'stream') return withoutColours(joined(output.text));
  if (output.output_type === 'error') return `${output.ename}: ${output.evalue}`;
  const {data = {}} = output;
  return `${withoutColours(joined(data['text/plain']))}\n${withoutTags(joined(data['text/html']))}`;
}

/** @param {unknown} text */
const joined = (text) => (Array.isArray(text) ? text.join('') : typeof text === 'string' ? text : '');

/** @param {string} text */
const withoutColours = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');

/** @param {string} html */
function withoutTags(html) {
  const entities = {'&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ', '&amp;': '&'};
  const text = html.replace(/<(style|script)\b[^]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ');
  return Object.entries(entities).reduce((result, [entity, character]) => result.replaceAll(entity, character), text);
}

const number = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g;
// A private character stands where a digit is not a number of the prose; the text keeps its length.
const hidden = '\uE000';

/**
 * A cell's prose in plain form, with the digits hidden that are no numbers: inside code, addresses, tags, LaTeX indices and
 * exponents; numbers that are names ("lessons 1 and 2", "exercise 3", "# 3 · Title", "**1.**", FER2013); the marks of a list.
 * @param {Cell} cell
 */
export function proseOf(cell) {
  const names = [
    /^(```|~~~)[^]*?^\1.*$/gm,
    /`[^`\n]*`/g,
    /<!--[^]*?-->|<\/?[a-z][^>\n]*>/gi,
    /\]\([^)]*\)/g,
    /^\[[^\]]+\]: .*$/gm,
    /\bhttps?:\/\/\S+/g,
    /^#+ \d+ · /gm,
    /^ *(?:\*\*)?\d+\.(?:\*\*)? /gm,
    /\b(?:lesson|exercise|figure|chapter)s? \d+(?:(?:, | and | to |–)\d+)*/gi,
    /(?<![\\\p{L}])\p{L}+[\d-]*\d/gu,
  ];
  const indices = /[_^]\s*(?:\{[^{}]*\}|\d)/g;
  const formulas = /\$\$[^]*?\$\$|\$[^$\n]+\$/g;
  const text = sourceOf(cell).replace(formulas, (formula) => formula.replace(indices, hide));
  return plain(names.reduce((result, name) => result.replace(name, hide), text));
}

/** @param {string} text */
const hide = (text) => text.replace(/\d/g, hidden);

/**
 * The numbers in a plain text, and where they stand.
 * @param {string} text
 * @returns {{text: string, from: number, to: number}[]}
 */
export function numbersIn(text) {
  return [...text.matchAll(number)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}
