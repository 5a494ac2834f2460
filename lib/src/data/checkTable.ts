import {received} from '../math/received';

/** What the values of a column must be. Bounds are included; without one there is none on that side. */
export type ColumnRule =
  | {readonly kind: 'one of'; readonly values: readonly (number | string)[]}
  | {readonly kind: 'whole number' | 'number'; readonly from?: number; readonly to?: number};

/** A table as it was found, before anything was believed of it. */
export interface FoundTable {
  /** Where it comes from: a file's name. */
  file: string;
  header: readonly string[];
  rows: readonly FoundRow[];
  /** Whether numbers stand as texts, as in CSV: then '2.5' is a number, and ' 3', '0x3', '' and 'NA' are none. @default false */
  numbersAsText?: boolean;
}

export interface FoundRow {
  /** In words, such as 'line 7'. */
  place: string;
  /** In the order of the header. */
  fields: readonly unknown[];
  /** What was wrong already as the row was read, such as a quote that is not closed. */
  faults?: readonly Misfit[];
}

/** What does not fit, and where in a row. */
export interface Misfit {
  column: string;
  rule: string;
  got: string;
}

/** One thing that does not fit, and where. */
export interface TableFault extends Misfit {
  file: string;
  place: string;
}

export interface CheckedTable {
  /** The rows without a fault, in their order, one property a column. */
  rows: Record<string, number | string>[];
  /** Every fault of every row, for `showTable`. */
  faults: TableFault[];
  /** All of it in one sentence. */
  summary: string;
}

/** The column of a fault of the whole row. */
export const ALL = '(all)';

/**
 * Holds each row of a table against the rules of its columns: good rows are kept, and everything else is reported.
 *
 * Nothing is mended on the way. '' and null are missing values and not 0, true is no number, and a text is a number only
 * where the table says that its numbers stand as texts. Where the header is not the columns of the rules, in any order, no row is kept.
 *
 * @throws {RangeError} If there is no rule.
 * @example
 * const rows = [{place: 'line 2', fields: [3]}, {place: 'line 3', fields: [-1]}];
 * const visits = checkTable({file: 'mine.csv', header: ['pages'], rows}, {pages: {kind: 'whole number', from: 0}});
 * visits.rows; // [{pages: 3}]
 * visits.summary; // 'mine.csv: 1 of 2 rows kept, 1 fault'
 */
export function checkTable(table: FoundTable, rules: Readonly<Record<string, ColumnRule>>): CheckedTable {
  const {file, header, numbersAsText = false} = table;
  const names = Object.keys(rules);
  if (names.length === 0) throw new RangeError('rules must hold a column, got none');
  const faults: TableFault[] = headerFaults(header, names).map((fault) => ({file, place: 'header', ...fault}));
  const headerFits = faults.length === 0;
  const rows: Record<string, number | string>[] = [];
  for (const {place, fields, faults: known = []} of headerFits ? table.rows : []) {
    const before = faults.length;
    for (const fault of known) faults.push({file, place, ...fault});
    if (fields.length !== header.length) {
      const rule = `a row must have ${header.length} fields`;
      if (known.length === 0) faults.push({file, place, column: ALL, rule, got: `${fields.length} fields`});
      continue;
    }
    const row = new Map<string, number | string>();
    header.forEach((column, j) => {
      const value = fitting(fields[j], rules[column], numbersAsText);
      if (value !== undefined) row.set(column, value);
      else faults.push({file, place, column, rule: inWords(rules[column]), got: gotWords(fields[j])});
    });
    if (faults.length === before) rows.push(Object.fromEntries(row));
  }
  const count = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
  return {rows, faults, summary: `${file}: ${rows.length} of ${table.rows.length} rows kept, ${count}`};
}

function headerFaults(header: readonly string[], names: string[]): Misfit[] {
  const missing = names.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !names.includes(name));
  const twice = [...new Set(header.filter((name, j) => header.indexOf(name) !== j))];
  return [
    ...missing.map((column) => ({column, rule: 'must be there', got: 'no such column'})),
    ...unknown.map((column) => ({column, rule: `must be one of ${names.join(', ')}`, got: received(column)})),
    ...twice.map((column) => ({column, rule: 'must be there once', got: 'it twice or more'})),
  ];
}

/** A number as a person writes it: no spaces, no hexadecimal, nothing left out. */
const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The value, if the rule allows it. */
function fitting(field: unknown, rule: ColumnRule, numbersAsText: boolean): number | string | undefined {
  const number = numbersAsText && typeof field === 'string' && NUMBER.test(field) ? Number(field) : field;
  if (rule.kind === 'one of') return rule.values.find((value) => value === field || value === number);
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  if (rule.kind === 'whole number' && !Number.isSafeInteger(number)) return undefined;
  return number >= (rule.from ?? -Infinity) && number <= (rule.to ?? Infinity) ? number : undefined;
}

function inWords(rule: ColumnRule): string {
  if (rule.kind === 'one of') return `must be one of ${rule.values.map((value) => received(value)).join(', ')}`;
  const {kind, from, to} = rule;
  if (from !== undefined && to !== undefined) return `must be a ${kind} from ${from} to ${to}`;
  if (from !== undefined) return `must be a ${kind} of at least ${from}`;
  return `must be a ${kind}${to === undefined ? '' : ` of at most ${to}`}`;
}

function gotWords(field: unknown): string {
  return field === '' || field === null || field === undefined ? 'nothing' : received(field);
}
