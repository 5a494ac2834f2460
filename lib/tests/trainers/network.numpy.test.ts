import {describe, expect, it} from 'vitest';
import {dense} from '../../src/neurons/layers';
import {Network, type NetworkOptions} from '../../src/trainers/network';
import {activations, byName, optimizers} from '../../src/trainers/recipes';
import {networks as fixtures} from '../fixtures/network.json';
import {difference, flowers, standardised} from './flowers';

const {X, y} = flowers(['setosa', 'versicolor', 'virginica'], [0, 1, 2, 3]);
const scaled = standardised(X);
const targets = [...y].map((label) => [0, 1, 2].map((k) => Number(k === label)));

describe('Network on Iris', () => {
  it.each(
    fixtures.map((fixture) => [fixture.optimizer, fixture.steps, JSON.stringify(fixture.options), fixture] as const),
  )(
    'takes with %s the steps of NumPy: %d of them, with %s',
    (_optimizer, steps, _options, {layers, optimizer, options, losses, weights, biases}) => {
      let taken = 0;
      const recipe = byName(optimizers, optimizer, 'optimizer');
      const counting = {
        ...recipe,
        start(parameters: number) {
          const update = recipe.start(parameters);
          return (...step: Parameters<typeof update>) => {
            taken++;
            update(...step);
          };
        },
      };
      const network = new Network({
        inputs: 4,
        layers: layers.map(({units, activation}) => dense(units, byName(activations, activation, 'activation'))),
        optimizer: counting,
        ...(options as Partial<NetworkOptions>),
      }).fit(scaled, targets);
      expect(taken).toBe(steps);
      expect(network.history_).toHaveLength(losses.length);
      losses.forEach((loss, i) => expect(difference(network.history_[i].loss, loss)).toBeLessThan(1e-12));
      network.layers.forEach((layer, l) => {
        weights[l].flat().forEach((weight, j) => expect(difference(layer.weights.data[j], weight)).toBeLessThan(1e-12));
        biases[l].forEach((bias, k) => expect(difference(layer.biases![k], bias)).toBeLessThan(1e-12));
      });
    },
  );
});
