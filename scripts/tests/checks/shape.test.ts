import {describe, expect, it} from 'vitest';
import {checkCellCount, checkCellSizes, checkSentences, checkWords} from '../../checks/shape.mjs';
import {md, notebook, optional, solution, ts, words} from './support';

const lines = (count: number): string => Array.from({length: count}, (_, i) => `f(${i});`).join('\n');

describe('checkCellSizes', () => {
  it('accepts a median of 5 lines, and one cell of 20', () => {
    expect(checkCellSizes(notebook([ts('a', lines(5)), ts('b', lines(5)), ts('c', lines(20))]))).toEqual([]);
  });

  it('does not count empty lines', () => {
    expect(checkCellSizes(notebook([ts('a', lines(5).replaceAll('\n', '\n\n'))]))).toEqual([]);
  });

  it('names a cell of 21 lines, even a solution', () => {
    const problems = checkCellSizes(notebook([ts('a', lines(2)), solution('b', lines(21))]));
    expect(problems).toEqual([expect.stringMatching(/cell 2 \(b\): .* at most 20 lines, got 21/)]);
  });

  it('refuses a median of 6 lines', () => {
    const problems = checkCellSizes(notebook([ts('a', lines(6)), ts('b', lines(6)), ts('c', lines(1))]));
    expect(problems).toEqual([expect.stringContaining('median code cell must have at most 5 lines, got 6')]);
  });
});

describe('checkCellCount', () => {
  const many = (count: number, name?: string) =>
    checkCellCount(
      notebook([...Array.from({length: count}, (_, i) => ts(`c-${i}`, 'f();')), solution('s', 'f();')], name),
    );

  it('wants 10 to 25 code cells and does not count solutions', () => {
    expect([many(10), many(25)]).toEqual([[], []]);
    expect(many(9)).toEqual([expect.stringContaining('10 to 25 code cells, got 9')]);
    expect(many(26)).toHaveLength(1);
  });

  it('does not count optional cells', () => {
    const cells = Array.from({length: 25}, (_, i) => ts(`c-${i}`, 'f();'));
    expect(checkCellCount(notebook([...cells, optional('o', 'g();')]))).toEqual([]);
  });

  it('allows 35 in a long lesson', () => {
    expect(many(35, '07-backpropagation')).toEqual([]);
    expect(many(36, '12-faces')).toHaveLength(1);
  });
});

describe('checkWords', () => {
  it('wants ten words for each line of code', () => {
    expect(checkWords(notebook([md('a', words(20)), ts('b', lines(2))]))).toEqual([]);
    const problems = checkWords(notebook([md('a', words(19)), ts('b', lines(2))]));
    expect(problems).toEqual([expect.stringContaining('got 19 words for 2 lines')]);
  });

  it('counts no code, formula, address or number as a word', () => {
    const text = `${words(9)} 12 − 7\n\n$$ a + b + c $$\n\n\`\`\`ts\nconst word = other;\n\`\`\`\n`;
    expect(checkWords(notebook([md('a', text), ts('b', lines(1))]))).toHaveLength(1);
  });
});

describe('checkSentences', () => {
  it('accepts a prediction and its answer, a stub and its solution', () => {
    const cells = [
      ts('guess', "const guess = predictFirst('How many?', undefined);"),
      ts('answer', 'guess.reveal(3);'),
      md('now-you', 'Now you.'),
      ts('stub', "exercise('03-perceptron/one').check(0);"),
      solution('solved', "exercise('03-perceptron/one').solution(1);"),
      md('end', 'Well done.'),
      ts('last', 'f();'),
    ];
    expect(checkSentences(notebook(cells))).toEqual([]);
  });

  it.each([
    ['two cells in a row', [ts('a', 'f();'), ts('b', 'g();')]],
    ['a heading alone between them', [ts('a', 'f();'), md('h', '## Heading'), ts('b', 'g();')]],
    [
      'the solution of another exercise',
      [ts('a', "exercise('x/1').check(0);"), solution('b', "exercise('x/2').solution(0);")],
    ],
    ['code right after a solution', [solution('a', "exercise('x/1').solution(0);"), ts('b', 'g();')]],
  ])('refuses %s', (_, cells) => {
    expect(checkSentences(notebook(cells))).toEqual([expect.stringContaining('(b): two code cells in a row')]);
  });
});
