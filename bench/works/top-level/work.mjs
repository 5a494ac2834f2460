import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {executeNotebook} from '../../../scripts/runner/execute.mjs';
import {median} from '../../contest.mjs';

const steps = 3_000_000;

export const title = 'A loop over a cell’s top-level variables';
export const about =
  `${steps.toLocaleString('en')} additions in the course's kernel, by variables of the cell and by those of a function, five times each, in ` +
  'turn. Wall-clock time. Stock tslab needs about 500 times a function’s time.';

const top = `let sum = 0;\nlet i = 0;\nlet start = performance.now();\nfor (i = 0; i < ${steps}; i++) sum += i;\nconsole.log('top', performance.now() - start);`;
const inside = `function add() { let sum = 0; for (let i = 0; i < ${steps}; i++) sum += i; return sum; }\nstart = performance.now();\nadd();\nconsole.log('function', performance.now() - start);`;

/** @returns {Promise<import('../../contest.mjs').Table>} */
export async function measure() {
  const printed = await runCells(Array.from({length: 5}, () => [top, inside]).flat());
  const times = (/** @type {string} */ name) =>
    [...printed.matchAll(new RegExp(`${name} ([\\d.]+)`, 'g'))].map((match) => Number(match[1]));
  const [slow, fast] = [times('top'), times('function')];
  const ratio = (median(slow) / median(fast)).toPrecision(2);
  const row = (/** @type {string} */ name, /** @type {number[]} */ all) => [
    name,
    ...[median(all), Math.min(...all)].map((time) => time.toPrecision(3)),
  ];
  return {
    head: ['', 'median, ms', 'minimum, ms', 'top level ÷ function', 'goal'],
    rows: [
      [...row('top level', slow), ratio, 'at most 10'],
      [...row('function', fast), '', ''],
    ],
    notes: [],
  };
}

/**
 * @param {string[]} sources
 * @returns {Promise<string>} the executed cells as JSON
 */
async function runCells(sources) {
  const cells = sources.map((source, i) => ({
    cell_type: 'code',
    id: `cell-${i}`,
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  }));
  const metadata = {kernelspec: {name: 'typescript', display_name: 'TypeScript', language: 'typescript'}};
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-bench-'));
  const file = path.join(folder, 'loops.ipynb');
  fs.writeFileSync(file, JSON.stringify({cells, metadata, nbformat: 4, nbformat_minor: 5}));
  const result = path.join(folder, 'done.ipynb');
  const {executed, problems} = await executeNotebook(file, {result, progress: folder, timeout: 300});
  fs.rmSync(folder, {recursive: true, force: true});
  if (!executed || problems.length > 0) throw new Error(problems.join('\n'));
  return JSON.stringify(executed.cells);
}
