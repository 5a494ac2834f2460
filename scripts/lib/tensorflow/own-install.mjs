// The way that @tensorflow/tfjs-node itself goes: its install script loads library and addon, made for several systems, from its host.
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {at} from '../paths.mjs';
import {Trouble, causeIn} from '../trouble.mjs';
/** @import {World} from './world.mjs' */

const LONGEST = 10 * 60_000; // milliseconds, for some 150 MB

/**
 * Runs the install script of the package, where its host can be reached.
 * @param {World} world
 * @returns {Promise<void>}
 * @throws {Trouble} where that fails
 */
export async function installAsThePackageDoes({run, addonPackage, env, answers}) {
  const description = path.join(addonPackage, 'package.json');
  const before = await readFile(description, 'utf8');
  const ownWay = env.TFJS_NODE_CDN_STORAGE || env.HTTPS_PROXY || env.https_proxy; // the script knows these, a plain request doesn't
  if (!ownWay && !(await answers(JSON.parse(before).binary.host)))
    throw new Trouble('the host of its makers can’t be reached');
  const PATH = [at('node_modules', '.bin'), env.PATH].join(path.delimiter); // where it looks for the tools that it calls
  const script = path.join(addonPackage, 'scripts', 'install.js');
  const ownEnv = {...env, PATH, npm_config_devdir: at('.cache', 'node-gyp')}; // Node's headers, if it comes to compiling
  const options = {env: ownEnv, cwd: addonPackage, timeout: LONGEST};
  const {code, output} = await run(process.execPath, [script], options);
  await writeFile(description, before); // the script writes into it while it works
  if (code !== 0) throw new Trouble(`the install of its makers failed (${causeIn(output)})`);
}
