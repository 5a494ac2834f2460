/** The points of the playground, on a plane from −6 to 6, and what a network may see of them. */
import {
  createRng,
  makeBlobs,
  makeDonut,
  makeSpiral,
  makeXor,
  Matrix,
  normal,
  trainTestSplit,
  uniform,
  type Dataset,
  type Split,
} from '../../lib/src/browser';
import type {PlaygroundData, PlaygroundInput, PlaygroundState} from '../../lib/src/explorers/playgroundState';

/** Both directions of the plane. */
export const RANGE: readonly [number, number] = [-6, 6];

/** Cells of a field in each direction. */
export const CELLS = 40;

/** What a unit answers at each cell of the plane, row by row from the top: every `stride`-th number from `start` on. */
export interface Field {
  readonly values: Float64Array;
  readonly start: number;
  readonly stride: number;
}

const SAMPLES = 400;

/** The made data sets of the library reach to 1 or 2; this is what they are stretched by. */
const MADE: Readonly<Record<Exclude<PlaygroundData, 'plane' | 'hills'>, (noise: number, seed: number) => Dataset>> = {
  circle: (noise, seed) => stretched(makeDonut({samples: SAMPLES, noise, seed}), 5),
  xor: (noise, seed) => stretched(makeXor({samples: SAMPLES, noise, seed}), 5),
  blobs: (noise, seed) =>
    makeBlobs({samples: SAMPLES, centers: [[-2, -2], [2, 2]], spread: 0.8 + 3 * noise, seed}), // prettier-ignore
  spiral: (noise, seed) => stretched(makeSpiral({samples: SAMPLES, noise, seed}), 2.5),
};

/** Heights from −1 to 1. */
const HEIGHTS: Readonly<Record<'plane' | 'hills', (x1: number, x2: number) => number>> = {
  plane: (x1, x2) => (x1 + x2) / 12,
  hills: (x1, x2) => hill(x1 - 2.5, x2 - 2.5) + hill(x1 + 2.5, x2 + 2.5) - hill(x1 - 2.5, x2 + 2.5) - hill(x1 + 2.5, x2 - 2.5), // prettier-ignore
};

/** What each input is called, and how it is made of a point. */
export const INPUTS: Readonly<Record<PlaygroundInput, {label: string; of: (x1: number, x2: number) => number}>> = {
  x1: {label: 'x₁', of: (x1) => x1},
  x2: {label: 'x₂', of: (_, x2) => x2},
  'x1^2': {label: 'x₁²', of: (x1) => x1 * x1},
  'x2^2': {label: 'x₂²', of: (_, x2) => x2 * x2},
  x1x2: {label: 'x₁x₂', of: (x1, x2) => x1 * x2},
  'sin(x1)': {label: 'sin x₁', of: (x1) => Math.sin(x1)},
  'sin(x2)': {label: 'sin x₂', of: (_, x2) => Math.sin(x2)},
};

/** In the order in which they stand in the diagram. */
export const INPUT_NAMES: readonly PlaygroundInput[] = Object.keys(INPUTS) as PlaygroundInput[];

/** The middles of the cells. Shape (cells², 2). */
export const GRID: Matrix = gridOf(CELLS);

const FIELDS = new Map<PlaygroundInput, Field>();

/** An input over the plane. */
export function fieldOfInput(name: PlaygroundInput): Field {
  const known = FIELDS.get(name);
  if (known) return known;
  const field = {values: inputsOf(GRID, [name]).data, start: 0, stride: 1};
  FIELDS.set(name, field);
  return field;
}

/** Whether a height is learned, and not a class. */
export function isRegression(data: PlaygroundData): data is 'plane' | 'hills' {
  return data === 'plane' || data === 'hills';
}

/** The points of a state, dealt out to training and test: X with x₁ and x₂, y with labels 0 and 1 or heights. */
export function pointsOf({data, noise, train, seed}: PlaygroundState): Split {
  const {X, y} = isRegression(data) ? heights(data, noise, seed) : MADE[data](noise, seed);
  return trainTestSplit(X, y, {testSize: 1 - train, seed});
}

/** The columns that the network gets. Shape (points, inputs). */
export function inputsOf(points: Matrix, names: readonly PlaygroundInput[]): Matrix {
  const X = new Matrix(points.rows, names.length);
  for (let i = 0; i < points.rows; i++) {
    const [x1, x2] = points.row(i);
    names.forEach((name, j) => (X.data[i * names.length + j] = INPUTS[name].of(x1, x2)));
  }
  return X;
}

/** The middles of cells that fill the plane, row by row from the top. Shape (cells², 2). */
export function gridOf(cells: number): Matrix {
  const [low, high] = RANGE;
  const at = (cell: number): number => low + ((cell + 0.5) / cells) * (high - low);
  return Matrix.from(Array.from({length: cells * cells}, (_, i) => [at(i % cells), -at(Math.floor(i / cells))]));
}

function stretched({X, ...rest}: Dataset, factor: number): Dataset {
  return {...rest, X: X.map((x) => x * factor)};
}

function heights(data: 'plane' | 'hills', noise: number, seed: number): {X: Matrix; y: Float64Array} {
  const rng = createRng(seed);
  const X = Matrix.from(Array.from({length: SAMPLES}, () => [uniform(rng, ...RANGE), uniform(rng, ...RANGE)]));
  const height = HEIGHTS[data];
  return {
    X,
    y: Float64Array.from({length: SAMPLES}, (_, i) => height(X.row(i)[0], X.row(i)[1]) + normal(rng, 0, noise)),
  };
}

function hill(dx: number, dy: number): number {
  return Math.exp(-(dx * dx + dy * dy) / 4);
}
