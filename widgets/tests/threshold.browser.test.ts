/** The explorer `threshold` in a real browser, moved by mouse, keys and fingers. */
import type {Locator, Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {browserProgram} from '../../jupyter/tests/browser';
import {drag, figure, middleOf, SLIDER_KEYS, swipe, useBrowser, valueOf, valuesAfter} from './explorerPage';

const PRECISION = 'precision, TP / (TP + FP)';
const RECALL = 'recall, TP / (TP + FN)';

describe.skipIf(!browserProgram)('threshold', () => {
  const {open} = useBrowser();
  const handle = (page: Page): Locator => page.getByLabel('threshold: move it with the arrow keys');
  const words = (page: Page): Locator => page.locator('.nx-words').first();
  /** TN, FP, FN and TP. */
  const counts = async (page: Page): Promise<number[]> =>
    (await page.locator('[role=cell] b').allInnerTexts()).map(Number);
  /** Where a mark is that is drawn at a number of the threshold. */
  const placeOf = async (page: Page, threshold: number): Promise<number> => {
    const box = (await page.locator('.nx-stage').boundingBox())!;
    return box.x + ((44 + 354 * threshold) / 420) * box.width;
  };

  it('shows the four counts, with what is made of them', async () => {
    const page = await open({kind: 'threshold'});
    expect(await counts(page)).toEqual([34, 6, 5, 15]);
    expect(await figure(page, PRECISION).innerText()).toBe('0.714'); // 15 of 21
    expect(await figure(page, RECALL).innerText()).toBe('0.750'); // 15 of 20
    expect(await figure(page, 'accuracy').innerText()).toBe('0.817'); // 49 of 60
    expect(await figure(page, 'accuracy of always the larger class').innerText()).toBe('0.667');
    expect(await figure(page, 'cost, FP + 1 · FN').innerText()).toBe('11');
    expect(await page.locator('[role=cell].wrong').allInnerTexts()).toEqual([
      expect.stringMatching(/^6 FP\s+false positives\s+error of the 1st kind$/),
      expect.stringMatching(/^5 FN\s+false negatives\s+error of the 2nd kind$/),
    ]);
  });

  it('rings as many samples as there are errors, each on its wrong side of the line', async () => {
    const page = await open({kind: 'threshold', probabilities: [0.2, 0.6, 0.4, 0.9], labels: [0, 0, 1, 1]});
    const ringed = await page.locator('.nx-score.wrong').evaluateAll((all) => all.map((one) => one.classList.item(1)));
    expect(ringed).toEqual(['class-0', 'class-1']);
    const edge = Number(await page.locator('.nx-edge').getAttribute('x1'));
    const [cx0, cx1] = await page
      .locator('.nx-score.wrong')
      .evaluateAll((all) => all.map((one) => Number(one.getAttribute('cx'))));
    expect([cx0 > edge, cx1 < edge]).toEqual([true, true]);
  });

  it('says where the cost would be least, and when nothing is cheaper', async () => {
    const page = await open({kind: 'threshold'});
    const seen: string[] = [];
    for (const cost of ['1', '5', '20']) {
      await page.getByLabel('what a miss costs, in false alarms').fill(cost);
      const told = await words(page).innerText();
      seen.push(told);
      await page.getByLabel('threshold', {exact: true}).fill(/At ([\d.]+) /.exec(told)![1]);
      expect(await words(page).innerText()).toBe('No threshold costs less.');
    }
    expect(new Set(seen).size).toBe(3);
  });

  it('has no precision where nothing is called 1', async () => {
    const page = await open({kind: 'threshold', threshold: 1});
    expect(await counts(page)).toEqual([40, 0, 20, 0]);
    expect(await figure(page, PRECISION).innerText()).toBe('—');
    expect(await figure(page, RECALL).innerText()).toBe('0.000');
    expect(await page.locator('.nx').innerText()).not.toMatch(/NaN|undefined/);
  });

  it('moves its line by mouse and keys, and starts again', async () => {
    const page = await open({kind: 'threshold'});
    const [x, y] = await middleOf(handle(page));
    await drag(page, [x, y], [await placeOf(page, 0.2), y + 60]); // whatever the height
    expect(await valueOf(page, 'threshold')).toBe('0.2');
    expect(await counts(page)).toEqual([15, 25, 0, 20]);
    await handle(page).focus();
    expect(await valuesAfter(page, handle(page), SLIDER_KEYS)).toEqual([0.21, 0.22, 0.21, 0.2, 0.3, 0.2, 1, 0]);
    expect(await counts(page)).toEqual([0, 40, 0, 20]);
    await page.getByRole('button', {name: 'start again'}).click();
    expect(await counts(page)).toEqual([34, 6, 5, 15]);
  });

  it('stops at the cheapest threshold, even between two steps', async () => {
    const page = await open({kind: 'threshold', probabilities: [0.1, 0.3121, 0.3132, 0.9], labels: [0, 0, 1, 1]});
    await page.getByLabel('threshold', {exact: true}).fill('0.3');
    expect(await words(page).innerText()).toContain('At 0.313 ');
    await handle(page).focus();
    expect(await valuesAfter(page, handle(page), ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'])).toEqual([
      0.313, 0.32, 0.33, 0.32, 0.313, 0.3,
    ]); // prettier-ignore
  });

  it('moves its dots on the cost and on the ROC curve along with the line', async () => {
    const page = await open({kind: 'threshold'});
    const dots = page.locator('.nx-dot');
    const at = (): Promise<number[][]> =>
      dots.evaluateAll((all) => all.map((one) => ['cx', 'cy'].map((name) => Number(one.getAttribute(name)))));
    const [cost, roc] = await at();
    await page.getByLabel('threshold', {exact: true}).fill('0');
    const [lowCost, lowRoc] = await at();
    expect([lowCost[0] < cost[0], lowCost[1] < cost[1]]).toEqual([true, true]); // 40 false alarms: dearer, so higher up
    expect([lowRoc[0] > roc[0], lowRoc[1] < roc[1]]).toEqual([true, true]); // all is called 1: the upper right corner
    const curve = (await page.locator('.nx-roc .nx-curve').getAttribute('d'))!;
    expect(curve).toContain(`L${lowRoc[0].toFixed(2)} ${lowRoc[1].toFixed(2)}`);
    expect(curve).toContain(`${roc[0].toFixed(2)} ${roc[1].toFixed(2)}`);
  });

  it('shows two thousand samples in its picture, all within their halves', async () => {
    const probabilities = Array.from({length: 2000}, (_, i) => (i % 10 ? 0.01 : (i % 997) / 997));
    const page = await open({kind: 'threshold', probabilities, labels: probabilities.map((_, i) => (i % 7 ? 0 : 1))});
    const outside = await page.locator('.nx-score').evaluateAll(
      (all) =>
        all.filter((one) => {
          const [cy, r] = ['cy', 'r'].map((name) => Number(one.getAttribute(name)));
          return cy - r < 34 || cy + r > 218;
        }).length,
    );
    expect([await page.locator('.nx-score').count(), outside]).toEqual([2000, 0]);
  });

  it('follows a finger, and the page stays where it is', async () => {
    const page = await open({kind: 'threshold'}, {width: 420, touch: true});
    const [x, y] = await middleOf(handle(page));
    await swipe(page, [x, y], [await placeOf(page, 0.8), y + 90]);
    expect(await valueOf(page, 'threshold')).toBe('0.8');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  it('says to a screen reader what the threshold does', async () => {
    const page = await open({kind: 'threshold'});
    await page.getByLabel('threshold', {exact: true}).fill('0.3');
    const said = 'Threshold 0.3: false positives 19, false negatives 1, precision 0.500, recall 0.950, cost 20. ';
    await page.waitForFunction((text) => document.querySelector('[role=status]')?.textContent?.includes(text), said);
  });
});
