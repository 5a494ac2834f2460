/** Notebooks in a few words, for the tests of the checks. */
import {writeNotebook} from '../../checks/hygiene.mjs';
import {parseNotebook, type Cell, type Notebook, type Output} from '../../checks/notebook.mjs';

/** A prose cell. */
export const md = (id: string, source: string): Cell => ({cell_type: 'markdown', id, metadata: {}, source});

/** A code cell, with what it showed if it ran. */
export const ts = (id: string, source: string, outputs: Output[] = []): Cell => {
  return {cell_type: 'code', execution_count: null, id, metadata: {}, outputs, source};
};

/** A folded cell with an exercise's answer. */
export const solution = (id: string, source: string, outputs: Output[] = []): Cell => {
  return {...ts(id, source, outputs), metadata: {jupyter: {source_hidden: true}, tags: ['solution']}};
};

/** A folded cell of a part that a first reading can pass. */
export const optional = (id: string, source: string): Cell => {
  return {...ts(id, source), metadata: {jupyter: {source_hidden: true}, tags: ['optional']}};
};

export function notebook(cells: Cell[], name = '03-perceptron'): Notebook {
  const metadata = {
    kernelspec: {display_name: 'TypeScript', language: 'typescript', name: 'typescript'},
    language_info: {file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript'},
  };
  return parseNotebook(name, writeNotebook({cells, metadata, nbformat: 4, nbformat_minor: 5}));
}

/** What a cell printed. */
export const printed = (text: string): Output => ({output_type: 'stream', name: 'stdout', text});

/** What an exercise showed. */
export const verdict = (exercise: string, said: string): Output => {
  return {output_type: 'display_data', data: {'text/plain': said}, metadata: {neurons: {exercise, verdict: said}}};
};

/** Prose of a given length. */
export const words = (count: number): string => Array.from({length: count}, () => 'word').join(' ');
