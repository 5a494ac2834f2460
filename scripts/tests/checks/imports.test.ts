/** Who may import whom, as the linter holds it. */
import {ESLint, Linter} from 'eslint';
import tseslint from 'typescript-eslint';
import path from 'node:path';
import {describe, expect, it} from 'vitest';

const RULE = '@typescript-eslint/no-restricted-imports';
const eslint = new ESLint({cwd: path.resolve(import.meta.dirname, '../../..')});

/** Whether a file of the project may import a module. */
async function mayImport(file: string, module: string): Promise<boolean> {
  const {rules} = (await eslint.calculateConfigForFile(file)) as {rules: Linter.RulesRecord};
  const config = {
    languageOptions: {parser: tseslint.parser as Linter.Parser},
    plugins: {'@typescript-eslint': tseslint.plugin as ESLint.Plugin},
    rules: {[RULE]: rules[RULE] ?? 'off'},
  };
  const problems = new Linter().verify(`import {it} from '${module}';`, config);
  expect(problems.filter(({ruleId}) => ruleId !== RULE)).toEqual([]);
  return problems.length === 0;
}

describe('imports', () => {
  it.each([
    ['widgets/mount.ts', '../lib/src/explorers/checkExplorer', true],
    ['widgets/neuron/index.ts', '../../lib/src/browser', true],
    ['widgets/neuron/index.ts', '../../lib/src/charts/text', true],
    ['widgets/neuron/index.ts', '../parts/slider', true],
    ['widgets/neuron/index.ts', '../../lib/src/neurons/neuron', false],
    ['widgets/neuron/index.ts', '../../lib/src/index', false],
    ['widgets/neuron/index.ts', '../../lib/src', false],
    ['widgets/neuron/index.ts', 'neurons', false],
    ['widgets/mount.ts', '../lib/src/notebook/display', false],
    ['widgets/mount.ts', '../lib/src/exercises/exercise', false],
    ['lib/src/explorers/checkExplorer.ts', '../math/received', true],
    ['lib/src/explorers/checkExplorer.ts', '../notebook/display', false],
    ['lib/src/explorers/checkExplorer.ts', 'node:fs', false],
    ['lib/src/neurons/neuron.ts', '../explorers/checkExplorer', false],
    ['lib/src/notebook/explore.ts', '../explorers/checkExplorer', true],
  ])('%s from %s: %s', async (file, module, allowed) => {
    expect(await mayImport(file, module)).toBe(allowed);
  });
});
