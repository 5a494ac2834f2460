import {runInNewContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {makeBlobs} from '../../src/data/makeBlobs';
import type {EpochLog} from '../../src/trainers/classifier';
import {DivergenceError} from '../../src/trainers/divergenceError';
import {Perceptron} from '../../src/trainers/perceptron';

const inputs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

/** Fits in order of the rows, and counts the rows that are wrong at the end of each epoch. */
function wrongAfterEachEpoch(model: Perceptron, X: number[][], y: number[]): number[] {
  const wrong: number[] = [];
  model.fit(X, y, {onEpoch: () => wrong.push(Math.round((1 - model.score(X, y)) * y.length))});
  return wrong;
}

describe('Perceptron', () => {
  it.each([
    ['AND', [0, 0, 0, 1], [2, 3, 3, 2, 1, 0, 0, 0, 0, 0], [2, 1], -3],
    ['OR', [0, 1, 1, 1], [2, 2, 1, 0, 0, 0, 0, 0, 0, 0], [1, 1], -1],
  ])('learns %s with η = 0.5, and then makes no more corrections', (_name, labels, errors, weights, bias) => {
    const model = new Perceptron({learningRate: 0.5, shuffle: false}).fit(inputs, labels);
    expect([...model.predict(inputs)]).toEqual(labels);
    expect(model.errors_).toEqual(errors);
    expect([...model.weights_]).toEqual(weights);
    expect(model.bias_).toBe(bias);
  });

  it.each([true, false])('never settles on XOR, which no line separates (shuffle: %s)', (shuffle) => {
    const model = new Perceptron({epochs: 200, shuffle}).fit(inputs, [0, 1, 1, 0]);
    expect(Math.min(...model.errors_)).toBeGreaterThan(0);
    expect(model.score(inputs, [0, 1, 1, 0])).toBeLessThan(1);
  });

  it('makes other corrections for AND with η = 0.1 than with 0.5, since rounding breaks a tie', () => {
    const model = new Perceptron({learningRate: 0.1, shuffle: false});
    expect(wrongAfterEachEpoch(model, inputs, [0, 0, 0, 1])).toEqual([3, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(model.errors_).toEqual([2, 3, 3, 0, 0, 0, 0, 0, 0, 0]);
    expect(model.bias_).toBe(-0.4000000000000001);
  });

  it('makes the same corrections for every η that is a power of two, and scales the weights', () => {
    const fit = (learningRate: number): Perceptron =>
      new Perceptron({learningRate, epochs: 30}).fit(inputs, [0, 1, 1, 0]);
    expect(fit(0.25).errors_).toEqual(fit(1).errors_);
    expect(fit(0.25).weights_.map((weight) => 4 * weight)).toEqual(fit(1).weights_);
  });

  it('makes the corrections worked out by hand', () => {
    // Row 0: z = 0, so ŷ = +1, right. Row 1: z = 0, ŷ = +1, but y = −1: Δ = −2 · 0.5, w = (−4, 1), b = −1.
    // Row 2: z = −4 · 1 + 1 · 1 − 1 = −4, ŷ = −1, but y = +1: Δ = +1, w = (−3, 2), b = 0.
    const X = [[2, 3], [4, -1], [1, 1]]; // prettier-ignore
    const model = new Perceptron({learningRate: 0.5, epochs: 1, shuffle: false}).fit(X, [1, 0, 1]);
    expect([...model.weights_]).toEqual([-3, 2]);
    expect(model.bias_).toBe(0);
    expect(model.history_).toEqual([{epoch: 1, errors: 2, accuracy: 1 / 3, loss: 4 / 3}]);
    expect([...model.netInput(X)]).toEqual([0, -14, -1]);
    expect([...model.predict(X)]).toEqual([1, 0, 0]);
    expect(model.score(X, [1, 0, 1])).toBe(2 / 3);
  });

  it('reports corrections, loss and accuracy of the predictions made during the epoch', () => {
    const {errors_, history_} = new Perceptron({learningRate: 0.5}).fit(inputs, [0, 0, 0, 1]);
    expect(history_.map((log) => log.epoch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(history_.map((log) => log.errors)).toEqual(errors_);
    expect(history_.map((log) => log.accuracy)).toEqual(errors_.map((errors) => 1 - errors / 4));
    expect(history_.at(-1)?.loss).toBe(0);
    expect(history_[0]).not.toHaveProperty('valAccuracy');
  });

  it('judges validation rows at the end of each epoch, and does not learn from them', () => {
    const {X, y} = makeBlobs({samples: 40, spread: 2});
    const [training, other] = [X.rowsAt([...Array(20).keys()]), X.rowsAt([...Array(20).keys()].map((i) => i + 20))];
    const [labels, otherLabels] = [y.subarray(0, 20), y.subarray(20)];
    const model = new Perceptron({epochs: 6});
    const expected: number[] = [];
    model.fit(training, labels, {
      validation: [other, otherLabels],
      onEpoch: () => expected.push(model.score(other, otherLabels)),
    });
    expect(model.history_.map((log) => log.valAccuracy)).toEqual(expected);
    const z = model.netInput(other);
    const losses = z.map((value, i) => Math.max(0, otherLabels[i] === 1 ? -value : value));
    expect(model.history_.at(-1)?.valLoss).toBe(losses.reduce((sum, loss) => sum + loss, 0) / 20);
    expect(model.weights_).toEqual(new Perceptron({epochs: 6}).fit(training, labels).weights_);
  });

  it('takes the rows in order without shuffle, and in an order of its own each epoch with it', () => {
    const {X, y} = makeBlobs({samples: 30, spread: 4});
    const fit = (shuffle: boolean, seed: number): Float64Array => new Perceptron({shuffle, seed}).fit(X, y).weights_;
    expect(fit(false, 1)).toEqual(fit(false, 2));
    expect(fit(true, 1)).not.toEqual(fit(true, 2));
    expect(fit(true, 1)).not.toEqual(fit(false, 1));
  });

  it('codes the smaller of any two labels as −1', () => {
    const model = new Perceptron({learningRate: 0.5}).fit(inputs, [0.5, 0.5, 0.5, -7]);
    expect([...model.classes_]).toEqual([-7, 0.5]);
    expect([...model.predict(inputs)]).toEqual([0.5, 0.5, 0.5, -7]);
  });

  it('names what is wrong with its options', () => {
    expect(() => new Perceptron({learningRate: 0})).toThrow(
      new RangeError('learningRate must be a positive number, got 0'),
    );
    expect(() => new Perceptron({epochs: 1.5})).toThrow(
      new RangeError('epochs must be a positive whole number, got 1.5'),
    );
    expect(() => new Perceptron({seed: -1})).toThrow(RangeError);
    expect(() => new Perceptron({shuffle: 'no' as unknown as boolean})).toThrow(
      new TypeError('shuffle must be true or false, got "no"'),
    );
  });

  it('stops when the weights leave the finite numbers', () => {
    const fit = (): unknown => new Perceptron({learningRate: 1e300}).fit([[1e300], [-1e300]], [1, 0]);
    expect(fit).toThrow(DivergenceError);
    expect(fit).toThrow('weights must stay finite, got Infinity in epoch 1; the last finite loss was 0: try');
  });
});

describe('Perceptron.fit with onEpoch', () => {
  it('has the model answer with the epoch just ended', () => {
    const seen: {log: EpochLog; weights: Float64Array; epochs: number}[] = [];
    const model = new Perceptron({epochs: 4, shuffle: false, learningRate: 0.5});
    const onEpoch = (log: EpochLog): void => {
      seen.push({log, weights: model.weights_, epochs: model.history_.length});
    };
    model.fit(inputs, [0, 0, 0, 1], {onEpoch});
    expect(seen.map(({epochs}) => epochs)).toEqual([1, 2, 3, 4]);
    expect(seen.map(({log}) => log)).toEqual(model.history_);
    seen.forEach(({weights}, i) => {
      const alone = new Perceptron({epochs: i + 1, shuffle: false, learningRate: 0.5}).fit(inputs, [0, 0, 0, 1]);
      expect(weights).toEqual(alone.weights_);
    });
  });

  it('stops after the epoch in which it returns "stop", and at nothing else', () => {
    const stopAt = (epoch: number): unknown[] => {
      const onEpoch = (log: EpochLog): unknown => (log.epoch === epoch ? 'stop' : log.epoch === 1 ? false : 'go on');
      return new Perceptron({epochs: 5}).fit(inputs, [0, 1, 1, 0], {onEpoch}).history_;
    };
    expect(stopAt(3)).toHaveLength(3);
    expect(stopAt(99)).toHaveLength(5);
  });

  it('gives a history that does not grow later', () => {
    const model = new Perceptron({epochs: 3});
    const histories: EpochLog[][] = [];
    model.fit(inputs, [0, 1, 1, 0], {onEpoch: () => histories.push(model.history_)});
    expect(histories.map((history) => history.length)).toEqual([1, 2, 3]);
  });

  it('does not let it change the history', () => {
    const onEpoch = (log: EpochLog): void => {
      log.errors = -1;
    };
    expect(new Perceptron().fit(inputs, [0, 0, 0, 1], {onEpoch}).errors_).not.toContain(-1);
  });
});

describe('Perceptron.fit, interrupted', () => {
  it('leaves the weights of its last full epoch', () => {
    // A time limit ends a script as an interrupt of the kernel does: at once, past every catch and finally.
    const {X, y} = makeBlobs({samples: 5000, spread: 4});
    const model = new Perceptron({epochs: 1e9});
    expect(() => runInNewContext('model.fit(X, y)', {model, X, y}, {timeout: 200})).toThrow('timed out');
    const epochs = model.history_.length;
    const whole = new Perceptron({epochs}).fit(X, y);
    expect(model.weights_).toEqual(whole.weights_);
    expect(model.bias_).toBe(whole.bias_);
    expect(model.history_).toEqual(whole.history_);
  });
});
