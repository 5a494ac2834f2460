import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {KernelClient} from './kernelClient';

describe('top-level variables of cells', () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start();
  });
  afterAll(() => kernel.stop());

  /** Runs cells in order; all must succeed. Returns what the last one printed. */
  async function run(...cells: string[]): Promise<string> {
    let printed = '';
    for (const code of cells) {
      const {reply, text} = await kernel.run(code);
      expect(reply, code).toMatchObject({status: 'ok'});
      printed = text.trim();
    }
    return printed;
  }

  it('are seen by later cells, which may assign to them', async () => {
    expect(await run('let epochs = 1', 'epochs += 2', 'epochs')).toBe('3');
  });

  it('share a later assignment with the functions of their own cell', async () => {
    expect(await run('let rate = 0.1; function rateNow() { return rate; }', 'rate = 0.5; rateNow()')).toBe('0.5');
    expect(await run('let steps = 0; function walk() { steps += 1; }', 'walk(); walk(); steps')).toBe('2');
  });

  it('may be declared again, as another kind of thing', async () => {
    expect(await run('const thing = 1', "const thing = 'two'", 'thing')).toBe('two');
    expect(await run('let count = 1', 'let count = 2', 'count')).toBe('2');
    expect(await run('function area() { return 1; }', 'function area() { return 2; }', 'area()')).toBe('2');
    expect(await run('class Shape { sides = 3 }', 'class Shape { sides = 4 }', 'new Shape().sides')).toBe('4');
    expect(await run('enum Label { No, Yes }', "enum Label { No = 'no', Yes = 'yes' }", 'Label.Yes')).toBe('yes');
    expect(await run('const changing = 1', 'function changing() { return 7; }', 'changing()')).toBe('7');
  });

  it('give a new declaration to the functions of other cells', async () => {
    expect(await run('let bias = 1', 'function shifted() { return 10 + bias; }', 'let bias = 5', 'shifted()')).toBe(
      '15',
    );
  });

  it('give a new declaration to the functions of their own cell, too', async () => {
    expect(await run("let word = 'old'; function say() { return word; }", "let word = 'new'", 'say()')).toBe('new');
  });

  it('are not mixed up with locals of the same name', async () => {
    await run('let size = 1; function grown(size: number) { size += 1; return {size}; }');
    expect(await run('grown(10).size')).toBe('11');
    expect(await run('{ let size = 5; size += 1; } size')).toBe('1');
  });

  it('may be taken out of an object under another name', async () => {
    await run('const truth = 1; const judge = () => ({truth: 2, deep: {said: 3}, rest: [4]});');
    expect(
      await run('const {truth: mine, deep: {said: heard}, rest: [first]} = judge(); [mine, heard, first].join()'),
    ).toBe('2,3,4');
    expect(await run('const take = ({truth: own}: {truth: number}) => own + truth; take({truth: 5})')).toBe('6');
    expect(await run('const key = "said"; const {[key]: named} = judge().deep; named')).toBe('3');
    expect(await run('const {truth: other = truth} = {} as {truth?: number}; other')).toBe('1');
  });

  it('may be named in short in an object of a later cell', async () => {
    await run('const fixed = 1; let moving = 2; function both() { return 3; }', 'class Kind {}');
    expect(await run('const made = {fixed, moving, both, Kind}; [made.fixed, made.moving, made.both()].join()')).toBe(
      '1,2,3',
    );
    expect(await run('(() => ({fixed}))().fixed')).toBe('1');
    expect(await run('({moving} = {moving: 5})', 'moving')).toBe('5');
    expect(await run("import {sep} from 'path'", '({sep}).sep.length')).toBe('1');
  });

  it('give way to a local of the same name there, and to a declaration of the same cell', async () => {
    await run('const outer = 1; let other = 1');
    expect(await run('function local(outer: number) { return {outer}; } local(7).outer')).toBe('7');
    expect(await run('const outer = 8; ({outer}).outer')).toBe('8');
    expect(await run('let other = 9; ({other}).other')).toBe('9');
    expect(await run('({other}).other')).toBe('9');
  });

  it('lose an earlier value when they are declared without one', async () => {
    expect(await run('let later = 1', 'let later: number | undefined', 'typeof later')).toBe('undefined');
  });

  it('keep their values when a cell that declares them again fails', async () => {
    await run('let kept = 1');
    const {reply} = await kernel.run("const no = () => { throw new Error('before'); }; no(); let kept = 2");
    expect(reply.status).toBe('error');
    expect(await run('kept')).toBe('1');
  });

  it('can be imported, again and again', async () => {
    expect(await run("import {basename} from 'node:path'", "import {basename} from 'node:path'; basename('a/b')")).toBe(
      'b',
    );
    expect(await run("import * as paths from 'node:path'", "paths.basename('c/d')")).toBe('d');
    expect(await run("import os from 'node:os'", 'typeof os.cpus')).toBe('function');
    expect(await run("import {join as glue} from 'node:path'", "glue('x', 'y').length")).toBe('3');
  });

  it('may be declared by taking things apart', async () => {
    expect(await run('const {p, q: [r, ...rest]} = {p: 1, q: [2, 3, 4]}', '[p, r, ...rest].join()')).toBe('1,2,3,4');
    expect(await run('[p, r].length')).toBe('2');
  });

  it('may be awaited', async () => {
    expect(await run('const slow = await Promise.resolve(42)', 'slow')).toBe('42');
    expect(await run('let total = 0; for (const n of [1, 2, 3]) total += await Promise.resolve(n);', 'total')).toBe(
      '6',
    );
  });

  it('keep text that looks like compiled code as it is', async () => {
    expect(await run('let looks = 1', 'const text = `\nexports.looks = looks;\n`; text.trim()')).toBe(
      'exports.looks = looks;',
    );
  });

  it('are printed when they are the last expression, unless there is no value', async () => {
    expect(await run('6 * 7')).toBe('42');
    expect(await run('undefined')).toBe('');
    expect(await run('let quiet = 1;')).toBe('');
    expect(await run("'first'; 'second'")).toBe('second');
  });

  it('may be set in a last statement that gives no value', async () => {
    expect(await run('let told = 0; const tell = () => { told = 5; };', 'void tell()', 'told')).toBe('5');
    expect(await run('let gone: number | undefined = 1', 'told = 6; gone = void 0; told', 'typeof gone')).toBe(
      'undefined',
    );
  });

  it('do not keep the value of a last expression alive', async () => {
    await run("import v8 from 'node:v8'; import vm from 'node:vm'; v8.setFlagsFromString('--expose-gc')");
    await run("const collect = vm.runInNewContext('gc'); let watched: WeakRef<object>");
    await run('(() => { const big = {big: true}; watched = new WeakRef(big); return big; })()');
    expect(await run('collect(); watched.deref() === undefined')).toBe('true');
  });

  it('are ordinary properties of an ordinary object, which makes them fast', async () => {
    await run("let plain = 0.5; import {types} from 'node:util'");
    expect(await run('types.isProxy((globalThis as any).__tslab__.exports)')).toBe('false');
    expect(
      await run("'value' in Object.getOwnPropertyDescriptor((globalThis as any).__tslab__.exports, 'plain')!"),
    ).toBe('true');
  });
});
