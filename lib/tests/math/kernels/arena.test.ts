import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Arena} from '../../../src/math/kernels/arena';
import type {Floats} from '../../../src/math/dtype';
import {transposed, viewOf} from '../../../src/math/kernels/view';
import {Matrix} from '../../../src/math/matrix';
import {createRng} from '../../../src/math/random';
import {adam} from '../../../src/trainers/optimizers';
import {factors, relativeError, wrongBits, type Factors} from './plain';

const arena = Arena.make(4e6)!;

/** Copies in the arena, in place of the arrays that are there. */
function moved({A, B, C}: Factors): Factors {
  arena.clear();
  const move = (data: Floats): Floats => {
    const copy = arena.array(data instanceof Float64Array ? Float64Array : Float32Array, data.length);
    copy.set(data);
    return copy;
  };
  return {A: {...A, data: move(A.data)}, B: {...B, data: move(B.data)}, C: {...C, data: move(C.data)}};
}

describe('Arena', () => {
  it('multiplies to the bits of plain loops, for any shape and either way that a matrix lies in memory', () => {
    fc.assert(
      fc.property(factors(Float64Array, 300), (given) => {
        const {A, B, C} = moved(given);
        arena.multiply(A, B, C);
        expect(wrongBits({A, B, C})).toEqual([]);
      }),
    );
  });

  it('multiplies 32-bit floats', () => {
    fc.assert(
      fc.property(factors(Float32Array, 300), (given) => {
        const {A, B, C} = moved(given);
        arena.multiply(A, B, C);
        expect(relativeError({A, B, C})).toBeLessThan(1e-5);
      }),
    );
  });

  it.each([
    [200, 300, 600],
    [600, 300, 9],
    [1, 1000, 1],
  ])('goes on with its sums where a product is packed in pieces: %d × %d × %d', (rows, terms, columns) => {
    const rng = createRng(2);
    const random = (rows: number, columns: number) => viewOf(new Matrix(rows, columns).map(() => rng() - 0.5));
    const given = {A: random(rows, terms), B: random(terms, columns), C: transposed(random(columns, rows))};
    const {A, B, C} = moved(given);
    arena.multiply(A, B, C);
    expect(wrongBits({A, B, C})).toEqual([]);
  });

  it('writes nothing beside the product', () => {
    arena.clear();
    const [before, c, after] = [2, 15, 2].map((length) => arena.array(Float64Array, length).fill(7));
    const A = {...viewOf(new Matrix(5, 1)), data: arena.array(Float64Array, 5).fill(1)};
    const B = {...viewOf(new Matrix(1, 3)), data: arena.array(Float64Array, 3).fill(2)};
    arena.multiply(A, B, {...viewOf(new Matrix(5, 3)), data: c});
    expect([before, c, after].map((array) => new Set(array))).toEqual([7, 2, 7].map((value) => new Set([value])));
  });

  it.each([Float64Array, Float32Array])('converts bytes as JavaScript does: %o', (kind) => {
    for (const count of [1, 4, 7, 255]) {
      arena.clear();
      const bytes = arena.array(Uint8Array, count);
      for (let i = 0; i < count; i++) bytes[i] = 255 - i;
      const [numbers, after] = [count, 2].map((length) => arena.array(kind, length).fill(7));
      arena.convert(bytes, numbers, 1 / 255);
      expect(numbers).toEqual(new kind([...bytes].map((byte) => byte * (1 / 255))));
      expect(after).toEqual(kind.of(7, 7));
    }
  });

  it('has room for what it was made for, and no more than pages of it', () => {
    const room = Arena.room(Float32Array, 1, 5, 4);
    expect(room).toBe(16 + 32 + 16);
    const small = Arena.make(room)!;
    expect(small.room).toBeGreaterThanOrEqual(room);
    expect(small.array(Float32Array, 5)).toEqual(new Float32Array(5));
    expect(() => small.array(Float64Array, 1e5)).toThrow(RangeError);
  });

  it('is not made where there is not so much memory', () => {
    expect(Arena.make(1e12)).toBeUndefined();
  });

  const rng = createRng(5);
  const numbers = Float64Array.from({length: 37}, () => rng() - 0.5);
  const step = {learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8};

  it.each<[string, Float64ArrayConstructor | Float32ArrayConstructor, number]>([
    ['the bits of adam', Float64Array, 0],
    ['what adam does, in 32 bits', Float32Array, 1e-5],
  ])('takes steps of Adam: %s', (_name, kind, tolerance) => {
    arena.clear();
    const [weights, gradient, mean, square] = [0, 0, 0, 0].map(() => arena.array(kind, numbers.length).fill(0));
    weights.set(numbers);
    const wanted = numbers.slice();
    const update = adam(step.learningRate).start(numbers.length);
    let [power1, power2] = [1, 1];
    for (let t = 1; t <= 5; t++) {
      const slopes = numbers.map((value) => value * t - 0.1);
      update(wanted, slopes);
      gradient.set(slopes);
      power1 *= step.beta1;
      power2 *= step.beta2;
      arena.adam({weights, gradient, mean, square}, {...step, power1, power2});
    }
    expect(Math.max(...wanted.map((value, j) => Math.abs(value - weights[j])))).toBeLessThanOrEqual(tolerance);
  });
});
