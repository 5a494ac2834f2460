// What setup installs: the npm packages, JupyterLab, and of the packages the two that can fail to load, the kernel's and TensorFlow.
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {npmPackagesInstalled} from '../npm-packages.mjs';
import {at, venvPython} from '../paths.mjs';
import {pythonPackagesInstalled} from '../python.mjs';
import {PROBE, resultOf} from '../tensorflow/check.mjs';
import {ask, errorIn} from './ask.mjs';

/** @typedef {import('../doctor.mjs').Finding} Finding */

const SETUP = 'npm run setup';
const UNSET = 'unset TFJS_BACKEND';

/** @returns {Promise<Finding>} */
export async function lookAtPackages() {
  if (!existsSync(at('node_modules'))) return {state: 'missing', found: 'node_modules is not there', mend: SETUP};
  if (!(await npmPackagesInstalled())) {
    return {state: 'old', found: 'node_modules is not what package-lock.json asks for', mend: SETUP};
  }
  const {dependencies, devDependencies} = JSON.parse(await readFile(at('package.json'), 'utf8'));
  const named = ['neurons', ...Object.keys({...dependencies, ...devDependencies})];
  const gone = named.filter((name) => !existsSync(at('node_modules', name, 'package.json')));
  // npm keeps a list of what it installed and setup believes it: what was removed since comes back with npm ci only.
  if (gone.length > 0)
    return {state: 'incomplete', found: `node_modules lacks ${gone.slice(0, 3).join(', ')}`, mend: 'npm ci'};
  return {state: 'fine', found: `${named.length} as package-lock.json asks, and what they need`};
}

const JUPYTERLAB_VERSION = `from importlib.metadata import version
from importlib.util import find_spec
if not (find_spec('jupyterlab') and find_spec('jupyter_server')): raise ImportError('jupyterlab is not there')
print('jupyterlab', version('jupyterlab'))`;

/** @returns {Promise<Finding>} */
export async function lookAtJupyterLab() {
  if (!existsSync(venvPython)) return {state: 'missing', found: '.venv holds no Python', mend: SETUP};
  const asRequired = await pythonPackagesInstalled();
  const {code, output} = await ask(venvPython, ['-c', JUPYTERLAB_VERSION]);
  const version = /^jupyterlab (\S+)/m.exec(output)?.[1];
  if (code !== 0 || !version) {
    // Setup believes its own mark in .venv, as npm does its list.
    return {state: 'incomplete', found: errorIn(output), mend: asRequired ? `rm -rf .venv && ${SETUP}` : SETUP};
  }
  if (!asRequired) return {state: 'old', found: `${version}; .venv is not what requirements.txt asks for`, mend: SETUP};
  return {state: 'fine', found: version};
}

/** Loads what the kernel is made of, down to the native part that talks to Jupyter. */
const LOAD_KERNEL = `require('./jupyter/kernel/install.cjs');
const place = require.resolve('tslab/package.json');
require(require.resolve('zeromq', {paths: [place]}));
console.log('tslab', require(place).version);`;

/** @returns {Promise<Finding>} */
export async function lookAtKernel() {
  const folder = path.join('jupyter', 'share', 'kernels', 'typescript');
  const spec = await readFile(at(folder, 'kernel.json'), 'utf8').catch(() => undefined);
  const mendSpec = 'git checkout -- jupyter/share/kernels';
  if (spec === undefined) return {state: 'missing', found: 'the kernelspec is not there', mend: mendSpec};
  const launcher = launcherIn(spec);
  if (launcher === undefined) return {state: 'changed', found: 'the kernelspec names no launcher', mend: mendSpec};
  if (!existsSync(launcher.replaceAll('{resource_dir}', at(folder)))) {
    return {state: 'missing', found: 'the launcher is not there', mend: 'git checkout -- jupyter/kernel'};
  }
  const {code, output} = await ask(process.execPath, ['-e', LOAD_KERNEL]);
  const version = /^tslab (\S+)$/m.exec(output)?.[1];
  if (code !== 0 || !version) return {state: 'broken', found: errorIn(output), mend: mendLoading(output)};
  return {state: 'fine', found: `tslab ${version}`};
}

/**
 * @param {string} kernelspec
 * @returns {string | undefined} the script that it starts; undefined where the kernelspec can't be read or starts none
 */
function launcherIn(kernelspec) {
  try {
    return JSON.parse(kernelspec).argv.find((/** @type {string} */ argument) => argument.endsWith('.cjs'));
  } catch {
    return undefined;
  }
}

/** @type {Record<string, string | undefined>} */
const SLOWER = {
  wasm: 'WebAssembly: enough for dense networks, not to train convolutional ones',
  cpu: 'plain JavaScript: enough for small networks',
};

/** @returns {Promise<Finding>} */
export async function lookAtTensorFlow() {
  const chosen = process.env.TFJS_BACKEND;
  const answer = await ask(process.execPath, PROBE);
  const result = resultOf(answer);
  if (!result) {
    const isChoice = chosen === 'native' || answer.output.includes('TFJS_BACKEND must be'); // without it there is a fallback
    const isNative = /^Error: ended by SIG/m.test(answer.output); // set-up loads the library anew, or does without
    const mend = isChoice ? UNSET : isNative ? SETUP : mendLoading(answer.output);
    return {state: 'broken', found: errorIn(answer.output), mend};
  }
  const {version, backend} = result;
  if (backend === 'tensorflow') return {state: 'fine', found: `TensorFlow.js ${version}, native`};
  const mend = chosen ? UNSET : SETUP; // which tells what is in the way
  return {state: 'slow', found: `TensorFlow.js ${version} in ${SLOWER[backend] ?? backend}`, mend};
}

/**
 * What mends code that could not be loaded: it lies with the kernel, or with the packages.
 * @param {string} output what Node printed
 * @returns {string}
 */
function mendLoading(output) {
  const lacksPackage = /Cannot find (module|package) '[^./]/.test(output);
  const place = /\S*(node_modules|jupyter.kernel)/.exec(output)?.[1]; // the first file that is named is the one at fault
  if (!lacksPackage && place && place !== 'node_modules') return 'git checkout -- jupyter/kernel';
  return existsSync(at('node_modules', '.package-lock.json')) ? 'npm ci' : SETUP; // setup believes npm's list, where there is one
}
