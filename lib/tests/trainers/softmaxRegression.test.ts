import {describe, expect, it} from 'vitest';
import {makeBlobs} from '../../src/data/makeBlobs';
import {Matrix} from '../../src/math/matrix';
import {LogisticRegression} from '../../src/trainers/logisticRegression';
import {adam, sgd, type Optimizer} from '../../src/trainers/optimizers';
import {SoftmaxRegression, type SoftmaxRegressionOptions} from '../../src/trainers/softmaxRegression';
import {optimum} from '../fixtures/network.json';
import {flowers, standardised} from './flowers';

const {X, y} = makeBlobs({samples: 60, centers: [[0, 0], [4, 0], [0, 4]], spread: 0.8}); // prettier-ignore

describe('SoftmaxRegression', () => {
  it('takes the step worked out by hand', () => {
    // All shares are ⅓ at the start, and so ŷ − y is −⅔ at the true class and ⅓ at the others; x = 1, 0 and 2. The means
    // for W are (−⅔ + 0 + ⅔, ⅓ − 0 + ⅔, ⅓ + 0 − 4/3) / 3 = (0, ⅓, −⅓), and for b all 0.
    const model = new SoftmaxRegression({optimizer: sgd(3), epochs: 1}).fit([[1], [0], [2]], [5, 6, 7]);
    expect(model.weights_.rows).toBe(1);
    [0, -1, 1].forEach((weight, k) => expect(Math.abs(model.weights_.data[k] - weight)).toBeLessThan(1e-15));
    for (const bias of model.biases_) expect(Math.abs(bias)).toBeLessThan(1e-15);
    expect(Math.abs(model.history_[0].loss - Math.log(3))).toBeLessThan(1e-15);
    // All shares are alike, and the first class stands for all: one row of three is right.
    expect(model.history_[0].accuracy).toBe(1 / 3);
    expect(model.predict([[1]])).toEqual(Float64Array.of(7));
  });

  it('gives probabilities that add up to 1, and predicts the class of the largest, the first of several', () => {
    const model = new SoftmaxRegression().fit(X, y);
    const shares = model.predictProba(X);
    expect([shares.rows, shares.columns]).toEqual([60, 3]);
    const labels = shares.toArrays().map((row) => {
      expect(Math.abs(row[0] + row[1] + row[2] - 1)).toBeLessThan(1e-14);
      return row.indexOf(Math.max(...row));
    });
    expect([...model.predict(X)]).toEqual(labels);
    expect(model.score(X, y)).toBeGreaterThan(0.9);
    const undecided = new SoftmaxRegression({epochs: 1}).fit([[0], [0]], [4, 3]);
    expect(undecided.predictProba([[0]]).toArrays()).toEqual([[0.5, 0.5]]);
    expect(undecided.predict([[0]])).toEqual(Float64Array.of(3));
  });

  it('learns by 100 full batches and sgd(0.1) from zero weights, if not told otherwise', () => {
    const {optimizer, epochs, batchSize, l2, seed} = new SoftmaxRegression();
    expect([optimizer.name, epochs, batchSize, l2, seed]).toEqual(['sgd(0.1)', 100, 'all', 0, 0]);
    expect(Math.abs(new SoftmaxRegression().fit(X, y).history_[0].loss - Math.log(3))).toBeLessThan(1e-14);
  });

  it('is logistic regression where there are two classes: w and b are the differences of the columns', () => {
    const two = makeBlobs({samples: 40, spread: 1.5});
    // Each of the two columns takes the step of the one, the first in the other direction: half the rate does the same.
    const softmax = new SoftmaxRegression({optimizer: sgd(0.1), epochs: 50}).fit(two.X, two.y);
    const logistic = new LogisticRegression({learningRate: 0.2, epochs: 50}).fit(two.X, two.y);
    for (let j = 0; j < 2; j++) {
      const [first, second] = softmax.weights_.row(j);
      expect(Math.abs(second - first - logistic.weights_[j])).toBeLessThan(1e-13);
    }
    expect(Math.abs(softmax.biases_[1] - softmax.biases_[0] - logistic.bias_)).toBeLessThan(1e-13);
    softmax.history_.forEach((log, i) => {
      expect(Math.abs(log.loss - logistic.history_[i].loss)).toBeLessThan(1e-13);
      expect(log.accuracy).toBe(logistic.history_[i].accuracy);
    });
  });

  it('goes by its batches, its seed and its optimizer', () => {
    const fit = (options: SoftmaxRegressionOptions): Matrix =>
      new SoftmaxRegression({epochs: 3, ...options}).fit(X, y).weights_;
    expect(fit({batchSize: 8, seed: 1})).not.toEqual(fit({batchSize: 8, seed: 2}));
    expect(fit({seed: 1})).toEqual(fit({seed: 2}));
    expect(fit({optimizer: adam(0.1)})).not.toEqual(fit({}));
    expect(fit({l2: 1})).not.toEqual(fit({}));
  });

  it('leaves weights that can be kept: a later epoch has its own', () => {
    const kept: [Matrix, Matrix][] = [];
    const model = new SoftmaxRegression({epochs: 3});
    model.fit(X, y, {onEpoch: () => kept.push([model.weights_, model.weights_.map((w) => w)])});
    for (const [seen, then] of kept) expect(seen).toEqual(then);
    expect(kept[0][0]).not.toEqual(kept[2][0]);
  });

  it('names what is wrong with its options', () => {
    const make = (options: object) => () => new SoftmaxRegression(options);
    expect(make({epochs: 0.5})).toThrow(new RangeError('epochs must be a positive whole number, got 0.5'));
    expect(make({l2: -1})).toThrow(new RangeError('l2 must be a finite number of 0 or more, got -1'));
    expect(make({batchSize: 0})).toThrow(new RangeError("batchSize must be a positive whole number or 'all', got 0"));
    expect(make({seed: 1.5})).toThrow(new RangeError('seed must be a whole number from 0 to 4294967295, got 1.5'));
    expect(make({optimizer: 'adam' as unknown as Optimizer})).toThrow(
      new TypeError('optimizer must be an optimizer such as sgd(0.1), got "adam"'),
    );
  });
});

describe('SoftmaxRegression on Iris', () => {
  it('ends where the solver of scikit-learn ends', () => {
    const {X, y} = flowers(['setosa', 'versicolor', 'virginica'], [0, 1, 2, 3]);
    const model = new SoftmaxRegression({optimizer: sgd(0.5), epochs: 3000, l2: optimum.l2}).fit(standardised(X), y);
    optimum.weights.flat().forEach((weight, j) => expect(Math.abs(model.weights_.data[j] - weight)).toBeLessThan(1e-9));
    optimum.biases.forEach((bias, k) => expect(Math.abs(model.biases_[k] - bias)).toBeLessThan(1e-9));
  });
});
