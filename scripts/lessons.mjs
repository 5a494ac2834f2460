// node scripts/lessons.mjs [--write]: does README's table of lessons, and the last cell of each lesson, say what
// notebooks/lessons.json says? With --write, both are written anew.
import fs from 'node:fs';
import path from 'node:path';
import {writeNotebook} from './checks/hygiene.mjs';
import {
  checkNavigation,
  checkReadme,
  lessonsTable,
  navigation,
  readLessons,
  setNavigation,
  withTable,
} from './checks/lesson-list.mjs';
import {readNotebook} from './checks/notebook.mjs';
import {root} from './lib/paths.mjs';

const write = process.argv.includes('--write');
const lessons = readLessons(root);
const fileOf = (/** @type {string} */ name) => path.join(root, 'notebooks', `${name}.ipynb`);
const exists = (/** @type {string} */ name) => fs.existsSync(fileOf(name));

const readmeFile = path.join(root, 'README.md');
const readme = fs.readFileSync(readmeFile, 'utf8');
const table = lessonsTable(lessons, exists);
if (write) fs.writeFileSync(readmeFile, withTable(readme, table));
const problems = write ? [] : checkReadme(readme, table);

for (const {name} of lessons.filter((lesson) => exists(lesson.name))) {
  const notebook = readNotebook(fileOf(name));
  const text = navigation(lessons, name, exists);
  if (!write) {
    problems.push(...checkNavigation(notebook, text));
    continue;
  }
  setNavigation(notebook, text);
  fs.writeFileSync(fileOf(name), writeNotebook(notebook.file));
}

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
