import {loadIris} from '../../src/data/iris';
import {Matrix} from '../../src/math/matrix';

/** Rows of some species of Iris in the order of the table, with some of their columns. */
export function flowers(species: string[], features: number[]): {X: Matrix; y: Float64Array} {
  const {X, y, classNames} = loadIris();
  const rows = [...y.keys()].filter((i) => species.includes(classNames[y[i]]));
  return {X: X.rowsAt(rows).columnsAt(features), y: Float64Array.from(rows, (i) => y[i])};
}

/** Each column less its mean, over its population deviation: written out here, apart from the library's scaler. */
export function standardised(X: Matrix): Matrix {
  const columns = X.transpose()
    .toArrays()
    .map((column) => {
      const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
      const squares = column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
      return column.map((value) => (value - mean) / Math.sqrt(squares / column.length));
    });
  return Matrix.from(columns).transpose();
}

/** |a − b|, as a share of b where b is larger than 1. */
export function difference(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(b));
}
