'use strict';
// Ends the kernel when the server that started it is gone: tslab would stay behind for ever. Runs in a thread of its own, because a cell
// with an endless loop keeps the main thread from noticing anything.

const {Worker, isMainThread, workerData} = require('node:worker_threads');

const EVERY = 2000; // milliseconds

/** Watches the process that started this one, from now on. */
function watchParent() {
  const worker = new Worker(__filename, {
    workerData: process.ppid,
    env: {},
    stdin: false,
    resourceLimits: {maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2},
  });
  worker.unref();
}

/** @param {number} parent id of a process */
function isGone(parent) {
  if (process.ppid !== parent) return true; // an orphan gets a new parent
  try {
    process.kill(parent, 0); // Windows gives no new parent: ask whether the old one lives
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

if (!isMainThread) {
  setInterval(() => isGone(workerData) && process.kill(process.pid, 'SIGKILL'), EVERY);
}

module.exports = {watchParent};
