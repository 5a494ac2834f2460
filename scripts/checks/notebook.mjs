// A notebook as the checks see it: its cells, their text, and how to name one of them to a human being.
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{
 *   output_type: string, name?: string, text?: string | string[], data?: Record<string, unknown>,
 *   metadata?: Record<string, unknown>, ename?: string, evalue?: string, traceback?: string[],
 * }} Output
 * @typedef {{
 *   id: string, cell_type: 'code' | 'markdown' | 'raw', source: string | string[], metadata: Record<string, unknown>,
 *   outputs?: Output[], execution_count?: number | null,
 * }} Cell
 * @typedef {{cells: Cell[], metadata: Record<string, unknown>, nbformat: number, nbformat_minor: number}} NotebookFile
 * @typedef {{name: string, cells: Cell[], file: NotebookFile, text: string}} Notebook
 *   `name` is the file's name without its ending ("03-perceptron"), `text` the file as it lies on the disk.
 * @typedef {{name: string, title: string, build: string, minutes: number}} Lesson
 */

/**
 * Gives a notebook its name.
 * @param {string} name
 * @param {string} text the file's JSON
 * @returns {Notebook}
 */
export function parseNotebook(name, text) {
  const file = /** @type {NotebookFile} */ (JSON.parse(text));
  return {name, cells: file.cells, file, text};
}

/**
 * @param {string} file path of an .ipynb file
 * @returns {Notebook}
 */
export function readNotebook(file) {
  const text = fs.readFileSync(file, 'utf8');
  try {
    return parseNotebook(path.basename(file, '.ipynb'), text);
  } catch (error) {
    throw new Error(`${file} must be a notebook (JSON), got: ${/** @type {Error} */ (error).message}`, {cause: error});
  }
}

/**
 * All notebooks of a folder, by name.
 * @param {string} folder
 * @returns {Notebook[]}
 */
export function readNotebooks(folder) {
  if (!fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.ipynb'));
  return files.sort().map((file) => readNotebook(path.join(folder, file)));
}

/**
 * The text of a cell, whether stored as one string or as lines.
 * @param {Cell} cell
 */
export function sourceOf(cell) {
  return Array.isArray(cell.source) ? cell.source.join('') : cell.source;
}

/** @param {Cell} cell */
export const isCode = (cell) => cell.cell_type === 'code';

/** @param {Cell} cell */
export const isProse = (cell) => cell.cell_type === 'markdown';

/**
 * @param {Cell} cell
 * @param {string} tag
 */
export function hasTag(cell, tag) {
  const tags = cell.metadata.tags;
  return Array.isArray(tags) && tags.includes(tag);
}

/**
 * The folded cell with an exercise's answer.
 * @param {Cell} cell
 */
export const isSolution = (cell) => isCode(cell) && hasTag(cell, 'solution');

/**
 * A folded cell of a part that a first reading can pass.
 * @param {Cell} cell
 */
export const isOptional = (cell) => isCode(cell) && hasTag(cell, 'optional');

/**
 * "lesson 03", or the whole name if it carries no number.
 * @param {string} name
 */
export function lessonWord(name) {
  const number = /^\d+/.exec(name);
  return number ? `lesson ${number[0]}` : `notebook ${name}`;
}

/**
 * "lesson 03, cell 7 (first-step)", counted from 1 as the page shows them.
 * @param {Notebook} notebook
 * @param {number} index
 */
export function cellWord(notebook, index) {
  return `${lessonWord(notebook.name)}, cell ${index + 1} (${notebook.cells[index]?.id ?? 'no id'})`;
}

/**
 * Lines of code that are not empty.
 * @param {Cell} cell
 */
export function codeLines(cell) {
  return sourceOf(cell)
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/**
 * The headings of all prose, in order, without the marks.
 * @param {Notebook} notebook
 * @returns {{level: number, text: string}[]}
 */
export function headings(notebook) {
  return notebook.cells.filter(isProse).flatMap((cell) => headingsOf(sourceOf(cell)));
}

/**
 * @param {string} markdown
 * @returns {{level: number, text: string}[]}
 */
export function headingsOf(markdown) {
  const outsideFences = markdown.replace(/^(```|~~~)[^]*?^\1.*$/gm, '');
  return [...outsideFences.matchAll(/^(#{1,6}) +(.+?) *$/gm)].map(([, marks, text]) => ({level: marks.length, text}));
}

/**
 * The exercises that a cell names, as `exercise('id').method(`.
 * @param {Cell} cell
 * @returns {{id: string, method: string}[]}
 */
export function exerciseCalls(cell) {
  const calls = sourceOf(cell).matchAll(/\bexercise\(\s*(['"`])([^'"`]+)\1\s*\)\s*\.\s*(\w+)\(/g);
  return [...calls].map(([, , id, method]) => ({id, method}));
}
