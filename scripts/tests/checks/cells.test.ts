import fs from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {cellModules, placeOf, writeModules} from '../../checks/cells.mjs';
import {formatCell} from '../../checks/cell-format.mjs';
import {checkCellTypes} from '../../checks/cell-types.mjs';
import {md, notebook, solution, ts} from './support';

// Inside the repository, so that the types of Node are found.
const cache = path.join(import.meta.dirname, '..', '..', '..', '.cache');
fs.mkdirSync(cache, {recursive: true});
const folder = fs.mkdtempSync(path.join(cache, 'cells-test-'));
afterAll(() => fs.rmSync(folder, {recursive: true}));

const lesson = (name: string, last = '') => {
  const cells = [
    md('opening', 'Hello.'),
    ts('first', 'const a: number[] = [1];\na.length'),
    ts('second', '[2].concat(a)'),
    ts('stub', `const answer = 0;\nexercise('03-perceptron/one').check(answer);`),
    solution('solved', `const answer = 1;\nexercise('03-perceptron/one').solution(answer);`),
    ts(
      'third',
      `declare function exercise(id: string): {check(x: unknown): void; solution(x: unknown): void};\n${last}`,
    ),
  ];
  return notebook(cells, name);
};

describe('cellModules', () => {
  const [stubs, solutions] = cellModules(lesson('03-perceptron'), folder);

  it('puts solutions in the place of their stubs', () => {
    expect(stubs.text).toContain('const answer = 0;');
    expect(stubs.text).not.toContain('const answer = 1;');
    expect(solutions.text).toContain('const answer = 1;');
    expect(solutions.text).not.toContain('const answer = 0;');
  });

  it('knows each line’s cell', () => {
    const line = solutions.text.split('\n').indexOf('const answer = 1;') + 1;
    expect(placeOf(solutions, line)).toBe('lesson 03, cell 5 (solved), line 1');
    expect(placeOf(stubs, 3)).toBe('lesson 03, cell 2 (first), line 2');
  });
});

describe('checkCellTypes', () => {
  const lasts = {
    sound: 'await Promise.resolve(a)',
    kernel: "const b: number = 'x';",
    implicit: 'const f = (x) => x;',
    missing: 'a.at(0).toFixed();',
    twice: 'const a = 2;',
    syntax: 'const = 2;',
  };
  let problems: Map<string, string[]>;

  beforeAll(() => {
    const modules = Object.entries(lasts).flatMap(([name, last]) => cellModules(lesson(name, last), folder));
    writeModules(modules, folder);
    problems = checkCellTypes(modules);
  });

  it('accepts last expressions without a semicolon, and await at the top', () => {
    expect(problems.get('sound')).toEqual([]);
  });

  it.each([
    ['what the kernel finds too', 'kernel', /cell 6 \(third\), line 2: TS2322/],
    ['an implicit any', 'implicit', /cell 6 \(third\), line 2: TS7006/],
    ['a value that may be missing', 'missing', /cell 6 \(third\), line 2: TS2532/],
    ['a name declared twice', 'twice', /TS2451/],
    ['broken syntax', 'syntax', /TS1134/],
  ])('names %s, once', (_, name, message) => {
    const found = problems.get(name) ?? [];
    expect(found[0]).toMatch(message);
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('formatCell', () => {
  const format = (source: string) => formatCell(source, {singleQuote: true, bracketSpacing: false, printWidth: 120});

  it('writes Prettier’s form, without the last line break', async () => {
    expect(await format('const a = { b : "c" }')).toBe("const a = {b: 'c'};");
  });

  it('keeps the author’s choice about the last semicolon', async () => {
    expect(await format('f( 1 )\ng( 2 )')).toBe('f(1);\ng(2)');
    expect(await format('f( 1 )\ng( 2 );')).toBe('f(1);\ng(2);');
    expect(await format('g( 2 ) // seen')).toBe('g(2) // seen');
  });
});
