import {checkVector} from '../math/checks';
import type {Floats} from '../math/dtype';
import {Matrix, type VectorLike} from '../math/matrix';

/** An activation of a whole output layer: what a unit answers depends on the others beside it. */
export interface OutputActivation {
  readonly name: string;
  /** The outputs for net inputs, one row at a time. Shape (samples, units), as Z. */
  forward(Z: Matrix): Matrix;
}

/**
 * Numbers as shares that add up to 1: softmax(z)ₖ = e^zₖ / Σⱼ e^zⱼ. The output of a classifier of many classes.
 *
 * A call takes the net inputs (also called logits) of one sample; as the activation of a layer, `dense(3, softmax)`, it
 * takes a batch. The largest is subtracted from all of them first: it changes no share, and no power overflows.
 *
 * @param logits - Finite numbers, one a class. Shape (classes).
 * @throws {RangeError} If there is no number, or one is not finite.
 * @throws {TypeError} If `logits` is not an array of numbers.
 * @example
 * softmax([2, 1, 0]).map((share) => Math.round(100 * share)); // Float64Array [67, 24, 9]
 * softmax([1000, 0]); // Float64Array [1, 0]
 * @see J. S. Bridle (1990), "Probabilistic interpretation of feedforward classification network outputs",
 *   Neurocomputing, NATO ASI Series 68.
 */
export const softmax: OutputActivation & ((logits: VectorLike) => Float64Array) = Object.assign(
  // Written out, since bundlers shorten the names of functions, and JSON is to bring this one back.
  Object.defineProperty(sharesOf, 'name', {value: 'softmax'}),
  {
    forward(Z: Matrix): Matrix {
      const A = new Matrix(Z.rows, Z.columns);
      softmaxInto(Z, A);
      return A;
    },
  },
);

function sharesOf(logits: VectorLike): Float64Array {
  const z = checkVector(logits, 'logits');
  if (z.length === 0) throw new RangeError('logits must hold at least one number, got none');
  return softmax.forward(new Matrix(1, z.length, z)).data;
}

/** The shares of each row of Z, written to A. */
export function softmaxInto(Z: Matrix<Floats>, A: Matrix<Floats>): void {
  const [z, a, units] = [Z.data, A.data, Z.columns];
  for (let start = 0; start < z.length; start += units) {
    const largest = largestOf(z, start, units);
    let sum = 0;
    for (let k = start; k < start + units; k++) {
      a[k] = Math.exp(z[k] - largest);
      sum += a[k];
    }
    for (let k = start; k < start + units; k++) a[k] /= sum;
  }
}

/**
 * −Σ y log softmax(z) over all rows. Taken from z, where −log of the share is log Σⱼ e^zⱼ − zₖ: a share may round to 0,
 * and its logarithm is needed still.
 */
export function crossEntropyOfLogits(Y: Matrix, Z: Matrix<Floats>): number {
  const [y, z, units] = [Y.data, Z.data, Z.columns];
  let loss = 0;
  for (let start = 0; start < z.length; start += units) {
    const largest = largestOf(z, start, units);
    let sum = 0;
    for (let k = start; k < start + units; k++) sum += Math.exp(z[k] - largest);
    const logSum = Math.log(sum);
    for (let k = start; k < start + units; k++) loss += y[k] * (logSum - (z[k] - largest));
  }
  return loss;
}

function largestOf(z: Floats, start: number, units: number): number {
  let largest = z[start];
  for (let k = start + 1; k < start + units; k++) largest = Math.max(largest, z[k]);
  return largest;
}
