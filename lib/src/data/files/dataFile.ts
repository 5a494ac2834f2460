import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The course's data folder: `data` beside the library. */
export const DATA_FOLDER: string = path.resolve(__dirname, '..', '..', '..', '..', 'data');

/**
 * The path of a data file of the course, wherever the notebook runs, after a look at it: it must be there, and it must
 * be the file that the course ships, or the figures of the lesson would not come out.
 *
 * @param name - Its name in the folder `data`: 'iris.csv'.
 * @param folder - Another folder to look in. @default the course's `data`
 * @throws {Error} If the file is missing, or differs from the sum in `SHA256SUMS`; for a table, the message names the
 *   first line that is no row of it. It also says how to bring the file back.
 *
 * @example
 * const iris = await readCSV(dataFile('iris.csv'));
 */
export function dataFile(name: string, folder: string = DATA_FOLDER): string {
  const file = path.join(folder, name);
  const mend = `bring it back with: git checkout -- data/${name}`;
  if (!fs.existsSync(file)) throw new Error(`data/${name} must be there, got no such file; ${mend}`);
  const bytes = fs.readFileSync(file);
  const expected = shippedSum(name, folder);
  if (createHash('sha256').update(bytes).digest('hex') === expected) return file;
  const fault = (name.endsWith('.csv') && firstFault(bytes.toString('utf8'))) || 'its content differs';
  throw new Error(`data/${name} must be as the course ships it, but ${fault}; ${mend}`);
}

function shippedSum(name: string, folder: string): string {
  const lines = fs.readFileSync(path.join(folder, 'SHA256SUMS'), 'utf8').split('\n');
  const sums = new Map(lines.filter(Boolean).map((line) => [line.slice(66), line.slice(0, 64)]));
  const sum = sums.get(name);
  if (sum === undefined) throw new RangeError(`data file must be one of ${[...sums.keys()].join(', ')}, got ${name}`);
  return sum;
}

/** The first line of a table that has another number of fields than the header, or a text where the first row has a number. */
export function firstFault(text: string): string | undefined {
  const [header, ...rows] = text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split(','));
  const isNumeric = (field: string | undefined): boolean => field !== undefined && field.trim() !== '' && Number.isFinite(Number(field));
  for (const [i, row] of rows.entries()) {
    const line = `line ${i + 2}`;
    if (row.length !== header.length) return `${line} has ${row.length} fields and the header has ${header.length}`;
    const column = row.findIndex((field, j) => isNumeric(rows[0][j]) !== isNumeric(field));
    if (column >= 0) return `${line} has "${row[column].slice(0, 40)}" in column ${header[column]}`;
  }
  return rows.length === 0 ? 'it has no rows' : undefined;
}
