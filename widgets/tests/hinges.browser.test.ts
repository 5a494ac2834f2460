/** The explorer `hinges` in a real browser, moved by mouse, keys and fingers. */
import type {Locator, Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {browserProgram} from '../../jupyter/tests/browser';
import {drag, figure, middleOf, SLIDER_KEYS, swipe, useBrowser, valueOf, valuesAfter} from './explorerPage';

/** Pixels for a unit of x: 354 are 10 units. */
const UNIT = 35.4;

describe.skipIf(!browserProgram)('hinges', () => {
  const {open} = useBrowser();
  const bend = (page: Page, hinge: number): Locator =>
    page.getByLabel(`bend of hinge ${hinge}: move it with the arrow keys`);
  const words = (page: Page): Promise<string> => page.locator('.nx-words').innerText();

  async function put(page: Page, hinge: number, place: number, weight: number): Promise<void> {
    await page.getByLabel(`hinge ${hinge}: where it bends`).fill(String(place));
    await page.getByLabel(`hinge ${hinge}: output weight v`).fill(String(weight));
  }

  it('has a kink for each hinge, and meets the tent with the right three', async () => {
    const page = await open({kind: 'hinges'});
    expect(await figure(page, 'kinks').innerText()).toBe('3');
    expect(await figure(page, 'mean squared error').innerText()).toBe('1.273'); // 14 / 11
    await put(page, 1, -3, 1);
    await put(page, 2, 0, -2);
    await put(page, 3, 3, 1);
    expect(await figure(page, 'mean squared error').innerText()).toBe('0');
    expect(await words(page)).toBe('The line has kinks at x = −3, 0, 3. It meets all points.');
    await page.getByLabel('output bias b').fill('1');
    expect(await figure(page, 'mean squared error').innerText()).toBe('1');
    expect(await figure(page, 'best so far').innerText()).toBe('0');
    await page.getByRole('radio', {name: 'wave'}).check({force: true});
    expect(await figure(page, 'best so far').innerText()).not.toBe('0');
    await page.getByRole('button', {name: 'start again'}).click();
    expect([await valueOf(page, 'output bias b'), await valueOf(page, 'hinge 3: output weight v')]).toEqual(['0', '1']);
  });

  it('loses kinks where hinges cancel out', async () => {
    const page = await open({kind: 'hinges'});
    await put(page, 2, -2, -0.5);
    expect(await words(page)).toContain('The line has a kink at x = 2.');
    await put(page, 3, 2, 0);
    expect(await words(page)).toContain('The line has no kink.');
    expect(await page.locator('.nx-stage .nx-dot').count()).toBe(0);
  });

  it('turns a hinge to the other side', async () => {
    const page = await open({kind: 'hinges', hinges: 1});
    expect(await page.locator('.nx-hinge .nx-formula').innerText()).toBe('0.5 · relu(x + 2)');
    const part = page.locator('.nx-part');
    expect(await part.getAttribute('d')).toMatch(/^M44\.00 365\.00L150\.20 365\.00M/); // flat at the left of x = −2
    await page
      .getByRole('radiogroup', {name: 'hinge 1 opens to the'})
      .getByRole('radio', {name: 'left'})
      .check({force: true});
    expect(await page.locator('.nx-hinge .nx-formula').innerText()).toBe('0.5 · relu(−x − 2)');
    expect(await part.getAttribute('d')).toMatch(/L398\.00 365\.00$/); // flat at the right
    await page.getByRole('button', {name: 'start again'}).click();
    expect(await page.getByRole('radio', {name: 'right'}).isChecked()).toBe(true);
  });

  it.each([1, 2, 3])('shows as many hinges as it is asked for: %d', async (hinges) => {
    const page = await open({kind: 'hinges', hinges, target: 'stairs'});
    expect(await page.locator('.nx-hinge').count()).toBe(hinges);
    expect(await page.locator('.nx-handle').count()).toBe(hinges);
    expect(await page.locator('.nx-part').count()).toBe(hinges);
    expect(await figure(page, 'kinks').innerText()).toBe(String(hinges));
    expect(await page.getByRole('radio', {name: 'stairs'}).isChecked()).toBe(true);
    expect(await page.locator('.nx-target').count()).toBe(11);
  });

  it('draws its kinks on the line, above the bends of the hinges', async () => {
    const page = await open({kind: 'hinges'});
    const line = (await page.locator('.nx-stage > svg > .nx-curve').getAttribute('d'))!;
    const kinks = await page
      .locator('.nx-stage .nx-dot')
      .evaluateAll((all) => all.map((one) => ['cx', 'cy'].map((name) => Number(one.getAttribute(name)).toFixed(2))));
    expect(kinks).toHaveLength(3);
    for (const [i, [x, y]] of kinks.entries()) {
      expect(line).toContain(`${x} ${y}`);
      const left = await bend(page, i + 1).evaluate(({style}) => (parseFloat(style.left) / 100) * 420);
      expect(Math.abs(left - Number(x))).toBeLessThan(0.1);
    }
  });

  it('moves a bend by mouse and keys', async () => {
    const page = await open({kind: 'hinges'});
    const [x, y] = await middleOf(bend(page, 2));
    await drag(page, [x, y], [x + UNIT, y - 50]); // whatever the height
    expect(await valueOf(page, 'hinge 2: where it bends')).toBe('1');
    expect(await words(page)).toContain('x = −2, 1, 2');
    await bend(page, 2).focus();
    expect(await valuesAfter(page, bend(page, 2), SLIDER_KEYS)).toEqual([1.1, 1.2, 1.1, 1, 2, 1, 5, -5]);
    expect(await bend(page, 2).getAttribute('aria-valuetext')).toBe('x = −5, −1 · relu(x + 5)');
  });

  it('follows a finger, and the page stays where it is', async () => {
    const page = await open({kind: 'hinges'}, {width: 420, touch: true});
    const [x, y] = await middleOf(bend(page, 3));
    await swipe(page, [x, y], [x + 2 * UNIT, y - 80]);
    expect(await valueOf(page, 'hinge 3: where it bends')).toBe('4');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  it('stays in its picture at all ends of its sliders', async () => {
    const page = await open({kind: 'hinges'});
    for (const hinge of [1, 2, 3]) await put(page, hinge, -5, 3);
    await page.getByLabel('output bias b').fill('3');
    const paths = await page.locator('.nx-stage path').evaluateAll((all) => all.map((one) => one.getAttribute('d')));
    expect(paths.join(' ')).not.toMatch(/NaN|Infinity/);
    expect(paths[paths.length - 1]).toMatch(/M44\.00 134\.44L\S+ 26\.00$/); // leaves at the upper border
  });

  it('says to a screen reader what the sum is like', async () => {
    const page = await open({kind: 'hinges'});
    await page.getByLabel('output bias b').fill('1');
    await page.waitForFunction(() =>
      /Mean squared error [\d.]+\. The line has kinks at x = −2, 0, 2\./.test(
        document.querySelector('[role=status]')?.textContent ?? '',
      ),
    );
  });
});
