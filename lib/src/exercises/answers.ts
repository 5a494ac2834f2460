import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

/** Numbers that differ by less are equal. */
const TOLERANCE = 1e-3;

interface NumericExercise extends Omit<Exercise, 'check' | 'solution' | 'mistakes'> {
  readonly solution: number | readonly number[];
  /** Why the answer is right, in one sentence. */
  readonly why: string;
  /** Known wrong answers, each with the message that helps. */
  readonly mistakes: readonly {readonly answer: number | readonly number[]; readonly says: string}[];
  /** Said of any other wrong answer; may be made of its numbers, as many as the solution has. */
  readonly otherwise: string | ((given: number[]) => string);
  /** Numbers that differ by less are equal, where every digit counts. @default 0.001, or what two decimals leave open */
  readonly tolerance?: number;
}

/** An exercise whose answer is a number or a short list of numbers; known wrong ones get their own message. */
export function numericExercise({why, otherwise, tolerance, ...exercise}: NumericExercise): Exercise {
  const isAs = (a: number[], b: number[]): boolean => isNear(a, b, tolerance);
  const check = (answer: unknown): Verdict => {
    if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) return NOT_ATTEMPTED;
    const given = isNumber(answer) || isNumbers(answer) ? toList(answer) : [];
    const mistake = (isSame: (a: number[], b: number[]) => boolean) =>
      exercise.mistakes.find(({answer: known}) => isSame(given, toList(known)));
    const known = mistake(isEqual) ?? mistake(isAs);
    if (known) return wrong(known.says);
    const fault = wrongKind(answer, exercise.solution);
    if (fault) return wrong(fault);
    return isAs(given, toList(exercise.solution))
      ? correct(why)
      : wrong(typeof otherwise === 'string' ? otherwise : otherwise(given));
  };
  return {...exercise, check};
}

interface FunctionExercise<Given extends unknown[]> extends Omit<Exercise, 'check' | 'stub' | 'solution' | 'mistakes'> {
  /** What the answer is called with, made anew for each call. */
  readonly given: () => Given;
  readonly stub: (...given: Given) => unknown;
  readonly solution: (...given: Given) => readonly number[];
  /** Why the answer is right, in one sentence. */
  readonly why: string;
  /** Known wrong functions, each with the message that helps; an answer that returns the same numbers gets it. */
  readonly mistakes: readonly {readonly answer: (...given: Given) => unknown; readonly says: string}[];
  /** Said of any other wrong function: a text, with what it returned written behind; or made of what it returned. */
  readonly otherwise: string | ((returned: number[], expected: readonly number[]) => string);
}

/** An exercise whose answer is a function that returns a list of numbers. It is told apart by what it returns. */
export function functionExercise<Given extends unknown[]>(exercise: FunctionExercise<Given>): Exercise {
  const {given, stub, solution, why, mistakes, otherwise} = exercise;
  const check = (answer: unknown): Verdict => {
    if (answer === undefined) return NOT_ATTEMPTED;
    if (typeof answer !== 'function') return wrong(`The answer is a function, and this is ${kind(answer)}.`);
    const returned = (answer as (...given: Given) => unknown)(...given());
    const isAs = (known: unknown): boolean =>
      isNumbers(returned) && isNumbers(known) && isNear(toList(returned), toList(known));
    const expected = solution(...given());
    if (isAs(expected)) return correct(why);
    if (isAs(stub(...given()))) return NOT_ATTEMPTED;
    const known = mistakes.find((mistake) => isAs(mistake.answer(...given())));
    if (known) return wrong(known.says);
    if (!isNumbers(returned)) {
      return wrong(
        `The function must return a list of ${expected.length} numbers, and this returned ${kind(returned)}.`,
      );
    }
    const numbers = toList(returned);
    if (numbers.length !== expected.length) {
      return wrong(`The function must return ${expected.length} numbers, and this returned ${numbers.length}.`);
    }
    if (typeof otherwise !== 'string') return wrong(otherwise(numbers, expected));
    return wrong(`${otherwise} Yours returned ${numbers.map(short).join(', ')}.`);
  };
  return {...exercise, check};
}

function short(value: number): string {
  return String(Number(value.toPrecision(5)));
}

function wrongKind(answer: unknown, solution: number | readonly number[]): string | undefined {
  if (typeof solution === 'number') {
    return isNumber(answer) ? undefined : `The answer is one number, and this is ${kind(answer)}.`;
  }
  if (Array.isArray(answer) && answer.some(isNumbers)) return 'Write all numbers in one list, without lists inside.';
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

function isNear(a: number[], b: number[], tolerance?: number): boolean {
  const isClose = (value: number, i: number): boolean => Math.abs(value - b[i]) < (tolerance ?? toleranceOf(value));
  return a.length === b.length && a.every((value, i) => value === b[i] || isClose(value, i));
}

/** A number that was rounded by hand, to two decimals or more, counts as equal if it was rounded rightly. */
function toleranceOf(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1].length ?? 0;
  return decimals === 2 ? 0.005 + 1e-9 : TOLERANCE; // 0.13 is 0.125, rounded by hand
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
