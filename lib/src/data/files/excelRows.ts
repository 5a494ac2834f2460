import {read, utils, type CellObject, type WorkSheet} from 'xlsx';
import {received} from '../../math/received';
import type {FoundRow} from '../checkTable';
import {choosePart} from './choosePart';

/**
 * The header and the rows of a sheet. Its first row with a value holds the names; rows and columns without one are none.
 * A date is a `Date` and an error such as #DIV/0! the text that Excel shows, so that neither passes for a number.
 *
 * @throws {RangeError} If the workbook has no sheet of that name, or several and none is named.
 */
export function excelRows(bytes: Uint8Array, sheet?: string): {header: string[]; rows: FoundRow[]} {
  const book = read(bytes, {cellDates: true});
  const cells = book.Sheets[choosePart('sheet', book.SheetNames, sheet)];
  const [header, ...rows] = withoutEmpty(sheetRows(cells));
  const names = (header?.fields ?? []).map((name) => (typeof name === 'string' ? name : name === undefined ? '' : received(name)));
  return {header: names, rows};
}

function sheetRows(cells: WorkSheet): FoundRow[] {
  if (cells['!ref'] === undefined) return [];
  const {s: first, e: last} = utils.decode_range(cells['!ref']);
  return Array.from({length: last.r - first.r + 1}, (_, i) => {
    const fields = Array.from({length: last.c - first.c + 1}, (_, j) => {
      const cell = cells[utils.encode_cell({r: first.r + i, c: first.c + j})] as CellObject | undefined;
      return cell?.t === 'e' ? (cell.w ?? '#ERROR') : cell?.v;
    });
    return {place: `row ${first.r + i + 1}`, fields};
  });
}

function withoutEmpty(rows: FoundRow[]): FoundRow[] {
  const isThere = (field: unknown): boolean => field !== undefined;
  const filled = (rows[0]?.fields ?? []).map((_, j) => rows.some(({fields}) => isThere(fields[j])));
  return rows
    .map(({place, fields}) => ({place, fields: fields.filter((_, j) => filled[j])}))
    .filter(({fields}) => fields.some(isThere));
}
