import {describe, expect, it} from 'vitest';
import {Adaline, type AdalineOptions} from '../../src/trainers/adaline';
import {DivergenceError} from '../../src/trainers/divergenceError';
import {adaline as fits} from '../fixtures/gradient-descent.json';
import {difference, flowers, standardised} from './flowers';

const {X, y} = flowers(['setosa', 'versicolor'], [0, 2]); // sepal and petal length
const scaled = standardised(X);

/** A fit: its losses, each before the update, and how many rows are wrong after it. */
function watch(samples: typeof X, options: AdalineOptions): {model: Adaline; losses: number[]; wrong: number[]} {
  const wrong: number[] = [];
  const model = new Adaline(options);
  model.fit(samples, y, {onEpoch: () => wrong.push(100 - Math.round(100 * model.score(samples, y)))});
  return {model, losses: model.history_.map((log) => log.loss), wrong};
}

function lastLoss(samples: typeof X, options: AdalineOptions): number {
  return new Adaline(options).fit(samples, y).history_.at(-1)?.loss ?? NaN;
}

describe('Adaline on setosa and versicolor, in centimetres', () => {
  it('flees with η = 0.01: 50, 2232, 3.48e6 … 7.8e28', () => {
    const {losses} = watch(X, {learningRate: 0.01, epochs: 10});
    expect(losses.map((loss) => Number(loss.toPrecision(4)))).toEqual([
      50, 2232, 3.477e6, 5.424e9, 8.46e12, 1.32e16, 2.059e19, 3.211e22, 5.009e25, 7.813e28,
    ]);
  });

  it('with η = 0.01 leaves the finite numbers in epoch 98, and says so', () => {
    const model = new Adaline({learningRate: 0.01, epochs: 200});
    try {
      model.fit(X, y);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DivergenceError);
      const {message, epoch, lastLoss, history} = error as DivergenceError;
      expect(message).toBe(
        'loss must stay finite, got Infinity in epoch 98; the last finite loss was 4.912e+306: ' +
          'try a learningRate below 0.01, or features of smaller size (StandardScaler)',
      );
      expect(epoch).toBe(98);
      expect(history).toHaveLength(97);
      expect(lastLoss).toBe(history[96].loss);
    }
  });

  it('crawls with η = 0.0001: from 50 to 40.24 in the tenth epoch, after which 45 rows are wrong', () => {
    const {losses, wrong} = watch(X, {learningRate: 0.0001, epochs: 10});
    expect(losses[0]).toBe(50);
    expect(losses[9].toFixed(4)).toBe('40.2361');
    expect(wrong).toEqual([50, 50, 50, 50, 50, 50, 50, 50, 48, 45]);
  });

  it('has a minimum of 2.43, and is within 5 % of it after 348 updates with η = 0.0001, not before', () => {
    const minimum = lastLoss(X, {learningRate: 0.00049, epochs: 20000});
    expect(minimum.toFixed(4)).toBe('2.4302');
    const {losses} = watch(X, {learningRate: 0.0001, epochs: 400});
    expect(losses.findIndex((loss) => loss <= 1.05 * minimum)).toBe(348); // the loss of epoch 349 is the first
  });
});

describe('Adaline on setosa and versicolor, standardised', () => {
  it('with η = 0.01 goes down to 2.572 in 15 epochs, and has all rows right', () => {
    const {losses, model} = watch(scaled, {learningRate: 0.01, epochs: 15});
    expect(losses.map((loss) => loss.toFixed(3))).toEqual([
      '50.000', '33.830', '23.157', '16.112', '11.461', '8.391', '6.365', '5.028', '4.145', '3.562', '3.177', '2.923',
      '2.756', '2.645', '2.572',
    ]); // prettier-ignore
    expect(model.score(scaled, y)).toBe(1);
  });

  it('has 4, 0, 3, 0, 1, 0 rows wrong after the first updates, though its loss only falls', () => {
    const {losses, wrong} = watch(scaled, {learningRate: 0.01, epochs: 15});
    expect(wrong).toEqual([4, 0, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for (let i = 1; i < 15; i++) expect(losses[i]).toBeLessThan(losses[i - 1]);
  });

  it('flees with η = 0.012, to a loss of 3,635 in 15 epochs', () => {
    const {losses} = watch(scaled, {learningRate: 0.012, epochs: 15});
    expect(losses[14].toFixed(1)).toBe('3635.1');
  });
});

describe('Adaline and the largest learning rate, 2/λ', () => {
  it.each([
    ['in centimetres', X, 0.000493, 0.000495],
    ['standardised', scaled, 0.01103, 0.01104],
  ])('%s: arrives just below it, and flees just above it', (_name, samples, below, above) => {
    // λ is the steepness in the steepest direction; this finds it by going along it again and again.
    const rows = samples.toArrays().map((row) => [...row, 1]);
    let direction = [1, 1, 1];
    let steepness = 0;
    for (let round = 0; round < 200; round++) {
      const along = rows.map((row) => row.reduce((sum, value, j) => sum + value * direction[j], 0));
      const image = direction.map((_, j) => rows.reduce((sum, row, i) => sum + row[j] * along[i], 0));
      steepness = Math.hypot(...image);
      direction = image.map((value) => value / steepness);
    }
    expect(2 / steepness).toBeGreaterThan(below);
    expect(2 / steepness).toBeLessThan(above);
    const last = (learningRate: number): number => lastLoss(samples, {learningRate, epochs: 20000});
    expect(last(1.99 / steepness)).toBeLessThan(2.44);
    expect(() => last(2.1 / steepness)).toThrow(DivergenceError);
  });
});

describe('Adaline and the same gradient descent in NumPy', () => {
  it.each(fits.map((fit) => [JSON.stringify(fit.options), fit.standardised, fit] as const))(
    'agree with %s (standardised: %s)',
    (_options, scale, fit) => {
      const {model, losses, wrong} = watch(scale ? scaled : X, fit.options);
      fit.losses.forEach((loss, i) => expect(difference(losses[i], loss)).toBeLessThan(1e-11));
      fit.weights.forEach((weight, j) => expect(difference(model.weights_[j], weight)).toBeLessThan(1e-11));
      expect(difference(model.bias_, fit.bias)).toBeLessThan(1e-11);
      expect(wrong).toEqual(fit.wrong);
    },
  );
});
