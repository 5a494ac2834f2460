'use strict';
// The way from the library to the page: rich output goes to the cell that runs now.

const jupyter = require('tslab/dist/jupyter');

/**
 * @typedef {{data: Record<string, unknown>, metadata?: Record<string, unknown>, transient?: {display_id?: string}}} Content
 */

/**
 * Lets the library show mime bundles: sets `globalThis[Symbol.for('neurons.display')]`. A symbol of the global registry, not an import, so
 * that the library needs no tslab and nothing breaks when a second copy of tslab gets loaded.
 */
function connectDisplay() {
  Object.assign(globalThis, {
    /**
     * @param {Content} content
     * @param {boolean} [update] true to replace what was shown under the same display_id
     */
    [Symbol.for('neurons.display')]: (content, update = false) => {
      const write = /** @type {any} */ (jupyter).lastWriteDisplayData; // null until a cell has run
      write?.({metadata: {}, transient: {}, ...content}, update);
    },
  });
}

module.exports = {connectDisplay};
