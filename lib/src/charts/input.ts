import {checkVector} from '../math/checks';
import type {VectorLike} from '../math/matrix';
import type {Range} from './types';

/** A plain copy of a list of finite numbers, at least one. */
export function finite(values: VectorLike, what: string): number[] {
  const list = Array.from(checkVector(values, what));
  if (list.length === 0) throw new RangeError(`${what} must have at least one value, got none`);
  return list;
}

/** x and y of a line. @throws RangeError if one is empty or not finite, or their lengths differ */
export function finitePairs(x: VectorLike, y: VectorLike, name: string): {x: number[]; y: number[]} {
  const pairs = {x: finite(x, `x of '${name}'`), y: finite(y, `'${name}'`)};
  if (pairs.x.length === pairs.y.length) return pairs;
  throw new RangeError(`'${name}' has ${count(pairs.x.length, 'x value')}, but ${count(pairs.y.length, 'y value')}`);
}

/** '1 row', '2 rows'. */
export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

/** Distinct values in rising order. */
export function distinct(values: Iterable<number>): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** [least, greatest], without spreading a long list over a call. */
export function extent(values: Iterable<number>): Range {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** The extent with a share of it added on each side; values that are all equal stand in the middle. */
export function paddedRange(values: Iterable<number>, pad: number): Range {
  const [low, high] = extent(values);
  const room = high > low ? (high - low) * pad : 0.45 * (Math.abs(high) || 1);
  return [low - room, high + room];
}

/** A coordinate with as many digits as a screen can show: films stay small. */
export function short(value: number): number {
  return Number(value.toPrecision(6));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
