// Child processes.
import {spawn} from 'node:child_process';
import {root} from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

// Ctrl-C reaches the children by itself, because they share the terminal; a SIGTERM reaches only this process.
process.once('SIGTERM', () => {
  for (const child of running) child.kill('SIGTERM');
  process.exit(143);
});

/**
 * Runs a command and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, shell?: boolean, cwd?: string, timeout?: number}} [options] `cwd` is the repository where nothing
 *   else is said; `timeout` in milliseconds
 * @returns {Promise<{code: number, output: string}>} code 127 where the command was not found
 */
export function run(command, args, {env = process.env, shell = false, cwd = root, timeout} = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {cwd, env, shell, timeout, stdio: ['ignore', 'pipe', 'pipe']});
    running.add(child);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => finish(127, `${output}${error.message}`));
    child.on('close', (code, signal) => finish(code ?? 1, signal ? `${output}\nstopped by ${signal}` : output));

    /**
     * @param {number} code
     * @param {string} printed
     */
    function finish(code, printed) {
      running.delete(child);
      resolve({code, output: printed});
    }
  });
}

/**
 * Whether a process runs.
 * @param {number} pid
 * @returns {boolean}
 */
export function runs(pid) {
  try {
    return process.kill(pid, 0); // sends nothing
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'; // somebody else's
  }
}
