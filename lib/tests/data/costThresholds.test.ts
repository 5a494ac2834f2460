import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {actionAt, costThresholds} from '../../src/data/costThresholds';

const table = {pass: {good: 0, bad: 5}, captcha: {good: 1, bad: 1}, ban: {good: 10, bad: 0}};

describe('costThresholds', () => {
  it('is where the mean costs of two actions are equal', () => {
    expect(costThresholds(table)).toEqual([
      {action: 'pass', from: 0},
      {action: 'captcha', from: 0.2},
      {action: 'ban', from: 0.9},
    ]);
  });

  it('leaves out an action that is nowhere the cheapest', () => {
    expect(costThresholds({...table, captcha: {good: 6, bad: 6}}).map(({action}) => action)).toEqual(['pass', 'ban']);
  });

  it('names one action only where several cost the same', () => {
    const names = (costs: Parameters<typeof costThresholds>[0]): unknown[] => costThresholds(costs).flatMap(({action, from}) => [action, from]);
    expect(names({a: {good: 0, bad: 5}, b: {good: 0, bad: 3}})).toEqual(['b', 0]);
    expect(names({a: {good: 0, bad: 1}, b: {good: 1, bad: 1}})).toEqual(['a', 0]); // equal at p = 1 alone
    expect(names({a: {good: 0, bad: 10}, b: {good: 5, bad: 5}, c: {good: 10, bad: 0}})).toEqual(['a', 0, 'c', 0.5]);
    expect(actionAt(costThresholds(table), 0.2)).toBe('captcha');
  });

  it('always leads to the cheapest action', () => {
    const cost = fc.record({good: fc.integer({min: 0, max: 20}), bad: fc.integer({min: 0, max: 20})});
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), cost, {minKeys: 1}), fc.integer({min: 0, max: 100}), (costs, n) => {
        const p = n / 100;
        const mean = (action: string): number => (1 - p) * costs[action].good + p * costs[action].bad;
        const chosen = actionAt(costThresholds(costs), p);
        expect(mean(chosen)).toBeLessThanOrEqual(Math.min(...Object.keys(costs).map(mean)) + 1e-9);
      }),
    );
  });

  it('names what is wrong', () => {
    expect(() => costThresholds({})).toThrow('costs must hold at least one action, got none');
    expect(() => costThresholds({pass: {good: NaN, bad: 0}})).toThrow('costs.pass.good must be a finite number, got NaN');
    expect(() => actionAt(costThresholds(table), 1.5)).toThrow('p must be a number from 0 to 1, got 1.5');
  });
});
