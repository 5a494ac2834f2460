// Where things lie.
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * A place in the repository.
 * @param {...string} parts
 * @returns {string} its absolute path
 */
export function at(...parts) {
  return path.join(root, ...parts);
}

/** The Python that JupyterLab runs on, of the repository's own virtual environment. */
export const venvPython =
  process.platform === 'win32' ? at('.venv', 'Scripts', 'python.exe') : at('.venv', 'bin', 'python');
