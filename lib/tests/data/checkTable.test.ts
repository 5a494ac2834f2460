import {describe, expect, it} from 'vitest';
import {checkTable, type CheckedTable, type ColumnRule} from '../../src/data/checkTable';

const rules: Record<string, ColumnRule> = {
  minutes: {kind: 'number', from: 0},
  time: {kind: 'whole number', from: 0, to: 3},
  action: {kind: 'one of', values: ['bounce', 'cart']},
};
const header = Object.keys(rules);

function check(fields: unknown[], numbersAsText: boolean = false, names: string[] = header): CheckedTable {
  return checkTable({file: 'mine', header: names, rows: [{place: 'line 2', fields}], numbersAsText}, rules);
}

describe('checkTable', () => {
  it('keeps good rows, with numbers as numbers, in the columns that the header names', () => {
    const row = {minutes: 2.5, time: 3, action: 'cart'};
    expect(check([2.5, 3, 'cart'])).toEqual({rows: [row], faults: [], summary: 'mine: 1 of 1 rows kept, 0 faults'});
    expect(check(['2.5', '3', 'cart'], true).rows).toEqual([row]);
    expect(check(['cart', 3, 2.5], false, ['action', 'time', 'minutes']).rows).toEqual([row]);
  });

  it('tells every fault of a row, with place, column, rule and what was received', () => {
    const {rows, faults} = check([-1, 7, '<b>']);
    expect(rows).toEqual([]);
    const at = {file: 'mine', place: 'line 2'};
    expect(faults).toEqual([
      {...at, column: 'minutes', rule: 'must be a number of at least 0', got: '-1'},
      {...at, column: 'time', rule: 'must be a whole number from 0 to 3', got: '7'},
      {...at, column: 'action', rule: 'must be one of "bounce", "cart"', got: '"<b>"'},
    ]);
  });

  it.each(['', 'NA', ' 3', '3 ', '0x3', 'Infinity', '1e999', '3,0', 'true'])('does not take the text %j for a number', (text) => {
    expect(check([text, '1', 'cart'], true).faults.map((fault) => fault.column)).toEqual(['minutes']);
  });

  it.each([null, undefined, true, NaN, Infinity, '3', [3], 3n])('does not take %s for a number', (value) => {
    expect(check([value, 1, 'cart']).faults.map((fault) => fault.column)).toEqual(['minutes']);
  });

  it('includes the bounds', () => {
    expect([0, 3].map((time) => check([0, time, 'cart']).faults)).toEqual([[], []]);
    expect(check([-1e-9, 4, 'cart']).faults).toHaveLength(2);
  });

  it('calls a missing value nothing', () => {
    expect(check(['', null, undefined]).faults.map((fault) => fault.got)).toEqual(['nothing', 'nothing', 'nothing']);
  });

  it('refuses halves as whole numbers, and rows with too few or too many fields', () => {
    expect(check([1, 1.5, 'cart']).faults[0].got).toBe('1.5');
    expect(check([1, 1]).faults[0]).toMatchObject({rule: 'a row must have 3 fields', got: '2 fields'});
    expect(check([1, 1, 'cart', 4]).faults[0]).toMatchObject({got: '4 fields'});
  });

  it('keeps no row where a column is missing, unknown or there twice', () => {
    const {rows, faults} = check([1, 1, 2], false, ['minutes', 'minutes', 'page']);
    expect(rows).toEqual([]);
    expect(faults.map((fault) => `${fault.column} ${fault.rule}`)).toEqual([
      'time must be there',
      'action must be there',
      'page must be one of minutes, time, action',
      'minutes must be there once',
    ]);
  });

  it('adds what was wrong already as a row was read, and does not keep that row', () => {
    const faults = [{column: 'page', rule: 'must be one of minutes, time, action', got: 'a column of its own'}];
    const read = (fields: unknown[]): CheckedTable =>
      checkTable({file: 'mine', header, rows: [{place: 'line 2', fields, faults}]}, rules);
    expect(read([1, 1, 'cart'])).toMatchObject({rows: [], faults: [{file: 'mine', place: 'line 2', ...faults[0]}]});
    expect(read([1, 9, 'cart']).faults.map((fault) => fault.column)).toEqual(['page', 'time']);
    expect(read([]).faults.map((fault) => fault.column)).toEqual(['page']);
  });

  it('asks for a rule', () => {
    expect(() => checkTable({file: 'mine', header, rows: []}, {})).toThrow('rules must hold a column, got none');
  });
});
