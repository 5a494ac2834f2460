import {execFile} from 'node:child_process';
import {setTimeout as sleep} from 'node:timers/promises';
import {promisify} from 'node:util';
import {afterEach, describe, expect, it} from 'vitest';
import {KernelClient, type Answer} from './kernelClient';

describe('the TypeScript kernel', () => {
  let kernel: KernelClient;
  afterEach(() => kernel.stop());

  it('introduces itself so that JupyterLab highlights TypeScript', async () => {
    kernel = await KernelClient.start();
    const info = await kernel.request('kernel_info_request', {});
    expect(info).toMatchObject({
      status: 'ok',
      language_info: {name: 'typescript', codemirror_mode: 'typescript', version: '5.0.4'},
    });
  });

  it('shows what the library hands to its display, and replaces it', async () => {
    kernel = await KernelClient.start();
    await kernel.run("const show = (globalThis as any)[Symbol.for('neurons.display')]");
    const content = (text: string): string => `{data: {'text/plain': '${text}'}, transient: {display_id: 'one'}}`;
    const {published} = await kernel.run(`show(${content('first')}); show(${content('second')}, true);`);
    expect(published.filter(({type}) => /display_data/.test(type))).toEqual([
      {type: 'display_data', content: {data: {'text/plain': 'first'}, metadata: {}, transient: {display_id: 'one'}}},
      {
        type: 'update_display_data',
        content: {data: {'text/plain': 'second'}, metadata: {}, transient: {display_id: 'one'}},
      },
    ]);
  });

  it('publishes thousands of messages in one go', async () => {
    kernel = await KernelClient.start();
    const {text} = await kernel.run('for (let i = 0; i < 5000; i++) console.log(i)');
    expect(text.split('\n').slice(0, -1)).toEqual(Array.from({length: 5000}, (_, i) => String(i)));
  });

  it('reads danfojs without native TensorFlow', async () => {
    kernel = await KernelClient.start();
    const {text} = await kernel.run(
      "import * as danfo from 'danfojs-node'; new danfo.DataFrame([[1, 2], [3, 4]]).shape",
    );
    expect(text).toBe('[ 2, 2 ]\n');
  });

  it('stops an endless loop at SIGINT and lives on', async () => {
    kernel = await KernelClient.start();
    await kernel.run('let turns = 0');
    const endless = kernel.run('for (;;) turns += 1;');
    expect((await interrupted(kernel, endless)).reply).toMatchObject({status: 'error', ename: 'Interrupted'});
    expect((await kernel.run('turns > 0')).text).toBe('true\n');
  });

  it('stops waiting for a promise at SIGINT and lives on', async () => {
    kernel = await KernelClient.start();
    const waiting = kernel.run('await new Promise(() => {})');
    expect((await interrupted(kernel, waiting)).reply).toMatchObject({status: 'error', ename: 'Interrupted'});
    expect((await kernel.run('1')).text).toBe('1\n');
  });

  it('ends when it is asked to', async () => {
    kernel = await KernelClient.start();
    const ended = new Promise((resolve) => kernel.process.once('exit', resolve));
    await kernel.request('shutdown_request', {restart: false}, 'control');
    expect(await ended).toBe(0);
  });
});

/** Interrupts a cell as somebody does who presses the button until it helps: a cell that is still being compiled doesn't hear it. */
async function interrupted(kernel: KernelClient, cell: Promise<Answer>): Promise<Answer> {
  const pressing = setInterval(() => kernel.process.kill('SIGINT'), 1000);
  return cell.finally(() => clearInterval(pressing));
}

describe('watchParent', () => {
  it.skipIf(process.platform === 'win32')('ends a process whose parent is gone, even in an endless loop', async () => {
    // One process starts another, which watches it, and ends while that one is busy for ever.
    const script = `
      const {spawn} = require('node:child_process');
      const {watchParent} = require('${require.resolve('../kernel/parent-watch.cjs')}');
      if (process.argv[2]) { watchParent(); setTimeout(() => { for (;;); }, 300); }
      else console.log(spawn(process.execPath, ['-e', process.env.SCRIPT, '--', '-', 'child'], {stdio: 'ignore', detached: true}).pid), setTimeout(process.exit, 1500);`;
    const {stdout} = await promisify(execFile)(process.execPath, ['-e', script, '--', '-'], {
      env: {...process.env, SCRIPT: script},
    });
    const orphan = Number(stdout);
    expect(isAlive(orphan)).toBe(true);
    for (let i = 0; i < 100 && isAlive(orphan); i++) await sleep(100);
    expect(isAlive(orphan)).toBe(false);
  });
});

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
