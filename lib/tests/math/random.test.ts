import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createRng, normal, permutation, uniform, type Rng} from '../../src/math/random';
import {draws} from '../fixtures/numpy-random.json';

const times = <T>(count: number, draw: () => T): T[] => Array.from({length: count}, draw);

function after(skipped: number, rng: Rng): number {
  times(skipped, rng);
  return rng();
}

describe.each(draws)('createRng($seed), as NumPy', (expected) => {
  const fresh = (): Rng => createRng(expected.seed);

  it('draws the same 32 bits', () => {
    const rng = fresh();
    expect(times(4, rng.uint32)).toEqual(expected.uint32);
  });

  it('draws the same numbers in [0, 1)', () => {
    expect(times(4, fresh())).toEqual(expected.random_sample);
    expect([311, 312, 1000].map((skipped) => after(skipped, fresh()))).toEqual(expected.random_sample_later);
  });

  it('draws the same uniform numbers', () => {
    const rng = fresh();
    expect(times(4, () => uniform(rng, -0.3, 2.7))).toEqual(expected.uniform);
  });

  it('draws the same normal numbers, within 4e-15 (|mean| + sd)', () => {
    const rng = fresh();
    const [mean, deviation] = [10, 3];
    for (const number of expected.normal) {
      expect(Math.abs(normal(rng, mean, deviation) - number)).toBeLessThanOrEqual(4e-15 * (mean + deviation));
    }
  });

  it('makes the same permutations', () => {
    expect([0, 1, 2, 3, 16, 33].map((n) => [...permutation(fresh(), n)])).toEqual(expected.permutation);
  });

  it('keeps the spare normal number while others are drawn', () => {
    const rng = fresh();
    const [first, number, order, spare] = expected.mixed;
    expect(Math.abs(rng.gaussian() - (first as number))).toBeLessThan(8e-15);
    expect(rng()).toBe(number);
    expect([...permutation(rng, 3)]).toEqual(order);
    expect(Math.abs(rng.gaussian() - (spare as number))).toBeLessThan(8e-15);
  });
});

describe('createRng', () => {
  it('gives each stream a state of its own', () => {
    const [one, other] = [createRng(5), createRng(5)];
    const numbers = times(10, one);
    expect(times(10, other)).toEqual(numbers);
  });

  it.each([-1, 0.5, 4294967296, NaN, '1'])('refuses the seed %j', (seed) => {
    expect(() => createRng(seed as number)).toThrow(RangeError);
  });
});

describe('uniform, normal', () => {
  it('start from [0, 1), and from mean 0 and standard deviation 1', () => {
    expect(uniform(createRng(3))).toBe(createRng(3)());
    expect(normal(createRng(3))).toBe(createRng(3).gaussian());
  });

  it('name what they refuse', () => {
    const rng = createRng(0);
    expect(() => uniform(rng, NaN)).toThrow(new RangeError('low must be a finite number, got NaN'));
    expect(() => uniform(rng, 2, 1)).toThrow(new RangeError('high must be a finite number of at least low, 2, got 1'));
    expect(() => normal(rng, Infinity)).toThrow(new RangeError('mean must be a finite number, got Infinity'));
    expect(() => normal(rng, 0, -1)).toThrow(
      new RangeError('standardDeviation must be a finite number of 0 or more, got -1'),
    );
  });
});

describe('permutation', () => {
  it('holds every number once', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 0xffffffff}), fc.integer({min: 0, max: 300}), (seed, n) => {
        expect(permutation(createRng(seed), n).sort()).toEqual(Uint32Array.from({length: n}, (_, i) => i));
      }),
      {seed: 3},
    );
  });

  it('finds all orders of three about equally often', () => {
    const rng = createRng(0);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = permutation(rng, 3).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120); // four standard deviations
  });

  it('refuses a negative number', () => {
    expect(() => permutation(createRng(0), -1)).toThrow(RangeError);
  });
});
