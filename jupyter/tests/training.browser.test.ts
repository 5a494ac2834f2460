/** A cell that trains for seconds, in a real JupyterLab: its curve grows while it runs, and ■ stops it without loss. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Browser, Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {browserProgram, launchBrowser} from './browser';
import {cellWith, command, copyLessons, idle, Lab, type Complaints} from './lab';

const cells = [
  `import {explore, liveCurve, makeMoons, MlpClassifier} from 'neurons';
const {X, y} = makeMoons({samples: 2000, noise: 0.2});
const model = new MlpClassifier({epochs: 1e6});`,
  `model.fit(X, y, {onEpoch: liveCurve({title: 'While it learns'})});`,
  `console.log('epochs', model.history_.length);`,
  `explore('descent');\nexplore('threshold');\nexplore('hinges');`,
];

describe.skipIf(!browserProgram)('a long training in JupyterLab', () => {
  let folder: string;
  let browser: Browser;
  let lab: Lab;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    folder = copyLessons();
    fs.mkdirSync(path.join(folder, 'notebooks'));
    const notebook = {
      cells: cells.map((source, i) => ({
        ...{cell_type: 'code', id: `cell-${i}`, metadata: {}},
        ...{source, outputs: [], execution_count: null},
      })),
      metadata: {kernelspec: {name: 'typescript', display_name: 'TypeScript', language: 'typescript'}},
      ...{nbformat: 4, nbformat_minor: 5},
    };
    fs.writeFileSync(path.join(folder, 'notebooks', 'training.ipynb'), JSON.stringify(notebook));
    const progress = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
    [browser, lab] = await Promise.all([launchBrowser(), Lab.start(folder, progress)]);
    ({page, complaints} = await lab.open(browser, 'notebooks/training.ipynb'));
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
    fs.rmSync(folder, {recursive: true, force: true});
  });

  const training = () => cellWith(page, 'model.fit');
  /** How many epochs the picture under the training tells of, by its words; 0 where there is none yet. */
  const told = async (): Promise<number> => {
    const words = (await training().locator('.nn-figure').allTextContents()).join(' ');
    return Number(/over (\d+) epochs/.exec(words)?.[1] ?? 0);
  };

  it('draws its curve again and again while the cell runs, in one place of one size', async () => {
    void command(page, 'notebook:run-all-cells'); // which ends when the cells have ended
    const seen = new Set<number>();
    const heights = new Set<number>();
    await expect
      .poll(
        async () => {
          seen.add(await told());
          const box = await training()
            .locator('.nn-figure .main-svg')
            .first()
            .boundingBox({timeout: 1000})
            .catch(() => null);
          if (box) heights.add(Math.round(box.height));
          return seen.size;
        },
        {timeout: 60_000, interval: 200},
      )
      .toBeGreaterThan(4);
    expect(await training().locator('.jp-InputPrompt').textContent()).toContain('*');
    expect(await training().locator('.nn-figure').count()).toBe(1);
    expect(heights.size).toBe(1);
    expect([...seen]).toEqual([...seen].sort((a, b) => a - b));
  });

  it('keeps what it has learned when it is interrupted, and shows it', async () => {
    await command(page, 'notebook:interrupt-kernel');
    await expect
      .poll(() => training().locator('.jp-OutputArea').textContent(), {timeout: 30_000})
      .toContain('Interrupted');
    const epochs = async (): Promise<number> => {
      const printed = await cellWith(page, 'console.log').locator('.jp-OutputArea').allTextContents();
      return Number(/epochs (\d+)/.exec(printed.join(' '))?.[1] ?? 0);
    };
    // As somebody does who presses until it helps: what reaches the kernel while it gives up the queued cells is given up, too.
    await expect
      .poll(
        async () => {
          await cellWith(page, 'console.log').locator('.cm-content').click();
          await page.keyboard.press('Shift+Enter');
          await idle(page);
          return epochs();
        },
        {timeout: 60_000, interval: 1000},
      )
      .toBeGreaterThan(4);
    await expect.poll(told, {timeout: 30_000}).toBe(await epochs());
  });

  it('draws the three explorers of later lessons', async () => {
    await cellWith(page, "explore('descent')").locator('.cm-content').click();
    await page.keyboard.press('Shift+Enter');
    await idle(page);
    const sliders = () => cellWith(page, "explore('descent')").locator('input[type=range]').count();
    await expect.poll(sliders, {timeout: 30_000}).toBeGreaterThan(5);
    expect(complaints.errors).toEqual([]);
    expect(complaints.external).toEqual([]);
  });
});
