import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {exercise} from '../../src/notebook/exercise';
import {captureDisplays, htmlOf, textOf} from './capture';

const displays = captureDisplays();
const ID = '03-perceptron/one-update';
const RIGHT = [1.4, -0.4];
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
  process.env.NEURONS_PROGRESS = folder;
});
afterEach(() => {
  delete process.env.NEURONS_PROGRESS;
  fs.rmSync(folder, {recursive: true, force: true});
});

const verdict = (): unknown => (displays[displays.length - 1].content.metadata?.neurons as {verdict: string}).verdict;
const progress = (): Record<string, Record<string, unknown>> =>
  JSON.parse(fs.readFileSync(path.join(folder, '03-perceptron.json'), 'utf8')).exercises;

describe('exercise', () => {
  it('refuses a name that is none, and lists those of the lesson', () => {
    expect(() => exercise('03-perceptron/two-updates')).toThrow(
      /exercise must be one of .*03-perceptron\/one-update.*, got 03-perceptron\/two-updates/,
    );
  });

  it('says "not attempted" of a stub, and writes nothing down', () => {
    exercise(ID).check([]);
    expect(verdict()).toBe('not attempted');
    expect(textOf(displays[0])).toMatch(/^Not attempted/);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('says "correct", and remembers it even if a wrong answer follows', () => {
    exercise(ID).check(RIGHT);
    expect(verdict()).toBe('correct');
    exercise(ID).check([1, -1]);
    expect(progress()['one-update']).toMatchObject({state: 'solved', wrongAnswers: 1});
  });

  it('remembers when it was solved for the first time', () => {
    const solved = {state: 'solved', wrongAnswers: 0, hints: 0, solvedAt: '2020-01-01T00:00:00.000Z'};
    const file = path.join(folder, '03-perceptron.json');
    fs.writeFileSync(file, JSON.stringify({lesson: '03-perceptron', exercises: {'one-update': solved}}));
    exercise(ID).check(RIGHT);
    expect(progress()['one-update']).toEqual(solved);
  });

  it('says what is wrong, offers a hint, and counts the wrong answers', () => {
    exercise(ID).check([1.2, -0.7]);
    exercise(ID).check([1, -1]);
    expect(verdict()).toBe('wrong');
    expect(htmlOf(displays[0])).toContain('half as long');
    expect(textOf(displays[0])).toContain(`exercise('${ID}').hint()`);
    expect(progress()['one-update']).toMatchObject({state: 'tried', wrongAnswers: 2});
  });

  it('keeps every score of an exercise with several questions, and calls none of them wrong', () => {
    const known = {fit: 'no', neuron: '', loss: '', step: '', gradient: ''};
    exercise('00-start-here/know-already').check(known);
    exercise('00-start-here/know-already').check({...known, neuron: 'yes'});
    expect(textOf(displays[0])).toMatch(/^Where you stand: 1 of 5\./);
    expect(textOf(displays[0])).not.toContain('hint');
    const kept = JSON.parse(fs.readFileSync(path.join(folder, '00-start-here.json'), 'utf8'));
    expect(kept.exercises['know-already'].scores).toEqual([1, 2]);
  });

  it('shows the first score of an earlier lesson beside that of now, where the same is asked again', () => {
    const known = {fit: 'no', neuron: '', loss: '', step: '', gradient: ''};
    const all = {fit: 'no', neuron: 'yes', loss: 'no', step: 'yes', gradient: 'yes'};
    exercise('00-start-here/know-already').check({...known, neuron: 'yes'});
    exercise('00-start-here/know-already').check(known);
    exercise('07-backpropagation/know-already').check({...all, step: ''});
    exercise('07-backpropagation/know-already').check(all);
    expect(textOf(displays[2])).toContain('Your score the first time: 2. Your score now: 4.');
    expect(textOf(displays[2])).toContain('Look once more into lesson 4');
    expect(textOf(displays[3])).toContain('Your score the first time: 2. Your score now: 5.');
    expect(textOf(displays[3])).not.toContain('begin with');
  });

  it('says so where there is no earlier score', () => {
    exercise('07-backpropagation/know-already').check({fit: 'no', neuron: '', loss: '', step: '', gradient: ''});
    expect(textOf(displays[0])).toContain('There is no earlier score');
  });

  it('turns an error that an answer throws into words', () => {
    exercise('03-perceptron/pocket').check(() => {
      throw new TypeError('x is not a function');
    });
    expect(verdict()).toBe('wrong');
    expect(textOf(displays[0])).toContain('TypeError: x is not a function');
  });

  it('gives one hint more each time, and stops at the last', () => {
    for (let i = 0; i < 4; i++) exercise(ID).hint();
    const heads = displays.map((shown) => /Hint \d of 3/.exec(htmlOf(shown))?.[0]);
    expect(heads).toEqual(['Hint 1 of 3', 'Hint 2 of 3', 'Hint 3 of 3', 'Hint 3 of 3']);
    expect(textOf(displays[1])).toContain('2. ');
    expect(textOf(displays[3])).toContain('last hint');
  });

  it('verifies a solution, shows it folded, and counts nothing', () => {
    exercise(ID).solution(RIGHT);
    expect(verdict()).toBe('solution verified');
    expect(htmlOf(displays[0])).toMatch(/<details>.*\[1\.4,-0\.4\]/s);
    expect(textOf(displays[0])).not.toContain('1.4');
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('says so when a solution fails', () => {
    exercise(ID).solution([1, 1]);
    expect(verdict()).toBe('solution fails');
  });

  it('still judges when progress can not be kept, and says so', () => {
    const file = path.join(folder, 'a-file');
    fs.writeFileSync(file, '');
    process.env.NEURONS_PROGRESS = file;
    exercise(ID).check(RIGHT);
    expect(textOf(displays[0])).toMatch(/^Progress could not be kept: /);
    expect(verdict()).toBe('correct');
  });

  it('keeps a damaged file of progress beside the new one', () => {
    fs.writeFileSync(path.join(folder, '03-perceptron.json'), '{"lesson": "03-perc');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    exercise(ID).check(RIGHT);
    const files = fs.readdirSync(folder).sort();
    expect(files[0]).toBe('03-perceptron.json');
    expect(files[1]).toMatch(/^03-perceptron\.json\.damaged-/);
    expect(progress()['one-update'].state).toBe('solved');
    expect(warn.mock.calls[0][0]).toContain(files[1]);
    warn.mockRestore();
  });

  it('leaves a file alone that it can not read', () => {
    const file = path.join(folder, '03-perceptron.json');
    fs.mkdirSync(file); // reading a folder fails, and that is no damage
    exercise(ID).check(RIGHT);
    expect(textOf(displays[0])).toMatch(/^Progress could not be kept/);
    expect(fs.readdirSync(folder)).toEqual(['03-perceptron.json']);
  });
});
