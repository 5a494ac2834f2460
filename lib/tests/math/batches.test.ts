import {describe, expect, it} from 'vitest';
import {batches} from '../../src/math/batches';
import {createRng, permutation} from '../../src/math/random';

describe('batches', () => {
  it('cuts one permutation into pieces, the last one shorter', () => {
    const pieces = batches(createRng(5), 10, 4);
    expect(pieces.map((piece) => piece.length)).toEqual([4, 4, 2]);
    expect(pieces.flatMap((piece) => [...piece])).toEqual([...permutation(createRng(5), 10)]);
  });

  it('has no empty piece at the end, and one piece if the batch is large', () => {
    expect(batches(createRng(0), 8, 4)).toHaveLength(2);
    expect(batches(createRng(0), 8, 100).map((piece) => piece.length)).toEqual([8]);
  });

  it('draws a new order at every call', () => {
    const rng = createRng(3);
    expect(batches(rng, 20, 20)).not.toEqual(batches(rng, 20, 20));
  });

  it('names what is wrong', () => {
    expect(() => batches(createRng(0), 0, 4)).toThrow(new RangeError('n must be a positive whole number, got 0'));
    expect(() => batches(createRng(0), 4, 0.5)).toThrow(
      new RangeError('batchSize must be a positive whole number, got 0.5'),
    );
  });
});
