// What the linter holds: the compiler-aware rules of typescript-eslint, and the rules of this house.
import js from '@eslint/js';
import {defineConfig} from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const root = import.meta.dirname;
const everyScript = ['**/*.{js,cjs,mjs,ts,mts}'];
const numerics = ['lib/src/{math,neurons,trainers,data}/**/*.ts'];

/** A name that begins with _ says itself that it is not used. */
const unusedVariables = {
  args: 'after-used',
  argsIgnorePattern: '^_',
  varsIgnorePattern: '^_',
  ignoreRestSiblings: true,
};

/** Random numbers come from a seeded Rng, so that a lesson says the same numbers every day. */
const noRandom = {
  object: 'Math',
  property: 'random',
  message: 'Use createRng(seed): the same seed gives the same numbers.',
};
/** The last bits of powers differ between versions of Node. */
const noPower = {object: 'Math', property: 'pow', message: 'Its last bits differ between versions of Node: multiply.'};

/**
 * Parts of the library, and what each may not import.
 * @param {string} part a folder under lib/src
 * @param {string[]} forbidden other folders
 * @param {boolean} [node] may it use Node's modules?
 */
const layer = (part, forbidden, node = false) => ({
  name: `imports of ${part}`,
  files: [`lib/src/${part}/**/*.ts`],
  ...(part === 'data' ? {ignores: ['lib/src/data/files/**']} : {}),
  rules: {
    '@typescript-eslint/no-restricted-imports': /** @type {['error', object]} */ ([
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\.?/(.*/)?(${forbidden.join('|')})(/|$)`,
            message:
              'Imports go math ← neurons ← trainers; data knows math; explorers know both but no trainer; charts take types; nothing imports notebook.',
            allowTypeImports: part === 'charts',
          },
          ...(node
            ? []
            : [{regex: '^node:', message: 'Only notebook/ and data/files/ know Node: the rest runs in a page too.'}]),
        ],
      },
    ]),
  },
});

export default defineConfig([
  {
    name: 'not ours',
    ignores: [
      '**/node_modules',
      '**/dist',
      '**/.venv',
      '.jupyter',
      '.cache/*',
      '!.cache/cells',
      'jupyter/share/labextensions',
      'lib/wasm', // AssemblyScript has types of its own
      'lib/src/math/kernels/compiled',
    ],
  },
  {name: 'JavaScript', files: everyScript, ...js.configs.recommended},
  {
    name: 'types',
    files: everyScript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {project: ['tsconfig.json', '.cache/cells/tsconfig.json'], tsconfigRootDir: root}},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-restricted-properties': ['error', noRandom],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {allowNumber: true, allowBoolean: true, allowNullish: true},
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', unusedVariables],
      // Texts of a terminal and of data hold such characters, and are cleaned of them.
      'no-control-regex': 'off',
    },
  },
  {
    name: 'the library',
    files: ['lib/src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true, allowBoolean: true}],
      // An array read may be undefined; the compiler setting that would know it makes numerics unreadable.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-restricted-syntax': [
        'error',
        {selector: 'ExportDefaultDeclaration', message: 'Export by name.'},
        {selector: 'ExportAllDeclaration', message: 'List what is exported.'},
      ],
    },
  },
  {
    name: 'numerics',
    files: numerics,
    rules: {
      'no-restricted-properties': ['error', noRandom, noPower],
      'no-restricted-syntax': [
        'error',
        {selector: 'ExportDefaultDeclaration', message: 'Export by name.'},
        {selector: 'ExportAllDeclaration', message: 'List what is exported.'},
        {
          selector: ':matches(BinaryExpression, AssignmentExpression)[operator=/^\\*\\*/]',
          message: `${noPower.message}`,
        },
      ],
    },
  },
  layer('math', ['neurons', 'trainers', 'data', 'charts', 'exercises', 'explorers', 'notebook', 'tensorflow']),
  layer('neurons', ['trainers', 'data', 'charts', 'exercises', 'explorers', 'notebook', 'tensorflow']),
  layer('trainers', ['data', 'charts', 'exercises', 'explorers', 'notebook', 'tensorflow']),
  layer('data', ['neurons', 'trainers', 'charts', 'exercises', 'explorers', 'notebook', 'tensorflow']),
  layer('data/files', ['neurons', 'trainers', 'charts', 'exercises', 'explorers', 'notebook', 'tensorflow'], true),
  layer('charts', ['neurons', 'trainers', 'data', 'exercises', 'explorers', 'notebook', 'tensorflow']),
  layer('exercises', ['explorers', 'notebook', 'tensorflow']),
  layer('explorers', ['trainers', 'charts', 'exercises', 'notebook', 'tensorflow']),
  {
    name: 'imports of widgets',
    files: ['widgets/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^neurons$|/lib/src(/(?!browser$|charts/|explorers/)|$)',
              message: 'Explorers run in a page: they take the library from lib/src/browser, charts/ and explorers/.',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'JavaScript with types in comments',
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {globals: globals.node},
    rules: {
      // Casts in comments can't narrow what `require` and JSON give.
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {name: 'read by an old Node', files: ['scripts/lib/{node-version,is-script}.mjs'], rules: {'no-var': 'off'}},
  {
    name: 'started on an old Node',
    files: ['scripts/*.mjs'],
    // No await at the top: an old Node must get as far as the words about its age.
    rules: {'@typescript-eslint/no-floating-promises': 'off'},
  },
  {name: 'the page', files: ['jupyter/extension/**'], languageOptions: {globals: globals.browser}},
  {
    name: 'tests',
    files: ['**/tests/**', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'cells of notebooks',
    files: ['.cache/cells/*.ts'],
    rules: {
      // The last expression of a cell is there to be looked at.
      '@typescript-eslint/no-unused-expressions': 'off',
      // danfojs gives `any`; lessons say what it is where it matters.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // A stub imports and declares what only its answer will use, and change.
      '@typescript-eslint/no-unused-vars': 'off',
      'prefer-const': 'off',
    },
  },
  {
    name: 'cells with their solutions',
    files: ['.cache/cells/*.solutions.ts'],
    rules: {'@typescript-eslint/no-unused-vars': ['error', unusedVariables], 'prefer-const': 'error'},
  },
]);
