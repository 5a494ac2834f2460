'use strict';
// Stands in for @tensorflow/tfjs-node: plain TensorFlow.js on WebAssembly, or on its cpu backend.

const tf = require('@tensorflow/tfjs');

void tf.setBackend('cpu'); // ready at once
// The first operation would print advice to install tfjs-node, except in production.
tf.env().set('PROD', true);
tf.scalar(0).dispose();
if (process.env.TFJS_BACKEND !== 'js') {
  try {
    require('./tfjs-wasm.cjs').useWasm();
  } catch (error) {
    if (process.env.TFJS_BACKEND === 'wasm') throw error;
  }
}
tf.env().set('PROD', false);

try {
  // Models can be saved to files and loaded from them, as in tfjs-node: that part of it needs no addon.
  const {nodeFileSystemRouter} = require('@tensorflow/tfjs-node/dist/io/file_system');
  tf.io.registerSaveRouter(nodeFileSystemRouter);
  tf.io.registerLoadRouter(nodeFileSystemRouter);
} catch {
  // A damaged tfjs-node: all but files works.
}

module.exports = tf;
