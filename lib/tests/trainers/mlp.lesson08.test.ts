import {describe, expect, it} from 'vitest';
import {makeSpiral} from '../../src/data/makeSpiral';
import {oneHot} from '../../src/data/oneHot';
import {MlpClassifier} from '../../src/trainers/mlpClassifier';
import {adam} from '../../src/trainers/optimizers';

describe('the weight decay of lesson 08', () => {
  const rows = (seed: number): ReturnType<typeof makeSpiral> => makeSpiral({samples: 100, noise: 0.2, seed});

  it('of 0.001 has a lower loss on validation rows than 0.0003 and 0.003 have, in the mean of five networks', () => {
    const validationLoss = (l2: number): number => {
      const losses = [1, 2, 3, 4, 5].map((seed) => {
        const [own, others] = [rows(seed), rows(100 + seed)];
        const options = {hiddenLayers: [100], optimizer: adam(0.03), epochs: 300, batchSize: 20};
        const model = new MlpClassifier({...options, seed, l2}).fit(own.X, own.y);
        return model.network_.evaluate(others.X, oneHot(others.y)).loss;
      });
      return losses.reduce((sum, loss) => sum + loss / 5, 0);
    };
    const chosen = validationLoss(0.001);
    expect(chosen).toBeLessThan(validationLoss(0.0003));
    expect(chosen).toBeLessThan(validationLoss(0.003));
  }, 60_000);
});
