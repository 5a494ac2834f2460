// The training pictures of FER2013 as bytes in two files that every contestant reads: from data/fer2013.csv where it is there. It may not be
// passed on; elsewhere random bytes of the same shape take its place, which take as long to learn from.
import fs from 'node:fs';
import path from 'node:path';
import {createRng, loadFaces} from 'neurons';
import {at} from '../scripts/lib/paths.mjs';
import {step} from '../scripts/lib/say.mjs';
import {Trouble} from '../scripts/lib/trouble.mjs';

const ROWS = 28_709;
const PIXELS = 48 * 48;
const CLASSES = 7;

/** @typedef {{pixels: string, labels: string, rows: number}} Faces paths of the files: a byte a pixel, row after row, and a byte a label */
/** @typedef {{pixels: Uint8Array, labels: Uint8Array}} Bytes */

/** @returns {Promise<{files: Faces, about: string}>} */
export async function faces() {
  const csv = at('data', 'fer2013.csv');
  if (!fs.existsSync(csv)) {
    const files = await keep('made', '', made);
    return {files, about: 'Made pixels: data/fer2013.csv is not here, so these are random bytes of the same shape.'};
  }
  const {size, mtimeMs} = fs.statSync(csv);
  const files = await keep('fer2013', `${size} ${mtimeMs}`, () => readCsv(csv));
  return {files, about: 'The pixels are those of FER2013.'};
}

/**
 * Writes the two files, unless they were made from the same already.
 * @param {string} name of their folder
 * @param {string} source changes when they have to be made anew
 * @param {() => Bytes | Promise<Bytes>} make
 * @returns {Promise<Faces>}
 */
async function keep(name, source, make) {
  const folder = at('.cache', 'bench', name);
  const file = (/** @type {string} */ kind) => path.join(folder, kind);
  const stamp = file('source');
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== source) {
    const {pixels, labels} = await step('Writing the pixels for the benchmarks', async () => make());
    fs.rmSync(folder, {recursive: true, force: true});
    fs.mkdirSync(folder, {recursive: true});
    fs.writeFileSync(file('pixels'), pixels);
    fs.writeFileSync(file('labels'), labels);
    fs.writeFileSync(stamp, source); // last: it says that they are complete
  }
  return {pixels: file('pixels'), labels: file('labels'), rows: fs.statSync(file('labels')).size};
}

/** @returns {Bytes} */
function made() {
  const {uint32} = createRng(1);
  const words = Uint32Array.from({length: (ROWS * PIXELS) / 4}, uint32);
  return {pixels: new Uint8Array(words.buffer), labels: Uint8Array.from({length: ROWS}, () => uint32() % CLASSES)};
}

/**
 * The training rows of a table "emotion,pixels,Usage", as Kaggle serves it.
 * @param {string} file
 * @returns {Promise<Bytes>}
 */
async function readCsv(file) {
  const {pixels, labels, usage} = await loadFaces({file});
  const rows = [...usage.keys()].filter((row) => usage[row] === 0);
  if (rows.length === 0) throw new Trouble('data/fer2013.csv holds no row of FER2013 whose Usage is Training');
  return {pixels: pixels.rowsAt(rows).data, labels: Uint8Array.from(rows, (row) => labels[row])};
}
