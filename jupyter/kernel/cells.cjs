'use strict';
// Which error belongs to which cell. Stock tslab prints errors as text and lets rejections that nobody awaits pass; here each reply to a
// cell that failed carries the failure, and an error that comes late is still told with the number of its cell.

const util = require('node:util');
const executor = require('tslab/dist/executor');
const {JupyterHandlerImpl} = require('tslab/dist/jupyter');
const {cellOf, describeThrown, describeTypeErrors, nameCell} = require('./errors.cjs');

/** @typedef {import('./errors.cjs').Failure} Failure */
/**
 * @typedef {object} Cell
 * @property {number} count its execution count
 * @property {boolean} finished
 * @property {unknown[]} thrown what it threw, or left rejected, while it ran
 * @property {string[]} typeErrors
 */

/** The cell that runs now, or the one that ran last. */
let newest = /** @type {Cell | undefined} */ (undefined);

/**
 * Makes tslab's replies to failed cells carry {ename, evalue, traceback}.
 * @param {(failure: Failure, count: number) => void} onLateFailure hears of errors that came after their cell had finished
 */
function followCells(onLateFailure) {
  Error.stackTraceLimit = 50; // the frame of the cell must be among them
  nameCellsAndCatchReports();
  catchRejections(onLateFailure);
  refuseExit();
  reportInReplies();
}

/** Names the code of each cell, so that stacks tell which one it was, and keeps the errors that the executor would print. */
function nameCellsAndCatchReports() {
  const create = executor.createExecutor;
  /** @type {typeof import("tslab/dist/executor").createExecutor} */
  const createExecutor = (folder, converters, console) => {
    const {node} = converters;
    const convert = node.convert.bind(node);
    node.convert = (before, source) => {
      const converted = convert(before, source);
      if (converted.output && newest) converted.output += nameCell(newest.count);
      return converted;
    };
    const error = (/** @type {unknown[]} */ ...report) => {
      if (report.length === 1) newest?.thrown.push(report[0]);
      else newest?.typeErrors.push(typeErrorLine(report));
    };
    return create(folder, converters, {log: console.log, error});
  };
  Object.assign(executor, {createExecutor});
}

/**
 * tslab reports a fault of types as a format and its arguments: '%s%d:%d - %s', file, line, column, message.
 * @param {unknown[]} report
 */
function typeErrorLine([format, file, line, column, message, ...rest]) {
  if (rest.length > 0 || message === undefined) return util.format(format, file, line, column, message, ...rest);
  return `${file}line ${line}, column ${column}: ${message}`;
}

/** @param {(failure: Failure, count: number) => void} onLateFailure */
function catchRejections(onLateFailure) {
  const keep = (/** @type {unknown} */ thrown) => {
    const count = cellOf(thrown) ?? newest?.count ?? 0;
    if (newest && !newest.finished && newest.count === count) newest.thrown.push(thrown);
    else onLateFailure(describeThrown(thrown), count);
  };
  process.on('unhandledRejection', keep);
  process.on('uncaughtException', keep);
}

/** A cell that ends the process would take every variable of the notebook with it, and the page would only say that a kernel died. */
function refuseExit() {
  const exit = process.exit;
  process.exit = (code) => {
    const refusal = new Error(
      `process.exit(${code ?? ''}) would end the kernel with all variables: a cell must not call it`,
    );
    if (newest?.finished !== false && cellOf(refusal) === undefined) return exit(code);
    throw refusal;
  };
}

function reportInReplies() {
  /** @type {WeakMap<object, Failure>} */
  const failures = new WeakMap(); // by request
  const handler = /** @type {any} */ (JupyterHandlerImpl.prototype);
  const {handleExecute, handleExecuteImpl} = handler;

  // Runs in tslab's queue, one cell at a time.
  handler.handleExecuteImpl = async function (/** @type {object} */ request, /** @type {unknown[]} */ ...writers) {
    /** @type {Cell} */
    const cell = {count: this.execCount + 1, finished: false, thrown: [], typeErrors: []};
    newest = cell;
    try {
      const count = await handleExecuteImpl.call(this, request, ...writers);
      await new Promise((resolve) => setImmediate(resolve)); // rejections that nobody awaits surface here
      if (cell.thrown.length > 0) throw count; // tslab's way to say "failed, and this is the count"
      return count;
    } catch (error) {
      if (error instanceof Error) cell.thrown.push(error); // tslab itself stumbled
      const told = cell.thrown.length > 0 ? describeThrown(cell.thrown[0]) : describeTypeErrors(cell.typeErrors);
      failures.set(request, told);
      throw error;
    } finally {
      cell.finished = true;
    }
  };

  handler.handleExecute = async function (/** @type {object} */ request, /** @type {unknown[]} */ ...writers) {
    const reply = await handleExecute.call(this, request, ...writers);
    return reply.status === 'error' ? {...reply, ...failures.get(request)} : reply;
  };
}

module.exports = {followCells};
