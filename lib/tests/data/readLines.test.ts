import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest';
import {readLines, type FileLine} from '../../src/data/files/readLines';
import {readLog} from '../../src/data/files/readLog';

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-lines-'))));
afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));

const linesOf = async (content: string | Uint8Array, longest?: number): Promise<FileLine[]> => {
  const file = path.join(folder, 'lines');
  fs.writeFileSync(file, content);
  const all: FileLine[] = [];
  for await (const lines of readLines(file, {longest})) all.push(...lines);
  return all;
};

describe('readLines', () => {
  it('numbers lines from 1, with and without an end of the last, packed or not', async () => {
    const expected = [1, 2, 3].map((number) => ({number, text: ['a', '', 'bé'][number - 1], isCut: false}));
    for (const text of ['a\n\nbé', 'a\r\n\r\nbé\r\n']) {
      expect(await linesOf(text)).toEqual(expected);
      expect(await linesOf(gzipSync(text))).toEqual(expected);
    }
    expect(await linesOf('')).toEqual([]);
    expect((await linesOf('\ufeffa\n\ufeffb')).map(({text}) => text)).toEqual(['a', '\ufeffb']);
  });

  it('keeps lines whole across the pieces that a file is read in', async () => {
    const texts = Array.from({length: 60_000}, (_, n) => `line ${n} é`);
    expect((await linesOf(texts.join('\n'))).map(({text}) => text)).toEqual(texts);
  });

  it('cuts a line that is too long, and says so, wherever it ends', async () => {
    const lines = await linesOf(`ab\n${'x'.repeat(2_000_000)}\nabc\nabcd\n${'y'.repeat(900_000)}`, 3);
    expect(lines).toEqual([
      {number: 1, text: 'ab', isCut: false},
      {number: 2, text: 'xxx', isCut: true},
      {number: 3, text: 'abc', isCut: false},
      {number: 4, text: 'abc', isCut: true},
      {number: 5, text: 'yyy', isCut: true},
    ]);
  });

  it('holds no more of a line without an end than it will show, and one byte', async () => {
    const concat = vi.spyOn(Buffer, 'concat');
    await linesOf('x'.repeat(2_000_000), 3);
    const lengths = concat.mock.results.map(({value}) => (value as Buffer).length);
    concat.mockRestore();
    expect(Math.max(...lengths)).toBe(4);
  });

  it('survives bytes that are no UTF-8', async () => {
    expect((await linesOf(Uint8Array.of(0x61, 0xff, 0xfe, 10, 0x62))).map(({text}) => text)).toEqual(['a\ufffd\ufffd', 'b']);
    expect((await linesOf(Uint8Array.of(0x61, 0x8b))).map(({text}) => text)).toEqual(['a\ufffd']); // half of gzip's sign
  });

  it('says that a packed file was cut off, and that there is none', async () => {
    await expect(linesOf(gzipSync('a\n'.repeat(1000)).subarray(0, 20))).rejects.toThrow('unexpected end of file');
    await expect(readLines(path.join(folder, 'none')).next()).rejects.toThrow('no such file');
  });
});

describe('readLog', () => {
  it('takes no entry whose end is missing', async () => {
    const file = path.join(folder, 'cut');
    const good = '203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "GET /A HTTP/1.1" 200 512 "-" "curl"';
    fs.writeFileSync(file, `${good.replace('A', 'A'.repeat(65_537 - good.length))} and more\n${good}`);
    const {entries, faults} = await readLog(file);
    expect([entries.length, faults.length]).toEqual([1, 1]);
    expect(faults[0]).toMatchObject({line: 1, fault: 'line must be read whole, got 65536 characters, and more'});
  });

  it('parts entries from hostile lines, and tells the numbers and texts of those', async () => {
    const file = path.join(folder, 'log');
    const good = '203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "GET / HTTP/1.1" 200 512 "-" "<script>"';
    const hostile = ['<script>alert(1)</script>', `${good}\u0007`, good.replace('"GET', 'GET'), `/${'A'.repeat(8192)}`, ''];
    fs.writeFileSync(file, [good, ...hostile, good].join('\n'));
    const {entries, faults} = await readLog(file);
    expect(entries.map(({agent}) => agent)).toEqual(['<script>', '<script>']);
    expect(faults.map(({line}) => line)).toEqual([2, 3, 4, 5, 6]);
    expect(faults.map(({text}) => text)).toEqual(hostile);
    expect(faults[1].fault).toContain('line must hold no control characters, got U+0007');
  });
});
