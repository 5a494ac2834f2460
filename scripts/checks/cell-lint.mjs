// The linter over cells: the rules stand in eslint.config.mjs, under `.cache/cells`.
import {ESLint} from 'eslint';
import {placeOf} from './cells.mjs';
/** @import {CellModule} from './cells.mjs' */

/**
 * @param {CellModule[]} modules written to the disk
 * @param {string} root where eslint.config.mjs lies
 * @returns {Promise<Map<string, string[]>>} problems, by the notebook's name
 */
export async function checkCellLint(modules, root) {
  /** @type {Map<string, string[]>} */
  const problems = new Map(modules.map(({notebook}) => [notebook.name, []]));
  if (modules.length === 0) return problems;
  const results = await new ESLint({cwd: root}).lintFiles(modules.map(({file}) => file));
  for (const {filePath, messages} of results) {
    const module = modules.find(({file}) => file === filePath);
    if (!module) continue;
    const told = problems.get(module.notebook.name) ?? [];
    for (const {line, message, ruleId} of messages) {
      const problem = `${placeOf(module, line)}: ${message} (${ruleId ?? 'syntax'})`;
      if (!told.includes(problem)) told.push(problem);
    }
  }
  return problems;
}
