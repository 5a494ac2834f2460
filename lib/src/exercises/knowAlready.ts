import {kind, word} from './answers';
import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

interface Statement {
  readonly isTrue: boolean;
  readonly because: string;
  /** The lesson that explains it. */
  readonly lesson: string;
}

/** Five statements that are asked twice: before the course begins, and after its seventh lesson. */
const STATEMENTS: Readonly<Record<string, Statement>> = {
  fit: {
    isTrue: false,
    because:
      'three models with the same `fit` and `predict` can be right on different data, and which one suits yours can’t be seen from outside.',
    lesson: '3, The perceptron',
  },
  neuron: {
    isTrue: true,
    because:
      'a weighted sum put through the logistic function is a neuron, and statisticians call it logistic regression.',
    lesson: '1, One neuron',
  },
  loss: {
    isTrue: false,
    because: 'it is the cross-entropy, also called the negative log-likelihood. The squared error has (y − ŷ)² in it.',
    lesson: '5, Logistic regression',
  },
  step: {
    isTrue: true,
    because: 'the gradient ∇J points uphill, so this goes a little way down, and η says how far.',
    lesson: '4, Gradient descent',
  },
  gradient: {
    isTrue: true,
    because: 'the slope of the logistic function cancels against that of the logarithm, and error times input is left.',
    lesson: '5, Logistic regression',
  },
};
const NAMES: readonly string[] = Object.keys(STATEMENTS);

const say = (isTrue: boolean): string => (isTrue ? 'yes' : 'no');
const answers = (changes: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(NAMES.map((name) => [name, say(STATEMENTS[name].isTrue)])),
  ...changes,
});

/**
 * The five statements as an exercise of a lesson; its verdicts carry a score from 0 to 5.
 *
 * @param repeats - The exercise that asked them first, in a lesson that asks them again.
 */
export function knowAlready(lesson: string, repeats?: string): Exercise {
  return {
    id: `${lesson}/know-already`,
    optional: true,
    repeats,
    stub: Object.fromEntries(NAMES.map((name) => [name, ''])),
    solution: answers(),
    check: (answer) => check(answer, repeats === undefined ? BEFORE : AFTER),
    mistakes: [
      {answer: answers({fit: 'yes'}), says: 'can’t be seen from outside'},
      {answer: answers({neuron: 'no'}), says: 'statisticians'},
      {answer: answers({loss: 'yes'}), says: 'cross-entropy'},
      {answer: answers({step: 'no'}), says: 'points uphill'},
      {answer: answers({gradient: ''}), says: 'lesson 5, Logistic regression, tells'},
      {answer: answers({gradient: 'maybe'}), says: '`yes`, `no` or nothing'},
    ],
    hints: ['Leave a statement empty if you don’t know it: the answer says which lesson explains it.'],
  };
}

/** What is advised to somebody who knows all of it, and to somebody who should begin with a lesson. */
interface Advice {
  readonly all: string;
  readonly some: (lesson: string) => string;
}

const BEFORE: Advice = {
  all: 'You know what the first five lessons lead to. Do their exercises to be sure, and begin with lesson 6, Forward propagation.',
  some: (lesson) => `Begin with lesson ${lesson}.`,
};

const AFTER: Advice = {
  all: 'All that they say you have built by now.',
  some: (lesson) => `Look once more into lesson ${lesson}.`,
};

function check(answer: unknown, advice: Advice): Verdict {
  if (typeof answer !== 'object' || answer === null)
    return wrong(`The answer is an object with five words, and this is ${kind(answer)}.`);
  const given: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, word(value).trim().toLowerCase()]),
  );
  const stranger = NAMES.find((name) => !['yes', 'no', ''].includes(given[name] ?? 'missing'));
  if (stranger !== undefined) {
    return wrong(
      `Each answer is \`yes\`, \`no\` or nothing, and for ${stranger} it is \`${given[stranger] ?? 'missing'}\`.`,
    );
  }
  if (NAMES.every((name) => given[name] === '')) return NOT_ATTEMPTED;
  const missed = NAMES.filter((name) => given[name] !== say(STATEMENTS[name].isTrue));
  const score = NAMES.length - missed.length;
  const explained = NAMES.map((name) => explain(name, given[name] ?? '')).join('\n\n');
  if (missed.length === 0) {
    return {...correct(`5 of 5. ${explained}\n\n${advice.all}`), score};
  }
  return {...wrong(`${score} of 5. ${explained}\n\n${advice.some(first(missed))}`), score};
}

function explain(name: string, given: string): string {
  const {isTrue, because, lesson} = STATEMENTS[name];
  if (given === '') return `\`${name}\`, not answered: lesson ${lesson}, tells.`;
  const verdict = given === say(isTrue) ? 'right' : 'not so';
  return `\`${name}\`, ${verdict}: it is ${isTrue ? 'true' : 'false'}, since ${because}`;
}

/** The earliest lesson that explains something missed. */
function first(missed: readonly string[]): string {
  const lessons = missed.map((name) => STATEMENTS[name].lesson).sort();
  return lessons[0];
}
