import {describe, expect, it} from 'vitest';
import {dense} from '../../src/neurons/layers';
import {keepBest} from '../../src/trainers/earlyStopping';
import {layersOver, type DenseLayer} from '../../src/trainers/parameters';

/** One weight and one bias, both with the number of the epoch. */
const layersOf = (epoch: number): DenseLayer[] => layersOver(Float64Array.of(epoch, epoch), 1, [dense(1)]);

/** What is said after each epoch, and which epoch comes back, for these validation losses. */
function watched(patience: number, losses: number[]): {enough: boolean[]; best: number} {
  const watch = keepBest(patience);
  const enough = losses.map((valLoss, i) => watch.look({epoch: i + 1, loss: 0, valLoss}, layersOf(i + 1)));
  const layers = layersOf(0);
  watch.restore(layers);
  expect(layers[0].biases![0]).toBe(layers[0].weights.data[0]);
  return {enough, best: layers[0].weights.data[0]};
}

describe('keepBest', () => {
  it('has had enough when the loss has not fallen below its lowest for so many epochs in a row', () => {
    expect(watched(2, [5, 4, 4.5, 3, 3.5, 3.1])).toEqual({enough: [false, false, false, false, false, true], best: 4});
    expect(watched(1, [5, 6])).toEqual({enough: [false, true], best: 1});
  });

  it('takes the first of equal epochs, since standing still is no progress', () => {
    expect(watched(2, [2, 2, 2])).toEqual({enough: [false, false, true], best: 1});
  });

  it('takes any finite loss for better than one that is not', () => {
    expect(watched(3, [NaN, 7, Infinity, 8])).toEqual({enough: [false, false, false, false], best: 2});
    expect(watched(2, [NaN, NaN, NaN])).toEqual({enough: [false, false, true], best: 1});
  });
});
