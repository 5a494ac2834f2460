import {execFile, spawn} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {hashOf} from '../lib/build.mjs';
import {jupyterEnv} from '../lib/jupyter.mjs';
import {isOlder} from '../lib/node-version.mjs';
import {agree, npmCommand} from '../lib/npm-packages.mjs';
import {findPython} from '../lib/python.mjs';
import {run} from '../lib/run.mjs';
import {portIn, servers} from '../lib/start.mjs';
import {explain} from '../lib/trouble.mjs';
import {resetProgress} from '../reset-progress.mjs';

const root = path.resolve(__dirname, '..', '..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'setup test '));
});
afterAll(() => rm(folder, {recursive: true}));

describe('isOlder', () => {
  it('compares numbers, not letters', () => {
    expect(isOlder('20.9.0', '20.19')).toBe(true);
    expect(isOlder('20.19.0', '20.19')).toBe(false);
    expect(isOlder('8.17.0', '20.19')).toBe(true);
    expect(isOlder('22.0.0', '20.19')).toBe(false);
  });
});

describe('node-version', () => {
  it('tells an old Node what is needed', async () => {
    const module = JSON.stringify(path.join(root, 'scripts', 'lib', 'node-version.mjs'));
    const code = `Object.defineProperty(process.versions, 'node', {value: '18.20.4'}); import(${module})`;
    const failed = await promisify(execFile)(process.execPath, ['-e', code]).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('Node.js 20.19 or newer is needed, this is 18.20.4.');
  });
});

describe('agree', () => {
  const asked = {
    '': {},
    lib: {},
    'node_modules/a': {version: '1.0.0'},
    'node_modules/b': {version: '2.0.0', optional: true},
    'node_modules/neurons': {link: true},
  };
  const installed = {'node_modules/a': {version: '1.0.0'}, 'node_modules/neurons': {link: true}, lib: {}};

  it('accepts what the lock file asks for, optional packages present or not', () => {
    expect(agree(asked, installed)).toBe(true);
    expect(agree(asked, {...installed, 'node_modules/b': {version: '2.0.0'}})).toBe(true);
  });

  it('refuses another version, a missing package, and one too many', () => {
    expect(agree(asked, {...installed, 'node_modules/a': {version: '1.0.1'}})).toBe(false);
    expect(agree(asked, {'node_modules/neurons': {link: true}})).toBe(false);
    expect(agree(asked, {...installed, 'node_modules/c': {version: '1.0.0'}})).toBe(false);
  });
});

describe('npmCommand', () => {
  it('takes npm from the Node that runs, where npm says where it lies', () => {
    expect(npmCommand('/somewhere/npm/bin/npm-cli.js')).toEqual([process.execPath, '/somewhere/npm/bin/npm-cli.js']);
    expect(npmCommand('/somewhere/yarn.js')[0]).toMatch(/^npm/);
    expect(npmCommand(undefined)[0]).toMatch(/^npm/);
  });
});

describe('findPython', () => {
  const probe = (outputs: Record<string, string>) => (command: string) =>
    Promise.resolve(command in outputs ? {code: 0, output: outputs[command]} : {code: 127, output: 'not found'});

  it('takes the first that is new enough and can make environments', async () => {
    const outputs = {python3: '3.9 True\n', python: '3.12 False\n', 'python3.11': '3.11 True\n'};
    expect(await findPython(undefined, probe(outputs))).toEqual(['python3.11']);
  });

  it('says what is wrong with each, and what to install', async () => {
    await expect(findPython(undefined, probe({python3: '3.9 True\n'}))).rejects.toThrow('(Python 3.9) is too old');
    await expect(findPython(undefined, probe({python3: '3.11 False\n'}))).rejects.toThrow(
      'sudo apt install python3-venv',
    );
    await expect(findPython(undefined, probe({}))).rejects.toThrow('Python 3.10 or newer is needed');
    await expect(findPython('/no/python', probe({}))).rejects.toThrow('PYTHON is set to /no/python');
  });

  it('asks only the chosen one', async () => {
    await expect(findPython('mine', probe({python3: '3.12 True\n'}))).rejects.toThrow('mine');
    expect(await findPython('mine', probe({mine: '3.10 True\n'}))).toEqual(['mine']);
  });
});

describe('explain', () => {
  it.each([
    ['npm error code ENOTFOUND', 'can’t be reached'],
    ['Failed to establish a new connection: [Errno -3] Temporary failure in name resolution', 'can’t be reached'],
    ['ERROR: Could not find a version that satisfies the requirement x==1 (from versions: none)', 'can’t be reached'],
    ['npm error code ENOSPC', 'The disk is full'],
    ['OSError: [Errno 28] No space left on device', 'The disk is full'],
    ['npm error code EACCES', 'may not be written'],
    ['something else', 'This failed: npm ci'],
  ])('knows %s', (output, told) => {
    expect(explain('npm ci', output).message).toContain(told);
    expect(explain('npm ci', output).message).toContain(output);
  });
});

describe('run', () => {
  it('gives the code and all output of a command, and 127 where there is none', async () => {
    expect(
      await run(process.execPath, ['-e', "console.log('out'); console.error('err'); process.exitCode = 3"]),
    ).toEqual({
      code: 3,
      output: expect.stringMatching(/out\n.*err\n|err\n.*out\n/s),
    });
    expect((await run('no-such-command', [])).code).toBe(127);
  });
});

describe('hashOf', () => {
  it('changes with the content and the names of files', async () => {
    const at = (name: string): string => path.join(folder, name);
    await writeFile(at('a.txt'), 'one');
    const first = await hashOf([folder]);
    expect(await hashOf([folder])).toBe(first);
    await writeFile(at('a.txt'), 'two');
    const second = await hashOf([folder]);
    expect(second).not.toBe(first);
    await writeFile(at('b.txt'), '');
    expect(await hashOf([folder])).not.toBe(second);
    await Promise.all([rm(at('a.txt')), rm(at('b.txt'))]);
  });
});

describe('jupyterEnv', () => {
  it('keeps everything of Jupyter in the repository, and starts kernels with this Node', () => {
    const env = jupyterEnv({PATH: '/usr/bin', HOME: '/elsewhere/home', JUPYTER_CONFIG_PATH: '/elsewhere'});
    expect(env.PATH?.split(path.delimiter)[0]).toBe(path.dirname(process.execPath));
    const folders = Object.entries(env).filter(
      ([name, value]) => /^(JUPYTER|IPYTHON)/.test(name) && value?.includes(path.sep),
    );
    expect(folders.length).toBeGreaterThan(5);
    for (const [name, value] of folders) expect(value, name).toContain(root);
  });
});

describe('portIn', () => {
  it('reads the port in all ways to write it', () => {
    expect(portIn(['--no-browser', '--port', '8890'])).toBe(8890);
    expect(portIn(['--port=8891'])).toBe(8891);
    expect(portIn(['--ServerApp.port=8892'])).toBe(8892);
    expect(portIn(['--no-browser'])).toBeUndefined();
  });

  it('refuses what is no port', () => {
    expect(() => portIn(['--port', 'many'])).toThrow('--port must be a whole number from 0 to 65535, got many');
    expect(() => portIn(['--port'])).toThrow('got undefined');
    expect(() => portIn(['--port', '70000'])).toThrow('got 70000');
  });
});

describe('start', () => {
  it('names a port that is taken, before anything else', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const {port} = server.address() as net.AddressInfo;
    const child = spawn(process.execPath, [
      path.join(root, 'scripts', 'start.mjs'),
      '--no-browser',
      '--port',
      String(port),
    ]);
    let told = '';
    child.stderr.on('data', (text) => (told += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    server.close();
    expect(code).toBe(1);
    expect(told).toContain(
      `Port ${port} is in use by another program. Choose another one: npm start -- --port ${port + 1}`,
    );
  });

  it('ends when JupyterLab ends before it serves anything', async () => {
    const started = promisify(execFile)(process.execPath, [path.join(root, 'scripts', 'start.mjs'), '--version'], {
      timeout: 60_000,
      killSignal: 'SIGKILL',
    });
    expect((await started).stdout).toMatch(/^\d+\.\d+\.\d+$/m);
  });
});

describe('servers', () => {
  it('leaves out what a killed server left behind', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.on('close', resolve));
    const runtime = await mkdtemp(path.join(folder, 'runtime '));
    for (const pid of [gone.pid, process.pid]) await writeFile(path.join(runtime, `jpserver-${pid}.json`), '{}');
    await writeFile(path.join(runtime, 'jpserver-1-open.html'), '');
    expect(await servers(runtime)).toEqual([`jpserver-${process.pid}.json`]);
  });
});

describe('resetProgress', () => {
  it('removes some, or all, and says which', async () => {
    for (const lesson of ['03-perceptron', '01-one-neuron']) await writeFile(path.join(folder, `${lesson}.json`), '{}');
    expect(await resetProgress(folder, ['03-perceptron'])).toEqual(['03-perceptron']);
    await expect(readFile(path.join(folder, '03-perceptron.json'))).rejects.toThrow('ENOENT');
    expect(await resetProgress(folder)).toEqual(['01-one-neuron']);
    expect(await resetProgress(path.join(folder, 'none'))).toEqual([]);
  });

  it('names a lesson without progress, and removes nothing then', async () => {
    await writeFile(path.join(folder, '03-perceptron.json'), '{}');
    await expect(resetProgress(folder, ['03-perceptron', '3'])).rejects.toThrow(
      'No progress is kept for 3. There is progress in: 03-perceptron.',
    );
    expect(await readFile(path.join(folder, '03-perceptron.json'), 'utf8')).toBe('{}');
  });
});
