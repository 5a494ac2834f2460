import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readLines, type FileLine} from '../../src/data/files/readLines';

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

  it('survives bytes that are no UTF-8', async () => {
    expect((await linesOf(Uint8Array.of(0x61, 0xff, 0xfe, 10, 0x62))).map(({text}) => text)).toEqual(['a\ufffd\ufffd', 'b']);
  });

  it('says that a packed file was cut off, and that there is none', async () => {
    await expect(linesOf(gzipSync('a\n'.repeat(1000)).subarray(0, 20))).rejects.toThrow('unexpected end of file');
    await expect(readLines(path.join(folder, 'none')).next()).rejects.toThrow('no such file');
  });
});
