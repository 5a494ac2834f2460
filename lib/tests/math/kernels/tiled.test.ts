import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {multiplyTiled} from '../../../src/math/kernels/tiled';
import {factors, relativeError, wrongBits} from './plain';

describe('multiplyTiled', () => {
  it('gives the bits of plain loops, for any shape and either way that a matrix lies in memory', () => {
    fc.assert(
      fc.property(factors(Float64Array, 60), ({A, B, C}) => {
        multiplyTiled(A, B, C);
        expect(wrongBits({A, B, C})).toEqual([]);
      }),
    );
  });

  it('takes 32-bit floats too', () => {
    fc.assert(
      fc.property(factors(Float32Array, 60), ({A, B, C}) => {
        multiplyTiled(A, B, C);
        expect(relativeError({A, B, C})).toBeLessThan(1e-5);
      }),
    );
  });
});
