import {checkCount, checkNotNegative, checkUint32} from '../math/checks';
import {Matrix} from '../math/matrix';
import {createRng, permutation, type Rng} from '../math/random';
import {received} from '../math/received';
import {drawFace} from './drawFace';
import {EXPRESSIONS, FACE_SIDE, type ExpressionName, type FaceSet} from './faceSet';
import {clamp} from './faces/canvas';
import {between, chance, nearlyNormal, oneOf} from './faces/chance';
import {AT_REST, FACE_SLIDERS, SHOWN, type FaceExpression} from './faces/expressions';
import {anybody, snapshot} from './faces/person';

export interface DrawFacesOptions {
  /** How many faces in all, each expression with its share of FER2013. @default 700 */
  samples?: number;
  /** Instead of `samples`: as many faces of each expression. */
  perClass?: number;
  /** The camera's grain, as a multiple of the usual; 0 for none. @default 1 */
  noise?: number;
  /** Share of labels that are replaced by a wrong one, as hasty people do. @default 0.02 */
  labelNoise?: number;
  /** A whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
  /** Told how many faces are drawn, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/** The training rows of FER2013 by their label. */
const FER2013 = [3995, 436, 4097, 7215, 4830, 3171, 4965];
/** Of seven faces five are for training, one for each of the two tests. */
const [TRAINING, PUBLIC, ALL] = [5, 6, 7];
const REPORTED = 100;

/**
 * Faces with seven expressions, drawn by chance from the seed, in random order: of all kinds of people, in any light,
 * with a camera of any quality. The expressions are told by brows, eyelids and mouth, and are as unequal in number as
 * those of FER2013. Five sevenths of the faces are for training, one for each of the two tests.
 *
 * The same options give the same bytes on every machine.
 *
 * @returns The pictures, shape (faces, 2304), with `labels` and `usage`.
 * @throws {RangeError} If an option is unknown or out of its range, or both `samples` and `perClass` are given.
 * @example
 * const faces = drawFaces({samples: 70, seed: 1});
 * faces.pixels.columns; // 2304
 * faces.classNames[faces.labels[0]]; // 'neutral'
 */
export function drawFaces(options: DrawFacesOptions = {}): FaceSet {
  const {samples, perClass, noise = 1, labelNoise = 0.02, seed = 0, onProgress, ...unknown} = options;
  const [name] = Object.keys(unknown);
  if (name !== undefined) {
    const known = 'samples, perClass, noise, labelNoise, seed and onProgress';
    throw new RangeError(`options must be among ${known}, got ${received(name)}`);
  }
  if (samples !== undefined && perClass !== undefined) {
    throw new RangeError(`samples and perClass exclude each other, got ${samples} and ${perClass}`);
  }
  if (perClass !== undefined) checkCount(perClass, 'perClass');
  checkCount(samples ?? 700, 'samples');
  checkNotNegative(noise, 'noise');
  if (!(labelNoise >= 0 && labelNoise <= 1)) {
    throw new RangeError(`labelNoise must lie between 0 and 1, got ${received(labelNoise)}`);
  }
  checkUint32(seed, 'seed');
  const sorted = perClass === undefined ? sharedOut(samples ?? 700) : EXPRESSIONS.flatMap((_, k) => repeat(k, perClass));
  const total = sorted.length;
  const rng = createRng(seed);
  const labels = Uint8Array.from(permutation(rng, total), (place) => sorted[place]);
  const pixels = new Matrix(total, FACE_SIDE * FACE_SIDE, new Uint8Array(total * FACE_SIDE * FACE_SIDE), 1 / 255);
  for (let i = 0; i < total; i++) {
    const scene = snapshot(rng);
    const shown = {expression: showing(EXPRESSIONS[labels[i]], rng), person: anybody(rng)};
    pixels.row(i).set(drawFace({...shown, scene: {...scene, noise: scene.noise * noise}}));
    // Drawn for every face, so that the faces are the same whatever the share of wrong labels.
    const [hasty, other] = [rng() < labelNoise, 1 + Math.floor(rng() * 6)];
    if (hasty) labels[i] = (labels[i] + other) % EXPRESSIONS.length;
    if ((i + 1) % REPORTED === 0 || i + 1 === total) onProgress?.(i + 1, total);
  }
  const usage = labels.map((_, i) => (ALL * i < TRAINING * total ? 0 : ALL * i < PUBLIC * total ? 1 : 2));
  return {pixels, labels, usage, classNames: [...EXPRESSIONS], source: 'drawn'};
}

const repeat = (label: number, count: number): number[] => Array<number>(count).fill(label);

/** Labels in proportion to those of FER2013; the largest remainders are rounded up. */
function sharedOut(samples: number): number[] {
  const all = FER2013.reduce((sum, count) => sum + count);
  const exact = FER2013.map((count) => (samples * count) / all);
  const left = samples - exact.reduce((sum, count) => sum + Math.floor(count), 0);
  const byRemainder = exact.map((_, k) => k).sort((a, b) => (exact[b] % 1) - (exact[a] % 1) || a - b);
  const more = new Set(byRemainder.slice(0, left));
  return exact.flatMap((count, k) => repeat(k, Math.floor(count) + Number(more.has(k))));
}

/** An expression as people show it: in one of its ways, strong or weak, never twice the same. */
function showing(name: ExpressionName, rng: Rng): FaceExpression {
  const way = chance(rng, 0.6) ? SHOWN[name][0] : oneOf(rng, SHOWN[name]);
  const intensity = chance(rng, 0.15) ? between(rng, 0.3, 0.55) : between(rng, 0.6, 1.15);
  const expression = {...AT_REST};
  for (const {name: muscle, min, max} of FACE_SLIDERS) {
    const own = chance(rng, 0.1) ? 0.4 : between(rng, 0.75, 1.2); // now and then one muscle takes little part
    const value = (way[muscle] ?? 0) * intensity * own + nearlyNormal(rng, muscle === 'headTilt' ? 4.5 : 0.09);
    expression[muscle] = clamp(value, min, max);
  }
  return expression;
}
