'use strict';
// Ends the kernel when the server that started it is gone: tslab would stay behind for ever. Runs in a thread of its own, because a cell
// with an endless loop keeps the main thread from noticing anything.

const {Worker, isMainThread, workerData} = require('node:worker_threads');

const EVERY = 2000; // milliseconds

/** Watches the process that started this one, and the server that Jupyter names, from now on. */
function watchParent() {
  // Jupyter names its process here, on Windows a handle. With it, a server that ended before this line is noticed, too.
  const server = process.platform === 'win32' ? 0 : Number(process.env.JPY_PARENT_PID ?? 0);
  const worker = new Worker(__filename, {workerData: {parent: process.ppid, server}, env: {}});
  worker.unref();
}

/** @param {{parent: number, server: number}} started ids of processes, 0 for none */
function isGone({parent, server}) {
  // An orphan gets a new parent, except on Windows.
  return process.ppid !== parent || !isAlive(parent) || (server > 0 && !isAlive(server));
}

/** @param {number} id of a process */
function isAlive(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH';
  }
}

if (!isMainThread) {
  setInterval(() => isGone(workerData) && process.kill(process.pid, 'SIGKILL'), EVERY);
}

module.exports = {watchParent};
