'use strict';
// Rewrites the JavaScript that tslab compiled from a cell. The compiler takes the cell for a module, keeps its top-level variables as locals and
// copies them to `exports`: a later cell that assigns to one changes the copy only, and functions of the first cell never learn of it. Here
// a variable that can change lives in `exports` alone. Imports become plain values, since a later cell may import the same name again.
// And tslab forgets to look up `{name}`, short for `{name: name}`, among the variables of earlier cells.

const ts = /** @type {typeof import('typescript')} */ (/** @type {unknown} */ (require('@tslab/typescript-for-tslab')));

/** @typedef {import('typescript').Node} Node */
/** @typedef {import('typescript').SourceFile} SourceFile */
/** @typedef {{start: number, end: number, text: string}} Edit */

/**
 * @param {string} code JavaScript, as compiled from a cell
 * @param {Record<string, unknown>} [earlier] the variables of the cells before
 * @returns {string} the same, with all that changes in `exports`
 */
function rewriteCell(code, earlier = {}) {
  const file = parse(code);
  const variables = variablesOf(file, declaredIn(file));
  const borrowed = borrowedNames(file).filter((name) => Object.hasOwn(earlier, name));
  /** @type {Edit[]} */
  const edits = [];
  for (const statement of file.statements) {
    const text = replacement(statement, variables, file);
    if (text !== undefined) edits.push({start: statement.getStart(file), end: statement.end, text});
    else dropCopies(statement, variables, file, edits);
    edits.push(...exportEdits(statement, variables, file));
  }
  const edited = applied(code, edits) + borrowed.map((name) => `\nexport let ${name};`).join('');
  return variables.size > 0 || borrowed.length > 0 ? throughExports(edited) : edited;
}

/** @param {string} code */
function parse(code) {
  return ts.createSourceFile('cell.js', code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
}

/**
 * Compiles exported variables to properties of `exports`, wherever they are used and nowhere else: the compiler knows about scopes.
 * @param {string} code with `export let`
 */
function throughExports(code) {
  const {outputText} = ts.transpileModule(code, {
    compilerOptions: {module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ESNext, noImplicitUseStrict: true},
  });
  const file = parse(outputText);
  /** @type {Edit[]} */
  const edits = [];
  for (const statement of file.statements) {
    const text = replacement(statement, new Set(), file);
    if (text === '') edits.push({start: statement.getStart(file), end: statement.end, text});
  }
  return applied(outputText, edits);
}

/**
 * The names that stand as `{name}` somewhere in a cell whose top level doesn't declare them. Whether they are those of an inner scope is left
 * to the compiler.
 * @param {SourceFile} file
 */
function borrowedNames(file) {
  const own = new Set(file.statements.flatMap(namesOf));
  /** @type {Set<string>} */
  const names = new Set();
  const visit = (/** @type {Node} */ node) => {
    if (ts.isShorthandPropertyAssignment(node) && !own.has(node.name.text)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...names];
}

/**
 * What a statement of the top level declares.
 * @param {Node} statement
 * @returns {string[]}
 */
function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({name}) => namesIn(name));
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/**
 * @param {import('typescript').BindingName} name
 * @returns {string[]}
 */
function namesIn(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}

/**
 * The names that the compiler announces.
 * @param {SourceFile} file
 */
function declaredIn(file) {
  return new Set(announcements(file).flatMap(({expression}) => announcedBy(expression)));
}

/**
 * The statements that follow the mark of a module and announce its names. Further below, the same words are the cell's own.
 * @param {SourceFile} file
 */
function announcements({statements}) {
  const mark = statements.findIndex((statement) => {
    return ts.isExpressionStatement(statement) && importIn(statement.expression)?.name === '__esModule';
  });
  /** @type {import('typescript').ExpressionStatement[]} */
  const found = [];
  for (const statement of statements.slice(mark + 1)) {
    if (!ts.isExpressionStatement(statement) || announcedBy(statement.expression).length === 0) break;
    found.push(statement);
  }
  return found;
}

/**
 * The names in `exports.a = exports.b = void 0`. The statement itself must go: it would empty the variables of earlier cells.
 * @param {Node} node
 * @returns {string[]} none where it is another statement
 */
function announcedBy(node) {
  const assignment = exportIn(node);
  if (!assignment) return [];
  if (ts.isVoidExpression(assignment.value) && ts.isNumericLiteral(assignment.value.expression))
    return [assignment.name];
  const others = announcedBy(assignment.value);
  return others.length > 0 ? [assignment.name, ...others] : [];
}

/**
 * The names that statements with `let` or `var` at the top level declare.
 * @param {SourceFile} file
 * @param {Set<string>} declared leaves out what the compiler itself adds
 */
function variablesOf(file, declared) {
  const changing = file.statements.filter(
    (statement) => ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const),
  );
  return new Set(changing.flatMap(namesOf).filter((name) => declared.has(name)));
}

/**
 * `let a, b = 1` → `export let a = undefined, b = 1`: what has no value has none from then on, whatever an earlier cell gave to the name.
 * @param {import('typescript').Statement} statement
 * @param {Set<string>} variables
 * @param {SourceFile} file
 * @returns {Edit[]}
 */
function exportEdits(statement, variables, file) {
  if (!ts.isVariableStatement(statement) || statement.declarationList.flags & ts.NodeFlags.Const) return [];
  const {declarations} = statement.declarationList;
  // The compiler's own helpers are not exported.
  if (!declarations.some(({name}) => !ts.isIdentifier(name) || variables.has(name.text))) return [];
  const start = statement.getStart(file);
  const empty = declarations.filter(({initializer}) => !initializer);
  return [{start, end: start, text: 'export '}, ...empty.map(({end}) => ({start: end, end, text: ' = undefined'}))];
}

/**
 * What to write in place of a statement that the compiler added.
 * @param {import('typescript').Statement} statement
 * @param {Set<string>} variables
 * @param {SourceFile} file
 * @returns {string | undefined} undefined where the statement is the cell's own
 */
function replacement(statement, variables, file) {
  if (!ts.isExpressionStatement(statement)) return undefined;
  const {expression} = statement;
  const imported = importIn(expression);
  if (imported) return imported.value ? `exports.${imported.name} = ${imported.value.getText(file)};` : '';
  if (announcements(file).some((announcement) => announcement === statement)) return '';
  const assignment = exportIn(expression);
  return assignment && variables.has(assignment.name) && isName(assignment.value, assignment.name) ? '' : undefined;
}

/**
 * Reads `Object.defineProperty(exports, "name", { enumerable: true, get: function () { return value; } })`, which imports a name; or the
 * mark of a module, which has no value.
 * @param {Node} node
 * @returns {{name: string, value?: Node} | undefined}
 */
function importIn(node) {
  if (!ts.isCallExpression(node) || node.arguments.length !== 3) return undefined;
  if (!ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'defineProperty')
    return undefined;
  const [target, name, descriptor] = node.arguments;
  if (!isName(target, 'exports') || !ts.isStringLiteral(name) || !ts.isObjectLiteralExpression(descriptor))
    return undefined;
  if (name.text === '__esModule') return {name: name.text};
  const getter = descriptor.properties.at(-1);
  if (!getter || !ts.isPropertyAssignment(getter) || !ts.isFunctionExpression(getter.initializer)) return undefined;
  const [returned] = getter.initializer.body.statements;
  return returned && ts.isReturnStatement(returned) ? {name: name.text, value: returned.expression} : undefined;
}

/**
 * Takes `exports.name = ` away before an assignment to the variable `name`.
 * @param {Node} node
 * @param {Set<string>} variables
 * @param {SourceFile} file
 * @param {Edit[]} edits
 */
function dropCopies(node, variables, file, edits) {
  ts.forEachChild(node, (child) => dropCopies(child, variables, file, edits));
  const assignment = exportIn(node);
  if (!assignment || !variables.has(assignment.name) || assignedBy(assignment.value) !== assignment.name) return;
  edits.push({start: node.getStart(file), end: assignment.value.getStart(file), text: ''});
}

/**
 * Reads `exports.name = value`.
 * @param {Node} node
 * @returns {{name: string, value: import('typescript').Expression} | undefined}
 */
function exportIn(node) {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const {left, right} = node;
  if (!ts.isPropertyAccessExpression(left) || !isName(left.expression, 'exports')) return undefined;
  return {name: left.name.text, value: right};
}

/**
 * The variable whose new value an expression gives: `name = …`, `name += …`, `++name`, `(name++, name)`, or `name` alone.
 * @param {import('typescript').Expression} expression
 * @returns {string | undefined}
 */
function assignedBy(expression) {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isParenthesizedExpression(expression)) return assignedBy(expression.expression);
  if (ts.isPrefixUnaryExpression(expression)) return assignedBy(expression.operand);
  if (!ts.isBinaryExpression(expression)) return undefined;
  const {left, right, operatorToken} = expression;
  if (operatorToken.kind === ts.SyntaxKind.CommaToken) return assignedBy(right);
  const assigns =
    operatorToken.kind >= ts.SyntaxKind.FirstAssignment && operatorToken.kind <= ts.SyntaxKind.LastAssignment;
  return assigns && ts.isIdentifier(left) ? left.text : undefined;
}

/**
 * @param {Node} node
 * @param {string} name
 */
function isName(node, name) {
  return ts.isIdentifier(node) && node.text === name;
}

/**
 * @param {string} code
 * @param {Edit[]} edits that don't overlap
 */
function applied(code, edits) {
  let edited = code;
  for (const {start, end, text} of edits.sort((a, b) => b.start - a.start)) {
    edited = edited.slice(0, start) + text + edited.slice(end);
  }
  return edited;
}

module.exports = {rewriteCell};
