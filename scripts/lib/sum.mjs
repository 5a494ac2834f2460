// Sums that tell whether a file is the one that is meant.
import {createHash} from 'node:crypto';
import {createReadStream, existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import path from 'node:path';

/**
 * @param {string} file
 * @returns {Promise<string | undefined>} SHA-256; undefined where there is no such file
 */
export async function sumOf(file) {
  if (!existsSync(file)) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/**
 * One sum of all files in a folder: of their names and contents, whatever the order on the disk.
 * @param {string} folder
 * @returns {Promise<string>} SHA-256
 */
export async function sumOfFolder(folder) {
  const hash = createHash('sha256');
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${await sumOf(file)}  ${path.relative(folder, file)}\n`);
  return hash.digest('hex');
}
