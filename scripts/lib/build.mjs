// What is built: the library (lib/dist) with its WebAssembly, in its folder the script of the explorers, and the JupyterLab extension that draws charts and explorers.
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {at} from './paths.mjs';
import {run} from './run.mjs';
import {step} from './say.mjs';
import {Trouble} from './trouble.mjs';

/** Remembers, for each thing built, the hash of what it was built from. */
const STAMPS = at('.cache', 'built');

/** All explorers in one script for a page, where lib/src/notebook/explore.ts finds it. */
const WIDGETS = at('lib', 'dist', 'widget.iife.js');

/** The compiled kernels as a module of the library, so that they go wherever it goes: Node, a page, a bundle. */
const WEBASSEMBLY = at('lib', 'src', 'math', 'kernels', 'compiled', 'bytes.ts');

/** The playground as a page of its own, which a browser opens from the disk. */
const PLAYGROUND = at('lib', 'dist', 'playground.html');

const EXTENSION = path.join('jupyter', 'share', 'labextensions', 'neurons-lab');

/**
 * @typedef {object} Build
 * @property {string} name
 * @property {string[]} inputs files and folders
 * @property {string} result a file that the build makes
 * @property {() => Promise<void>} make
 */

const recipe = [at('package-lock.json'), at('scripts', 'lib', 'build.mjs')];
const widgets = [at('widgets'), at('jupyter', 'extension'), at('lib', 'src'), ...recipe];

/** @type {readonly Build[]} */
export const builds = [
  {
    name: 'WebAssembly', // before the library, which takes it along
    inputs: [at('lib', 'wasm'), ...recipe],
    result: WEBASSEMBLY,
    make: buildWebAssembly,
  },
  {
    name: 'library',
    inputs: [at('lib', 'src'), at('lib', 'tsconfig.json'), at('tsconfig.base.json'), ...recipe],
    result: at('lib', 'dist', 'index.js'),
    make: buildLibrary,
  },
  {
    name: 'explorers', // after the library, whose folder is made anew
    inputs: widgets,
    result: WIDGETS,
    make: buildWidgets,
  },
  {
    name: 'extension', // after the explorers, whose script it takes along
    inputs: widgets,
    result: at(EXTENSION, 'package.json'),
    make: buildExtension,
  },
];

/**
 * Builds what changed since the last build.
 * @returns {Promise<void>}
 * @throws {Trouble} with the compiler's words, where the library does not compile; the last build stays in place then
 */
export async function build() {
  for (const item of builds) {
    if ((await stateOf(item)) === 'fine') continue;
    const hash = await hashOf(item.inputs); // before the work: what is saved meanwhile is not in the build
    await step(`Building the ${item.name}`, item.make);
    await markBuilt(item, hash);
  }
}

/**
 * Whether a build is there, and made from the files as they are now.
 * @param {Build} item
 * @returns {Promise<'fine' | 'old' | 'missing'>}
 */
export async function stateOf({name, inputs, result}) {
  if (!existsSync(result)) return 'missing';
  const built = await readFile(path.join(STAMPS, name), 'utf8').catch(() => undefined);
  return built === (await hashOf(inputs)) ? 'fine' : 'old';
}

/**
 * Remembers what a build was made from.
 * @param {Build} item
 * @param {string} hash of its inputs
 * @returns {Promise<void>}
 */
export async function markBuilt({name}, hash) {
  await mkdir(STAMPS, {recursive: true});
  await writeFile(path.join(STAMPS, name), hash);
}

/**
 * The hash of the names and contents of files, those in folders included.
 * @param {string[]} inputs files and folders
 * @returns {Promise<string>}
 */
export async function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of await filesIn(input)) hash.update(`${file}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/**
 * @param {string} input a file or a folder
 * @returns {Promise<string[]>} the files, sorted
 */
async function filesIn(input) {
  const entries = await readdir(input, {recursive: true, withFileTypes: true}).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [input];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Compiles AssemblyScript, and writes what came out as text into a module. */
async function buildWebAssembly() {
  const aside = at('lib', `kernels.${process.pid}.wasm`);
  try {
    const compiler = at('node_modules', 'assemblyscript', 'bin', 'asc.js');
    // No memory management, and nothing imported but the memory.
    const plain = ['--runtime', 'stub', '--use', 'abort=', '--noAssert', '--importMemory'];
    const {code, output} = await run(process.execPath, [
      compiler,
      at('lib', 'wasm', 'kernels.ts'),
      ...['-O3', '--converge', '--enable', 'simd', ...plain, '--outFile', aside],
    ]);
    if (code !== 0) throw new Trouble(`The WebAssembly does not compile:\n${output.trim()}`);
    const text = (await readFile(aside)).toString('base64');
    await mkdir(path.dirname(WEBASSEMBLY), {recursive: true});
    await writeFile(
      WEBASSEMBLY,
      `/** lib/wasm/kernels.ts, compiled by \`npm run build\`, in base64. */\nexport const bytes: string =\n  '${text}';\n`,
    );
  } finally {
    await rm(aside, {force: true});
  }
}

/** Compiles lib/src aside and puts it in place whole, so that nothing stays of files that were deleted. */
async function buildLibrary() {
  const aside = at('lib', `dist.${process.pid}`);
  try {
    const compiler = at('node_modules', 'typescript', 'bin', 'tsc');
    const {code, output} = await run(process.execPath, [
      compiler,
      '-p',
      at('lib'),
      '--outDir',
      aside,
      '--noEmitOnError',
    ]);
    if (code !== 0) throw new Trouble(`The library does not compile:\n${output.trim()}`);
    await rm(at('lib', 'dist'), {recursive: true, force: true});
    await rename(aside, at('lib', 'dist'));
  } finally {
    await rm(aside, {recursive: true, force: true});
  }
}

async function buildWidgets() {
  const script = Buffer.from(await bundleForPage(at('widgets', 'index.ts'), 'NeuronsWidget'));
  await writeFile(WIDGETS, script);
  const page = await readFile(at('widgets', 'playground', 'page.html'), 'utf8');
  await writeFile(
    PLAYGROUND,
    page.replace('/* the script */', () => script.toString().replaceAll('</script', '<\\/script')),
  );
}

/**
 * Lays the extension out as JupyterLab expects a prebuilt one. The folder of its scripts carries a hash of their content, because JupyterLab
 * tells browsers that they never change.
 */
async function buildExtension() {
  const scripts = {
    'remoteEntry.js': await readFile(at('jupyter', 'extension', 'remoteEntry.js')),
    'renderer.iife.js': await bundleForPage(at('jupyter', 'extension', 'renderer.ts'), 'NeuronsChart'),
    'widget.iife.js': await readFile(WIDGETS),
    'plotly.min.js': await minifiedPlotly(),
  };
  const hash = createHash('sha256');
  for (const content of Object.values(scripts)) hash.update(content);
  const folder = `static/${hash.digest('hex').slice(0, 12)}`;

  await rm(at(EXTENSION), {recursive: true, force: true});
  await mkdir(at(EXTENSION, folder), {recursive: true});
  for (const [name, content] of Object.entries(scripts)) await writeFile(at(EXTENSION, folder, name), content);
  const description = {
    name: 'neurons-lab',
    version: '0.1.0',
    description: 'Draws the charts and explorers of the course',
    license: 'MIT',
    jupyterlab: {
      mimeExtension: true,
      _build: {load: `${folder}/remoteEntry.js`, mimeExtension: './mimeExtension'},
    },
  };
  await writeFile(at(EXTENSION, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
}

/**
 * Bundles TypeScript for a page. A module of Node that slips in can't be resolved there: the build fails with its name.
 *
 * @param {string} entryPoint
 * @param {string} globalName
 * @returns {Promise<Uint8Array>} a script that sets the global
 * @throws {Trouble} with esbuild's words
 */
export async function bundleForPage(entryPoint, globalName) {
  const {build: bundle, formatMessages} = await import('esbuild');
  try {
    const {outputFiles} = await bundle({
      entryPoints: [entryPoint],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName,
      target: 'es2022',
      minify: true,
      write: false,
      logLevel: 'silent',
    });
    return outputFiles[0].contents;
  } catch (error) {
    const {errors} = /** @type {import('esbuild').BuildFailure} */ (error);
    const words = await formatMessages(errors, {kind: 'error'});
    throw new Trouble(`A script for the page can't be built:\n${words.join('\n').trim()}`);
  }
}

/** plotly.js comes as 10 MB only; making it small takes seconds, so the result is kept. @returns {Promise<Uint8Array>} */
async function minifiedPlotly() {
  const {version} = JSON.parse(await readFile(at('node_modules', 'plotly.js-dist', 'package.json'), 'utf8'));
  const kept = at('.cache', `plotly-${version}.min.js`);
  if (!existsSync(kept)) {
    const {transform} = await import('esbuild');
    const source = await readFile(at('node_modules', 'plotly.js-dist', 'plotly.js'), 'utf8');
    const {code} = await transform(source, {minify: true, target: 'es2022', legalComments: 'inline'});
    await mkdir(path.dirname(kept), {recursive: true});
    await writeFile(`${kept}.${process.pid}`, code);
    await rename(`${kept}.${process.pid}`, kept);
  }
  return readFile(kept);
}
