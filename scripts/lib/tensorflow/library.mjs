// TensorFlow's library, out of the wheel that Python's package server has for Linux: the addon needs the same library as Python does.
import {existsSync} from 'node:fs';
import {mkdir, readdir, rename, rm, symlink} from 'node:fs/promises';
import path from 'node:path';
import {at, venvPython} from '../paths.mjs';
import {runs} from '../run.mjs';
import {sumOf} from '../sum.mjs';
import {Trouble, causeIn} from '../trouble.mjs';
/** @import {World} from './world.mjs' */

/** The wheel, for a Python that needs not be there: none of its Python is used. */
const WHEEL = {
  name: 'tensorflow-cpu',
  version: '2.15.1',
  python: '3.11',
  sum: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26', // SHA-256
};

/** The wheel takes 0.2 GB and what is unpacked 0.64 GB, both at once. */
const BYTES_NEEDED = 1e9;

/** Where the library's own names are asked for by another: the makers' name on the left. */
const NAMES = {
  'libtensorflow.so': 'libtensorflow_cc.so.2',
  'libtensorflow.so.2': 'libtensorflow_cc.so.2',
  'libtensorflow_framework.so': 'libtensorflow_framework.so.2',
};

/**
 * The folder of the library in a cache.
 * @param {World} world
 * @returns {string} with lib and include in it, where it is there
 */
export function libraryFolder({cache}) {
  return path.join(cache, `tensorflow-${WHEEL.version}`);
}

/**
 * Loads the library into the cache, where it is not there yet.
 * @param {World} world
 * @param {string} [sum] what the wheel has to have as its SHA-256
 * @returns {Promise<string>} its folder
 * @throws {Trouble} where it can't be had; nothing half-finished stays in the cache
 */
export async function provideLibrary(world, sum = WHEEL.sum) {
  const folder = libraryFolder(world);
  if (existsSync(folder)) return folder; // put there whole, or not at all
  await mkdir(world.cache, {recursive: true});
  await removeLeftovers(world.cache);
  const free = await world.free(world.cache);
  if (free < BYTES_NEEDED) {
    const [needed, there] = [BYTES_NEEDED, free].map((bytes) => `${(bytes / 1e9).toFixed(1)} GB`);
    throw new Trouble(`its library needs ${needed} in the cache folder ${world.cache}, ${there} are free`);
  }
  const aside = `${folder}.${process.pid}`;
  try {
    const wheel = await loadWheel(world, aside, sum);
    await unpack(world, wheel, aside);
    await rm(path.dirname(wheel), {recursive: true});
    await rename(aside, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // another set-up was faster
    });
  } finally {
    await rm(aside, {recursive: true, force: true});
  }
  return folder;
}

/**
 * What a set-up that was killed left behind.
 * @param {string} cache
 */
async function removeLeftovers(cache) {
  for (const name of await readdir(cache)) {
    const pid = /^tensorflow-[\d.]+\.(\d+)$/.exec(name)?.[1];
    if (pid && !runs(Number(pid))) await rm(path.join(cache, name), {recursive: true, force: true});
  }
}

/**
 * @param {World} world
 * @param {string} aside
 * @param {string} sum
 * @returns {Promise<string>} the wheel
 */
async function loadWheel({run, env}, aside, sum) {
  const folder = path.join(aside, 'wheel');
  await mkdir(folder, {recursive: true});
  const {name, version, python} = WHEEL;
  const kind = ['--implementation', 'cp', '--python-version', python, '--abi', `cp${python.replace('.', '')}`];
  const flags = ['--quiet', '--disable-pip-version-check', '--no-input', '--no-cache-dir', '--no-deps'];
  const platform = ['--only-binary', ':all:', '--platform', 'manylinux2014_x86_64', '--dest', folder];
  const args = ['-m', 'pip', 'download', ...flags, ...kind, ...platform, `${name}==${version}`];
  const {code, output} = await run(venvPython, args, {env: {...env, TMPDIR: folder}});
  if (code !== 0) throw new Trouble(`its library could not be loaded (${causeIn(output)})`);
  const file = (await readdir(folder)).find((entry) => entry.endsWith('.whl'));
  const found = file && (await sumOf(path.join(folder, file)));
  if (!file || found !== sum)
    throw new Trouble(`the file of its library has the wrong sum: ${found ?? 'there is none'}`);
  return path.join(folder, file);
}

/**
 * @param {World} world
 * @param {string} wheel
 * @param {string} folder
 */
async function unpack({run}, wheel, folder) {
  const {code, output} = await run(venvPython, [at('scripts', 'lib', 'tensorflow', 'unpack.py'), wheel, folder]);
  if (code !== 0) throw new Trouble(`its library could not be unpacked (${causeIn(output)})`);
  for (const [name, target] of Object.entries(NAMES)) await symlink(target, path.join(folder, 'lib', name));
}
