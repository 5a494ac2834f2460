import {describe, expect, it} from 'vitest';
import {onlineStoreExercises} from '../../src/exercises/09-online-store';

interface Visit {
  products: number;
  minutes: number;
  phone: number;
  returning: number;
}

describe('the ninth column', () => {
  const {check} = onlineStoreExercises.find(({id}) => id.endsWith('/column'))!;
  const right: ((visit: Visit) => number)[] = [
    ({minutes, returning}) => minutes * returning,
    ({minutes, returning}) => minutes * (1 - returning) - 3,
    ({minutes, returning}) => (returning === 1 && minutes < 1 ? 1 : 0),
    ({minutes, returning}) => (returning === 0 && minutes > 2 ? 1 : 0),
  ];

  it.each(right)('may tell of minutes and returning together in any way: %s', (column) => {
    expect(check(column).verdict).toBe('correct');
  });
});
