/**
 * The three products of matrices that a network needs, written into a matrix that is there already: training makes no
 * new ones. Each sum runs in a fixed order, since the order decides the last bit. Shapes are the caller's care.
 */
import type {Matrix} from './matrix';

/** A·B: (AB)ᵢⱼ = Σₖ Aᵢₖ Bₖⱼ in the order of k. Shape (rows of A, columns of B). */
export function multiply(A: Matrix, B: Matrix, product: Matrix): void {
  const [a, b, c, columns] = [A.data, B.data, product.data, B.columns];
  c.fill(0);
  // k before j: the inner loop then walks through B and the product as they lie in memory.
  for (let i = 0; i < A.rows; i++) {
    for (let k = 0; k < A.columns; k++) {
      const factor = a[i * A.columns + k];
      for (let j = 0; j < columns; j++) c[i * columns + j] += factor * b[k * columns + j];
    }
  }
}

/** Aᵀ·B, without transposing: (AᵀB)ⱼₖ = Σᵢ Aᵢⱼ Bᵢₖ in the order of i. Shape (columns of A, columns of B). */
export function multiplyLeftTransposed(A: Matrix, B: Matrix, product: Matrix): void {
  const [a, b, c, columns] = [A.data, B.data, product.data, B.columns];
  c.fill(0);
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < A.columns; j++) {
      const factor = a[i * A.columns + j];
      for (let k = 0; k < columns; k++) c[j * columns + k] += factor * b[i * columns + k];
    }
  }
}

/** A·Bᵀ, without transposing: (ABᵀ)ᵢⱼ = Σₖ Aᵢₖ Bⱼₖ in the order of k. Shape (rows of A, rows of B). */
export function multiplyRightTransposed(A: Matrix, B: Matrix, product: Matrix): void {
  const [a, b, c, columns] = [A.data, B.data, product.data, A.columns];
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < B.rows; j++) {
      let sum = 0;
      for (let k = 0; k < columns; k++) sum += a[i * columns + k] * b[j * columns + k];
      c[i * B.rows + j] = sum;
    }
  }
}

/** Σᵢ Aᵢⱼ in the order of i. Shape (columns of A). */
export function addRows(A: Matrix, sum: Float64Array): void {
  sum.fill(0);
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < A.columns; j++) sum[j] += A.data[i * A.columns + j];
  }
}
