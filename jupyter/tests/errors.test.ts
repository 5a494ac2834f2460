import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {KernelClient} from './kernelClient';

describe('a cell that fails', () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start();
  });
  afterAll(() => kernel.stop());

  it('sends its error as a message of its own, and in its reply', async () => {
    const {reply, published} = await kernel.run("throw new RangeError('epochs must be positive, got -1')");
    const error = {ename: 'RangeError', evalue: 'epochs must be positive, got -1'};
    expect(reply).toMatchObject({status: 'error', ...error});
    expect(published.find(({type}) => type === 'error')?.content).toMatchObject(error);
  });

  it('names the cells and functions that the error came through, and nothing of the machinery', async () => {
    const first = await kernel.run("function fail(): never { throw new Error('here'); }");
    const {reply} = await kernel.run('function outer() { fail(); } outer();');
    const [a, b] = [first.reply.execution_count, reply.execution_count];
    expect(reply.traceback).toEqual([
      'Error: here',
      `    at fail (cell [${a}])`,
      `    at outer (cell [${b}])`,
      `    at cell [${b}]`,
    ]);
  });

  it('reports all faults of types with their places, and does not run', async () => {
    const {reply, text} = await kernel.run("console.log('ran');\nconst n: number = 'one';\nmissing;");
    expect(reply).toMatchObject({
      ename: 'TypeScriptError',
      evalue: "line 2, column 7: Type 'string' is not assignable to type 'number'.",
    });
    expect(reply.traceback?.[2]).toBe("line 3, column 1: Cannot find name 'missing'.");
    expect(text).toBe('');
  });

  it('fails by a promise that nobody awaited', async () => {
    const {reply} = await kernel.run("void Promise.reject(new TypeError('left alone')); 'printed'");
    expect(reply).toMatchObject({status: 'error', ename: 'TypeError', evalue: 'left alone'});
  });

  it('fails by a promise that was awaited', async () => {
    const {reply} = await kernel.run("await Promise.reject(new TypeError('awaited'))");
    expect(reply).toMatchObject({status: 'error', ename: 'TypeError', evalue: 'awaited'});
  });

  it('fails by whatever it throws', async () => {
    expect((await kernel.run("throw 'text'")).reply).toMatchObject({ename: 'Thrown', evalue: "'text'"});
    expect((await kernel.run('throw undefined')).reply).toMatchObject({ename: 'Thrown', evalue: 'undefined'});
  });

  it('shows an error that comes late below the cell that it comes from', async () => {
    const late = await kernel.run(
      "let release!: () => void; void new Promise<void>((go) => { release = go; }).then(() => { throw new Error('too late'); })",
    );
    expect(late.reply.status).toBe('ok');
    const next = await kernel.run('release(); await new Promise((resolve) => setTimeout(resolve, 50))');
    expect(next.reply.status).toBe('ok');
    await kernel.publishedLater(late, (published) => published.some(({type}) => type === 'error'));
    expect(late.published.find(({type}) => type === 'error')?.content).toMatchObject({evalue: 'too late'});
  });

  it('can not end the kernel', async () => {
    const {reply} = await kernel.run('process.exit(1)');
    expect(reply).toMatchObject({status: 'error', ename: 'Error'});
    expect(reply.evalue).toContain('process.exit(1)');
    expect((await kernel.run('1 + 1')).text).toBe('2\n');
  });

  it('can not end the kernel later either', async () => {
    const cell = await kernel.run('setTimeout(() => process.exit(), 50); 0');
    await kernel.publishedLater(cell, (published) => published.some(({type}) => type === 'error'));
    expect((await kernel.run('1 + 1')).text).toBe('2\n');
  });

  it('stops the cells that were sent after it', async () => {
    const answers = await Promise.all([kernel.run("throw new Error('first')"), kernel.run('1'), kernel.run('2')]);
    expect(answers.map(({reply}) => reply.status)).toEqual(['error', 'aborted', 'aborted']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await kernel.run("'again'")).text).toBe('again\n');
  });

  it('tells no path of this machine', async () => {
    const {reply} = await kernel.run("import {readFileSync} from 'node:fs'; readFileSync('missing.csv')");
    expect(reply.traceback?.join('\n')).not.toContain(process.cwd());
  });
});
