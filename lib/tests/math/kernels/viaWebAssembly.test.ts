import fc from 'fast-check';
import {afterEach, describe, expect, it, vi} from 'vitest';
import {multiplyTiled} from '../../../src/math/kernels/tiled';
import {viewOf, type View} from '../../../src/math/kernels/view';
import {Matrix} from '../../../src/math/matrix';
import {factors, relativeError, wrongBits, type Factors} from './plain';

/** The product as a network takes it, of a library that was loaded anew. */
async function loadProduct(): Promise<({A, B, C}: Factors) => void> {
  vi.resetModules();
  const {isLarge, multiplyViaWebAssembly} = await import('../../../src/math/kernels/viaWebAssembly');
  return ({A, B, C}) => {
    if (!isLarge(A.rows, A.columns, B.columns) || !multiplyViaWebAssembly(A, B, C)) multiplyTiled(A, B, C);
  };
}

afterEach(() => vi.unstubAllGlobals());

/** Where there is WebAssembly, none, one without SIMD (or forbidden), and one without memory. */
const machines: [string, () => void][] = [
  ['with WebAssembly', () => undefined],
  ['without WebAssembly', () => vi.stubGlobal('WebAssembly', undefined)],
  ['where it may not be compiled', () => vi.stubGlobal('WebAssembly', {Module: refuse, Instance: refuse})],
  ['where there is no memory for it', () => stubMemory(({initial}) => initial > 1 && refuse())],
];
function stubMemory(look: (size: WebAssembly.MemoryDescriptor) => unknown): void {
  const {Module, Instance, Memory} = globalThis.WebAssembly;
  class Watched extends Memory {
    constructor(size: WebAssembly.MemoryDescriptor) {
      look(size);
      super(size);
    }
  }
  vi.stubGlobal('WebAssembly', {Module, Instance, Memory: Watched});
}
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

describe('isLarge and multiplyViaWebAssembly', () => {
  it('leaves large products to WebAssembly, and small ones alone', async () => {
    const made = vi.fn();
    stubMemory(made);
    const product = await loadProduct();
    const [small, large] = [8, 40].map((size) => fc.sample(factors(Float64Array, size), {numRuns: 200, seed: 1}));
    small.forEach(product);
    expect(made).not.toHaveBeenCalled();
    large.forEach(product);
    expect(made).toHaveBeenCalled();
  });

  it('sees what lies in an arena, and what lies elsewhere', async () => {
    const product = await loadProduct();
    const {Arena} = await import('../../../src/math/kernels/arena'); // after it: the one that it knows
    const arena = Arena.make(100_000)!;
    const inside = ({data, ...view}: View): View => {
      const copy = arena.array(Float64Array, data.length);
      copy.set(data);
      return {...view, data: copy};
    };
    const multiply = vi.spyOn(Arena.prototype, 'multiply');
    const [A, B, C] = [2, 3, NaN].map((value) => viewOf(new Matrix(20, 20).map((_zero) => value)));
    for (const given of [
      {A: inside(A), B: inside(B), C: inside(C)},
      {A, B: inside(B), C: inside(C)},
      {A: inside(A), B, C: inside(C)},
    ]) {
      product(given);
      expect(wrongBits(given)).toEqual([]);
    }
    expect(multiply.mock.contexts.map((context) => context === arena)).toEqual([true, false, false]);
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
