// Links inside the repository lead somewhere, to the very heading; links out of it use https.
import path from 'node:path';
import {cellWord, headingsOf, isProse, sourceOf} from './notebook.mjs';
/** @import {Notebook} from './notebook.mjs' */

/**
 * @typedef {{exists: (file: string) => boolean, anchors: (file: string) => string[]}} Disk
 *   what a link can lead to: files, and the anchors of a Markdown file or a notebook
 */

/**
 * @param {Notebook} notebook
 * @param {string} folder where the notebook lies
 * @param {Disk} disk
 * @returns {string[]}
 */
export function checkNotebookLinks(notebook, folder, disk) {
  const own = notebookAnchors(notebook);
  return notebook.cells.flatMap((cell, index) =>
    isProse(cell)
      ? brokenLinks(sourceOf(cell), folder, own, disk).map((problem) => `${cellWord(notebook, index)}: ${problem}`)
      : [],
  );
}

/**
 * @param {string} name the file's name, for the message
 * @param {string} text
 * @param {string} folder
 * @param {Disk} disk
 * @returns {string[]}
 */
export function checkMarkdownLinks(name, text, folder, disk) {
  return brokenLinks(text, folder, markdownAnchors(text), disk).map((problem) => `${name}: ${problem}`);
}

/**
 * JupyterLab names a heading by its text with hyphens for spaces.
 * @param {Notebook} notebook
 * @returns {string[]}
 */
export function notebookAnchors(notebook) {
  const prose = notebook.cells.filter(isProse).map(sourceOf);
  return prose.flatMap(headingsOf).map(({text}) => text.replace(/[*`$]/g, '').replaceAll(' ', '-'));
}

/**
 * GitHub names a heading by its text in lower case, letters, digits and hyphens only.
 * @param {string} markdown
 * @returns {string[]}
 */
export function markdownAnchors(markdown) {
  return headingsOf(markdown).map(({text}) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/**
 * @param {string} markdown
 * @param {string} folder
 * @param {string[]} own
 * @param {Disk} disk
 * @returns {string[]}
 */
function brokenLinks(markdown, folder, own, disk) {
  return targetsOf(markdown).flatMap((target) => {
    if (/^(https:|mailto:)/.test(target)) return [];
    if (/^[a-z]+:/.test(target)) return [`the link ${target} must use https`];
    if (path.isAbsolute(target)) return [`the link ${target} must be relative`];
    const [link, anchor] = target.split('#');
    const file = path.join(folder, decodeURIComponent(link));
    if (link !== '' && !disk.exists(file)) return [`the link ${target} leads nowhere`];
    const anchors = link === '' ? own : disk.anchors(file);
    if (anchor && !anchors.includes(decodeURIComponent(anchor))) return [`the link ${target} leads to no heading`];
    return [];
  });
}

/**
 * @param {string} markdown
 * @returns {string[]}
 */
export function targetsOf(markdown) {
  const prose = markdown.replace(/^(```|~~~)[^]*?^\1.*$/gm, '').replace(/`[^`\n]*`/g, '');
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)];
  const defined = [...prose.matchAll(/^\[[^\]]+\]:\s*(\S+)/gm)];
  const html = [...prose.matchAll(/\b(?:href|src)="([^"]+)"/g)];
  return [...inline, ...defined, ...html].map((match) => match[1]);
}
