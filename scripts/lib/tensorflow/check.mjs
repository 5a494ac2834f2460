// Does native TensorFlow work?
import {errorIn} from '../doctor/ask.mjs';
import {at} from '../paths.mjs';
/** @import {World} from './world.mjs' */

const MULTIPLY = `const tf = require('@tensorflow/tfjs-node');
const [a, b] = tf.matMul([[1, 2], [3, 4]], [[5], [6]]).dataSync();
if (a !== 17 || b !== 39) throw new Error('a product of matrices comes out wrong');
console.log('native', tf.getBackend());`;

/**
 * Multiplies two matrices in a process of its own, which the native part may take with it.
 * @param {World} world
 * @returns {Promise<string | undefined>} what is wrong; undefined where it works
 */
export async function faultOfNative({run, env}) {
  const args = ['-r', at('jupyter', 'kernel', 'tfjs-fallback.cjs'), '-e', MULTIPLY];
  const {code, output} = await run(process.execPath, args, {env: {...env, TFJS_BACKEND: 'native'}});
  if (code === 0 && /^native tensorflow$/m.test(output)) return undefined;
  return /stopped by \w+/.exec(output)?.[0] ?? errorIn(output);
}
