'use strict';
// The WebAssembly backend of TensorFlow.js, ready at once, and with every kernel. As it comes, it is ready only after an `await`, which an
// import can't do, and lacks what training a convolution needs.

const fs = require('node:fs');
const path = require('node:path');
const tf = require('@tensorflow/tfjs');
const {BackendWasm} = require('@tensorflow/tfjs-backend-wasm');

/** @typedef {import('@tensorflow/tfjs').TensorInfo} TensorInfo */

/** Makes it the backend of all that follows. */
function useWasm() {
  tf.removeBackend('wasm'); // the package registers itself, with a start that takes an await
  const backend = new BackendWasm(instance());
  tf.registerBackend('wasm', () => backend);
  void tf.setBackend('wasm'); // done at once, since the backend is there
  for (const {kernelName, kernelFunc} of tf.getKernelsForBackend('cpu')) {
    if (!tf.getKernel(kernelName, 'wasm')) lend(kernelName, kernelFunc);
  }
}

/** The WebAssembly module with vector instructions, which every Node from 16 on has; one thread: more would need an `await`. */
function instance() {
  const folder = path.join(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'wasm-out');
  const code = new WebAssembly.Module(fs.readFileSync(path.join(folder, 'tfjs-backend-wasm-simd.wasm')));
  const module = {
    instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ receive) {
      const made = new WebAssembly.Instance(code, imports);
      receive(made, code);
      return made.exports;
    },
  };
  require(path.join(folder, 'tfjs-backend-wasm.js'))(module); // fills the object in, at once
  return withInterface(module);
}

/**
 * The names under which the backend calls the module: as its own initialization gives them.
 * @param {any} module
 */
function withInterface(module) {
  const {cwrap} = module;
  module.tfjs = {
    init: cwrap('init', null, []),
    initWithThreadsCount: cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: cwrap('get_threads_count', 'number', []),
    registerTensor: cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: cwrap('dispose_data', null, ['number']),
    dispose: cwrap('dispose', null, []),
  };
  return module;
}

/**
 * Lends the backend a kernel of plain JavaScript: the tensors go over, and the result comes back.
 * @param {string} kernelName
 * @param {Function} kernelFunc
 */
function lend(kernelName, kernelFunc) {
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: (/** @type {any} */ {inputs, attrs, backend: wasm}) => {
      const cpu = /** @type {any} */ (tf.engine().findBackend('cpu'));
      /** @type {TensorInfo[]} */
      const lent = [];
      const there = (/** @type {TensorInfo | undefined} */ tensor) => {
        if (!tensor) return tensor; // an input that is left away
        const copy = cpu.makeTensorInfo(tensor.shape, tensor.dtype, wasm.readSync(tensor.dataId).slice());
        lent.push(copy);
        return copy;
      };
      const back = (/** @type {TensorInfo} */ {dataId, shape, dtype}) => {
        const made = {dataId: wasm.write(cpu.readSync(dataId), shape, dtype), shape, dtype};
        cpu.disposeData(dataId);
        return made;
      };
      const given = Object.entries(inputs).map(([name, input]) => [name, mapOne(input, there)]);
      const result = mapOne(kernelFunc({inputs: Object.fromEntries(given), attrs, backend: cpu}), back);
      for (const {dataId} of lent) if (cpu.data.has(dataId)) cpu.disposeData(dataId);
      return result;
    },
  });
}

/**
 * @param {any} one one, or several in an array
 * @param {(item: any) => any} change
 */
function mapOne(one, change) {
  return Array.isArray(one) ? one.map(change) : change(one);
}

module.exports = {useWasm};
