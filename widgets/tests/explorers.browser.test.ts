/** The explorers in a real browser, moved by mouse, keys and fingers. */
import path from 'node:path';
import type {Locator, Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {browserProgram} from '../../jupyter/tests/browser';
import {bundleForPage} from '../../scripts/lib/build.mjs';
import {
  drag,
  figure,
  middleOf,
  scriptOfExplorers,
  SLIDER_KEYS,
  swipe,
  useBrowser,
  valueOf,
  valuesAfter,
} from './explorerPage';

describe('the bundle', () => {
  it('is small and needs neither Node nor another module', async () => {
    const script = await scriptOfExplorers();
    expect(script.length).toBeLessThan(150_000); // about 50 kB of it are the playground with its networks, 20 kB the drawn face and its judge
    expect(script).not.toMatch(/node:|\brequire\(|\bimport\(|process\./);
  });

  it('fails to build where a module of Node slips in', async () => {
    const withFiles = path.resolve(import.meta.dirname, '../../lib/src/data/files/dataFile.ts');
    await expect(bundleForPage(withFiles, 'Nothing')).rejects.toThrow('node:fs');
  });
});

describe.skipIf(!browserProgram)('in a browser', () => {
  const {open, expectRequest} = useBrowser();

  const wrong = async (page: Page): Promise<number> => Number(await page.locator('.nx').getAttribute('data-wrong'));
  const line = (page: Page): Locator => page.getByLabel('line: move it with the arrow keys');
  const tip = (page: Page): Locator => page.getByLabel('direction of the weights: turn it with the arrow keys');
  const onCurve = (page: Page): Locator => page.getByLabel('point on the curve: move it with the arrow keys');
  describe('neuron', () => {
    const parting = {kind: 'neuron', w1: 1, w2: -1, b: 0};

    it('counts the wrong points of the start and remembers the best try', async () => {
      const page = await open({kind: 'neuron'});
      expect(await wrong(page)).toBe(8);
      expect(await page.locator('.nx-count').innerText()).toMatch(/^8\s*of 24 wrong/);
      await page.getByLabel('weight w 2').fill('-1');
      await page.getByLabel('bias b').fill('0');
      expect(await page.locator('.nx-count').innerText()).toContain('each on its side');
      await page.getByLabel('weight w 1').fill('-1');
      expect(await page.locator('.nx-count').innerText()).toContain('best so far: 0');
    });

    it('follows a slider that is dragged, and starts again', async () => {
      const page = await open(parting);
      const box = (await page.getByLabel('bias b').boundingBox())!;
      const y = box.y + box.height / 2;
      await drag(page, [box.x + box.width / 2, y], [box.x + box.width - 2, y]);
      expect(await valueOf(page, 'bias b')).toBe('6');
      expect(await wrong(page)).toBe(12); // everything is called 1
      await page.getByRole('button', {name: 'start again'}).click();
      expect([await valueOf(page, 'bias b'), await wrong(page)]).toEqual(['0', 0]);
    });

    it('lets its line be moved and turned by the mouse', async () => {
      const page = await open(parting);
      const [x, y] = await middleOf(line(page));
      await drag(page, [x, y], [x + 84, y - 84]); // along the line: nothing changes
      expect(Number(await valueOf(page, 'bias b'))).toBe(0);
      await drag(page, [x, y], [x + 84, y]); // a fifth of the plane's 8 units to the right
      expect(Number(await valueOf(page, 'bias b'))).toBeCloseTo(-1.6, 6);
      await page.getByRole('button', {name: 'start again'}).click();
      const [tipX, tipY] = await middleOf(tip(page));
      await drag(page, [tipX, tipY], [2 * x - tipX, 2 * y - tipY]); // half around
      expect(await wrong(page)).toBe(24);
    });

    it('holds a handle where it was taken', async () => {
      const page = await open({kind: 'neuron', data: 'and', w1: 2, w2: 0, b: -1});
      const [x, y] = await middleOf(line(page));
      await drag(page, [x + 15, y + 15], [x + 16, y + 15]);
      expect(Number(await valueOf(page, 'bias b'))).toBe(-1);
    });

    it('is moved by the arrow keys, which the page around does not hear', async () => {
      const page = await open(parting);
      await line(page).focus();
      for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
      expect(await valueOf(page, 'bias b')).toBe('0.5');
      expect(await line(page).getAttribute('aria-valuetext')).toBe('−0.35 from 0 along the weights, b = 0.5');
      await page.keyboard.press('Shift+ArrowUp');
      expect(await valueOf(page, 'bias b')).toBe('-0.5');
      await page.getByRole('button', {name: 'start again'}).click();
      await tip(page).focus();
      let most = 0;
      for (let i = 0; i < 50; i++) {
        await page.keyboard.press('ArrowDown');
        most = Math.max(most, await wrong(page));
      }
      expect(most).toBe(24); // on its way around
      await page.getByLabel('weight w 1').focus();
      const before = Number(await valueOf(page, 'weight w 1'));
      await page.keyboard.press('ArrowRight');
      expect(Number(await valueOf(page, 'weight w 1'))).toBeCloseTo(before + 0.1, 6);
      await page.keyboard.press('Shift+Enter'); // JupyterLab's: run the cell
      await page.keyboard.press('Control+s');
      expect(await page.evaluate(() => (globalThis as unknown as {heard: string[]}).heard)).toEqual([
        'Shift',
        'Shift',
        'Enter',
        'Control',
        's',
      ]);
    });

    it('tells values of its line that rise and fall with the keys of a slider', async () => {
      const page = await open({kind: 'neuron', w1: 3, w2: -4, b: 0});
      await line(page).focus();
      expect(await valuesAfter(page, line(page), SLIDER_KEYS)).toEqual([0.02, 0.04, 0.02, 0, 0.2, 0, 1.2, -1.2]);
      expect(await valueOf(page, 'bias b')).toBe('6');
      expect(await line(page).getAttribute('aria-valuemax')).toBe('1.2');
    });

    it('turns its weights to larger angles with Right, Up and Page Up, and to both ends of the turn', async () => {
      const page = await open({kind: 'neuron', w1: 1, w2: 1, b: 0});
      await tip(page).focus();
      const [right, up, left, down, pageUp, pageDown, end, home] = await valuesAfter(page, tip(page), SLIDER_KEYS);
      expect(right).toBeGreaterThan(45);
      expect(up).toBeGreaterThan(right);
      expect(left).toBeLessThan(up);
      expect(down).toBeLessThan(left);
      expect(pageUp).toBeGreaterThan(down + 20);
      expect(pageDown).toBeLessThan(pageUp - 20);
      expect(end).toBeGreaterThan(340);
      expect(home).toBe(0);
      expect([await tip(page).getAttribute('aria-valuemin'), await valueOf(page, 'weight w 2')]).toEqual(['0', '0']);
    });

    it('never gets below one wrong point on XOR, and none wrong on AND and OR', async () => {
      const page = await open({kind: 'neuron'});
      const least: Record<string, number> = {};
      for (const name of ['AND', 'OR', 'XOR']) {
        await page.getByRole('radio', {name, exact: true}).check({force: true});
        least[name] = await page.evaluate(() => {
          const [w1, w2, b] = ['weight w 1', 'weight w 2', 'bias b'].map((label) =>
            document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!,
          );
          const put = (input: HTMLInputElement, value: number): void => {
            input.value = String(value);
            input.dispatchEvent(new Event('input'));
          };
          let least = Infinity;
          for (let i = -6; i <= 6; i += 3) {
            for (let j = -6; j <= 6; j += 3) {
              for (let k = -5; k <= 5; k += 2) {
                put(w1, i);
                put(w2, j);
                put(b, k);
                least = Math.min(least, Number(document.querySelector<HTMLElement>('.nx')?.dataset.wrong));
              }
            }
          }
          return least;
        });
      }
      expect(least).toEqual({AND: 0, OR: 0, XOR: 1});
    });

    it('writes out the sum of a sample, pointed at or chosen by keys, and says it to a screen reader', async () => {
      const page = await open({kind: 'neuron', data: 'xor', w1: 2, w2: 2, b: -1});
      await page.locator('[data-sample="3"]').hover();
      const said = '2 · 1 + 2 · 1 − 1 = 3';
      expect(await page.locator('.nx-words').innerText()).toContain(said);
      expect(await page.locator('.nx-words').innerText()).toContain('so 1, but it is 0; σ(z) = 0.953');
      await page.waitForFunction((text) => document.querySelector('[role=status]')?.textContent?.includes(text), said);
      await page.getByLabel('4 samples: look at each with the arrow keys').focus();
      await page.keyboard.press('ArrowRight'); // after the last comes the first
      expect(await page.locator('.nx-words').innerText()).toContain('2 · 0 + 2 · 0 − 1 = −1');
      await page.keyboard.press('ArrowLeft');
      expect(await page.locator('.nx-words').innerText()).toContain(said);
    });

    it('shades the plane softly, or in two tones', async () => {
      const page = await open({kind: 'neuron', w1: 1, w2: 0, b: 0});
      const tones = (): Promise<number> =>
        page.evaluate(() => {
          const canvas = document.querySelector('canvas')!;
          const {data} = canvas.getContext('2d')!.getImageData(0, 40, 80, 1);
          return new Set(Array.from({length: 80}, (_, i) => data.subarray(4 * i, 4 * i + 4).join())).size;
        });
      expect(await tones()).toBeGreaterThan(30);
      await page.getByRole('radio', {name: 'step'}).check({force: true});
      expect(await tones()).toBe(2);
    });

    it('has no line where both weights are 0', async () => {
      const page = await open({kind: 'neuron', w1: 0, w2: 0, b: 1});
      expect([await line(page).isVisible(), await tip(page).isVisible()]).toEqual([false, false]);
      expect(await wrong(page)).toBe(12);
    });

    it('follows a finger, and the page stays where it is', async () => {
      const page = await open(parting, {width: 360, touch: true});
      await line(page).scrollIntoViewIfNeeded();
      const reach = await line(page).boundingBox();
      expect([reach?.width, reach?.height]).toEqual([44, 44]);
      const [x, y] = await middleOf(line(page));
      const scrolled = await page.evaluate(() => window.scrollY);
      await swipe(page, [x, y], [x, y - 90]);
      expect(Number(await valueOf(page, 'bias b'))).toBeGreaterThan(1.5);
      expect(await page.evaluate(() => window.scrollY)).toBe(scrolled);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
    });
  });

  describe('activation', () => {
    it('shows value and slope at the point, and where the slope is largest', async () => {
      const page = await open({kind: 'activation', at: 1});
      expect(await figure(page, 'value').innerText()).toBe('0.7311');
      expect(await figure(page, 'slope').innerText()).toBe('0.1966');
      expect(await page.locator('.nx-words').innerText()).toBe('The slope is largest at z = 0: 0.25.');
      await page.getByLabel('steepness c').fill('2');
      expect(await page.locator('.nx-words').innerText()).toBe('The slope is largest at z = 0: 0.5.');
      expect(await figure(page, 'value').innerText()).toBe('0.8808'); // σ(2)
      expect(await figure(page, 'slope').innerText()).toBe('0.21'); // 2 σ(2) (1 − σ(2))
    });

    it('slides its point by mouse and keys', async () => {
      const page = await open({kind: 'activation'});
      const [x, y] = await middleOf(onCurve(page));
      await drag(page, [x, y], [x + 2 * 35.4, y + 40]); // 354 px are 10 units; whatever the height
      expect(await valueOf(page, 'net input z')).toBe('2');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Shift+ArrowDown');
      expect(await valueOf(page, 'net input z')).toBe('0.9');
      expect(await onCurve(page).getAttribute('aria-valuetext')).toBe('z = 0.9, value 0.7109, slope 0.2055');
      await page.getByRole('button', {name: 'start again'}).click();
      expect(await valueOf(page, 'net input z')).toBe('0');
    });

    it('moves its point with all keys of a slider', async () => {
      const page = await open({kind: 'activation'});
      await onCurve(page).focus();
      expect(await valuesAfter(page, onCurve(page), SLIDER_KEYS)).toEqual([0.1, 0.2, 0.1, 0, 1, 0, 5, -5]);
    });

    it('knows all ten', async () => {
      const expected: [name: string, value: string, slope: string][] = [
        ['identity', '−1', '1'],
        ['binary step', '0', '0'],
        ['step −1 / +1', '−1', '0'],
        ['logistic', '0.2689', '0.1966'],
        ['tanh', '−0.7616', '0.42'],
        ['arctan', '−0.7854', '0.5'],
        ['ReLU', '0', '0'],
        ['PReLU', '−0.5', '0.5'],
        ['ELU', '−0.6321', '0.3679'],
        ['SoftPlus', '0.3133', '0.2689'],
      ];
      const page = await open({kind: 'activation', activation: 'tanh', at: -1});
      for (const [name, value, slope] of expected) {
        await page.getByRole('radio', {name, exact: true}).check({force: true});
        expect([name, await figure(page, 'value').innerText(), await figure(page, 'slope').innerText()]).toEqual([
          name,
          value,
          slope,
        ]);
        const paths = await page
          .locator('.nx-stage path')
          .evaluateAll((all) => all.map((one) => one.getAttribute('d')));
        expect(paths.join('')).not.toMatch(/NaN|undefined|Infinity/);
      }
      expect(await page.getByRole('radio').count()).toBe(expected.length);
    });
  });

  describe('slope', () => {
    it('comes to the slope of the tangent as h goes to 0', async () => {
      const page = await open({kind: 'slope', curve: 'square', at: 1});
      expect(await figure(page, '(f(x + h) − f(x)) / h').innerText()).toBe('4.00000000');
      const errors: number[] = [];
      for (const power of [-1, -3, -5]) {
        await page.getByLabel('step h').fill(String(power));
        errors.push(Number(await figure(page, '(f(x + h) − f(x)) / h').innerText()) - 2);
      }
      errors.forEach((error, i) => expect(Math.abs(error - [0.1, 0.001, 0.00001][i])).toBeLessThan(1e-8));
      expect(await figure(page, 'slope of the tangent').innerText()).toBe('2.00000000');
      await page.getByLabel('step h').fill('-11');
      expect(await page.locator('.nx-words').innerText()).toContain('the last digits');
    });

    it('zooms in until curve and tangent are one, about a point that keeps its place', async () => {
      const page = await open({kind: 'slope'});
      const [x, y] = await middleOf(onCurve(page));
      await page.getByLabel('zoom').fill('1');
      expect(await page.locator('.nx-words').innerText()).toMatch(/at most [\d.]+ % of the picture’s height/);
      await page.getByLabel('zoom').fill('3');
      expect(await page.locator('.nx-words').innerText()).toContain('can’t be told apart');
      const [laterX, laterY] = await middleOf(onCurve(page));
      expect(Math.hypot(laterX - x, laterY - y)).toBeLessThan(0.1);
    });

    it('lets both points be dragged', async () => {
      const page = await open({kind: 'slope', curve: 'sine', at: 0, h: 2});
      const second = page.getByLabel('second point: move it with the arrow keys');
      const [x, y] = await middleOf(second);
      await drag(page, [x, y], [x - 27, y]); // 340 px are 12.8 units: about 1
      expect(Math.abs(10 ** Number(await valueOf(page, 'step h')) - 1)).toBeLessThan(0.05);
      const [firstX, firstY] = await middleOf(onCurve(page));
      await drag(page, [firstX, firstY], [firstX + 53, firstY]);
      expect(Number(await valueOf(page, 'place x'))).toBeCloseTo(2, 6);
      await second.focus();
      await page.keyboard.press('Shift+ArrowDown');
      expect(Math.abs(10 ** Number(await valueOf(page, 'step h')) - 0.1)).toBeLessThan(0.01);
    });

    it('keeps a point that keys have moved out of sight until they are done', async () => {
      const page = await open({kind: 'slope'});
      const second = page.getByLabel('second point: move it with the arrow keys');
      await second.focus();
      expect(await valuesAfter(page, second, ['Home', 'End'])).toEqual([1e-12, 2]);
      await page.keyboard.press('Home');
      expect(await second.isVisible()).toBe(true);
      await onCurve(page).focus();
      expect(await second.isVisible()).toBe(false);
    });
  });

  describe.each(['neuron', 'activation', 'slope', 'descent', 'threshold', 'hinges'])('%s on every page', (kind) => {
    it('fits and is readable, wide and narrow, light and dark', async () => {
      const page = await open({kind});
      const ink = {true: 'rgb(32, 36, 43)', false: 'rgb(230, 232, 235)'};
      for (const width of [850, 420]) {
        for (const light of ['true', 'false'] as const) {
          await page.evaluate(
            ([light, width]) => {
              document.body.dataset.jpThemeLight = light;
              document.getElementById('room')!.style.width = width;
            },
            [light, `${width}px`],
          );
          await expect
            .poll(() => page.locator('.nx').evaluate((element) => getComputedStyle(element).color))
            .toBe(ink[light]);
          const stage = (await page.locator('.nx-stage').boundingBox())!;
          const side = (await page.locator('.nx-side').last().boundingBox())!;
          expect(side.x > stage.x + stage.width).toBe(width === 850);
          expect(await page.evaluate(() => document.getElementById('room')!.scrollWidth)).toBeLessThanOrEqual(width);
        }
      }
    });

    it('names each of its controls', async () => {
      const page = await open({kind});
      const names = await page
        .locator('.nx :is(input, button, [tabindex])')
        .evaluateAll((all) =>
          all.map((one) => one.getAttribute('aria-label') ?? one.closest('label')?.textContent ?? one.textContent),
        );
      expect(names.length).toBeGreaterThan(3);
      expect(names.filter((name) => !name?.trim())).toEqual([]);
    });

    it('is gone when it is taken down, and follows nothing any more', async () => {
      const page = await open({kind});
      const paper = await page.evaluate(async () => {
        const room = document.querySelector<HTMLElement>('.nx-room')!;
        (globalThis as unknown as {takeDown(): void}).takeDown();
        document.body.dataset.jpThemeLight = 'false';
        for (let frame = 0; frame < 4; frame++) await new Promise((done) => requestAnimationFrame(done));
        return room.style.getPropertyValue('--nn-paper');
      });
      expect(paper).toBe('#fefefe');
      expect(await page.locator('#room').innerHTML()).toBe('');
    });
  });

  it('says in the page what is wrong with a description, and throws nothing', async () => {
    const page = await open({kind: 'neuron', w1: 99});
    expect(await page.getByRole('alert').innerText()).toBe(
      'This explorer can’t be shown: w1 must be a number from -6 to 6, got 99',
    );
  });

  it('keeps the numbers beside its sliders from being called out at every step', async () => {
    const page = await open({kind: 'slope'});
    const live = await page.locator('output').evaluateAll((all) => all.map((one) => one.getAttribute('aria-live')));
    expect(live).toEqual(['off', 'off', 'off']);
  });

  it('lives in a frame too: in the theme of the page around, as high as it needs to be', async () => {
    const page = await open({kind: 'slope'}, {theme: 'dark'});
    const html = `<!doctype html><meta charset="utf-8"><body><script>${await scriptOfExplorers()}</script><script>NeuronsWidget.mountInFrame({kind: 'neuron'})</script></body>`;
    await page.evaluate((srcdoc) => {
      const frame = Object.assign(document.createElement('iframe'), {srcdoc, style: 'width:100%;height:50px;border:0'});
      document.getElementById('room')!.replaceChildren(frame);
    }, html);
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('bias b').fill('-2');
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      'rgb(17, 17, 17)',
    );
    await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(450);
    expect(await frame.locator('html').evaluate((html) => html.scrollHeight > html.clientHeight)).toBe(false);
    expectRequest('about:srcdoc'); // the frame's own page
  });
});
