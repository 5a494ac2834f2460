import {describe, expect, it} from 'vitest';
import {liveCurve} from '../../src/notebook/liveCurve';
import {captureDisplays, textOf} from './capture';

const displays = captureDisplays();
const lastText = (): string => textOf(displays[displays.length - 1]);
const fit = (epochs: number, onEpoch: (log: {epoch: number; loss: number; valLoss: number}) => void): void => {
  for (let epoch = 1; epoch <= epochs; epoch++) onEpoch({epoch, loss: 1 / epoch, valLoss: Math.abs(epoch - 778)});
};

describe('liveCurve', () => {
  it('begins with the first epoch and has the last when the cell is over, in one output', async () => {
    fit(5, liveCurve({title: 'Learning'}));
    expect(displays).toHaveLength(1);
    await expect.poll(lastText).toContain('over 5 epochs: training from 1 to 0.2');
    expect(displays.map(({update}) => update)).toEqual([false, true]);
  });

  it('draws some hundreds of many epochs, with the best and the last, and tells of all', async () => {
    fit(10_000, liveCurve());
    await expect.poll(lastText).toContain('over 10000 epochs');
    expect(lastText()).toContain('best 0 at epoch 778');
    const figure = displays[displays.length - 1].content.data['application/vnd.plotly.v1+json'];
    const {data} = figure as {data: {x?: number[]}[]};
    const longest = data.reduce<number[]>((most, {x = []}) => (x.length > most.length ? x : most), []);
    expect(longest.length).toBeLessThan(400);
    expect(longest).toContain(778);
    expect(longest[longest.length - 1]).toBe(10_000);
  });

  it('begins anew with a fit that does', async () => {
    const onEpoch = liveCurve();
    fit(5, onEpoch);
    fit(3, onEpoch);
    await expect.poll(lastText).toContain('over 3 epochs');
  });

  it('has the last epoch of a loop that waits after each', async () => {
    const onEpoch = liveCurve();
    for (let epoch = 1; epoch <= 4; epoch++) {
      onEpoch({epoch, loss: 1 / epoch});
      await Promise.resolve();
    }
    await expect.poll(lastText).toContain('over 4 epochs');
  });
});
