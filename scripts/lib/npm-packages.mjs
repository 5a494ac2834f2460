// The npm packages, as the lock file has them.
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {at} from './paths.mjs';
import {run} from './run.mjs';
import {explain} from './trouble.mjs';

/**
 * Whether node_modules holds what package-lock.json asks for. npm itself keeps a record of what it installed; an installation that was
 * broken off leaves none.
 * @returns {Promise<boolean>}
 */
export async function npmPackagesInstalled() {
  const [asked, installed] = await Promise.all([
    packagesIn(at('package-lock.json')),
    packagesIn(at('node_modules', '.package-lock.json')).catch(() => undefined),
  ]);
  return installed !== undefined && agree(asked, installed);
}

/** @typedef {Record<string, {version?: string, optional?: boolean, link?: boolean}>} Packages by folder */

/**
 * Whether the packages that are installed are the packages that were asked for. Optional ones, built for other machines, may be missing.
 * @param {Packages} asked
 * @param {Packages} installed
 * @returns {boolean}
 */
export function agree(asked, installed) {
  const folders = Object.keys(asked).filter((folder) => folder.startsWith('node_modules/'));
  const complete = folders.every((folder) => {
    const found = installed[folder];
    return found ? found.version === asked[folder].version : asked[folder].optional === true;
  });
  return complete && Object.keys(installed).every((folder) => folder in asked);
}

/** Installs them, after removing what node_modules holds. @returns {Promise<void>} */
export async function installNpmPackages() {
  const [command, ...args] = npmCommand(process.env.npm_execpath);
  const {code, output} = await run(command, [...args, 'ci', '--no-audit', '--no-fund'], {shell: command === 'npm.cmd'});
  if (code !== 0) throw explain('npm ci', output);
}

/**
 * How to call npm: with the very Node that runs this, where npm says where it lies.
 * @param {string | undefined} script npm's own script, as npm tells its children
 * @returns {string[]}
 */
export function npmCommand(script) {
  if (script && /npm-cli\.c?js$/.test(script)) return [process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

/**
 * @param {string} file
 * @returns {Promise<Packages>}
 */
async function packagesIn(file) {
  return JSON.parse(await readFile(path.resolve(file), 'utf8')).packages;
}
