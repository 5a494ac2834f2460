// The rhythm of a lesson: short cells, more prose than code, never code upon code. A solution is folded, so it counts nowhere here.
import {
  cellWord,
  codeLines,
  exerciseCalls,
  isCode,
  isOptional,
  isProse,
  isSolution,
  lessonWord,
  sourceOf,
} from './notebook.mjs';
/** @import {Cell, Notebook} from './notebook.mjs' */

const longLessons = /^(07|12)-/;
const limits = {
  medianLines: 5,
  lines: 20,
  wordsForALine: 10,
  fewestCells: 10,
  mostCells: 25,
  mostCellsOfALongLesson: 35,
};

/**
 * No cell above 20 lines, solutions included; half of the others at most 5.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkCellSizes(notebook) {
  const problems = notebook.cells.flatMap((cell, index) => {
    const lines = isCode(cell) ? codeLines(cell).length : 0;
    const rule = `a cell must have at most ${limits.lines} lines, got ${lines} (longer code belongs in the library)`;
    return lines > limits.lines ? [`${cellWord(notebook, index)}: ${rule}`] : [];
  });
  const sizes = countedCells(notebook).map((cell) => codeLines(cell).length);
  const middle = median(sizes);
  if (middle > limits.medianLines)
    problems.push(
      `${lessonWord(notebook.name)}: the median code cell must have at most ${limits.medianLines} lines, got ${middle}`,
    );
  return problems;
}

/**
 * 10 to 25 code cells, 35 where the lesson is a long one, besides those that a first reading can pass.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkCellCount(notebook) {
  const most = longLessons.test(notebook.name) ? limits.mostCellsOfALongLesson : limits.mostCells;
  const count = countedCells(notebook).filter((cell) => !isOptional(cell)).length;
  if (count >= limits.fewestCells && count <= most) return [];
  return [`${lessonWord(notebook.name)}: a lesson must have ${limits.fewestCells} to ${most} code cells, got ${count}`];
}

/**
 * Ten words of prose for each line of code.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkWords(notebook) {
  const words = notebook.cells.filter(isProse).reduce((sum, cell) => sum + wordsOf(sourceOf(cell)), 0);
  const lines = countedCells(notebook).reduce((sum, cell) => sum + codeLines(cell).length, 0);
  if (words >= limits.wordsForALine * lines) return [];
  const got = `got ${words} words for ${lines} lines`;
  return [`${lessonWord(notebook.name)}: each line of code must have ${limits.wordsForALine} words of prose, ${got}`];
}

/**
 * Between two code cells stands a sentence, except in a prediction and its answer, and a stub and its solution.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkSentences(notebook) {
  /** @type {number | undefined} */
  let before;
  return notebook.cells.flatMap((cell, index) => {
    if (isProse(cell)) {
      if (hasSentence(sourceOf(cell))) before = undefined;
      return [];
    }
    if (!isCode(cell)) return [];
    const previous = before === undefined ? undefined : notebook.cells[before];
    before = index;
    if (!previous || belongTogether(previous, cell)) return [];
    return [`${cellWord(notebook, index)}: two code cells in a row; say a sentence between them`];
  });
}

/** @param {Notebook} notebook */
const countedCells = (notebook) => notebook.cells.filter((cell) => isCode(cell) && !isSolution(cell));

/**
 * @param {Cell} first
 * @param {Cell} second
 */
function belongTogether(first, second) {
  if (/\bpredictFirst\(/.test(sourceOf(first)) && /\.reveal\(/.test(sourceOf(second))) return true;
  const stubs = exerciseCalls(first).map(({id}) => id);
  return isSolution(second) && exerciseCalls(second).some(({id}) => stubs.includes(id));
}

/**
 * Words with a letter in them, outside code, formulas and addresses.
 * @param {string} markdown
 */
export function wordsOf(markdown) {
  const prose = markdown
    .replace(/^(```|~~~)[^]*?^\1.*$/gm, ' ')
    .replace(/\$\$[^]*?\$\$/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ');
  return prose.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

/** @param {string} markdown */
const hasSentence = (markdown) => wordsOf(markdown.replace(/^#{1,6} .*$/gm, '')) > 0;

/** @param {number[]} values */
function median(values) {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
