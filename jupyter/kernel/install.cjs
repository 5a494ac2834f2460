'use strict';
// Everything that the course changes in tslab, applied to this process. The kernel and the headless runner of notebooks both call it, so
// that a cell behaves alike in both. Requiring this file changes nothing; `install` does.

const {followCells} = require('./cells.cjs');
const {connectDisplay} = require('./display.cjs');
const {keepPatternNames} = require('./pattern-names.cjs');
const {usePlainExports} = require('./plain-exports.cjs');

/** @typedef {import('./errors.cjs').Failure} Failure */

let installed = false;

/**
 * Prepares tslab in this process: plain top-level variables, real errors in the replies of cells, rich output for the library, and
 * TensorFlow.js where the native one is missing. A second call does nothing.
 * @param {{onLateFailure?: (failure: Failure, count: number) => void}} [options] `onLateFailure` hears of an error that nobody awaited
 *   and that came after its cell had finished, with the execution count of that cell.
 */
function install({onLateFailure = () => {}} = {}) {
  if (installed) return;
  installed = true;
  process.noDeprecation = true; // warnings about the insides of packages: nothing that a reader could mend
  require('./tfjs-fallback.cjs');
  keepPatternNames();
  usePlainExports();
  followCells(onLateFailure);
  connectDisplay();
}

module.exports = {install};
