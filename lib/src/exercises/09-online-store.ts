import {kind, numericExercise, word} from './answers';
import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

const hours = numericExercise({
  id: '09-online-store/hours',
  stub: [],
  solution: [0, 0, 0, 1],
  why: '23 h lies between 18 and 24 h, the last of the four columns.',
  mistakes: [
    {answer: 3, says: 'That is the number in the table. The network gets four columns, with a single 1 among them.'},
    {answer: 23, says: 'That is the hour. The network gets four columns, with a single 1 among them.'},
    {
      answer: [0, 0, 0, 3],
      says: 'The right column, but it holds a 1: yes, this one. A 3 would be three times as much.',
    },
    {answer: [0, 0, 0, 23], says: 'The right column, but it holds a 1: yes, this one. The hour itself is forgotten.'},
    {answer: [1, 0, 0, 0], says: 'That is the night, from 0 to 6 h.'},
    {answer: [0, 0, 1, 0], says: 'That is the afternoon, from 12 to 18 h.'},
    {answer: [1, 1, 1, 1], says: 'A visit falls into one part of the day, so there is a single 1.'},
  ],
  otherwise: 'One column for each part of the day: 1 in the one in which 23 h lies, 0 in the others.',
  hints: ['The columns are 0–6 h, 6–12 h, 12–18 h and 18–24 h.', 'A single 1, three zeros.', 'The 1 stands last.'],
});

const prices = numericExercise({
  id: '09-online-store/prices',
  stub: undefined,
  solution: 1 / 7,
  why: '(1 − p) · 1 = p · 6 at p = 1/7. The dearer the mistake, the surer one has to be.',
  mistakes: [
    {answer: 6 / 7, says: 'That is the chance of *not* checking out. Asked for is the other one.'},
    {
      answer: 1 / 6,
      says: 'That is 1/6. But the gain comes only with those who don’t check out: (1 − p) · 1, and not 1.',
    },
    {answer: 6, says: 'That is the ratio of the prices. A chance lies between 0 and 1.'},
    {answer: 0.5, says: 'A half is right where both mistakes cost the same. Here one costs six times as much.'},
    {answer: 14.3, says: 'Right in per cent. Write it as a share of 1.'},
    {answer: 0.2, says: 'That was the threshold at a cost of 4 €. Now it is 6 €.'},
  ],
  otherwise: 'The pop-up is worth (1 − p) · 1 − p · 6 euros. At which p is that 0?',
  hints: ['(1 − p) · 1 = p · 6', '1 = p · (1 + 6)', 'p = 1/7'],
});

/** The second feature of the interaction that the table holds. */
const PARTNER = 'returning';
const OTHERS = ['phone', 'time of day'];

const interaction: Exercise = {
  id: '09-online-store/interaction',
  stub: ['minutes', '…'],
  solution: ['minutes', PARTNER],
  check: judgePair,
  mistakes: [
    {answer: ['minutes', 'phone'], says: 'both lines climb'},
    {answer: ['time of day', 'minutes'], says: 'both lines climb'},
    {answer: ['phone', 'returning'], says: 'One of the two is `minutes`'},
    {answer: ['minutes', 'minutes'], says: 'Two different features'},
    {answer: ['minutes', 'products'], says: 'All visitors that you made up have viewed one product'},
    {answer: ['minutes', 'weather'], says: 'one of'},
    {answer: ['minutes'], says: 'a list of two names'},
    {answer: 'returning', says: 'a list of two names'},
  ],
  hints: [
    'In the cell with `ask`, write another visitor in place of the phone, and run it again.',
    'Where both lines climb, the minutes count for both.',
    'Compare `visitor(0, 0, 2)` with `visitor(0, 1, 2)`.',
  ],
};

function judgePair(answer: unknown): Verdict {
  if (answer === undefined) return NOT_ATTEMPTED;
  if (!Array.isArray(answer) || answer.length !== 2) {
    return wrong("The answer is a list of two names, such as `['minutes', 'phone']`.");
  }
  const names = answer.map((name) => word(name).trim().toLowerCase());
  if (names.includes('…') || names.includes('')) return NOT_ATTEMPTED;
  if (names[0] === names[1]) return wrong('Two different features depend on each other.');
  if (!names.includes('minutes')) return wrong('One of the two is `minutes`: they run along the chart.');
  const other = names[0] === 'minutes' ? names[1] : names[0];
  if (other === PARTNER)
    return correct('The minutes of newcomers lead to the checkout; those of returning visitors lead nowhere.');
  if (other === 'products')
    return wrong(
      'All visitors that you made up have viewed one product, so the chart can’t tell. Try the others first.',
    );
  if (!OTHERS.includes(other))
    return wrong(`The other is one of ${[PARTNER, ...OTHERS].map((name) => `\`'${name}'\``).join(', ')}.`);
  return wrong(`With ${other} both lines climb. Look for a pair where one climbs and the other stays flat.`);
}

interface Visit {
  products: number;
  minutes: number;
  phone: number;
  returning: number;
}
type Column = (visit: Visit) => unknown;
const VISIT: Visit = {products: 1, minutes: 0.2, phone: 0, returning: 0};
/** How far a feature is moved: far enough for columns that change at some number of minutes or products. */
const MOVED: Visit = {products: 2, minutes: 3, phone: 1, returning: 1};
const PAIRS = [
  ['minutes', 'returning'],
  ['minutes', 'phone'],
  ['minutes', 'products'],
  ['products', 'phone'],
  ['products', 'returning'],
  ['phone', 'returning'],
] as const;

const column: Exercise = {
  id: '09-online-store/column',
  stub: () => 0,
  solution: ({minutes, returning}: Visit) => minutes * returning,
  check: judgeColumn,
  mistakes: [
    {answer: ({minutes, returning}: Visit) => minutes + returning, says: 'parallel'},
    {answer: ({minutes}: Visit) => minutes, says: 'parallel'},
    {answer: ({minutes}: Visit) => minutes * minutes, says: 'parallel'},
    {answer: ({minutes, phone}: Visit) => minutes * phone, says: 'lets `minutes` and `phone` depend on each other'},
    {answer: ({minutes, products}: Visit) => minutes / (1 + products), says: 'lets `minutes` and `products`'},
    {answer: ({products, returning}: Visit) => products * returning, says: 'lets `products` and `returning`'},
    {answer: () => 7, says: 'same for every visit'},
    {answer: ({minutes, returning}: Visit) => minutes / returning, says: 'not a finite number'},
    {answer: ({minutes, returning}: Visit) => [minutes, returning], says: 'a list'},
    {answer: 5, says: 'The answer is a function'},
  ],
  hints: [
    'The column must hold the minutes for the one kind of visitor and something constant for the other.',
    '`returning` is 0 or 1. What does a product with it do?',
    '`visit.minutes * visit.returning`',
  ],
};

function judgeColumn(answer: unknown): Verdict {
  if (answer === undefined) return NOT_ATTEMPTED;
  if (typeof answer !== 'function') return wrong(`The answer is a function of a visit, and this is ${kind(answer)}.`);
  const visits = PAIRS.flatMap((pair) => corners(pair));
  const values = visits.map((visit) => (answer as Column)(visit));
  const strange = values.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0) {
    const got = typeof values[strange] === 'number' ? 'not a finite number' : kind(values[strange]);
    return wrong(
      `The function must return a number for every visit. For ${JSON.stringify(visits[strange])} it returned ${got}.`,
    );
  }
  if (values.every((value) => value === 0)) return NOT_ATTEMPTED;
  if (values.every((value) => value === values[0]))
    return wrong('This column is the same for every visit, so it tells nothing.');
  const found = PAIRS.filter((pair) => Math.abs(twist(answer as (visit: Visit) => number, pair)) > 1e-9);
  if (found.some(([a, b]) => a === 'minutes' && b === 'returning'))
    return correct(
      'Now the minutes can count for the one and not for the other. Run the solution to see what such a column is worth.',
    );
  if (found.length === 0)
    return wrong('With this column the lines are still parallel: no feature changes what another one adds.');
  const [a, b] = found[0];
  return wrong(`This column lets \`${a}\` and \`${b}\` depend on each other. Exercise 3 found another pair.`);
}

/** Four visits that differ in two features. */
function corners([a, b]: readonly [keyof Visit, keyof Visit]): Visit[] {
  return [[1, 1], [1, 0], [0, 1], [0, 0]].map(([p, q]) => ({...VISIT, [a]: VISIT[a] + p * MOVED[a], [b]: VISIT[b] + q * MOVED[b]})); // prettier-ignore
}

/** How much more the one feature adds when the other is larger: 0 where both only add up. */
function twist(f: (visit: Visit) => number, pair: readonly [keyof Visit, keyof Visit]): number {
  const [both, first, second, none] = corners(pair).map((visit) => f(visit));
  return both - first - second + none;
}

const recallLogits = numericExercise({
  id: '09-online-store/recall-logits',
  stub: undefined,
  solution: -1.5,
  why: 'The logarithm of a ratio of two chances is the difference of their logits: 2.5 − 4.',
  mistakes: [
    {answer: 1.5, says: 'The right size. But the checkout stands above: its logit comes first, 2.5 − 4.'},
    {
      answer: 0.625,
      says: 'That is 2.5/4. Chances are exponentials of logits, so their ratio is a *difference* of logits.',
    },
    {answer: 0.2231, says: 'That is the ratio of the chances itself. Asked for is its logarithm.'},
    {answer: 2.5, says: 'That is the logit of the checkout alone. Take off that of the cart.'},
    {answer: -0.47, says: 'That is the logarithm of 2.5/4. The logits are logarithms already (but for a constant).'},
  ],
  otherwise: 'The chance of k is e to its logit, divided by the same sum for all. What is left of the ratio?',
  hints: ['p₂/p₁ = e²·⁵/e⁴: the sum below cancels.', 'The logarithm of eᵃ/eᵇ is a − b.', '2.5 − 4'],
});

const recallFolds = numericExercise({
  id: '09-online-store/recall-folds',
  stub: [],
  solution: [400, 1],
  why: 'Four of five folds of 100 rows train, and each row stands in one fold.',
  mistakes: [
    {answer: [100, 1], says: 'The second number is right. 100 rows are tested; the model is trained by the others.'},
    {
      answer: [500, 1],
      says: 'The second number is right. But whoever trains with all rows has none left for the test.',
    },
    {answer: [400, 5], says: 'The first number is right. Each row *trains* four of the models. How many test it?'},
    {
      answer: [400, 4],
      says: 'The first number is right. A row trains four of the models, and the fifth is tested by it.',
    },
    {answer: [1, 400], says: 'The right numbers in the wrong order.'},
    {answer: [125, 1], says: 'The second number is right. Five folds of 500 rows have 100 each; four of them train.'},
  ],
  otherwise: 'Five folds of 100 rows. Each is the test once, while the four others train.',
  hints: ['500 / 5 = 100 rows in a fold.', 'Four folds train.', 'Each row stands in one fold only.'],
});

/** The exercises of lesson 09, in its order. */
export const onlineStoreExercises: readonly Exercise[] = [
  hours,
  prices,
  interaction,
  column,
  recallLogits,
  recallFolds,
];
