// What a notebook in git looks like: no outputs, no counts, readable ids that stay, and nothing that a page leaves behind.
import {cellWord, isCode, lessonWord} from './notebook.mjs';
/** @import {Cell, Notebook, NotebookFile} from './notebook.mjs' */

const kernel = {display_name: 'TypeScript', language: 'typescript', name: 'typescript'};

/**
 * Outputs and execution counts belong to the reader's copy.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkNoOutputs(notebook) {
  return notebook.cells.flatMap((cell, index) => {
    if (!isCode(cell)) return [];
    const where = cellWord(notebook, index);
    const problems = [];
    if (cell.outputs?.length !== 0)
      problems.push(`${where}: outputs must not be committed (npm run format removes them)`);
    if (cell.execution_count !== null)
      problems.push(`${where}: execution_count must be null, got ${cell.execution_count} (npm run format resets it)`);
    return problems;
  });
}

/**
 * Each cell has an id of its own, in words: tests and links name cells by it.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkIds(notebook) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return notebook.cells.flatMap((cell, index) => {
    const where = cellWord(notebook, index);
    if (!cell.id) return [`${where}: the cell needs an id`];
    const first = seen.get(cell.id);
    seen.set(cell.id, first ?? index);
    if (first !== undefined) return [`${where}: the id is taken by cell ${first + 1}`];
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){0,3}(-[0-9a-f]{12})?$/.test(cell.id))
      return [`${where}: the id was made by a machine; give it a name that says what the cell does`];
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(cell.id) || cell.id.length > 64)
      return [`${where}: an id must be lower-case words joined by hyphens`];
    return [];
  });
}

/**
 * The kernel is the course's own; the rest of the metadata is empty.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkMetadata(notebook) {
  const {file} = notebook;
  const lesson = lessonWord(notebook.name);
  const problems = [];
  if (file.nbformat !== 4 || file.nbformat_minor !== 5)
    problems.push(`${lesson}: nbformat must be 4.5, got ${file.nbformat}.${file.nbformat_minor}`);
  if (JSON.stringify(file.metadata) !== JSON.stringify(minimalMetadata()))
    problems.push(`${lesson}: the notebook's metadata must be ${JSON.stringify(minimalMetadata())} (npm run format)`);
  for (const [index, cell] of notebook.cells.entries())
    if (JSON.stringify(cell.metadata) !== JSON.stringify(cleanCellMetadata(cell)))
      problems.push(
        `${cellWord(notebook, index)}: cell metadata may hold only tags, folded for a solution and an optional part (npm run format)`,
      );
  return problems;
}

/**
 * The file is written as Jupyter writes it, so that saving a lesson changes only what was changed.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkWritten(notebook) {
  if (notebook.text === writeNotebook(notebook.file)) return [];
  return [`${lessonWord(notebook.name)}: the file must be written as Jupyter writes it (npm run format)`];
}

/** @returns {Record<string, unknown>} */
export const minimalMetadata = () => ({
  kernelspec: {...kernel},
  language_info: {file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript'},
});

/**
 * Tags, and the fold of a solution or an optional part; nothing else is kept.
 * @param {Cell} cell
 * @returns {Record<string, unknown>}
 */
export function cleanCellMetadata(cell) {
  const {tags} = cell.metadata;
  if (!Array.isArray(tags) || tags.length === 0) return {};
  const isFolded = tags.includes('solution') || tags.includes('optional');
  return isFolded ? {jupyter: {source_hidden: true}, tags} : {tags};
}

/**
 * A notebook as JSON: keys sorted, one space deep, lines of a source apart.
 * @param {NotebookFile} file
 * @returns {string}
 */
export function writeNotebook(file) {
  const cells = file.cells.map((cell) => ({...cell, source: linesOf(cell.source)}));
  return `${JSON.stringify(sortKeys({...file, cells}), null, 1)}\n`;
}

/**
 * @param {string | string[]} source
 * @returns {string[]}
 */
function linesOf(source) {
  const text = Array.isArray(source) ? source.join('') : source;
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function sortKeys(value) {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}
