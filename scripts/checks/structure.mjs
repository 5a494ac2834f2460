// The parts that every lesson has, and the names that hold it together.
import {
  cellWord,
  exerciseCalls,
  headings,
  headingsOf,
  isCode,
  isOptional,
  isProse,
  isSolution,
  lessonWord,
  sourceOf,
} from './notebook.mjs';
/** @import {Lesson, Notebook} from './notebook.mjs' */

/**
 * Title, aims, minutes, sections, in the words of the course.
 * @param {Notebook} notebook
 * @param {Lesson} lesson
 * @returns {string[]}
 */
export function checkSections(notebook, lesson) {
  const word = lessonWord(notebook.name);
  const number = Number(/^\d+/.exec(notebook.name)?.[0]);
  const first = notebook.cells[0];
  const title = `# ${number} · ${lesson.title}`;
  const prose = notebook.cells.filter(isProse).map(sourceOf).join('\n\n');
  const sections = headings(notebook).map(({text}) => text);
  const problems = [];
  if (!first || !isProse(first) || sourceOf(first).split('\n')[0] !== title)
    problems.push(`${word}, cell 1: the lesson must begin with "${title}"`);
  if (!prose.includes('**You will**')) problems.push(`${word}: "**You will**" is missing (what one can do afterwards)`);
  if (!new RegExp(`\\babout ${lesson.minutes} minutes\\b`).test(prose))
    problems.push(`${word}: "about ${lesson.minutes} minutes" is missing (from lessons.json)`);
  for (const section of ['When it fails', 'Summary', 'Exercises', 'References']) {
    if (section === 'When it fails' && number === 0) continue;
    if (!sections.some((text) => text.startsWith(section)))
      problems.push(`${word}: the section "${section}" is missing`);
  }
  return problems;
}

/**
 * The code below a heading that begins with "Optional" is folded, and no other is.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkOptional(notebook) {
  let inOptional = false;
  return notebook.cells.flatMap((cell, index) => {
    if (isProse(cell)) {
      const last = headingsOf(sourceOf(cell)).at(-1);
      if (last) inOptional = last.text.startsWith('Optional');
      return [];
    }
    if (!isCode(cell) || isSolution(cell) || isOptional(cell) === inOptional) return [];
    const rule = inOptional
      ? 'code below a heading "Optional …" must be tagged optional'
      : 'an optional cell must stand below a heading "Optional …"';
    return [`${cellWord(notebook, index)}: ${rule}`];
  });
}

/**
 * All imports stand in the first code cell, with nothing else.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkImports(notebook) {
  const first = notebook.cells.findIndex(isCode);
  if (first < 0) return [`${lessonWord(notebook.name)}: there is no code cell`];
  const rest = sourceOf(notebook.cells[first]).replace(/^import\b[^;]*;[ \t]*(?:\/\/.*)?$/gm, '');
  const problems = [];
  if (rest.trim() !== '')
    problems.push(`${cellWord(notebook, first)}: the first code cell must hold the imports and nothing else`);
  for (const [index, cell] of notebook.cells.entries())
    if (index !== first && isCode(cell) && /^import\b(?!\()/m.test(sourceOf(cell)))
      problems.push(`${cellWord(notebook, index)}: imports must stand in the first code cell`);
  return problems;
}

/**
 * A guess before an answer; three exercises or more, each once to try and once solved; from lesson 03 on two questions for
 * recall, known by ids that begin with `recall-`.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function checkPractice(notebook) {
  const word = lessonWord(notebook.name);
  const code = notebook.cells.filter(isCode);
  const stubs = code
    .filter((cell) => !isSolution(cell))
    .flatMap(exerciseCalls)
    .filter(({method}) => method === 'check');
  const solutions = code
    .filter(isSolution)
    .flatMap(exerciseCalls)
    .filter(({method}) => method === 'solution');
  const ids = [...new Set([...stubs, ...solutions].map(({id}) => id))];
  const problems = [];
  if (!code.some((cell) => /\bpredictFirst\(/.test(sourceOf(cell))))
    problems.push(`${word}: let the reader guess once with predictFirst`);
  if (ids.length < 3) problems.push(`${word}: a lesson must have at least 3 exercises, got ${ids.length}`);
  for (const id of ids) {
    const [tried, solved] = [stubs, solutions].map((calls) => calls.filter((call) => call.id === id).length);
    if (tried !== 1)
      problems.push(`${word}: exercise ${id} must be checked in one cell that is not a solution, got ${tried}`);
    if (solved !== 1)
      problems.push(`${word}: exercise ${id} must be solved in one cell tagged solution, got ${solved}`);
    if (!id.startsWith(`${notebook.name}/`)) problems.push(`${word}: exercise ${id} must be named ${notebook.name}/…`);
  }
  const recalls = ids.filter((id) => id.includes('/recall-')).length;
  if (Number(/^\d+/.exec(notebook.name)?.[0]) >= 3 && recalls !== 2)
    problems.push(`${word}: two exercises must ask about earlier lessons (ids …/recall-…), got ${recalls}`);
  return problems;
}
