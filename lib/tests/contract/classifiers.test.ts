import {runInNewContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {makeBlobs} from '../../src/data/makeBlobs';
import {NotFittedError} from '../../src/math/errors';
import {Matrix, type MatrixLike, type VectorLike} from '../../src/math/matrix';
import {Adaline} from '../../src/trainers/adaline';
import type {Classifier, EpochLog, FitOptions} from '../../src/trainers/classifier';
import {DivergenceError} from '../../src/trainers/divergenceError';
import {LogisticRegression} from '../../src/trainers/logisticRegression';
import {MlpClassifier} from '../../src/trainers/mlpClassifier';
import {sgd} from '../../src/trainers/optimizers';
import {Perceptron} from '../../src/trainers/perceptron';
import {SoftmaxRegression} from '../../src/trainers/softmaxRegression';

/** What the contract needs to know of a classifier: how to make one, and all that it has learned, as plain values. */
interface Contract<Model extends Classifier> {
  name: string;
  make: (options?: {seed?: number; epochs?: number}) => Model;
  learned: (model: Model) => unknown;
  /** What it can be asked for after `fit`. */
  asks: Record<string, (model: Model) => unknown>;
  /** How many classes it takes. */
  classes: 'two' | 'at least two';
  /** What its loss becomes when it leaves the finite numbers. */
  leaves: 'Infinity' | 'NaN';
}

const X = makeBlobs({samples: 60, spread: 3}).X; // the clouds overlap, so that training goes on to its end
const y = Float64Array.from({length: 60}, (_, i) => i % 2);

const perceptron: Contract<Perceptron> = {
  name: 'Perceptron',
  make: (options) => new Perceptron(options),
  learned: ({weights_, bias_, classes_, errors_, history_}) => ({weights_, bias_, classes_, errors_, history_}),
  asks: {
    'reading weights_': (model) => model.weights_,
    'reading bias_': (model) => model.bias_,
    netInput: (model) => model.netInput(X),
  },
  classes: 'two',
  leaves: 'Infinity',
};

const adaline: Contract<Adaline> = {
  name: 'Adaline',
  make: (options) => new Adaline({learningRate: 0.0005, epochs: options?.epochs}), // draws nothing: takes no seed
  learned: ({weights_, bias_, classes_, history_}) => ({weights_, bias_, classes_, history_}),
  asks: {
    'reading weights_': (model) => model.weights_,
    'reading bias_': (model) => model.bias_,
    netInput: (model) => model.netInput(X),
  },
  classes: 'two',
  leaves: 'Infinity',
};

const logisticRegression: Contract<LogisticRegression> = {
  name: 'LogisticRegression',
  make: (options) => new LogisticRegression({epochs: 20, batchSize: 8, l2: 0.01, ...options}),
  learned: ({weights_, bias_, classes_, history_}) => ({weights_, bias_, classes_, history_}),
  asks: {
    'reading weights_': (model) => model.weights_,
    'reading bias_': (model) => model.bias_,
    netInput: (model) => model.netInput(X),
    predictProba: (model) => model.predictProba(X),
    positiveProba: (model) => model.positiveProba(X),
  },
  classes: 'two',
  leaves: 'Infinity',
};

const softmaxRegression: Contract<SoftmaxRegression> = {
  name: 'SoftmaxRegression',
  make: (options) => new SoftmaxRegression({epochs: 20, batchSize: 8, l2: 0.01, ...options}),
  learned: ({weights_, biases_, classes_, history_}) => ({weights_, biases_, classes_, history_}),
  asks: {
    'reading weights_': (model) => model.weights_,
    'reading biases_': (model) => model.biases_,
    predictProba: (model) => model.predictProba(X),
  },
  classes: 'at least two',
  leaves: 'NaN', // softmax takes differences of net inputs, and ∞ − ∞ is none
};

const mlpClassifier: Contract<MlpClassifier> = {
  name: 'MlpClassifier',
  // Adam's steps are of one size, however large the gradients: it would not leave the finite numbers.
  make: (options) => new MlpClassifier({hiddenLayers: [5], optimizer: sgd(0.1), epochs: 20, l2: 0.01, ...options}),
  learned: ({network_, classes_, history_}) => ({
    parameters: network_.layers.map(({weights, biases}) => ({weights, biases})),
    classes_,
    history_,
  }),
  asks: {
    'reading network_': (model) => model.network_,
    predictProba: (model) => model.predictProba(X),
    toJSON: (model) => model.toJSON(),
  },
  classes: 'at least two',
  leaves: 'NaN',
};

/** Every classifier of the library stands in this list. */
const contracts: Contract<Classifier>[] = [
  perceptron,
  adaline,
  logisticRegression,
  softmaxRegression,
  mlpClassifier,
].map((contract) => contract as unknown as Contract<Classifier>);

describe.each(contracts)('$name, as every classifier,', ({name, make, learned, asks, classes, leaves}) => {
  const fitted = (): Classifier => make().fit(X, y);

  it('learns the same from the same seed, and starts with seed 0', () => {
    const fit = (options?: {seed: number}): unknown => learned(make(options).fit(X, y));
    expect(fit({seed: 7})).toEqual(fit({seed: 7}));
    expect(fit()).toEqual(fit({seed: 0}));
  });

  it('forgets an earlier fit', () => {
    const model = make().fit([[40], [-3], [7]], [9, 8, 9]); // other numbers of rows and features, other labels
    expect(learned(model.fit(X, y))).toEqual(learned(fitted()));
  });

  it('returns itself from fit, and changes neither X nor y', () => {
    const [rows, labels] = [X.toArrays(), [...y]];
    const model = make();
    expect(model.fit(rows, labels)).toBe(model);
    expect(rows).toEqual(X.toArrays());
    expect(labels).toEqual([...y]);
  });

  it('learns the same from arrays, from 64-bit floats and from bytes that stand for the same numbers', () => {
    const bytes = new Matrix(4, 2, Uint8Array.of(0, 0, 0, 1, 1, 0, 1, 1), 0.5);
    const fit = (samples: MatrixLike): unknown => learned(make().fit(samples, [0, 0, 0, 1]));
    expect(fit(bytes)).toEqual(fit(bytes.toArrays()));
    expect(fit(Matrix.from(bytes))).toEqual(fit(bytes.toArrays()));
  });

  it('gives back the labels it was given, whatever numbers they are', () => {
    const labels = y.map((label) => (label === 0 ? 41.5 : -3));
    const model = make().fit(X, labels);
    expect(model.classes_).toEqual(Float64Array.of(-3, 41.5));
    const predicted = model.predict(X);
    expect(predicted).toBeInstanceOf(Float64Array);
    expect(new Set(predicted)).toEqual(new Set([-3, 41.5]));
    expect(model.score(X, labels)).toBeGreaterThan(0.5);
  });

  it('scores the share of rows whose label it predicts', () => {
    const model = fitted();
    const right = model.predict(X).filter((label, i) => label === y[i]).length;
    expect(model.score(X, y)).toBe(right / 60);
  });

  it('predicts a row alone as among others', () => {
    const model = fitted();
    const oneByOne = X.toArrays().map((row) => model.predict([row])[0]);
    expect(oneByOne).toEqual([...model.predict(X)]);
  });

  it('logs every epoch, counted from 1, with a finite loss', () => {
    const {history_} = make({epochs: 3}).fit(X, y);
    expect(history_.map((log) => log.epoch)).toEqual([1, 2, 3]);
    for (const log of history_) expect(Number.isFinite(log.loss)).toBe(true);
  });

  it('says "not fitted" before fit', () => {
    const all: Record<string, (model: Classifier) => unknown> = {
      ...asks,
      predict: (model) => model.predict(X),
      score: (model) => model.score(X, y),
      'reading classes_': (model) => model.classes_,
      'reading history_': (model) => model.history_,
    };
    for (const [wanted, ask] of Object.entries(all)) {
      expect(() => ask(make())).toThrow(new NotFittedError(name, wanted));
      ask(fitted());
    }
  });

  const wrong: [string, MatrixLike, VectorLike, Error][] = [
    ['no rows', [], [], new RangeError('X must have at least one row, got none')],
    ['ragged rows', [[1, 2], [3, 4], [5, 6, 7]], [0, 1, 1], new RangeError('X: row 2 has 3 values, but row 0 has 2')],
    ['NaN', [[1, 2], [3, NaN]], [0, 1], new RangeError('X must hold finite numbers, got NaN at row 1, column 1')],
    ['text', [[1, 2], [3, '4' as unknown as number]], [0, 1], new TypeError('X must hold numbers, got "4" at row 1, column 1')],
    ['too few labels', [[1], [2], [3], [4]], [0, 1], new RangeError('X has 4 rows, but y has 2 labels')],
    ['a label that is NaN', [[1], [2]], [0, NaN], new RangeError('y must hold finite numbers, got NaN at index 1')],
    ['labels as text', [[1], [2]], ['a', 'b'] as unknown as number[], new TypeError('y must hold numbers, got "a" at index 0')],
    ['one class only', [[1], [2]], [3, 3], new RangeError(`y must hold ${classes} different labels, got 1 (3)`)],
  ]; // prettier-ignore

  it.each(wrong)('names what is wrong with %s, and keeps what it learned before', (_what, samples, labels, error) => {
    const model = fitted();
    expect(() => model.fit(samples, labels)).toThrow(error);
    expect(learned(model)).toEqual(learned(fitted()));
  });

  it(classes === 'two' ? 'refuses three classes, and keeps what it learned before' : 'learns three classes', () => {
    const model = fitted();
    const fit = (): unknown => model.fit([[-9], [0], [9]], [0.5, 7, -1]);
    if (classes === 'two') {
      expect(fit).toThrow(new RangeError('y must hold two different labels, got 3 (-1, 0.5, 7)'));
      expect(learned(model)).toEqual(learned(fitted()));
    } else {
      fit();
      expect(model.classes_).toEqual(Float64Array.of(-1, 0.5, 7));
      expect(model.predict([[-9], [9]])).toEqual(Float64Array.of(0.5, -1));
    }
  });

  it('names validation rows that do not fit, and keeps what it learned before', () => {
    const model = fitted();
    const refit = (validation: FitOptions['validation']) => () => make().fit(X, y) && model.fit(X, y, {validation});
    expect(refit([[[1, 2]], [0, 1]])).toThrow(new RangeError('validation X has 1 rows, but validation y has 2 labels'));
    expect(refit([[[1]], [0]])).toThrow(new RangeError('validation X has 1 features, but the model learned from 2'));
    expect(refit([[[1, 2]], [5]])).toThrow(
      new RangeError('validation y must hold the labels of training, 0, 1, got 5 at index 0'),
    );
    expect(learned(model)).toEqual(learned(fitted()));
  });

  it('keeps what it learned before when onEpoch throws', () => {
    const model = fitted();
    const onEpoch = (): never => {
      throw new Error('no more');
    };
    expect(() => model.fit([[1], [2]], [5, 6], {onEpoch})).toThrow('no more');
    expect(learned(model)).toEqual(learned(fitted()));
    expect(() => make().fit(X, y, {onEpoch})).toThrow('no more');
  });

  it('ends a fit that leaves the finite numbers with what was seen, and keeps what it learned before', () => {
    const model = fitted();
    const seen: EpochLog[] = [];
    const fit = (): unknown => model.fit([[1e300], [-1e300], [1e300]], [1, 0, 0], {onEpoch: (log) => seen.push(log)});
    expect(fit).toThrow(DivergenceError);
    expect(learned(model)).toEqual(learned(fitted()));
    seen.length = 0;
    try {
      fit();
    } catch (error) {
      const {epoch, lastLoss, history, message} = error as DivergenceError;
      expect(history).toEqual(seen);
      expect(epoch).toBe(seen.length + 1);
      expect(lastLoss).toBe(seen.at(-1)?.loss ?? NaN);
      expect(message.startsWith(`loss must stay finite, got ${leaves} in epoch ${epoch}`)).toBe(true);
      expect(message).toMatch(/: try a learningRate below 0\./);
    }
  });

  it('reports the figures of validation rows at the end of each epoch, and learns the same with them', () => {
    const model = make({epochs: 4});
    const scores: number[] = [];
    model.fit(X, y, {validation: [X, y], onEpoch: () => scores.push(model.score(X, y))});
    expect(model.history_.map((log) => log.valAccuracy)).toEqual(scores);
    for (const log of model.history_) expect(Number.isFinite(log.valLoss)).toBe(true);
    const alone = make({epochs: 4}).fit(X, y);
    expect(model.predict(X)).toEqual(alone.predict(X));
    expect(model.history_.map((log) => log.loss)).toEqual(alone.history_.map((log) => log.loss));
  });

  it('stops after the epoch in which onEpoch returns "stop", and answers with each epoch as it ends', () => {
    const model = make({epochs: 9});
    const seen: unknown[] = [];
    model.fit(X, y, {
      onEpoch: (log) => {
        seen.push(learned(model));
        return log.epoch === 3 ? 'stop' : undefined;
      },
    });
    expect(seen).toEqual([1, 2, 3].map((epochs) => learned(make({epochs}).fit(X, y))));
  });

  it('leaves an interrupted fit with all of its last full epoch', () => {
    // A time limit ends a script as an interrupt of the kernel does: at once, past every catch and finally.
    const many = makeBlobs({samples: 3000, spread: 4});
    const small = many.X.map((value) => value / 10); // for Adaline, whose steps grow with the number of rows
    const model = make({epochs: 1e9});
    const scope = {model, X: small, y: many.y};
    expect(() => runInNewContext('model.fit(X, y)', scope, {timeout: 200})).toThrow('timed out');
    const epochs = model.history_.length;
    expect(learned(model)).toEqual(learned(make({epochs}).fit(small, many.y)));
  });

  it('names features that it has not learned', () => {
    expect(() => fitted().predict([[1]])).toThrow(new RangeError('X has 1 features, but the model learned from 2'));
    expect(() => fitted().predict([[1, Infinity]])).toThrow(
      new RangeError('X must hold finite numbers, got Infinity at row 0, column 1'),
    );
    expect(() => fitted().score(X, [0])).toThrow(new RangeError('X has 60 rows, but y has 1 labels'));
  });
});
