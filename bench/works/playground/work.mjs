import {chromium} from 'playwright-core';
import {bundleForPage} from '../../../scripts/lib/build.mjs';
import {at} from '../../../scripts/lib/paths.mjs';
import {median} from '../../contest.mjs';

const warmUp = 60;
const frames = 300;

export const title = 'The playground in a page';
export const about =
  `Four hidden layers of 8 tanh units on the spiral: an epoch of 200 rows in batches of 10, all fields and all lines drawn, ` +
  `${frames} frames after ${warmUp}, in a headless Chromium that draws by processor. It has no more frames to give than 60 a second.`;

/** @returns {Promise<import('../../contest.mjs').Table>} */
export async function measure() {
  const script = Buffer.from(await bundleForPage(at('bench', 'works', 'playground', 'entry.ts'), 'PlaygroundBench'));
  const size = (await bundleForPage(at('widgets', 'index.ts'), 'NeuronsWidget')).length;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [], // Chromium's sandbox refuses to serve root
  });
  try {
    const page = await browser.newPage({viewport: {width: 1000, height: 800}});
    await page.setContent('<!doctype html><html><body></body></html>');
    await page.addScriptTag({content: script.toString()});
    /** @type {number[]} */
    const times = await page.evaluate(`PlaygroundBench.frameTimes('data=spiral&net=8,8,8,8', ${warmUp + frames + 1})`);
    const measured = times.slice(warmUp);
    const gaps = measured.slice(1).map((time, i) => time - measured[i]);
    const perSecond = (1000 * gaps.length) / (measured[measured.length - 1] - measured[0]);
    return {
      head: ['', 'measured', 'goal'],
      rows: [
        ['frames a second', perSecond.toFixed(1), '60'],
        ['median time of a frame, ms', median(gaps).toFixed(1), ''],
        ['script of all explorers and the playground, kB', (size / 1000).toFixed(1), 'below 150'],
      ],
      notes: [],
    };
  } finally {
    await browser.close();
  }
}
