// The addon between Node and TensorFlow's library: two C++ files that the package brings along.
import {mkdir, rename, symlink} from 'node:fs/promises';
import path from 'node:path';
import {at} from '../paths.mjs';
import {Trouble, causeIn} from '../trouble.mjs';
/** @import {World} from './world.mjs' */

/** The newest interface to Node that the package knows; every Node from 16 on has it, so that one addon serves them all. */
const NODE_API = 8;

/**
 * The command of a C++ compiler.
 * @param {World} world
 * @returns {Promise<string>}
 * @throws {Trouble} where there is none
 */
export async function findCompiler({run, env}) {
  for (const command of env.CXX ? [env.CXX] : ['g++', 'clang++', 'c++']) {
    if ((await run(command, ['--version'])).code === 0) return command;
  }
  const chosen = env.CXX ? `CXX is set to ${env.CXX}, which does not run` : 'there is no C++ compiler';
  throw new Trouble(`${chosen} (Debian, Ubuntu: sudo apt install g++)`);
}

/**
 * Builds the addon in its place, in a package that has no native part.
 * @param {World} world
 * @param {{compiler: string, library: string}} tools
 * @returns {Promise<void>}
 * @throws {Trouble} where the compiler fails
 */
export async function buildAddon({run, addonPackage}, {compiler, library}) {
  const inPackage = (/** @type {string[]} */ ...parts) => path.join(addonPackage, ...parts);
  await symlink(library, inPackage('deps')); // where the addon looks for the library, from its own place
  const folder = inPackage('lib', `napi-v${NODE_API}`);
  await mkdir(folder, {recursive: true});
  const addon = path.join(folder, 'tfjs_binding.node');
  const aside = `${addon}.${process.pid}`;
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => inPackage('binding', name));
  const includes = [inPackage('..'), inPackage('deps', 'include'), at('node_modules', 'node-api-headers', 'include')];
  const {code, output} = await run(compiler, [
    ...[
      '-shared',
      '-fPIC',
      '-O2',
      '-std=c++17',
      '-w',
      `-DNAPI_VERSION=${NODE_API}`,
      '-DNODE_GYP_MODULE_NAME=tfjs_binding',
    ],
    ...includes.flatMap((include) => ['-I', include]),
    ...sources,
    ...['-o', aside, `-L${inPackage('deps', 'lib')}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2'],
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
  ]);
  if (code !== 0) throw new Trouble(`${compiler} can’t build its addon (${causeIn(output)})`);
  await rename(aside, addon);
}
