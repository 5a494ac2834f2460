import {describe, expect, it} from 'vitest';
import {webLogExercises} from '../../src/exercises/11-web-log-bots';

const quote = webLogExercises.find(({id}) => id.endsWith('/quote'))!;

describe('the hostile line of lesson 11', () => {
  it('names the first text whose end is not found, and what was said of it', () => {
    expect(quote.check(() => [4, 5, 3, 7, -1])).toMatchObject({
      message: expect.stringContaining('Of "c\\\\" 3 yours says 3.') as string,
    });
  });

  it('says how many numbers are missing', () => {
    expect(quote.check(() => [4, 5])).toMatchObject({
      message: 'The function must return 5 numbers, and this returned 2.',
    });
  });
});
