import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {received} from '../../math/received';
import {checkTable, type CheckedTable, type ColumnRule, type FoundTable} from '../checkTable';
import {csvRows} from './csvRows';
import {jsonRows} from './jsonRows';

export interface ReadTableOptions {
  /** The sheet of an Excel file or the table of an SQLite file. @default the only one */
  table?: string;
}

/** The first bytes by which a packed file (an Excel file is one) and an SQLite file are known. */
const ZIP = 'PK\u0003\u0004';
const SQLITE = 'SQLite format 3\0';

/**
 * Reads the rows of a file of your own, and holds each against the rules of its columns: good rows are kept, and every
 * fault is reported with file, line or row, column, rule and what was received. Nothing is mended (see `checkTable`).
 *
 * The ending tells the format:
 * - `.csv`: UTF-8, fields parted by commas, names in the first line; quotes may hold commas and line ends.
 * - `.jsonl`, `.ndjson`: JSON lines, one object a line, the names as its keys.
 * - `.xlsx`: Excel; the first row with a value holds the names, and a date is no number.
 * - `.sqlite`, `.db`: a table or a view of an SQLite database.
 *
 * @param file - Its path.
 * @param rules - What the values of each column must be; the file must have these columns, in any order, and no other.
 * @throws {RangeError} If the ending is another; if there are several sheets or tables and none is named, or not that
 *   one; if `rules` is empty.
 * @throws {Error} If the file is not there, is empty, or is not what its ending says.
 * @example
 * const visits = await readTable('visits.csv', {minutes: {kind: 'number', from: 0}, phone: {kind: 'one of', values: [0, 1]}});
 * visits.rows; // [{minutes: 2.5, phone: 1}, …]
 * showTable(visits.faults);
 */
export async function readTable(
  file: string,
  rules: Readonly<Record<string, ColumnRule>>,
  options: ReadTableOptions = {},
): Promise<CheckedTable> {
  const name = path.basename(file);
  const bytes = await readFile(file);
  if (bytes.length === 0) throw new Error(`${name} must hold a table, got an empty file`);
  const found = await read(bytes, name, Object.keys(rules), options.table);
  return checkTable({file: name, ...found}, rules);
}

async function read(bytes: Buffer, name: string, columns: string[], table?: string): Promise<Omit<FoundTable, 'file'>> {
  const ending = path.extname(name).toLowerCase();
  switch (ending) {
    case '.csv':
      return {...csvRows(asText(bytes, name)), numbersAsText: true};
    case '.jsonl':
    case '.ndjson':
      return {header: columns, rows: jsonRows(asText(bytes, name), columns)};
    // The two large packages load when they are needed: whoever reads CSV need not wait for them.
    case '.xlsx': {
      mustBegin(bytes, ZIP, `${name} must be an Excel file`);
      const {excelRows} = await import('./excelRows.js');
      return excelRows(bytes, table);
    }
    case '.sqlite':
    case '.db': {
      mustBegin(bytes, SQLITE, `${name} must be an SQLite file`);
      const {sqliteRows} = await import('./sqliteRows.js');
      return sqliteRows(bytes, table);
    }
    default:
      throw new RangeError(`file must end in .csv, .jsonl, .xlsx or .sqlite, got ${received(name)}`);
  }
}

/** Text as UTF-8, without its byte order mark. Bytes that are no UTF-8 become U+FFFD, which no rule takes for a number. */
function asText(bytes: Buffer, name: string): string {
  if (bytes.subarray(0, 1000).includes(0)) {
    const got = bytes.toString('latin1', 0, SQLITE.length) === SQLITE ? 'an SQLite file' : 'bytes of 0 among the first';
    throw new Error(`${name} must be text in UTF-8, got ${got}`);
  }
  return new TextDecoder().decode(bytes);
}

function mustBegin(bytes: Buffer, signature: string, rule: string): void {
  const begin = bytes.toString('latin1', 0, signature.length);
  if (begin !== signature) throw new Error(`${rule}, got one that begins with ${received(begin)}`);
}
