/** The explorer `face` in a real browser, moved by mouse and keys. */
import type {Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {browserProgram} from '../../jupyter/tests/browser';
import {EXPRESSIONS, PictureNetwork} from '../../lib/src/browser';
import {drag, SLIDER_KEYS, useBrowser, valueOf} from './explorerPage';

/**
 * A network that is made, not trained: the darker the place of the mouth, the surer it says surprise; else neutral. A
 * mean of each map won't do, so the mouth's pixels have weights of their own.
 */
function mouthNetwork(): object {
  const weights = new Float32Array(2304 * 7);
  for (let row = 33; row < 42; row++) {
    for (let column = 20; column < 28; column++) weights[(row * 48 + column) * 7 + 5] = -1; // surprise
  }
  const biases = Float32Array.of(-30, -30, -30, -30, -30, 30, 0);
  const layers = [{kind: 'flatten'}, {kind: 'dense', units: 7, weights, biases}, {kind: 'softmax'}] as const;
  return new PictureNetwork({side: 48, classNames: [...EXPRESSIONS], layers}).toJSON();
}
const description = {kind: 'face', network: mouthNetwork(), seed: 1};

describe.skipIf(!browserProgram)('face', () => {
  const {open} = useBrowser();
  const shares = async (page: Page): Promise<Record<string, number>> => {
    const rows = await page.locator('.nx-bars p').allInnerTexts();
    return Object.fromEntries(rows.map((row) => [/\w+/.exec(row)![0], Number(/(\d+) %/.exec(row)![1])]));
  };
  const best = (page: Page): Promise<string> => page.locator('.nx-bars .best span').first().innerText();
  /** The bytes of a picture, one a pixel. */
  const pixels = (page: Page, name: RegExp): Promise<number[]> =>
    page.getByRole('img', {name}).evaluate((canvas: HTMLCanvasElement) => {
      const {data} = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return Array.from(data.filter((_, i) => i % 4 === 0));
    });
  const frame = (page: Page): Promise<unknown> =>
    page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

  it('shows a face, and for each expression a bar that adds up to a hundred', async () => {
    const page = await open(description);
    const all = await shares(page);
    expect(Object.keys(all)).toEqual([...EXPRESSIONS]);
    expect(Object.values(all).reduce((a, b) => a + b)).toBe(100);
    expect(new Set(await pixels(page, /^the face$/)).size).toBeGreaterThan(100);
    expect((await pixels(page, /what the network gets/)).length).toBe(48 * 48);
  });

  it('judges what it shows: the same bytes give the same shares as in Node', async () => {
    const page = await open({...description, expression: 'surprise'});
    const network = PictureNetwork.fromJSON(description.network);
    const said = network.predict(Uint8Array.from(await pixels(page, /what the network gets/)));
    const all = await shares(page);
    EXPRESSIONS.forEach((name, k) => expect(all[name]).toBe(Math.round(100 * said[k])));
  });

  it('follows a slider while it is dragged', async () => {
    const page = await open(description);
    expect(await best(page)).toBe('neutral');
    const before = await pixels(page, /^the face$/);
    const box = (await page.getByLabel('mouth: pressed – open').boundingBox())!;
    const y = box.y + box.height / 2;
    await drag(page, [box.x + box.width / 2, y], [box.x + box.width - 2, y]);
    await frame(page);
    expect(await best(page)).toBe('surprise');
    expect(await pixels(page, /^the face$/)).not.toEqual(before);
  });

  it('moves by keys, all sliders, and keeps its keys from the page', async () => {
    const page = await open(description);
    const sliders = page.getByRole('slider');
    expect(await sliders.count()).toBe(9);
    const values: string[] = [];
    await page.getByLabel('brows: lowered – raised').focus();
    for (const key of SLIDER_KEYS) {
      await page.keyboard.press(key);
      await frame(page);
      values.push(await valueOf(page, 'brows: lowered – raised'));
    }
    expect(values.slice(-2)).toEqual(['1', '-1']);
    expect(new Set(values).size).toBeGreaterThan(3);
    expect(await page.evaluate(() => (globalThis as unknown as {heard: string[]}).heard)).toEqual([]);
  });

  it('shows each expression at a press, and another person with the same one', async () => {
    const page = await open(description);
    await page.getByRole('button', {name: 'happy'}).click();
    await frame(page);
    expect(await page.getByLabel('mouth corners: down – up').inputValue()).toBe('1');
    const before = await pixels(page, /^the face$/);
    await page.getByRole('button', {name: 'another person'}).click();
    expect(await pixels(page, /^the face$/)).not.toEqual(before);
    expect(await page.getByLabel('mouth corners: down – up').inputValue()).toBe('1');
    await page.getByRole('button', {name: 'neutral'}).click();
    await frame(page);
    expect(await page.getByLabel('mouth corners: down – up').inputValue()).toBe('0');
  });

  it('says its answer to those who don’t see it', async () => {
    const page = await open(description);
    await page.getByRole('button', {name: 'surprise'}).click();
    await page.waitForFunction(() => /^surprise, \d+ %$/.test(document.querySelector('[role=status]')!.textContent));
  });

  it('starts as it is told, and fits a narrow page in the dark', async () => {
    const page = await open({...description, expression: 'happy', seed: 5}, {theme: 'dark', width: 360});
    expect(await page.getByLabel('mouth corners: down – up').inputValue()).toBe('1');
    const widths = await page.evaluate(() => {
      const room = document.getElementById('room')!;
      return [room.scrollWidth, room.clientWidth];
    });
    expect(widths[0]).toBeLessThanOrEqual(widths[1]);
  });

  it('says what is wrong with its network', async () => {
    const page = await open({kind: 'face', network: {format: 'something'}});
    expect(await page.getByRole('alert').innerText()).toContain('json must be a neurons/picture-network');
  });
});
