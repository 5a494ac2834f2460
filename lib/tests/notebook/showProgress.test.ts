import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {EXERCISES} from '../../src/exercises';
import {lessonStates, showProgress} from '../../src/notebook/showProgress';
import {updateProgress} from '../../src/notebook/progressStore';
import {captureDisplays, htmlOf, textOf} from './capture';

const displays = captureDisplays();
const counted = EXERCISES.filter(({optional}) => !optional);
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-progress-'));
  process.env.NEURONS_PROGRESS = folder;
});
afterEach(() => {
  delete process.env.NEURONS_PROGRESS;
  fs.rmSync(folder, {recursive: true, force: true});
});

const solve = (id: string): void => {
  const [lesson, name] = id.split('/');
  updateProgress(lesson, name, (before) => ({...before, state: 'solved'}));
};

describe('lessonStates', () => {
  it('counts every exercise once, in the lesson that it belongs to', () => {
    const states = lessonStates();
    expect(states.reduce((sum, {exercises}) => sum + exercises, 0)).toBe(counted.length);
    expect(states.map(({name}) => name)).toEqual([...states.map(({name}) => name)].sort());
    expect(states.every(({solved}) => solved === 0)).toBe(true);
  });

  it('counts what is solved, and not what was only tried', () => {
    solve('03-perceptron/one-update');
    updateProgress('03-perceptron', 'pocket', (before) => ({...before, wrongAnswers: 1}));
    const perceptron = lessonStates().find(({name}) => name === '03-perceptron');
    expect(perceptron).toMatchObject({title: '3 · The perceptron', solved: 1});
  });
});

describe('showProgress', () => {
  it('begins with the first lesson', () => {
    showProgress();
    expect(textOf(displays[0])).toContain(`0 of ${counted.length} exercises solved`);
    expect(textOf(displays[1])).toBe('Begin with 0 · Start here.');
    expect(htmlOf(displays[1])).toContain('<a href="00-start-here.ipynb">');
  });

  it('goes on with the first lesson that is not done', () => {
    counted.filter(({id}) => id.startsWith('00-')).forEach(({id}) => solve(id));
    solve(EXERCISES.find(({id}) => id.startsWith('01-'))!.id);
    showProgress();
    expect(textOf(displays[1])).toBe('Go on with 1 · One neuron.');
  });

  it('says so when all is done', () => {
    counted.forEach(({id}) => solve(id)); // the self-test of lesson 00 may be left out
    showProgress();
    expect(textOf(displays[1])).toBe('All exercises are solved.');
  });
});
