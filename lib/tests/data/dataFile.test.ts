import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {dataFile} from '../../src/data/files/dataFile';

const shipped = path.resolve(__dirname, '..', '..', '..', 'data');
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-data-'));
  for (const name of ['iris.csv', 'SHA256SUMS']) fs.copyFileSync(path.join(shipped, name), path.join(folder, name));
});
afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

const damage = (change: (text: string) => string): void => {
  const file = path.join(folder, 'iris.csv');
  fs.writeFileSync(file, change(fs.readFileSync(file, 'utf8')));
};

describe('dataFile', () => {
  it('gives the path of a file of the course, from any working folder', () => {
    expect(dataFile('iris.csv')).toBe(path.join(shipped, 'iris.csv'));
  });

  it('says that a file is missing, and how to bring it back', () => {
    fs.rmSync(path.join(folder, 'iris.csv'));
    expect(() => dataFile('iris.csv', folder)).toThrow(
      'data/iris.csv must be there, got no such file; bring it back with: git checkout -- data/iris.csv',
    );
  });

  it.each([
    ['a row that was cut', (text: string) => text.replace('4.9,3.0,1.4,0.2,setosa', '4.9,3.0,1.4'), 'line 3 has 3 fields and the header has 5'],
    ['a number that was spoilt', (text: string) => text.replace('4.9,3.0,1.4', '4.9,3.0,1.4cm'), 'line 3 has "1.4cm" in column petal_length'],
    ['a value that is gone', (text: string) => text.replace('4.9,3.0,1.4', '4.9,,1.4'), 'line 3 has "" in column sepal_width'],
    ['an empty file', () => '', 'it has no rows'],
    ['a number that was changed', (text: string) => text.replace('4.9,3.0,1.4', '4.8,3.0,1.4'), 'its content differs'],
    ['a row that is missing', (text: string) => text.replace(/^4\.9,3\.0,1\.4.*\n/m, ''), 'its content differs'],
  ])('names %s', (_what, change, fault) => {
    damage(change);
    expect(() => dataFile('iris.csv', folder)).toThrow(`data/iris.csv must be as the course ships it, but ${fault}; bring it back`);
  });

  it('knows only the files of the course', () => {
    fs.writeFileSync(path.join(folder, 'mine.csv'), 'a\n1\n');
    expect(() => dataFile('mine.csv', folder)).toThrow('data file must be one of access-clients.csv, access.log.gz, iris.csv, online-store.csv, online-store.jsonl, online-store.sqlite, online-store.xlsx, pima-diabetes.csv, got mine.csv');
  });
});
