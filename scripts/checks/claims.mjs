// Numbers in prose, held by what the cells print.
//
// `notebooks/claims/<lesson>.json` lists them:
//   {
//     "claims": [{"prose": "seen-ten-epochs", "says": "51 of them wrong", "from": "ten-epochs", "prints": "wrong: 51"}],
//     "given": {"opening": ["1958"], "*": ["1"]}
//   }
// A claim says: the prose cell `seen-ten-epochs` contains the words `says`, and the cell `ten-epochs` shows the text `prints`
// when it runs. A claim with `"where": "computed by: tensorflow"` counts only where some cell shows that text; where none does, one must at least
// show its words up to the colon. `given` lists, cell by cell, the numbers that no cell computes: settings, dates, sources ("*": in every cell).
//
// The rules:
// 1. Both texts are compared with one space between words, − as -, and without ** and $. A number at an end of `says` or `prints` is a
//    whole one: "wrong: 5" is neither in "wrong: 50" nor in "wrong: 5.5", and "5 wrong" not in "-5 wrong".
// 2. Each number in the prose stands inside some claim's `says` of that cell, or is given. Digits in code, addresses, LaTeX
//    indices and exponents, list marks and names ("lesson 2", "exercise 3", FER2013) are no numbers; nor are number words.
// 3. Each number in `says` is in `prints`, perhaps rounded there (0.348 is "0.35"; as a percentage "35 %"), or is given.
import {cellWord, isCode, isProse, lessonWord, sourceOf} from './notebook.mjs';
import {numbersIn, plain, proseOf, shownBy} from './text.mjs';
/** @import {Notebook} from './notebook.mjs' */

/**
 * @typedef {{prose: string, says: string, from: string, prints: string, where?: string}} Claim
 * @typedef {{claims: Claim[], given: Record<string, string[]>}} Claims
 */

/** @type {Claims} */
export const noClaims = {claims: [], given: {}};

/**
 * What can be checked without running: the prose says it, and every number is held.
 * @param {Notebook} notebook
 * @param {Claims} claims
 * @returns {string[]}
 */
export function checkClaimedProse(notebook, claims) {
  return [...checkReferences(notebook, claims), ...checkSaid(notebook, claims), ...checkNumbersHeld(notebook, claims)];
}

/**
 * What the executed cells show.
 * @param {Notebook} executed
 * @param {Claims} claims
 * @returns {string[]}
 */
export function checkClaimedOutput(executed, claims) {
  const everything = executed.cells.filter(isCode).map(shownBy).join(' ');
  const shows = (/** @type {string} */ text) => contains(everything, plain(text));
  return claims.claims.flatMap(({from, prints, where}) => {
    if (where !== undefined && !shows(where)) {
      const [kind] = where.split(':');
      return shows(`${kind}:`)
        ? []
        : [`${lessonWord(executed.name)}: some cell must show "${kind}:", on which a claim depends`];
    }
    const index = executed.cells.findIndex((cell) => cell.id === from);
    if (index < 0) return [];
    const shown = shownBy(executed.cells[index]);
    if (contains(shown, plain(prints))) return [];
    return [`${cellWord(executed, index)}: the output must contain "${prints}", got "${shortened(shown)}"`];
  });
}

/**
 * @param {Notebook} notebook
 * @param {Claims} claims
 * @returns {string[]}
 */
function checkReferences(notebook, {claims, given}) {
  const word = lessonWord(notebook.name);
  const has = (/** @type {string} */ id, /** @type {typeof isCode} */ kind) =>
    notebook.cells.some((cell) => cell.id === id && kind(cell));
  const missing = claims.flatMap(({prose, from}) => [
    ...(has(prose, isProse) ? [] : [`${word}: a claim names the prose cell ${prose}, which is not there`]),
    ...(has(from, isCode) ? [] : [`${word}: a claim names the code cell ${from}, which is not there`]),
  ]);
  const strangers = Object.keys(given).filter((id) => id !== '*' && !has(id, isProse));
  return [
    ...missing,
    ...strangers.map((id) => `${word}: numbers are given for the prose cell ${id}, which is not there`),
  ];
}

/**
 * @param {Notebook} notebook
 * @param {Claims} claims
 * @returns {string[]}
 */
function checkSaid(notebook, {claims, given}) {
  return claims.flatMap(({prose, says, prints}) => {
    const index = notebook.cells.findIndex((cell) => cell.id === prose && isProse(cell));
    if (index < 0) return [];
    const where = cellWord(notebook, index);
    if (!contains(plain(sourceOf(notebook.cells[index])), plain(says)))
      return [`${where}: the prose must say "${says}", which a test holds`];
    const held = numbersIn(plain(prints)).map(({text}) => text);
    const free = givenTo(prose, given);
    return numbersIn(plain(says))
      .filter(
        ({text, to}) => !free.has(text) && !held.some((printed) => rounds(printed, text, isShare(plain(says), to))),
      )
      .map(({text}) => `${where}: "${says}" says ${text}, but the output that holds it is "${prints}"`);
  });
}

/**
 * @param {Notebook} notebook
 * @param {Claims} claims
 * @returns {string[]}
 */
function checkNumbersHeld(notebook, {claims, given}) {
  return notebook.cells.flatMap((cell, index) => {
    if (!isProse(cell) || cell.id === 'navigation') return [];
    const prose = proseOf(cell);
    const free = givenTo(cell.id, given);
    const spans = claims.filter((claim) => claim.prose === cell.id).flatMap(({says}) => spansOf(prose, plain(says)));
    return numbersIn(prose)
      .filter(({text, from, to}) => !free.has(text) && !spans.some((span) => span.from <= from && to <= span.to))
      .map(({text}) => `${cellWord(notebook, index)}: the number ${text} in the prose is held by no test`);
  });
}

/**
 * @param {string} text
 * @param {string} part
 */
const contains = (text, part) => new RegExp(wholeNumbers(part), 'u').test(text);

/**
 * A pattern for a text, in which numbers at its ends are whole ones. A minus before a number is its sign, unless a digit, a letter or a
 * closing bracket stands before it ("3-5").
 * @param {string} text
 */
function wholeNumbers(text) {
  const before = /^-?\d/.test(text) ? '(?<![\\d.]|\\d,|\\de-?|(?<![\\p{L}\\d)])-)' : '';
  const after = /\d$/.test(text) ? '(?!\\d|[.,]\\d|e[-+]?\\d)' : '';
  return before + text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + after;
}

/**
 * Where a text stands in the prose; hidden digits of the prose match any digit.
 * @param {string} prose
 * @param {string} says
 */
function spansOf(prose, says) {
  const pattern = wholeNumbers(says).replace(/\d/g, (digit) => `[${digit}\uE000]`);
  return [...prose.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/**
 * @param {string} id
 * @param {Record<string, string[]>} given
 */
const givenTo = (id, given) => new Set([...(given[id] ?? []), ...(given['*'] ?? [])]);

/**
 * Does the printed number, rounded to the digits that are said, give what is said?
 * @param {string} printed
 * @param {string} said
 * @param {boolean} share
 */
function rounds(printed, said, share) {
  const decimals = /\.(\d+)/.exec(said)?.[1].length ?? 0;
  const near = (/** @type {number} */ value) => Math.abs(value - amount(said)) <= 0.5 * 10 ** -decimals + 1e-9;
  return near(amount(printed)) || (share && near(100 * amount(printed)));
}

/** @param {string} text */
const amount = (text) => Number(text.replaceAll(',', ''));

/**
 * @param {string} text
 * @param {number} to
 */
const isShare = (text, to) => /^\s*(?:\\?%|per ?cent)/.test(text.slice(to));

/** @param {string} text */
const shortened = (text) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
