'use strict';
// Top-level variables of cells without a Proxy. In stock tslab each write to one goes through a Proxy, about 500 times slower than a local
// variable; a learner's first training loop stands at the top level of a cell.

const executor = require('tslab/dist/executor');
const {rewriteCell} = require('./rewrite-cell.cjs');

/** Gives the executors that tslab creates from now on a plain object for the variables of cells. */
function usePlainExports() {
  const create = executor.createExecutor;
  /** @type {typeof import("tslab/dist/executor").createExecutor} */
  const createExecutor = (folder, converters, console) => {
    /** @type {string | undefined} */
    let lastExpression;
    /** @type {Record<string, unknown>} */
    const variables = {};
    rewriteConverted(converters.node, variables, (name) => (lastExpression = name));
    const made = create(folder, converters, console);
    Object.assign(/** @type {any} */ (globalThis).__tslab__, {exports: variables}); // what cells know as `exports` from now on
    // tslab reads the value of a cell's last expression from its own Proxy: let it find the variables behind it.
    Object.setPrototypeOf(made.locals, new Proxy({}, {get: (_, name) => variables[String(name)]}));
    return {
      ...made,
      locals: variables,
      async execute(source) {
        lastExpression = undefined;
        const done = await made.execute(source);
        // Already printed: don't keep a large value alive. Not `delete`, which would make the object a slow dictionary.
        if (lastExpression !== undefined) variables[lastExpression] = undefined;
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
 * @param {import('tslab/dist/converter').Converter} converter
 * @param {Record<string, unknown>} variables those of the cells so far
 * @param {(name: string | undefined) => void} onConverted hears the name of the cell's last expression
 */
function rewriteConverted(converter, variables, onConverted) {
  const convert = converter.convert.bind(converter);
  converter.convert = (before, source) => {
    const converted = convert(before, source);
    onConverted(converted.lastExpressionVar);
    if (converted.output) converted.output = rewriteCell(converted.output, variables);
    return converted;
  };
}

module.exports = {usePlainExports};
