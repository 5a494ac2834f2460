// A lesson as one text, to write it in an editor, and back again:
//   node scripts/lesson-text.mjs notebooks/03-perceptron.ipynb lesson.md
//   node scripts/lesson-text.mjs lesson.md notebooks/03-perceptron.ipynb
// `<!-- cell: rule -->` starts the Markdown cell with the id `rule`; a fence ```ts first-update is the code cell `first-update`;
// ```ts solve-it solution is a folded solution, ```ts shortcut optional a folded cell of an optional part. A fence without an id
// (```ts, ```typescript) is prose. The notebook is what counts: git holds it, the text is thrown away.
import fs from 'node:fs';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {cleanCellMetadata, minimalMetadata, writeNotebook} from './checks/hygiene.mjs';
import {sourceOf} from './checks/notebook.mjs';
/** @import {Cell, NotebookFile} from './checks/notebook.mjs' */

/** What starts a cell, on a line of its own. */
const MARK = /^(<!-- cell: [a-z0-9-]+ -->$|```ts [a-z0-9-]+(?: solution| optional)?$)/m;

/** @param {string} text @returns {NotebookFile} */
export function toNotebook(text) {
  const parts = text
    .split(/^(<!-- cell: [a-z0-9-]+ -->\n|```ts [a-z0-9-]+(?: solution| optional)?\n[^]*?^```\n)/m)
    .slice(1);
  /** @type {Cell[]} */
  const cells = [];
  for (let i = 0; i < parts.length; i += 2) {
    const [mark, rest] = [parts[i], parts[i + 1] ?? ''];
    const code = /^```ts (\S+)(?: (solution|optional))?\n([^]*?)\n?```\n$/.exec(mark);
    if (code) {
      cells.push(codeCell(code[1], code[3], code[2]));
      if (rest.trim())
        throw new Error(`text without a cell mark after the code cell ${code[1]}: ${rest.trim().slice(0, 60)}`);
    } else {
      const [, id] = /** @type {RegExpExecArray} */ (/cell: (\S+) -->/.exec(mark));
      cells.push({id, cell_type: 'markdown', metadata: {}, source: rest.trim()});
    }
  }
  return {cells, metadata: minimalMetadata(), nbformat: 4, nbformat_minor: 5};
}

/** @param {string} id @param {string} source @param {string} [tag] @returns {Cell} */
function codeCell(id, source, tag) {
  /** @type {Cell} */
  const cell = {id, cell_type: 'code', metadata: {}, source, outputs: [], execution_count: null};
  if (tag) cell.metadata = cleanCellMetadata({...cell, metadata: {tags: [tag]}});
  return cell;
}

/**
 * @param {NotebookFile} notebook
 * @returns {string}
 * @throws {Error} where the text could not say all that the notebook holds
 */
export function toText({cells}) {
  return cells.map(cellText).join('\n');
}

/** @param {Cell} cell @returns {string} */
function cellText(cell) {
  const {id, cell_type, metadata} = cell;
  const text = sourceOf(cell);
  const tags = JSON.stringify(metadata.tags ?? []);
  const known = cell_type === 'code' ? ['[]', '["solution"]', '["optional"]'] : ['[]'];
  if (cell_type === 'raw') throw new Error(`cell ${id}: the cell must be prose or code, got raw`);
  if (!known.includes(tags)) throw new Error(`cell ${id}: its tags must be ${known.join(' or ')}, got ${tags}`);
  if (cell_type === 'markdown') {
    if (MARK.test(text))
      throw new Error(`cell ${id}: prose must not hold the mark of a cell, got ${MARK.exec(text)?.[0]}`);
    return `<!-- cell: ${id} -->\n\n${text}\n`;
  }
  if (/^```$/m.test(text)) throw new Error(`cell ${id}: code must not hold a line of \`\`\` alone`);
  const tag = /\w+/.exec(tags);
  return `\`\`\`ts ${id}${tag ? ` ${tag[0]}` : ''}\n${text}\n\`\`\`\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from, to] = process.argv.slice(2);
  if (!from || !to) {
    console.error('usage: node scripts/lesson-text.mjs FROM TO   (one ends in .ipynb, the other in .md)');
    process.exit(2);
  }
  const source = fs.readFileSync(from, 'utf8');
  fs.writeFileSync(to, from.endsWith('.ipynb') ? toText(JSON.parse(source)) : writeNotebook(toNotebook(source)));
}
