// npm test: proves that all of it works, setting up by itself first. Ends with one line, "N passed, N failed".
// npm run check: the quick part (--quick), without running notebooks, kernels and browsers.
import './lib/node-version.mjs';
import process from 'node:process';
import {setup} from './lib/setup.mjs';
import {Trouble, runScript} from './lib/trouble.mjs';

await runScript(async () => {
  try {
    await setup();
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    console.log('\n0 passed, 1 failed');
    process.exitCode = 1;
    return;
  }
  // What needs the npm packages comes after the setup.
  const {stepsOf} = await import('./runner/steps.mjs');
  const {lastLine, runStep, total} = await import('./runner/tally.mjs');
  const tallies = [];
  for (const group of stepsOf(process.argv.includes('--quick')))
    tallies.push(...(await Promise.all(group.map((step) => runStep(step)))));
  const sum = total(tallies);
  console.log(`\n${lastLine(sum)}`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
});
