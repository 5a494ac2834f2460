import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import initSqlJs from 'sql.js';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {utils, write, type WorkSheet} from 'xlsx';
import type {CheckedTable, ColumnRule} from '../../src/data/checkTable';
import {readTable} from '../../src/data/files/readTable';

const rules: Record<string, ColumnRule> = {
  minutes: {kind: 'number', from: 0},
  time: {kind: 'whole number', from: 0, to: 3},
  action: {kind: 'one of', values: ['bounce', 'cart']},
};
const good = [
  {minutes: 2.5, time: 0, action: 'cart'},
  {minutes: 0, time: 3, action: 'bounce'},
];

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'table '));
});
afterAll(() => fs.rmSync(folder, {recursive: true}));

async function read(name: string, content: string | Uint8Array, table?: string): Promise<CheckedTable> {
  fs.writeFileSync(path.join(folder, name), content);
  return readTable(path.join(folder, name), rules, {table});
}

const excel = (sheets: Record<string, WorkSheet>): Uint8Array =>
  write({SheetNames: Object.keys(sheets), Sheets: sheets}, {type: 'buffer', bookType: 'xlsx'}) as Uint8Array;

async function sqlite(statements: string): Promise<Uint8Array> {
  const {Database} = await initSqlJs();
  const database = new Database();
  database.run(statements);
  return database.export();
}

/** Faults as 'place column got'. */
const told = ({faults}: CheckedTable): string[] => faults.map(({place, column, got}) => `${place} ${column} ${got}`);

describe('readTable', () => {
  it('reads the same rows from all four formats, and from both names of two of them', async () => {
    const database = await sqlite("CREATE TABLE v (minutes, time, action); INSERT INTO v VALUES (2.5, 0, 'cart'), (0, 3, 'bounce')");
    const lines = good.map((row) => `${JSON.stringify(row)}\n`).join('');
    const files = {
      'a.csv': 'minutes,time,action\n2.5,0,cart\n0,3,bounce\n',
      'a.jsonl': lines,
      'a.ndjson': lines,
      'a.XLSX': excel({Visits: utils.json_to_sheet(good)}),
      'a.sqlite': database,
      'a.db': database,
    };
    for (const [name, content] of Object.entries(files)) {
      expect(await read(name, content)).toEqual({rows: good, faults: [], summary: `${name}: 2 of 2 rows kept, 0 faults`});
    }
  });

  it('tells the file of every fault', async () => {
    const {faults} = await read('mine.csv', 'minutes,time,action\n-1,7,left\n');
    expect(faults.map(({file, place, column}) => `${file} ${place} ${column}`)).toEqual([
      'mine.csv line 2 minutes',
      'mine.csv line 2 time',
      'mine.csv line 2 action',
    ]);
  });

  it.each([
    ['mine.ods', 'x', 'file must end in .csv, .jsonl, .xlsx or .sqlite, got "mine.ods"'],
    ['mine', 'x', 'got "mine"'],
    ['empty.csv', '', 'empty.csv must hold a table, got an empty file'],
    ['mine.xlsx', 'minutes,time\n', 'mine.xlsx must be an Excel file, got one that begins with "minu"'],
    ['mine.sqlite', 'minutes,time,action\n', 'mine.sqlite must be an SQLite file, got one that begins with "minutes,time,act"'],
    ['mine.csv', 'SQLite format 3\0 and more', 'mine.csv must be text in UTF-8, got an SQLite file'],
    ['mine.jsonl', Buffer.from('minutes', 'utf16le'), 'mine.jsonl must be text in UTF-8, got bytes of 0 among the first'],
  ])('refuses %s that holds %j', async (name, content, message) => {
    await expect(read(name, content)).rejects.toThrow(message);
  });

  it('refuses a damaged file of either package, and one that is not there', async () => {
    await expect(read('cut.xlsx', excel({a: utils.json_to_sheet(good)}).slice(0, 500))).rejects.toThrow(Error);
    await expect(read('cut.db', (await sqlite('CREATE TABLE v (a)')).slice(0, 600))).rejects.toThrow(Error);
    await expect(readTable(path.join(folder, 'none.csv'), rules)).rejects.toThrow('none.csv');
  });
});

describe('readTable of CSV', () => {
  const csv = (lines: string): Promise<CheckedTable> => read('mine.csv', lines);

  it('takes a byte order mark, CRLF, empty lines, also at the end, and columns in another order', async () => {
    const {rows, faults} = await csv('\ufeffaction,minutes,time\r\ncart,2.5,0\r\n\r\nbounce,0,3\r\n\r\n\r\n');
    expect([rows, faults]).toEqual([good, []]);
  });

  it('takes quoted fields, with commas, quotes and line ends in them, and counts lines right after them', async () => {
    const table = await csv('"minutes",time,action\n"2.5","0","cart"\n1,1,"left, ""late"",\nand\nangry"\n9,9,cart\n');
    expect(table.rows).toEqual([good[0]]);
    expect(told(table)).toEqual(['lines 3 to 5 action "left, \\"late\\",\\nand\\nangry"', 'line 6 time "9"']);
  });

  it.each(['2.5,0,"cart', '5",0,cart', '2.5,0,"cart"s'])('loses no other line to the quote of %s', async (line) => {
    const table = await csv(`minutes,time,action\n${line}\n0,3,bounce\n`);
    expect(table.rows).toEqual([good[1]]);
    expect(told(table)).toEqual([`line 2 (all) ${JSON.stringify(line)}`]);
    expect(table.faults[0].rule).toBe('quotes must open and close a field');
  });

  it('loses no other line to a quote that is closed by one further down', async () => {
    const table = await csv('minutes,time,action\n2.5,0,"cart\n0,3,bounce\n1,1,"bounce"\n2.5,0,cart\n');
    expect(table.rows).toEqual([good[1], {minutes: 1, time: 1, action: 'bounce'}, good[0]]);
    expect(told(table)).toEqual(['line 2 (all) "2.5,0,\\"cart"']);
  });

  it('takes lines apart again where a quote swallowed some and the fields don’t add up', async () => {
    const table = await csv('minutes,time,action\n1,1,"cart\n0,3,bounce\nx",3,bounce\n2.5,0,cart');
    expect(table.rows).toEqual([good[1], good[0]]);
    expect(told(table)).toEqual(['line 2 (all) "1,1,\\"cart"', 'line 4 (all) "x\\",3,bounce"']);
  });

  it('reports rows with too few and too many fields, and missing values', async () => {
    const table = await csv('minutes,time,action\n1,2\n1,2,cart,4\n,NA,\n2.5,0,cart\n');
    expect(table.rows).toEqual([good[0]]);
    expect(told(table)).toEqual([
      'line 2 (all) 2 fields',
      'line 3 (all) 4 fields',
      'line 4 minutes nothing',
      'line 4 time "NA"',
      'line 4 action nothing',
    ]);
  });

  it('shows bytes that are no UTF-8 as such', async () => {
    const bytes = Buffer.concat([Buffer.from('minutes,time,action\n1,1,caf'), Buffer.from([0xe9, 10])]);
    expect(told(await read('latin.csv', bytes))).toEqual(['line 2 action "caf\ufffd"']);
  });

  it('has no row where the header is not that of the rules', async () => {
    const table = await csv('minutes;time;action\n2.5;0;cart\n');
    expect(table.rows).toEqual([]);
    expect(told(table)).toContain('header minutes;time;action "minutes;time;action"');
    expect((await csv('minutes,time,"action\n2.5,0,cart\n')).rows).toEqual([]);
  });
});

describe('readTable of JSON lines', () => {
  const json = (text: string): Promise<CheckedTable> => read('mine.jsonl', text);

  it('reports lines that are no JSON or no object, and goes on', async () => {
    const table = await json(`{"minutes": 2.5\n[1, 2]\nnull\n\n  \n7\n${JSON.stringify(good[1])}`);
    expect(table.rows).toEqual([good[1]]);
    expect(told(table)).toEqual([
      'line 1 (all) "{\\"minutes\\": 2.5"',
      'line 2 (all) an array of length 2',
      'line 3 (all) null',
      'line 6 (all) 7',
    ]);
  });

  it('reports keys that are missing or unknown, and texts where a number belongs', async () => {
    const table = await json('{"minutes": "2.5", "time": 0}\n{"minutes": 1, "time": 1, "action": "cart", "__proto__": 1}\n');
    expect(table.rows).toEqual([]);
    expect(told(table)).toEqual(['line 1 minutes "2.5"', 'line 1 action nothing', 'line 2 __proto__ "__proto__"']);
  });
});

describe('readTable of Excel', () => {
  it('names rows as Excel does, wherever the table begins, and skips rows without a value', async () => {
    const rows = [['minutes', 'time', 'action'], [2.5, 0, 'cart'], [], [1, 8, 'cart']]; // prettier-ignore
    const sheet = {...utils.sheet_add_aoa(utils.aoa_to_sheet([]), rows, {origin: 'B3'}), '!ref': 'B3:D6'};
    const table = await read('mine.xlsx', excel({Visits: sheet}));
    expect(table.rows).toEqual([good[0]]);
    expect(told(table)).toEqual(['row 6 time 8']);
  });

  it('takes no date, no truth value, no error and no number as text for a number', async () => {
    const sheet = utils.aoa_to_sheet([
      ['minutes', 'time', 'action'],
      [new Date(Date.UTC(2026, 0, 2)), true, 'cart'],
      ['2.5', undefined, 'cart'],
    ]);
    sheet.B3 = {t: 'e', v: 7, w: '#DIV/0!'};
    expect(told(await read('mine.xlsx', excel({Visits: sheet})))).toEqual([
      'row 2 minutes an object of the class Date',
      'row 2 time true',
      'row 3 minutes "2.5"',
      'row 3 time "#DIV/0!"',
    ]);
  });

  it('asks which sheet, where there are several', async () => {
    const two = excel({Notes: utils.aoa_to_sheet([['hello']]), Visits: utils.json_to_sheet(good)});
    await expect(read('two.xlsx', two)).rejects.toThrow('there are: "Notes", "Visits"');
    await expect(read('two.xlsx', two, 'visits')).rejects.toThrow('sheet must be one of "Notes", "Visits", got "visits"');
    expect((await read('two.xlsx', two, 'Visits')).rows).toEqual(good);
  });

  it('reports a value in a column without a name', async () => {
    const sheet = utils.aoa_to_sheet([['minutes', 'time', 'action'], [2.5, 0, 'cart', 'aha']]);
    expect(told(await read('mine.xlsx', excel({Visits: sheet})))).toEqual(['header  ""']);
  });

  it('finds no column in an empty sheet', async () => {
    const table = await read('mine.xlsx', excel({Empty: utils.aoa_to_sheet([])}));
    expect(told(table)).toHaveLength(3);
  });
});

describe('readTable of SQLite', () => {
  it('reports values of other kinds, with the number of the row', async () => {
    const table = await read(
      'mine.db',
      await sqlite("CREATE TABLE v (minutes, time, action); INSERT INTO v VALUES (2.5, 0, 'cart'), (NULL, '3', x'00')"),
    );
    expect(table.rows).toEqual([good[0]]);
    expect(told(table)).toEqual(['row 2 minutes nothing', 'row 2 time "3"', 'row 2 action an object of the class Uint8Array']);
  });

  it('asks which table, takes views, and names with quotes in them', async () => {
    const two = await sqlite('CREATE TABLE "a""b" (minutes, time, action); CREATE VIEW v AS SELECT 2.5 minutes, 0 time, \'cart\' action');
    await expect(read('two.db', two)).rejects.toThrow('there are: "a\\"b", "v"');
    await expect(read('two.db', two, 'c')).rejects.toThrow('table must be one of "a\\"b", "v", got "c"');
    expect((await read('two.db', two, 'a"b')).summary).toBe('two.db: 0 of 0 rows kept, 0 faults');
    expect((await read('two.db', two, 'v')).rows).toEqual([good[0]]);
  });
});
