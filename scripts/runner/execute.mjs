// Executes a notebook in a Node process of its own and names the cell at which it failed, whatever it did to the process.
import {fork} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {cellWord, parseNotebook, readNotebook, sourceOf} from '../checks/notebook.mjs';
/** @import {Notebook} from '../checks/notebook.mjs' */

const child = fileURLToPath(new URL('child.cjs', import.meta.url));

/**
 * @typedef {{cell?: number, failures?: {cell: number, ename: string, evalue: string}[]}} Message
 * @typedef {{problems: string[], executed: Notebook | undefined, seconds: number}} Execution
 *   `executed` is the notebook with its outputs, if it came to an end
 */

/**
 * @param {string} file the notebook, which stays as it is
 * @param {{result: string, progress: string, timeout?: number}} options where the executed notebook goes, the folder for a
 *   reader's progress, and the seconds that the notebook may take (@default 600)
 * @returns {Promise<Execution>}
 */
export async function executeNotebook(file, {result, progress, timeout = 600}) {
  const notebook = readNotebook(file);
  const began = Date.now();
  fs.mkdirSync(path.dirname(result), {recursive: true});
  fs.rmSync(result, {force: true});
  const problems = (await runChild(file, {result, progress, timeout})).map(
    ({cell, message}) => `${cellWord(notebook, cell)}, "${firstLine(notebook, cell)}": ${message}`,
  );
  const text = fs.existsSync(result) ? fs.readFileSync(result, 'utf8') : undefined;
  return {
    problems,
    executed: text ? parseNotebook(notebook.name, text) : undefined,
    seconds: (Date.now() - began) / 1000,
  };
}

/**
 * @param {string} file
 * @param {{result: string, progress: string, timeout: number}} options
 * @returns {Promise<{cell: number, message: string}[]>}
 */
function runChild(file, {result, progress, timeout}) {
  return new Promise((resolve) => {
    // Long trainings are shortened, where the lesson says how, and FER2013 would take an hour; whoever sets these himself gets his own.
    const short = {NEURONS_EPOCHS: '5', NEURONS_FACES: 'drawn'};
    const env = {...short, ...process.env, NEURONS_PROGRESS: progress, FORCE_COLOR: '0'};
    const arguments_ = [path.resolve(file), path.resolve(result), path.resolve(path.dirname(file))];
    const running = fork(child, arguments_, {env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc']});
    let cell = 0;
    let late = false;
    let stderr = '';
    /** @type {Message['failures']} */
    let failures;
    const timer = setTimeout(() => {
      late = true;
      running.kill('SIGKILL');
    }, timeout * 1000);
    running.stderr?.on('data', (data) => (stderr = `${stderr}${data}`.slice(-2000)));
    running.on('message', (/** @type {Message} */ message) => {
      cell = message.cell ?? cell;
      failures = message.failures ?? failures;
    });
    running.on('close', (code, signal) => {
      clearTimeout(timer);
      if (failures)
        return resolve(failures.map(({cell: at, ename, evalue}) => ({cell: at, message: `${ename}: ${evalue}`})));
      const end = signal ?? `exit code ${code}`;
      const death = `the notebook's process ended here (${end})${stderr ? `\n${stderr.trim()}` : ''}`;
      resolve([{cell, message: late ? `still running after ${timeout} s` : death}]);
    });
  });
}

/**
 * @param {Notebook} notebook
 * @param {number} index
 */
function firstLine(notebook, index) {
  const cell = notebook.cells[index];
  return cell ? (sourceOf(cell).trim().split('\n')[0] ?? '') : '';
}
