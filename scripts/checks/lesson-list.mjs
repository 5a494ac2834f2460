// What is written out of notebooks/lessons.json: README's table of lessons, and the last cell of each lesson.
import fs from 'node:fs';
import path from 'node:path';
/** @import {Lesson, Notebook} from './notebook.mjs' */

/**
 * @param {string} root
 * @returns {Lesson[]}
 */
export function readLessons(root) {
  return JSON.parse(fs.readFileSync(path.join(root, 'notebooks', 'lessons.json'), 'utf8'));
}

/**
 * "3 · The perceptron"
 * @param {Lesson} lesson
 */
export const lessonTitle = ({name, title}) => `${Number.parseInt(name, 10)} · ${title}`;

/**
 * README's table; a lesson that isn't there yet has no link.
 * @param {Lesson[]} lessons
 * @param {(name: string) => boolean} exists
 * @returns {string}
 */
export function lessonsTable(lessons, exists) {
  const rows = lessons.map((lesson) => {
    const title = lessonTitle(lesson);
    const link = exists(lesson.name) ? `[${title}](notebooks/${lesson.name}.ipynb)` : `${title} (to come)`;
    return [link, lesson.build, String(lesson.minutes)];
  });
  const table = [['Lesson', 'You build', 'Minutes'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ row) => {
    const cells = row.map((cell, column) => (column === 2 ? cell.padStart(widths[2]) : cell.padEnd(widths[column])));
    return `| ${cells.join(' | ')} |`;
  };
  const rule = `| ${'-'.repeat(widths[0])} | ${'-'.repeat(widths[1])} | ${'-'.repeat(widths[2] - 1)}: |`;
  return [line(table[0]), rule, ...table.slice(1).map(line)].join('\n');
}

/**
 * The lesson before, the list, the lesson after.
 * @param {Lesson[]} lessons
 * @param {string} name
 * @param {(name: string) => boolean} exists
 * @returns {string}
 */
export function navigation(lessons, name, exists) {
  const at = lessons.findIndex((lesson) => lesson.name === name);
  const link = (/** @type {Lesson} */ lesson) =>
    exists(lesson.name) ? `[${lessonTitle(lesson)}](${lesson.name}.ipynb)` : `${lessonTitle(lesson)} (to come)`;
  const before = lessons[at - 1] ? `← ${link(lessons[at - 1])}` : undefined;
  const after = lessons[at + 1] ? `${link(lessons[at + 1])} →` : undefined;
  return [before, '[All lessons](../README.md)', after].filter((part) => part !== undefined).join(' | ');
}

const markers = /(<!-- lessons -->)[^]*?(<!-- \/lessons -->)/;

/**
 * @param {string} readme
 * @param {string} table
 * @returns {string} the README with the table between its markers
 */
export function withTable(readme, table) {
  return readme.replace(markers, (_, open, close) => `${open}\n\n${table}\n\n${close}`);
}

/**
 * @param {string} readme
 * @param {string} table
 * @returns {string[]}
 */
export function checkReadme(readme, table) {
  if (!markers.test(readme)) return ['README.md: the markers <!-- lessons --> and <!-- /lessons --> are missing'];
  if (withTable(readme, table) === readme) return [];
  return ['README.md: the table of lessons is not that of notebooks/lessons.json (node scripts/lessons.mjs --write)'];
}

/**
 * @param {Notebook} notebook
 * @param {string} text what its last cell shall say
 * @returns {string[]}
 */
export function checkNavigation(notebook, text) {
  const last = notebook.cells.at(-1);
  const source = Array.isArray(last?.source) ? last.source.join('') : last?.source;
  if (last?.id === 'navigation' && last.cell_type === 'markdown' && source === text) return [];
  return [
    `${notebook.name}: the last cell must be "navigation", made from lessons.json (node scripts/lessons.mjs --write)`,
  ];
}

/**
 * @param {Notebook} notebook
 * @param {string} text
 */
export function setNavigation(notebook, text) {
  const cells = notebook.file.cells.filter(({id}) => id !== 'navigation');
  notebook.file.cells = [...cells, {cell_type: 'markdown', id: 'navigation', metadata: {}, source: text}];
}
