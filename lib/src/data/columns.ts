import {Matrix} from '../math/matrix';
import {received} from '../math/received';

/**
 * Named columns of a danfojs frame as a matrix, in the order asked for. Shape (rows of the frame, names).
 *
 * Nothing is converted on the way: a number that was read as text stays a text, and is refused.
 *
 * @param frame - A `DataFrame`, or anything with the same `columns` and `values` (an array of rows).
 * @param names - The columns to take.
 * @throws {RangeError} If the frame has no such column, or a value is NaN or Infinity, named by row and column.
 * @throws {TypeError} If a value is not a number, named by row and column.
 * @example
 * const frame = {columns: ['length', 'species'], values: [[5.1, 'setosa'], [4.9, 'setosa']]}; // or a DataFrame
 * columns(frame, ['length']).toArrays(); // [[5.1], [4.9]]
 */
export function columns(frame: {columns: string[]; values: unknown}, names: string[]): Matrix {
  const values: unknown = frame?.values;
  if (!Array.isArray(frame?.columns) || !Array.isArray(values)) {
    throw new TypeError(`frame must be a DataFrame, with columns and an array of values, got ${received(frame)}`);
  }
  if (!Array.isArray(names) || names.length === 0) {
    throw new TypeError(`names must be an array of column names, got ${received(names)}`);
  }
  const places = names.map((name) => {
    const place = frame.columns.indexOf(name);
    if (place >= 0) return place;
    const known = frame.columns.map((column) => received(column)).join(', ');
    throw new RangeError(`names must be among the columns of the frame, ${known}, got ${received(name)}`);
  });
  const matrix = new Matrix(values.length, names.length);
  values.forEach((row: unknown, i) => {
    if (!Array.isArray(row)) throw new TypeError(`values must be an array of rows, got ${received(row)} as row ${i}`);
    places.forEach((place, j) => {
      const value: unknown = row[place];
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        const message = `column ${received(names[j])} must hold finite numbers, got ${received(value)} at row ${i}`;
        throw typeof value === 'number' ? new RangeError(message) : new TypeError(message);
      }
      matrix.data[i * names.length + j] = value;
    });
  });
  return matrix;
}
