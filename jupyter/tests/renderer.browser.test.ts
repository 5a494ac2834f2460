import {build} from 'esbuild';
import {copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium, type Browser, type Page} from 'playwright-core';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {decisionRegions} from '../../lib/src/charts/decisionRegions';
import {film} from '../../lib/src/charts/film';
import {lineChart} from '../../lib/src/charts/lineChart';
import {scatterChart} from '../../lib/src/charts/scatterChart';
import type {Figure} from '../../lib/src/charts/types';

const CHROMIUM = '/usr/bin/chromium';
const EXTENSION = fileURLToPath(new URL('../extension/', import.meta.url));
const LIGHT_INK = 'rgb(32, 36, 43)';
const DARK_INK = 'rgb(230, 232, 235)';

const X = Array.from({length: 40}, (_, i) => [i % 10, (i < 20 ? 0 : 6) + (i % 4)]);
const y = X.map((_, i) => (i < 20 ? -1 : 1));

/** A line that sinks from frame to frame. */
function sinking(frames: number, seconds = 0.1): Figure {
  const model = (height: number) => {
    const netInput = (points: number[][]) => points.map(([a, b]) => b - 0.1 * a - height);
    return {netInput, predict: (points: number[][]) => netInput(points).map((z) => (z >= 0 ? 1 : -1))};
  };
  const pictures = Array.from({length: frames}, (_, k) => ({
    name: `step ${k}`,
    figure: decisionRegions(model(8 - k / 4), X, y),
  }));
  return film(pictures, {title: 'A line sinks', seconds});
}

interface TestWindow {
  NeuronsChart: {Renderer: new (element: HTMLElement) => {show(figure: Figure): Promise<unknown>; dispose(): void}};
  renderer: {show(figure: Figure): Promise<unknown>; dispose(): void};
}

interface Widget {
  renderModel(model: {data: Record<string, unknown>}): Promise<void>;
}

interface ChartFactory {
  id: string;
  rank: number;
  dataType: string;
  rendererFactory: {safe: boolean; mimeTypes: string[]; createRenderer(options: object): Widget};
}

/** The part of JupyterLab's extensions that the tests touch. */
interface Extension {
  chart: ChartFactory;
  widget: Widget;
  _JUPYTERLAB: Record<
    string,
    {init(scope: object): void; get(module: string): Promise<() => {default: ChartFactory[]}>}
  >;
}

/** What a page evaluates is written for the page's window, not for the test's. */
declare const window: Window & TestWindow & Extension;

if (!existsSync(CHROMIUM)) console.log(`skipped: the renderer in a browser (there is no ${CHROMIUM})`);

describe.skipIf(!existsSync(CHROMIUM))('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'neurons-renderer-'));
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let requests: string[];

  beforeAll(async () => {
    const common = {bundle: true, minify: true, logLevel: 'error'} as const;
    await build({
      ...common,
      entryPoints: [join(EXTENSION, 'renderer.ts')],
      format: 'iife',
      globalName: 'NeuronsChart',
      outfile: join(folder, 'renderer.iife.js'),
    });
    copyFileSync(createRequire(import.meta.url).resolve('plotly.js-dist'), join(folder, 'plotly.min.js'));
    copyFileSync(join(EXTENSION, 'remoteEntry.js'), join(folder, 'remoteEntry.js'));
    const body = '<body data-jp-theme-light="true" style="margin:0"><div id="chart" style="width:850px"></div></body>';
    writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8">${body}`);
    browser = await chromium.launch({executablePath: CHROMIUM, args: ['--no-sandbox']});
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  /** An empty page; what it complains about and asks for is kept. */
  async function open(): Promise<void> {
    complaints = [];
    requests = [];
    page = await browser.newPage({viewport: {width: 1000, height: 900}});
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  }

  function expectPeace(): void {
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
  }

  /** A new renderer that shows a figure. */
  const show = (figure: Figure) =>
    page.evaluate(async (one) => {
      window.renderer = new window.NeuronsChart.Renderer(document.getElementById('chart')!);
      await window.renderer.show(one);
    }, figure);

  const boundary = () => page.locator('.scatterlayer .trace path.js-line').first();
  const inkOfBoundary = () => boundary().evaluate((path) => getComputedStyle(path).stroke);
  const slider = () => page.getByRole('slider', {name: 'frame'});
  const setTheme = (light: boolean) =>
    page.evaluate((value) => void (document.body.dataset.jpThemeLight = value), String(light));
  const lineTops = () =>
    page.evaluate(() => document.querySelector('.scatterlayer .trace path.js-line')?.getAttribute('d') ?? '');

  describe('Renderer', () => {
    // One page for all: a browser takes seconds to read plotly.js.
    beforeAll(async () => {
      await open();
      await page.addScriptTag({path: join(folder, 'plotly.min.js')});
      await page.addScriptTag({path: join(folder, 'renderer.iife.js')});
    });

    afterAll(() => page.close());

    beforeEach(async () => {
      await page.evaluate(() => {
        document.body.innerHTML = '<div id="chart" style="width:850px"></div>';
        document.body.dataset.jpThemeLight = 'true';
        delete document.documentElement.dataset.theme;
      });
    });

    afterEach(async () => {
      await page.evaluate(() => window.renderer.dispose());
      expectPeace();
    });

    it('lifts title and words out of the picture and labels it', async () => {
      const title = '<i>kinds</i> & $costs$';
      await show(scatterChart(X, y, {title, subtitle: 'below %{x}', classNames: ['<b>no</b>', 'yes']}));
      await expect.poll(() => page.locator('figcaption strong').innerText()).toBe(title);
      expect(await page.locator('figcaption span').innerText()).toBe('below %{x}');
      expect(await page.locator('.gtitle').count()).toBe(0);
      expect(await page.locator('.legendtext').first().textContent()).toBe('<b>no</b>');
      expect(await page.getByRole('img').first().getAttribute('aria-label')).toContain('20 <b>no</b> around');
      expect(await page.locator('details p').textContent()).toContain('20 <b>no</b> around');
      expect(await page.locator('.nn-film').isVisible()).toBe(false);
    });

    it('follows the theme and keeps the frame of a film', async () => {
      await show(sinking(12));
      expect(await inkOfBoundary()).toBe(LIGHT_INK);
      await slider().fill('9');
      await expect.poll(() => page.locator('.nn-film output').innerText()).toBe('step 9');
      expect(await page.locator('.nn-film output').getAttribute('aria-live')).toBe('off'); // else each frame is called out
      await page.waitForTimeout(100);
      const before = await lineTops();
      await setTheme(false);
      await expect.poll(inkOfBoundary).toBe(DARK_INK);
      expect(await lineTops()).toBe(before);
      expect(await slider().getAttribute('aria-valuetext')).toBe('step 9');
    });

    it('follows a theme that is changed while the page is hidden for a moment, as JupyterLab does', async () => {
      await show(sinking(3));
      await page.evaluate(async () => {
        const chart = document.getElementById('chart')!;
        chart.style.display = 'none';
        document.body.dataset.jpThemeLight = 'false';
        await Promise.resolve();
        await Promise.resolve();
        chart.style.display = '';
      });
      await expect.poll(inkOfBoundary).toBe(DARK_INK);
    });

    it('follows a theme even if the page is still hidden a frame later, and shown before anybody measures it', async () => {
      await show(sinking(3));
      await page.evaluate(async () => {
        const chart = document.getElementById('chart')!;
        chart.style.display = 'none';
        document.body.dataset.jpThemeLight = 'false';
        await Promise.resolve(); // the renderer has asked for its frame: ours comes after it, in the same one
        await Promise.resolve();
        await new Promise(requestAnimationFrame);
        await Promise.resolve();
        chart.style.display = '';
      });
      await expect.poll(inkOfBoundary, {timeout: 5000}).toBe(DARK_INK);
    });

    it('follows data-theme where JupyterLab is not', async () => {
      await page.evaluate(() => {
        delete document.body.dataset.jpThemeLight;
        document.documentElement.dataset.theme = 'dark';
      });
      await show(sinking(3));
      expect(await inkOfBoundary()).toBe(DARK_INK);
    });

    it('plays to the end, moves the line, and begins again', async () => {
      await show(sinking(6, 0.05));
      const first = await lineTops();
      await page.getByRole('button', {name: 'play'}).click();
      await expect.poll(() => slider().inputValue()).toBe('5');
      await page.getByRole('button', {name: 'play'}).waitFor();
      await expect.poll(lineTops).not.toBe(first);
      await page.getByRole('button', {name: 'play'}).click();
      await expect.poll(async () => Number(await slider().inputValue())).toBeLessThan(5);
    });

    it('pauses where it is', async () => {
      await show(sinking(60, 0.05));
      await page.getByRole('button', {name: 'play'}).click();
      await expect.poll(async () => Number(await slider().inputValue())).toBeGreaterThan(2);
      await page.getByRole('button', {name: 'pause'}).click();
      const at = await slider().inputValue();
      await page.waitForTimeout(300);
      expect(await slider().inputValue()).toBe(at);
    });

    it('keeps the axes of a film still', async () => {
      await show(sinking(12));
      const ticks = () => page.locator('.xtick text, .ytick text').allTextContents();
      const before = await ticks();
      await slider().fill('11');
      await expect.poll(() => page.locator('.nn-film output').innerText()).toBe('step 11');
      expect(await ticks()).toEqual(before);
      expect(before.length).toBeGreaterThan(6);
    });

    it('follows the width, and is never wider than its place', async () => {
      await show(sinking(3));
      const width = () => page.locator('.main-svg').first().getAttribute('width');
      expect(await width()).toBe('680');
      await page.evaluate(() => void (document.getElementById('chart')!.style.width = '420px'));
      await expect.poll(width).toBe('420');
      expect(await page.evaluate(() => document.getElementById('chart')!.scrollWidth)).toBeLessThanOrEqual(420);
    });

    it('draws in a hidden tab as soon as that is shown', async () => {
      await page.evaluate(() => void (document.getElementById('chart')!.style.display = 'none'));
      await show(lineChart({a: [1, 2, 3]}));
      expect(await page.locator('.main-svg').count()).toBe(0);
      await page.evaluate(() => void (document.getElementById('chart')!.style.display = ''));
      await expect.poll(() => page.locator('.main-svg').count()).toBeGreaterThan(0);
    });

    it('takes sixty updates at once, and ends with the last', async () => {
      const figures = Array.from({length: 60}, (_, i) =>
        lineChart({[`zigzag ${i}`]: Array.from({length: i + 2}, (_, k) => k % 2)}),
      );
      await show(figures[0]);
      await page.evaluate((all) => Promise.all(all.map((figure) => window.renderer.show(figure))), figures);
      expect(await page.locator('.nn-words p').textContent()).toBe(figures[59].alt);
      expect((await lineTops()).split('L')).toHaveLength(61);
    });

    it('redraws in place: the same element before and after, and no painted frame without its line', async () => {
      await show(lineChart({loss: [3, 2]}));
      const figures = Array.from({length: 20}, (_, i) => lineChart({loss: [3, 2, i]}));
      const seen = await page.evaluate(async (all) => {
        const svg = document.querySelector('.main-svg');
        let frames = 0;
        let empty = 0;
        for (const figure of all) {
          const drawn = window.renderer.show(figure);
          await new Promise(requestAnimationFrame);
          frames++;
          empty += Number(!document.querySelector('path.js-line'));
          await drawn;
        }
        return {frames, empty, same: document.querySelector('.main-svg') === svg};
      }, figures);
      expect(seen).toEqual({frames: 20, empty: 0, same: true});
    });

    it('takes away the controls of a film when a still chart follows', async () => {
      await show(sinking(3));
      await page.evaluate((figure) => window.renderer.show(figure), lineChart({a: [1, 2]}));
      expect(await slider().count()).toBe(0);
      expect(await page.locator('.main-svg').first().getAttribute('width')).toBe('850');
    });

    it('draws a figure from elsewhere', async () => {
      await show({
        data: [{type: 'bar', x: ['a', 'b'], y: [1, 2]}],
        layout: {title: {text: '<b>Bars</b>'}},
        alt: 'two bars',
      });
      expect(await page.locator('.barlayer .point').count()).toBe(2);
      expect(await page.locator('figcaption strong').innerText()).toBe('Bars');
    });

    it('leaves nothing running when it is disposed of', async () => {
      await show(sinking(60, 0.05));
      await page.getByRole('button', {name: 'play'}).click();
      await page.evaluate(() => window.renderer.dispose());
      const at = await slider().inputValue();
      await setTheme(false);
      await page.waitForTimeout(300);
      expect(await slider().inputValue()).toBe(at);
      expect(await page.locator('.main-svg').count()).toBe(0);
    });
  });

  describe('remoteEntry.js', () => {
    afterEach(async () => {
      await page.close();
      expectPeace();
    });

    /** Plays JupyterLab: hands over a Lumino, takes the renderer's description, makes a widget in the page. */
    async function start(): Promise<void> {
      await open();
      await page.addScriptTag({url: pathToFileURL(join(folder, 'remoteEntry.js')).href});
      await page.evaluate(async () => {
        class Widget {
          node = document.getElementById('chart')!;
          isDisposed = false;
          addClass(name: string): void {
            this.node.classList.add(name);
          }
          dispose(): void {
            this.isDisposed = true;
          }
        }
        const container = window._JUPYTERLAB['neurons-lab'];
        container.init({'@lumino/widgets': {'2.0.0': {get: () => Promise.resolve(() => ({Widget}))}}});
        const factory = await container.get('./mimeExtension');
        const [chart] = factory().default;
        Object.assign(window, {chart, widget: chart.rendererFactory.createRenderer({})});
      });
    }

    it('offers a safe renderer, so that untrusted notebooks have charts, before any other', async () => {
      await start();
      const offer = await page.evaluate(() => {
        const {id, rank, dataType, rendererFactory} = window.chart;
        return {id, rank, dataType, safe: rendererFactory.safe, mimeTypes: rendererFactory.mimeTypes};
      });
      expect(offer).toEqual({
        id: 'neurons-lab:chart',
        rank: 1,
        dataType: 'json',
        safe: true,
        mimeTypes: ['application/vnd.plotly.v1+json'],
      });
    });

    it('loads its two scripts once, from its own folder, and draws the newest model', async () => {
      await start();
      const [old, newest] = [lineChart({a: [1, 2]}), lineChart({b: [5, 6]})];
      await page.evaluate(
        async (figures) => {
          const widget = window.widget;
          await Promise.all(
            figures.map((figure) => widget.renderModel({data: {'application/vnd.plotly.v1+json': figure}})),
          );
        },
        [old, newest],
      );
      expect(await page.locator('.nn-words p').textContent()).toBe(newest.alt);
      const scripts = requests.filter((url) => url.endsWith('.js')).map((url) => url.split('/').pop());
      expect(scripts).toEqual(['remoteEntry.js', 'plotly.min.js', 'renderer.iife.js']);
    });

    it('says the words of a chart without a description of its own', async () => {
      await start();
      const {alt: _, ...bare} = lineChart({a: [1, 2]});
      await page.evaluate(async (figure) => {
        await window.widget.renderModel({
          data: {'application/vnd.plotly.v1+json': figure, 'text/plain': 'a rises'},
        });
      }, bare);
      expect(await page.getByRole('img').first().getAttribute('aria-label')).toBe('a rises');
    });
  });
});
