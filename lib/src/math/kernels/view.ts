/** A matrix as a product reads it: numbers in one array, and how far apart they lie. */
import type {Floats} from '../dtype';
import type {Matrix} from '../matrix';

export interface View<T extends Floats = Floats> {
  readonly data: T;
  readonly rows: number;
  readonly columns: number;
  /** From a number to the one below it. */
  readonly down: number;
  /** From a number to the one on its right. */
  readonly right: number;
}

/** The matrix as it lies in memory. */
export function viewOf<T extends Floats>({data, rows, columns}: Matrix<T>): View<T> {
  return {data, rows, columns, down: columns, right: 1};
}

/** The same numbers with rows and columns changed for each other. Nothing is moved. */
export function transposed<T extends Floats>({data, rows, columns, down, right}: View<T>): View<T> {
  return {data, rows: columns, columns: rows, down: right, right: down};
}
