import {say} from '../charts/text';
import {kind, numericExercise} from './answers';
import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

const outputByHand = numericExercise({
  id: '01-one-neuron/output-by-hand',
  stub: undefined,
  solution: 1 / (1 + Math.exp(1)),
  why: 'The net input is 2 − 6 + 3 = −1, and σ(−1) = 0.269: rather no than yes.',
  mistakes: [
    {answer: 0, says: 'The logistic function comes near 0, but never reaches it; and neither does this one by far.'},
    {answer: 1, says: 'The logistic function comes near 1, but never reaches it; and this net input is negative.'},
    {
      answer: 1 / (1 + Math.exp(-2)),
      says: 'You get this with the weights exchanged: 1 belongs to the input 2, and −2 to the input 3.',
    },
    {answer: -1, says: 'That is the net input. It still has to go through the logistic function.'},
    {
      answer: 1 / (1 + Math.exp(-1)),
      says: 'That is σ(+1). The exponent is −z, and z is −1 here: two minus signs make a plus.',
    },
    {
      answer: 1 / (1 + Math.exp(-11)),
      says: 'You get this from 2 + 6 + 3. The second weight is −2: its product counts against.',
    },
    {answer: 1 / (1 + Math.exp(4)), says: 'That is σ(−4): the products are right, but the bias of 3 is missing.'},
    {answer: 1 / (1 + Math.exp(7)), says: 'That is σ(−7): the bias is +3, and you took it away.'},
    {answer: -4, says: 'These are the products alone. The bias and the logistic function are missing.'},
  ],
  otherwise: 'Go in three steps: the two products, then the bias, then 1 / (1 + Math.exp(-z)).',
  hints: [
    'The net input is 1 · 2 + (−2) · 3 + 3.',
    'It is −1. So you need σ(−1) = 1 / (1 + e^−(−1)).',
    'In TypeScript: `1 / (1 + Math.exp(1))`.',
  ],
});

interface Gate {
  weights: number[];
  bias: number;
}

/** Each gate's rows and whether it must say yes. */
const GATES: Readonly<Record<'and' | 'or' | 'not', readonly {x: readonly number[]; yes: boolean}[]>> = {
  and: pairs((a, b) => a === 1 && b === 1),
  or: pairs((a, b) => a === 1 || b === 1),
  not: [
    {x: [0], yes: true},
    {x: [1], yes: false},
  ],
};

function pairs(yes: (a: number, b: number) => boolean): {x: readonly number[]; yes: boolean}[] {
  return [0, 1].flatMap((a) => [0, 1].map((b) => ({x: [a, b], yes: yes(a, b)})));
}

const gates: Exercise = {
  id: '01-one-neuron/gates',
  stub: {and: {weights: [0, 0], bias: 0}, or: {weights: [0, 0], bias: 0}, not: {weights: [0], bias: 0}},
  solution: {and: {weights: [1, 1], bias: -1.5}, or: {weights: [1, 1], bias: -0.5}, not: {weights: [-1], bias: 0.5}},
  check: checkGates,
  mistakes: [
    {
      answer: {and: {weights: [1, 1], bias: -0.5}, or: {weights: [1, 1], bias: -0.5}, not: {weights: [-1], bias: 0.5}},
      says: 'AND says yes to (0, 1)',
    },
    {
      answer: {and: {weights: [1, 1], bias: -1.5}, or: {weights: [1, 1], bias: 0}, not: {weights: [-1], bias: 0.5}},
      says: 'exactly 0',
    },
    {
      answer: {and: {weights: [1, 1], bias: -1.5}, or: {weights: [1, 1], bias: 0.5}, not: {weights: [-1], bias: 0.5}},
      says: 'OR says yes to (0, 0)',
    },
    {
      answer: {and: {weights: [1, 1], bias: -1.5}, or: {weights: [1, 1], bias: -0.5}, not: {weights: [1], bias: -0.5}},
      says: 'NOT says no to (0)',
    },
    {
      answer: {and: {weights: [1, 1], bias: -1.5}, or: {weights: [1, 1], bias: -0.5}, not: {weights: [0], bias: 0}},
      says: 'NOT is still empty',
    },
  ],
  hints: [
    'With the weights 1 and 1 the sum is 0, 1 or 2: the number of ones. Where must the threshold lie for AND, where for OR?',
    'AND needs a threshold between 1 and 2, so a bias between −1 and −2. OR needs one between 0 and 1.',
    'For NOT the input must count against: a weight of −1, and a bias that makes 0 a yes and 1 a no.',
  ],
};

function checkGates(answer: unknown): Verdict {
  if (typeof answer !== 'object' || answer === null)
    return wrong(`The answer is an object with three gates, and this is ${kind(answer)}.`);
  const given = answer as Partial<Record<string, Partial<Gate>>>;
  const names = Object.keys(GATES) as (keyof typeof GATES)[];
  const fault = names.map((name) => gateFault(name, given[name])).find((found) => found !== undefined);
  if (fault) return wrong(fault);
  const isEmpty = (name: string): boolean => given[name]!.bias === 0 && given[name]!.weights!.every((w) => w === 0);
  if (names.every(isEmpty)) return NOT_ATTEMPTED;
  const empty = names.find(isEmpty);
  const mistake = names
    .map((name) => (isEmpty(name) ? undefined : gateMistake(name, given[name] as Gate)))
    .find((said) => said !== undefined);
  if (mistake) return wrong(mistake);
  if (empty) return wrong(`So far so good; ${empty.toUpperCase()} is still empty.`);
  return correct('All three gates hold. Any line on the right side of each point would have done.');
}

function gateFault(name: keyof typeof GATES, gate: Partial<Gate> | undefined): string | undefined {
  const inputs = GATES[name][0].x.length;
  const isWhole =
    Array.isArray(gate?.weights) &&
    gate.weights.length === inputs &&
    [...gate.weights, gate.bias].every((value) => Number.isFinite(value));
  return isWhole
    ? undefined
    : `\`${name}\` must have ${inputs} weight${inputs > 1 ? 's' : ''} and a bias, all of them numbers.`;
}

function gateMistake(name: keyof typeof GATES, {weights, bias}: Gate): string | undefined {
  for (const {x, yes} of GATES[name]) {
    const sum = x.reduce((products, value, j) => products + value * weights[j], 0) + bias;
    const z = Math.abs(sum) < 1e-9 ? 0 : sum; // 0.3 + 0.6 − 0.9 is 0, whatever rounding makes of it
    const row = `${name.toUpperCase()} says ${z >= 0 ? 'yes' : 'no'} to (${x.join(', ')})`;
    if (z >= 0 === yes) continue;
    if (z === 0) return `${row}, since its net input is exactly 0 there, and 0 counts as yes. Shift the bias a little.`;
    return `${row}: its net input there is ${say(z)}. Which way must the bias or a weight move?`;
  }
  return undefined;
}

const threshold = numericExercise({
  id: '01-one-neuron/threshold',
  stub: undefined,
  solution: -8.75,
  why: 'At 35 the net input is 0.25 · 35 − 8.75 = 0, and the logistic function is one half at 0.',
  mistakes: [
    {
      answer: -12.25,
      says: 'That shifts the threshold the wrong way, to 49. People buy earlier now, so less has to be taken away.',
    },
    {answer: 1.75, says: 'That is by how much the bias changes. What is it afterwards?'},
    {answer: 8.75, says: 'The size is right. But the bias has to take away what 0.25 · 35 brings.'},
    {answer: -35, says: 'That would be right for the weight 1. Here an age of 35 counts only a quarter of that.'},
    {answer: -10.5, says: 'That is the bias for 42. What is 0.25 · 35?'},
    {answer: 35, says: 'That is the threshold itself. The bias is what makes the net input 0 there.'},
    {
      answer: -8.25,
      says: 'That makes the net input one half. The *output* shall be one half, and that is at a net input of 0.',
    },
  ],
  otherwise: 'The output is one half where the net input is 0. So solve 0.25 · 35 + b = 0.',
  hints: [
    'At which net input is the logistic function one half? Look at its curve.',
    'At 0. So 0.25 · 35 + b must be 0.',
    'b = −0.25 · 35.',
  ],
});

const categories: Exercise = {
  id: '01-one-neuron/categories',
  stub: [],
  solution: [2, 3, 4, 5, 6],
  check: checkCategories,
  mistakes: [
    {answer: [4], says: 'only one of them'},
    {answer: [1, 7], says: 'come out right'},
    {answer: [2, 3, 4, 5], says: 'Saturday is missing'},
    {answer: [2, 3, 4, 5, 6, 7], says: 'come out right'},
    {answer: ['Tuesday'], says: 'numbers'},
  ],
  hints: [
    'The net input is w · day + b. Draw it over the days: what shape does it have?',
    'A straight line that is above 0 at day 1 and above 0 at day 7. Can it be below 0 in between?',
    'It can’t. So every day between 1 and 7 gets a yes, and every one of them should have got a no.',
  ],
};

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function isNumberList(answer: unknown): answer is number[] {
  return Array.isArray(answer) && answer.every((day) => typeof day === 'number');
}

function checkCategories(answer: unknown): Verdict {
  if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) return NOT_ATTEMPTED;
  if (!Array.isArray(answer) || !answer.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) {
    return wrong(
      `The answer is a list of numbers from 1 (Monday) to 7 (Sunday), and this is ${isNumberList(answer) ? answer.join(', ') : kind(answer)}.`,
    );
  }
  const days = new Set(answer as number[]);
  if (days.has(1) || days.has(7))
    return wrong('Monday and Sunday come out right: that was the condition. Which others can’t?');
  const missing = [2, 3, 4, 5, 6].filter((day) => !days.has(day));
  if (missing.length === 0)
    return correct(
      'A straight line above 0 at both ends is above 0 in between. One-hot days don’t have an in-between.',
    );
  if (days.size === 1)
    return wrong(
      'That is only one of them. The net input w · day + b is a straight line over the days: where does it lie on the others?',
    );
  return wrong(`${DAYS[missing[0] - 1]} is missing. Does its net input not lie between Monday’s and Sunday’s?`);
}

/** The exercises of lesson 01, in its order. */
export const oneNeuronExercises: readonly Exercise[] = [outputByHand, gates, threshold, categories];
