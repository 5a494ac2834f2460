// Questions to other programs, which may be missing, crash or hang: each gets an answer.
import {execFile} from 'node:child_process';
import {root} from '../paths.mjs';

const LONGEST = 60_000; // milliseconds; the first start of TensorFlow on a slow disk takes some ten seconds

/**
 * Runs a command in the repository and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{code: number, output: string}>} never rejects: code 127 where the command was not found or did not come to an end
 */
export function ask(command, args) {
  const env = {...process.env, TF_CPP_MIN_LOG_LEVEL: '2'}; // else TensorFlow describes the processor
  const options = /** @type {const} */ ({cwd: root, env, timeout: LONGEST, killSignal: 'SIGKILL', windowsHide: true});
  return new Promise((resolve) => {
    execFile(command, args, options, (error, stdout, stderr) => {
      const output = `${stdout}\n${stderr}`;
      if (!error) return resolve({code: 0, output});
      const {code, killed, signal} = error;
      const end = killed ? `Error: no answer in ${LONGEST / 1000} s` : signal ? `Error: ended by ${signal}` : '';
      resolve({code: typeof code === 'number' ? code : 127, output: `${output}\n${end}`});
    });
  });
}

/**
 * The message of the first error that a script of Node or Python printed, without its stack.
 * @param {string} output
 * @returns {string}
 */
export function errorIn(output) {
  return /^[\w.]*Error(?: \[\w+\])?: (.+)$/m.exec(output)?.[1] ?? 'ended without a word';
}
