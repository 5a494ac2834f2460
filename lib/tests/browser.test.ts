import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'esbuild';
import {describe, expect, it} from 'vitest';
import * as browser from '../src/browser';
import * as index from '../src/index';

/** Bundles a module for a page, without writing it. */
async function bundle(contents: string, plugins: Plugin[] = []): Promise<string> {
  const resolveDir = fileURLToPath(new URL('../src', import.meta.url));
  const stdin = {contents, resolveDir, loader: 'ts' as const};
  const result = await build({
    stdin,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    logLevel: 'silent',
    plugins,
  });
  return result.outputFiles[0].text;
}

describe('browser.ts', () => {
  it('bundles for a page: nothing in it imports Node', async () => {
    const code = await bundle("export * from './browser';");
    expect(code).toContain('Perceptron');
    expect(code).not.toMatch(/\b(?:import|require)\s*\(?\s*['"]|from\s+['"]|process\.|Buffer\b/);
  });

  it('would not bundle if it did', async () => {
    await expect(bundle("export {readFileSync} from 'node:fs';")).rejects.toThrow('node:fs');
  });
});

describe('index.ts', () => {
  it('has all that browser.ts has, the very same', () => {
    for (const [name, value] of Object.entries(browser)) expect(index).toHaveProperty(name, value);
  });
});
