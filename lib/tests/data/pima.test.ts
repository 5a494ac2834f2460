/** What data/README.md and lesson 10 say of the table. */
import fs from 'node:fs';
import {expect, it} from 'vitest';
import {dataFile} from '../../src/data/files/dataFile';

it('the Pima table has the rows, the labels and the zeros that are told of it', () => {
  const [header, ...lines] = fs.readFileSync(dataFile('pima-diabetes.csv'), 'utf8').trimEnd().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  const zeros = header.split(',').map((name, j) => [name, rows.filter((row) => row[j] === 0).length]);
  expect(rows).toHaveLength(768);
  expect(Object.fromEntries(zeros)).toEqual({
    pregnancies: 111,
    glucose: 5,
    blood_pressure: 35,
    skin_thickness: 227,
    insulin: 374,
    bmi: 11,
    diabetes_pedigree: 0,
    age: 0,
    diabetes: 500,
  });
  expect(Math.min(...rows.map((row) => row[7]))).toBe(21);
});
