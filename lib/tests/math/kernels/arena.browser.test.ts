/** The kernels in a real browser: the bits they give are those of Node. */
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {browserProgram, launchBrowser} from '../../../../jupyter/tests/browser';
import {bundleForPage} from '../../../../scripts/lib/build.mjs';
import {Arena} from '../../../src/math/kernels/arena';

/** Runs in the page too: it may use nothing but what it is given. */
function productIn(kernels: {Arena: typeof Arena}): number[] | undefined {
  const arena = kernels.Arena.make(200_000);
  if (!arena) return undefined;
  const matrix = (rows: number, columns: number) => {
    const data = arena.array(Float64Array, rows * columns);
    for (let i = 0; i < data.length; i++) data[i] = 1 / (i + 1);
    return {data, rows, columns, down: columns, right: 1};
  };
  const [A, B, C] = [matrix(70, 61), matrix(61, 83), matrix(70, 83)];
  arena.multiply(A, B, C);
  return [...C.data];
}

describe.skipIf(!browserProgram)('Arena, in a browser', () => {
  it('gives the same bits as in Node', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const entry = path.resolve(__dirname, '../../../src/math/kernels/arena.ts');
      await page.addScriptTag({content: Buffer.from(await bundleForPage(entry, 'kernels')).toString()});
      const there = await page.evaluate(`(${productIn.toString()})(kernels)`);
      const here = productIn({Arena});
      expect(here).toHaveLength(70 * 83);
      expect(there).toEqual(here);
    } finally {
      await browser.close();
    }
  });
});
