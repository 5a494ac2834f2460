/** The explorers of the first lessons in a real JupyterLab: by mouse and keys, and in a notebook that is not trusted. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {browserProgram, launchBrowser} from './browser';
import {cellWith, command, copyLessons, idle, Lab, type Complaints} from './lab';

describe.skipIf(!browserProgram)('the explorer of lesson 01 in JupyterLab', () => {
  let folder: string;
  let browser: Browser;
  let lab: Lab;
  let page: Page;
  let complaints: Complaints;
  const lesson = 'notebooks/01-one-neuron.ipynb';

  const explorer = () => page.locator('.nx').first();
  const wrong = async (): Promise<number> => Number(await explorer().getAttribute('data-wrong'));
  const bias = () => page.getByLabel('bias b').first();

  beforeAll(async () => {
    folder = copyLessons(lesson);
    const progress = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
    [browser, lab] = await Promise.all([launchBrowser(), Lab.start(folder, progress)]);
    ({page, complaints} = await lab.open(browser, lesson));
    await command(page, 'notebook:run-all-cells');
    await idle(page);
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
    fs.rmSync(folder, {recursive: true, force: true});
  });

  it('begins with wrong points, and has none when the line is moved to where it belongs', async () => {
    await expect.poll(wrong, {timeout: 30_000}).toBeGreaterThan(0);
    await page.getByLabel('weight w 2').first().fill('-1');
    await bias().fill('0');
    await expect.poll(wrong).toBe(0);
  });

  it('follows the mouse', async () => {
    const before = await bias().inputValue();
    const box = (await page.getByLabel('line: move it with the arrow keys').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 40, {steps: 5});
    await page.mouse.up();
    await expect.poll(() => bias().inputValue()).not.toBe(before);
  });

  it('takes keys, which JupyterLab does not see', async () => {
    const cells = page.locator('.jp-Notebook .jp-Cell');
    const active = () => cells.evaluateAll((all) => all.findIndex((cell) => cell.classList.contains('jp-mod-active')));
    await page.getByLabel('line: move it with the arrow keys').click();
    const [cell, before] = [await active(), await bias().inputValue()];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => bias().inputValue()).not.toBe(before);
    expect(await active()).toBe(cell);
  });

  it('never gets XOR right', async () => {
    await page.getByRole('radio', {name: 'XOR'}).first().focus();
    await page.keyboard.press('Space');
    for (const value of ['-2', '-1', '0', '1', '2']) {
      await bias().fill(value);
      expect(await wrong()).toBeGreaterThan(0);
    }
  });

  it('lives in a notebook that is not trusted, and says nothing in the console', async () => {
    expect(complaints).toEqual({errors: [], external: []});
    await command(page, 'docmanager:save');
    const file = path.join(folder, lesson);
    await expect.poll(() => fs.readFileSync(file, 'utf8')).toContain('application/vnd.neurons.widget+json');
    const stranger = JSON.parse(fs.readFileSync(file, 'utf8')) as {cells: {source: string; [field: string]: unknown}[]};
    stranger.cells[0].source = 'Changed by somebody else.'; // so the signature that JupyterLab keeps is not that of this file
    const data = {'application/vnd.neurons.widget+json': {kind: 'playground', state: 'net=3'}};
    stranger.cells.splice(1, 0, {
      ...{id: 'play', cell_type: 'code', metadata: {}, execution_count: 1, source: "playground({state: 'net=3'});"},
      outputs: [{output_type: 'display_data', data, metadata: {}}],
    });
    fs.writeFileSync(path.join(folder, 'stranger.ipynb'), JSON.stringify(stranger));
    await page.close();
    ({page, complaints} = await lab.open(browser, 'stranger.ipynb'));
    await cellWith(page, "explore('neuron'").locator('.nx').waitFor({timeout: 60_000});
    const neuron = cellWith(page, "explore('neuron'").locator('.nx').first();
    const before = await neuron.getAttribute('data-wrong');
    await neuron.getByLabel('bias b').fill('-2');
    await expect.poll(() => neuron.getAttribute('data-wrong')).not.toBe(before);
    const playground = cellWith(page, 'playground(').locator('.np');
    await playground.getByRole('button', {name: 'step', exact: true}).click();
    await expect.poll(() => playground.locator('.nx-numbers').innerText()).toMatch(/epoch\s+1\b/);
    expect(complaints).toEqual({errors: [], external: []});
  });
});
