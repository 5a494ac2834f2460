// All static checks of a notebook and of the repository's files, each with the sentence that it proves.
import fs from 'node:fs';
import path from 'node:path';
import {checkClaimedProse, noClaims} from './claims.mjs';
import {checkLock, checkPaths, disk, projectFiles, readText} from './files.mjs';
import {checkIds, checkMetadata, checkNoOutputs, checkWritten} from './hygiene.mjs';
import {checkNavigation, checkReadme, lessonsTable, navigation, readLessons} from './lesson-list.mjs';
import {checkMarkdownLinks, checkNotebookLinks} from './links.mjs';
import {checkFoldedNames} from './names.mjs';
import {checkCellCount, checkCellSizes, checkSentences, checkWords} from './shape.mjs';
import {checkImports, checkOptional, checkPractice, checkSections} from './structure.mjs';
/** @import {Claims} from './claims.mjs' */
/** @import {Notebook} from './notebook.mjs' */

/** @typedef {{name: string, problems: string[]}} Finding one test: what it proves, and what speaks against it */

/**
 * @param {string} root
 * @param {string} name a lesson's
 * @returns {Claims}
 */
export function readClaims(root, name) {
  const file = path.join(root, 'notebooks', 'claims', `${name}.json`);
  return fs.existsSync(file) ? {...noClaims, ...JSON.parse(fs.readFileSync(file, 'utf8'))} : noClaims;
}

/**
 * @param {Notebook} notebook
 * @param {string} root
 * @returns {Finding[]}
 */
export function checkNotebook(notebook, root) {
  const lessons = readLessons(root);
  const lesson = lessons.find(({name}) => name === notebook.name);
  if (!lesson)
    return [{name: `${notebook.name} is a lesson`, problems: [`${notebook.name} is not in notebooks/lessons.json`]}];
  const folder = path.join(root, 'notebooks');
  const exists = (/** @type {string} */ name) => fs.existsSync(path.join(folder, `${name}.ipynb`));
  /** @type {Record<string, string[]>} */
  const problems = {
    'has no outputs': checkNoOutputs(notebook),
    'has ids that stay': checkIds(notebook),
    'has the course’s metadata only': checkMetadata(notebook),
    'is written as Jupyter writes it': checkWritten(notebook),
    'has short cells': checkCellSizes(notebook),
    'has not too many cells': checkCellCount(notebook),
    'says more than it computes': checkWords(notebook),
    'says a sentence between cells': checkSentences(notebook),
    'has all sections': checkSections(notebook, lesson),
    'folds what is optional': checkOptional(notebook),
    'imports once, at the top': checkImports(notebook),
    'lets the reader practise': checkPractice(notebook),
    'needs no name of a folded cell': checkFoldedNames(notebook),
    'has numbers that tests hold': checkClaimedProse(notebook, readClaims(root, notebook.name)),
    'has links that lead somewhere': checkNotebookLinks(notebook, folder, disk),
    'leads to its neighbours': checkNavigation(notebook, navigation(lessons, notebook.name, exists)),
  };
  return Object.entries(problems).map(([name, found]) => ({name: `${notebook.name} ${name}`, problems: found}));
}

/**
 * @param {string} root
 * @returns {Finding[]}
 */
export function checkFiles(root) {
  const files = projectFiles(root);
  const texts = files.flatMap((file) => {
    const text = readText(root, file);
    return text === undefined ? [] : [{file, text}];
  });
  const lessons = readLessons(root);
  const exists = (/** @type {string} */ name) => files.includes(`notebooks/${name}.ipynb`);
  const textOf = (/** @type {string} */ file) => texts.find((candidate) => candidate.file === file)?.text ?? '';
  const pages = texts.filter(({file}) => file.endsWith('.md'));
  return [
    {name: 'files name no machine', problems: texts.flatMap(({file, text}) => checkPaths(file, text))},
    {name: 'package-lock.json names no host', problems: checkLock(textOf('package-lock.json'))},
    {name: 'README.md lists the lessons', problems: checkReadme(textOf('README.md'), lessonsTable(lessons, exists))},
    ...pages.map(({file, text}) => ({
      name: `${file} has links that lead somewhere`,
      problems: checkMarkdownLinks(file, text, path.join(root, path.dirname(file)), disk),
    })),
  ];
}
