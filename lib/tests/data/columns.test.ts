import {createRequire} from 'node:module';
import {describe, expect, it} from 'vitest';
import {columns} from '../../src/data/columns';

const require = createRequire(import.meta.url);

const table = {
  columns: ['length', 'width', 'species'],
  values: [
    [5.1, 3.5, 'setosa'],
    [4.9, 3, 'setosa'],
    [4.7, 3.2, 'setosa'],
  ] as unknown[][],
};

/** The table with one value changed. */
function withValue(row: number, column: number, value: unknown): {columns: string[]; values: unknown[][]} {
  return {...table, values: table.values.map((r, i) => r.map((v, j) => (i === row && j === column ? value : v)))};
}

describe('columns', () => {
  it('takes columns in the order asked for', () => {
    const matrix = columns(table, ['width', 'length']);
    expect(matrix.toArrays()).toEqual([[3.5, 5.1], [3, 4.9], [3.2, 4.7]]); // prettier-ignore
  });

  it('takes them from a danfojs frame', () => {
    require('../../../jupyter/kernel/tfjs-fallback.cjs'); // danfojs needs a TensorFlow, native or plain
    const {DataFrame} = require('danfojs-node') as typeof import('danfojs-node');
    const frame = new DataFrame({length: [5.1, 4.9], width: [3.5, 3], species: ['setosa', 'setosa']});
    expect(columns(frame, ['width']).toArrays()).toEqual([[3.5], [3]]);
  }, 60_000); // a busy machine takes its time to load danfojs

  it('of a frame without rows is a matrix without rows', () => {
    expect(columns({...table, values: []}, ['width', 'length']).columns).toBe(2);
  });

  it.each([
    ['3.2', '"3.2"'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
  ])('refuses %j, which is no number, and says where it is', (value, words) => {
    expect(() => columns(withValue(2, 1, value), ['length', 'width'])).toThrow(
      new TypeError(`column "width" must hold finite numbers, got ${words} at row 2`),
    );
  });

  it.each([NaN, Infinity])('refuses %d, and says where it is', (value) => {
    expect(() => columns(withValue(1, 0, value), ['width', 'length'])).toThrow(
      new RangeError(`column "length" must hold finite numbers, got ${value} at row 1`),
    );
  });

  it('does not look at columns that nobody asked for', () => {
    expect(columns(withValue(0, 1, NaN), ['length']).rows).toBe(3);
  });

  it('lists the columns that there are when asked for another', () => {
    expect(() => columns(table, ['length', 'petal'])).toThrow(
      new RangeError('names must be among the columns of the frame, "length", "width", "species", got "petal"'),
    );
  });

  it('names what is no frame, no list of names and no row', () => {
    const take = columns as (frame: unknown, names: unknown) => unknown;
    expect(() => take(undefined, ['a'])).toThrow('frame must be a DataFrame, with columns and an array of values, got undefined');
    expect(() => take([[1, 2]], ['a'])).toThrow(TypeError);
    expect(() => take(table, 'length')).toThrow(new TypeError('names must be an array of column names, got "length"'));
    expect(() => take(table, [])).toThrow(new TypeError('names must be an array of column names, got an array of length 0'));
    expect(() => take({columns: ['a'], values: [1]}, ['a'])).toThrow(
      new TypeError('values must be an array of rows, got 1 as row 0'),
    );
  });
});
