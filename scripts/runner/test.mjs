// All steps of `npm test`, one group after the other.
import {setup} from '../lib/setup.mjs';
import {Trouble} from '../lib/trouble.mjs';
import {lastLine, runStep, total} from './tally.mjs';

/**
 * Sets up, runs the steps, says what passed and what failed, and lets the process end accordingly.
 * @param {{quick: boolean}} options
 */
export async function test({quick}) {
  const tally = await setup().then(
    () => runSteps(quick),
    (/** @type {unknown} */ error) => {
      console.error(error instanceof Trouble ? error.message : error);
      return {passed: 0, failed: 1, skipped: 0};
    },
  );
  console.log(`\n${lastLine(tally)}`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

/** @param {boolean} quick */
async function runSteps(quick) {
  const {stepsOf} = await import('./steps.mjs'); // needs the npm packages
  const tallies = [];
  for (const group of stepsOf(quick)) tallies.push(...(await Promise.all(group.map((step) => runStep(step)))));
  return total(tallies);
}
