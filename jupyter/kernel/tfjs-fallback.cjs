'use strict';
// `node -r tfjs-fallback.cjs`: where the native addon of @tensorflow/tfjs-node can't be loaded, that import gives plain TensorFlow.js in
// its place, slower but the same: in WebAssembly, else in plain JavaScript. danfojs-node needs one of the two to be read at all.
// TFJS_BACKEND chooses: "native" fails where there is none, "wasm" and "js" do without it.

const Module = require('node:module');
const util = require('node:util');

const NATIVE = '@tensorflow/tfjs-node';
const CHOICES = ['native', 'wasm', 'js'];

// tfjs-node 4.22.0 calls these two, which Node 23 took away.
Object.assign(util, {
  isNullOrUndefined: (/** @type {unknown} */ value) => value === null || value === undefined,
  isArray: Array.isArray,
});

process.env.TF_CPP_MIN_LOG_LEVEL ??= '2'; // else TensorFlow describes the processor, in red

const modules = /** @type {any} */ (Module);
const load = modules._load;
let nativeFails = false; // found out once: a second try would only cost time

modules._load = function (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) {
  if (request !== NATIVE) return load.call(this, request, ...rest);
  const chosen = process.env.TFJS_BACKEND;
  if (chosen && !CHOICES.includes(chosen))
    throw new RangeError(`TFJS_BACKEND must be native, wasm or js, got ${chosen}`);
  if (!nativeFails && (!chosen || chosen === 'native')) {
    try {
      return load.call(this, request, ...rest);
    } catch (error) {
      if (chosen === 'native') throw error;
      nativeFails = true;
    }
  }
  return require('./tfjs-javascript.cjs');
};
