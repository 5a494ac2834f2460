// npm run format: writes every file, and every cell of every notebook, in the project's form. Outputs, counts and other traces of
// a run leave the notebooks.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import {formatCell} from './checks/cell-format.mjs';
import {cleanCellMetadata, minimalMetadata, writeNotebook} from './checks/hygiene.mjs';
import {isCode, readNotebooks, sourceOf} from './checks/notebook.mjs';
import {root} from './lib/paths.mjs';
/** @import {Cell} from './checks/notebook.mjs' */

const folder = path.join(root, 'notebooks');
const options = (await prettier.resolveConfig(path.join(folder, 'cell.ts'))) ?? {};

/**
 * @param {Cell} cell
 * @param {string} name
 * @returns {Promise<Cell>}
 */
async function clean(cell, name) {
  const {cell_type, id} = cell;
  const metadata = cleanCellMetadata(cell);
  if (!isCode(cell)) return {cell_type, id, metadata, source: sourceOf(cell)};
  const source = await formatCell(sourceOf(cell), options).catch((/** @type {Error} */ error) => {
    console.error(`${name}, cell ${id}: left as it is: ${error.message.split('\n')[0]}`);
    return sourceOf(cell);
  });
  return {cell_type, id, metadata, source, outputs: [], execution_count: null};
}

for (const {name, file, text} of readNotebooks(folder)) {
  const cells = await Promise.all(file.cells.map((cell) => clean(cell, name)));
  const written = writeNotebook({cells, metadata: minimalMetadata(), nbformat: 4, nbformat_minor: 5});
  if (written === text) continue;
  fs.writeFileSync(path.join(folder, `${name}.ipynb`), written);
  console.log(`notebooks/${name}.ipynb`);
}

const bin = path.join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
const run = spawnSync(process.execPath, [bin, '--write', '--log-level', 'warn', '.'], {cwd: root, stdio: 'inherit'});
process.exitCode = run.status ?? 1;
