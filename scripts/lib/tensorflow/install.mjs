// Native TensorFlow, the one way or the other.
import {existsSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {Trouble} from '../trouble.mjs';
import {buildAddon, findCompiler} from './addon.mjs';
import {faultOfNative} from './check.mjs';
import {libraryFolder, provideLibrary, removeLeftovers} from './library.mjs';
import {installAsThePackageDoes} from './own-install.mjs';
/** @import {World} from './world.mjs' */

/** The system that the library in Python's wheel is made for. */
const BUILT_FOR = 'linux-x64';

/**
 * Installs what @tensorflow/tfjs-node lacks: as the package itself does, else by TensorFlow's library and an addon built here.
 * @param {World} world
 * @returns {Promise<void>}
 * @throws {Trouble} where neither gives one that works; the package is left without a native part then
 */
export async function installNative(world) {
  await removeLeftovers(world);
  const obstacles = [];
  const isCached = world.system === BUILT_FOR && existsSync(libraryFolder(world));
  for (const way of isCached ? [buildHere] : [installAsThePackageDoes, buildHere]) {
    try {
      await removeNative(world); // of another way, or an earlier try
      await way(world);
      const fault = await faultOfNative(world);
      if (fault === undefined) return;
      throw new Trouble(`what was installed does not run on this machine (${fault})`);
    } catch (error) {
      obstacles.push(error instanceof Error ? error.message.split('\n')[0] : String(error));
    }
  }
  await removeNative(world); // an addon that does not run would be tried at every start, and may take the kernel with it
  throw new Trouble(obstacles.join('; '));
}

/** @param {World} world */
async function buildHere(world) {
  if (world.system !== BUILT_FOR) throw new Trouble(`it can be built on ${BUILT_FOR} only, this is ${world.system}`);
  const compiler = await findCompiler(world); // before the long download
  await buildAddon(world, {compiler, library: await provideLibrary(world)});
}

/** @param {World} world */
async function removeNative({addonPackage}) {
  for (const part of ['deps', 'lib']) await rm(path.join(addonPackage, part), {recursive: true, force: true});
}
