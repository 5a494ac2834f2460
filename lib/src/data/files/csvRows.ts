import {CsvError, parse, type Info} from 'csv-parse/sync';
import {ALL, type FoundRow} from '../checkTable';

/** What one row was read from: the lines after `from` up to `to`, both counted from the top of the file. */
interface CsvRecord {
  readonly fields: string[];
  readonly from: number;
  readonly to: number;
}

/**
 * The header and the rows of a CSV text. Fields in quotes may hold commas, quotes and line ends (RFC 4180); empty lines
 * are no rows. A quote in the wrong place costs its own line and no other: reading goes on with the next.
 */
export function csvRows(text: string): {header: string[]; rows: FoundRow[]} {
  const lines = text.replace(/(\r?\n)+$/, '').split(/\r?\n/);
  const rows: FoundRow[] = [];
  let header: string[] | undefined;
  for (let read = 0; read < lines.length; read++) {
    const records = recordsAfter(lines, read);
    header ??= records[0]?.fields ?? [];
    for (const {fields, from, to} of records) {
      if (to > from + 1 && fields.length !== header.length) break;
      const isEmpty = fields.length === 1 && fields[0] === '';
      const place = to === from + 1 ? `line ${to}` : `lines ${from + 1} to ${to}`;
      if (from > 0 && !isEmpty) rows.push({place, fields});
      read = to;
    }
    if (read === lines.length) break;
    const fault = {column: ALL, rule: 'quotes must open and close a field', got: JSON.stringify(lines[read].slice(0, 80))};
    rows.push({place: `line ${read + 1}`, fields: [], faults: [fault]});
  }
  return {header: header ?? [], rows};
}

/** The records after so many lines, up to the end or to a quote in the wrong place. */
function recordsAfter(lines: string[], read: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  let from = read;
  const keep = (fields: string[], {lines: more}: Info): undefined => {
    records.push({fields, from, to: read + more});
    from = read + more;
  };
  try {
    parse(lines.slice(read).join('\n'), {on_record: keep, relax_column_count: true});
  } catch (error) {
    if (!(error instanceof CsvError) || !error.code.includes('QUOTE')) throw error;
  }
  return records;
}
