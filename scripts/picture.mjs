// node scripts/picture.mjs: makes README's picture, docs/lesson.png, of a real lesson in a real JupyterLab. Needs Chromium, as the tests do.
import './lib/node-version.mjs';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {at} from './lib/paths.mjs';
import {runScript} from './lib/trouble.mjs';

const lesson = '03-perceptron.ipynb';
const target = at('docs', 'lesson.png');

void runScript(async () => {
  const {Lab, command, cellWith, idle, launchBrowser} = await testTools();
  const progress = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
  const folder = fs.mkdtempSync(at('.cache', 'picture-'));
  fs.copyFileSync(at('notebooks', lesson), path.join(folder, lesson));
  const lab = await Lab.start(folder, progress);
  const browser = await launchBrowser();
  try {
    const {page} = await lab.open(browser, lesson);
    await page.emulateMedia({colorScheme: 'light'});
    await command(page, 'notebook:run-all-cells');
    await idle(page);
    const cell = cellWith(page, 'const lines =');
    await cell.locator('.nn-film input').fill('10');
    await page.waitForTimeout(1000); // drawn, and the cursor of the slider gone
    const [top, below] = await Promise.all(
      [cell, cell.locator('xpath=following-sibling::*[1]')].map((part) => part.boundingBox()),
    );
    if (!top || !below) throw new Error('the film is not on the page');
    fs.mkdirSync(path.dirname(target), {recursive: true});
    const bar = 14; // marks the cell that is selected
    const clip = {x: top.x + bar, y: top.y, width: top.width - bar, height: below.y + below.height - top.y};
    await page.screenshot({path: target, clip});
    console.log(`docs/lesson.png: ${Math.round(fs.statSync(target).size / 1000)} kB`);
  } finally {
    await browser.close();
    await lab.stop();
    for (const temporary of [progress, folder]) fs.rmSync(temporary, {recursive: true, force: true});
  }
});

/** The tests' own tools that drive JupyterLab, compiled on the spot. */
async function testTools() {
  const {build} = await import('esbuild');
  const entryPoints = ['lab', 'browser'].map((name) => at('jupyter', 'tests', `${name}.ts`));
  const outdir = at('.cache', 'picture'); // as deep as the sources, which look for the repository from where they are
  await build({
    entryPoints,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outExtension: {'.js': '.mjs'},
    logLevel: 'error',
  });
  const [lab, browser] = await Promise.all(
    ['lab', 'browser'].map((name) => import(pathToFileURL(path.join(outdir, `${name}.mjs`)).href)),
  );
  return {...lab, ...browser};
}
