import {describe, expect, it} from 'vitest';
import {checkClaimedOutput, checkClaimedProse, noClaims} from '../../checks/claims.mjs';
import {numbersIn, proseOf} from '../../checks/text.mjs';
import {md, notebook, printed, ts} from './support';

const claim = {prose: 'seen', says: '51 of them wrong', from: 'run', prints: 'wrong: 51'};
const lesson = notebook([
  ts('run', 'count()', [printed('\u001b[33mwrong:   51\u001b[39m\n')]),
  md('seen', 'There were **51** of\nthem wrong.'),
]);
const held = {claims: [claim], given: {}};

describe('checkClaimedProse', () => {
  it('accepts a number that a claim holds, whatever its emphasis and line breaks', () => {
    expect(checkClaimedProse(lesson, held)).toEqual([]);
  });

  it('names the number that no test holds', () => {
    expect(checkClaimedProse(lesson, noClaims)).toEqual([
      'lesson 03, cell 2 (seen): the number 51 in the prose is held by no test',
    ]);
  });

  it('names the cell whose prose drifted from its claim', () => {
    const drifted = notebook([lesson.cells[0], md('seen', 'There were 50 of them wrong.')]);
    expect(checkClaimedProse(drifted, held)).toEqual([
      'lesson 03, cell 2 (seen): the prose must say "51 of them wrong", which a test holds',
      'lesson 03, cell 2 (seen): the number 50 in the prose is held by no test',
    ]);
  });

  it('takes no part of a number for a number', () => {
    const longer = notebook([lesson.cells[0], md('seen', 'There were 151 of them wrong.')]);
    expect(checkClaimedProse(longer, held)).toEqual([
      expect.stringContaining('the prose must say "51 of them wrong"'),
      expect.stringContaining('the number 151 in the prose is held by no test'),
    ]);
  });

  it('refuses a claim whose output does not hold its number', () => {
    const loose = {claims: [{...claim, prints: 'wrong: 15'}], given: {}};
    expect(checkClaimedProse(lesson, loose)).toEqual([
      expect.stringContaining('says 51, but the output that holds it is "wrong: 15"'),
    ]);
  });

  it('refuses claims about cells that are not there', () => {
    const strangers = {claims: [{...claim, from: 'gone'}], given: {elsewhere: ['7']}};
    expect(checkClaimedProse(lesson, strangers)).toEqual([
      expect.stringContaining('the code cell gone, which is not there'),
      expect.stringContaining('the prose cell elsewhere, which is not there'),
    ]);
  });

  it('accepts numbers that are given, in their cell or everywhere', () => {
    const dated = notebook([md('opening', 'In 1958 the labels were −1 and +1.')]);
    expect(checkClaimedProse(dated, {claims: [], given: {opening: ['1958'], '*': ['1']}})).toEqual([]);
    expect(checkClaimedProse(dated, {claims: [], given: {opening: ['1958']}})).toHaveLength(2);
  });

  it('lets the prose round what is printed, and say a share in per cent', () => {
    const rounded = notebook([ts('run', ''), md('seen', 'A loss of 0.35, right in 96.5 % of the rows.')]);
    const prints = {prose: 'seen', from: 'run'};
    const claims = [
      {...prints, says: 'loss of 0.35', prints: 'loss 0.3478'},
      {...prints, says: 'right in 96.5 %', prints: 'accuracy 0.965'},
    ];
    expect(checkClaimedProse(rounded, {claims, given: {}})).toEqual([]);
    claims[0].prints = 'loss 0.3578';
    expect(checkClaimedProse(rounded, {claims, given: {}})).toHaveLength(1);
  });
});

describe('checkClaimedOutput', () => {
  it('holds a claim with a condition only where it is met, and wants to see whether it is', () => {
    const claims = {claims: [{...claim, where: 'computed by: tensorflow'}], given: {}};
    const ran = (backend: string, wrong: number) =>
      notebook([ts('run', 'count()', [printed(`wrong: ${wrong}\n`)]), ts('by', '', [printed(backend)])]);
    expect(checkClaimedOutput(ran('computed by: tensorflow', 51), claims)).toEqual([]);
    expect(checkClaimedOutput(ran('computed by: tensorflow', 60), claims)).toHaveLength(1);
    expect(checkClaimedOutput(ran('computed by: wasm', 60), claims)).toEqual([]);
    expect(checkClaimedOutput(ran('', 51), claims)).toEqual([
      'lesson 03: some cell must show "computed by:", on which a claim depends',
    ]);
  });

  it('accepts what the cell printed, without colours', () => {
    expect(checkClaimedOutput(lesson, held)).toEqual([]);
  });

  it('names the cell that shows something else', () => {
    const changed = notebook([ts('run', 'count()', [printed('wrong: 50')]), lesson.cells[1]]);
    expect(checkClaimedOutput(changed, held)).toEqual([
      'lesson 03, cell 1 (run): the output must contain "wrong: 51", got "wrong: 50"',
    ]);
  });

  it.each([
    ['wrong: 50', 'wrong: 5'],
    ['wrong: 5.5', 'wrong: 5'],
    ['wrong: 5e-7', 'wrong: 5'],
    ['15 wrong', '5 wrong'],
    ['2.5 wrong', '5 wrong'],
    ['9,261 tried', '261 tried'],
    ['w = -5', '5'],
    ['(-5, 3)', '5, 3'],
    ['1e-5', '5'],
    ['3-5', '-5'],
  ])('does not find in "%s" the number of "%s"', (text, prints) => {
    const shows = notebook([ts('run', '', [printed(text)])]);
    expect(checkClaimedOutput(shows, {claims: [{...claim, prints}], given: {}})).toHaveLength(1);
  });

  it.each([
    ['wrong: 5.', 'wrong: 5'],
    ['(5, 3)', '5, 3'],
    ['w = -5', '-5'],
    ['rows 3-5', '5'],
    ['wrong: 5, 50', 'wrong: 5'],
    ['a.b(c) [d] 5', 'a.b(c) [d] 5'],
  ])('finds in "%s" the number of "%s"', (text, prints) => {
    const shows = notebook([ts('run', '', [printed(text)])]);
    expect(checkClaimedOutput(shows, {claims: [{...claim, prints}], given: {}})).toEqual([]);
  });

  it('reads tables', () => {
    const html = {
      output_type: 'display_data',
      data: {'text/html': '<tr><td>wrong:</td><td>51</td></tr>'},
      metadata: {},
    };
    expect(checkClaimedOutput(notebook([ts('run', '', [html])]), held)).toEqual([]);
  });
});

describe('the numbers in prose', () => {
  const numbers = (text: string) => numbersIn(proseOf(md('a', text))).map((found) => found.text);

  it('are those that a reader would check', () => {
    expect(numbers('From −0.25 to 1,958.5, or $2\\eta = 0.2$: 50% (3 of 6).')).toEqual([
      '0.25',
      '1,958.5',
      '2',
      '0.2',
      '50',
      '3',
      '6',
    ]);
  });

  it.each([
    ['indices and exponents', '$w_0 + w_{12} x^2 e^{-10}$ and $$ x_1^{3} $$'],
    ['code', '`const a = 7;` and\n```ts\nconst b = 8;\n```\n'],
    ['addresses', '[a paper](https://example.org/1958/2.pdf), <https://example.org/3>\n\n[ref]: https://example.org/4'],
    ['names of lessons and exercises', '# 3 · Title\n\nNeeds lessons 1 and 2, exercise 4.\n\n**5.** Six'],
    ['list marks', '1. one\n2. two\n\n**3.** three'],
    ['names with digits', 'FER2013, x1, conv-2'],
    ['tags', '<img width="40">'],
  ])('are not %s', (_, text) => {
    expect(numbers(text)).toEqual([]);
  });
});
