// npm run notebooks [name…] [-- --timeout SECONDS]: runs notebooks from top to bottom, each in a process of its own, and checks
// what their exercises and numbers say. A name may be short: `03`. The executed notebooks are kept in .cache/executed.
import './lib/node-version.mjs';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {checkClaimedOutput, noClaims} from './checks/claims.mjs';
import {checkVerdicts} from './checks/verdicts.mjs';
import {isScript} from './lib/is-script.mjs';
import {at, root} from './lib/paths.mjs';
import {setup} from './lib/setup.mjs';
import {Trouble, runScript} from './lib/trouble.mjs';
import {executeNotebook} from './runner/execute.mjs';
/** @import {Claims} from './checks/claims.mjs' */

const atOnce = 2; // each notebook takes a core and some hundred megabytes

/**
 * @typedef {{name: string, seconds: number, problems: string[]}} Run
 * @typedef {{timeout?: number, results?: string, claimsOf?: (name: string) => Claims, exercisesOf?: (name: string) => string[],
 *   onRun?: (run: Run) => void}} RunOptions
 */

/**
 * Runs notebooks and says what is wrong with each.
 * @param {string[]} files
 * @param {RunOptions} [options] `timeout` in seconds for each (@default 600)
 * @returns {Promise<Run[]>} in the order of `files`
 */
export async function runNotebooks(files, options = {}) {
  const {results = at('.cache', 'executed')} = options;
  const progress = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
  /** @type {Run[]} */
  const runs = [];
  const waiting = files.map((file, index) => ({file, index}));
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      runs[next.index] = await runOne(next.file, path.join(results, path.basename(next.file)), progress, options);
      options.onRun?.(runs[next.index]);
    }
  };
  await Promise.all(Array.from({length: atOnce}, work)).finally(() =>
    fs.rmSync(progress, {recursive: true, force: true}),
  );
  return runs;
}

/**
 * @param {string} file
 * @param {string} result
 * @param {string} progress
 * @param {RunOptions} options
 * @returns {Promise<Run>}
 */
async function runOne(file, result, progress, {timeout, claimsOf = () => noClaims, exercisesOf = () => []}) {
  const name = path.basename(file, '.ipynb');
  const {problems, executed, seconds} = await executeNotebook(file, {result, progress, timeout});
  // After a failure the cells below did not run: what they would have shown says nothing.
  if (!executed || problems.length > 0) return {name, seconds, problems};
  const shown = [...checkVerdicts(executed, exercisesOf(name)), ...checkClaimedOutput(executed, claimsOf(name))];
  return {name, seconds, problems: shown};
}

/**
 * The lessons that a reader's words name, or all.
 * @param {string[]} words
 * @returns {string[]} files
 */
export function findNotebooks(words) {
  const folder = at('notebooks');
  const all = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.ipynb'))
    .sort();
  const names = words.map((word) => path.basename(word, '.ipynb'));
  const unknown = names.find((name) => !all.some((file) => file.startsWith(name)));
  if (unknown) throw new Trouble(`a notebook must be one of ${all.join(', ') || '(none yet)'}, got ${unknown}`);
  const chosen = names.length === 0 ? all : all.filter((file) => names.some((name) => file.startsWith(name)));
  return chosen.map((file) => path.join(folder, file));
}

/**
 * The exercises that the library holds for a lesson; needs the build.
 * @param {string} name
 * @returns {string[]}
 */
export function exercisesOf(name) {
  const built = at('lib', 'dist', 'exercises', 'index.js');
  const {EXERCISES} = /** @type {{EXERCISES: {id: string}[]}} */ (createRequire(import.meta.url)(built));
  return EXERCISES.map(({id}) => id).filter((id) => id.startsWith(`${name}/`));
}

/** @param {Run} run */
export function sayRun({name, seconds, problems}) {
  console.log(`  ${problems.length > 0 ? '✗' : '✓'} ${name}  ${seconds.toFixed(1)} s`);
  for (const problem of problems) console.log(`      ${problem.replaceAll('\n', '\n      ')}`);
}

async function main() {
  const words = process.argv.slice(2);
  const at = words.indexOf('--timeout');
  const [, seconds] = at < 0 ? [] : words.splice(at, 2);
  const timeout = seconds === undefined ? undefined : Number(seconds);
  if (timeout !== undefined && !(timeout > 0))
    throw new Trouble(`--timeout must be a number of seconds, got ${seconds}`);
  await setup();
  const {readClaims} = await import('./checks/all.mjs');
  const claimsOf = (/** @type {string} */ name) => readClaims(root, name);
  const runs = await runNotebooks(findNotebooks(words), {timeout, claimsOf, exercisesOf, onRun: sayRun});
  const failed = runs.filter(({problems}) => problems.length > 0).length;
  console.log(`${runs.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (isScript(import.meta.url)) await runScript(main);
