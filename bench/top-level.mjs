// node bench/top-level.mjs: how much slower a loop over a cell's top-level variables is than the same loop in a function.
// Both run in the course's kernel, five times each, in turn; stock tslab needs about 500 times a function's time.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {executeNotebook} from '../scripts/runner/execute.mjs';

const steps = 3_000_000;
const top = `let sum = 0;\nlet i = 0;\nlet start = performance.now();\nfor (i = 0; i < ${steps}; i++) sum += i;\nconsole.log('top', performance.now() - start);`;
const inside = `function add() { let sum = 0; for (let i = 0; i < ${steps}; i++) sum += i; return sum; }\nstart = performance.now();\nadd();\nconsole.log('function', performance.now() - start);`;
const cells = Array.from({length: 5}, () => [top, inside])
  .flat()
  .map((source, i) => ({
    cell_type: 'code',
    id: `cell-${i}`,
    metadata: {},
    source,
    outputs: [],
    execution_count: null, // prettier-ignore
  }));
const metadata = {kernelspec: {name: 'typescript', display_name: 'TypeScript', language: 'typescript'}};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-bench-'));
const file = path.join(folder, 'loops.ipynb');
fs.writeFileSync(file, JSON.stringify({cells, metadata, nbformat: 4, nbformat_minor: 5}));
const {executed, problems} = await executeNotebook(file, {
  result: path.join(folder, 'done.ipynb'),
  progress: folder,
  timeout: 300,
});
fs.rmSync(folder, {recursive: true, force: true});
if (!executed || problems.length > 0) throw new Error(problems.join('\n'));

const printed = JSON.stringify(executed.cells);
const median = (/** @type {string} */ name) => {
  const times = [...printed.matchAll(new RegExp(`${name} ([\\d.]+)`, 'g'))]
    .map((match) => Number(match[1]))
    .sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
};
console.log(
  `${steps} steps: top level ${median('top').toFixed(1)} ms, function ${median('function').toFixed(1)} ms, ratio ${(median('top') / median('function')).toFixed(1)} (goal: at most 10)`,
);
