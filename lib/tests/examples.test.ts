import {readdirSync, readFileSync} from 'node:fs';
import {inspect} from 'node:util';
import {describe, expect, it} from 'vitest';
import * as library from '../src/browser';

const source = new URL('../src/', import.meta.url);
const files = ['math', 'neurons', 'trainers', 'data'].flatMap((folder) =>
  readdirSync(new URL(folder, source))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`),
);

/** The code of each `@example` in the doc comments of a file. */
function examplesOf(file: string): string[] {
  const comments = readFileSync(new URL(file, source), 'utf8').match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  const lines = comments.map((comment) => comment.replace(/^ *(\/\*\*|\*\/|\* ?)/gm, ''));
  return lines.flatMap((text) =>
    text
      .split('@example\n')
      .slice(1)
      .map((example) => example.split(/^@/m)[0].trim()),
  );
}

/** What an example's lines come to: each that ends in a comment, with what the comment says and what is true. */
function results(example: string, scope: Record<string, unknown>): {line: string; said: string; got: string}[] {
  const found: {line: string; said: string; got: string}[] = [];
  const look = (line: string, said: string, compute: () => unknown): void => {
    let got: string;
    try {
      got = inspect(compute(), {breakLength: Infinity, depth: null});
    } catch (error) {
      got = String(error);
    }
    found.push({line, said, got: got.replace(/Array\(\d+\)/, 'Array')});
  };
  // `expression; // value` becomes a look at the expression; declarations stay as they are.
  const code = example.replace(/^(?!const )(.*); \/\/ (.*)$/gm, (line, expression: string, said: string) => {
    return `look(${JSON.stringify(line)}, ${JSON.stringify(said)}, () => (${expression}));`;
  });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the examples are our own
  new Function('look', ...Object.keys(scope), code)(look, ...Object.values(scope));
  return found;
}

const examples = files.flatMap((file) => examplesOf(file).map((example) => ({file, example})));

describe('examples in doc comments', () => {
  it('are found', () => expect(examples.length).toBeGreaterThan(15));

  it.each(examples)('$file: $example', async ({file, example}) => {
    const own = (await import(/* @vite-ignore */ new URL(file, source).href)) as Record<string, unknown>;
    const looked = results(example, {...library, ...own});
    expect(looked.length).toBeGreaterThan(0);
    for (const {line, said, got} of looked) {
      const [words, value] = [said, got].map((text) => text.replace(/\s/g, ''));
      const rest = words.startsWith(value) ? words.slice(value.length) : undefined;
      expect(rest, `${line}\nis ${got}`).toMatch(/^(,.*)?$/); // after the value there may be a word on it
    }
  });
});
