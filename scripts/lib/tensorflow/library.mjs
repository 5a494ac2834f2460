// TensorFlow's library, out of the wheel that Python's package server has for Linux: the addon needs the same library as Python does.
import {existsSync} from 'node:fs';
import {mkdir, readdir, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {at, venvPython} from '../paths.mjs';
import {runs} from '../run.mjs';
import {sumOf, sumOfFolder} from '../sum.mjs';
import {Trouble, causeIn} from '../trouble.mjs';
/** @import {World} from './world.mjs' */

/** The wheel, for a Python that needs not be there: none of its Python is used. */
const WHEEL = {name: 'tensorflow-cpu', version: '2.15.1', python: '3.11'};

/** SHA-256 of the wheel, and of all that `unpack.py` takes out of it. */
export const SUMS = {
  wheel: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
  library: 'c0d10508877734c7b31c14f596766f6f130310d01c6fbefde5bdaec141babe51',
};

/** The wheel takes 0.2 GB and what is unpacked 0.6 GB, both at once. */
const BYTES_NEEDED = 1e9;

const LONGEST = 30 * 60_000; // milliseconds, to load the wheel

/**
 * The folder of the library in a cache.
 * @param {World} world
 * @returns {string} with lib and include in it, where it is there
 */
export function libraryFolder({cache}) {
  return path.join(cache, `tensorflow-${WHEEL.version}`);
}

/**
 * Whether the library in the cache is not what it was when it was put there: a disk lost a part of it, or somebody changed it.
 * @param {World} world
 * @returns {Promise<boolean>} false where there is none
 */
export async function isDamaged(world) {
  const folder = libraryFolder(world);
  return existsSync(folder) && (await sumOfFolder(folder)) !== world.sums.library;
}

/**
 * Loads the library into the cache, where it is not there yet or damaged.
 * @param {World} world
 * @returns {Promise<string>} its folder
 * @throws {Trouble} where it can't be had; nothing half-finished stays in the cache
 */
export async function provideLibrary(world) {
  const folder = libraryFolder(world);
  if (existsSync(folder) && !(await isDamaged(world))) return folder;
  await mkdir(world.cache, {recursive: true});
  const free = await world.free(world.cache);
  if (free < BYTES_NEEDED) {
    const [needed, there] = [BYTES_NEEDED, free].map((bytes) => `${(bytes / 1e9).toFixed(1)} GB`);
    throw new Trouble(`its library needs ${needed} in the cache folder ${world.cache}, ${there} are free`);
  }
  const aside = `${folder}.${process.pid}`;
  try {
    const wheel = await loadWheel(world, aside);
    await unpack(world, wheel, aside);
    await rm(path.dirname(wheel), {recursive: true});
    const found = await sumOfFolder(aside);
    if (found !== world.sums.library) throw new Trouble(`its library, unpacked, has the wrong sum: ${found}`);
    await rm(folder, {recursive: true, force: true}); // the damaged one
    await rename(aside, folder).catch((error) => {
      if (!existsSync(folder)) throw error; // another set-up was faster
    });
  } finally {
    await rm(aside, {recursive: true, force: true});
  }
  return folder;
}

/**
 * Removes what a set-up that was killed left in the cache.
 * @param {World} world
 * @returns {Promise<void>}
 */
export async function removeLeftovers({cache}) {
  if (!existsSync(cache)) return;
  for (const name of await readdir(cache)) {
    const pid = /^tensorflow-[\d.]+\.(\d+)$/.exec(name)?.[1];
    if (pid && !runs(Number(pid))) await rm(path.join(cache, name), {recursive: true, force: true});
  }
}

/**
 * @param {World} world
 * @param {string} aside
 * @returns {Promise<string>} the wheel
 */
async function loadWheel({run, env, sums}, aside) {
  const folder = path.join(aside, 'wheel');
  await mkdir(folder, {recursive: true});
  const {name, version, python} = WHEEL;
  const kind = ['--implementation', 'cp', '--python-version', python, '--abi', `cp${python.replace('.', '')}`];
  // pip asks a silent host six times: twice will do, where there is a fallback.
  const flags = [
    '--quiet',
    '--disable-pip-version-check',
    '--no-input',
    '--no-cache-dir',
    '--no-deps',
    '--retries',
    '1',
  ];
  const platform = ['--only-binary', ':all:', '--platform', 'manylinux2014_x86_64', '--dest', folder];
  const args = ['-m', 'pip', 'download', ...flags, ...kind, ...platform, `${name}==${version}`];
  const {code, output} = await run(venvPython, args, {env: {...env, TMPDIR: folder}, timeout: LONGEST});
  if (code !== 0) throw new Trouble(`its library could not be loaded (${causeIn(output)})`);
  const file = (await readdir(folder)).find((entry) => entry.endsWith('.whl'));
  const found = file && (await sumOf(path.join(folder, file)));
  if (!file || found !== sums.wheel)
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
}
