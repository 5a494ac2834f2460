import initSqlJs from 'sql.js';
import type {FoundRow} from '../checkTable';
import {choosePart} from './choosePart';

/**
 * The header and the rows of a table or a view of an SQLite database.
 *
 * @throws {RangeError} If the database has no table of that name, or several and none is named.
 */
export async function sqliteRows(bytes: Uint8Array, table?: string): Promise<{header: string[]; rows: FoundRow[]}> {
  const {Database} = await initSqlJs();
  const database = new Database(bytes);
  try {
    const all = database.exec("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'");
    const names = (all[0]?.values ?? []).map(([name]) => String(name));
    const chosen = choosePart('table', names, table).replaceAll('"', '""');
    const statement = database.prepare(`SELECT * FROM "${chosen}"`);
    const rows: FoundRow[] = [];
    while (statement.step()) rows.push({place: `row ${rows.length + 1}`, fields: statement.get()});
    return {header: statement.getColumnNames(), rows};
  } finally {
    database.close();
  }
}
