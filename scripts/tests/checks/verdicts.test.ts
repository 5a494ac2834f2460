import {describe, expect, it} from 'vitest';
import {checkVerdicts} from '../../checks/verdicts.mjs';
import {notebook, solution, ts, verdict} from './support';

const id = '03-perceptron/one';
const stub = (said: string) => ts('stub', `exercise('${id}').check(0);`, [verdict(id, said)]);
const solved = (said: string) => solution('solved', `exercise('${id}').solution(1);`, [verdict(id, said)]);
const good = [stub('not attempted'), solved('solution verified')];

describe('checkVerdicts', () => {
  it('accepts a stub that is not attempted and a solution that verifies', () => {
    expect(checkVerdicts(notebook(good), [id])).toEqual([]);
  });

  it.each([['correct'], ['wrong']])('names a stub that is %s', (said) => {
    expect(checkVerdicts(notebook([stub(said), good[1]]), [id])).toEqual([
      `lesson 03, cell 1 (stub): exercise ${id} must say "not attempted", got "${said}"`,
    ]);
  });

  it('names a solution that fails', () => {
    expect(checkVerdicts(notebook([good[0], solved('solution fails')]), [id])).toEqual([
      `lesson 03, cell 2 (solved): exercise ${id} must say "solution verified", got "solution fails"`,
    ]);
  });

  it('names a check and a solution that show nothing', () => {
    const silent = [ts('stub', `exercise('${id}').check(0);`), solution('solved', `exercise('${id}').solution(1);`)];
    expect(checkVerdicts(notebook(silent)).map((problem) => problem.slice(0, 26))).toEqual([
      'lesson 03, cell 1 (stub): ',
      'lesson 03, cell 2 (solved)',
    ]);
  });

  it('names a folded cell that verifies nothing', () => {
    expect(checkVerdicts(notebook([solution('solved', 'const a = 1;')]))).toEqual([
      expect.stringContaining('a solution must be verified'),
    ]);
  });

  it('misses an exercise of the library', () => {
    expect(checkVerdicts(notebook(good), [id, '03-perceptron/two'])).toEqual([
      expect.stringContaining('03-perceptron/two must be shown once to try and once solved, got 0 and 0'),
    ]);
  });
});
