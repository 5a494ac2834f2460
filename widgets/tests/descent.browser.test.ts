/** The explorer `descent` in a real browser, moved by mouse, keys and fingers. */
import type {Locator, Page} from 'playwright-core';
import {describe, expect, it} from 'vitest';
import {browserProgram} from '../../jupyter/tests/browser';
import {placeOf, ratesFor} from '../descent/rates';
import {drag, figure, middleOf, SLIDER_KEYS, swipe, useBrowser, valueOf, valuesAfter} from './explorerPage';

describe.skipIf(!browserProgram)('descent', () => {
  const {open} = useBrowser();
  const ball = (page: Page): Locator => page.getByLabel('ball: move its start with the arrow keys');
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', {name, exact: true}).click();
  const verdict = (page: Page): Promise<string> => page.locator('.nx-verdict').innerText();
  const paths = (page: Page): Promise<string> =>
    page.locator('.nx-stage path').evaluateAll((all) => all.map((one) => one.getAttribute('d')).join(' '));

  it('takes its steps one by one, and tells what they do only when one was taken', async () => {
    const page = await open({kind: 'descent'});
    expect(await verdict(page)).toBe('Where will it end?');
    expect(await figure(page, 'w at the start').innerText()).toBe('4');
    await press(page, 'step');
    await press(page, 'step');
    expect(await figure(page, 'w after step 2').innerText()).toBe('3.24'); // 4 · 0.9 · 0.9
    expect(await figure(page, 'η · k').innerText()).toBe('0.1');
    expect(await figure(page, 'factor of w in each step: 1 − η · k').innerText()).toBe('0.9');
    expect(await verdict(page)).toBe('It crawls.');
    expect(await page.locator('.nx-landing').count()).toBe(5); // two on the parabola, three in their rows
    await press(page, 'back to start');
    expect(await figure(page, 'w at the start').innerText()).toBe('4');
    expect(await page.locator('.nx-landing').count()).toBe(1);
  });

  it('puts the ball where the parabola is, and its tangent on it', async () => {
    const page = await open({kind: 'descent', curvature: 1, start: -2});
    expect(await ball(page).getAttribute('aria-valuetext')).toBe('w = −2, loss 2');
    const [, x1, y1, x2, y2] = (await page.locator('.nx-tangent').getAttribute('d'))!
      .match(/^M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)$/)!
      .map(Number);
    const [ballX, ballY] = await ball(page).evaluate(({style}) => [
      (parseFloat(style.left) / 100) * 420,
      (parseFloat(style.top) / 100) * 448,
    ]);
    const slope = (y2 - y1) / (x2 - x1);
    expect(Math.abs(y1 + slope * (ballX - x1) - ballY)).toBeLessThan(0.1);
    expect(slope).toBeGreaterThan(0); // left of the bottom it falls, and y counts downwards
  });

  it('runs until it rests, and from the start again', async () => {
    const page = await open({kind: 'descent', learningRate: 0.9});
    await press(page, 'run');
    await expect.poll(() => figure(page, 'w after step 3').count()).toBe(1);
    await page.getByRole('button', {name: 'run'}).waitFor();
    expect(await figure(page, 'w after step 3').innerText()).toBe('0.004');
    await press(page, 'run');
    await page.getByRole('button', {name: 'stop'}).waitFor();
    expect(await figure(page, 'w after step 1').innerText()).toBe('0.4');
    await press(page, 'stop');
    await page.getByRole('button', {name: 'run'}).waitFor();
  });

  it('shows at once how the walk would have gone with another learning rate', async () => {
    const page = await open({kind: 'descent', curvature: 2, learningRate: 0.1});
    for (let i = 0; i < 3; i++) await press(page, 'step');
    const seen: string[] = [];
    for (const rate of [0.25, 0.5, 0.75, 1, 1.5]) {
      await page.getByLabel('learning rate η').fill(String(placeOf(rate, ratesFor(2))));
      seen.push(`${await figure(page, 'w after step 3').innerText()} ${await verdict(page)}`);
    }
    expect(seen).toEqual([
      '0.5 It crawls.',
      '0 It arrives.',
      '−0.5 It swings and comes to rest.',
      '−4 It swings for ever.',
      '−32 It flees.',
    ]);
  });

  it('comes to 1/k and 2/k by the arrow keys, whatever k', async () => {
    const page = await open({kind: 'descent', learningRate: 0.28});
    await press(page, 'step');
    await page.getByLabel('curvature k').fill('3');
    await page.getByLabel('learning rate η').focus();
    const verdicts = new Set<string>();
    for (let i = 0; i < 24; i++) {
      await page.keyboard.press('ArrowRight');
      verdicts.add(await verdict(page));
    }
    expect([...verdicts]).toEqual([
      'It crawls.',
      'It arrives.',
      'It swings and comes to rest.',
      'It swings for ever.',
      'It flees.',
    ]);
  });

  it('marks both on the track, where the thumb comes to stand', async () => {
    const page = await open({kind: 'descent', curvature: 0.2, learningRate: 10});
    expect(await page.locator('.nx-marks span').allInnerTexts()).toEqual(['5', '10']);
    const track = (await page.getByLabel('learning rate η').boundingBox())!;
    const mark = (await page.locator('.nx-marks span').last().boundingBox())!;
    const share = placeOf(10, ratesFor(0.2)) / (ratesFor(0.2).length - 1);
    expect(Math.abs(mark.x - (track.x + 10 + (track.width - 20) * share))).toBeLessThan(1); // a thumb is 20 px wide
  });

  it('stays readable when the ball flees, and lets it be fetched back', async () => {
    const page = await open({kind: 'descent', curvature: 4, learningRate: 12, start: 5});
    for (let i = 0; i < 41; i++) await press(page, 'step');
    const far = await figure(page, 'w after step 40').innerText(); // and no further
    expect(far).toMatch(/^\d\.\d × 10⁶⁷$/);
    expect(await page.locator('.nx-away').textContent()).toBe(`w = ${far} →`);
    expect(await paths(page)).not.toMatch(/NaN|Infinity/);
    const box = (await page.locator('.nx-stage').boundingBox())!;
    const [x, y] = await middleOf(ball(page));
    expect(x).toBeLessThan(box.x + box.width);
    await drag(page, [x, y], [box.x + 44 + 354 / 2 + 2 * 29.5, y]); // 354 px are 12 units of w
    expect(await figure(page, 'w at the start').innerText()).toBe('2');
    expect(await page.locator('.nx-away').textContent()).toBe('');
  });

  it('starts where the ball is dragged, by mouse, keys and slider', async () => {
    const page = await open({kind: 'descent'});
    await press(page, 'step');
    const [x, y] = await middleOf(ball(page));
    await drag(page, [x, y], [x - 5.6 * 29.5, y + 40]); // from 3.6, whatever the height
    expect(await valueOf(page, 'start w 0')).toBe('-2');
    expect(await figure(page, 'w at the start').innerText()).toBe('−2');
    await page.getByLabel('start w 0').fill('0');
    await press(page, 'step');
    expect(await verdict(page)).toBe('It lies still.');
    await ball(page).focus();
    expect(await valuesAfter(page, ball(page), SLIDER_KEYS)).toEqual([0.1, 0.2, 0.1, 0, 1, 0, 5, -5]);
  });

  it('follows a finger, and the page stays where it is', async () => {
    const page = await open({kind: 'descent'}, {width: 420, touch: true});
    const [x, y] = await middleOf(ball(page));
    await swipe(page, [x, y], [x - 59, y - 60]);
    expect(await valueOf(page, 'start w 0')).toBe('2');
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });

  it('says to a screen reader where the walk has led', async () => {
    const page = await open({kind: 'descent'});
    await press(page, 'step');
    await page.waitForFunction(() =>
      document.querySelector('[role=status]')?.textContent?.includes('w = 3.6. It crawls.'),
    );
  });
});
