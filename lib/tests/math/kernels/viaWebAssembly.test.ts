import fc from 'fast-check';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {multiplyTiled} from '../../../src/math/kernels/tiled';
import {viewOf} from '../../../src/math/kernels/view';
import {Matrix} from '../../../src/math/matrix';
import {factors, relativeError, wrongBits, type Factors} from './plain';

/** The product as a network takes it, of a library that was loaded anew. */
async function loadProduct(): Promise<({A, B, C}: Factors) => void> {
  vi.resetModules();
  const {isLarge, multiplyCopies} = await import('../../../src/math/kernels/viaWebAssembly');
  return ({A, B, C}) => {
    if (!isLarge(A.rows, A.columns, B.columns) || !multiplyCopies(A, B, C)) multiplyTiled(A, B, C);
  };
}

afterEach(() => vi.unstubAllGlobals());

/** Where there is WebAssembly, none, one without SIMD (or forbidden), and one without memory. */
const machines: [string, () => void][] = [
  ['with WebAssembly', () => undefined],
  ['without WebAssembly', () => vi.stubGlobal('WebAssembly', undefined)],
  ['where it may not be compiled', () => vi.stubGlobal('WebAssembly', {Module: refuse, Instance: refuse})],
  ['where there is no memory for it', () => vi.stubGlobal('WebAssembly', {Module: Object, Instance: refuse})],
];
function refuse(): void {
  throw new Error('no');
}

describe.each(machines)('a product, %s', (_name, arrive) => {
  it('gives the bits of plain loops', async () => {
    arrive();
    const product = await loadProduct();
    fc.assert(
      fc.property(factors(Float64Array, 80), ({A, B, C}) => {
        product({A, B, C});
        expect(wrongBits({A, B, C})).toEqual([]);
      }),
    );
  });

  it('takes 32-bit floats', async () => {
    arrive();
    const product = await loadProduct();
    fc.assert(
      fc.property(factors(Float32Array, 80), ({A, B, C}) => {
        product({A, B, C});
        expect(relativeError({A, B, C})).toBeLessThan(1e-5);
      }),
    );
  });
});

describe('isLarge and multiplyCopies', () => {
  it('leaves large products to WebAssembly, and small ones alone', async () => {
    const made = vi.fn();
    const {Module, Instance} = globalThis.WebAssembly;
    class Counted extends Instance {
      constructor(module: WebAssembly.Module) {
        super(module);
        made();
      }
    }
    vi.stubGlobal('WebAssembly', {Module, Instance: Counted});
    const product = await loadProduct();
    const [small, large] = [8, 40].map((size) => fc.sample(factors(Float64Array, size), {numRuns: 200, seed: 1}));
    small.forEach(product);
    expect(made).not.toHaveBeenCalled();
    large.forEach(product);
    expect(made).toHaveBeenCalled();
  });

  it('makes room for a product that is larger than those before', async () => {
    const product = await loadProduct();
    const square = (size: number): Factors => {
      const [A, B, C] = [2, 3, NaN].map((value) => viewOf(new Matrix(size, size).map(() => value)));
      return {A, B, C};
    };
    for (const given of [square(12), square(150), square(12)]) {
      product(given);
      expect(wrongBits(given)).toEqual([]);
    }
  });
});
