import {checkPositive, checkVector} from './checks';
import type {VectorLike} from './matrix';
import {received} from './received';

/**
 * The gradient of a function, measured instead of derived: central differences (f(x + h) − f(x − h)) / 2h, one
 * parameter at a time, the others held still. Shape (parameters).
 *
 * It takes two calls of f for each parameter, and agrees with the derivative to about ten digits: good for checking a
 * formula, too slow for learning.
 *
 * @param f - The function; it gets an array of its own at each call.
 * @param at - Where to measure. Shape (parameters).
 * @param h - Half the distance between the two points; positive. @default 1e-5
 * @throws {RangeError} If `at` or a value of f is not finite, or h is not positive.
 * @throws {TypeError} If f returns anything but a number.
 * @example
 * const bowl = ([x, y]) => x * x + 3 * y;
 * numericalGradient(bowl, [2, 1]).map(Math.round); // Float64Array [4, 3]
 */
export function numericalGradient(
  f: (parameters: Float64Array) => number,
  at: VectorLike,
  h: number = 1e-5,
): Float64Array {
  const point = checkVector(at, 'at');
  checkPositive(h, 'h');
  return point.map((value, j) => {
    const [above, below] = [value + h, value - h];
    // The true distance of the two points: value ± h has been rounded.
    return (valueAt(f, point, j, above) - valueAt(f, point, j, below)) / (above - below);
  });
}

/** f where parameter j is another. */
function valueAt(f: (parameters: Float64Array) => number, point: Float64Array, j: number, moved: number): number {
  const parameters = point.slice();
  parameters[j] = moved;
  const value: unknown = f(parameters);
  if (typeof value !== 'number') throw new TypeError(`f must return a number, got ${received(value)}`);
  if (!Number.isFinite(value)) {
    throw new RangeError(`f must return a finite number, got ${value} with ${moved} as parameter ${j}`);
  }
  return value;
}
