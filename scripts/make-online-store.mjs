/**
 * Writes data/online-store.csv, and the same visitors as an Excel sheet, as JSON lines and as an SQLite database; always
 * the same bytes. Needs the built library: node scripts/make-online-store.mjs
 */
import {writeFile} from 'node:fs/promises';
import initSqlJs from 'sql.js';
import {utils, write} from 'xlsx';
import {createRng} from '../lib/dist/index.js';
import {COLUMNS, onlineStore, toCsv} from './lib/online-store.mjs';

const rows = onlineStore(createRng(9));
const visits = rows.map((row) => Object.fromEntries(COLUMNS.map((name, j) => [name, row[j]])));

const book = {SheetNames: ['visits'], Sheets: {visits: utils.json_to_sheet(visits)}};

const {Database} = await initSqlJs();
const database = new Database();
database.run(`CREATE TABLE visits (${COLUMNS.join(', ')})`);
for (const row of rows) database.run(`INSERT INTO visits VALUES (${row.join(', ')})`);

const files = {
  csv: toCsv(rows),
  jsonl: visits.map((visit) => `${JSON.stringify(visit)}\n`).join(''),
  sqlite: database.export(),
  xlsx: /** @type {Uint8Array} */ (write(book, {type: 'buffer', bookType: 'xlsx', compression: true})),
};
for (const [ending, content] of Object.entries(files)) {
  await writeFile(new URL(`../data/online-store.${ending}`, import.meta.url), content);
}
