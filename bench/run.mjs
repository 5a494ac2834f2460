// npm run bench [name…]: trains networks here and elsewhere, side by side, and prints how the times compare.
// Without names it measures everything and writes bench/RESULTS.md with its picture; a name is a folder in bench/works.
import '../scripts/lib/node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import {at} from '../scripts/lib/paths.mjs';
import {run} from '../scripts/lib/run.mjs';
import {setup} from '../scripts/lib/setup.mjs';
import {Trouble, runScript} from '../scripts/lib/trouble.mjs';
import {inWords, ratioChart} from './chart.mjs';
import {markdownTable} from './markdown.mjs';
import {installTools, python} from './tools.mjs';
/** @import {Group} from './chart.mjs' */
/** @import {Table} from './contest.mjs' */

/** @typedef {{title: string, about: string, measure: () => Promise<Table | Table[]>}} Work */

const names = fs.readdirSync(at('bench', 'works')).sort();

await runScript(async () => {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown) throw new Trouble(`a benchmark must be one of ${names.join(', ')}, got ${unknown}`);
  await setup();
  await installTools();
  const machineAndTools = await machine();
  console.log(machineAndTools);
  /** @type {string[]} */
  const parts = [];
  /** @type {Group[]} */
  const groups = [];
  const loads = [load()];
  for (const name of asked.length > 0 ? asked : names) {
    const {title, about, measure} = /** @type {Work} */ (await import(`./works/${name}/work.mjs`));
    const tables = [await measure()].flat();
    const part = [`## ${title}`, about, ...tables.flatMap(inMarkdown)].join('\n\n');
    console.log(`\n${part}`);
    parts.push(part);
    groups.push({title, ratios: tables.flatMap(({ratios = []}) => ratios)});
    loads.push(load());
  }
  if (asked.length > 0) return;
  const shown = groups.filter(({ratios}) => ratios.length > 0);
  const loadOf = `The machine's load was ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} on ${os.cpus().length} processors, about 1 of it the benchmarks' own.`;
  const top = [
    '# Benchmarks',
    'Written by `npm run bench`. CPU time of one thread, where nothing else is said; contestants take turns in one run.',
    `${machineAndTools} ${loadOf}`,
    `![${inWords(shown)}](results.svg)`,
  ];
  fs.writeFileSync(at('bench', 'results.svg'), ratioChart(shown));
  fs.writeFileSync(at('bench', 'RESULTS.md'), `${[...top, ...parts].join('\n\n')}\n`);
});

/** @param {Table} table @returns {string[]} paragraphs */
function inMarkdown({about, head, rows, notes}) {
  return [...(about ? [about] : []), markdownTable(head, rows), ...notes];
}

/** How many programs wanted to run, on average over the last minute. */
function load() {
  return os.loadavg()[0];
}

/** @returns {Promise<string>} what it was measured on and with */
async function machine() {
  const packages =
    'import numpy, pandas, platform, sklearn; print("Python", platform.python_version() + ", NumPy", numpy.__version__ + ", pandas", pandas.__version__ + ", scikit-learn", sklearn.__version__)';
  const {output} = await run(python, ['-c', packages]);
  const version = (/** @type {string[]} */ ...folder) =>
    JSON.parse(fs.readFileSync(at(...folder, 'package.json'), 'utf8')).version;
  const [brain, matrix] = ['brain.js', 'ml-matrix'].map((name) => version('bench', 'node_modules', name));
  const tensorflow = version('node_modules', '@tensorflow', 'tfjs-node');
  const processor = `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.type()} ${os.arch()}`;
  return `${processor}. Node ${process.versions.node}, brain.js ${brain}, ml-matrix ${matrix}, TensorFlow.js ${tensorflow}, ${output.trim()}.`;
}
