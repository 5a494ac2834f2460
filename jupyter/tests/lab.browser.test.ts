/** The course in a real JupyterLab, in a real browser: the lesson of the perceptron, as a reader meets it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {browserProgram, launchBrowser} from './browser';
import {answer, cellWith, command, copyLessons, idle, Lab, type Complaints} from './lab';

const plotly = 'application/vnd.plotly.v1+json';

interface Stored {
  cells: {
    cell_type: string;
    source: string | string[];
    outputs?: {output_type: string; data?: Record<string, unknown>}[];
  }[];
}

describe.skipIf(!browserProgram)('lesson 03 in JupyterLab', () => {
  let folder: string;
  let browser: Browser;
  let lab: Lab;
  let page: Page;
  let complaints: Complaints;
  const lesson = 'notebooks/03-perceptron.ipynb';

  /** The lesson as JupyterLab saved it. */
  const saved = (): Stored => JSON.parse(fs.readFileSync(path.join(folder, lesson), 'utf8')) as Stored;
  const outputsOf = ({cells}: Stored) => cells.flatMap(({outputs = []}) => outputs);
  const drawn = () => page.locator('.jp-Notebook .nn-figure .main-svg:first-child').count();

  beforeAll(async () => {
    folder = copyLessons(lesson);
    const progress = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
    [browser, lab] = await Promise.all([launchBrowser(), Lab.start(folder, progress)]);
    ({page, complaints} = await lab.open(browser, lesson));
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
    fs.rmSync(folder, {recursive: true, force: true});
  });

  it('offers one kernel, TypeScript', async () => {
    const {kernelspecs} = (await lab.ask('api/kernelspecs')) as {kernelspecs: object};
    expect(Object.keys(kernelspecs)).toEqual(['typescript']);
  });

  it('runs from top to bottom and draws every chart', async () => {
    await command(page, 'notebook:run-all-cells');
    await idle(page);
    await command(page, 'docmanager:save');
    const outputs = outputsOf(saved());
    expect(outputs.filter(({output_type}) => output_type === 'error')).toEqual([]);
    const charts = outputs.filter(({data}) => data && plotly in data).length;
    expect(charts).toBeGreaterThan(3);
    await expect.poll(drawn, {timeout: 30_000}).toBe(charts);
  });

  it('plays its film, and stops it', async () => {
    const film = page.locator('.nn-film:not(:empty)').first();
    const shown = () => film.locator('output').textContent();
    const before = await shown();
    await film.locator('button').first().click();
    await expect.poll(shown, {timeout: 30_000}).not.toBe(before);
    await expect
      .poll(() => film.locator('input').evaluate((slider: HTMLInputElement) => slider.value === slider.max), {
        timeout: 60_000,
      })
      .toBe(true);
  });

  it('follows the theme', async () => {
    const ink = () =>
      page
        .locator('.nn-figure .xtick text')
        .first()
        .evaluate((text) => getComputedStyle(text).fill);
    const light = await ink();
    await page.emulateMedia({colorScheme: 'dark'}); // the course's JupyterLab follows the system
    await expect.poll(ink, {timeout: 30_000}).not.toBe(light);
    await page.emulateMedia({colorScheme: 'light'});
    await expect.poll(ink, {timeout: 30_000}).toBe(light);
  });

  it('helps with a wrong answer and praises the right one', async () => {
    const stub = cellWith(page, "exercise('03-perceptron/one-update').check(");
    const said = stub.locator('.jp-OutputArea');
    const tryIt = (weights: string) =>
      answer(page, stub, `const newWeights = ${weights};\nexercise('03-perceptron/one-update').check(newWeights);`);
    expect(await said.textContent()).toContain('Not attempted');
    await tryIt('[0.6, -1.6]');
    await expect.poll(() => said.textContent()).toContain('That step leads away from the row');
    await tryIt('[1.4, -0.4]');
    await expect.poll(() => said.textContent()).toContain('Correct');
  });

  it('shows the documentation with Shift-Tab', async () => {
    const cell = cellWith(page, "exercise('03-perceptron/recall-slope').check(");
    await cell.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('Perceptron');
    await page.keyboard.press('Shift+Tab');
    const tooltip = page.locator('.jp-Tooltip');
    await tooltip.waitFor({timeout: 30_000});
    expect(await tooltip.textContent()).toContain('one neuron with a step as activation');
  });

  it('says nothing in the console and asks nobody else', () => {
    expect(complaints).toEqual({errors: [], external: []});
  });

  it('draws stored charts in a notebook that is not trusted', async () => {
    const stranger = saved();
    const charts = outputsOf(stranger).filter(({data}) => data && plotly in data).length;
    stranger.cells[0].source = 'Changed by somebody else.'; // so the signature that JupyterLab keeps is not that of this file
    fs.writeFileSync(path.join(folder, 'stranger.ipynb'), JSON.stringify(stranger));
    await page.close();
    ({page, complaints} = await lab.open(browser, 'stranger.ipynb'));
    expect(charts).toBeGreaterThan(3);
    await expect.poll(drawn, {timeout: 60_000}).toBe(charts);
    expect(complaints).toEqual({errors: [], external: []});
  });
});
