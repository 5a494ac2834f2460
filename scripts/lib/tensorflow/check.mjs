// Does TensorFlow work, and on which backend?
import {errorIn} from '../doctor/ask.mjs';
import {at} from '../paths.mjs';
/** @import {World} from './world.mjs' */

const LONGEST = 2 * 60_000; // milliseconds; the first start on a slow disk takes some ten seconds

const MULTIPLY = `const tf = require('@tensorflow/tfjs-node');
const [a, b] = tf.matMul([[1, 2], [3, 4]], [[5], [6]]).dataSync();
if (a !== 17 || b !== 39) throw new Error('a product of matrices comes out wrong');
console.log('tensorflow', tf.version.tfjs, tf.getBackend());`;

/** What Node is to run to find out, in a process of its own: it takes a second and much memory, and native code may end it. */
export const PROBE = ['-r', at('jupyter', 'kernel', 'tfjs-fallback.cjs'), '-e', MULTIPLY]; // as in the kernel

/**
 * What the probe found.
 * @param {{code: number, output: string}} answer
 * @returns {{version: string, backend: string} | undefined} undefined where TensorFlow does not work
 */
export function resultOf({code, output}) {
  const [, version, backend] = /^tensorflow (\S+) (\S+)$/m.exec(output) ?? [];
  return code === 0 && version ? {version, backend} : undefined;
}

/**
 * Tries native TensorFlow.
 * @param {World} world
 * @returns {Promise<string | undefined>} what is wrong; undefined where it works
 */
export async function faultOfNative({run, env}) {
  const answer = await run(process.execPath, PROBE, {env: {...env, TFJS_BACKEND: 'native'}, timeout: LONGEST});
  if (resultOf(answer)?.backend === 'tensorflow') return undefined;
  return /stopped by \w+/.exec(answer.output)?.[0] ?? errorIn(answer.output);
}
