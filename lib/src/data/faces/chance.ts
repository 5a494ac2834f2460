/**
 * Chance for pictures. Sums, products and square roots alone, no sine and no logarithm: those differ between machines
 * in their last bit, and with it now and then a byte of a picture.
 */
import type {Rng} from '../../math/random';

/** A number, uniform on [low, high). */
export function between(rng: Rng, low: number, high: number): number {
  return low + (high - low) * rng();
}

/** True with the given probability. */
export function chance(rng: Rng, probability: number): boolean {
  return rng() < probability;
}

/** One of a list, each as likely. */
export function oneOf<T>(rng: Rng, list: readonly T[]): T {
  return list[Math.floor(rng() * list.length)];
}

/** Near enough to a normal number of the given deviation: twelve uniform ones, less their mean; within six deviations. */
export function nearlyNormal(rng: Rng, deviation: number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += rng();
  return deviation * sum;
}

/** The four bytes of 32 random bits, added up: mean 0, variance 1 nearly, and quick, for each pixel has one. */
export function grain(bits: number): number {
  return ((bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24) - 510) / 147.8;
}

/** Sine and cosine of an angle up to 45 degrees, good to a millionth: their series. */
export function sineAndCosine(degrees: number): [sine: number, cosine: number] {
  const x = (degrees * Math.PI) / 180;
  const xx = x * x;
  const sine = x * (1 - (xx / 6) * (1 - (xx / 20) * (1 - xx / 42)));
  const cosine = 1 - (xx / 2) * (1 - (xx / 12) * (1 - (xx / 30) * (1 - xx / 56)));
  return [sine, cosine];
}
