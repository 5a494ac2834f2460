import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {EXERCISES} from '../../src/exercises';
import type {Exercise} from '../../src/exercises/exercise';

const folder = path.resolve(__dirname, '..', '..', 'src', 'exercises');

describe('EXERCISES', () => {
  it('have ids that are unique, and begin with the lesson whose file they stand in', () => {
    const ids = EXERCISES.map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) {
      expect(id).toMatch(/^\d\d-[a-z-]+\/[a-z0-9-]+$/);
      expect(fs.existsSync(path.join(folder, `${id.split('/')[0]}.ts`)), id).toBe(true);
    }
  });
});

describe.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))('%s', (_id, exercise: Exercise) => {
  it('takes the stub for what it is: not attempted', () => {
    expect(exercise.check(exercise.stub).verdict).toBe('not attempted');
  });

  it('passes its solution, and says why it is right', () => {
    const {verdict, message} = exercise.check(exercise.solution);
    expect(verdict).toBe('correct');
    expect(message.length).toBeGreaterThan(20);
  });

  it('knows at least three mistakes, and has one to three hints', () => {
    expect(exercise.mistakes.length).toBeGreaterThanOrEqual(3);
    expect(exercise.hints.length).toBeGreaterThanOrEqual(1);
    expect(exercise.hints.length).toBeLessThanOrEqual(3);
  });

  it.each(exercise.mistakes.map((mistake, i) => [i + 1, mistake] as const))(
    'answers known mistake %i with its own message',
    (_number, {answer, says}) => {
      const {verdict, message} = exercise.check(answer);
      expect(verdict).toBe('wrong');
      expect(message).toContain(says);
    },
  );

  it('tells its known mistakes apart', () => {
    const kinds = new Set(exercise.mistakes.map(({says}) => says));
    expect(kinds.size).toBeGreaterThanOrEqual(3);
    const said = new Map<string, Set<string>>(); // what the check answers → what was expected of it
    for (const {answer, says} of exercise.mistakes) {
      const {message} = exercise.check(answer);
      said.set(message, (said.get(message) ?? new Set()).add(says));
    }
    for (const [message, expected] of said) expect([...expected], message).toHaveLength(1);
  });

  it('never gives a strange answer the verdict correct, and gives no verdict but words to a wrong one', () => {
    for (const strange of [null, NaN, 'eight', {}, [NaN], [1, 2, 3, 4, 5, 6, 7], true]) {
      const {verdict, message} = exercise.check(strange);
      expect(verdict, String(strange)).toBe('wrong');
      expect(message.length).toBeGreaterThan(10);
    }
  });
});

describe('numbers that learners round', () => {
  const verdictOf = (id: string, answer: number[]): string =>
    EXERCISES.find((exercise) => exercise.id === id)!.check(answer).verdict;

  it('may be rounded to two decimals, up or down', () => {
    expect(verdictOf('08-softmax/by-hand', [0.13, 0.25, 0.63])).toBe('correct');
    expect(verdictOf('08-softmax/by-hand', [0.14, 0.25, 0.63])).toBe('wrong');
  });

  it('must have eight decimals where a program of another author is to print the same', () => {
    const id = '07-backpropagation/second-program';
    expect(verdictOf(id, [0.976967094, 0.966212216, 0.044392284])).toBe('correct');
    expect(verdictOf(id, [0.97696, 0.96621, 0.04439])).toBe('wrong');
  });
});
