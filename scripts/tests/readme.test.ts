import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';

const root = path.resolve(__dirname, '..', '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** What prints the messages that a reader may see: the scripts, the library, the kernel and its compiler. */
const sources = [
  ...['scripts', 'lib/src', 'jupyter/kernel'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'})
      .filter((file) => /\.(mjs|cjs|ts)$/.test(file) && !file.startsWith('tests'))
      .map((file) => read(path.join(folder, file))),
  ),
  read('node_modules/@tslab/typescript-for-tslab/lib/typescript.js'),
];

describe('README, when something goes wrong', () => {
  const [, section] = /^## When something goes wrong\n([^]*?)^## /m.exec(read('README.md')) ?? ['', ''];
  const messages = [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]);

  it('quotes messages', () => {
    expect(messages.length).toBeGreaterThan(3);
  });

  // “…” and a name between quotation marks stand for what differs.
  it.each(messages)('quotes what is printed: %s', (message) => {
    const pieces = message.split(/…|(?<=')[^']*(?=')/).filter((piece) => piece.trim() !== '');
    expect(sources.some((source) => pieces.every((piece) => source.includes(piece.trim())))).toBe(true);
  });
});
