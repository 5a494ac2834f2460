/** Faults made on purpose: each must be caught, and named with its lesson and its cell. */
import fs from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {checkClaimedProse, noClaims} from '../checks/claims.mjs';
import {checkNoOutputs} from '../checks/hygiene.mjs';
import {checkFoldedNames} from '../checks/names.mjs';
import type {Cell} from '../checks/notebook.mjs';
import {exercisesOf, runNotebooks} from '../notebooks.mjs';
import {md, notebook, printed, solution, ts} from './checks/support';

const cache = path.join(import.meta.dirname, '..', '..', '.cache'); // inside the repository: cells import the library
fs.mkdirSync(cache, {recursive: true});
const folder = fs.mkdtempSync(path.join(cache, 'faults-'));
afterAll(() => fs.rmSync(folder, {recursive: true}));

const start = [md('opening', 'Hello.'), ts('start', 'const seen = 50;')];
const imports = ts('imports', "import {exercise} from 'neurons';");
const id = '03-perceptron/one-update';
const stub = (answer: string) => ts('stub', `exercise('${id}').check(${answer});`);
const solved = (answer: string) => solution('solved', `exercise('${id}').solution(${answer});`);

const faults: Record<string, Cell[]> = {
  sound: [imports, stub('undefined'), solved('[1.4, -0.4]')],
  'type-error': [...start, ts('broken', "const word: number = 'a';")],
  throws: [...start, ts('broken', "throw new Error('boom');")],
  rejects: [...start, ts('broken', "Promise.reject(new Error('nobody waits'));\nseen")],
  'rejects-late': [
    ...start,
    ts('broken', "setTimeout(() => void Promise.reject(new Error('nobody waits')), 100);\nseen"),
    ts('next', 'await new Promise((resolve) => setTimeout(resolve, 400));'),
  ],
  exits: [...start, ts('broken', 'process.exit(0);')],
  dies: [...start, ts('broken', "process.kill(process.pid, 'SIGKILL');")],
  'wrong-number': [...start, ts('broken', "console.log('wrong:', seen);"), md('seen', 'There were 51 wrong.')],
  'longer-number': [...start, ts('broken', "console.log('wrong: 510');"), md('seen', 'There were 51 wrong.')],
  'stub-that-passes': [imports, stub('[1.4, -0.4]'), solved('[1.4, -0.4]')],
  'stub-with-a-mistake': [imports, stub('[1.2, -0.7]'), solved('[1.4, -0.4]')],
  'solution-that-fails': [imports, stub('undefined'), solved('[1.2, -0.7]')],
};
const claims = {claims: [{prose: 'seen', says: '51 wrong', from: 'broken', prints: 'wrong: 51'}], given: {}};

function write(name: string, cells: Cell[]): string {
  const file = path.join(folder, `${name}.ipynb`);
  fs.writeFileSync(file, notebook(cells, name).text);
  return file;
}

describe('running a notebook', () => {
  const problems: Record<string, string[]> = {};

  beforeAll(async () => {
    const files = Object.entries(faults).map(([name, cells]) => write(name, cells));
    const claimsOf = (name: string) => (name === 'wrong-number' || name === 'longer-number' ? claims : noClaims);
    const runs = await runNotebooks(files, {results: path.join(folder, 'executed'), claimsOf});
    for (const run of runs) problems[run.name] = run.problems;
  }, 300_000);

  it('has nothing to say about a sound one', () => {
    expect(problems.sound).toEqual([]);
  });

  it.each([
    [
      'a type error',
      'type-error',
      /cell 3 \(broken\), "const word.*TypeScriptError: .*not assignable to type 'number'/,
    ],
    ['a throw', 'throws', /cell 3 \(broken\), "throw new.*Error: boom/],
    ['a rejection that nobody awaits', 'rejects', /cell 3 \(broken\), .*Error: nobody waits/],
    ['a rejection that comes while the next cell runs', 'rejects-late', /cell 3 \(broken\), .*Error: nobody waits/],
    ['process.exit', 'exits', /cell 3 \(broken\), "process\.exit\(0\);": .*process\.exit/],
    ['the death of the process', 'dies', /cell 3 \(broken\), .*ended here \(SIGKILL\)/],
    ['an output that is not what the prose says', 'wrong-number', /cell 3 \(broken\): .*"wrong: 51", got "wrong: 50"/],
    ['an output that only begins so', 'longer-number', /cell 3 \(broken\): .*"wrong: 51", got "wrong: 510"/],
    ['a stub that passes', 'stub-that-passes', /cell 2 \(stub\): .*"not attempted", got "correct"/],
    ['a stub that makes a mistake', 'stub-with-a-mistake', /cell 2 \(stub\): .*"not attempted", got "wrong"/],
    ['a solution that fails', 'solution-that-fails', /cell 3 \(solved\): .*"solution verified", got "solution fails"/],
  ])('names %s', (_, name, message) => {
    expect(problems[name]).toEqual([expect.stringMatching(message)]);
    expect(problems[name][0]).toContain(`notebook ${name}, `);
  });

  it('names an endless loop', async () => {
    const file = write('03-loops', [...start, ts('broken', 'for (;;);')]);
    const [run] = await runNotebooks([file], {results: path.join(folder, 'executed'), timeout: 20});
    expect(run.problems).toEqual(['lesson 03, cell 3 (broken), "for (;;);": still running after 20 s']);
  });

  it('misses an exercise that the library holds and the notebook does not show', async () => {
    const file = write('03-perceptron', faults.sound);
    const [run] = await runNotebooks([file], {results: path.join(folder, 'executed'), exercisesOf});
    const others = exercisesOf('03-perceptron').filter((exercise) => exercise !== id);
    expect(others.length).toBeGreaterThan(0);
    expect(run.problems).toEqual(others.map((exercise) => expect.stringContaining(`${exercise} must be shown once`)));
  });

  it('leaves the notebook as it was, and the outputs elsewhere', () => {
    expect(fs.readFileSync(path.join(folder, 'throws.ipynb'), 'utf8')).toBe(notebook(faults.throws, 'throws').text);
    const executed = fs.readFileSync(path.join(folder, 'executed', 'throws.ipynb'), 'utf8');
    expect(executed).toContain('"output_type": "error"');
  });
});

describe('reading a notebook', () => {
  it('names a number in the prose that drifted', () => {
    const drifted = notebook([...start, ts('broken', ''), md('seen', 'There were 49 wrong.')]);
    expect(checkClaimedProse(drifted, claims)[0]).toContain('lesson 03, cell 4 (seen): the prose must say "51 wrong"');
  });

  it('names a committed output', () => {
    expect(checkNoOutputs(notebook([...start, ts('ran', 'seen', [printed('50')])]))[0]).toContain(
      'lesson 03, cell 3 (ran)',
    );
  });

  it('names a cell that needs a name of a solution', () => {
    const cells = [...start, solution('solved', 'const answer = 1;'), ts('later', 'seen + answer')];
    expect(checkFoldedNames(notebook(cells))[0]).toContain('lesson 03, cell 4 (later): needs answer');
  });
});
