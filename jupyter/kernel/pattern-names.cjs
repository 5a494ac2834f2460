'use strict';
// tslab writes `exports.` before every identifier that an earlier cell declares, and takes the first name in `const {truth: mine} = judge()` for
// one, where the type of `judge()` was written in an earlier cell: `const {exports.truth: mine}` is no JavaScript. It is a property's name.

const ts = /** @type {typeof import('typescript')} */ (/** @type {unknown} */ (require('@tslab/typescript-for-tslab')));

/** Lets tslab leave the names of properties in patterns as they are. */
function keepPatternNames() {
  const {factory} = ts;
  const create = factory.createPropertyAccessExpression;
  /** @type {any} */ (factory).createPropertyAccessExpression = (
    /** @type {import('typescript').Expression} */ expression,
    /** @type {import('typescript').Identifier} */ name,
  ) => {
    const {parent} = typeof name === 'string' ? {} : name;
    const isPatternName = parent && ts.isBindingElement(parent) && parent.propertyName === name;
    return isPatternName ? name : create(expression, name);
  };
}

module.exports = {keepPatternNames};
