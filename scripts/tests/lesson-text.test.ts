import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {writeNotebook} from '../checks/hygiene.mjs';
import {readNotebooks, type Cell} from '../checks/notebook.mjs';
import {toNotebook, toText} from '../lesson-text.mjs';
import {md, notebook, optional, solution, ts} from './checks/support';

const lessons = readNotebooks(path.resolve(__dirname, '..', '..', 'notebooks'));
const thereAndBack = (cells: Cell[]) => writeNotebook(toNotebook(toText(notebook(cells).file)));

describe('a lesson as text', () => {
  it.each(lessons.map((lesson) => [lesson.name, lesson] as const))('gives %s back', (_, {file, text}) => {
    expect(writeNotebook(toNotebook(toText(file)))).toBe(text);
  });

  it.each(['```ts', '```typescript'])('leaves %s in prose', (fence) => {
    const cells = [
      md('told', `See:\n\n${fence}\nconst a = 1;\n\`\`\`\n\nNow you.`),
      ts('run', 'a'),
      solution('b', 'a'),
      optional('c', 'a'),
    ];
    expect(thereAndBack(cells)).toBe(notebook(cells).text);
  });

  it.each([
    [
      'a tag',
      {...ts('run', 'a'), metadata: {tags: ['slow']}},
      'cell run: its tags must be [] or ["solution"] or ["optional"], got ["slow"]',
    ],
    ['a tag of prose', {...md('told', 'a'), metadata: {tags: ['solution']}}, 'cell told: its tags must be []'],
    [
      'a raw cell',
      {...md('told', 'a'), cell_type: 'raw' as const},
      'cell told: the cell must be prose or code, got raw',
    ],
    ['a mark in prose', md('told', 'See:\n\n```ts one\na\n```'), 'cell told: prose must not hold the mark of a cell'],
    ['a fence in code', ts('run', '`\n```\n`'), 'cell run: code must not hold a line of ``` alone'],
  ])('refuses %s that it would lose', (_, cell, message) => {
    expect(() => toText(notebook([cell]).file)).toThrow(message);
  });
});
