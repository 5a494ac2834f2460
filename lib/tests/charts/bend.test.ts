import {describe, expect, it} from 'vitest';
import {bend} from '../../src/charts/bend';

describe('bend', () => {
  const from = {x: 1, y: 3};
  const to = {x: 2, y: -1};

  it('leads from one place to the other, through the middle', () => {
    expect([0, 0.5, 1].map((t) => bend(from, to, t))).toEqual([from, {x: 1.5, y: 1}, to]);
  });

  it('leaves and arrives level', () => {
    expect(bend(from, to, 0.05).y).toBeGreaterThan(3 - 4 * 0.01);
    expect(bend(from, to, 0.95).y).toBeLessThan(-1 + 4 * 0.01);
  });
});
