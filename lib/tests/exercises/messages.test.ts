import {describe, expect, it} from 'vitest';
import {facesExercises} from '../../src/exercises/12-faces';
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

describe('the convolution of lesson 12', () => {
  const {check} = facesExercises.find(({id}) => id.endsWith('/convolution'))!;

  it('names the first place that is wrong', () => {
    expect(check([3, -1, 1, 5])).toMatchObject({
      message: expect.stringContaining('the lower right nine pixels') as string,
    });
    expect(check([3, 0, 1, 6])).toMatchObject({message: expect.stringContaining('You have 0.') as string});
  });

  it('asks for one list', () => {
    const nested = [[3, -1], [1, 6]]; // prettier-ignore
    expect(check(nested)).toMatchObject({message: 'Write all numbers in one list, without lists inside.'});
  });
});
