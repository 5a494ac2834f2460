// npm test: proves that all of it works, setting up by itself first. Ends with one line, "N passed, N failed".
// npm run check: the quick part (--quick), without running notebooks, kernels and browsers.
import './lib/node-version.mjs'; // first: an old Node must get no further

Promise.all([import('./runner/test.mjs'), import('./lib/trouble.mjs')]).then(([{test}, {runScript}]) =>
  runScript(() => test({quick: process.argv.includes('--quick')})),
);
