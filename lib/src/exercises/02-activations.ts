import {say} from '../charts/text';
import {kind, numericExercise, word} from './answers';
import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

const slopeByHand = numericExercise({
  id: '02-activations/slope-by-hand',
  stub: undefined,
  solution: 5,
  why: 'f(2.5) = 8.75 and f(1.5) = 3.75; they are 5 apart, and the points 1.',
  mistakes: [
    {answer: 4.5, says: 'That is the quotient from 1.5 to 2. Here you step to both sides, from 1.5 to 2.5.'},
    {answer: 1.25, says: 'In code, `/ 2 * 0.5` divides by 2 and then takes half. Write `/ (2 * 0.5)`.'},
    {answer: 8, says: 'A pair of brackets is missing: all of f(1.5) = 1.5² + 1.5 is taken away.'},
    {answer: 5.5, says: 'That is the quotient from 2 to 2.5. Here you step to both sides, from 1.5 to 2.5.'},
    {answer: 10, says: 'You divided by h. The two points are 2h apart, and that is 1.'},
    {answer: 4, says: 'That is the quotient of z² alone. The z that is added has a slope, too.'},
    {answer: 6, says: 'That is f(2), the value. The slope asks how fast it changes there.'},
    {answer: 2.5, says: 'You divided by 2. The two points are 2 · h = 2 · 0.5 apart.'},
  ],
  otherwise: 'Work out f(2.5) and f(1.5) first. Then divide their difference by the distance of the two points.',
  hints: [
    'The two points are 2 + 0.5 and 2 − 0.5.',
    'f(2.5) = 6.25 + 2.5 = 8.75. What is f(1.5)?',
    'f(1.5) = 2.25 + 1.5 = 3.75, so it is (8.75 − 3.75) / 1.',
  ],
});

interface ValueAndSlope {
  value: (z: number) => number;
  derivative: (z: number) => number;
}

const LEAK = 0.01;
/** Net inputs on both sides of the corner, none within a step of it. */
const POINTS: readonly number[] = [-1, -3, -0.2, 1, 3, 0.2, -40, 40];

const leakyRelu: Exercise = {
  id: '02-activations/leaky-relu',
  stub: {value: () => 0, derivative: () => 0},
  solution: activation(
    (z) => (z > 0 ? z : LEAK * z),
    (z) => (z > 0 ? 1 : LEAK),
  ),
  check: checkLeakyRelu,
  mistakes: [
    {answer: activation((z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)), says: 'blocks'}, // prettier-ignore
    {answer: activation((z) => (z > 0 ? z : -LEAK * z), (z) => (z > 0 ? 1 : -LEAK)), says: 'positive'}, // prettier-ignore
    {answer: activation((z) => (z > 0 ? z : LEAK), (z) => (z > 0 ? 1 : 0)), says: 'does not depend'}, // prettier-ignore
    {answer: activation((z) => (z > 0 ? z : LEAK * z), (z) => (z > 0 ? 1 : 0)), says: 'left of 0 your slope is 0'}, // prettier-ignore
    {answer: activation((z) => (z > 0 ? z : LEAK * z), (z) => (z > 0 ? z : LEAK * z)), says: 'value once more'}, // prettier-ignore
    {answer: activation((z) => (z > 0 ? z : LEAK * z), () => 0), says: 'The slope is still empty'}, // prettier-ignore
    {answer: activation((z) => Math.min(z, LEAK * z), (z) => (z > 0 ? LEAK : 1)), says: 'the wrong way round'}, // prettier-ignore
  ],
  hints: [
    'Two cases: `z > 0 ? … : …`. The same two cases serve for the slope.',
    'Where z is positive the value is z: a straight line. How steep is it? Where z is negative it is 0.01 · z: how steep is that?',
    'The slopes are 1 and 0.01. They don’t contain z.',
  ],
};

function activation(value: (z: number) => number, derivative: (z: number) => number): ValueAndSlope {
  return {value, derivative};
}

function checkLeakyRelu(answer: unknown): Verdict {
  const given = (answer ?? {}) as ValueAndSlope;
  if (typeof given.value !== 'function' || typeof given.derivative !== 'function') {
    return wrong(
      `The answer is an object with two functions, \`value\` and \`derivative\`, and this is ${kind(answer)}.`,
    );
  }
  // Called on the object: a slope may use `this.value`.
  const value = (z: number): number => given.value(z);
  const derivative = (z: number): number => given.derivative(z);
  const isEmpty = (f: (z: number) => number): boolean => POINTS.every((z) => f(z) === 0);
  if (isEmpty(value) && isEmpty(derivative)) return NOT_ATTEMPTED;
  if (isEmpty(value)) return wrong('The value is still empty. Write it first: the slope is checked against it.');
  const fault = valueFault(value) ?? slopeFault(value, derivative, isEmpty(derivative));
  return fault
    ? wrong(fault)
    : correct('The value is right at every point, and the slope agrees with the difference quotient everywhere.');
}

function valueFault(value: (z: number) => number): string | undefined {
  const expected = (z: number): number => (z > 0 ? z : LEAK * z);
  const off = POINTS.find((z) => !(Math.abs(value(z) - expected(z)) < 1e-9));
  if (off === undefined) return undefined;
  if (POINTS.every((z) => isNear(value(z), z > 0 ? LEAK * z : z)))
    return 'The two cases are the wrong way round: what is positive passes unchanged.';
  if (value(-1) === 0 && value(-3) === 0)
    return 'It blocks negative net inputs, as the plain ReLU does. A leaky one lets a hundredth through.';
  if (value(off) === undefined) return `value(${say(off)}) is undefined: is a \`return\` missing?`;
  if (value(-1) < 0 && isNear(value(-3), 3 * value(-1))) {
    return `Negative net inputs should be multiplied by ${LEAK}, and yours by ${say(-value(-1))}.`;
  }
  if (isNear(value(-1), LEAK)) {
    return value(-3) === value(-1)
      ? 'For negative net inputs the value does not depend on z. It should be 0.01 *times* z.'
      : 'Its value at −1 is positive. A hundredth of a negative number is negative.';
  }
  return `value(${say(off)}) must be ${say(expected(off))}, got ${say(value(off))}.`;
}

function slopeFault(
  value: (z: number) => number,
  derivative: (z: number) => number,
  isEmpty: boolean,
): string | undefined {
  const quotient = (z: number): number => (value(z + 1e-4) - value(z - 1e-4)) / 2e-4;
  const off = POINTS.find((z) => !isNear(derivative(z), quotient(z)));
  if (off === undefined) return undefined;
  if (isEmpty) return 'The value is right. The slope is still empty.';
  if (derivative(-1) === 0)
    return 'The value is right. But left of 0 your slope is 0, and the line 0.01 · z rises a little.';
  if (POINTS.every((z) => isNear(derivative(z), value(z))))
    return 'The slope is the value once more. How steep are the two straight pieces?';
  if (isNear(derivative(-3), 3 * derivative(-1)) && derivative(1) === 1) {
    return 'The value is right. But left of 0 your slope changes with z: how steep is the line 0.01 · z, at −1 and at −3?';
  }
  return `The value is right. But at ${say(off)} the difference quotient is ${say(quotient(off))}, and your slope says ${say(derivative(off))}.`;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}

type Question = 'rain' | 'visitors' | 'temperature';

/** What is right for each question, and what is said of each wrong choice. */
const OUTPUTS: Readonly<Record<Question, {right: string; wrong: Readonly<Record<string, string>>}>> = {
  rain: {
    right: 'sigmoid',
    wrong: {
      identity: 'Rain: the identity could answer with a probability of 7, or of −2. Which one stays between 0 and 1?',
      binaryStep: 'Rain: a step says only yes or no. A probability also has the values in between.',
      tanh: 'Rain: tanh goes down to −1, and no probability does.',
      softplus: 'Rain: softplus is never negative, but it goes above 1.',
    },
  },
  visitors: {
    right: 'softplus',
    wrong: {
      identity:
        'Visitors: the identity can be negative, and −3 visitors don’t come. Which one is never negative and has no upper end?',
      binaryStep: 'Visitors: a step would expect none or one.',
      sigmoid: 'Visitors: the logistic function ends at 1, so nobody could expect two visitors.',
      tanh: 'Visitors: tanh ends at 1, and can be negative besides.',
    },
  },
  temperature: {
    right: 'identity',
    wrong: {
      binaryStep: 'Temperature: with a step it would be 0 °C or 1 °C every day.',
      sigmoid: 'Temperature: the logistic function stays between 0 and 1, and summer is warmer.',
      tanh: 'Temperature: tanh stays between −1 and 1.',
      softplus: 'Temperature: softplus is never negative. What about winter?',
    },
  },
};

const chooseOutput: Exercise = {
  id: '02-activations/choose-output',
  stub: {rain: '', visitors: '', temperature: ''},
  solution: {rain: 'sigmoid', visitors: 'softplus', temperature: 'identity'},
  check: checkChoice,
  mistakes: [
    {answer: {rain: 'binaryStep', visitors: 'softplus', temperature: 'identity'}, says: 'only yes or no'},
    {answer: {rain: 'sigmoid', visitors: 'sigmoid', temperature: 'identity'}, says: 'ends at 1'},
    {answer: {rain: 'sigmoid', visitors: 'identity', temperature: 'identity'}, says: 'can be negative'},
    {answer: {rain: 'sigmoid', visitors: 'softplus', temperature: 'softplus'}, says: 'winter'},
    {answer: {rain: 'sigmoid', visitors: 'softplus', temperature: ''}, says: 'temperature is still empty'},
    {answer: {rain: 'sigmoid', visitors: 'relu', temperature: 'identity'}, says: '`relu` is not among the five'},
    {answer: {rain: 'toString', visitors: '', temperature: ''}, says: '`toString` is not among the five'},
  ],
  hints: [
    'Ask of each quantity: can it be negative? Has it an upper end? Can it lie in between?',
    'A probability lies between 0 and 1. A number of visitors is 0 or more, without an upper end. A temperature in °C can be anything.',
    'Look at the grey band in the picture of the nine: one of the five fills it softly, one is never below 0 and rises for ever, one goes both ways.',
  ],
};

/** The name that was chosen; the activation itself stands for its name, and the logistic function has two. */
function nameOf(choice: unknown): string {
  const own = typeof choice === 'object' && choice !== null && 'name' in choice ? choice.name : choice;
  const name = word(own).trim();
  return name.toLowerCase() === 'logistic' ? 'sigmoid' : name;
}

function checkChoice(answer: unknown): Verdict {
  if (typeof answer !== 'object' || answer === null)
    return wrong(`The answer is an object with three names, and this is ${kind(answer)}.`);
  const given = answer as Partial<Record<Question, unknown>>;
  const questions = Object.keys(OUTPUTS) as Question[];
  if (questions.every((question) => given[question] === '')) return NOT_ATTEMPTED;
  for (const question of questions) {
    const {right, wrong: messages} = OUTPUTS[question];
    const choice = nameOf(given[question]);
    const known = Object.keys(messages).find((name) => name.toLowerCase() === choice.toLowerCase());
    if (choice.toLowerCase() === right.toLowerCase()) continue;
    if (choice === '') return wrong(`The choice for ${question} is still empty.`);
    return wrong(known ? messages[known] : `\`${choice}\` is not among the five names.`);
  }
  return correct('The output of a network takes its range from what it stands for.');
}

const fold = numericExercise({
  id: '02-activations/fold',
  stub: [],
  solution: [-6, 1],
  why: '−3 (2x + 1) + 4 = −6x − 3 + 4 = −6x + 1.',
  mistakes: [
    {
      answer: [-6, 5],
      says: 'The weight is right. The first bias goes through the second neuron, too: −3 · 1, and then + 4.',
    },
    {
      answer: [-1, 5],
      says: 'You added the two weights and the two biases. The second neuron *multiplies* what the first one gives.',
    },
    {
      answer: [-6, 4],
      says: 'The weight is right. The first bias has gone missing: the second neuron multiplies it by −3.',
    },
    {answer: [-6, 7], says: 'The weight is right. The first bias is multiplied by −3, so it counts against.'},
    {answer: [6, 7], says: 'The minus of −3 has gone missing.'},
    {answer: [-6, -3], says: 'The weight is right, and −3 · 1 is, too. The + 4 is missing.'},
    {answer: [6, 1], says: 'The bias is right. The weight is 2 · (−3).'},
    {answer: [1, -6], says: 'These are the right numbers in the other order: the weight comes first.'},
    {
      answer: [-6, 9],
      says: 'You folded them the other way round: here 2x + 1 comes first, and −3 · (…) + 4 takes its output.',
    },
  ],
  otherwise: 'Write the first neuron’s formula in place of the dots: −3 · (2x + 1) + 4. Then multiply out.',
  hints: [
    'Put 2x + 1 in place of the dots in −3 · (…) + 4.',
    'Multiply out: −3 · 2x and −3 · 1.',
    'It is −6x − 3 + 4.',
  ],
});

/** The exercises of lesson 02, in its order. */
export const activationExercises: readonly Exercise[] = [slopeByHand, leakyRelu, chooseOutput, fold];
