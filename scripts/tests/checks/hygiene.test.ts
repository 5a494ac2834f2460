import {describe, expect, it} from 'vitest';
import {checkIds, checkMetadata, checkNoOutputs, checkWritten} from '../../checks/hygiene.mjs';
import {parseNotebook} from '../../checks/notebook.mjs';
import {md, notebook, optional, printed, solution, ts} from './support';

const clean = notebook([
  md('opening', 'Hello.'),
  ts('first-step', 'const a = 1;'),
  solution('answer', 'a'),
  optional('extra', 'a'),
]);

describe('checkNoOutputs', () => {
  it('accepts a notebook that never ran', () => {
    expect(checkNoOutputs(clean)).toEqual([]);
  });

  it('names the cell with an output', () => {
    const [problem] = checkNoOutputs(notebook([md('opening', 'Hello.'), ts('first-step', 'a', [printed('1')])]));
    expect(problem).toContain('lesson 03, cell 2 (first-step): outputs must not be committed');
  });

  it('names the cell with a count', () => {
    const problems = checkNoOutputs(notebook([{...ts('first-step', 'a'), execution_count: 7}]));
    expect(problems).toEqual([expect.stringContaining('cell 1 (first-step): execution_count must be null, got 7')]);
  });
});

describe('checkIds', () => {
  it('accepts words joined by hyphens', () => {
    expect(checkIds(clean)).toEqual([]);
  });

  it.each([
    ['an id twice', ['step', 'step'], 'the id is taken by cell 1'],
    ['no id', [''], 'needs an id'],
    ['capitals', ['firstStep'], 'lower-case words'],
    ['an id that Jupyter made', ['3fa81b2c'], 'made by a machine'],
    ['a UUID', ['c0ffee00-dead-4bad-8bad-0123456789ab'], 'made by a machine'],
  ])('refuses %s', (_, ids, message) => {
    const problems = checkIds(notebook(ids.map((id) => ts(id, 'a'))));
    expect(problems).toEqual([expect.stringContaining(message)]);
  });
});

describe('checkMetadata', () => {
  it('accepts the course’s kernel, folded solutions and optional parts', () => {
    expect(checkMetadata(clean)).toEqual([]);
  });

  it('refuses another kernel, and the traces of a page', () => {
    const other = notebook([{...ts('step', 'a'), metadata: {scrolled: true}}]);
    other.file.metadata = {kernelspec: {name: 'python3'}};
    other.file.nbformat_minor = 4;
    expect(checkMetadata(other)).toEqual([
      expect.stringContaining('nbformat must be 4.5, got 4.4'),
      expect.stringContaining('metadata must be'),
      expect.stringContaining('cell 1 (step): cell metadata may hold only tags'),
    ]);
  });

  it.each(['solution', 'optional'])('refuses a cell tagged %s that stands open', (tag) => {
    const open = notebook([{...ts('answer', 'a'), metadata: {tags: [tag]}}]);
    expect(checkMetadata(open)).toHaveLength(1);
  });
});

describe('checkWritten', () => {
  it('accepts what Jupyter writes, refuses another form of the same', () => {
    expect(checkWritten(clean)).toEqual([]);
    expect(checkWritten(parseNotebook('03-perceptron', JSON.stringify(clean.file)))).toHaveLength(1);
  });

  it('keeps the lines of a source apart', () => {
    expect(notebook([ts('two', 'a;\nb')]).text).toContain('"source": [\n    "a;\\n",\n    "b"\n   ]');
  });
});
