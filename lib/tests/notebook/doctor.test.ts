import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {doctor, examine, thisKernel} from '../../src/notebook/doctor';
import {captureDisplays, htmlOf, textOf} from './capture';

const displays = captureDisplays();
let folder: string;
let script: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-doctor-'));
  fs.mkdirSync(path.join(folder, 'scripts'));
  script = path.join(folder, 'scripts', 'doctor.mjs');
});
afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

describe('doctor', () => {
  it('shows one table, the parts that the script finds and this kernel, and loads no TensorFlow for it', async () => {
    await doctor();
    expect(displays).toHaveLength(1);
    const lines = textOf(displays[0]).split('\n');
    expect(lines[0]).toMatch(/^part +state +found +mend$/);
    const parts = lines.slice(1).map((line) => line.split(/ {2,}/)[0]);
    expect(parts).toEqual(expect.arrayContaining(['Node', 'Python', 'JupyterLab', 'kernel', 'TensorFlow', 'disk']));
    expect(parts.at(-1)).toBe('this kernel');
    expect(htmlOf(displays[0])).toContain('<th style="text-align:left">mend</th>');

    const loaded = Object.keys(createRequire(import.meta.url).cache);
    expect(loaded.filter((file) => file.includes('tfjs'))).toEqual([]);
  });
});

describe('examine', () => {
  it('gives what the script finds, whatever its end', async () => {
    const part = {part: 'x', state: 'fine', found: '<b>', mend: ''};
    fs.writeFileSync(script, `console.log('${JSON.stringify([part])}'); process.exitCode = 1;`);
    expect(await examine(script)).toEqual([part]);
  });

  it('says that the script is missing', async () => {
    expect(await examine(script)).toEqual([
      {part: 'doctor', state: 'missing', found: 'scripts/doctor.mjs is not there', mend: 'git checkout -- scripts'},
    ]);
  });

  it.each([
    ['throws', 'throw new RangeError("no such <place>")', 'RangeError: no such <place>'],
    ['misses a file', "import './lib/gone.mjs'", /^Error \[?.*Cannot find module .scripts\/lib\/gone\.mjs/],
    ['prints no list', 'console.log("{}")', 'it ended without a word'],
    ['prints nothing', '', 'it ended without a word'],
  ])('says what a script that %s complains of', async (_what, text, found) => {
    fs.writeFileSync(script, text);
    const [{state, found: told, mend}] = await examine(script);
    expect({state, mend}).toEqual({state: 'broken', mend: 'git checkout -- scripts'});
    expect(told).toMatch(found);
    expect(told).not.toContain(folder);
  });
});

describe('thisKernel', () => {
  const file = (): string => path.join(folder, 'doctor.js');
  beforeEach(() => fs.writeFileSync(file(), ''));

  it('is fine where the library is the one that was loaded', () => {
    expect(thisKernel(Date.now() + 1000, file())).toMatchObject({
      state: 'fine',
      found: expect.stringMatching(/^Node \S+, \d+ MB/),
      mend: '',
    });
  });

  it('is old where the library was built since, or is being built', () => {
    const old = {state: 'old', mend: 'Kernel → Restart Kernel…'};
    expect(thisKernel(Date.now() - 60_000, file())).toMatchObject(old);
    fs.rmSync(file());
    expect(thisKernel(Date.now(), file())).toMatchObject(old);
  });

  it('is foreign outside the kernel of the course', () => {
    delete (globalThis as Record<symbol, unknown>)[Symbol.for('neurons.display')];
    expect(thisKernel(Date.now() + 1000, file())).toMatchObject({state: 'foreign', mend: 'npm start'});
  });
});
