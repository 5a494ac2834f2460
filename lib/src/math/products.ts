/**
 * The three products of matrices that a network needs, written into a matrix that is there already: training makes no
 * new ones. Each sum runs in a fixed order, since the order decides the last bit; large products are left to WebAssembly,
 * which gives the same bits in 64-bit floats. Shapes, and one kind of numbers in all three, are the caller's care.
 */
import type {Floats} from './dtype';
import {isLarge, multiplyViaWebAssembly} from './kernels/viaWebAssembly';
import {multiplyTiled} from './kernels/tiled';
import {transposed, viewOf} from './kernels/view';
import type {Matrix} from './matrix';

/** A·B: (AB)ᵢⱼ = Σₖ Aᵢₖ Bₖⱼ in the order of k. Shape (rows of A, columns of B). */
export function multiply(A: Matrix<Floats>, B: Matrix<Floats>, product: Matrix<Floats>): void {
  const done = isLarge(A.rows, A.columns, B.columns) && multiplyViaWebAssembly(viewOf(A), viewOf(B), viewOf(product));
  if (!done) multiplyTiled(viewOf(A), viewOf(B), viewOf(product));
}

/** Aᵀ·B, without transposing: (AᵀB)ⱼₖ = Σᵢ Aᵢⱼ Bᵢₖ in the order of i. Shape (columns of A, columns of B). */
export function multiplyLeftTransposed(A: Matrix<Floats>, B: Matrix<Floats>, product: Matrix<Floats>): void {
  const done =
    isLarge(A.columns, A.rows, B.columns) && multiplyViaWebAssembly(transposed(viewOf(A)), viewOf(B), viewOf(product));
  if (!done) multiplyTiled(transposed(viewOf(A)), viewOf(B), viewOf(product));
}

/** A·Bᵀ, without transposing: (ABᵀ)ᵢⱼ = Σₖ Aᵢₖ Bⱼₖ in the order of k. Shape (rows of A, rows of B). */
export function multiplyRightTransposed(A: Matrix<Floats>, B: Matrix<Floats>, product: Matrix<Floats>): void {
  const done =
    isLarge(A.rows, A.columns, B.rows) && multiplyViaWebAssembly(viewOf(A), transposed(viewOf(B)), viewOf(product));
  if (!done) multiplyTiled(viewOf(A), transposed(viewOf(B)), viewOf(product));
}

/** Σᵢ Aᵢⱼ in the order of i. Shape (columns of A). */
export function addRows({data, columns}: Matrix<Floats>, sum: Floats): void {
  sum.fill(0);
  for (let start = 0; start < data.length; start += columns) {
    for (let j = 0; j < columns; j++) sum[j] += data[start + j];
  }
}

/** Adds the same numbers to each row: Aᵢⱼ + bⱼ, in place. */
export function addToRows({data, columns}: Matrix<Floats>, row: Floats): void {
  for (let start = 0; start < data.length; start += columns) {
    for (let j = 0; j < columns; j++) data[start + j] += row[j];
  }
}
