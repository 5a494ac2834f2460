import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {KernelClient, type Answer} from './kernelClient';

describe('a fit that is interrupted', () => {
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start();
    await kernel.run(`import {adam, dense, liveCurve, LogisticRegression, Network, sigmoid, tanh} from 'neurons';
const X = [[0, 0], [0, 1], [1, 0], [1, 1]];
const networks = {
  small: (epochs: number) => new Network({inputs: 2, layers: [dense(4, tanh), dense(1, sigmoid)], epochs, batchSize: 1}),
  // Its products are large: it trains in memory of WebAssembly's.
  large: (epochs: number) => {
    const layers = [dense(40, tanh), dense(40, tanh), dense(1, sigmoid)];
    return new Network({inputs: 2, layers, epochs, batchSize: 'all', optimizer: adam()});
  },
};`);
  });
  afterAll(() => kernel.stop());

  /** Sends a real SIGINT, again each second: a cell that is still being compiled doesn't hear it. */
  const interrupted = async (code: string): Promise<Answer> => {
    const pressing = setInterval(() => kernel.process.kill('SIGINT'), 1500);
    return kernel.run(code).finally(() => clearInterval(pressing));
  };
  const lastCurve = async (answer: Answer, epochs: string): Promise<void> =>
    kernel.publishedLater(answer, (published) => {
      const last = published.filter(({type}) => type.endsWith('display_data')).at(-1)?.content.data;
      return JSON.stringify(last ?? '').includes(`over ${epochs} epochs`);
    });

  it.each(['small', 'large'])(
    'leaves a %s network with the weights of its last full epoch, and the curve with that epoch',
    async (size) => {
      await kernel.run(`const network = networks.${size};\nconst model = network(1e9);`);
      const answer = await interrupted('model.fit(X, [[0], [1], [1], [0]], {onEpoch: liveCurve()});');
      expect(answer.reply).toMatchObject({status: 'error', ename: 'Interrupted'});
      const {text} = await kernel.run('console.log(model.history_.length)');
      expect(Number(text)).toBeGreaterThan(1);
      await lastCurve(answer, text.trim());
      const same = await kernel.run(`const n = model.history_.length;
const fresh = network(n).fit(X, [[0], [1], [1], [0]]);
console.log(JSON.stringify([model.layers, model.history_]) === JSON.stringify([fresh.layers, fresh.history_]),
  JSON.stringify(model.predict(X)) === JSON.stringify(fresh.predict(X)));`);
      expect(same.text).toBe('true true\n');
      const on = await kernel.run(
        'for (const {epoch} of model.training(X, [[0], [1], [1], [0]])) { console.log(epoch - n); break; }',
      );
      expect(on.text).toBe('1\n');
      const again =
        await kernel.run(`const stop = {onEpoch: ({epoch}: {epoch: number}) => (epoch === 3 ? 'stop' : undefined)};
model.fit(X, [[0], [1], [1], [0]], stop);
console.log(JSON.stringify(model.history_) === JSON.stringify(network(3).fit(X, [[0], [1], [1], [0]]).history_));`);
      expect(again.text).toBe('true\n');
    },
  );

  it('leaves logistic regression so, too', async () => {
    await kernel.run('const logistic = new LogisticRegression({epochs: 1e9});');
    const answer = await interrupted('logistic.fit(X, [0, 0, 0, 1], {onEpoch: liveCurve()});');
    expect(answer.reply).toMatchObject({status: 'error', ename: 'Interrupted'});
    const {text} = await kernel.run(`const m = logistic.history_.length;
const anew = new LogisticRegression({epochs: m}).fit(X, [0, 0, 0, 1]);
console.log(m > 1, String(anew.weights_) === String(logistic.weights_), anew.bias_ === logistic.bias_);`);
    expect(text).toBe('true true true\n');
  });
});
