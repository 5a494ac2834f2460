// Notebook cells as TypeScript modules, for the project's own compiler and linter, which are stricter than the kernel.
//
// A notebook becomes two modules: one with the exercises' stubs, and one with the solutions in their place, because both declare
// the same names. A comment names each cell, and its `;` ends a last expression that stands without one.
import fs from 'node:fs';
import path from 'node:path';
import {cellWord, exerciseCalls, isCode, isSolution, sourceOf} from './notebook.mjs';
/** @import {Notebook} from './notebook.mjs' */

/**
 * @typedef {{file: string, text: string, notebook: Notebook, starts: {line: number, cell: number}[]}} CellModule
 *   `starts` holds, for each cell, the line of the module before its first one, counted from 1
 */

/**
 * @param {Notebook} notebook
 * @param {string} folder where the modules shall lie
 * @returns {CellModule[]}
 */
export function cellModules(notebook, folder) {
  const solved = new Set(
    notebook.cells
      .filter(isSolution)
      .flatMap(exerciseCalls)
      .map(({id}) => id),
  );
  const isStub = (/** @type {Notebook['cells'][number]} */ cell) =>
    !isSolution(cell) && exerciseCalls(cell).some(({id, method}) => method === 'check' && solved.has(id));
  return [
    makeModule(notebook, path.join(folder, `${notebook.name}.stubs.ts`), (cell) => !isSolution(cell)),
    makeModule(notebook, path.join(folder, `${notebook.name}.solutions.ts`), (cell) => !isStub(cell)),
  ];
}

/**
 * @param {Notebook} notebook
 * @param {string} file
 * @param {(cell: Notebook['cells'][number]) => boolean} included
 * @returns {CellModule}
 */
function makeModule(notebook, file, included) {
  /** @type {string[]} */
  const lines = [];
  /** @type {CellModule['starts']} */
  const starts = [];
  for (const [cell, {id}] of notebook.cells.entries()) {
    if (!isCode(notebook.cells[cell]) || !included(notebook.cells[cell])) continue;
    lines.push(`; // ── cell ${cell + 1}: ${id}`);
    starts.push({line: lines.length, cell});
    lines.push(...sourceOf(notebook.cells[cell]).split('\n'));
  }
  return {file, text: `${lines.join('\n')}\n;export {};\n`, notebook, starts};
}

/**
 * Which cell, and which of its lines, a line of the module is.
 * @param {CellModule} module
 * @param {number} line from 1
 * @returns {string}
 */
export function placeOf({notebook, starts}, line) {
  const start = starts.filter((candidate) => candidate.line <= line).at(-1) ?? {line: 0, cell: 0};
  return `${cellWord(notebook, start.cell)}, line ${Math.max(1, line - start.line)}`;
}

/** Compiler settings for the modules: strict, and with what a cell may use in the kernel. */
export const cellCompilerOptions = {
  target: 'es2022',
  lib: ['es2022'],
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  esModuleInterop: true,
  strict: true,
  noFallthroughCasesInSwitch: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

/**
 * Writes the modules with a tsconfig.json beside them, and removes those of notebooks that are gone.
 * @param {CellModule[]} modules
 * @param {string} folder
 */
export function writeModules(modules, folder) {
  fs.rmSync(folder, {recursive: true, force: true});
  fs.mkdirSync(folder, {recursive: true});
  for (const {file, text} of modules) fs.writeFileSync(file, text);
  const config = {compilerOptions: cellCompilerOptions, include: ['*.ts']};
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), `${JSON.stringify(config, null, 2)}\n`);
}
