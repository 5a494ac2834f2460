import {describe, expect, it, vi} from 'vitest';
import {Arena} from '../../src/math/kernels/arena';
import {adam, momentum, sgd, type Optimizer} from '../../src/trainers/optimizers';
import {byName, optimizers} from '../../src/trainers/recipes';

/** Where a weight is after steps with these gradients. */
function walk(optimizer: Optimizer, gradients: number[], from: number = 0): number {
  const update = optimizer.start(1);
  const weights = Float64Array.of(from);
  for (const gradient of gradients) update(weights, Float64Array.of(gradient));
  return weights[0];
}

const recipes: [string, Optimizer][] = [['sgd', sgd(0.5)], ['momentum', momentum(0.5)], ['adam', adam(0.5)]]; // prettier-ignore

describe.each(recipes)('%s', (_name, optimizer) => {
  it('goes downhill', () => {
    expect(walk(optimizer, [2])).toBeLessThan(0);
    expect(walk(optimizer, [-2])).toBeGreaterThan(0);
  });

  it('is a recipe: what one fit remembers, another knows nothing of', () => {
    const first = walk(optimizer, [1, 2, 3]);
    expect(walk(optimizer, [1, 2, 3])).toBe(first);
    const [a, b] = [optimizer.start(1), optimizer.start(1)];
    const [wa, wb] = [Float64Array.of(0), Float64Array.of(0)];
    for (const gradient of [1, 2, 3]) {
      a(wa, Float64Array.of(gradient));
      b(wb, Float64Array.of(gradient));
    }
    expect([wa[0], wb[0]]).toEqual([first, first]);
  });

  it('keeps the weights apart, and the gradient as it is', () => {
    const update = optimizer.start(2);
    const [weights, gradient] = [Float64Array.of(0, 5), Float64Array.of(3, 0)];
    update(weights, gradient);
    expect(weights[0]).toBe(walk(optimizer, [3]));
    expect(weights[1]).toBe(5);
    expect(gradient).toEqual(Float64Array.of(3, 0));
  });
});

describe('sgd', () => {
  it('takes the step −η g', () => expect(walk(sgd(0.25), [2, -1], 1)).toBe(0.75));
});

describe('momentum', () => {
  it('adds steps that agree: η g, then 1.5 η g, then 1.75 η g', () => {
    expect(walk(momentum(1, 0.5), [1])).toBe(-1);
    expect(walk(momentum(1, 0.5), [1, 1])).toBe(-2.5);
    expect(walk(momentum(1, 0.5), [1, 1, 1])).toBe(-4.25);
  });

  it('is gradient descent where nothing is kept', () => {
    expect(walk(momentum(0.1, 0), [1, 2, -5])).toBe(walk(sgd(0.1), [1, 2, -5]));
  });
});

describe('adam', () => {
  it('makes a first step of η, however large the gradient', () => {
    for (const gradient of [1e-4, 1, 1e4]) expect(Math.abs(walk(adam(0.01), [gradient]) + 0.01)).toBeLessThan(1e-5);
  });

  it('takes the steps worked out by hand, ε outside the root', () => {
    // β₁ = ½, β₂ = ¾, ε = 1. Step 1: m̂ = 2, v̂ = 4, −2 / (2 + 1). Step 2: m̂ = (½ · 1 + ½ · −1) / ¾ = 0: no step.
    const optimizer = adam(1, {beta1: 0.5, beta2: 0.75, epsilon: 1});
    expect(Math.abs(walk(optimizer, [2]) + 2 / 3)).toBeLessThan(1e-15);
    expect(Math.abs(walk(optimizer, [2, -1]) + 2 / 3)).toBeLessThan(1e-15);
    // Step 3 with g = 4: m = 2, m̂ = 2 / ⅞, v = ¾ (¾ · 1 + ¼ · 1) + ¼ · 16 = 4.75, v̂ = 4.75 / (37 / 64).
    const third = 2 / (7 / 8) / (Math.sqrt(4.75 / (37 / 64)) + 1);
    expect(Math.abs(walk(optimizer, [2, -1, 4]) + 2 / 3 + third)).toBeLessThan(1e-15);
  });

  it('stands still where the gradient is 0', () => expect(walk(adam(), [0, 0], 3)).toBe(3));

  it('makes smaller steps as time goes by, if asked to: a third of η, a fifth, a seventh, anew in each fit', () => {
    const optimizer = adam(1, {decay: 2, epsilon: 1e-300});
    for (let fit = 0; fit < 2; fit++) {
      expect(walk(optimizer, [8, 8, 8])).toBeCloseTo(-(1 / 3 + 1 / 5 + 1 / 7), 14);
    }
  });
});

describe('optimizers', () => {
  it('have a name with their numbers, and defaults', () => {
    expect(sgd().name).toBe('sgd(0.01)');
    expect(momentum().name).toBe('momentum(0.01, 0.9)');
    expect(adam().name).toBe('adam(0.001, 0.9, 0.999, 1e-8)');
    expect(adam(1, {decay: 0.5}).name).toBe('adam(1, 0.9, 0.999, 1e-8, 0.5)');
    expect([sgd(2), momentum(3), adam(4)].map((optimizer) => optimizer.learningRate)).toEqual([2, 3, 4]);
  });

  it('are found again by their names', () => {
    for (const {name} of [sgd(2), momentum(3, 0.5), adam(4, {beta1: 0.5}), adam(5, {decay: 0.25})]) {
      expect(byName(optimizers, name, 'optimizer').name).toBe(name);
    }
  });

  it('name what is wrong with their numbers', () => {
    const rate = new RangeError('learningRate must be a positive number, got 0');
    for (const make of [sgd, momentum, adam]) expect(() => make(0)).toThrow(rate);
    expect(() => momentum(1, 1)).toThrow(new RangeError('momentum must be a number from 0 to below 1, got 1'));
    expect(() => adam(1, {beta1: -0.1})).toThrow(new RangeError('beta1 must be a number from 0 to below 1, got -0.1'));
    expect(() => adam(1, {beta2: NaN})).toThrow(new RangeError('beta2 must be a number from 0 to below 1, got NaN'));
    expect(() => adam(1, {epsilon: 0})).toThrow(new RangeError('epsilon must be a positive number, got 0'));
    expect(() => adam(1, {decay: -1})).toThrow(new RangeError('decay must be a finite number of 0 or more, got -1'));
  });
});

describe('adam in an arena', () => {
  const gradients = [1, 2, 3].map((t) => Float64Array.from({length: 40}, (_, j) => t * Math.sin(j + 1)));
  const steps = (weights: Float64Array, place: (gradient: Float64Array) => Float64Array): Float64Array => {
    const update = adam(0.1, {decay: 0.5}).start(40);
    for (const gradient of gradients) update(weights, place(gradient));
    return weights.slice();
  };
  const wanted = steps(new Float64Array(40), (gradient) => gradient);
  const into = (arena: Arena) => {
    const room = arena.array(Float64Array, 40);
    return (gradient: Float64Array): Float64Array => (room.set(gradient), room);
  };

  it('takes its steps there', () => {
    const inArena = vi.spyOn(Arena.prototype, 'adam');
    const arena = Arena.make(10_000)!;
    expect(steps(arena.array(Float64Array, 40), into(arena))).toEqual(wanted);
    expect(inArena).toHaveBeenCalledTimes(3);
  });

  it('does without where there is no room for what it remembers, or the gradient lies elsewhere', () => {
    const full = Arena.make(10_000)!;
    const weights = full.array(Float64Array, 40);
    const place = into(full);
    full.array(Float64Array, full.left / 8 - 2 * 40 + 2);
    expect(steps(weights, place)).toEqual(wanted);
    expect(steps(Arena.make(10_000)!.array(Float64Array, 40), (gradient) => gradient)).toEqual(wanted);
  });

  it('follows the weights from one arena to the next, and out', () => {
    const update = adam(0.1, {decay: 0.5}).start(40);
    const weights = new Float64Array(40);
    for (const gradient of gradients) {
      const arena = Arena.make(10_000)!;
      const there = arena.array(Float64Array, 40);
      there.set(weights);
      update(there, into(arena)(gradient));
      weights.set(there);
    }
    expect(weights).toEqual(wanted);
  });
});
