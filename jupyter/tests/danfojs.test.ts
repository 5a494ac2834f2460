/** Where danfojs is wrong, and that the way which the lessons take round it is right. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {DataFrame, readCSV, StandardScaler as DanfoScaler} from 'danfojs-node';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {checkTable, columns, readTable, StandardScaler, type ColumnRule} from '../../lib/src/index';
import {isCode, readNotebooks, sourceOf} from '../../scripts/checks/notebook.mjs';

const rules: Record<string, ColumnRule> = {
  kind: {kind: 'one of', values: ['new', 'returning']},
  minutes: {kind: 'number', from: 0},
};
const header = Object.keys(rules);
const visits = [['new', 2], ['new', null], ['new', 6], ['returning', 5]]; // prettier-ignore
const frame = (): DataFrame => new DataFrame(visits, {columns: header});

/** The good rows alone, as a frame. */
function kept(): DataFrame {
  const rows = visits.map((fields, i) => ({place: `row ${i}`, fields}));
  return new DataFrame(checkTable({file: 'here', header, rows}, rules).rows);
}

const meansOf = (table: DataFrame): unknown => table.groupby(['kind']).col(['minutes']).mean().values;

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'danfo '));
});
afterAll(() => fs.rmSync(folder, {recursive: true}));

async function read(lines: string): Promise<{file: string; table: DataFrame}> {
  const file = path.join(folder, 'visits.csv');
  fs.writeFileSync(file, lines);
  return {file, table: await readCSV(file)};
}

describe('a missing value', () => {
  it('counts as 0 in the mean of a group; after checkTable there is none', () => {
    expect(meansOf(frame())).toEqual([['new', 8 / 3], ['returning', 5]]); // prettier-ignore
    expect(meansOf(kept())).toEqual([['new', 4], ['returning', 5]]); // prettier-ignore
  });

  it('makes describe() throw; after checkTable it tells the truth', () => {
    expect(() => frame().describe()).toThrow();
    const described = kept().describe();
    expect(described.index.slice(0, 2)).toEqual(['count', 'mean']);
    expect((described.values as number[][]).slice(0, 2)).toEqual([[3], [13 / 3]]);
  });

  it('is scaled as if it were 0, or makes a whole column NaN; ours never sees it', () => {
    const minutes = frame().loc({columns: ['minutes']});
    const scaled = (new DanfoScaler().fitTransform(minutes).values as number[][]).flat();
    expect(scaled[1]).toBeLessThan(-1); // below the mean, as a 0 would be
    const withNaN = new DanfoScaler().fitTransform(new DataFrame({minutes: [2, NaN, 6]}));
    expect((withNaN.values as number[][]).flat()).toEqual([NaN, NaN, NaN]);
    const message = 'column "minutes" must hold finite numbers, got null at row 1';
    expect(() => new StandardScaler().fit(columns(frame(), ['minutes']))).toThrow(message);
  });

  it('is a text where it is written NA; readTable names the line', async () => {
    const {file, table} = await read('kind,minutes\nnew,2\nnew,NA\nnew,\nreturning,5\n');
    expect(table['minutes'].values).toEqual([2, 'NA', null, 5]);
    expect(() => columns(table, ['minutes'])).toThrow('column "minutes" must hold finite numbers');
    const {rows, faults} = await readTable(file, rules);
    expect(rows.map(({minutes}) => minutes)).toEqual([2, 5]);
    expect(faults.map(({place, got}) => `${place} ${got}`)).toEqual(['line 3 "NA"', 'line 4 nothing']);
  });
});

describe('a column without spread', () => {
  it('becomes NaN; ours scales it by 1', () => {
    const table = new DataFrame({minutes: [3, 3, 3]});
    expect((new DanfoScaler().fitTransform(table).values as number[][]).flat()).toEqual([NaN, NaN, NaN]);
    expect(new StandardScaler().fitTransform(columns(table, ['minutes'])).toArrays()).toEqual([[0], [0], [0]]);
  });
});

describe('the lessons', () => {
  const lessons = readNotebooks(path.resolve('notebooks'))
    .map(({name, cells}) => ({name, code: cells.filter(isCode).map(sourceOf).join('\n')}))
    .filter(({code}) => code.includes('danfojs-node'));

  it('take two things from danfojs: a table, and the reading of one', () => {
    expect(lessons.map(({name}) => name.slice(0, 2))).toEqual(['03', '09', '10']);
    for (const {name, code} of lessons) {
      const taken = [...code.matchAll(/import (.*) from 'danfojs-node'/g)].flatMap(([, names]) =>
        names.split(/[{}, ]+/),
      );
      const others = taken.filter((one) => !['', 'DataFrame', 'readCSV'].includes(one));
      expect(others, name).toEqual([]);
    }
  });

  it('call nothing of a table that changes its source, is slow or throws', () => {
    for (const {name, code} of lessons) expect(code, name).not.toMatch(/\.(fillNa|asType|sortValues|plot)\(/);
  });
});
