import {describe, expect, it} from 'vitest';
import {checkFoldedNames, namesOf} from '../../checks/names.mjs';
import {notebook, optional, solution, ts} from './support';

describe('namesOf', () => {
  it('knows declarations of every kind', () => {
    const source = `
      import first, {second as third} from 'x'; import * as fourth from 'y';
      const {a, b: [c], ...d} = e; let f = 1; function g(h: I) {} class J {} enum K {L} type M = N; interface O {p: number}`;
    expect([...namesOf(source).declared].sort().join()).toBe('J,K,M,O,a,c,d,f,first,fourth,g,h,third');
  });

  it('takes members, keys and labels for no names', () => {
    expect([...namesOf('a.b({c: d, e}, f?.g); h[i]').used].sort().join()).toBe('a,d,e,f,h,i');
  });
});

describe('checkFoldedNames', () => {
  const stub = ts('stub', 'const answer = 0;');

  it('accepts a name that the stub declares too', () => {
    const cells = [stub, solution('solved', 'const answer = 1;'), ts('later', 'answer + 1')];
    expect(checkFoldedNames(notebook(cells))).toEqual([]);
  });

  it('names the cell that needs what only a solution declares', () => {
    const cells = [stub, solution('solved', 'const answer = 1; const helper = 2;'), ts('later', 'answer + helper')];
    expect(checkFoldedNames(notebook(cells))).toEqual([
      'lesson 03, cell 3 (later): needs helper, which only the solution in cell 2 (solved) declares',
    ]);
  });

  it('lets optional cells need each other, and nobody else need them', () => {
    const cells = [
      optional('closed', 'const inverse = 1;'),
      optional('compare', 'inverse + 1'),
      ts('later', 'inverse'),
    ];
    expect(checkFoldedNames(notebook(cells))).toEqual([
      'lesson 03, cell 3 (later): needs inverse, which only the optional cell 1 (closed) declares',
    ]);
  });

  it('names the optional cell that needs what only a solution declares', () => {
    const cells = [solution('solved', 'const helper = 2;'), optional('extra', 'helper')];
    expect(checkFoldedNames(notebook(cells))).toHaveLength(1);
  });

  it('accepts a later cell with a name of its own, and a member of that name', () => {
    const cells = [
      solution('solved', 'const helper = 2;'),
      ts('own', 'const helper = 3; helper'),
      ts('member', 'model.helper'),
    ];
    expect(checkFoldedNames(notebook(cells))).toEqual([]);
  });
});
