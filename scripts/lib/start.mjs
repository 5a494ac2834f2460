// Opens the course in JupyterLab and stays until it ends.
import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readFile, readdir} from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {jupyterEnv} from './jupyter.mjs';
import {at, root, venvPython} from './paths.mjs';
import {runs} from './run.mjs';
import {seconds} from './say.mjs';
import {setup} from './setup.mjs';
import {Trouble} from './trouble.mjs';

const HOST = '127.0.0.1';
const runtime = at('.jupyter', 'runtime');

/**
 * Sets up what is missing and opens the first lesson.
 * @param {string[]} args passed on to JupyterLab, such as --no-browser --port 8890
 * @returns {Promise<void>} settles when JupyterLab has ended
 * @throws {Trouble} where the asked port is taken, or something is missing that only the reader can mend
 */
export async function start(args) {
  const started = performance.now();
  const port = portIn(args);
  if (port !== undefined) await requireFreePort(port);
  await setup();
  await mkdir(runtime, {recursive: true});

  const lesson = await firstLesson();
  const earlier = new Set(await servers(runtime));
  const lab = spawn(venvPython, ['-m', 'jupyterlab', ...jupyterArguments(args, lesson, port)], {
    cwd: root,
    env: jupyterEnv(),
    stdio: 'inherit',
  });
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    lab.on('exit', (code) => resolve(code ?? 1));
    lab.on('error', reject);
  });
  passSignals(lab);
  const waiting = new AbortController();
  const ready = await Promise.race([newServer(earlier, waiting.signal), ended.then(() => false)]).finally(() =>
    waiting.abort(),
  );
  if (ready) console.log(`\nThe course is open (${seconds(started)}). Ctrl-C here ends it.\n`);
  const code = await ended;
  if (code !== 0 && !stopping) throw new Trouble(`JupyterLab ended with code ${code}; its own words are above.`);
}

let stopping = false;

/**
 * Ctrl-C reaches JupyterLab by itself, because it shares the terminal, and a second signal would make it leave kernels behind: this
 * process only waits. A SIGTERM reaches this process alone.
 * @param {import('node:child_process').ChildProcess} lab
 */
function passSignals(lab) {
  process.on('SIGINT', () => (stopping = true));
  process.removeAllListeners('SIGTERM').on('SIGTERM', () => {
    stopping = true;
    lab.kill('SIGTERM');
  });
}

/**
 * @param {string[]} args
 * @param {string} lesson
 * @param {number | undefined} port
 * @returns {string[]}
 */
function jupyterArguments(args, lesson, port) {
  const given = [
    `--config=${at('jupyter', 'config', 'jupyter_server_config.py')}`,
    `--LabApp.default_url=/lab/tree/${lesson}`,
  ];
  given.push('--log-level=WARN'); // here and not in the settings, which are read after the first messages
  if (port !== undefined) given.push('--ServerApp.port_retries=0'); // that port, or none
  if (process.getuid?.() === 0) given.push('--allow-root'); // in a container
  return [...given, ...args];
}

/**
 * The port that the arguments ask for.
 * @param {string[]} args
 * @returns {number | undefined}
 * @throws {Trouble} where it is no port
 */
export function portIn(args) {
  const i = args.findIndex((arg) => /^--(ServerApp\.)?port(=|$)/.test(arg));
  if (i < 0) return undefined;
  const given = args[i].includes('=') ? args[i].split('=')[1] : args[i + 1];
  const port = Number(given);
  if (!given || !Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Trouble(`--port must be a whole number from 0 to 65535, got ${given}`);
  }
  return port;
}

/** @param {number} port */
async function requireFreePort(port) {
  const probe = net.createServer();
  /** @type {NodeJS.ErrnoException | undefined} */
  const fault = await new Promise((resolve) => {
    probe.once('error', resolve).listen(port, HOST, () => probe.close(() => resolve(undefined)));
  });
  if (!fault) return;
  const why = fault.code === 'EADDRINUSE' ? 'is in use by another program' : `can’t be opened (${fault.message})`;
  throw new Trouble(`Port ${port} ${why}. Choose another one: npm start -- --port ${port + 1}, or leave --port away.`);
}

/** @returns {Promise<string>} the notebook of the first lesson that there is, from the repository's root */
async function firstLesson() {
  /** @type {{name: string}[]} */
  const lessons = JSON.parse(await readFile(at('notebooks', 'lessons.json'), 'utf8'));
  const first = lessons.find(({name}) => existsSync(at('notebooks', `${name}.ipynb`)));
  return first ? `notebooks/${first.name}.ipynb` : 'notebooks';
}

/**
 * Jupyter keeps a file on each running server, named after its process. One that was killed leaves its file behind, and a later server
 * may come by the same number.
 * @param {string} folder
 * @returns {Promise<string[]>} the files of processes that run
 */
export async function servers(folder) {
  const files = await readdir(folder);
  return files.filter((file) => {
    const pid = /^jpserver-(\d+)\.json$/.exec(file)?.[1];
    return pid !== undefined && runs(Number(pid));
  });
}

/**
 * Waits for a server that answers.
 * @param {Set<string>} earlier files of other servers
 * @param {AbortSignal} signal ends the waiting
 * @returns {Promise<boolean>} false where the waiting was ended
 */
async function newServer(earlier, signal) {
  while (!signal.aborted) {
    for (const file of await servers(runtime)) {
      if (earlier.has(file)) continue;
      const text = await readFile(path.join(runtime, file), 'utf8').catch(() => '');
      const server = text.endsWith('}') ? JSON.parse(text) : undefined; // it may be half written
      if (server && (await answers(server, signal))) return true;
    }
    await sleep(100);
  }
  return false;
}

/**
 * @param {{url: string}} server
 * @param {AbortSignal} signal
 */
async function answers({url}, signal) {
  return fetch(`${url}api`, {signal}).then(
    (response) => response.ok,
    () => false,
  );
}
