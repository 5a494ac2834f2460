// In syntax that old versions of Node can read, because the scripts import it before the version is tested.
import {realpathSync} from 'fs';
import {fileURLToPath} from 'url';

/**
 * Whether a module is the script that Node was started with, and not imported by another.
 * @param {string} url its import.meta.url
 * @returns {boolean}
 */
export function isScript(url) {
  return Boolean(process.argv[1]) && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url));
}
