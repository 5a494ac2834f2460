// What the exercises said while a notebook ran from top to bottom: "Run all" solves nothing, and each given solution verifies.
import {cellWord, exerciseCalls, isCode, isSolution, lessonWord} from './notebook.mjs';
/** @import {Cell, Notebook} from './notebook.mjs' */

/**
 * @param {Notebook} executed
 * @param {string[]} [ids] the exercises that the library knows for this lesson
 * @returns {string[]}
 */
export function checkVerdicts(executed, ids = []) {
  const problems = executed.cells.flatMap((cell, index) => {
    if (!isCode(cell)) return [];
    const where = cellWord(executed, index);
    const wanted = isSolution(cell) ? 'solution verified' : 'not attempted';
    const verdicts = verdictsOf(cell);
    const wrong = verdicts
      .filter(({verdict}) => verdict !== wanted)
      .map(({exercise, verdict}) => `${where}: exercise ${exercise} must say "${wanted}", got "${verdict}"`);
    const silent = exerciseCalls(cell)
      .filter(({method}) => method === 'check' || method === 'solution')
      .filter(({id}) => !verdicts.some(({exercise}) => exercise === id))
      .map(({id}) => `${where}: exercise ${id} must say "${wanted}", but shows nothing`);
    const empty = isSolution(cell) && verdicts.length + silent.length === 0;
    return [
      ...wrong,
      ...silent,
      ...(empty ? [`${where}: a solution must be verified by exercise('…').solution(…)`] : []),
    ];
  });
  return [...problems, ...checkComplete(executed, ids)];
}

/**
 * Every exercise of the library's file is tried once and solved once.
 * @param {Notebook} executed
 * @param {string[]} ids
 */
function checkComplete(executed, ids) {
  const word = lessonWord(executed.name);
  const code = executed.cells.filter(isCode);
  return ids.flatMap((id) => {
    const shown = (/** @type {boolean} */ solved) =>
      code
        .filter((cell) => isSolution(cell) === solved)
        .flatMap(verdictsOf)
        .filter(({exercise}) => exercise === id).length;
    const times = [shown(false), shown(true)];
    if (times[0] === 1 && times[1] === 1) return [];
    return [`${word}: exercise ${id} must be shown once to try and once solved, got ${times.join(' and ')}`];
  });
}

/**
 * @param {Cell} cell
 * @returns {{exercise: string, verdict: string}[]}
 */
function verdictsOf(cell) {
  return (cell.outputs ?? []).flatMap((output) => {
    const said = /** @type {{exercise?: string, verdict?: string} | undefined} */ (output.metadata?.neurons);
    return said?.exercise ? [{exercise: said.exercise, verdict: String(said.verdict)}] : [];
  });
}
