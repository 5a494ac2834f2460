/** The playground in a real browser: every control used. */
import {existsSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import type {Locator, Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {browserProgram, launchBrowser} from '../../jupyter/tests/browser';
import {playgroundState} from '../../lib/src/explorers/playgroundState';
import {at} from '../../scripts/lib/paths.mjs';
import {figure, middleOf, scriptOfExplorers, useBrowser} from './explorerPage';

const PAGE = at('lib', 'dist', 'playground.html');
const SPIRAL = 'data=spiral&inputs=x1,x2,sin(x1),sin(x2)&net=8,8&rate=0.1';

describe.skipIf(!browserProgram)('the playground in a browser', () => {
  const {open, expectRequest} = useBrowser();
  const openAt = (state: string, view = {}): Promise<Page> => open({kind: 'playground', state}, view);
  const button = (page: Page, name: string): Locator => page.getByRole('button', {name, exact: true});
  const press = (page: Page, name: string): Promise<void> => button(page, name).click();
  const stateOf = async (page: Page): Promise<ReturnType<typeof playgroundState>> =>
    playgroundState(await page.getByLabel('state', {exact: true}).inputValue());
  const epoch = async (page: Page): Promise<number> => Number(await figure(page, 'epoch').innerText());
  const loss = async (page: Page, side: 'training' | 'test'): Promise<number> =>
    Number(await figure(page, `${side} loss`).innerText());
  /** What a canvas shows, to be compared. */
  const picture = (canvas: Locator): Promise<string> =>
    canvas.evaluate((element) => (element as unknown as {toDataURL(): string}).toDataURL());
  const choose = (page: Page, name: string, value: string): Promise<string[]> =>
    page.getByLabel(name, {exact: true}).selectOption(value);

  const chooseData = (page: Page, title: string): Promise<void> => page.getByRole('radio', {name: title}).check();
  const output = (page: Page): Locator => page.getByLabel('the output over the plane');

  it('learns, pauses, takes a step, and begins again the same way', async () => {
    const page = await openAt('');
    const before = await picture(output(page));
    await press(page, 'step');
    expect(await epoch(page)).toBe(1);
    const first = await loss(page, 'test');
    expect(await picture(output(page))).not.toBe(before);
    await press(page, 'run');
    await expect.poll(() => epoch(page)).toBeGreaterThan(10);
    await press(page, 'pause');
    const there = await epoch(page);
    await page.waitForTimeout(200);
    expect(await epoch(page)).toBe(there);
    expect(await loss(page, 'training')).toBeLessThan(first);
    await press(page, 'reset');
    expect([await epoch(page), await picture(output(page))]).toEqual([0, before]);
    await press(page, 'step');
    expect(await loss(page, 'test')).toBe(first);
  });

  it('learns the spiral within 500 epochs', async () => {
    const page = await openAt(SPIRAL);
    await press(page, 'run');
    await expect.poll(() => epoch(page), {timeout: 100_000}).toBeGreaterThan(300);
    await press(page, 'pause');
    expect(await epoch(page)).toBeLessThan(500);
    expect(await loss(page, 'test')).toBeLessThan(0.1);
  });

  it('sets everything that its menus name', async () => {
    const page = await openAt('');
    const set = {
      noise: '0.1',
      'share for training': '0.8',
      'batch size': '5',
      activation: 'relu',
      'learning rate': '0.1',
      L1: '0.001',
      L2: '0.003',
    };
    await chooseData(page, 'hills (regression)');
    for (const [name, value] of Object.entries(set)) await choose(page, name, value);
    await page.getByLabel('seed', {exact: true}).fill('7');
    await page.getByLabel('seed', {exact: true}).press('Enter');
    expect(await stateOf(page)).toEqual(
      playgroundState('data=hills&noise=0.1&train=0.8&batch=5&activation=relu&rate=0.1&l1=0.001&l2=0.003&seed=7'),
    );
    const points = page.locator('.np-stage canvas').last();
    const trained = await picture(points);
    await page.getByLabel('show test data').check();
    expect(await picture(points)).not.toBe(trained);
    const smooth = await picture(output(page));
    await page.getByLabel('discrete output').check();
    expect(await picture(output(page))).not.toBe(smooth);
    expect((await stateOf(page)).show).toEqual(['test', 'discrete']);
    await press(page, 'step');
    expect(await epoch(page)).toBe(1);
  });

  it('goes on learning with another rate, but begins again with other data', async () => {
    const page = await openAt('');
    await press(page, 'step');
    await choose(page, 'learning rate', '0.3');
    expect(await epoch(page)).toBe(1);
    await chooseData(page, 'exclusive or');
    expect(await epoch(page)).toBe(0);
  });

  it('gets layers, units and inputs on the diagram, and keeps the focus', async () => {
    const page = await openAt('net=2');
    for (let n = 0; n < 5; n++) await press(page, 'one hidden layer more');
    await button(page, 'one hidden layer more').dispatchEvent('click'); // a seventh layer can't be
    await press(page, 'one unit more in layer 1');
    await page.keyboard.press('Enter'); // it has the focus still
    expect((await stateOf(page)).net).toEqual([4, 2, 2, 2, 2, 2]);
    for (let n = 0; n < 5; n++) await button(page, 'one unit more in layer 1').dispatchEvent('click'); // a ninth unit can't be
    expect((await stateOf(page)).net).toEqual([8, 2, 2, 2, 2, 2]);
    for (let n = 0; n < 6; n++) await press(page, 'one hidden layer less');
    expect((await stateOf(page)).net).toEqual([]);
    await press(page, 'step');
    await press(page, 'one hidden layer more');
    await press(page, 'one unit less in layer 1');
    await button(page, 'one unit less in layer 1').dispatchEvent('click'); // the last one stays
    await press(page, 'input x₁x₂');
    await press(page, 'input x₁');
    const {net, inputs} = await stateOf(page);
    expect([net, inputs]).toEqual([[1], ['x2', 'x1x2']]);
  });

  it('shows a weight under the pointer, and lets it be changed', async () => {
    const page = await openAt('net=2');
    const [from, to] = [await middleOf(button(page, 'input x₂')), await middleOf(button(page, 'unit 1.2'))];
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
    await page.mouse.move(...middle);
    const weight = page.getByLabel('weight from x₂ to unit 1.2');
    const shown = (await page.locator('.np-tip').innerText()).replace('−', '-');
    await page.mouse.click(...middle);
    expect(Math.abs(Number(shown) - Number(await weight.inputValue()))).toBeLessThan(0.0051);
    expect(await weight.evaluate((element) => element === document.activeElement)).toBe(true);
    const drawing = page.locator('.np-net > canvas');
    const [drawingBefore, lossBefore] = [await picture(drawing), await loss(page, 'training')];
    await weight.fill('4');
    await weight.press('Enter');
    expect(await picture(drawing)).not.toBe(drawingBefore);
    expect(await loss(page, 'training')).not.toBe(lossBefore);
    await page.mouse.move(...middle);
    expect(await page.locator('.np-tip').innerText()).toBe('4.00');
    await press(page, 'output');
    await page.getByLabel('bias of output').fill('1.5');
    await page.getByLabel('bias of output').press('Enter');
    expect(await page.getByLabel('bias of output').inputValue()).toBe('1.5');
  });

  it('shows any unit and input large, by the pointer and by the keyboard', async () => {
    const page = await openAt('net=2&show=discrete');
    const caption = page.locator('.np-caption');
    const stage = page.locator('.np-stage canvas').first();
    const start = await picture(stage);
    expect(await caption.innerText()).toContain('output, bias');
    await button(page, 'unit 1.2').hover();
    expect(await caption.innerText()).toBe(
      'unit 1.2, bias 0.00', // biases start at 0
    );
    expect(await picture(stage)).not.toBe(start);
    await button(page, 'input sin x₂').hover();
    expect(await caption.innerText()).toBe('input sin x₂');
    await page.mouse.move(0, 0);
    expect(await picture(stage)).toBe(start);
    await button(page, 'input sin x₂').focus();
    await page.keyboard.press('Tab');
    expect(await caption.innerText()).toContain('unit 1.1');
    await button(page, 'input x₁x₂').focus();
    await page.keyboard.press('Enter'); // another input, while its own field is shown
    expect((await stateOf(page)).inputs).toEqual(['x1', 'x2', 'x1x2']);
    expect(await caption.innerText()).toBe('input x₁x₂');
  });

  it('draws small fields as the large one: x₂ is blue above and orange below', async () => {
    const page = await openAt('');
    const [x, y] = await middleOf(button(page, 'input x₂'));
    const drawing = page.locator('.np-net > canvas');
    const box = (await drawing.boundingBox())!;
    const redAndBlue = (down: number): Promise<number[]> =>
      drawing.evaluate(
        (element, [x, y]) => {
          const canvas = element as HTMLCanvasElement;
          const dots = canvas.width / canvas.clientWidth;
          const [red, , blue] = canvas.getContext('2d')!.getImageData(x * dots, y * dots, 1, 1).data;
          return [red, blue];
        },
        [x - box.x, y - box.y + down] as const,
      );
    const [above, below] = [await redAndBlue(-14), await redAndBlue(14)];
    expect(above[1] - above[0]).toBeGreaterThan(60);
    expect(below[0] - below[1]).toBeGreaterThan(60);
  });

  it('switches a unit off and on again, but not the last of a layer', async () => {
    const page = await openAt('net=2');
    const start = await loss(page, 'training');
    await press(page, 'unit 1.2');
    await page.getByLabel('switched on').focus();
    await page.keyboard.press('Space');
    expect((await stateOf(page)).off).toEqual(['1.2']);
    expect(await page.getByLabel('switched on').evaluate((tick) => tick === document.activeElement)).toBe(true);
    expect(await loss(page, 'training')).not.toBe(start);
    await press(page, 'unit 1.1');
    expect(await page.getByLabel('switched on').isDisabled()).toBe(true);
    await press(page, 'unit 1.2');
    await page.getByLabel('switched on').check();
    expect(await loss(page, 'training')).toBe(start);
  });

  it('comes back from its string, and says what is wrong with another', async () => {
    const page = await openAt('');
    const entry = page.getByLabel('state', {exact: true});
    await entry.fill(`${SPIRAL}&off=1.3&show=test`);
    await entry.press('Enter');
    expect(await stateOf(page)).toEqual(playgroundState(`${SPIRAL}&off=1.3&show=test`));
    expect(await page.getByRole('radio', {name: 'spiral'}).isChecked()).toBe(true);
    await entry.fill('seed=3&data=xor'); // all of it, though it begins with the seed
    await entry.press('Enter');
    expect(await stateOf(page)).toEqual(playgroundState('seed=3&data=xor'));
    await entry.fill('data=moons');
    await entry.press('Enter');
    expect(await page.locator('.np-words').innerText()).toContain('data must be one of circle');
  });

  it('says it when learning diverges, and goes on with a smaller rate', async () => {
    const page = await openAt('data=plane&inputs=x1^2,x2^2&net=&rate=10');
    await press(page, 'run');
    await expect.poll(() => page.locator('.np-words').innerText()).toContain('learningRate below 10');
    await button(page, 'run').waitFor(); // paused
    await press(page, 'reset');
    await choose(page, 'learning rate', '0.0001');
    await press(page, 'step');
    expect([await epoch(page), await page.locator('.np-words').innerText()]).toEqual([1, '']);
  });

  it('keeps typed letters from JupyterLab’s commands', async () => {
    const page = await openAt('');
    await page.getByLabel('activation', {exact: true}).focus();
    await page.keyboard.press('x');
    expect(await page.evaluate(() => (globalThis as unknown as {heard: string[]}).heard)).toEqual([]);
  });

  it.each([
    ['light', 850, false],
    ['dark', 850, false],
    ['light', 360, true],
  ] as const)('fits in %s, %i wide', async (theme, width, touch) => {
    const page = await openAt('data=spiral&net=8,8,8,8', {theme, width, touch});
    if (touch) await button(page, 'step').tap();
    const room = (await page.locator('.nx').boundingBox())!;
    expect(room.width).toBeLessThanOrEqual(width);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBe(0);
    if (process.env.SHOTS) {
      for (let n = 0; n < 60; n++) await button(page, 'step').click();
      await page.screenshot({path: path.join(process.env.SHOTS, `playground-${theme}-${width}.png`), fullPage: true});
    }
  });

  it('learns in a frame, as other viewers have it, and the frame grows with it', async () => {
    const page = await openAt('');
    const script = `<script>${await scriptOfExplorers()}</script>`;
    const mounting = `<script>NeuronsWidget.mountInFrame({kind: 'playground', state: 'net=3'})</script>`;
    await page.evaluate((srcdoc) => {
      const frame = Object.assign(document.createElement('iframe'), {srcdoc, style: 'width:100%;height:50px;border:0'});
      document.getElementById('room')!.replaceChildren(frame);
    }, `<!doctype html><meta charset="utf-8"><body>${script}${mounting}</body>`);
    expectRequest('about:srcdoc'); // the frame's own page
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', {name: 'step', exact: true}).click();
    await expect.poll(() => frame.locator('.nx-numbers').innerText()).toMatch(/epoch\s+1\b/);
    const heightOf = async (): Promise<number> => (await page.locator('iframe').boundingBox())!.height;
    await expect.poll(heightOf).toBeGreaterThan(400);
  });

  it.skipIf(!existsSync(PAGE))('is a page of its own that opens from the disk, its state in the address', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`${pathToFileURL(PAGE).href}#net=3&data=xor`);
      await button(page, 'one hidden layer more').click();
      expect(playgroundState(new URL(page.url()).hash)).toEqual(playgroundState('net=3,2&data=xor'));
      await button(page, 'step').click();
      expect(await epoch(page)).toBe(1);
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
