import {describe, expect, it} from 'vitest';
import {makeBlobs} from '../../src/data/makeBlobs';
import {Matrix} from '../../src/math/matrix';
import {createRng, uniform} from '../../src/math/random';
import {sigmoid} from '../../src/neurons/activations';
import {LogisticRegression, type LogisticRegressionOptions} from '../../src/trainers/logisticRegression';
import {logistic as fits, optimum} from '../fixtures/gradient-descent.json';
import {difference, flowers, standardised} from './flowers';

describe('LogisticRegression', () => {
  it('takes the step worked out by hand', () => {
    // ŷ = ½ and ½, ŷ − y = (½, −½): Δw = −0.4 · ½ (½ · 1 − ½ · 3) = 0.2, Δb = 0. Then z = (0.2, 0.6).
    const model = new LogisticRegression({learningRate: 0.4, epochs: 1}).fit([[1], [3]], [0, 1]);
    expect(Math.abs(model.weights_[0] - 0.2)).toBeLessThan(1e-15);
    expect(model.bias_).toBe(0);
    expect(model.history_).toEqual([{epoch: 1, loss: Math.log(2), accuracy: 0.5}]);
    const [a, b] = model.positiveProba([[1], [3]]);
    expect([a, b].map((p) => p.toFixed(4))).toEqual(['0.5498', '0.6457']); // 1 / (1 + e^−0.2), 1 / (1 + e^−0.6)
  });

  it('decays the weights but not the bias, once an update', () => {
    // Step 2 with λ = 0.5: ŷ − y = (σ(0.4), σ(1.2) − 1) = (0.598688, −0.231475), w = 0.4 − 0.8 (−0.047869 + 0.2) = 0.278295.
    const model = new LogisticRegression({learningRate: 0.8, epochs: 2, l2: 0.5}).fit([[1], [3]], [0, 1]);
    expect(model.weights_[0].toFixed(4)).toBe('0.2783');
    expect(model.bias_.toFixed(4)).toBe('-0.1469');
  });

  it('gives two probabilities a row, which add up to 1 and side with the prediction', () => {
    const {X, y} = makeBlobs({samples: 50, spread: 2});
    const model = new LogisticRegression().fit(X, y);
    const both = model.predictProba(X);
    expect(both).toBeInstanceOf(Matrix);
    expect([both.rows, both.columns]).toEqual([50, 2]);
    const positive = model.positiveProba(X);
    both.toArrays().forEach(([no, yes], i) => {
      expect(yes).toBe(positive[i]);
      expect(Math.abs(no + yes - 1)).toBeLessThan(1e-15);
      expect(model.predict(X)[i]).toBe(yes >= 0.5 ? 1 : 0);
    });
  });

  it('stays finite where outputs round to 0 and 1', () => {
    const X = [[-1000], [1000], [-999], [999]];
    const model = new LogisticRegression({learningRate: 1}).fit(X, [0, 1, 0, 1]);
    expect(model.history_.at(-1)?.loss).toBe(0);
    const judged = model.fit(X, [0, 1, 0, 1], {validation: [[[500]], [0]]}).history_.at(-1);
    expect(Number.isFinite(judged?.valLoss)).toBe(true); // sure, and wrong: −log(1 − 1) would be Infinity
    expect(judged?.valLoss).toBeGreaterThan(10000);
  });

  it('weighs a shorter last batch by its rows', () => {
    const {X, y} = makeBlobs({samples: 10, spread: 2});
    const tiny = 1e-12; // so small a step that all batches see the starting weights, but for the last digits
    const [log] = new LogisticRegression({learningRate: tiny, batchSize: 4, epochs: 1}).fit(X, y).history_;
    expect(Math.abs(log.loss - Math.log(2))).toBeLessThan(1e-10);
    const full = new LogisticRegression({epochs: 1}).fit(X, y);
    const cut = new LogisticRegression({epochs: 1, batchSize: 10}).fit(X, y); // one batch, in another order
    cut.weights_.forEach((weight, j) => expect(Math.abs(weight - full.weights_[j])).toBeLessThan(1e-15));
  });

  it('draws another order for another seed, and none for the full batch', () => {
    const {X, y} = makeBlobs({samples: 30, spread: 4});
    const fit = (options: LogisticRegressionOptions): Float64Array =>
      new LogisticRegression({epochs: 3, ...options}).fit(X, y).weights_;
    expect(fit({batchSize: 8, seed: 1})).not.toEqual(fit({batchSize: 8, seed: 2}));
    expect(fit({seed: 1})).toEqual(fit({seed: 2}));
  });

  it('never separates XOR, and does with the product of the inputs as a third', () => {
    const X = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore
    const y = [0, 1, 1, 0];
    const options = {learningRate: 1, epochs: 3000};
    expect(new LogisticRegression(options).fit(X, y).score(X, y)).toBeLessThan(1);
    const withProduct = X.map(([x1, x2]) => [x1, x2, x1 * x2]);
    expect(new LogisticRegression(options).fit(withProduct, y).score(withProduct, y)).toBe(1);
  });

  it('names what is wrong with its options', () => {
    const make = (options: object) => () => new LogisticRegression(options);
    expect(make({learningRate: NaN})).toThrow(new RangeError('learningRate must be a positive number, got NaN'));
    expect(make({epochs: 0.5})).toThrow(new RangeError('epochs must be a positive whole number, got 0.5'));
    expect(make({l2: -1})).toThrow(new RangeError('l2 must be a finite number of 0 or more, got -1'));
    expect(make({batchSize: 'some'})).toThrow(
      new RangeError('batchSize must be a positive whole number or \'all\', got "some"'),
    );
    expect(make({batchSize: 0})).toThrow(RangeError);
    expect(make({seed: 1.5})).toThrow(RangeError);
  });
});

describe('LogisticRegression on versicolor and virginica', () => {
  const {X, y} = flowers(['versicolor', 'virginica'], [0, 1, 2, 3]);
  const scaled = standardised(X);

  it.each(fits.map((fit) => [JSON.stringify(fit.options), fit] as const))(
    'learns with %s what the same gradient descent in NumPy learns',
    (_options, fit) => {
      const model = new LogisticRegression(fit.options as LogisticRegressionOptions).fit(scaled, y);
      const losses = model.history_.map((log) => log.loss);
      const shown = [...losses.slice(0, 5), ...losses.slice(-5)];
      fit.losses.forEach((loss, i) => expect(difference(shown[i], loss)).toBeLessThan(1e-12));
      fit.weights.forEach((weight, j) => expect(difference(model.weights_[j], weight)).toBeLessThan(1e-12));
      expect(difference(model.bias_, fit.bias)).toBeLessThan(1e-12);
      const probabilities = model.positiveProba(scaled).filter((_, i) => i % 10 === 0);
      fit.probabilities.forEach((p, i) => expect(Math.abs(probabilities[i] - p)).toBeLessThan(1e-12));
    },
  );

  it('ends where the solver of scikit-learn ends', () => {
    const model = new LogisticRegression({learningRate: 0.5, epochs: 5000, l2: optimum.l2}).fit(scaled, y);
    optimum.weights.forEach((weight, j) => expect(Math.abs(model.weights_[j] - weight)).toBeLessThan(1e-6));
    expect(Math.abs(model.bias_ - optimum.bias)).toBeLessThan(1e-6);
  });
});

describe('a logistic unit that learns by the squared error', () => {
  it('answers 0.00966, 0.00787, 0.99359, 0.99212 in its 10,000th pass, with weights 9.673, −0.208, −4.630', () => {
    const X = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]]; // prettier-ignore
    const y = [0, 0, 1, 1];
    const rng = createRng(1);
    const weights = Array.from({length: 3}, () => uniform(rng, -1, 1));
    let outputs: number[] = [];
    for (let pass = 1; pass <= 10_000; pass++) {
      const z = X.map((x) => x.reduce((sum, value, j) => sum + weights[j] * value, 0));
      outputs = z.map(sigmoid.value);
      const downhill = outputs.map((a, i) => (y[i] - a) * sigmoid.derivative(z[i]));
      weights.forEach((_, j) => (weights[j] += X.reduce((sum, x, i) => sum + x[j] * downhill[i], 0)));
    }
    expect(outputs.map((a) => a.toFixed(8))).toEqual(['0.00966449', '0.00786506', '0.99358898', '0.99211957']);
    expect(weights.map((weight) => weight.toFixed(3))).toEqual(['9.673', '-0.208', '-4.630']);
  });
});
