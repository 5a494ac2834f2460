import {describe, expect, it} from 'vitest';
import {learningCurve, type DrawnEpoch} from '../../src/charts/learningCurve';
import {toSvg} from '../../src/charts/svg';
import {history, parts} from './examples';

const losses = history.map(({epoch, loss}) => ({epoch, loss}));
const validated = history.map(({epoch, loss, valLoss}) => ({epoch, loss, valLoss}));
const markOf = (logs: DrawnEpoch[]) =>
  parts(learningCurve(logs)).layout.annotations.find(({text}) => text.startsWith('best epoch'));

describe('learningCurve', () => {
  it('says where loss and accuracy begin and end, and which epoch was best', () => {
    expect(learningCurve(history, {title: 'The curves part'}).alt).toBe(
      'The curves part. Loss over 12 epochs: training from 1 to 0.08333, validation from 0.82 to 1.48, best 0.5 at epoch 5. ' +
        'Accuracy: training from 0 to 1, validation from 0 to 0.5.',
    );
    expect(learningCurve([{epoch: 1, loss: 2}]).alt).toBe('Loss over 1 epoch: training 2.');
    expect(learningCurve(history, {alt: 'mine'}).alt).toBe('mine');
  });

  it('is one chart without accuracy, with neither name nor mark for the training alone', () => {
    const {data, layout} = parts(learningCurve(losses, {title: 'It learns', subtitle: 'alone'}));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({x: history.map(({epoch}) => epoch), y: history.map(({loss}) => loss)});
    expect(layout.annotations.map(({text}) => text)).toEqual(['loss']);
    expect([layout.shapes, layout.title?.text, layout.xaxis.title?.text]).toEqual([[], 'It learns', 'epoch']);
  });

  it('marks the first epoch with the least validation loss in both charts', () => {
    const {layout} = parts(learningCurve(history));
    expect(layout.shapes).toMatchObject([
      {x0: 5, x1: 5, xref: 'x1', yref: 'y1 domain'},
      {x0: 5, x1: 5, xref: 'x2', yref: 'y2 domain'},
    ]);
    expect(layout.annotations.filter(({text}) => text === 'best epoch: 5')).toHaveLength(1);
    const level = [1, 0.4, 0.4].map((valLoss, i) => ({epoch: i + 1, loss: 1, valLoss}));
    expect(markOf(level)?.x).toBe(2);
  });

  it('writes the mark on the side with more room', () => {
    expect(markOf(validated)?.xanchor).toBe('left');
    expect(markOf(validated.slice(0, 6))?.xanchor).toBe('right');
  });

  it('has accuracy from 0 to 100 % below, over the same epochs, with names inside the picture', () => {
    const {data, layout} = parts(learningCurve(history));
    expect(data.map(({name, yaxis}) => [name, yaxis])).toEqual([
      ['training', 'y1'],
      ['validation', 'y1'],
      ['training', 'y2'],
      ['validation', 'y2'],
    ]);
    expect(layout.yaxis2).toMatchObject({tickvals: [0, 0.5, 1], ticktext: ['0 %', '50 %', '100 %']});
    expect(layout.xaxis2!.range).toEqual(layout.xaxis.range);
    expect(layout.yaxis.domain![0]).toBeGreaterThan(layout.yaxis2!.domain![1]);
    expect(layout.margin.r).toBeGreaterThan(80);
    expect(layout.annotations.filter(({name}) => name === 'cellTitle').map(({text}) => text)).toEqual(['loss', 'accuracy']); // prettier-ignore
    expect(toSvg(learningCurve(history))).toContain('100 %');
  });

  it('draws a measure over the epochs that have it', () => {
    const some = history.map((log) => (log.epoch % 4 === 0 ? log : {epoch: log.epoch, loss: log.loss}));
    const {data, layout} = parts(learningCurve(some));
    expect(data.map(({x}) => x.length)).toEqual([12, 3, 3, 3]);
    expect(data[1].x).toEqual([4, 8, 12]);
    expect(layout.xaxis2!.range).toEqual(layout.xaxis.range);
  });

  it.each<[string, unknown, Error]>([
    ['no epoch', [], new RangeError('history must have at least one epoch, got none')],
    ['a model', {history_: []}, new TypeError('history must be an array of epochs, got an object')],
    [
      'an epoch without loss',
      [{epoch: 1}],
      new TypeError('loss of history must hold numbers, got undefined at index 0'),
    ],
    ['NaN', [{epoch: 1, loss: 1, valLoss: NaN}], new RangeError('valLoss of history must hold finite numbers, got NaN at index 0')], // prettier-ignore
  ])('refuses %s', (_, logs, error) => {
    expect(() => learningCurve(logs as DrawnEpoch[])).toThrow(error);
  });
});
