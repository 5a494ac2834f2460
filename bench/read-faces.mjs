import fs from 'node:fs';
import {Matrix} from 'neurons';
/** @import {Faces} from './faces.mjs' */

/**
 * @param {Faces} files
 * @returns {{X: Matrix<Uint8Array>, y: Uint8Array}} bytes that stand for numbers from 0 to 1, and their labels
 */
export function readFaces({pixels, labels, rows}) {
  const bytes = fs.readFileSync(pixels);
  return {X: new Matrix(rows, bytes.length / rows, bytes, 1 / 255), y: fs.readFileSync(labels)};
}
