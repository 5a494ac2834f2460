import {describe, expect, it} from 'vitest';
import {createRng, normal, uniform} from '../../src/math/random';
import {drawWeights, inits} from '../../src/trainers/initialise';

const [inputs, units] = [30, 10];
const drawn = (init: (typeof inits)[number]): Float64Array => drawWeights(init, createRng(0), inputs, units).data;

describe('drawWeights', () => {
  it('knows four ways to start', () => expect(inits).toEqual(['glorot', 'he', 'uniform', 'zeros']));

  it('draws glorot and uniform evenly between their limits', () => {
    for (const [init, limit] of [
      ['glorot', Math.sqrt(6 / 40)],
      ['uniform', 0.5],
    ] as const) {
      // prettier-ignore
      const weights = drawn(init);
      const sizes = weights.map(Math.abs);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
      const rng = createRng(0);
      expect(weights).toEqual(weights.map(() => uniform(rng, -limit, limit)));
    }
  });

  it('draws he from the normal distribution with the deviation √(2 / inputs)', () => {
    const rng = createRng(0);
    expect(drawn('he')).toEqual(drawn('he').map(() => normal(rng, 0, Math.sqrt(2 / inputs))));
  });

  it('draws row by row, a row for each input', () => {
    const W = drawWeights('uniform', createRng(0), 2, 3);
    expect([W.rows, W.columns]).toEqual([2, 3]);
    const rng = createRng(0);
    expect(W.toArrays()).toEqual([0, 1].map(() => [0, 1, 2].map(() => uniform(rng, -0.5, 0.5))));
  });

  it('draws nothing for zeros', () => {
    const rng = createRng(0);
    expect(drawWeights('zeros', rng, 2, 3).toArrays()).toEqual([[0, 0, 0], [0, 0, 0]]); // prettier-ignore
    expect(rng()).toBe(createRng(0)());
  });
});
