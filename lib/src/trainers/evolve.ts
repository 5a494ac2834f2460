import {checkCount, checkUint32} from '../math/checks';
import {createRng, type Rng} from '../math/random';
import {received} from '../math/received';

export interface EvolveOptions {
  /** How many numbers are looked for; a positive whole number. */
  parameters: number;
  /** A positive whole number. @default 100 */
  generations?: number;
  /** How many live in each generation; a whole number of 4 or more. @default 50 */
  population?: number;
  /** A whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
}

export interface Evolution {
  /** The parameters with the smallest loss of all. Shape (parameters). */
  best: Float64Array;
  /** Their loss. */
  loss: number;
  /** The smallest and the mean loss of each generation, counted from 1: the first is the random start. */
  history: {generation: number; best: number; mean: number}[];
}

/** A candidate, and how far its children are thrown. */
interface Individual {
  parameters: Float64Array;
  stepSize: number;
  loss: number;
}

/**
 * Searches for parameters with a small loss by mutation and selection: no derivative is asked for, and none need exist.
 *
 * The first generation is drawn from the normal distribution. Of each generation the better quarter become parents;
 * a child is one of them plus normal noise. How strong the noise is, is inherited too, and mutates first: large steps
 * prevail while they pay, small ones near the end. The best one of all lives on unchanged, so `best` never rises.
 *
 * @param loss - What is to become small; Infinity is allowed, and dies out. It gets an array of its own at each call.
 * @throws {RangeError} If an option is out of its range, or the loss is NaN or −Infinity.
 * @throws {TypeError} If the loss is not a number.
 * @example
 * const sphere = ([x, y]) => (x - 3) * (x - 3) + (y + 1) * (y + 1);
 * evolve(sphere, {parameters: 2}).best.map(Math.round); // Float64Array [3, -1]
 * @see I. Rechenberg (1973), "Evolutionsstrategie"; H.-P. Schwefel (1981), "Numerical Optimization of Computer Models".
 */
export function evolve(
  loss: (parameters: Float64Array) => number,
  {parameters, generations = 100, population = 50, seed = 0}: EvolveOptions,
): Evolution {
  checkCount(parameters, 'parameters');
  checkCount(generations, 'generations');
  if (!Number.isSafeInteger(population) || population < 4) {
    throw new RangeError(`population must be a whole number of 4 or more, got ${received(population)}`);
  }
  checkUint32(seed, 'seed');
  const rng = createRng(seed);

  const origin: Individual = {parameters: new Float64Array(parameters), stepSize: 1, loss: Infinity};
  let living = Array.from({length: population}, () => thrown(origin, 1, loss, rng)).sort(byLoss);
  const history = [summary(living, 1)];
  for (let generation = 2; generation <= generations; generation++) {
    const parents = living.slice(0, Math.floor(population / 4));
    const children = Array.from({length: population - 1}, () => childOf(parents, loss, rng));
    // The best comes last, so that an equally good child goes before it: on a plateau the search wanders on.
    living = [...children, living[0]].sort(byLoss);
    history.push(summary(living, generation));
  }
  return {best: living[0].parameters.slice(), loss: living[0].loss, history};
}

function childOf(parents: Individual[], loss: (parameters: Float64Array) => number, rng: Rng): Individual {
  const parent = parents[Math.floor(rng() * parents.length)];
  // The fewer parameters, the more the step size may change at once (Schwefel's rule).
  const learningRate = 1 / Math.sqrt(2 * parent.parameters.length);
  return thrown(parent, parent.stepSize * Math.exp(learningRate * rng.gaussian()), loss, rng);
}

/** A new individual near another: every parameter has normal noise added. */
function thrown(from: Individual, stepSize: number, loss: (parameters: Float64Array) => number, rng: Rng): Individual {
  const parameters = from.parameters.map((value) => value + stepSize * rng.gaussian());
  return {parameters, stepSize, loss: checkLoss(loss(parameters.slice()))};
}

function byLoss(a: Individual, b: Individual): number {
  return a.loss - b.loss; // Infinity − Infinity is NaN, which `sort` takes for a tie
}

function summary(living: Individual[], generation: number): Evolution['history'][number] {
  const mean = living.reduce((sum, individual) => sum + individual.loss, 0) / living.length;
  return {generation, best: living[0].loss, mean};
}

function checkLoss(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError(`loss must return a number, got ${received(value)}`);
  if (Number.isNaN(value) || value === -Infinity)
    throw new RangeError(`loss must not be NaN or −Infinity, got ${value}`);
  return value;
}
