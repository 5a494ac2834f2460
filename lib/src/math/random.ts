/**
 * Random numbers that repeat: the same seed gives the same numbers, here and in Python.
 *
 * This is the legacy generator of NumPy (`np.random.seed`, `RandomState`), a Mersenne Twister. It is for experiments
 * that others can repeat, not for secrets: who has seen 624 of its numbers knows the rest.
 */
import {checkNotNegative, checkUint32} from './checks';
import {received} from './received';

/** A seeded stream of random numbers; a call draws the next one, uniform on [0, 1), as NumPy's `random_sample`. */
export interface Rng {
  (): number;
  /** The next 32 random bits, as a whole number from 0 to 2³² − 1. */
  readonly uint32: () => number;
  /** The next number from the normal distribution with mean 0 and standard deviation 1, as NumPy's `randn`. */
  readonly gaussian: () => number;
}

/**
 * A stream of random numbers, exactly as NumPy's `np.random.RandomState(seed)` draws them.
 *
 * @param seed - A whole number from 0 to 2³² − 1.
 * @throws {RangeError} If the seed is not such a number.
 * @example
 * const rng = createRng(1);
 * rng(); // 0.417022004702574, as np.random.seed(1); np.random.random_sample()
 * @see M. Matsumoto and T. Nishimura (1998), "Mersenne Twister: A 623-dimensionally equidistributed uniform
 *   pseudo-random number generator", ACM Transactions on Modeling and Computer Simulation 8.
 */
export function createRng(seed: number): Rng {
  checkUint32(seed, 'seed');
  const uint32 = mersenneTwister(seed);

  /** 53 random bits, the most that a number in [0, 1) can hold: 27 high and 26 low. */
  function random(): number {
    const high = uint32() >>> 5;
    const low = uint32() >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  }

  let spare: number | undefined;

  /** Marsaglia's polar method: a random point of the unit disc gives two normal numbers, the second kept for later. */
  function gaussian(): number {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    let x: number, y: number, squared: number;
    do {
      x = 2 * random() - 1;
      y = 2 * random() - 1;
      squared = x * x + y * y;
    } while (squared >= 1 || squared === 0);
    const stretch = Math.sqrt((-2 * Math.log(squared)) / squared);
    spare = stretch * x;
    return stretch * y;
  }

  return Object.assign(random, {uint32, gaussian});
}

/**
 * The next number of the stream, uniform on [low, high), exactly as `np.random.uniform`.
 *
 * @param low - @default 0
 * @param high - @default 1
 * @throws {RangeError} If low or high is not finite, or high lies below low.
 * @example
 * uniform(createRng(1), -1, 1); // -0.165955990594852
 */
export function uniform(rng: Rng, low: number = 0, high: number = 1): number {
  if (!Number.isFinite(low)) throw new RangeError(`low must be a finite number, got ${received(low)}`);
  if (!Number.isFinite(high) || high < low) {
    throw new RangeError(`high must be a finite number of at least low, ${low}, got ${received(high)}`);
  }
  return low + (high - low) * rng();
}

/**
 * The next number of the stream from a normal distribution, as `np.random.normal`: the same draws, equal but for the
 * last bit or two, since the logarithm of JavaScript rounds differently.
 *
 * @param mean - @default 0
 * @param standardDeviation - 0 or more. @default 1
 * @throws {RangeError} If the mean is not finite, or the standard deviation negative or not finite.
 * @example
 * normal(createRng(0)); // 1.764052345967664
 */
export function normal(rng: Rng, mean: number = 0, standardDeviation: number = 1): number {
  if (!Number.isFinite(mean)) throw new RangeError(`mean must be a finite number, got ${received(mean)}`);
  checkNotNegative(standardDeviation, 'standardDeviation');
  return mean + standardDeviation * rng.gaussian();
}

/**
 * The numbers 0 … n − 1 in random order, exactly as `np.random.permutation(n)`. Shape (n).
 *
 * @param n - How many; a whole number from 0 to 2³² − 1.
 * @throws {RangeError} If n is not such a number.
 * @example
 * permutation(createRng(0), 5); // Uint32Array [2, 0, 1, 3, 4]
 * @see R. Durstenfeld (1964), "Algorithm 235: Random permutation", Communications of the ACM 7.
 */
export function permutation(rng: Rng, n: number): Uint32Array {
  checkUint32(n, 'n');
  const order = Uint32Array.from({length: n}, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = upTo(rng, i);
    const moved = order[i];
    order[i] = order[j];
    order[j] = moved;
  }
  return order;
}

/** A whole number from 0 to max, each as likely: as many bits as max has, drawn again while they are too large. */
function upTo(rng: Rng, max: number): number {
  const mask = 0xffffffff >>> Math.clz32(max);
  let value: number;
  do value = (rng.uint32() & mask) >>> 0;
  while (value > max);
  return value;
}

/** The generator itself, MT19937: 624 words of state, made anew whenever all of them are used. */
function mersenneTwister(seed: number): () => number {
  const size = 624;
  const state = new Uint32Array(size);
  state[0] = seed;
  for (let i = 1; i < size; i++) {
    const previous = state[i - 1] ^ (state[i - 1] >>> 30);
    state[i] = Math.imul(1812433253, previous) + i;
  }
  let next = size;

  function renew(): void {
    for (let i = 0; i < size; i++) {
      const bits = (state[i] & 0x80000000) | (state[(i + 1) % size] & 0x7fffffff);
      state[i] = state[(i + 397) % size] ^ (bits >>> 1) ^ (bits & 1 ? 0x9908b0df : 0);
    }
    next = 0;
  }

  return () => {
    if (next === size) renew();
    let word = state[next++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  };
}
