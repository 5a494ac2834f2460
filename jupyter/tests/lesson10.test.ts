/** Lesson 10 says that tensors have to be freed; so its own cells do. */
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readNotebook, sourceOf} from '../../scripts/checks/notebook.mjs';
import {KernelClient} from './kernelClient';

const file = path.resolve(import.meta.dirname, '..', '..', 'notebooks', '10-tensorflow.ipynb');
/** Without the race of a large network, which takes long in plain JavaScript. */
const cells = readNotebook(file)
  .cells.filter(({cell_type: kind}) => kind === 'code')
  .map(sourceOf)
  .filter((source) => !source.includes('await race('));
/** Those that work with TensorFlow. */
const withTensors = cells.filter((source) => /\btf\./.test(source));

describe('lesson 10', () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    process.env.NEURONS_EPOCHS = '1';
    process.env.TFJS_BACKEND ??= 'js'; // the fastest for steps as small as these
    kernel = await KernelClient.start();
  });
  afterAll(() => kernel.stop());

  it('leaves no tensor behind, however often its cells run', async () => {
    for (const source of cells) expect((await kernel.run(source)).reply.status, source).toBe('ok');
    const count = async (): Promise<number> => Number((await kernel.run('console.log(tf.memory().numTensors)')).text);
    const once = await count();
    expect(once).toBeGreaterThan(0); // the model's weights, and Adam's memory of them
    for (let again = 0; again < 20; again++) {
      for (const source of withTensors) expect((await kernel.run(source)).reply.status, source).toBe('ok');
    }
    expect(await count()).toBe(once);
    // The race with its small network alone: a cell like the lesson's, but for the time that the large one takes.
    await kernel.run('await race(new Network({...recipe, epochs: 1, optimizer: adam()}), X, truths);');
    expect(await count()).toBe(once);
  }, 300_000);
});
