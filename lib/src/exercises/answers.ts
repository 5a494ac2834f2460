import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

/** Numbers that differ by less are equal. */
const TOLERANCE = 1e-3;

interface NumericExercise extends Omit<Exercise, 'check' | 'solution' | 'mistakes'> {
  readonly solution: number | readonly number[];
  /** Why the answer is right, in one sentence. */
  readonly why: string;
  /** Known wrong answers, each with the message that helps. */
  readonly mistakes: readonly {readonly answer: number | readonly number[]; readonly says: string}[];
  /** Said of any other wrong answer. */
  readonly otherwise: string;
}

/** An exercise whose answer is a number or a short list of numbers; known wrong ones get their own message. */
export function numericExercise({why, otherwise, ...exercise}: NumericExercise): Exercise {
  const check = (answer: unknown): Verdict => {
    if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) return NOT_ATTEMPTED;
    const given = isNumber(answer) || isNumbers(answer) ? toList(answer) : [];
    const mistake = (isSame: (a: number[], b: number[]) => boolean) =>
      exercise.mistakes.find(({answer: known}) => isSame(given, toList(known)));
    const known = mistake(isEqual) ?? mistake(isNear);
    if (known) return wrong(known.says);
    const fault = wrongKind(answer, exercise.solution);
    if (fault) return wrong(fault);
    return isNear(given, toList(exercise.solution)) ? correct(why) : wrong(otherwise);
  };
  return {...exercise, check};
}

function wrongKind(answer: unknown, solution: number | readonly number[]): string | undefined {
  if (typeof solution === 'number') {
    return isNumber(answer) ? undefined : `The answer is one number, and this is ${kind(answer)}.`;
  }
  if (!isNumbers(answer)) return `The answer is a list of ${solution.length} numbers, and this is ${kind(answer)}.`;
  if (answer.length !== solution.length)
    return `The answer has ${solution.length} numbers, and this has ${answer.length}.`;
  return undefined;
}

function isNumber(answer: unknown): answer is number {
  return typeof answer === 'number' && !Number.isNaN(answer);
}

function isNumbers(answer: unknown): answer is ArrayLike<number> {
  const isList = Array.isArray(answer) || (ArrayBuffer.isView(answer) && !(answer instanceof DataView));
  return isList && Array.from(answer as ArrayLike<unknown>).every(isNumber);
}

function toList(answer: number | ArrayLike<number>): number[] {
  return typeof answer === 'number' ? [answer] : Array.from(answer);
}

function isEqual(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

function isNear(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i] || Math.abs(value - b[i]) < toleranceOf(value));
}

/** A number that was rounded by hand, to two decimals or more, counts as equal if it was rounded rightly. */
function toleranceOf(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;
  return decimals === 2 ? 0.005 : TOLERANCE;
}

/** What an answer is, in words: 'a string', 'an object', 'NaN'. */
export function kind(answer: unknown): string {
  if (answer === null) return 'null';
  if (answer === undefined) return 'nothing';
  if (Number.isNaN(answer)) return 'NaN';
  if (Array.isArray(answer)) return `a list with ${[...new Set(answer.map(kind))].join(', ')}`;
  return `${typeof answer === 'object' ? 'an' : 'a'} ${typeof answer}`;
}

/** A choice as it was written; nothing where there is none, and what it is where it is no text. */
export function word(answer: unknown): string {
  if (answer === undefined) return '';
  return typeof answer === 'string' ? answer : kind(answer);
}
