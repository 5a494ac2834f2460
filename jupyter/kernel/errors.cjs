'use strict';
// How the failure of a cell is told: the fields of Jupyter's `error` message.

const path = require('node:path');
const {pathToFileURL} = require('node:url');
const util = require('node:util');

/** @typedef {{ename: string, evalue: string, traceback: string[]}} Failure */

const ROOT = path.resolve(__dirname, '..', '..') + path.sep;

/** The name of a cell in stacks, before its count; line and column after it are those of the compiled JavaScript. */
const CELL_NAME = 'jupyter-cell-';
const CELL = /jupyter-cell-(\d+):\d+:\d+/g;

/** A frame as Node prints it, and one of the machinery: Node's own, tslab's, this folder's. */
const FRAME = /^\s+at /;
const MACHINERY = /(\(|at )(node:|\S*[\\/]node_modules[\\/]tslab[\\/]|\S*[\\/]jupyter[\\/]kernel[\\/])/;

/** Frames shown at most: enough for any cell, and a recursion without end stays readable. */
const FRAMES = 12;

/**
 * Text to append to the compiled code of a cell, so that stacks name it.
 * @param {number} count its execution count
 */
function nameCell(count) {
  return `\n//# sourceURL=${CELL_NAME}${count}`;
}

/**
 * The execution count of the cell that an error comes from: the outermost one that its stack names.
 * @param {unknown} thrown
 * @returns {number | undefined} undefined where the stack names none
 */
function cellOf(thrown) {
  if (!(thrown instanceof Error)) return undefined;
  const last = [...String(thrown.stack).matchAll(CELL)].at(-1);
  return last && Number(last[1]);
}

/**
 * The failure that a thrown value stands for.
 * @param {unknown} thrown any value: cells may throw what they like
 * @returns {Failure}
 */
function describeThrown(thrown) {
  if (isInterrupt(thrown)) return failure('Interrupted', 'the cell was stopped before it finished');
  if (!(thrown instanceof Error)) return failure('Thrown', util.inspect(thrown));
  return {ename: thrown.name || 'Error', evalue: String(thrown.message), traceback: traceback(thrown)};
}

/**
 * The failure of a cell that the compiler refused.
 * @param {string[]} messages one line a fault
 * @returns {Failure}
 */
function describeTypeErrors(messages) {
  return {ename: 'TypeScriptError', evalue: messages[0] ?? '', traceback: ['TypeScriptError', ...messages]};
}

/**
 * @param {string} ename
 * @param {string} evalue
 * @returns {Failure}
 */
function failure(ename, evalue) {
  return {ename, evalue, traceback: [`${ename}: ${evalue}`]};
}

/** @param {unknown} thrown */
function isInterrupt(thrown) {
  if (!(thrown instanceof Error)) return false;
  // The first comes from Node when a running loop is stopped, the second from tslab when an awaited promise is given up.
  return (
    /** @type {NodeJS.ErrnoException} */ (thrown).code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED' ||
    thrown.message === 'Interrupted asynchronously'
  );
}

/**
 * The error as Node prints it, with its cause and further fields, less what would only confuse: frames of the machinery, places in
 * compiled code, the path of the repository.
 * @param {Error} error
 * @returns {string[]} lines
 */
function traceback(error) {
  const lines = withoutExcerpt(util.inspect(error)).split('\n');
  return framesForReaders(lines)
    .map((line) =>
      line
        .replace(CELL, 'cell [$1]')
        .replace(/at Object\.(?=\S+ \(cell)/, 'at ')
        .replaceAll(pathToFileURL(ROOT).href, '')
        .replaceAll(ROOT, ''),
    )
    .filter((line, i, all) => !FRAME.test(line) || line !== all[i - 1]); // a cell is a function that is called at once: two frames
}

/**
 * Leaves out, in each run of frames, those below the cell (they tell how it was called) and those of the machinery.
 * @param {string[]} lines
 */
function framesForReaders(lines) {
  /** @type {string[]} */
  const kept = [];
  for (let start = 0; start < lines.length;) {
    if (!FRAME.test(lines[start])) {
      kept.push(lines[start++]);
      continue;
    }
    let end = start;
    while (end < lines.length && FRAME.test(lines[end])) end++;
    const frames = lines.slice(start, end);
    const cell = frames.map((line) => line.includes(CELL_NAME)).lastIndexOf(true);
    const readable = (cell < 0 ? frames : frames.slice(0, cell + 1)).filter((line) => !MACHINERY.test(line));
    kept.push(...readable.slice(0, FRAMES));
    start = end;
  }
  return kept;
}

/**
 * Node puts the line of code that threw above some errors: "file:line", the line, a caret.
 * @param {string} printed
 */
function withoutExcerpt(printed) {
  return printed.replace(/^\S.*:\d+\n.*\n\s*\^+\s*\n+/, '');
}

module.exports = {cellOf, describeThrown, describeTypeErrors, nameCell};
