'use strict';
// Top-level variables of cells as ordinary properties. In stock tslab each write to one goes through a Proxy, about 500 times slower than
// a local variable; a learner's first training loop stands at the top level of a cell.

const executor = require('tslab/dist/executor');

/** What the compiler writes at the top of each cell, and for each named import. */
const MARK = /^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);$/m;
const IMPORT =
  /^Object\.defineProperty\(exports, "([^"]+)", \{ enumerable: true, get: function \(\) \{ return (.+); \} \}\);$/gm;

/** Gives the executors that tslab creates from now on a plain object for the variables of cells. */
function usePlainExports() {
  const create = executor.createExecutor;
  /** @type {typeof import("tslab/dist/executor").createExecutor} */
  const createExecutor = (folder, converters, console) => {
    /** @type {{lastExpression: string | undefined}} */
    const cell = {lastExpression: undefined};
    assignImports(converters.node, (name) => (cell.lastExpression = name));
    const made = create(folder, converters, console);
    /** @type {Record<string, unknown>} */
    const variables = {};
    // tslab reads the value of a cell's last expression from its own Proxy: let it find the variables behind it.
    Object.setPrototypeOf(made.locals, variables);
    /** @type {any} */ (globalThis).__tslab__.exports = variables;
    return {
      ...made,
      locals: variables,
      async execute(source) {
        cell.lastExpression = undefined;
        const done = await made.execute(source);
        // Already printed: don't keep a large value alive. Not `delete`, which would make the object a slow dictionary.
        if (cell.lastExpression !== undefined) variables[cell.lastExpression] = undefined;
        return done;
      },
      reset() {
        made.reset();
        for (const name of Object.keys(variables)) delete variables[name];
      },
    };
  };
  Object.assign(executor, {createExecutor});
}

/**
 * Turns the read-only accessors of imports into assignments, as the Proxy did: a later cell may import the same name again.
 * @param {import('tslab/dist/converter').Converter} converter
 * @param {(name: string | undefined) => void} onConverted hears the name of the cell's last expression
 */
function assignImports(converter, onConverted) {
  const convert = converter.convert.bind(converter);
  converter.convert = (before, source) => {
    const converted = convert(before, source);
    onConverted(converted.lastExpressionVar);
    if (converted.output) converted.output = converted.output.replace(MARK, '').replace(IMPORT, 'exports.$1 = $2;');
    return converted;
  };
}

module.exports = {usePlainExports};
