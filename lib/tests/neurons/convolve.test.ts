import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {convolve} from '../../src/neurons/convolve';

const picture = Matrix.from([
  [0, 1, 0, 2],
  [3, 0, 1, 1],
  [2, 1, 1, 0],
]);

describe('convolve', () => {
  it('multiplies and adds at every place where the filter fits', () => {
    const filter = Matrix.from([
      [1, 2],
      [0, -1],
    ]);
    // 0·1 + 1·2 − 0, 1 + 0 − 1, 0 + 4 − 1; 3 + 0 − 1, 0 + 2 − 1, 1 + 2 − 0
    expect(convolve(picture, filter).toArrays()).toEqual([
      [2, 0, 3],
      [2, 1, 3],
    ]);
  });

  it('does not turn the filter round', () => {
    const first = Matrix.from([[1, 0]]);
    expect(convolve(picture, first).toArrays()[0]).toEqual([0, 1, 0]);
  });

  it("pads with zeros for 'same', an even filter more at the right and below", () => {
    const ones = new Matrix(3, 3).map(() => 1);
    expect(convolve(picture, ones, {padding: 'same'}).toArrays()).toEqual([
      [4, 5, 5, 4],
      [7, 9, 7, 5],
      [6, 8, 4, 3],
    ]);
    const right = Matrix.from([[0, 1]]);
    expect(convolve(picture, right, {padding: 'same'}).toArrays()[0]).toEqual([1, 0, 2, 0]);
    const left = Matrix.from([[1, 0, 0]]);
    expect(convolve(picture, left, {padding: 'same'}).toArrays()[0]).toEqual([0, 0, 1, 0]);
  });

  it('reads bytes as the numbers that they stand for', () => {
    const bytes = new Matrix(1, 2, Uint8Array.of(0, 255), 1 / 255);
    expect(convolve(bytes as unknown as Matrix, Matrix.from([[-1, 1]])).toArrays()).toEqual([[1]]);
  });

  it('refuses a filter that is larger than the picture, and unknown paddings', () => {
    expect(() => convolve(picture, new Matrix(4, 1))).toThrow(
      new RangeError('filter must fit into the picture of 3 × 4, got 4 × 1'),
    );
    expect(() => convolve(picture, new Matrix(1, 1), {padding: 'full' as 'same'})).toThrow(
      new RangeError("padding must be 'valid' or 'same', got \"full\""),
    );
  });
});
