// Every cell holds under the strict compiler of the project. The kernel itself checks cells loosely, with an older TypeScript.
import path from 'node:path';
import ts from 'typescript';
import {cellCompilerOptions, placeOf} from './cells.mjs';
/** @import {CellModule} from './cells.mjs' */

/**
 * @param {CellModule[]} modules written to the disk
 * @returns {Map<string, string[]>} problems, by the notebook's name
 */
export function checkCellTypes(modules) {
  const folder = path.dirname(modules[0]?.file ?? '.');
  const {options} = ts.convertCompilerOptionsFromJson(cellCompilerOptions, folder);
  const program = ts.createProgram(
    modules.map(({file}) => file),
    options,
  );
  /** @type {Map<string, string[]>} */
  const problems = new Map(modules.map(({notebook}) => [notebook.name, []]));
  for (const module of modules) {
    const source = program.getSourceFile(module.file);
    const told = problems.get(module.notebook.name) ?? [];
    for (const diagnostic of [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]) {
      const problem = describe(diagnostic, module);
      if (!told.includes(problem)) told.push(problem); // most cells stand in both modules
    }
  }
  return problems;
}

/**
 * @param {ts.Diagnostic} diagnostic
 * @param {CellModule} module
 */
function describe({file, start = 0, messageText, code}, module) {
  const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 1;
  return `${placeOf(module, line)}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
