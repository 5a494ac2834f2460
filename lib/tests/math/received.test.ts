import {describe, expect, it} from 'vitest';
import {received} from '../../src/math/received';

describe('received', () => {
  it.each([
    ['"5.1"', '5.1'],
    ['""', ''],
    ['NaN', NaN],
    ['-0.5', -0.5],
    ['10n', 10n],
    ['true', true],
    ['null', null],
    ['undefined', undefined],
    ['an array of length 2', [1, 2]],
    ['a function', () => 1],
    ['an object', {}],
    ['an object', Object.create(null)],
    ['an object of the class Map', new Map()],
    ['Symbol(s)', Symbol('s')],
  ])('writes %s', (words, value: unknown) => {
    expect(received(value)).toBe(words);
  });
});
