import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {venvPython} from '../lib/paths.mjs';
import {sumOfFolder} from '../lib/sum.mjs';
import {setupTensorFlow, WITHOUT} from '../lib/tensorflow.mjs';
import {thisWorld, type World} from '../lib/tensorflow/world.mjs';

type Answer = {code: number; output: string};
type Command = 'check' | 'own' | 'download' | 'unpack' | 'compile' | 'version';
const fine: Answer = {code: 0, output: ''};

/** A machine of which each part can fail: it keeps to the disk what the real commands would, and the list of them. */
class Machine {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'tensorflow test '));
  readonly calls: string[] = [];
  /** The commands that may take as long as they like. */
  readonly unlimited = new Set<string>();
  said = '';
  system = 'linux-x64';
  env: NodeJS.ProcessEnv = {};
  freeBytes = 2e9;
  hostAnswers = false;
  compilers = ['g++'];
  wheel = 'the wheel';
  library = 'the library';
  /** The answers that differ from success. */
  failing: Partial<Record<Command, Answer>> = {};
  /** The command at which the set-up is killed. */
  killedAt: Command | undefined;

  constructor() {
    mkdirSync(this.at('package', 'scripts'), {recursive: true});
    writeFileSync(this.at('package', 'package.json'), '{"binary": {"host": "https://makers.example"}}');
  }

  at(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  async world(): Promise<World> {
    const unpacked = this.at('unpacked');
    mkdirSync(path.join(unpacked, 'lib'), {recursive: true});
    writeFileSync(path.join(unpacked, 'lib', LIBRARY), 'the library');
    const wheel = createHash('sha256').update('the wheel').digest('hex');
    return {
      run: (command, args, options) => this.run(command, args, options?.timeout),
      sums: {wheel, library: await sumOfFolder(unpacked)},
      system: this.system,
      addonPackage: this.at('package'),
      cache: this.at('cache'),
      env: this.env,
      free: () => Promise.resolve(this.freeBytes),
      answers: () => Promise.resolve(this.hostAnswers),
    };
  }

  async setup(again = false): Promise<void> {
    return setupTensorFlow({again, world: await this.world(), mark: this.at('mark')});
  }

  get addon(): boolean {
    return existsSync(this.at('package', 'lib', 'napi-v8', 'tfjs_binding.node'));
  }

  get cached(): string[] {
    return existsSync(this.at('cache')) ? readdirSync(this.at('cache')) : [];
  }

  get cachedLibrary(): string {
    return this.at('cache', 'tensorflow-2.15.1', 'lib', LIBRARY);
  }

  private run(command: string, args: string[], timeout?: number): Promise<Answer> {
    const what = this.nameOf(command, args);
    this.calls.push(what);
    if (timeout === undefined) this.unlimited.add(what);
    return what === this.killedAt ? new Promise(() => {}) : Promise.resolve(this.answerTo(what, command, args));
  }

  private answerTo(what: Command, command: string, args: string[]): Answer {
    switch (what) {
      case 'check':
        return this.addon
          ? (this.failing.check ?? answer('tensorflow 4.22.0 tensorflow\n'))
          : answer('Error: no addon\n', 1);
      case 'own':
        this.write('package', 'deps', 'lib', 'libtensorflow.so');
        if (!this.failing.own) this.write('package', 'lib', 'napi-v8', 'tfjs_binding.node');
        break;
      case 'download':
        writeFileSync(path.join(args[args.indexOf('--dest') + 1], 'tensorflow.whl'), this.wheel);
        break;
      case 'unpack':
        mkdirSync(path.join(args[2], 'lib'));
        writeFileSync(path.join(args[2], 'lib', LIBRARY), this.library);
        break;
      case 'compile':
        writeFileSync(args[args.indexOf('-o') + 1], '');
        break;
      case 'version':
        return this.compilers.includes(command) ? fine : answer('spawn ENOENT', 127);
    }
    return this.failing[what] ?? fine;
  }

  private nameOf(command: string, args: string[]): Command {
    if (command === process.execPath) return args.includes('-e') ? 'check' : 'own';
    if (command === venvPython) return args.includes('download') ? 'download' : 'unpack';
    return args.includes('--version') ? 'version' : 'compile';
  }

  private write(...parts: string[]): void {
    mkdirSync(path.dirname(this.at(...parts)), {recursive: true});
    writeFileSync(this.at(...parts), '');
  }
}

const LIBRARY = 'libtensorflow_cc.so.2';
const answer = (output: string, code = 0): Answer => ({code, output});

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(console, 'log').mockImplementation((text: string) => void (machine.said += text));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(machine.folder, {recursive: true});
});

describe('setupTensorFlow', () => {
  it('takes what the makers ship, where their host answers', async () => {
    machine.hostAnswers = true;
    await machine.setup();
    expect(machine.calls).toEqual(['check', 'own', 'check']);
    expect(machine.said).toBe('');
    expect(machine.cached).toEqual([]);
  });

  it('builds the addon where the host is out of reach, and where what it gives does not run', async () => {
    await machine.setup();
    expect(machine.calls).toEqual(['check', 'version', 'download', 'unpack', 'compile', 'check']);
    expect([machine.addon, machine.said]).toEqual([true, '']);
    expect(machine.cached).toEqual(['tensorflow-2.15.1']);

    const other = (machine = new Machine());
    other.hostAnswers = true;
    other.failing.own = answer('404', 1);
    await other.setup();
    expect(other.calls).toEqual(['check', 'own', 'version', 'download', 'unpack', 'compile', 'check']);
    expect([other.addon, other.said]).toEqual([true, '']);
  });

  it('asks nothing a second time, and only whether it works when it is to look again', async () => {
    await machine.setup();
    machine.calls.length = 0;
    await machine.setup();
    expect(machine.calls).toEqual([]);
    await machine.setup(true);
    expect(machine.calls).toEqual(['check']);
  });

  it('goes to the cache after npm ci, and to the network when the cache is gone', async () => {
    await machine.setup();
    rmSync(machine.at('package', 'lib'), {recursive: true});
    rmSync(machine.at('package', 'deps'));
    machine.calls.length = 0;
    machine.hostAnswers = true; // not needed
    await machine.setup();
    expect(machine.calls).toEqual(['check', 'version', 'compile', 'check']);

    machine.hostAnswers = false;
    rmSync(machine.at('cache'), {recursive: true});
    machine.calls.length = 0;
    machine.failing.check = answer('Error: libtensorflow is gone', 1);
    await machine.setup();
    expect(machine.calls).toContain('download');
  });

  it.each<[string, (broken: Machine) => void, string | RegExp]>([
    [
      'no compiler',
      (broken) => (broken.compilers = []),
      'there is no C++ compiler (Debian, Ubuntu: sudo apt install g++)',
    ],
    [
      'a chosen compiler that is none',
      (broken) => (broken.env = {CXX: 'mycc'}),
      'CXX is set to mycc, which does not run',
    ],
    [
      'a download that breaks off',
      (broken) => (broken.failing.download = answer('ConnectionResetError ECONNRESET', 2)),
      'its library could not be loaded (the package server can’t be reached)',
    ],
    [
      'a wrong sum',
      (broken) => (broken.wheel = 'the whee'),
      /the file of its library has the wrong sum: [0-9a-f]{64}\./,
    ],
    [
      'a library that is not what was packed',
      (broken) => (broken.library = 'the librar'),
      /its library, unpacked, has the wrong sum: [0-9a-f]{64}\./,
    ],
    [
      'a disk that is too full',
      (broken) => (broken.freeBytes = 0.9e9),
      /needs 1\.0 GB in the cache folder .*cache, 0\.9 GB are free/,
    ],
    [
      'a disk that fills up',
      (broken) => (broken.failing.unpack = answer('OSError: [Errno 28] No space left on device', 1)),
      'its library could not be unpacked (the disk is full)',
    ],
    [
      'sources that the compiler refuses',
      (broken) => (broken.failing.compile = answer('In x.cc:1:\nnapi.h:1: error: no header\n    1 | error\nended.', 1)),
      'g++ can’t build its addon (napi.h:1: error: no header)',
    ],
    [
      'a processor that lacks what the library uses',
      (broken) => (broken.failing.check = answer('\nstopped by SIGILL', 1)),
      'what was installed does not run on this machine (stopped by SIGILL)',
    ],
    [
      'another system',
      (broken) => (broken.system = 'darwin-arm64'),
      'the host of its makers can’t be reached; it can be built on linux-x64 only, this is darwin-arm64',
    ],
    ['a package that is not there', (broken) => rmSync(broken.at('package'), {recursive: true}), 'ENOENT'],
  ])('ends in one sentence and without a native part: %s', async (_what, damage, told) => {
    damage(machine);
    await machine.setup();
    expect(machine.said).toMatch(told);
    expect(machine.said).toMatch(/^Native TensorFlow is not at work: [^\n]*$/);
    expect(machine.said).toContain(WITHOUT);
    expect(machine.addon).toBe(false);
    expect(existsSync(machine.at('package', 'deps'))).toBe(false);
    expect(machine.cached.filter((name) => name !== 'tensorflow-2.15.1')).toEqual([]);
  });

  it('loads nothing before it knows that there is a compiler', async () => {
    machine.compilers = [];
    await machine.setup();
    expect(machine.calls).not.toContain('download');
  });

  it('keeps no library that did not come whole', async () => {
    machine.wheel = 'the whee';
    await machine.setup();
    expect(machine.cached).toEqual([]);
    machine.wheel = 'the wheel';
    await machine.setup(true);
    expect(machine.addon).toBe(true);
  });

  it('loads the library anew where the one in the cache is damaged, before a build and when it is to look again', async () => {
    await machine.setup();
    for (const again of [false, true]) {
      writeFileSync(machine.cachedLibrary, 'the li');
      if (!again) rmSync(machine.at('package', 'lib'), {recursive: true});
      machine.calls.length = 0;
      rmSync(machine.at('mark'));
      await machine.setup(again);
      expect(machine.calls).toEqual(['check', 'version', 'download', 'unpack', 'compile', 'check']);
      expect([machine.addon, machine.said, machine.cached]).toEqual([true, '', ['tensorflow-2.15.1']]);
      expect(readFileSync(machine.cachedLibrary, 'utf8')).toBe('the library');
    }
  });

  it.each<Command>(['check', 'version', 'download', 'unpack', 'compile'])(
    'goes on after a kill at "%s", also where all was well before',
    async (killedAt) => {
      await machine.setup();
      rmSync(machine.at('package', 'lib'), {recursive: true});
      rmSync(machine.at('cache'), {recursive: true});
      Object.assign(machine, {killedAt});
      machine.calls.length = 0;
      void machine.setup(true);
      await vi.waitUntil(() => machine.calls.includes(killedAt));
      machine.killedAt = undefined;
      await machine.setup();
      expect([machine.addon, machine.said]).toEqual([true, '']);
    },
  );

  it('waits for nothing without an end that asks the network or runs the library', async () => {
    machine.hostAnswers = true;
    machine.failing.own = answer('404', 1);
    await machine.setup();
    expect([...machine.unlimited]).toEqual(['version', 'unpack', 'compile']);
  });

  it('tries again only when it is to, after it could not be had', async () => {
    machine.compilers = [];
    await machine.setup();
    machine.compilers = ['clang++'];
    machine.calls.length = 0;
    machine.said = '';
    await machine.setup();
    expect([machine.calls, machine.said]).toEqual([[], '']);
    await machine.setup(true);
    expect(machine.addon).toBe(true);
  });

  it('clears away what a killed set-up left in the cache, not what another is at work on', async () => {
    const killed = 2 ** 22 + 1; // above the highest number that Linux gives
    const inCache = (name: string): string => machine.at('cache', name);
    mkdirSync(inCache(`tensorflow-2.15.1.${killed}`), {recursive: true});
    mkdirSync(inCache(`tensorflow-2.15.1.${process.ppid}`));
    await machine.setup();
    expect(machine.cached.sort()).toEqual(['tensorflow-2.15.1', `tensorflow-2.15.1.${process.ppid}`]);
  });

  it('clears away also where it loads nothing', async () => {
    mkdirSync(machine.at('cache', `tensorflow-2.15.1.${2 ** 22 + 1}`), {recursive: true});
    machine.compilers = [];
    await machine.setup();
    expect(machine.cached).toEqual([]);
  });

  it('ends in a sentence where nobody knows a home folder', async () => {
    vi.stubEnv('XDG_CACHE_HOME', '');
    vi.spyOn(os, 'homedir').mockImplementation(() => {
      throw new Error('uv_os_homedir returned ENOENT');
    });
    await setupTensorFlow({mark: machine.at('mark')});
    expect(machine.said).toMatch(/^Native TensorFlow is not at work: uv_os_homedir returned ENOENT\. /);
  });

  it('installs nothing for those who ask for another backend', async () => {
    machine.env = {TFJS_BACKEND: 'js'};
    await machine.setup();
    expect(machine.calls).toEqual([]);
  });
});

describe('thisWorld', () => {
  it('has its cache where XDG_CACHE_HOME says, if that is a whole path, else under the home folder', () => {
    const ofHome = path.join(os.homedir(), '.cache', 'neurons');
    for (const [chosen, cache] of [
      [machine.folder, machine.at('neurons')],
      ['cache', ofHome],
      ['', ofHome],
    ]) {
      vi.stubEnv('XDG_CACHE_HOME', chosen);
      expect(thisWorld().cache).toBe(cache);
    }
  });
});
