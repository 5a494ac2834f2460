import {describe, expect, it} from 'vitest';
import {RateRule} from '../../src/data/rateRule';

describe('RateRule', () => {
  it('bans from the Nth bad request within the time on, and no longer', () => {
    const rule = new RateRule({requests: 3, seconds: 60});
    const look = (second: number, isBad = true): boolean => rule.look('a', 1000 * second, isBad);
    expect([look(0), look(30), look(60), look(61, false), look(200, false)]).toEqual([false, false, true, false, false]);
    expect([look(300), look(310), look(320, false), look(330)]).toEqual([false, false, false, true]);
  });

  it('judges by what was bad before alone, where a request’s own error is not known yet', () => {
    const [own, before] = [true, false].map((countsOwn) => new RateRule({requests: 2, countsOwn}));
    const looks = [0, 1, 2, 61, 62.5].map((second) => [own, before].map((rule) => rule.look('a', 1000 * second, second < 2)));
    expect(looks).toEqual([[false, false], [true, false], [true, true], [false, false], [false, false]]); // prettier-ignore
  });

  it('counts each address for itself, and good requests not at all', () => {
    const rule = new RateRule({requests: 2});
    expect([rule.look('a', 0, true), rule.look('b', 0, true), rule.look('a', 1, false), rule.look('a', 2, true)]).toEqual([false, false, false, true]);
  });

  it('forgets the address that was bad longest ago when there are too many', () => {
    const rule = new RateRule({requests: 2, addresses: 2});
    for (const address of ['a', 'b', 'a', 'c']) rule.look(address, 0, true);
    expect(rule.remembered).toBe(2);
    expect(rule.look('a', 1, false)).toBe(true); // b has gone
    for (let n = 0; n < 1000; n++) rule.look(`address ${n}`, n, true);
    expect(rule.remembered).toBe(2);
  });

  it('asks for positive numbers', () => {
    expect(() => new RateRule({requests: 0})).toThrow('requests must be a positive whole number, got 0');
    expect(() => new RateRule({addresses: 0})).toThrow('addresses must be a positive whole number, got 0');
    expect(() => new RateRule({seconds: -1})).toThrow('seconds must be a positive number, got -1');
  });
});
