// npm run setup: installs and builds whatever is missing or out of date. Also used by the other scripts, before they need any package.
import './lib/node-version.mjs'; // first: an old Node must get no further
import {isScript} from './lib/is-script.mjs';

/**
 * Brings the packages, the Python environment and the builds up to date. Says what it does; says nothing where nothing is to be done.
 * What could not be had the last time is tried again.
 * @returns {Promise<void>}
 */
export async function setup() {
  const steps = await import('./lib/setup.mjs');
  await steps.setup({again: true});
}

if (isScript(import.meta.url)) {
  import('./lib/trouble.mjs').then(({runScript}) =>
    runScript(async () => {
      await setup();
      console.log('Everything is in place. Open the course with: npm start');
    }),
  );
}
