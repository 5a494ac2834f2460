// A lesson as one text, to write it in an editor, and back again:
//   node scripts/lesson-text.mjs notebooks/03-perceptron.ipynb lesson.md
//   node scripts/lesson-text.mjs lesson.md notebooks/03-perceptron.ipynb
// `<!-- cell: rule -->` starts the Markdown cell with the id `rule`; a fence ```ts first-update is the code cell `first-update`;
// ```ts solve-it solution is a folded solution. The notebook is what counts: git holds it, the text is thrown away.
import fs from 'node:fs';
import process from 'node:process';
import {pathToFileURL} from 'node:url';

/**
 * @typedef {{id: string, cell_type: 'markdown' | 'code', metadata: Record<string, unknown>, source: string[], outputs?: unknown[], execution_count?: null}} Cell
 * @typedef {{cells: Cell[], metadata: object, nbformat: 4, nbformat_minor: 5}} Notebook
 */

const METADATA = {
  kernelspec: {display_name: 'TypeScript', language: 'typescript', name: 'typescript'},
  language_info: {file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript'},
};

/** @param {string} text @returns {Notebook} */
export function toNotebook(text) {
  const parts = text.split(/^(<!-- cell: [a-z0-9-]+ -->\n|```ts [a-z0-9-]+(?: solution)?\n[^]*?^```\n)/m).slice(1);
  /** @type {Cell[]} */
  const cells = [];
  for (let i = 0; i < parts.length; i += 2) {
    const [mark, rest] = [parts[i], parts[i + 1] ?? ''];
    const code = /^```ts (\S+)( solution)?\n([^]*?)\n?```\n$/.exec(mark);
    if (code) {
      cells.push(codeCell(code[1], code[3], code[2] !== undefined));
      if (rest.trim())
        throw new Error(`text without a cell mark after the code cell ${code[1]}: ${rest.trim().slice(0, 60)}`);
    } else {
      const [, id] = /** @type {RegExpExecArray} */ (/cell: (\S+) -->/.exec(mark));
      cells.push({id, cell_type: 'markdown', metadata: {}, source: lines(rest.trim())});
    }
  }
  return {cells, metadata: METADATA, nbformat: 4, nbformat_minor: 5};
}

/** @param {string} id @param {string} source @param {boolean} isSolution @returns {Cell} */
function codeCell(id, source, isSolution) {
  const metadata = isSolution ? {jupyter: {source_hidden: true}, tags: ['solution']} : {};
  return {id, cell_type: 'code', metadata, source: lines(source), outputs: [], execution_count: null};
}

/** @param {Notebook} notebook @returns {string} */
export function toText({cells}) {
  const parts = cells.map(({id, cell_type, metadata, source}) => {
    const text = source.join('');
    if (cell_type === 'markdown') return `<!-- cell: ${id} -->\n\n${text}\n`;
    const solution = /** @type {string[] | undefined} */ (metadata.tags)?.includes('solution') ? ' solution' : '';
    return `\`\`\`ts ${id}${solution}\n${text}\n\`\`\`\n`;
  });
  return parts.join('\n');
}

/** Notebook cells hold their text line by line, each with its line break. @param {string} text */
function lines(text) {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** The form in which notebooks are kept: one space of indentation, keys in nbformat's order. @param {Notebook} notebook */
export function serialise(notebook) {
  const order = ['cell_type', 'execution_count', 'id', 'metadata', 'outputs', 'source'];
  const cells = notebook.cells.map((cell) =>
    Object.fromEntries(order.filter((key) => key in cell).map((key) => [key, cell[/** @type {keyof Cell} */ (key)]])),
  );
  return `${JSON.stringify({...notebook, cells}, null, 1)}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from, to] = process.argv.slice(2);
  if (!from || !to) {
    console.error('usage: node scripts/lesson-text.mjs FROM TO   (one ends in .ipynb, the other in .md)');
    process.exit(2);
  }
  const source = fs.readFileSync(from, 'utf8');
  fs.writeFileSync(to, from.endsWith('.ipynb') ? toText(JSON.parse(source)) : serialise(toNotebook(source)));
}
