/** TensorFlow and the built library as a cell of a notebook gets them. */
import {createRequire} from 'node:module';
import {faultOfNative} from '../../../scripts/lib/tensorflow/check.mjs';
import {thisWorld} from '../../../scripts/lib/tensorflow/world.mjs';

type Backend = 'native' | 'wasm' | 'js';

/** The backend to test in full: the one asked for, else the best that there is here. */
export async function bestBackend(): Promise<Backend> {
  const asked = process.env.TFJS_BACKEND as Backend | undefined;
  if (asked) return asked;
  return (await faultOfNative(thisWorld())) === undefined ? 'native' : 'wasm';
}

/** Loads them; only the first call in a process chooses the backend. */
export function load(backend: Backend): {
  tf: typeof import('@tensorflow/tfjs-node');
  neurons: typeof import('../../src/index');
  bridge: typeof import('../../src/tensorflow');
} {
  process.env.TFJS_BACKEND = backend;
  const require = createRequire(import.meta.url);
  require('../../../jupyter/kernel/tfjs-fallback.cjs');
  return {tf: require('@tensorflow/tfjs-node'), neurons: require('neurons'), bridge: require('neurons/tensorflow')};
}
