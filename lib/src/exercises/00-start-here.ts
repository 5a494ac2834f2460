import {kind, word} from './answers';
import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';
import {knowAlready} from './knowAlready';

const findTheUnits: Exercise = {
  id: '00-start-here/find-the-units',
  stub: [],
  solution: ['C', 'D', 'E'],
  check: checkUnits,
  mistakes: [
    {answer: ['C', 'D'], says: 'E is missing'},
    {answer: ['E'], says: 'hidden'},
    {answer: ['A', 'B', 'C', 'D', 'E'], says: 'computes nothing'},
    {answer: ['A', 'B'], says: 'computes nothing'},
    {answer: ['C', 'E'], says: 'D is missing'},
    {answer: ['F'], says: 'letters of the picture'},
    {answer: ['C, D, E'], says: 'text of its own'},
  ],
  hints: [
    'What does the input layer do?',
    'It only holds the numbers that come in. So which circles are left?',
    'All that have lines coming in from the left: the hidden layer and the output layer.',
  ],
};

function checkUnits(answer: unknown): Verdict {
  if (Array.isArray(answer) && answer.length === 0) return NOT_ATTEMPTED;
  if (!Array.isArray(answer)) return wrong(`The answer is a list of letters, and this is ${kind(answer)}.`);
  const letters = new Set(
    answer.map((letter) => (typeof letter === 'string' ? letter.trim().toUpperCase() : String(letter))),
  );
  const stranger = [...letters].find((letter) => !/^[A-E]$/.test(letter));
  if (stranger !== undefined && stranger.length > 1) {
    return wrong(`\`${stranger}\` is one text. Write each letter as a text of its own: \`['A', 'B']\`.`);
  }
  if (stranger !== undefined) return wrong(`The letters of the picture are A to E, and ${stranger} is none of them.`);
  if (letters.has('A') || letters.has('B')) {
    return wrong('A and B are the input layer. It computes nothing: it holds the numbers that come in.');
  }
  const missing = ['C', 'D', 'E'].filter((letter) => !letters.has(letter));
  if (missing.length === 0)
    return correct('Two hidden units and the output unit: three small logistic functions make this network.');
  if (missing.length === 2 && letters.has('E')) return wrong('E is one of them. But the hidden units compute, too.');
  return wrong(`${missing[0]} is missing. Lines come into it from the left, so it computes something.`);
}

/** The kind of each task, and why. */
const TASKS: Readonly<Record<string, {kind: string; because: string}>> = {
  price: {kind: 'regression', because: 'the answers are known, and each is a number'},
  digit: {kind: 'classification', because: 'the answers are known, and each is one of ten classes'},
  shoppers: {kind: 'clustering', because: 'nobody has named the groups, so there are no answers to learn from'},
  spam: {kind: 'classification', because: 'the answers are known, and there are two of them'},
  chess: {kind: 'reinforcement', because: 'it acts, and learns from winning and losing'},
  map: {kind: 'dimension reduction', because: 'many numbers a song become two, and no answers are given'},
  scans: {kind: 'semi-supervised', because: 'a few examples have answers, and most have not'},
  rain: {kind: 'regression', because: 'the answers are known, and each is a number of millimetres'},
};
const KINDS: readonly string[] = [...new Set(Object.values(TASKS).map((task) => task.kind))];

const sorted = (changes: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(TASKS).map(([task, {kind: right}]) => [task, right])),
  ...changes,
});

const sortTasks: Exercise = {
  id: '00-start-here/sort-tasks',
  stub: Object.fromEntries(Object.keys(TASKS).map((task) => [task, ''])),
  solution: sorted(),
  check: checkTasks,
  mistakes: [
    {answer: sorted({rain: 'classification'}), says: 'number of millimetres'},
    {answer: sorted({shoppers: 'classification'}), says: 'nobody has named the groups'},
    {answer: sorted({scans: 'classification'}), says: 'most have not'},
    {answer: sorted({map: 'clustering'}), says: 'become two'},
    {answer: sorted({chess: 'classification'}), says: 'winning and losing'},
    {answer: sorted({digit: 'regression'}), says: 'one of ten classes'},
    {answer: sorted({price: ''}), says: 'price is still empty'},
    {answer: sorted({price: 'regresion'}), says: 'not one of the six'},
  ],
  hints: [
    'First ask: are the answers given? If they are, is each a number (regression) or one of a few classes (classification)?',
    'Of the tasks without answers, one looks for groups and one for fewer numbers. Of the other two, one acts, and one has a few answers.',
    'price and rain are numbers; digit and spam are classes; chess acts; scans has a few answers.',
  ],
};

function checkTasks(answer: unknown): Verdict {
  if (typeof answer !== 'object' || answer === null)
    return wrong(`The answer is an object with eight kinds, and this is ${kind(answer)}.`);
  const given = answer as Record<string, unknown>;
  const tasks = Object.keys(TASKS);
  if (tasks.every((task) => given[task] === '')) return NOT_ATTEMPTED;
  const choiceOf = (task: string): string =>
    word(given[task])
      .trim()
      .toLowerCase()
      .replace(/ learning$/, '');
  const right = tasks.filter((task) => choiceOf(task) === TASKS[task].kind).length;
  const task = tasks.find((each) => choiceOf(each) !== TASKS[each].kind);
  if (task === undefined) return correct('All eight. This course is about the first two kinds.');
  const choice = choiceOf(task);
  const score = `${right} of ${tasks.length} are right.`;
  if (choice === '') return wrong(`${score} The kind of ${task} is still empty.`);
  if (!KINDS.includes(choice))
    return wrong(`${score} \`${choice}\`, for ${task}, is not one of the six kinds: ${KINDS.join(', ')}.`);
  return wrong(`${score} \`${task}\` is no case of ${choice}: ${TASKS[task].because}.`);
}

/** The exercises of lesson 00, in its order. */
export const startExercises: readonly Exercise[] = [findTheUnits, sortTasks, knowAlready('00-start-here')];
