// Cells in Prettier's form, with one liberty of notebooks: an expression at the end of a cell, there to be looked at, may stand
// without its semicolon. Whether it has one is the author's choice, and is kept.
import prettier from 'prettier';
import ts from 'typescript';
import {cellWord, isCode, sourceOf} from './notebook.mjs';
/** @import {Notebook} from './notebook.mjs' */

/**
 * @param {string} source a cell's code
 * @param {prettier.Options} options the project's
 * @returns {Promise<string>}
 */
export async function formatCell(source, options) {
  const formatted = (await prettier.format(source, {...options, parser: 'typescript'})).trimEnd();
  const last = lastStatement(source);
  const isOpen = last !== undefined && ts.isExpressionStatement(last) && !last.getText().endsWith(';');
  if (!isOpen) return formatted;
  const end = lastStatement(formatted)?.getEnd() ?? formatted.length;
  return formatted[end - 1] === ';' ? formatted.slice(0, end - 1) + formatted.slice(end) : formatted;
}

/**
 * @param {Notebook} notebook
 * @param {prettier.Options} options
 * @returns {Promise<string[]>}
 */
export async function checkCellFormat(notebook, options) {
  const problems = await Promise.all(
    notebook.cells.map(async (cell, index) => {
      if (!isCode(cell)) return [];
      const source = sourceOf(cell);
      try {
        if ((await formatCell(source, options)) === source) return [];
      } catch {
        return []; // broken code: the check of types says so
      }
      return [`${cellWord(notebook, index)}: not in Prettier's form (npm run format)`];
    }),
  );
  return problems.flat();
}

/** @param {string} source */
function lastStatement(source) {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
  return file.statements.at(-1);
}
