import {describe, expect, it} from 'vitest';
import type {Cell} from '../../checks/notebook.mjs';
import {checkImports, checkOptional, checkPractice, checkSections} from '../../checks/structure.mjs';
import {md, notebook, optional, solution, ts} from './support';

const lesson = {name: '03-perceptron', title: 'The perceptron', build: '', minutes: 50};
const prose = [
  '# 3 · The perceptron\n\nIn 1958 …',
  '**You will**\n- learn.\n\nNeeds lesson 2 · about 50 minutes',
  '## When it fails',
  '## Summary',
  '## Exercises',
  '## References',
];
const lessonOf = (texts: string[]) => notebook(texts.map((text, index) => md(`part-${index}`, text)));

describe('checkSections', () => {
  it('accepts a lesson with all its parts', () => {
    expect(checkSections(lessonOf(prose), lesson)).toEqual([]);
  });

  it.each([
    [0, 'must begin with "# 3 · The perceptron"'],
    [1, '"**You will**" is missing'],
    [2, 'the section "When it fails" is missing'],
    [3, 'the section "Summary" is missing'],
    [4, 'the section "Exercises" is missing'],
    [5, 'the section "References" is missing'],
  ])('misses part %i', (part, message) => {
    const problems = checkSections(lessonOf(prose.filter((_, index) => index !== part)), lesson);
    expect(problems.join('\n')).toContain(message);
  });

  it('wants the minutes of the list', () => {
    expect(checkSections(lessonOf(prose), {...lesson, minutes: 40})).toEqual([
      expect.stringContaining('"about 40 minutes" is missing'),
    ]);
  });

  it('lets lesson 0 go without a failure', () => {
    const first = notebook(
      [md('a', ['# 0 · Start here', ...prose.slice(1).filter((text) => !text.includes('fails'))].join('\n\n'))],
      '00-start',
    );
    expect(checkSections(first, {...lesson, title: 'Start here'})).toEqual([]);
  });
});

describe('checkOptional', () => {
  const heading = md('extra', '## Optional: a shortcut\n\nPass it on a first reading.');
  const back = md('back', '## When it fails\n\nNow break it.');

  it('accepts folded code from the heading to the next one', () => {
    const cells = [heading, optional('closed', 'a'), md('seen', 'Equal.'), optional('more', 'b'), back, ts('on', 'c')];
    expect(checkOptional(notebook(cells))).toEqual([]);
  });

  it.each([
    ['open code below the heading', [heading, md('seen', 'See.'), ts('closed', 'a')], 'cell 3 (closed): code below'],
    ['folded code elsewhere', [heading, back, optional('closed', 'a')], 'cell 3 (closed): an optional cell must stand'],
  ])('refuses %s', (_, cells, message) => {
    expect(checkOptional(notebook(cells))).toEqual([expect.stringContaining(message)]);
  });

  it('leaves solutions alone', () => {
    expect(checkOptional(notebook([heading, solution('solved', 'a')]))).toEqual([]);
  });
});

describe('checkImports', () => {
  const imports = ts(
    'imports',
    "import {readCSV} from 'danfojs-node';\nimport {\n  show,\n  Perceptron,\n} from 'neurons';",
  );

  it('accepts imports alone in the first code cell', () => {
    expect(checkImports(notebook([md('a', 'Hello.'), imports, ts('b', 'show();')]))).toEqual([]);
  });

  it('refuses anything beside them, and imports below', () => {
    const mixed = ts('mixed', "import {show} from 'neurons';\nshow();");
    expect(checkImports(notebook([mixed]))).toEqual([
      expect.stringContaining('cell 1 (mixed): the first code cell must hold'),
    ]);
    expect(checkImports(notebook([imports, mixed]))).toEqual([
      expect.stringContaining('cell 2 (mixed): imports must stand'),
    ]);
  });
});

describe('checkPractice', () => {
  const pair = (id: string): Cell[] => [
    ts(`${id}-stub`, `exercise('03-perceptron/${id}').check(undefined);`),
    solution(`${id}-solution`, `exercise('03-perceptron/${id}').solution(1);`),
  ];
  const guess = ts('guess', "predictFirst('How many?', undefined);");
  const cells = [guess, ...pair('one'), ...pair('recall-bias'), ...pair('recall-slope')];

  it('accepts a guess, three exercises, two of them for recall', () => {
    expect(checkPractice(notebook(cells))).toEqual([]);
  });

  it.each([
    ['no guess', cells.slice(1), 'let the reader guess once'],
    ['an exercise without its solution', cells.slice(0, -1), 'recall-slope must be solved in one cell'],
    ['a solution without its stub', [...cells, pair('two')[1]], 'two must be checked in one cell'],
    ['a stub twice', [...cells, pair('one')[0]], 'one must be checked in one cell that is not a solution, got 2'],
    ['two exercises', cells.slice(0, 5), 'at least 3 exercises, got 2'],
    ['one question for recall', [...cells.slice(0, 5), ...pair('two')], '(ids …/recall-…), got 1'],
  ])('refuses %s', (_, some, message) => {
    expect(checkPractice(notebook(some)).join('\n')).toContain(message);
  });

  it('refuses an exercise named after another lesson', () => {
    expect(checkPractice(notebook(cells, '04-gradient-descent')).join('\n')).toContain(
      'must be named 04-gradient-descent/…',
    );
  });
});
