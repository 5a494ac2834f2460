// A reader who skips an exercise or an optional part must be able to go on: no later cell may need what only a folded cell declares.
// Optional cells may need each other.
import ts from 'typescript';
import {cellWord, isCode, isOptional, isSolution, sourceOf} from './notebook.mjs';
/** @import {Notebook} from './notebook.mjs' */

/**
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkFoldedNames(notebook) {
  /** @type {Set<string>} */
  const open = new Set();
  /** @type {Set<string>} */
  const optional = new Set();
  /** @type {Map<string, number>} */
  const folded = new Map();
  return notebook.cells.flatMap((cell, index) => {
    if (!isCode(cell)) return [];
    const {declared, used} = namesOf(sourceOf(cell));
    if (isSolution(cell)) {
      for (const name of declared) if (!folded.has(name)) folded.set(name, index);
      return [];
    }
    const isHere = (/** @type {string} */ name) => open.has(name) || (isOptional(cell) && optional.has(name));
    const needed = [...used].filter((name) => folded.has(name) && !isHere(name) && !declared.has(name));
    for (const name of declared) {
      (isOptional(cell) ? optional : open).add(name);
      if (isOptional(cell) && !folded.has(name)) folded.set(name, index);
    }
    return needed.map((name) => {
      const where = folded.get(name) ?? 0;
      const kind = isSolution(notebook.cells[where]) ? 'the solution in' : 'the optional';
      const place = cellWord(notebook, where).replace(/^.*?, /, '');
      return `${cellWord(notebook, index)}: needs ${name}, which only ${kind} ${place} declares`;
    });
  });
}

/**
 * The names that a cell declares at its top, and all that it mentions outside of declarations. Names declared deeper inside
 * count as declared: a cell that has its own `row` needs nobody else's.
 * @param {string} source
 * @returns {{declared: Set<string>, used: Set<string>}}
 */
export function namesOf(source) {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
  /** @type {Set<string>} */
  const declared = new Set();
  /** @type {Set<string>} */
  const used = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isIdentifier(node)) (isDeclared(node) ? declared : isMember(node) ? new Set() : used).add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {declared, used};
}

/** @param {ts.Identifier} node */
function isDeclared(node) {
  const {parent} = node;
  if (/** @type {{name?: ts.Node}} */ (parent).name !== node) return false;
  return (
    ts.isVariableDeclaration(parent) ||
    ts.isBindingElement(parent) ||
    ts.isParameter(parent) ||
    ts.isFunctionLike(parent) ||
    ts.isClassLike(parent) ||
    ts.isEnumDeclaration(parent) ||
    ts.isInterfaceDeclaration(parent) ||
    ts.isTypeAliasDeclaration(parent) ||
    ts.isTypeParameterDeclaration(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isImportClause(parent) ||
    ts.isNamespaceImport(parent)
  );
}

/**
 * The right side of a dot, the key of an object, a label: names that are no variables.
 * @param {ts.Identifier} node
 */
function isMember(node) {
  const {parent} = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isMetaProperty(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isEnumMember(parent)) return parent.name === node;
  if (ts.isPropertyDeclaration(parent) || ts.isPropertySignature(parent)) return parent.name === node;
  if (ts.isBindingElement(parent) || ts.isImportSpecifier(parent)) return parent.propertyName === node;
  return ts.isQualifiedName(parent) && parent.right === node;
}
