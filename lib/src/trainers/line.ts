/** The formulas that all linear models share. Sums run in a fixed order, since the order decides the last bit. */
import type {Matrix} from '../math/matrix';

/** A line (with more features: a plane) between two classes: z = w · x + b is 0 on it. */
export interface Line {
  /** Shape (features). */
  weights: Float64Array;
  bias: number;
}

/** z = Σⱼ wⱼ xⱼ in the order of j, then the bias. */
export function netInput({weights, bias}: Line, x: Float64Array): number {
  let z = 0;
  for (let j = 0; j < x.length; j++) z += weights[j] * x[j];
  return z + bias;
}

/** The net input of each row. Shape (samples). */
export function netInputs(line: Line, X: Matrix): Float64Array {
  return Float64Array.from({length: X.rows}, (_, i) => netInput(line, X.row(i)));
}

/** The rows, each times its factor, added up in their order: Σᵢ fᵢ xᵢ for the weights, Σᵢ fᵢ for the bias. */
export function weightedSum(X: Matrix, factors: Float64Array): Line {
  const sum: Line = {weights: new Float64Array(X.columns), bias: 0};
  factors.forEach((factor, i) => {
    const x = X.row(i);
    for (let j = 0; j < x.length; j++) sum.weights[j] += factor * x[j];
    sum.bias += factor;
  });
  return sum;
}

/** Share of rows on their side of the line: z ≥ 0 where the target is above 0 (+1 or 1), z < 0 where it isn't. */
export function shareRight(z: Float64Array, targets: Float64Array): number {
  return z.filter((value, i) => value >= 0 === targets[i] > 0).length / z.length;
}
