// npm run build: compiles the library and puts the JupyterLab extension together, where something changed.
import './lib/node-version.mjs'; // first: an old Node must get no further
import {isScript} from './lib/is-script.mjs';

/**
 * Builds what changed since the last build. Needs the npm packages.
 * @returns {Promise<void>}
 */
export async function build() {
  const steps = await import('./lib/build.mjs');
  await steps.build();
}

if (isScript(import.meta.url)) import('./lib/trouble.mjs').then(({runScript}) => runScript(build));
