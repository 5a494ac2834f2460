// Counts what passed and what failed, and says it while it happens.
/** @import {Finding} from '../checks/all.mjs' */

/**
 * @typedef {Finding & {skipped?: string}} Result a finding, or the reason why it was not looked for
 * @typedef {{name: string, run: () => Promise<Result[]>}} Step
 * @typedef {{passed: number, failed: number, skipped: number}} Tally
 */

const mostProblems = 40; // of one step: more would push the first ones off the screen

/**
 * Runs a step and says how it went; a step that throws has failed once.
 * @param {Step} step
 * @param {(line: string) => void} [say]
 * @returns {Promise<Tally>}
 */
export async function runStep({name, run}, say = console.log) {
  const began = performance.now();
  /** @type {Result[]} */
  const results = await run().catch((/** @type {unknown} */ error) => [{name, problems: [wordsOf(error)]}]);
  const tally = count(results);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  const failed = tally.failed > 0 ? `, ${tally.failed} failed` : '';
  say(`${tally.failed > 0 ? '✗' : '✓'} ${name}: ${tally.passed} passed${failed}${skipped} (${seconds} s)`);
  for (const reason of new Set(results.flatMap((result) => result.skipped ?? []))) say(`    skipped: ${reason}`);
  sayProblems(results, say);
  return tally;
}

/**
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function total(tallies) {
  const sum = {passed: 0, failed: 0, skipped: 0};
  for (const {passed, failed, skipped} of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * The last line: "N passed, N failed".
 * @param {Tally} tally
 */
export function lastLine({passed, failed, skipped}) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {Result[]} results
 * @returns {Tally}
 */
function count(results) {
  const skipped = results.filter((result) => result.skipped !== undefined).length;
  const failed = results.filter(({problems}) => problems.length > 0).length;
  return {passed: results.length - failed - skipped, failed, skipped};
}

/**
 * @param {Result[]} results
 * @param {(line: string) => void} say
 */
function sayProblems(results, say) {
  const lines = results.flatMap(({name, problems}) =>
    problems.length > 0 ? [name, ...problems.map((text) => `  ${text}`)] : [],
  );
  for (const line of lines.slice(0, mostProblems)) say(`    ${line.replaceAll('\n', '\n      ')}`);
  if (lines.length > mostProblems) say(`    … and ${lines.length - mostProblems} lines more`);
}

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
