import {describe, expect, it} from 'vitest';
import {makeBlobs} from '../../src/data/makeBlobs';
import {createRng} from '../../src/math/random';
import {binaryStep} from '../../src/neurons/activations';
import {evolve} from '../../src/trainers/evolve';
import {LogisticRegression} from '../../src/trainers/logisticRegression';

const sphere = (parameters: Float64Array): number => parameters.reduce((sum, x) => sum + (x - 3) * (x - 3), 0);

describe('evolve', () => {
  it.each([0, 1, 2, 3, 4])('finds the bottom of a bowl, with steps that shrink on the way (seed %d)', (seed) => {
    const {best, loss, history} = evolve(sphere, {parameters: 5, seed});
    expect(loss).toBeLessThan(1e-6); // with steps of size 1 all along it would stay near 1
    expect(loss).toBe(sphere(best));
    expect(history.at(-1)?.best).toBe(loss);
  });

  it('reaches what lies far away, with steps that grow on the way', () => {
    const far = evolve(([x]) => Math.abs(x - 1e6), {parameters: 1}); // steps of size 1 would need 10,000s of generations
    expect(far.loss).toBeLessThan(1);
  });

  it('tells best and mean of each generation, and never loses the best', () => {
    const {history} = evolve(sphere, {parameters: 3, generations: 30, population: 20});
    expect(history.map(({generation}) => generation)).toEqual(Array.from({length: 30}, (_, i) => i + 1));
    history.forEach(({best, mean}, i) => {
      expect(best).toBeLessThanOrEqual(mean);
      if (i > 0) expect(best).toBeLessThanOrEqual(history[i - 1].best);
    });
  });

  it('starts with a generation from the normal distribution', () => {
    const rng = createRng(8);
    const first = Array.from({length: 6}, () => Float64Array.from([rng.gaussian(), rng.gaussian()]));
    const losses = first.map(sphere).sort((a, b) => a - b);
    const {best, loss, history} = evolve(sphere, {parameters: 2, generations: 1, population: 6, seed: 8});
    expect(loss).toBe(losses[0]);
    expect(best).toEqual(first.find((parameters) => sphere(parameters) === losses[0]));
    expect(Math.abs(history[0].mean - losses.reduce((sum, value) => sum + value, 0) / 6)).toBeLessThan(1e-12);
  });

  it('finds what gradient descent finds, in 100 generations', () => {
    const {X, y} = makeBlobs({samples: 40, spread: 1});
    const loss = ([w1, w2, b]: Float64Array): number =>
      y.reduce((sum, label, i) => {
        const [x1, x2] = X.row(i);
        const z = w1 * x1 + w2 * x2 + b;
        return sum + Math.log1p(Math.exp(label === 1 ? -z : z));
      }, 0) / y.length;
    const model = new LogisticRegression({learningRate: 0.5, epochs: 20000}).fit(X, y);
    const found = evolve(loss, {parameters: 3});
    expect(Math.abs(found.loss - loss(Float64Array.of(...model.weights_, model.bias_)))).toBeLessThan(1e-6);
  });

  it('learns through a step, which has no slope to follow', () => {
    const {X, y} = makeBlobs({samples: 60, seed: 3});
    const wrong = ([w1, w2, b]: Float64Array): number =>
      y.filter((label, i) => binaryStep.value(w1 * X.get(i, 0) + w2 * X.get(i, 1) + b) !== label).length;
    expect(evolve(wrong, {parameters: 3}).loss).toBe(0);
  });

  it('wanders on over a plateau: an equally good child takes the place of the best', () => {
    const flat = evolve(() => 1, {parameters: 1, generations: 2, seed: 1});
    const start = evolve(() => 1, {parameters: 1, generations: 1, seed: 1});
    expect(flat.best).not.toEqual(start.best);
  });

  it('gives the same for the same seed, another course for another', () => {
    const run = (seed: number): unknown => evolve(sphere, {parameters: 2, generations: 5, seed});
    expect(run(4)).toEqual(run(4));
    expect(run(4)).not.toEqual(run(5));
  });

  it('keeps its candidates from a loss that writes into them, and lets Infinity die out', () => {
    const spoil = (parameters: Float64Array): number => {
      const value = parameters[0] < 0 ? Infinity : parameters[0];
      parameters.fill(99);
      return value;
    };
    const {best, loss} = evolve(spoil, {parameters: 1});
    expect(best[0]).toBe(loss);
    expect(loss).toBeGreaterThanOrEqual(0);
    expect(loss).toBeLessThan(0.1);
  });

  it('names what is wrong', () => {
    expect(() => evolve(() => NaN, {parameters: 1})).toThrow(
      new RangeError('loss must not be NaN or −Infinity, got NaN'),
    );
    expect(() => evolve((() => undefined) as unknown as () => number, {parameters: 1})).toThrow(
      new TypeError('loss must return a number, got undefined'),
    );
    expect(() => evolve(sphere, {parameters: 0})).toThrow('parameters must be a positive whole number, got 0');
    expect(() => evolve(sphere, {parameters: 1, generations: 0})).toThrow('generations must be a positive whole');
    expect(() => evolve(sphere, {parameters: 1, population: 3})).toThrow(
      new RangeError('population must be a whole number of 4 or more, got 3'),
    );
    expect(() => evolve(sphere, {parameters: 1, seed: -1})).toThrow('seed must be a whole number');
  });
});
