// Native TensorFlow, where this machine can have it. Where it can't, the set-up goes on: the course runs without it, slower.
import {existsSync} from 'node:fs';
import {mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {at} from './paths.mjs';
import {step} from './say.mjs';
import {faultOfNative} from './tensorflow/check.mjs';
import {installNative} from './tensorflow/install.mjs';
import {isDamaged} from './tensorflow/library.mjs';
import {thisWorld} from './tensorflow/world.mjs';
/** @import {World} from './tensorflow/world.mjs' */

/** What it means to do without. */
export const WITHOUT =
  'TensorFlow.js runs in WebAssembly instead: large dense networks train about six times slower, convolutional networks not in reasonable time.';

/**
 * Sets up native TensorFlow, if it is not at work. Never fails: what is in the way is told in a sentence.
 * @param {object} [options]
 * @param {boolean} [options.again] whether to look and to try again, whatever came of it last time
 * @param {World} [options.world]
 * @param {string} [options.mark] the file that remembers what came of it
 * @returns {Promise<void>}
 */
export async function setupTensorFlow({again = false, world, mark = at('.cache', 'tensorflow')} = {}) {
  try {
    world ??= thisWorld();
    if (['wasm', 'js'].includes(world.env.TFJS_BACKEND ?? '')) return; // whoever asks for those needs no native one
    const here = await nameOfInstallation(world);
    const remembered = await readFile(mark, 'utf8').catch(() => undefined);
    const isThere = existsSync(path.join(world.addonPackage, 'deps', 'lib'));
    if (!again && remembered === `${isThere ? 'native' : 'none'} ${here}`) return;
    await rm(mark, {force: true}); // a set-up that is killed has to be done again
    const works = (await faultOfNative(world)) === undefined && !(again && (await isDamaged(world)));
    const state = works || (await tryToInstall(world)) ? 'native' : 'none';
    await mkdir(path.dirname(mark), {recursive: true});
    await writeFile(mark, `${state} ${here}`);
  } catch (error) {
    console.log(sentence(error));
  }
}

/**
 * @param {World} world
 * @returns {Promise<boolean>} whether it works now
 */
async function tryToInstall(world) {
  try {
    await step('Installing native TensorFlow (200 MB; half a minute or more)', () => installNative(world));
    return true;
  } catch (error) {
    console.log(sentence(error));
    return false;
  }
}

/** @param {unknown} error */
function sentence(error) {
  const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `Native TensorFlow is not at work: ${why}. ${WITHOUT} npm run setup tries again.`;
}

/**
 * What an installation is good for: this Node, this system, and these npm packages, of which npm ci leaves nothing.
 * @param {World} world
 */
async function nameOfInstallation({system, addonPackage}) {
  const {birthtimeMs, ino} = await stat(addonPackage);
  return [process.version, system, ino, birthtimeMs].join(' ');
}
