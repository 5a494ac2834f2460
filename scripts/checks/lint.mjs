// The linter over files and cells, in one go. The rules stand in eslint.config.mjs; cells are its `.cache/cells`.
import path from 'node:path';
import {ESLint} from 'eslint';
import {placeOf} from './cells.mjs';
/** @import {CellModule} from './cells.mjs' */

/**
 * @param {CellModule[]} modules written to the disk
 * @param {string} root where eslint.config.mjs lies
 * @returns {Promise<{files: string[], cells: Map<string, string[]>}>} problems of the files, and of the cells by notebook
 */
export async function lint(modules, root) {
  /** @type {string[]} */
  const files = [];
  /** @type {Map<string, string[]>} */
  const cells = new Map(modules.map(({notebook}) => [notebook.name, []]));
  for (const {filePath, messages} of await new ESLint({cwd: root}).lintFiles(['.'])) {
    const module = modules.find(({file}) => file === filePath);
    const told = module ? (cells.get(module.notebook.name) ?? []) : files;
    for (const {line, message, ruleId} of messages) {
      const place = module ? placeOf(module, line) : `${path.relative(root, filePath)}, line ${line}`;
      const problem = `${place}: ${message} (${ruleId ?? 'syntax'})`;
      if (!told.includes(problem)) told.push(problem); // most cells stand in two modules
    }
  }
  return {files, cells};
}
