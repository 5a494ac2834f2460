/** In the built library, since threads load compiled files. */
import {createRequire} from 'node:module';
import {describe, expect, it} from 'vitest';

const neurons = createRequire(import.meta.url)('neurons') as typeof import('../../lib/src/index');
const {adam, fitSeeds, makeMoons, MlpClassifier, tanh} = neurons;

const [own, others] = [makeMoons({samples: 200, noise: 0.2}), makeMoons({samples: 100, noise: 0.2, seed: 9})];
const training = [own.X, own.y] as const;
const validation = [others.X, others.y] as const;
const options = {hiddenLayers: [8], activation: tanh, optimizer: adam(0.03), epochs: 10};

describe('fitSeeds', () => {
  it('gives the bits of one training after another, in the order of the seeds', async () => {
    const side = await fitSeeds(options, training, {seeds: [3, 1, 2], validation, threads: 2});
    const after = await fitSeeds(options, training, {seeds: [3, 1, 2], validation, threads: 1});
    expect(side.map(({seed}) => seed)).toEqual([3, 1, 2]);
    for (const [i, {seed, model, history, valLoss}] of side.entries()) {
      const alone = new MlpClassifier({...options, seed}).fit(own.X, own.y, {validation});
      expect(model.predictProba(others.X).data).toEqual(alone.predictProba(others.X).data);
      expect(after[i].model.predictProba(others.X).data).toEqual(alone.predictProba(others.X).data);
      expect(history).toEqual(alone.history_);
      expect(valLoss).toBe(alone.history_.at(-1)?.valLoss);
    }
  });

  it('has the loss of the best epoch after early stopping', async () => {
    const stopping = {...options, epochs: 200, earlyStopping: {patience: 3}};
    const [{history, valLoss}] = await fitSeeds(stopping, training, {seeds: [1], validation, threads: 2});
    expect(valLoss).toBe(Math.min(...history.map((log) => log.valLoss!)));
  });

  it('ends its threads at an interrupt', async () => {
    const others = process.listeners('SIGINT');
    others.forEach((other) => process.off('SIGINT', other)); // of those who run the test
    const kernel = (): void => undefined; // as the kernel listens
    process.on('SIGINT', kernel);
    try {
      const fits = fitSeeds({...options, epochs: 1e9}, training, {seeds: [1, 2], validation, threads: 2});
      setTimeout(() => process.emit('SIGINT'), 500);
      await expect(fits).rejects.toThrow('a thread must answer with its network, got exit code 1');
      expect(process.listeners('SIGINT')).toEqual([kernel]);
    } finally {
      process.removeAllListeners('SIGINT');
      others.forEach((other) => process.on('SIGINT', other));
    }
  });

  it('fails as one training does, also in a thread', async () => {
    const given = {seeds: [1, 2], validation, threads: 2};
    await expect(fitSeeds(options, [own.X, [1]], given)).rejects.toThrow('X has 200 rows, but y has 1 labels');
    await expect(fitSeeds(options, [own.X, own.y.map(() => 1)], given)).rejects.toThrow('y must');
  });
});
