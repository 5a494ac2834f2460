/** The formulas that all linear models share. Sums run in a fixed order, since the order decides the last bit. */
import type {Matrix} from '../math/matrix';

/** A line (with more features: a plane) between two classes: z = w · x + b is 0 on it. */
export interface Line {
  /** Shape (features). */
  weights: Float64Array;
  bias: number;
}

/** Of row i, z = Σⱼ wⱼ xⱼ in the order of j, then the bias. */
export function netInput({weights, bias}: Line, {data, columns}: Matrix, i: number): number {
  let z = 0;
  for (let j = 0; j < columns; j++) z += weights[j] * data[i * columns + j];
  return z + bias;
}

/** The net input of each row. Shape (samples). */
export function netInputs(line: Line, X: Matrix): Float64Array {
  return Float64Array.from({length: X.rows}, (_, i) => netInput(line, X, i));
}

/** Moves the line by row i times a factor: w ← w + f x and b ← b + f. */
export function addRow(line: Line, factor: number, {data, columns}: Matrix, i: number): void {
  for (let j = 0; j < columns; j++) line.weights[j] += factor * data[i * columns + j];
  line.bias += factor;
}

/** The rows, each times its factor, added up in their order: Σᵢ fᵢ xᵢ for the weights, Σᵢ fᵢ for the bias. */
export function weightedSum(X: Matrix, factors: Float64Array): Line {
  const sum: Line = {weights: new Float64Array(X.columns), bias: 0};
  factors.forEach((factor, i) => addRow(sum, factor, X, i));
  return sum;
}

/** Share of rows on their side of the line: z ≥ 0 where the target is above 0 (+1 or 1), z < 0 where it isn't. */
export function shareRight(z: Float64Array, targets: Float64Array): number {
  return z.filter((value, i) => value >= 0 === targets[i] > 0).length / z.length;
}
