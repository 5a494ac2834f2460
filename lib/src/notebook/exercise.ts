import {EXERCISES} from '../exercises';
import {wrong, type Exercise, type Verdict} from '../exercises/exercise';
import {display} from './display';
import {folded, panel, toParagraphs, type Tone} from './html';
import {readProgress, updateProgress, type ExerciseProgress} from './progressStore';

export interface ExerciseOnPage {
  /** Judges your answer: correct, not attempted, or what is wrong with it. It never throws on a mistake. */
  check(answer: unknown): void;
  /** Shows a hint; each call shows one more, up to three. */
  hint(): void;
  /** Proves the lesson's own solution and shows it, folded. It counts nothing: "Run all" solves no exercise for you. */
  solution(answer: unknown): void;
}

/**
 * One exercise of a lesson, by its lesson and name.
 *
 * @throws {RangeError} If there is no exercise of that name.
 *
 * @example
 * exercise('03-perceptron/one-update').check([1.4, -0.4]);
 * exercise('03-perceptron/one-update').hint();
 */
export function exercise(id: string): ExerciseOnPage {
  const definition = find(id);
  return {
    check(answer) {
      const verdict = judge(definition, answer);
      showVerdict(definition, verdict, record(definition, verdict));
    },
    hint() {
      showHints(definition);
    },
    solution(answer) {
      showSolution(definition, answer);
    },
  };
}

function find(id: string): Exercise {
  const found = EXERCISES.find((one) => one.id === id);
  if (found) return found;
  const lesson = id.split('/')[0];
  const near = EXERCISES.filter((one) => one.id.startsWith(`${lesson}/`));
  const names = (near.length > 0 ? near : EXERCISES).map((one) => one.id);
  throw new RangeError(`exercise must be one of ${names.join(', ')}, got ${id}`);
}

/** A learner's function may throw, and that is an answer, too. */
function judge(definition: Exercise, answer: unknown): Verdict {
  try {
    return definition.check(answer);
  } catch (error) {
    const {name, message} = error instanceof Error ? error : {name: 'Error', message: String(error)};
    return wrong(`Your answer threw an error when it was tried: \`${name}: ${message}\``);
  }
}

/** Writes down what happened; returns the progress as it is now, nothing where it can't be kept. */
function record(definition: Exercise, {verdict, score}: Verdict): ExerciseProgress | undefined {
  if (verdict === 'not attempted') return undefined;
  return change(definition, (old) => {
    const before = score === undefined ? old : {...old, scores: [...(old.scores ?? []), score]};
    if (verdict === 'wrong') return {...before, wrongAnswers: before.wrongAnswers + 1};
    return {...before, state: 'solved', solvedAt: before.solvedAt ?? new Date().toISOString()};
  });
}

function change(
  definition: Exercise,
  update: (before: ExerciseProgress) => ExerciseProgress,
): ExerciseProgress | undefined {
  const [lesson, name] = definition.id.split('/');
  try {
    updateProgress(lesson, name, update);
    return readProgress(lesson)[name];
  } catch (error) {
    display({
      data: {'text/plain': `Progress could not be kept: ${error instanceof Error ? error.message : String(error)}`},
    });
    return undefined;
  }
}

const HEADINGS: Readonly<Record<Verdict['verdict'], {tone: Tone; heading: string}>> = {
  correct: {tone: 'yes', heading: 'Correct'},
  wrong: {tone: 'no', heading: 'Not yet'},
  'not attempted': {tone: 'neutral', heading: 'Not attempted'},
};

/** A score is where somebody stands, no fault: it gets no stripe and no hint. */
const SCORED: {tone: Tone; heading: string} = {tone: 'neutral', heading: 'Where you stand'};

function showVerdict(
  definition: Exercise,
  {verdict, message, score}: Verdict,
  progress: ExerciseProgress | undefined,
): void {
  const isScored = verdict === 'wrong' && score !== undefined;
  const {tone, heading} = isScored ? SCORED : HEADINGS[verdict];
  const stuck = verdict === 'wrong' && !isScored && progress !== undefined && progress.hints < definition.hints.length;
  const help = stuck ? `A hint: \`exercise('${definition.id}').hint()\`` : '';
  const start = verdict === 'not attempted' ? 'Write your answer in the cell above this message and run it again.' : '';
  const both = score === undefined ? '' : besideEarlier(definition, score);
  send(definition, verdict, tone, heading, [both, message, start, help].filter(Boolean).join('\n\n'));
}

/** Both scores, where an earlier lesson asked the same. */
function besideEarlier({repeats}: Exercise, score: number): string {
  if (repeats === undefined) return '';
  const [lesson, name] = repeats.split('/');
  const earlier = readProgress(lesson)[name]?.scores?.[0];
  return earlier === undefined
    ? 'There is no earlier score: you left these questions out the first time.'
    : `Your score the first time: ${earlier}. Your score now: ${score}.`;
}

function showHints(definition: Exercise): void {
  const {hints} = definition;
  const given =
    change(definition, (before) => ({...before, hints: Math.min(before.hints + 1, hints.length)}))?.hints ??
    hints.length;
  const list = hints.slice(0, given).map((hint, i) => `${i + 1}. ${hint}`);
  const more =
    given < hints.length
      ? 'Run the cell again for the next hint.'
      : 'That was the last hint. The solution is in the folded cell below the exercise.';
  const text = [...list, more].join('\n\n');
  display({
    data: {'text/html': panel('neutral', `Hint ${given} of ${hints.length}`, toParagraphs(text)), 'text/plain': text},
  });
}

function showSolution(definition: Exercise, answer: unknown): void {
  const {verdict, message} = judge(definition, answer);
  if (verdict !== 'correct') {
    send(definition, 'solution fails', 'no', 'Solution fails', `${verdict}: ${message}`);
    return;
  }
  const shown = typeof answer === 'function' ? 'Unfold the cell to read it.' : `The answer: \`${format(answer)}\``;
  const body = folded('show it', toParagraphs(`${shown}\n\n${message}`));
  display({
    metadata: mark(definition, 'solution verified'),
    data: {'text/html': panel('neutral', 'Solution verified', body), 'text/plain': 'Solution verified'},
  });
}

function send(definition: Exercise, verdict: string, tone: Tone, heading: string, text: string): void {
  const plain = [heading, text].filter(Boolean).join(': ');
  display({
    metadata: mark(definition, verdict),
    data: {'text/html': panel(tone, heading, toParagraphs(text)), 'text/plain': plain},
  });
}

/** Says to machines what an output says to people: the headless run reads it. */
function mark(definition: Exercise, verdict: string): Record<string, unknown> {
  return {neurons: {exercise: definition.id, verdict}};
}

function format(answer: unknown): string {
  const list = ArrayBuffer.isView(answer) ? Array.from(answer as Float64Array) : answer;
  const rounded = JSON.stringify(list, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(10)) : value,
  );
  return rounded ?? String(answer);
}
