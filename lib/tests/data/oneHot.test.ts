import {describe, expect, it} from 'vitest';
import {oneHot} from '../../src/data/oneHot';

describe('oneHot', () => {
  it('puts a 1 into the column of the label', () => {
    expect(oneHot([1, 0, 2]).toArrays()).toEqual([[0, 1, 0], [1, 0, 0], [0, 0, 1]]); // prettier-ignore
  });

  it('has as many columns as it is told, whether or not their labels occur', () => {
    expect(oneHot([1], 4).toArrays()).toEqual([[0, 1, 0, 0]]);
    expect(oneHot(Uint8Array.of(0)).toArrays()).toEqual([[1]]);
  });

  it('names what is wrong', () => {
    expect(() => oneHot([])).toThrow(new RangeError('labels must hold at least one label, got none'));
    expect(() => oneHot([0, 1.5])).toThrow(
      new RangeError('labels must hold whole numbers of 0 or more, got 1.5 at index 1'),
    );
    expect(() => oneHot([-1])).toThrow('labels must hold whole numbers of 0 or more, got -1 at index 0');
    expect(() => oneHot([0, 3], 3)).toThrow(
      new RangeError('labels must hold whole numbers from 0 to 2, got 3 at index 1'),
    );
    expect(() => oneHot([0], 0)).toThrow('classes must be a positive whole number, got 0');
    expect(() => oneHot(['0'] as unknown as number[])).toThrow(TypeError);
  });
});
