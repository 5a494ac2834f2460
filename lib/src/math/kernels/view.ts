/** A matrix as a product reads it: numbers in one array, and how far apart they lie. */
import type {Matrix} from '../matrix';

export interface View {
  readonly data: Float64Array;
  readonly rows: number;
  readonly columns: number;
  /** From a number to the one below it. */
  readonly down: number;
  /** From a number to the one on its right. */
  readonly right: number;
}

/** The matrix as it lies in memory. */
export function viewOf({data, rows, columns}: Matrix): View {
  return {data, rows, columns, down: columns, right: 1};
}

/** The same numbers with rows and columns changed for each other. Nothing is moved. */
export function transposed({data, rows, columns, down, right}: View): View {
  return {data, rows: columns, columns: rows, down: right, right: down};
}
