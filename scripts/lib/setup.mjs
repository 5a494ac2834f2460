// What has to be in place before the course can run, in this order.
import {statfs} from 'node:fs/promises';
import {installNpmPackages, npmPackagesInstalled} from './npm-packages.mjs';
import {root} from './paths.mjs';
import {findPython, installPythonPackages, pythonPackagesInstalled} from './python.mjs';
import {step} from './say.mjs';
import {setupTensorFlow} from './tensorflow.mjs';
import {Trouble} from './trouble.mjs';

/** What a full installation takes on disk, with room to unpack. */
export const BYTES_NEEDED = 1.5e9;

/**
 * Installs and builds what is missing or out of date.
 * @param {{again?: boolean}} [options] `again`: try once more what could not be had the last time
 * @returns {Promise<void>}
 * @throws {Trouble} where something that only the reader can mend is missing
 */
export async function setup({again = false} = {}) {
  const [npmReady, pythonReady] = await Promise.all([npmPackagesInstalled(), pythonPackagesInstalled()]);
  if (!pythonReady) await findPython(); // before the long steps, so that what is missing shows at once
  if (!npmReady && !pythonReady) await requireRoom();
  if (!npmReady) await step('Installing the npm packages (half a minute)', installNpmPackages);
  if (!pythonReady) await step('Installing JupyterLab into .venv (half a minute)', installPythonPackages);
  const {build} = await import('./build.mjs'); // needs the npm packages
  await build();
  await setupTensorFlow({again}); // last: all that can be done without it is there
}

async function requireRoom() {
  const {bavail, bsize} = await statfs(root);
  const free = bavail * bsize;
  if (free >= BYTES_NEEDED) return;
  throw new Trouble(
    `The course needs ${(BYTES_NEEDED / 1e9).toFixed(1)} GB on this disk, ${(free / 1e9).toFixed(1)} GB are free. ` +
      'Make room, then run the same command again.',
  );
}
