import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {asText} from '../doctor.mjs';
import {diskFinding, memoryFinding, nodeFinding} from '../lib/doctor/machine.mjs';
import {isFault, type Part} from '../lib/doctor.mjs';

const repository = path.resolve(import.meta.dirname, '..', '..');
const packages = path.join(repository, 'node_modules');

/** A copy of the repository small enough to be damaged: `clone` as git gives it, `install` as setup leaves it. */
class Copy {
  readonly folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'neurons doctor ')));

  constructor() {
    const kernels = path.join('jupyter', 'share', 'kernels');
    const files = [
      'package.json',
      'package-lock.json',
      'requirements.txt',
      'tsconfig.base.json',
      'data/SHA256SUMS',
      'data/access-clients.csv',
      'data/access.log.gz',
      'data/iris.csv',
      'data/online-store.csv',
      'data/online-store.jsonl',
      'data/online-store.sqlite',
      'data/online-store.xlsx',
      'data/pima-diabetes.csv',
    ];
    for (const part of [...files, 'scripts/doctor.mjs', 'scripts/lib', 'jupyter/kernel', kernels]) {
      fs.cpSync(path.join(repository, part), this.at(part), {recursive: true});
    }
    this.write('lib/src/index.ts', 'export const one = 1;\n');
    this.write('lib/tsconfig.json', '{}\n');
    this.write('lib/wasm/kernels.ts', 'export function two(): i32 { return 2; }\n');
    this.write('jupyter/extension/renderer.ts', 'export const two = 2;\n');
    this.write('widgets/index.ts', 'export const three = 3;\n');
  }

  at(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(this.at(file)), {recursive: true});
    fs.writeFileSync(this.at(file), text);
  }

  program(file: string, shell: string): void {
    this.write(file, `#!/bin/sh\n${shell}\n`);
    fs.chmodSync(this.at(file), 0o755);
  }

  remove(file: string): void {
    fs.rmSync(this.at(file), {recursive: true});
  }

  /** Links to the packages of the real repository; its marks of what was installed; builds that are only marks. */
  install(): this {
    const scope = '@tensorflow'; // a folder of our own, in which one can be put in another's place
    const inScope = fs.readdirSync(path.join(packages, scope)).map((name) => `${scope}/${name}`);
    const names = fs.readdirSync(packages).filter((name) => !name.startsWith('.') && name !== scope);
    for (const name of [...names, ...inScope]) this.link(path.join(packages, name), `node_modules/${name}`);
    fs.copyFileSync(path.join(packages, '.package-lock.json'), this.at('node_modules/.package-lock.json'));
    this.link(path.join(repository, '.venv'), '.venv');
    this.write('lib/src/math/kernels/compiled/bytes.ts', '');
    this.write('lib/dist/index.js', '');
    this.write('lib/dist/widget.iife.js', '');
    this.write('jupyter/share/labextensions/neurons-lab/package.json', '{}');
    const mark = `import('./scripts/lib/build.mjs').then(async ({builds, hashOf, markBuilt}) => {
      for (const item of builds) await markBuilt(item, await hashOf(item.inputs));
    })`;
    execFileSync(process.execPath, ['-e', mark], {cwd: this.folder});
    return this;
  }

  link(target: string, name: string): void {
    fs.mkdirSync(path.dirname(this.at(name)), {recursive: true});
    fs.symlinkSync(target, this.at(name), 'junction');
  }

  /** In place of native TensorFlow, which may be there or not. */
  tensorFlow(script: string): this {
    this.remove('node_modules/@tensorflow/tfjs-node');
    this.write('node_modules/@tensorflow/tfjs-node/package.json', '{}');
    this.write('node_modules/@tensorflow/tfjs-node/index.js', script);
    return this;
  }

  examine(env: NodeJS.ProcessEnv = {...process.env, TFJS_BACKEND: ''}): Part[] {
    const args = [this.at('scripts', 'doctor.mjs'), '--json'];
    return JSON.parse(execFileSync(process.execPath, args, {env, encoding: 'utf8', cwd: os.tmpdir()})) as Part[];
  }
}

const copies: Copy[] = [];
const copy = (): Copy => {
  const made = new Copy();
  copies.push(made);
  return made;
};
afterAll(() => copies.forEach(({folder}) => fs.rmSync(folder, {recursive: true, force: true})));

const inParts = (parts: Part[], name: string): Omit<Part, 'part'>[] =>
  parts.filter(({part}) => part === name).map(({state, found, mend}) => ({state, found, mend}));

const NATIVE = `module.exports = {
  version: {tfjs: '9.9.9'}, getBackend: () => 'tensorflow', matMul: () => ({dataSync: () => [17, 39]}),
};`;

describe('doctor, where everything is in place', () => {
  let parts: Part[];
  beforeAll(() => (parts = copy().install().tensorFlow(NATIVE).examine()));

  it('finds every part fine, with nothing to mend but what the machine lacks', () => {
    const states = Object.fromEntries(parts.map(({part, state}) => [part, state]));
    expect(states).toMatchObject({
      Node: 'fine',
      Python: 'fine',
      'npm packages': 'fine',
      JupyterLab: 'fine',
      kernel: 'fine',
      'WebAssembly build': 'fine',
      'library build': 'fine',
      'explorers build': 'fine',
      'extension build': 'fine',
      TensorFlow: 'fine',
      'data files': 'fine',
    });
    expect(Object.keys(states).slice(11)).toEqual(['memory', 'disk']);
    expect(parts.filter(({state, mend}) => state === 'fine' && mend !== '')).toEqual([]);
    expect(parts.filter(isFault)).toEqual([]);
  });

  it('tells the versions and amounts that it found', () => {
    const found = Object.fromEntries(parts.map(({part, found}) => [part, found]));
    expect(found.Node).toBe(process.versions.node);
    expect(found.Python).toMatch(/^3\.\d+\.\d+\S* in \.venv$/);
    expect(found.JupyterLab).toMatch(/^4\.6\.\d+$/);
    expect(found.kernel).toMatch(/^tslab \d+\.\d+\.\d+$/);
    expect(found.TensorFlow).toBe('TensorFlow.js 9.9.9, native');
    expect(found['data files']).toBe('8 as the course ships them');
    expect(found.memory).toMatch(/^\d+\.\d GB free/);
    expect(found.disk).toMatch(/^\d+\.\d GB free/);
  });
});

describe('doctor, in a fresh clone on a machine without Python', () => {
  let bare: Copy;
  let parts: Part[];
  beforeAll(() => {
    bare = copy();
    parts = bare.examine({PATH: bare.at('nothing'), HOME: ''});
  });

  it.each([
    ['Python', 'missing', 'none on the PATH', /python/i],
    ['npm packages', 'missing', 'node_modules is not there', /^npm run setup$/],
    ['JupyterLab', 'missing', '.venv holds no Python', /^npm run setup$/],
    ['library build', 'missing', 'lib/dist is not there', /^npm run setup$/],
    ['extension build', 'missing', 'jupyter/share/labextensions/neurons-lab is not there', /^npm run setup$/],
  ])('%s is %s', (part, state, found, mend) => {
    expect(inParts(parts, part)).toEqual([{state, found, mend: expect.stringMatching(mend)}]);
  });

  it('says what kernel and TensorFlow lack', () => {
    expect(inParts(parts, 'kernel')).toEqual([
      {state: 'broken', found: expect.stringMatching(/^Cannot find module 'tslab/), mend: 'npm run setup'},
    ]);
    expect(inParts(parts, 'TensorFlow')).toEqual([
      {state: 'broken', found: expect.stringContaining('@tensorflow/tfjs'), mend: 'npm run setup'},
    ]);
  });

  it('names no place of this machine', () => {
    const text = JSON.stringify(parts);
    expect(text).not.toContain(bare.folder);
    expect(text).not.toContain(os.tmpdir());
  });

  it('ends with an error on the command line, after the whole table', () => {
    const args = [bare.at('scripts', 'doctor.mjs')];
    const end = ((): {status: number; stdout: string; stderr: string} => {
      try {
        return {status: 0, stdout: execFileSync(process.execPath, args, {encoding: 'utf8'}), stderr: ''};
      } catch (error) {
        return error as {status: number; stdout: string; stderr: string};
      }
    })();
    expect(end).toMatchObject({status: 1, stderr: ''});
    expect(end.stdout).toMatch(
      /^part +state +found +mend\nNode +fine .*\n[^]*\ndisk .*\n\n\d to mend, from the top down\.\n$/,
    );
  });
});

describe('doctor, with a Python that will not do', () => {
  it.each([
    ['too old', 'echo 3.9 True', 'python3 (Python 3.9) is too old.'],
    [
      'without venv',
      'echo 3.11 False',
      expect.stringMatching(/^python3 \(Python 3\.11\) can’t make virtual environments/),
    ],
  ])('names one that is %s', (_what, shell, found) => {
    const clone = copy();
    clone.program('bin/python3', shell);
    const [{state, found: told}] = inParts(clone.examine({PATH: clone.at('bin')}), 'Python');
    expect({state, told}).toEqual({state: 'unfit', told: found});
  });
});

describe('doctor, where an installation is out of date or damaged', () => {
  let parts: Part[];
  beforeAll(() => {
    const old = copy().install();
    const lock = JSON.parse(fs.readFileSync(old.at('package-lock.json'), 'utf8'));
    lock.packages['node_modules/tslab'].version = '0.0.1';
    old.write('package-lock.json', JSON.stringify(lock));
    old.write('requirements.txt', 'jupyterlab==4.5.0\n');
    old.write('lib/src/index.ts', 'export const one = 11;\n');
    old.write('data/iris.csv', fs.readFileSync(old.at('data/iris.csv'), 'utf8').replace('5.1', '5.2'));
    const sum = '0'.repeat(64);
    fs.appendFileSync(old.at('data/SHA256SUMS'), `${sum}  second.csv\n`);
    old.write('jupyter/share/kernels/typescript/kernel.json', '{"argv": ["node"');
    old.tensorFlow('process.abort();');
    parts = old.examine();
  });

  it.each([
    ['npm packages', 'old', 'node_modules is not what package-lock.json asks for', 'npm run setup'],
    [
      'JupyterLab',
      'old',
      expect.stringMatching(/^4\.6\.\d+; \.venv is not what requirements\.txt asks for$/),
      'npm run setup',
    ],
    ['library build', 'old', 'lib/dist is older than its sources', 'npm run setup'],
    ['extension build', 'old', 'jupyter/share/labextensions/neurons-lab is older than its sources', 'npm run setup'],
    ['kernel', 'changed', 'the kernelspec names no launcher', 'git checkout -- jupyter/share/kernels'],
    ['TensorFlow', 'broken', 'ended by SIGABRT', 'npm run setup'],
  ])('%s is %s', (part, state, found, mend) => {
    expect(inParts(parts, part)).toEqual([{state, found, mend}]);
  });

  it('names each data file that is changed or missing', () => {
    expect(inParts(parts, 'data files')).toEqual([
      {state: 'changed', found: 'data/iris.csv is not as the course ships it', mend: 'git checkout -- data/iris.csv'},
      {state: 'missing', found: 'data/second.csv is not there', mend: 'git checkout -- data/second.csv'},
    ]);
  });
});

describe('doctor, where parts of an installation were removed', () => {
  let parts: Part[];
  beforeAll(() => {
    const holed = copy().install();
    holed.remove('node_modules/vitest');
    holed.tensorFlow('throw new Error("the native part is not built");');
    holed.remove('jupyter/kernel/cells.cjs');
    holed.remove('data/SHA256SUMS');
    holed.remove('lib/src');
    holed.remove('.venv');
    holed.program('.venv/bin/python', 'exit 1');
    const requirements = fs.readFileSync(holed.at('requirements.txt'));
    holed.write('.venv/requirements.sha256', createHash('sha256').update(requirements).digest('hex'));
    parts = holed.examine();
  });

  it.each([
    ['npm packages', 'incomplete', 'node_modules lacks vitest', 'npm ci'],
    ['JupyterLab', 'incomplete', 'ended without a word', 'rm -rf .venv && npm run setup'],
    ['kernel', 'broken', "Cannot find module './cells.cjs'", 'git checkout -- jupyter/kernel'],
    ['library build', 'broken', expect.stringContaining("'lib/src'"), 'git checkout -- lib/src'],
    ['TensorFlow', 'slow', expect.stringMatching(/^TensorFlow\.js 4\.\S+ in WebAssembly/), 'npm run setup'],
    ['data files', 'missing', 'data/SHA256SUMS is not there', 'git checkout -- data/SHA256SUMS'],
  ])('%s is %s', (part, state, found, mend) => {
    expect(inParts(parts, part)).toEqual([{state, found, mend}]);
  });
});

describe('doctor, where TFJS_BACKEND asks for what is not there', () => {
  it.each([
    ['native', 'the native part is not built'],
    ['cuda', 'TFJS_BACKEND must be native, wasm or js, got cuda'],
  ])('lets go of %s', (chosen, found) => {
    const clone = copy().install().tensorFlow('throw new Error("the native part is not built");');
    const parts = clone.examine({...process.env, TFJS_BACKEND: chosen});
    expect(inParts(parts, 'TensorFlow')).toEqual([{state: 'broken', found, mend: 'unset TFJS_BACKEND'}]);
  });
});

describe('doctor, where files of the repository are gone or spoilt', () => {
  const spec = 'jupyter/share/kernels/typescript/kernel.json';
  it.each<[string, (clone: Copy) => void, string, Omit<Part, 'part'>]>([
    [
      'no kernelspec',
      (clone) => clone.remove(spec),
      'kernel',
      {state: 'missing', found: 'the kernelspec is not there', mend: 'git checkout -- jupyter/share/kernels'},
    ],
    [
      'no launcher',
      (clone) => clone.remove('jupyter/kernel/kernel.cjs'),
      'kernel',
      {state: 'missing', found: 'the launcher is not there', mend: 'git checkout -- jupyter/kernel'},
    ],
    [
      'a spoilt list of sums',
      (clone) => clone.write('data/SHA256SUMS', 'd41d8cd98f  iris.csv\n'),
      'data files',
      {state: 'changed', found: 'data/SHA256SUMS is no list of sums', mend: 'git checkout -- data/SHA256SUMS'},
    ],
    [
      'no list of npm packages',
      (clone) => {
        clone.write('node_modules/some/package.json', '{}');
        clone.remove('package-lock.json');
      },
      'npm packages',
      {
        state: 'broken',
        found: "ENOENT: no such file or directory, open 'package-lock.json'",
        mend: 'git checkout -- package-lock.json',
      },
    ],
  ])('names %s', (_what, damage, part, finding) => {
    const clone = copy();
    damage(clone);
    expect(inParts(clone.examine(), part)).toEqual([finding]);
  });
});

describe('parts that depend on the machine', () => {
  it('Node is old below the version that package.json asks for', () => {
    expect(nodeFinding('20.18.3', '20.19')).toEqual({
      state: 'old',
      found: '20.18.3; 20.19 or newer is needed',
      mend: 'nvm install --lts',
    });
    expect(nodeFinding('20.19.0', '20.19')).toEqual({state: 'fine', found: '20.19.0'});
  });

  it('memory is low below 1 GB', () => {
    expect(memoryFinding(0.96e9)).toMatchObject({
      state: 'low',
      found: '1.0 GB free',
      mend: expect.stringMatching(/^close/),
    });
    expect(memoryFinding(1e9)).toEqual({state: 'fine', found: '1.0 GB free'});
  });

  it('disk is low below what is still needed', () => {
    expect(diskFinding(1.4e9, 1.5e9)).toMatchObject({state: 'low', found: '1.4 GB free, 1.5 GB are needed'});
    expect(diskFinding(1.5e9, 1.5e9)).toEqual({state: 'fine', found: '1.5 GB free'});
  });
});

describe('asText', () => {
  it('aligns the columns, and lets nothing reach the terminal that would move it', () => {
    const parts: Part[] = [
      {part: 'a', state: 'missing', found: '\u001b[31mred\u0007', mend: 'npm run setup'},
      {part: 'kernel', state: 'fine', found: '1', mend: ''},
    ];
    expect(asText(parts)).toBe(
      ['part    state    found      mend', 'a       missing  ·[31mred·  npm run setup', 'kernel  fine     1'].join(
        '\n',
      ),
    );
  });
});
