import {describe, expect, it} from 'vitest';
import {logTicks, ticksOf} from '../../src/charts/ticks';

describe('ticksOf', () => {
  const texts = (range: [number, number], most = 7) => ticksOf({range}, most).map(({text}) => text);

  it('finds round numbers inside the range', () => {
    expect(texts([-0.02, 1.06])).toEqual(['0', '0.2', '0.4', '0.6', '0.8', '1']);
    expect(texts([-4.1, 4.1], 5)).toEqual(['−4', '−2', '0', '2', '4']);
    expect(texts([900_000, 2_100_000])).toEqual([
      '1,000,000',
      '1,200,000',
      '1,400,000',
      '1,600,000',
      '1,800,000',
      '2,000,000',
    ]);
  });

  it('keeps the ticks that an axis has', () => {
    expect(ticksOf({range: [0, 2], tickvals: [0, 1, 5], ticktext: ['no', 'yes', 'far']}, 7)).toEqual([
      {at: 0, text: 'no'},
      {at: 1, text: 'yes'},
    ]);
    expect(ticksOf({range: [0.5, 3.5], dtick: 1}, 9).map(({at}) => at)).toEqual([1, 2, 3]);
  });

  it('places ticks of a logarithmic axis by their power', () => {
    expect(ticksOf({range: [0, 2], ...logTicks([0, 2])}, 7).map(({at}) => at)).toEqual([0, 1, 2]);
  });
});

describe('logTicks', () => {
  it('steps over powers of ten where there are many', () => {
    expect(logTicks([0, 30]).ticktext).toEqual(['1', '10⁵', '10¹⁰', '10¹⁵', '10²⁰', '10²⁵', '10³⁰']);
  });

  it('has 1, 2 and 5 where there is less than two powers, each as a whole number or decimal', () => {
    expect(logTicks([-1.1, 0.1]).ticktext).toEqual(['0.1', '0.2', '0.5', '1']);
    expect(logTicks([5.9, 6.4]).ticktext).toEqual(['10⁶', '2 × 10⁶']);
  });
});
