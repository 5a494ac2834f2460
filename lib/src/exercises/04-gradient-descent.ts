import {loadIris} from '../data/iris';
import {functionExercise, numericExercise} from './answers';
import type {Exercise} from './exercise';

const slopesByHand = numericExercise({
  id: '04-gradient-descent/slopes-by-hand',
  stub: [],
  solution: [-3, -1.5],
  why: 'The net input is −0.5, so the miss is 1.5. Raising w raises z twice as fast as raising b does, since x = 2.',
  mistakes: [
    {
      answer: [3, 1.5],
      says: 'Right in size, but not in sign: if w rises, the miss y − z gets smaller, so the loss falls.',
    },
    {answer: [-1.5, -1.5], says: 'The second is right. In the first the input is missing: w acts through w · x.'},
    {
      answer: [-1.5, -0.75],
      says: 'Both are half as large as they should be: the slope of ½ e² is e, so the half is gone.',
    },
    {
      answer: [-6, -3],
      says: 'Both are twice as large as they should be: that is the slope of e². The loss has a half in front.',
    },
    {answer: [-1.5, -3], says: 'These are the right numbers in the other order: the slope in w comes first.'},
    {
      answer: [3, -1.5],
      says: 'The second is right. The first has the wrong sign: if w rises, z rises too, and the miss gets smaller.',
    },
    {
      answer: [-3, 1.5],
      says: 'The first is right. The second has the wrong sign: if b rises, z rises too, and the miss gets smaller.',
    },
    {
      answer: [1.5, 3],
      says: 'The other order and the other sign: w comes first, and both slopes point downwards here.',
    },
    {
      answer: [-4, -2],
      says: 'That uses the answer ŷ = −1. The delta rule uses the net input itself: z = 0.5 · 2 − 1.5.',
    },
    {answer: [1, 0.5], says: 'That uses z in place of the miss. Work out y − z first.'},
    {
      answer: [0.8, -1.35],
      says: 'These are the weights after a step with η = 0.1. Asked for are the slopes themselves.',
    },
  ],
  otherwise: 'Go in three steps: the net input z, the miss y − z, and then −(y − z) · x and −(y − z).',
  hints: [
    'The net input is z = 0.5 · 2 − 1.5 = −0.5. By how much does it miss y = 1?',
    'The miss is y − z = 1.5. The slope in b is minus the miss.',
    'The slope in w is minus the miss, times the input 2.',
  ],
});

type Landscape = (w: number, b: number) => number;
type Asked = [f: Landscape, w: number, b: number, h: number];

/** A measurement from the values one step ahead, here and one step back, the same way for both numbers. */
function measureBy(quotient: (ahead: number, here: number, back: number, h: number) => number) {
  return (...[f, w, b, h]: Asked): number[] => [
    quotient(f(w + h, b), f(w, b), f(w - h, b), h),
    quotient(f(w, b + h), f(w, b), f(w, b - h), h),
  ];
}

const measured = measureBy((ahead, _here, back, h) => (ahead - back) / (2 * h));

const measure = functionExercise<Asked>({
  id: '04-gradient-descent/measure',
  // It bends in both directions, and h is large: a quotient that looks to one side only is seen to be off.
  given: () => [(w, b) => w * w * w + 2 * w * b * b, 1, 2, 0.1],
  stub: () => [0, 0],
  solution: measured,
  why: 'One number moves while the other is held still, and it moves as far to one side as to the other.',
  mistakes: [
    {
      answer: measureBy((ahead, here, _back, h) => (ahead - here) / h),
      says: 'This looks ahead only: (f(w + h, b) − f(w, b)) / h. It is off by an amount that grows with h. Look a step back, too.',
    },
    {
      answer: measureBy((_ahead, here, back, h) => (here - back) / h),
      says: 'This looks back only: (f(w, b) − f(w − h, b)) / h. It is off by an amount that grows with h. Look a step ahead, too.',
    },
    {
      answer: measureBy((ahead, _here, back, h) => (ahead - back) / h),
      says: 'Both are twice as large as they should be: how far apart are w + h and w − h?',
    },
    {
      answer: measureBy((ahead, _here, back, h) => ((ahead - back) / 2) * h),
      says: 'The difference is multiplied by h in the end. A slope is a rise divided by a run: put 2 * h into parentheses.',
    },
    {
      answer: measureBy((ahead, _here, back, h) => ahead - back / (2 * h)),
      says: 'Only the second value is divided. Put the difference into parentheses: a quotient comes before a minus.',
    },
    {
      answer: (...asked) => [measured(...asked)[0], 0],
      says: 'The slope in w is right. The slope in b is still 0.',
    },
    {
      answer: (f, w, b) => measured(f, w, b, 1e-5),
      says: 'Right for a tiny step of your own. Use the h that the function is given.',
    },
    {
      answer: measureBy((ahead, _here, back) => ahead - back),
      says: 'That is the rise alone. A slope is the rise divided by the run, and the run is 2h.',
    },
    {
      answer: measureBy((ahead, _here, back, h) => (back - ahead) / (2 * h)),
      says: 'Right in size, with the other sign: take the value behind away from the value ahead.',
    },
    {
      answer: (f, w, b, h) => {
        const slope = (f(w + h, b + h) - f(w - h, b - h)) / (2 * h);
        return [slope, slope];
      },
      says: 'Here both numbers move at once. A partial derivative moves one and holds the other still.',
    },
    {
      answer: (...asked) => measured(...asked).reverse(),
      says: 'These are the right numbers in the other order: the slope in w comes first.',
    },
    {
      answer: (...asked) => measured(...asked).slice(0, 1),
      says: 'The slope in w is right. The slope in b is missing.',
    },
  ],
  otherwise: 'For f(w, b) = w³ + 2wb² at w = 1, b = 2 with h = 0.1 the quotients are 11.01 and 8.',
  hints: [
    'For the first number b is held still: you need `f(w + h, b)` and `f(w - h, b)`.',
    'The two places are 2h apart: `(f(w + h, b) - f(w - h, b)) / (2 * h)`.',
    'The second number is the same with w held still: `f(w, b + h)` and `f(w, b - h)`.',
  ],
});

const valley = numericExercise({
  id: '04-gradient-descent/valley',
  stub: [],
  solution: [0.04, 0.96],
  why: 'The steepest direction flees first, above 2/50. Along the floor 4 % of the way are done in each step, though across it arrives at once.',
  mistakes: [
    {
      answer: [1, 0.96],
      says: 'The factor is right. The border 2/2 would be that of the floor; across the valley the ball is gone long before.',
    },
    {
      answer: [0.02, 0.96],
      says: 'The factor is right. At 1/50 the ball arrives in one step across the valley: it flees at twice that.',
    },
    {answer: [0.04, 0.98], says: 'The border is right. 0.98 is 1 − η: the curvature of the floor, 2, is missing.'},
    {
      answer: [0.04, -0.96],
      says: 'The border is right, and so is the size. But 1 − ηk is above 0 here: along the floor it doesn’t swing.',
    },
    {
      answer: [0.04, 0.9216],
      says: 'The border is right. That is what the loss is multiplied by; the distance is its root.',
    },
    {
      answer: [0.04, 0.04],
      says: 'The border is right. But 0.04 is ηk, the part of the way that is done; what part of the distance is left?',
    },
    {
      answer: [0.04, 0],
      says: 'The border is right. The factor 0 is that across the valley, with k = 50. Along the floor k is 2.',
    },
    {answer: [0.04, 1.04], says: 'The border is right. A factor above 1 would lead away: it is 1 minus ηk.'},
    {answer: [0.96, 0.04], says: 'These are the right numbers in the other order: the rate comes first.'},
    {
      answer: [25, 0.96],
      says: 'The factor is right. The border is 2/k, and this is k/2: a sharper bend asks for a smaller rate.',
    },
    {
      answer: [0.02, 0.04],
      says: 'Two things: at 1/50 it arrives across the valley and flees at twice that; and 0.04 is ηk, not 1 − ηk.',
    },
  ],
  otherwise:
    'The border is 2/k of the direction that flees first. The factor along the floor is 1 − ηk with the floor’s k.',
  hints: [
    'Each direction has a border of its own, 2/k. Which of the two is the smaller?',
    'The smaller is 2/50. Along the floor use k = 2 in 1 − ηk.',
    'So the second number is 1 − 0.02 · 2.',
  ],
});

type Columns = [learned: number[], fresh: number[]];

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]): number =>
  mean(values.map((value) => (value - mean(values)) * (value - mean(values))));
const scaled = (values: number[], center: number, scale: number): number[] =>
  values.map((value) => (value - center) / scale);

/** The column that the lesson itself standardises. */
const petalLengths = (): number[] =>
  loadIris()
    .X.toArrays()
    .map((row) => row[2]);

const standardiseNew = functionExercise<Columns>({
  id: '04-gradient-descent/standardise-new',
  given: () => [
    [2, 4, 4, 4, 5, 5, 7, 9], // mean 5, deviation 2
    [9, 6, 3, 8],
  ],
  stub: (_learned, fresh) => fresh,
  solution: (learned, fresh) => scaled(fresh, mean(learned), Math.sqrt(variance(learned))),
  why: 'A new 9 becomes 2, whoever comes along with it: it lies two deviations above the mean of the values learned from.',
  mistakes: [
    {
      answer: (_learned, fresh) => scaled(fresh, mean(fresh), Math.sqrt(variance(fresh))),
      says: 'The new values were scaled with their own mean and deviation. A single one would always become 0 / 0, and the model would meet other numbers than it learned from.',
    },
    {
      answer: (learned, fresh) => scaled(fresh, mean(fresh), Math.sqrt(variance(learned))),
      says: 'The deviation is the right one, but they were moved by their own mean. What a value becomes must not depend on its companions.',
    },
    {
      answer: (learned, fresh) => scaled(fresh, mean(learned), Math.sqrt(variance(fresh))),
      says: 'The mean is the right one, but they were stretched by their own deviation. What a value becomes must not depend on its companions.',
    },
    {
      answer: (learned, fresh) => {
        const together = [...learned, ...fresh];
        return scaled(fresh, mean(together), Math.sqrt(variance(together)));
      },
      says: 'That takes mean and deviation of all values together, so each newcomer shifts what the model has learned. Use `learned` alone.',
    },
    {
      answer: (learned, fresh) => scaled(fresh, mean(learned), variance(learned)),
      says: 'That divides by the mean of the squares. The deviation is its root.',
    },
    {
      answer: (learned, fresh) => {
        const {length} = learned;
        return scaled(fresh, mean(learned), Math.sqrt((variance(learned) * length) / (length - 1)));
      },
      says: 'Nearly: that divides the sum of the squares by n − 1, as some calculators do. The cell above, and `StandardScaler`, divide by n.',
    },
    {
      answer: (learned, fresh) => scaled(fresh, mean(learned), mean(learned.map((x) => Math.abs(x - mean(learned))))),
      says: 'That divides by the mean distance. The standard deviation squares the distances, takes their mean, and then the root.',
    },
    {
      answer: (_learned, fresh) => scaled(fresh, mean(petalLengths()), Math.sqrt(variance(petalLengths()))),
      says: 'That uses `mean` and `deviation` of the petals, from the cell above. Work them out anew from `learned`, inside the function.',
    },
    {
      answer: (learned, fresh) => scaled(fresh, mean(learned), 1),
      says: 'Moved rightly, but not stretched: divide by the deviation of `learned`.',
    },
    {
      answer: (learned, fresh) => scaled(fresh, 0, Math.sqrt(variance(learned))),
      says: 'Stretched rightly, but not moved: take the mean of `learned` away first.',
    },
    {
      answer: (learned) => scaled(learned, mean(learned), Math.sqrt(variance(learned))),
      says: 'These are the learned values themselves, standardised. Asked for are the fresh ones.',
    },
  ],
  otherwise:
    'With 2, 4, 4, 4, 5, 5, 7, 9 learned (mean 5, deviation 2), the new values 9, 6, 3, 8 become 2, 0.5, −1 and 1.5.',
  hints: [
    'Which values does the model know? Its mean and its deviation belong to those.',
    'Work out mean and deviation of `learned` as in the cell above; don’t look at `fresh` for them.',
    '`fresh.map((x) => (x - mean) / deviation)`, both of `learned`.',
  ],
});

const recallPerceptron = numericExercise({
  id: '04-gradient-descent/recall-perceptron',
  stub: [],
  solution: [0, -0.2],
  why: 'The perceptron sees a right answer and rests. The delta rule sees a net input that is 2 too high, and pulls it back.',
  mistakes: [
    {
      answer: [0, 0],
      says: 'The perceptron rests, that is right. The delta rule doesn’t ask whether the answer is right: it compares y with z = 3.',
    },
    {
      answer: [0, 0.2],
      says: 'The perceptron rests, that is right. The second has the wrong sign: z is above y, so the weight must fall.',
    },
    {
      answer: [-0.2, -0.2],
      says: 'The second is right. The perceptron compares y with its answer ŷ, the sign of z: what is ŷ here?',
    },
    {answer: [-0.2, 0], says: 'These are the right numbers in the other order: the perceptron comes first.'},
    {
      answer: [0, -0.1],
      says: 'The perceptron rests, that is right. For the delta rule work out y − z = 1 − 3, not its sign.',
    },
    {
      answer: [0, -0.3],
      says: 'The perceptron rests, that is right. For the delta rule take y − z = 1 − 3, not −z alone.',
    },
    {answer: [0.2, -0.2], says: 'The second is right. The perceptron’s answer ŷ is +1, as it should be: y − ŷ is 0.'},
    {answer: [0, -2], says: 'The perceptron rests, that is right. The second is y − z alone: multiply it by η.'},
  ],
  otherwise: 'Perceptron: η (y − ŷ) x with ŷ = ±1. Delta rule: η (y − z) x with z itself.',
  hints: [
    'With z = 3 the perceptron answers ŷ = +1. Is that right?',
    'So y − ŷ = 0 there. The delta rule has y − z = 1 − 3.',
    'The second number is 0.1 · (1 − 3) · 1.',
  ],
});

const recallLogistic = numericExercise({
  id: '04-gradient-descent/recall-logistic',
  stub: undefined,
  solution: 0.25,
  why: 'Its slope is a(1 − a), and at 0 that is 0.5 · 0.5. It is nowhere steeper.',
  mistakes: [
    {answer: 0.5, says: 'That is the value of the function at 0, not its slope.'},
    {
      answer: 1,
      says: 'That is the slope of tanh at 0. The logistic function climbs from 0 to 1 only, and twice as slowly.',
    },
    {answer: 0, says: 'Far from 0 it is nearly flat. At 0 it is at its steepest.'},
  ],
  otherwise: 'Its slope is a(1 − a), where a is the value of the function. What is its value at 0?',
  hints: ['The logistic function is 0.5 at z = 0.', 'Its slope is a(1 − a).', 'So it is 0.5 · (1 − 0.5).'],
});

/** The exercises of lesson 04, in its order. */
export const gradientDescentExercises: readonly Exercise[] = [
  slopesByHand,
  measure,
  valley,
  standardiseNew,
  recallPerceptron,
  recallLogistic,
];
