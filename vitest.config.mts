import {defineConfig} from 'vitest/config';

/** Three rooms: what needs nothing but itself, the platform (kernels, scripts; child processes), and real browsers. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['lib/tests/**/*.test.ts', 'widgets/tests/**/*.test.ts', 'scripts/tests/checks/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', 'lib/tests/tensorflow/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000, // one of them compiles
        },
      },
      {
        test: {
          name: 'platform',
          include: ['jupyter/tests/**/*.test.ts', 'lib/tests/tensorflow/*.test.ts', 'scripts/tests/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
