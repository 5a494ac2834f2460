'use strict';
// `node -r tfjs-fallback.cjs`: where the native addon of @tensorflow/tfjs-node can't be loaded, that import gives plain TensorFlow.js in
// its place, slower but the same. danfojs-node needs one of the two to be read at all.

const Module = require('node:module');
const util = require('node:util');

const NATIVE = '@tensorflow/tfjs-node';

// tfjs-node 4.22.0 calls these two, which Node 23 took away.
Object.assign(util, {
  isNullOrUndefined: (/** @type {unknown} */ value) => value === null || value === undefined,
  isArray: Array.isArray,
});

const modules = /** @type {any} */ (Module);
const load = modules._load;
let nativeFails = false; // found out once: a second try would only cost time

modules._load = function (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) {
  if (request !== NATIVE) return load.call(this, request, ...rest);
  if (!nativeFails) {
    try {
      return load.call(this, request, ...rest);
    } catch {
      nativeFails = true;
    }
  }
  return require('./tfjs-javascript.cjs');
};
