// Tracked files name no machine: no absolute path of somebody's disk, no registry in the lock file.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
/** @import {Disk} from './links.mjs' */
import {markdownAnchors, notebookAnchors} from './links.mjs';
import {readNotebook} from './notebook.mjs';

/**
 * Files that git knows or would add.
 * @param {string} root
 * @returns {string[]} relative to root
 * @throws {Error} with git's own words, where git fails
 */
export function projectFiles(root) {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (git.status !== 0) throw new Error(`git ls-files failed: ${git.stderr?.trim() || git.error?.message}`);
  return git.stdout.split('\0').filter((file) => file !== '' && fs.existsSync(path.join(root, file)));
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {string | undefined} undefined for a binary or a very large file
 */
export function readText(root, file) {
  const full = path.join(root, file);
  if (fs.statSync(full).size > 2_000_000) return undefined;
  const text = fs.readFileSync(full, 'utf8');
  return text.includes('\0') ? undefined : text;
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {string[]}
 */
export function checkPaths(file, text) {
  const machine = /(?<![\w.~:/\-*}])\/(?:home|work|root|Users|tmp)\/[\w.-]+|\b[A-Z]:\\{1,2}[A-Za-z]\w+/g;
  return text.split('\n').flatMap((line, index) => {
    const found = line.match(machine) ?? [];
    return found.map((place) => `${file}, line ${index + 1}: a path of one machine: ${place}`);
  });
}

/**
 * Only places inside the repository may be named: `omit-lockfile-registry-resolved` keeps hosts out.
 * @param {string} text package-lock.json
 * @returns {string[]}
 */
export function checkLock(text) {
  const {packages = {}} = /** @type {{packages?: Record<string, {resolved?: string}>}} */ (JSON.parse(text));
  return Object.entries(packages)
    .filter(([, {resolved}]) => resolved?.includes('//'))
    .map(([name, {resolved}]) => `package-lock.json: ${name} names a host: ${resolved}`);
}

/**
 * What lies on the disk, for the check of links.
 * @type {Disk}
 */
export const disk = {
  exists: (file) => fs.existsSync(file),
  anchors(file) {
    if (file.endsWith('.ipynb')) return notebookAnchors(readNotebook(file));
    return file.endsWith('.md') ? markdownAnchors(fs.readFileSync(file, 'utf8')) : [];
  },
};
