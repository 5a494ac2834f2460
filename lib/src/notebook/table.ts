import {escapeHtml} from '../charts/text';
import {received} from '../math/received';
import {display} from './display';

/** Rows as objects, a matrix, a danfojs frame, or anything whose `toJSON()` gives rows as objects. */
export type TableLike = readonly object[] | MatrixTable | FrameTable | {toJSON(): unknown};

interface MatrixTable {
  readonly rows: number;
  readonly columns: number;
  get(row: number, column: number): number;
}

interface FrameTable {
  readonly columns: string[];
  readonly values: unknown;
  /** Names of the rows, which stand in front where they are texts, as those of `describe()` are. */
  readonly index?: readonly (number | string)[];
}

export interface TableOptions {
  /** Stands above the table. */
  title?: string;
  /** Rows shown at most; a note says how many there are. @default 20 */
  limit?: number;
  /** The columns to show, in this order; for a matrix the names of its columns. @default all */
  columns?: string[];
}

interface Cells {
  names: string[];
  rows: unknown[][];
}

/**
 * Shows a table below the cell. Whatever the values hold, they are shown as text: nothing in them can become part of the page.
 *
 * @throws {TypeError} If `rows` is nothing that has rows.
 * @throws {RangeError} If `columns` names one that isn't there, or `limit` is not a positive integer.
 *
 * @example
 * showTable(iris.head(3));
 * showTable([{activation: 'relu', output: 5}, {activation: 'tanh', output: 0.9999}]);
 */
export function showTable(rows: TableLike, options: TableOptions = {}): void {
  const {title, limit = 20} = options;
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`limit must be a positive integer, got ${limit}`);
  const table = select(toCells(rows, options.columns), options.columns);
  const shown = table.rows.slice(0, limit);
  const more = table.rows.length > limit ? `${limit} of ${table.rows.length} rows` : '';
  display({
    data: {
      'text/html': toHtmlTable({...table, rows: shown}, title, more),
      'text/plain': toText({...table, rows: shown}, title, more),
    },
  });
}

function toCells(rows: TableLike, names?: string[]): Cells {
  if (isMatrix(rows)) {
    const columns = Array.from({length: rows.columns}, (_, j) => names?.[j] ?? String(j));
    return {names: columns, rows: Array.from({length: rows.rows}, (_, i) => columns.map((_, j) => rows.get(i, j)))};
  }
  if (isFrame(rows)) return frameCells(rows);
  const list: unknown = Array.isArray(rows) ? rows : (rows as {toJSON?(): unknown} | undefined)?.toJSON?.();
  if (!isRecords(list)) throw new TypeError(`a table must be rows, a matrix or a frame, got ${describe(rows)}`);
  const keys = [...new Set(list.flatMap((row) => Object.keys(row)))];
  return {names: keys, rows: list.map((row) => keys.map((key) => row[key]))};
}

function frameCells({columns, values, index = []}: FrameTable): Cells {
  const rows = values as unknown[][];
  if (!index.some((name) => typeof name === 'string')) return {names: columns, rows};
  return {names: ['', ...columns], rows: rows.map((row, i) => [index[i], ...row])};
}

function isRecords(list: unknown): list is Record<string, unknown>[] {
  return Array.isArray(list) && list.every((row) => typeof row === 'object' && row !== null);
}

function isMatrix(rows: unknown): rows is MatrixTable {
  const candidate = rows as Partial<MatrixTable> | null;
  return (
    typeof candidate?.rows === 'number' && typeof candidate.columns === 'number' && typeof candidate.get === 'function'
  );
}

function isFrame(rows: unknown): rows is FrameTable {
  const candidate = rows as Partial<FrameTable> | null | undefined;
  return Array.isArray(candidate?.columns) && Array.isArray(candidate?.values) && candidate.values.every(Array.isArray);
}

function select({names, rows}: Cells, wanted: string[] = names): Cells {
  const places = wanted.map((name) => {
    const place = names.indexOf(name);
    if (place < 0) throw new RangeError(`columns must be among ${names.join(', ')}, got ${name}`);
    return place;
  });
  return {names: wanted, rows: rows.map((row) => places.map((place) => row[place]))};
}

function toHtmlTable({names, rows}: Cells, title: string | undefined, more: string): string {
  const cell = (value: unknown): string => {
    const align = typeof value === 'number' ? 'right' : 'left';
    return `<td style="text-align:${align}">${escapeHtml(toCellText(value))}</td>`;
  };
  const head = names
    .map(
      (name, j) =>
        `<th style="text-align:${typeof rows[0]?.[j] === 'number' ? 'right' : 'left'}">${escapeHtml(name)}</th>`,
    )
    .join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
  const caption = title ? `<caption style="text-align:left"><strong>${escapeHtml(title)}</strong></caption>` : '';
  const table = `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  return `<div style="overflow-x:auto">${table}${more && `<div>${escapeHtml(more)}</div>`}</div>`;
}

function toText({names, rows}: Cells, title: string | undefined, more: string): string {
  const lines = [names, ...rows.map((row) => row.map(toCellText))];
  const widths = names.map((_, j) => Math.max(...lines.map((line) => line[j].length)));
  const table = lines.map((line) =>
    line
      .map((text, j) => text.padEnd(widths[j]))
      .join('  ')
      .trimEnd(),
  );
  return [...(title ? [title] : []), ...table, ...(more ? [more] : [])].join('\n');
}

/** Control characters, and those that turn the direction in which a line is read. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** At most six digits of a number, a dash for what is missing, dates and objects as JSON, long texts cut. */
function toCellText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
  const text = typeof value === 'string' ? value : asJson(value);
  const oneLine = text.replace(UNSEEN, '·');
  return oneLine.length > 120 ? `${oneLine.slice(0, 119)}…` : oneLine;
}

/** What JSON can't hold, such as a circle or a bigint, is told in a few words. */
function asJson(value: unknown): string {
  try {
    const text: string | undefined = JSON.stringify(value);
    return text ?? received(value);
  } catch {
    return received(value);
  }
}

function describe(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list of something else' : typeof value;
}
