/**
 * Writes data/iris.csv into the library as TypeScript, so that `loadIris()` needs no file: node scripts/embed-iris.mjs
 */
import {readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

const csvFile = new URL('../data/iris.csv', import.meta.url);
const tableFile = new URL('../lib/src/data/irisTable.ts', import.meta.url);

/**
 * The source of the module that holds the table.
 *
 * @param {string} csv - Four columns of centimetres and one of species, 50 rows each, in the order of the species.
 * @returns {string}
 */
export function irisTable(csv) {
  const [header, ...lines] = csv.trimEnd().split('\n');
  const features = header.split(',').slice(0, -1);
  const rows = lines.map((line) => line.split(','));
  const classes = [...new Set(rows.map((row) => row[features.length]))];
  const list = (/** @type {string[]} */ names) => `[${names.map((name) => `'${name}'`).join(', ')}]`;
  return [
    '// Made from data/iris.csv by scripts/embed-iris.mjs; change that, not this.',
    '',
    `export const irisFeatures: readonly string[] = ${list(features)};`,
    '',
    `export const irisClasses: readonly string[] = ${list(classes)};`,
    '',
    '/** Centimetres, one flower a row, 50 of each class in the order of the classes. */',
    'export const irisMeasurements: readonly (readonly number[])[] = [',
    ...rows.map((row) => `  [${row.slice(0, -1).map(Number).join(', ')}],`),
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(tableFile, irisTable(await readFile(csvFile, 'utf8')));
}
