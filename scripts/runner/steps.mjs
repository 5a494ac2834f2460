// The steps of `npm test`, in groups: what stands in one group runs side by side.
import path from 'node:path';
import prettier from 'prettier';
import {checkFiles, checkNotebook, readClaims} from '../checks/all.mjs';
import {checkCellFormat} from '../checks/cell-format.mjs';
import {checkCellTypes} from '../checks/cell-types.mjs';
import {cellModules, writeModules} from '../checks/cells.mjs';
import {lint} from '../checks/lint.mjs';
import {readNotebooks} from '../checks/notebook.mjs';
import {at, root} from '../lib/paths.mjs';
import {run} from '../lib/run.mjs';
import {exercisesOf, findNotebooks, runNotebooks} from '../notebooks.mjs';
import {runThroughNbclient} from './nbclient.mjs';
import {runVitest} from './vitest.mjs';
/** @import {Result, Step} from './tally.mjs' */

const notebooks = readNotebooks(at('notebooks'));
const cells = at('.cache', 'cells');
const modules = notebooks.flatMap((notebook) => cellModules(notebook, cells));
writeModules(modules, cells);

/**
 * @param {boolean} quick without what takes long: notebooks, kernels, browsers
 * @returns {Step[][]}
 */
export function stepsOf(quick) {
  const first = [
    {name: 'Types of library, scripts and tests', run: checkTypes},
    {name: 'Lint of files and cells', run: checkLint},
    {name: 'Format of files and cells', run: checkFormat},
  ];
  const second = [
    {name: 'Types of cells', run: () => byNotebook('has cells that hold under strict types', checkCellTypes(modules))},
    {name: 'Notebooks and files as they lie', run: checkHygiene},
    {name: 'Unit tests', run: () => runVitest('unit')},
  ];
  if (quick) return [first, second];
  return [
    first,
    second,
    [{name: 'Notebooks, from top to bottom', run: checkNotebooks}],
    [{name: 'A lesson through nbclient', run: checkNbclient}],
    [{name: 'Kernel and scripts', run: () => runVitest('platform')}],
    [{name: 'JupyterLab in a browser', run: () => runVitest('browser')}],
  ];
}

/** @returns {Promise<Result[]>} */
async function checkTypes() {
  const compiler = at('node_modules', 'typescript', 'bin', 'tsc');
  const memory = ['--incremental', '--tsBuildInfoFile', at('.cache', 'types.tsbuildinfo')];
  const {code, output} = await run(process.execPath, [compiler, '-p', root, '--pretty', 'false', ...memory]);
  const problems = output.split(/\n(?! )/).filter((line) => line.trim() !== '');
  const name = 'everything holds under strict types';
  return [{name, problems: code !== 0 && problems.length === 0 ? [`tsc ended with ${code}`] : problems}];
}

/** @returns {Promise<Result[]>} */
async function checkLint() {
  const {files, cells: inCells} = await lint(modules, root);
  return [
    {name: 'files keep the rules of eslint.config.mjs', problems: files},
    ...(await byNotebook('keeps the rules', inCells)),
  ];
}

/** @returns {Promise<Result[]>} */
async function checkFormat() {
  const options = (await prettier.resolveConfig(at('notebooks', 'cell.ts'))) ?? {};
  const bin = at('node_modules', 'prettier', 'bin', 'prettier.cjs');
  const {code, output} = await run(process.execPath, [bin, '--list-different', '.']);
  const files = output.split('\n').filter((line) => line.trim() !== '');
  const problems = code === 0 ? [] : files.map((file) => `${file}: not in Prettier’s form (npm run format)`);
  const inCells = notebooks.map(async (notebook) => ({
    name: `${notebook.name} has cells in Prettier’s form`,
    problems: await checkCellFormat(notebook, options),
  }));
  return [{name: 'files are in Prettier’s form', problems}, ...(await Promise.all(inCells))];
}

/** @returns {Promise<Result[]>} */
async function checkHygiene() {
  return Promise.resolve([...notebooks.flatMap((notebook) => checkNotebook(notebook, root)), ...checkFiles(root)]);
}

/** @returns {Promise<Result[]>} */
async function checkNotebooks() {
  const claimsOf = (/** @type {string} */ name) => readClaims(root, name);
  const runs = await runNotebooks(findNotebooks([]), {claimsOf, exercisesOf});
  return runs.map(({name, problems, seconds}) => ({name: `${name} runs (${seconds.toFixed(1)} s)`, problems}));
}

/**
 * The perceptron's lesson has all that a lesson can have; until it is there, the first will do.
 * @returns {Promise<Result[]>}
 */
async function checkNbclient() {
  const files = findNotebooks([]);
  const file = files.find((candidate) => path.basename(candidate).startsWith('03-')) ?? files[0];
  if (!file) return [{name: 'a lesson runs through nbclient', problems: [], skipped: 'there is no lesson yet'}];
  return [await runThroughNbclient(file)];
}

/**
 * @param {string} proof
 * @param {Map<string, string[]>} problems by notebook
 * @returns {Promise<Result[]>}
 */
async function byNotebook(proof, problems) {
  return Promise.resolve([...problems].map(([name, found]) => ({name: `${name} ${proof}`, problems: found})));
}
