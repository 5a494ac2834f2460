'use strict';
// Runs the cells of one notebook in this process, with tslab's own executor and the course's changes to it, as the kernel does.
// Forked by execute.mjs: `child.cjs NOTEBOOK RESULT FOLDER` reads NOTEBOOK, works in FOLDER and writes the notebook with its outputs to
// RESULT. It tells its parent each cell that begins, and at the end all failures.

const fs = require('node:fs');
const {createConverter} = require('tslab/dist/converter');
const executors = require('tslab/dist/executor'); // the module, whose `createExecutor` install() replaces
const {JupyterHandlerImpl} = require('tslab/dist/jupyter');
const {install} = require('../../jupyter/kernel/install.cjs');

/** @typedef {import('../checks/notebook.mjs').Output} Output */
/** @typedef {import('../checks/notebook.mjs').NotebookFile} NotebookFile */
/** @typedef {{data: Record<string, unknown>, metadata: Record<string, unknown>, transient?: {display_id?: string}}} Display */
/** @typedef {{cell: number, ename: string, evalue: string}} CellFailure */

/**
 * What a failed reply of the kernel carries.
 * @typedef {{status: string, execution_count: number, ename: string, evalue: string, traceback: string[]}} Reply
 */

const [, , notebookFile, resultFile, folder] = process.argv;
const patience = 2000; // milliseconds that a notebook's loose ends get after its last cell

/** @type {CellFailure[]} */
const failures = [];
/**
 * The cell of each execution count.
 * @type {Map<number, number>}
 */
const cellOfCount = new Map();

process.chdir(folder);
install({
  onLateFailure: ({ename, evalue}, count) => failures.push({cell: cellOfCount.get(count) ?? 0, ename, evalue}),
});
void main();

async function main() {
  const notebook = /** @type {NotebookFile} */ (JSON.parse(fs.readFileSync(notebookFile, 'utf8')));
  const converter = createConverter({isJS: false, isBrowser: false});
  const converters = {node: converter, close: () => converter.close()};
  const executor = executors.createExecutor(folder, /** @type {any} */ (converters), console);
  const handler = new JupyterHandlerImpl(executor, false);
  await runCells(notebook, handler);
  fs.writeFileSync(resultFile, `${JSON.stringify(notebook, null, 1)}\n`);
  converter.close();
  report();
}

/**
 * @param {NotebookFile} notebook
 * @param {JupyterHandlerImpl} handler
 */
async function runCells(notebook, handler) {
  /**
   * Outputs that a later display may replace.
   * @type {Map<string, Output[]>}
   */
  const shown = new Map();
  let count = 0;
  for (const [index, cell] of notebook.cells.entries()) {
    if (cell.cell_type !== 'code') continue;
    const code = Array.isArray(cell.source) ? cell.source.join('') : cell.source;
    /** @type {Output[]} */
    const outputs = (cell.outputs = []);
    process.send?.({cell: index});
    cellOfCount.set(++count, index);
    const reply = /** @type {Reply} */ (
      await handler.handleExecute(
        /** @type {any} */ ({code}),
        (name, text) => addText(outputs, name, text),
        (content, update) => addDisplay(outputs, shown, /** @type {any} */ (content), update),
      )
    );
    cell.execution_count = reply.execution_count ?? null;
    if (reply.status === 'ok') continue;
    const {ename = 'Error', evalue = '', traceback = []} = reply;
    outputs.push({output_type: 'error', ename, evalue, traceback});
    failures.push({cell: index, ename, evalue});
    return;
  }
}

/**
 * @param {Output[]} outputs
 * @param {string} name
 * @param {string} text
 */
function addText(outputs, name, text) {
  const last = outputs.at(-1);
  if (last?.output_type === 'stream' && last.name === name) last.text = `${String(last.text)}${text}`;
  else outputs.push({output_type: 'stream', name, text});
}

/**
 * @param {Output[]} outputs
 * @param {Map<string, Output[]>} shown
 * @param {Display} content
 * @param {boolean} update
 */
function addDisplay(outputs, shown, {data, metadata = {}, transient}, update) {
  const id = transient?.display_id;
  const same = id === undefined ? [] : (shown.get(id) ?? []);
  if (update) {
    for (const output of same) Object.assign(output, {data, metadata});
    return;
  }
  const output = {output_type: 'display_data', data, metadata};
  if (id !== undefined) shown.set(id, [...same, output]);
  outputs.push(output);
}

/** Waits until nothing is left to happen, since a promise that nobody awaits may still fail, then tells the parent. */
function report() {
  let told = false;
  const tell = () => {
    if (told) return;
    told = true;
    process.send?.({failures}, () => process.exit(0));
  };
  process.channel?.unref();
  process.once('beforeExit', tell);
  setTimeout(tell, patience).unref();
}
