// Sums that tell whether a file is the one that is meant.
import {createHash} from 'node:crypto';
import {createReadStream, existsSync} from 'node:fs';

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
