/** A page with an explorer in a real browser, and what a hand does there: for the tests. */
import path from 'node:path';
import type {Browser, BrowserContext, Locator, Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, expect} from 'vitest';
import {launchBrowser} from '../../jupyter/tests/browser';
import {bundleForPage} from '../../scripts/lib/build.mjs';

export interface View {
  theme?: 'light' | 'dark';
  width?: number;
  touch?: boolean;
}

export type Spot = readonly [x: number, y: number];

/** Up and down again: by one step, by many, and to the ends. */
export const SLIDER_KEYS: readonly string[] = [
  'ArrowRight',
  'ArrowUp',
  'ArrowLeft',
  'ArrowDown',
  'PageUp',
  'PageDown',
  'End',
  'Home',
];

let script: Promise<string> | undefined;

/** The script of all explorers, built once. */
export function scriptOfExplorers(): Promise<string> {
  const entry = path.resolve(import.meta.dirname, '../index.ts');
  script ??= bundleForPage(entry, 'NeuronsWidget').then((bytes) => Buffer.from(bytes).toString());
  return script;
}

/** A browser for the tests of a `describe`. After each test, no error may stand in the console, and nothing been asked of the network. */
export function useBrowser(): {
  /** A page with one explorer, in a box of the width. */
  open: (description: object, view?: View) => Promise<Page>;
  /** Says that this test does ask for an address. */
  expectRequest: (address: string) => void;
} {
  let browser: Browser;
  let context: BrowserContext | undefined;
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await context?.close();
    context = undefined;
    expect(complaints).toEqual([]);
  });

  async function open(description: object, {theme = 'light', width = 850, touch = false}: View = {}): Promise<Page> {
    context = await browser.newContext({viewport: {width: width + 20, height: 900}, hasTouch: touch, isMobile: touch});
    const page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('request', (request) => complaints.push(request.url()));
    const background = theme === 'light' ? '#ffffff' : '#111111';
    await page.setContent(
      `<!doctype html><html><meta name="viewport" content="width=device-width"><body data-jp-theme-light="${theme === 'light'}" style="margin:0;background:${background}"><div id="room" style="width:${width}px"></div><div style="height:2000px"></div></body></html>`,
    );
    await page.addScriptTag({content: await scriptOfExplorers()});
    await page.evaluate((given) => {
      const scope = globalThis as unknown as {
        NeuronsWidget: {mount(element: Element | null, given: object): () => void};
        takeDown: () => void;
        heard: string[];
      };
      scope.heard = [];
      document.body.addEventListener('keydown', (event) => scope.heard.push(event.key));
      scope.takeDown = scope.NeuronsWidget.mount(document.getElementById('room'), given);
    }, description);
    return page;
  }

  function expectRequest(address: string): void {
    complaints = complaints.filter((line) => line !== address);
  }

  return {open, expectRequest};
}

export function valueOf(page: Page, name: string): Promise<string> {
  return page.getByLabel(name, {exact: true}).inputValue();
}

/** The value of a figure, by what stands before it. */
export function figure(page: Page, name: string): Locator {
  return page
    .locator('.nx-numbers p')
    .filter({has: page.getByText(name, {exact: true})})
    .locator('b');
}

/** What a handle tells a screen reader as its value, after each key. */
export async function valuesAfter(page: Page, handle: Locator, keys: readonly string[]): Promise<number[]> {
  const values: number[] = [];
  for (const key of keys) {
    await page.keyboard.press(key);
    values.push(Number(await handle.getAttribute('aria-valuenow')));
  }
  return values;
}

export async function middleOf(locator: Locator): Promise<Spot> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('nothing to be seen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** By the mouse. */
export async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, {steps: 8});
  await page.mouse.up();
}

/** By a finger. */
export async function swipe(page: Page, from: Spot, to: Spot): Promise<void> {
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: {x: number; y: number}[]) =>
    fingers.send('Input.dispatchTouchEvent', {type, touchPoints});
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  await touch('touchStart', {x: from[0], y: from[1]});
  for (let i = 1; i <= 10; i++) await touch('touchMove', {x: from[0] + (dx * i) / 10, y: from[1] + (dy * i) / 10});
  await touch('touchEnd');
}
