import {makeBlobs} from '../data/makeBlobs';
import type {EpochLog} from '../trainers/classifier';
import {Perceptron} from '../trainers/perceptron';
import {kind, numericExercise} from './answers';
import {correct, NOT_ATTEMPTED, wrong, type Exercise, type Verdict} from './exercise';

const readTheCurve = numericExercise({
  id: '03-perceptron/read-the-curve',
  stub: undefined,
  solution: 2,
  why: 'Epoch 3 walked past every row without a correction, so the weights it used, those of the end of epoch 2, were right for all.',
  mistakes: [
    {
      answer: 3,
      says: 'In epoch 3 nothing moved. The weights that passed that test are older than epoch 3: when were they made?',
    },
    {
      answer: 5,
      says: 'The weights of epoch 5 are right, but they are not the first: nothing has changed since the last correction.',
    },
    {
      answer: 1,
      says: 'Epoch 2 still made 4 corrections, so the weights after epoch 1 had at least one row wrong.',
    },
  ],
  otherwise: 'Look for the last epoch that changed the weights. What does the first epoch without a correction prove?',
  hints: [
    'A correction is made only where the answer is wrong, and only a correction changes the weights.',
    'In an epoch without a correction all rows meet the same weights, and all of them are right. Which weights are these?',
    'They are the weights as the last correction left them, and that was made in the last epoch before the zeros.',
  ],
});

const oneUpdate = numericExercise({
  id: '03-perceptron/one-update',
  stub: [],
  solution: [1.4, -0.4],
  why: 'It said −1, the truth was +1, so the step is 0.1 · 2 · (2, 3) = (0.4, 0.6), towards the row.',
  mistakes: [
    {
      answer: [1.2, -0.7],
      says: 'That step is half as long as it should be: η (y − ŷ) is 0.1 · 2 here, since y = +1 and ŷ = −1 are two apart.',
    },
    {
      answer: [0.6, -1.6],
      says: 'That step leads away from the row. The truth was +1, so the row must score higher next time.',
    },
    {
      answer: [0.8, -1.3],
      says: 'That step leads away from the row, and it is half as long as it should be: work out y − ŷ with its sign.',
    },
    {answer: [1.4, -0.4, 0.2], says: 'The weights are right. The bias is not asked for: leave the third number out.'},
    {
      answer: [0.4, 0.6],
      says: 'That is the step alone, and it is right. Add it to the weights that were there, (1, −1).',
    },
    {
      answer: [-0.4, 1.4],
      says: 'These are the right numbers in the other order: the first weight belongs to the input 2.',
    },
    {
      answer: [1, -1],
      says: 'Nothing moved. But the neuron says −1 here (its net input is 1 · 2 − 1 · 3 = −1), so there is something to correct.',
    },
    {
      answer: [1.2, -0.8],
      says: 'Both weights moved by η (y − ŷ) = 0.2, as the bias does. A weight’s step is multiplied by its own input, too.',
    },
  ],
  otherwise: 'Work it out in three steps: the net input, the answer ŷ, and then η (y − ŷ) times each input.',
  hints: [
    'The net input is 1 · 2 + (−1) · 3 = −1. What does the neuron answer, then?',
    'It answers ŷ = −1 and the truth is y = +1, so y − ŷ = 2 and η (y − ŷ) = 0.2.',
    'The first weight becomes 1 + 0.2 · 2. The second goes the same way, with its own input.',
  ],
});

/** Two clouds that overlap: no line separates them, so corrections never end. */
function overlappingClouds(seed: number): {X: number[][]; y: number[]} {
  const centers = [
    [0, 0],
    [1.5, 1.5],
  ];
  const {X, y} = makeBlobs({samples: 60, centers, spread: 1, seed});
  return {X: X.toArrays(), y: Array.from(y)};
}

type FitUntil = (model: Perceptron, X: number[][], y: number[], tolerated: number) => unknown;

/** `fitUntil` with a condition of one's own for stopping. */
function fitUntilBy(mayStop: (wrong: number, tolerated: number, corrections: number) => unknown): FitUntil {
  return (model, X, y, tolerated) =>
    model.fit(X, y, {onEpoch: (log) => mayStop(wrongRows(model, X, y), tolerated, log.errors!)});
}

const stopEarly: Exercise = {
  id: '03-perceptron/stop-early',
  stub: (model: Perceptron): Perceptron => model,
  solution: fitUntilBy((wrong, tolerated) => (wrong <= tolerated ? 'stop' : undefined)),
  check: checkStopEarly,
  mistakes: [
    {answer: (model: Perceptron, X: number[][], y: number[]): Perceptron => model.fit(X, y), says: 'all its epochs'},
    {answer: fitUntilBy((wrong, tolerated) => wrong <= tolerated), says: 'all its epochs'},
    {answer: fitUntilBy((wrong, tolerated) => (wrong < tolerated ? 'stop' : undefined)), says: 'left exactly'},
    {answer: fitUntilBy(() => 'stop'), says: 'stopped too early'},
    {
      answer: (_model: Perceptron, X: number[][], y: number[]): Perceptron => new Perceptron({epochs: 3}).fit(X, y),
      says: 'was never fitted',
    },
    {answer: fitUntilBy((wrong, tolerated) => (wrong > tolerated ? 'stop' : undefined)), says: 'stopped too early'},
    {
      answer: fitUntilBy((_wrong, tolerated, corrections) => (corrections <= tolerated ? 'stop' : undefined)),
      says: 'at most that many corrections',
    },
  ],
  hints: [
    'The third argument of `fit` is an object with options: `model.fit(X, y, {onEpoch: () => …})`.',
    'Inside `onEpoch` the model can already be asked: `countWrong(model, X, y)`. Compare that with `tolerated`.',
    "Return the word `'stop'` if `countWrong(model, X, y) <= tolerated`, and `undefined` if not.",
  ],
};

function checkStopEarly(answer: unknown): Verdict {
  if (answer === undefined) return NOT_ATTEMPTED;
  if (typeof answer !== 'function') return wrong(`The answer is a function, and this is ${kind(answer)}.`);
  const {X, y} = overlappingClouds(6);
  const make = (): Perceptron => new Perceptron({epochs: 40, seed: 5});
  const all = make();
  const left: number[] = [];
  all.fit(X, y, {onEpoch: () => void left.push(wrongRows(all, X, y))});
  const tolerated = undercutLater(left);
  const model = make();
  const returned = (answer as FitUntil)(model, X, y, tolerated);
  const epochs = epochsOf(model);
  if (epochs === undefined) {
    return returned === model || returned === undefined
      ? NOT_ATTEMPTED
      : wrong('The model that your function is given was never fitted. Fit that one, not another.');
  }
  const right = left.findIndex((count) => count <= tolerated) + 1;
  if (epochs === right)
    return correct('It stops at the end of the first epoch that leaves few enough rows wrong, and not before.');
  const byCorrections = all.errors_.findIndex((count) => count <= tolerated) + 1;
  if (byCorrections > 0 && epochs === byCorrections) {
    return wrong(
      `It stopped after epoch ${epochs}, the first with at most that many corrections. They were made while the line was still moving: ` +
        'ask the model about every row instead.',
    );
  }
  if (epochs === left.length) {
    return wrong(
      `With ${tolerated} wrong rows tolerated, the model went through all its epochs, though epoch ${right} left no more than that. ` +
        "Is `onEpoch` given to `fit`, and does it return the word `'stop'`?",
    );
  }
  if (epochs < right) {
    return wrong(
      `It stopped too early: epoch ${epochs} left ${left[epochs - 1]} rows wrong, and ${tolerated} are tolerated. ` +
        'Compare numbers of rows, as `countWrong` gives them; a share, such as 1 − `score`, is always small.',
    );
  }
  return wrong(
    `It went past epoch ${right}, which left exactly ${tolerated} rows wrong. As many as are tolerated are few enough.`,
  );
}

/** A number that one epoch after the first reaches exactly, none before it does, and a later one undercuts. */
function undercutLater(counts: readonly number[]): number {
  const at = counts.findIndex((count, epoch) => {
    const [before, after] = [counts.slice(0, epoch), counts.slice(epoch + 1)];
    return epoch > 1 && before.every((other) => other > count) && after.some((other) => other < count);
  });
  return counts[at];
}

/** Epochs of a fitted model, `undefined` before any fit. */
function epochsOf(model: Perceptron): number | undefined {
  try {
    return model.errors_.length;
  } catch {
    return undefined;
  }
}

interface Pocketed {
  weights: ArrayLike<number>;
  bias: number;
  wrong: number;
}
type Pocket = (model: Perceptron, X: number[][], y: number[]) => Pocketed;

const pocket: Exercise = {
  id: '03-perceptron/pocket',
  stub: (model: Perceptron, X: number[][], y: number[]): Pocketed => {
    const best = {weights: [0, 0], bias: 0, wrong: Infinity};
    model.fit(X, y);
    return best;
  },
  solution: pocketBy((model, X, y) => wrongRows(model, X, y)),
  check: checkPocket,
  mistakes: [
    {
      answer: (model: Perceptron, X: number[][], y: number[]): Pocketed => {
        const best: Pocketed = {weights: [0, 0], bias: 0, wrong: Infinity};
        model.fit(X, y, {onEpoch: () => void Object.assign(best, {weights: model.weights_, bias: model.bias_})});
        return best;
      },
      says: 'still Infinity',
    },
    {
      answer: (model: Perceptron, X: number[][], y: number[]): Pocketed => {
        model.fit(X, y, {onEpoch: () => undefined});
        return {weights: [0, 0], bias: 0, wrong: Infinity};
      },
      says: 'Nothing was ever put into',
    },
    {
      answer: (model: Perceptron, X: number[][], y: number[]): Pocketed => {
        model.fit(X, y, {onEpoch: () => 'stop'});
        return {weights: model.weights_, bias: model.bias_, wrong: wrongRows(model, X, y)};
      },
      says: 'stopped after epoch 1',
    },
    {answer: pocketOfCorrections, says: 'made while the weights were still moving'},
    {
      answer: pocketBy((_model, _X, _y, errors) => errors),
      says: 'made while the weights were still moving',
    },
    {answer: pocketBy((model, X, y) => -wrongRows(model, X, y)), says: 'worst'},
    {
      answer: (model: Perceptron, X: number[][], y: number[]): Pocketed => {
        model.fit(X, y);
        return {weights: model.weights_, bias: model.bias_, wrong: wrongRows(model, X, y)};
      },
      says: 'last epoch',
    },
    {
      answer: (model: Perceptron, X: number[][], y: number[]): Pocketed => {
        const best = {weights: new Float64Array(2), bias: 0, wrong: Infinity};
        model.fit(X, y, {onEpoch: () => void (best.wrong = Math.min(best.wrong, wrongRows(model, X, y)))});
        return {...best, weights: model.weights_, bias: model.bias_};
      },
      says: 'belong together',
    },
    {
      answer: (model: Perceptron, X: number[][], y: number[]): Pocketed => {
        const best = {weights: new Float64Array(2), bias: 0, wrong: Infinity};
        model.fit(X, y, {
          onEpoch: () => {
            const share = 1 - model.score(X, y);
            if (share < best.wrong) Object.assign(best, {weights: model.weights_, bias: model.bias_, wrong: share});
          },
        });
        return best;
      },
      says: 'a share',
    },
  ],
  hints: [
    'Inside `onEpoch` the model already answers with the weights of the epoch that just ended: ask it how many rows it gets wrong.',
    '`countWrong(model, X, y)` from above does that. Compare what it says with `best.wrong`.',
    'If that number is smaller than `best.wrong`, set `best = {weights: model.weights_, bias: model.bias_, wrong}`.',
  ],
};

function checkPocket(answer: unknown): Verdict {
  if (answer === undefined) return NOT_ATTEMPTED;
  if (typeof answer !== 'function') return wrong(`The answer is a function, and this is ${kind(answer)}.`);
  const {X, y} = overlappingClouds(4);
  const make = (): WatchedPerceptron => new WatchedPerceptron({epochs: 30, seed: 3});
  const history: number[] = [];
  const reference = make();
  reference.fit(X, y, {onEpoch: () => void history.push(wrongRows(reference, X, y))});
  const model = make();
  const best = (answer as Pocket)(model, X, y);
  if (!model.isWatched && (best?.wrong === undefined || best.wrong === Infinity)) return NOT_ATTEMPTED;
  const fault = pocketFault(best);
  if (fault) return wrong(fault);
  const actual = X.filter(
    (x, i) => (best.weights[0] * x[0] + best.weights[1] * x[1] + best.bias >= 0 ? 1 : 0) !== y[i],
  ).length;
  const [least, last] = [Math.min(...history), history[history.length - 1]];
  if (actual === least && best.wrong === least) {
    return correct(
      `On clouds of ours your pocket holds a line with ${least} of ${y.length} rows wrong; the last epoch had ${last}.`,
    );
  }
  const epochs = epochsOf(model) ?? history.length;
  if (epochs < history.length) {
    return wrong(`The training stopped after epoch ${epochs}. Let it go on to its end: better lines may follow.`);
  }
  return wrong(pocketMistake(best, {actual, history, reference}));
}

/** A perceptron that knows whether somebody follows its epochs. */
class WatchedPerceptron extends Perceptron {
  isWatched = false;
  override fit(...[X, y, options]: Parameters<Perceptron['fit']>): this {
    this.isWatched = options?.onEpoch !== undefined;
    return super.fit(X, y, options);
  }
}

/** What is most likely wrong with a pocket that went through all epochs. */
function pocketMistake(
  best: Pocketed,
  {actual, history, reference}: {actual: number; history: number[]; reference: Perceptron},
): string {
  const [least, most] = [Math.min(...history), Math.max(...history)];
  if (best.wrong === Infinity) {
    return Array.from(best.weights).some((weight) => weight !== 0)
      ? '`wrong` is still Infinity. Keep the number of wrong rows together with the weights, or the next epoch has nothing to beat.'
      : 'Nothing was ever put into `best`. No number of wrong rows is larger than Infinity: which way should the comparison point?';
  }
  if (best.wrong > 0 && best.wrong < 1) {
    return '`wrong` is a share here. Make it a number of rows with `countWrong`; `score` alone is the share that is *right*.';
  }
  if (best.wrong === least) {
    return `\`wrong\` is the best of all epochs, ${least}, but these weights get ${actual} rows wrong: the two belong together, so keep them together.`;
  }
  if (reference.weights_.every((weight, j) => weight === best.weights[j])) {
    return `These are the weights of the last epoch, with ${actual} rows wrong. An earlier epoch had ${least}.`;
  }
  if (actual === most) {
    return `These are the worst weights of all epochs, with ${actual} rows wrong. Which way should the comparison point?`;
  }
  if (
    reference.errors_.includes(best.wrong) ||
    reference.errors_.indexOf(Math.min(...reference.errors_)) === history.indexOf(actual)
  ) {
    return (
      `These weights get ${actual} rows wrong, and an epoch had ${least}. Did you compare corrections? ` +
      'They were made while the weights were still moving; ask the model about every row instead.'
    );
  }
  return `These weights get ${actual} rows wrong, and an epoch had ${least}. Whenever fewer rows are wrong than ever before, put weights, bias and number into \`best\`.`;
}

function pocketFault(best: Partial<Pocketed> | null | undefined): string | undefined {
  const isWhole =
    typeof best === 'object' &&
    best !== null &&
    best.weights?.length === 2 &&
    typeof best.bias === 'number' &&
    typeof best.wrong === 'number';
  return isWhole ? undefined : 'The function returns an object with `weights` (two numbers), `bias` and `wrong`.';
}

/** The pocket algorithm with a measure of one's own; smaller is better. */
function pocketBy(measure: (model: Perceptron, X: number[][], y: number[], errors: number) => number): Pocket {
  return (model, X, y) => {
    let best = {weights: new Float64Array(2), bias: 0, wrong: Infinity};
    let least = Infinity;
    model.fit(X, y, {
      onEpoch: (log) => {
        const measured = measure(model, X, y, log.errors!);
        if (measured >= least) return;
        least = measured;
        best = {weights: model.weights_.slice(), bias: model.bias_, wrong: wrongRows(model, X, y)};
      },
    });
    return best;
  };
}

/** Takes the corrections of an epoch for its wrong rows. */
function pocketOfCorrections(model: Perceptron, X: number[][], y: number[]): Pocketed {
  let best: Pocketed = {weights: [0, 0], bias: 0, wrong: Infinity};
  const keepBest = ({errors}: EpochLog): void => {
    if (errors! < best.wrong) best = {weights: model.weights_, bias: model.bias_, wrong: errors!};
  };
  return model.fit(X, y, {onEpoch: keepBest}) && best;
}

function wrongRows(model: Perceptron, X: number[][], y: number[]): number {
  return Math.round(y.length * (1 - model.score(X, y)));
}

const recallThreshold = numericExercise({
  id: '03-perceptron/recall-threshold',
  stub: undefined,
  solution: -3,
  why: 'With the word alone the net input is 3 · 1 + b, and a probability of one half means a net input of 0.',
  mistakes: [
    {answer: 3, says: 'The size is right, the sign is not: the bias has to take away what the word adds.'},
    {
      answer: -7,
      says: 'That puts a mail with capitals alone on the line. Which weight belongs to the suspicious word?',
    },
    {answer: -10, says: 'That puts a mail with both on the line. Here only the word is there, and its partner is 0.'},
    {answer: -5, says: 'That is the old bias. With it the word alone gave a net input of −2.'},
    {answer: 0.5, says: 'One half is the probability. Which net input gives σ(z) = 0.5?'},
    {answer: 0, says: '0 is the net input that is wanted, not the bias: 7 · 0 + 3 · 1 + b = 0.'},
  ],
  otherwise: 'Write down the net input for capitals 0 and word 1, and set it to the z at which σ(z) = 0.5.',
  hints: [
    'The logistic function is 0.5 where its net input is 0.',
    'The net input is 7 · capitals + 3 · word + b, with capitals = 0 and word = 1.',
    'So 3 + b = 0.',
  ],
});

const recallSlope = numericExercise({
  id: '03-perceptron/recall-slope',
  stub: undefined,
  solution: 0,
  why: 'The step is flat on both sides of its jump. A slope of 0 says nothing about which way to go, so Rosenblatt’s rule does without slopes.',
  mistakes: [
    {answer: 1, says: 'That is the step’s value at 2. How fast does the value change there?'},
    {answer: Infinity, says: 'That would be at the jump, z = 0. At z = 2 the jump is far behind.'},
    {answer: 0.25, says: 'That is the greatest slope of the logistic function. The step does not rise bit by bit.'},
    {answer: 2, says: 'That is where you are, not how steep it is. Zoom into the step at z = 2: what do you see?'},
  ],
  otherwise: 'Zoom into the picture of the step at z = 2 until it looks straight. How steep is that line?',
  hints: [
    'The difference quotient is (f(2 + h) − f(2 − h)) / 2h. Put in h = 0.1.',
    'f(2.1) = 1 and f(1.9) = 1.',
    'So it is (1 − 1) / 0.2.',
  ],
});

/** The exercises of lesson 03, in its order. */
export const perceptronExercises: readonly Exercise[] = [
  readTheCurve,
  oneUpdate,
  stopEarly,
  pocket,
  recallThreshold,
  recallSlope,
];
