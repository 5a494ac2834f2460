import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {loadIris} from '../../src/data/iris';
import {irisTable} from '../../../scripts/embed-iris.mjs';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const csv = read('../../../data/iris.csv');
const [header, ...lines] = csv.trimEnd().split('\n');

describe('loadIris', () => {
  it('holds the numbers and species of data/iris.csv, row by row', () => {
    const {X, y, featureNames, classNames} = loadIris();
    expect([...featureNames, 'species'].join()).toBe(header);
    expect(X.rows).toBe(150);
    const rows = X.toArrays().map((row, i) => [...row.map((value) => value.toFixed(1)), classNames[y[i]]].join());
    expect(rows).toEqual(lines);
  });

  it('has 50 flowers of each species, labelled 0, 1 and 2', () => {
    const {y} = loadIris();
    expect([0, 1, 2].map((label) => y.filter((value) => value === label).length)).toEqual([50, 50, 50]);
  });

  it('has rows 35 and 38 as Fisher printed them, without the two typing errors of the UCI copy', () => {
    const {X} = loadIris();
    expect([...X.row(34)]).toEqual([4.9, 3.1, 1.5, 0.2]);
    expect([...X.row(37)]).toEqual([4.9, 3.6, 1.4, 0.1]);
  });

  it('gives everybody a copy', () => {
    const mine = loadIris();
    mine.X.data.fill(0);
    mine.y.fill(0);
    mine.classNames.pop();
    expect(loadIris().X.get(0, 0)).toBe(5.1);
    expect(loadIris().y[149]).toBe(2);
    expect(loadIris().classNames).toHaveLength(3);
  });
});

describe('the table in the library', () => {
  it('is what scripts/embed-iris.mjs makes of data/iris.csv', () => {
    expect(read('../../src/data/irisTable.ts')).toBe(irisTable(csv));
  });
});
