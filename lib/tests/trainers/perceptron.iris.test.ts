import {describe, expect, it} from 'vitest';
import {Perceptron, type PerceptronOptions} from '../../src/trainers/perceptron';
import {fits} from '../fixtures/perceptron.json';
import {flowers} from './flowers';

/** A fit, and how many rows are wrong at the end of each epoch. */
function watch(species: string[], options: PerceptronOptions): {model: Perceptron; wrong: number[]} {
  const {X, y} = flowers(species, [0, 2]); // sepal and petal length
  const wrong: number[] = [];
  const model = new Perceptron(options);
  model.fit(X, y, {onEpoch: () => wrong.push(y.length - Math.round(model.score(X, y) * y.length))});
  return {model, wrong};
}

describe('Perceptron on setosa and versicolor', () => {
  const {model, wrong} = watch(['setosa', 'versicolor'], {shuffle: false});

  it('makes 2, 2, 3, 2, 1 corrections and no more', () => {
    expect(model.errors_).toEqual([2, 2, 3, 2, 1, 0, 0, 0, 0, 0]);
  });

  it('ends with w = (−0.68, 1.82) and b = −0.4', () => {
    expect([...model.weights_, model.bias_].map((value) => value.toFixed(10))).toEqual([
      '-0.6800000000',
      '1.8200000000',
      '-0.4000000000',
    ]);
  });

  it('has half of the rows wrong after each of the first four epochs, however few the corrections', () => {
    expect(wrong).toEqual([50, 50, 50, 50, 0, 0, 0, 0, 0, 0]);
  });
});

describe('Perceptron on versicolor and virginica', () => {
  const species = ['versicolor', 'virginica'];

  it.each([
    [0.1, 10],
    [0.001, 25],
  ])('with η = %d makes 2 corrections an epoch, and has 50 rows wrong after %d epochs', (learningRate, epochs) => {
    const {model, wrong} = watch(species, {learningRate, epochs, shuffle: false});
    expect(model.errors_).toEqual(Array(epochs).fill(2));
    expect(wrong.at(-1)).toBe(50);
  });

  it('has 35, 43, 16, 19 and 30 rows wrong after epochs 196 to 200', () => {
    const {wrong} = watch(species, {epochs: 200, shuffle: false});
    expect(wrong.slice(195)).toEqual([35, 43, 16, 19, 30]);
  });

  it('shuffled, has 12, 6, 10, 15 and 7 wrong after the same epochs', () => {
    const {wrong} = watch(species, {epochs: 200});
    expect(wrong.slice(195)).toEqual([12, 6, 10, 15, 7]);
  });
});

describe('Perceptron and a perceptron in Python', () => {
  it.each(fits.map((fit) => [fit.species.join(' and '), JSON.stringify(fit.options), fit] as const))(
    'learn the same on %s with %s, bit for bit',
    (_species, _options, fit) => {
      const {model, wrong} = watch(fit.species, fit.options);
      expect([...model.weights_]).toEqual(fit.weights);
      expect(model.bias_).toBe(fit.bias);
      expect(model.errors_).toEqual(fit.corrections);
      expect(wrong).toEqual(fit.wrong);
      expect(model.history_.slice(0, 10).map((log) => log.loss)).toEqual(fit.losses);
    },
  );
});
