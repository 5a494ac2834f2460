/** What a check says of an answer. */
export interface Verdict {
  readonly verdict: 'correct' | 'wrong' | 'not attempted';
  /** What to think about, or why it is right; `…` in it is set as code. Empty for 'not attempted'. */
  readonly message: string;
  /** How many of several questions were right, where an exercise has several; progress keeps every score. */
  readonly score?: number;
}

/** One exercise of a lesson: how answers are judged, and the answers that are known. Pure: it knows no page and no kernel. */
export interface Exercise {
  /** Lesson and name: '03-perceptron/one-update'. */
  readonly id: string;
  /** Whether it may be skipped: then it doesn't count in the progress. @default false */
  readonly optional?: boolean;
  /** The earlier exercise that asks the same: its first score is told beside this one. @default none */
  readonly repeats?: string;
  /** Judges an answer. It may throw on a strange one: the caller turns that into words. */
  readonly check: (answer: unknown) => Verdict;
  /** Up to three, each a larger step towards the answer. */
  readonly hints: readonly string[];
  /** What the lesson's stub hands over before anything was written. */
  readonly stub: unknown;
  /** An answer that is right: that of the lesson's folded cell. */
  readonly solution: unknown;
  /** Answers that learners give, each with a part of the message that must come back. Tests feed every one of them. */
  readonly mistakes: readonly {readonly answer: unknown; readonly says: string}[];
}

/** The answer is right; `why` says so in one sentence. */
export function correct(why: string): Verdict {
  return {verdict: 'correct', message: why};
}

/** The answer is wrong; `message` helps with this very mistake. */
export function wrong(message: string): Verdict {
  return {verdict: 'wrong', message};
}

/** Nothing was written yet. */
export const NOT_ATTEMPTED: Verdict = {verdict: 'not attempted', message: ''};
