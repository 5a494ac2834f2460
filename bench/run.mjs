// npm run bench [name…]: trains small networks here and elsewhere, side by side, and prints how the times compare.
// Without names it measures everything and writes bench/RESULTS.md; a name is a folder in bench/works.
import '../scripts/lib/node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import {at} from '../scripts/lib/paths.mjs';
import {run} from '../scripts/lib/run.mjs';
import {setup} from '../scripts/lib/setup.mjs';
import {Trouble, runScript} from '../scripts/lib/trouble.mjs';
import {installTools, python} from './tools.mjs';
/** @import {Table} from './contest.mjs' */

/** @typedef {{title: string, about: string, measure: () => Promise<Table>}} Work */

const names = fs.readdirSync(at('bench', 'works')).sort();

await runScript(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown) throw new Trouble(`a benchmark must be one of ${names.join(', ')}, got ${unknown}`);
  await setup();
  await installTools();
  const parts = [await machine()];
  console.log(parts[0]);
  for (const name of asked.length > 0 ? asked : names) {
    const {title, about, measure} = /** @type {Work} */ (await import(`./works/${name}/work.mjs`));
    const {head, rows, notes} = await measure();
    const part = [`## ${title}`, about, markdownTable(head, rows), ...notes].join('\n\n');
    console.log(`\n${part}`);
    parts.push(part);
  }
  if (asked.length > 0) return;
  const top = '# Benchmarks\n\nWritten by `npm run bench`. CPU time of one thread; contestants take turns in one run.';
  fs.writeFileSync(at('bench', 'RESULTS.md'), `${[top, ...parts].join('\n\n')}\n`);
});

/** @returns {Promise<string>} what it was measured on and with */
async function machine() {
  const {output} = await run(python, [
    '-c',
    'import numpy, platform; print("Python", platform.python_version() + ", NumPy", numpy.__version__)',
  ]);
  const {version} = JSON.parse(fs.readFileSync(at('bench', 'node_modules', 'brain.js', 'package.json'), 'utf8'));
  const processor = `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.type()} ${os.arch()}`;
  return `${processor}. Node ${process.versions.node}, brain.js ${version}, ${output.trim()}.`;
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function markdownTable(head, rows) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((cells) => cells[column].length)));
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
