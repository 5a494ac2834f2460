import {describe, expect, it} from 'vitest';
import {placeOf, ratesFor, turningPoints} from '../descent/rates';
import {factorOf, fateOf, isOver, MOST_STEPS, walk} from '../descent/steps';

const CURVATURES = Array.from({length: 39}, (_, i) => (i + 2) / 10);

describe('factorOf', () => {
  it('is what a step of gradient descent on ½ k w² leaves of w', () => {
    const [w, k, learningRate, h] = [3, 1.7, 0.4, 1e-5];
    const loss = (place: number): number => (k * place * place) / 2;
    const slope = (loss(w + h) - loss(w - h)) / (2 * h);
    expect(Math.abs(w * factorOf(learningRate, k) - (w - learningRate * slope))).toBeLessThan(1e-8);
  });

  it.each(CURVATURES)('is exactly 0 at 1/k and −1 at 2/k, for k = %d', (k) => {
    expect(turningPoints(k).map((rate) => factorOf(rate, k))).toEqual([0, -1]);
  });
});

describe('walk', () => {
  it('begins at the start and holds a place for each step', () => {
    expect(walk(4, -0.5, 3)).toEqual([4, -2, 1, -0.5]);
    expect(walk(4, 0.9, 0)).toEqual([4]);
  });

  it('knows no −0', () => {
    expect(Object.is(walk(-4, 0, 1)[1], 0)).toBe(true);
  });
});

describe('isOver', () => {
  it('ends at rest, far away, or after the last step, and not before', () => {
    expect([isOver([4, 0.001]), isOver([4, -2000]), isOver(walk(4, -1, MOST_STEPS))]).toEqual([true, true, true]);
    expect([isOver([4, 0.01]), isOver([4, -900]), isOver(walk(4, -1, MOST_STEPS - 1))]).toEqual([false, false, false]);
  });
});

describe('fateOf', () => {
  it.each([
    [0.9, 'It crawls.', '0.9 of the way'],
    [0, 'It arrives.', 'One step'],
    [-0.8, 'It swings and comes to rest.', '0.8 times'],
    [-1, 'It swings for ever.', 'just as far'],
    [-1.2, 'It flees.', '1.2 times'],
  ])('tells what a factor of %d does', (factor, word, part) => {
    expect(fateOf(4, factor)[0]).toBe(word);
    expect(fateOf(4, factor)[1]).toContain(part);
  });

  it('knows that at the bottom nothing moves, whatever the factor', () => {
    expect(fateOf(0, -2)[0]).toBe('It lies still.');
  });
});

describe('the stops of the learning rate', () => {
  it.each(CURVATURES)('hold 1/k and 2/k and rise from 0.01 to beyond 2/k, for k = %d', (k) => {
    const rates = ratesFor(k);
    expect(rates).toEqual(expect.arrayContaining(turningPoints(k)));
    expect([rates[0], rates.at(-1)]).toEqual([0.01, 12]);
    expect(rates.every((rate, i) => i === 0 || rate > rates[i - 1])).toBe(true);
    expect(rates.length).toBe(ratesFor(1).length); // so the other stops keep their places on the track
  });

  it('are found by a rate that stands between them', () => {
    const rates = ratesFor(1);
    expect(rates[placeOf(0.1234, rates)]).toBe(0.12);
    expect([placeOf(0, rates), placeOf(99, rates)]).toEqual([0, rates.length - 1]);
  });
});
