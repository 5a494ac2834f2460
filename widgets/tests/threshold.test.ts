import {describe, expect, it} from 'vitest';
import {LogisticRegression, rocCurve} from '../../lib/src/browser';
import {LABELS, PROBABILITIES} from '../../lib/src/explorers/scores';
import {cheapest, costsOf, countsAt, shareOf} from '../threshold/counts';
import {rowsOf} from '../threshold/rows';

const made = {probabilities: PROBABILITIES, labels: LABELS};
const few = {probabilities: [0.1, 0.4, 0.35, 0.8], labels: [0, 0, 1, 1]};
const costs = (scores: typeof made, missCost: number): ReturnType<typeof costsOf> =>
  costsOf(rocCurve(scores.labels, scores.probabilities), scores.labels, missCost);

describe('countsAt', () => {
  it('calls 1 what is not below the threshold', () => {
    expect(countsAt(few, 0.4)).toEqual({trueNegatives: 1, falsePositives: 1, falseNegatives: 1, truePositives: 1});
    expect(countsAt(few, 0.41)).toEqual({trueNegatives: 2, falsePositives: 0, falseNegatives: 1, truePositives: 1});
  });

  it('gives the verdicts of LogisticRegression at 0.5, for a probability of exactly one half too', () => {
    const model = new LogisticRegression({learningRate: 1, epochs: 1}).fit([[-1], [1]], [0, 1]);
    const X = [[-2], [-0.5], [0], [0.5], [3]];
    const probabilities = Array.from(model.positiveProba(X));
    const labels = Array.from(model.predict(X));
    expect(probabilities).toContain(0.5);
    const {falsePositives, falseNegatives} = countsAt({probabilities, labels}, 0.5);
    expect([falsePositives, falseNegatives]).toEqual([0, 0]);
  });

  it('knows thresholds at which all or nothing is called 1', () => {
    expect(countsAt(made, 0)).toEqual({trueNegatives: 0, falsePositives: 40, falseNegatives: 0, truePositives: 20});
    expect(countsAt(made, 1)).toEqual({trueNegatives: 40, falsePositives: 0, falseNegatives: 20, truePositives: 0});
  });
});

describe('shareOf', () => {
  it('is never NaN', () => {
    expect([shareOf(3, 4), shareOf(0, 2), shareOf(0, 0)]).toEqual(['0.750', '0.000', '—']);
  });
});

describe('costsOf', () => {
  it.each([1, 3, 20])('is the cost of the counts at every threshold, where a miss costs %d', (missCost) => {
    const stretches = costs(made, missCost);
    for (let threshold = 0; threshold <= 1; threshold = Number((threshold + 0.01).toFixed(2))) {
      const {falsePositives, falseNegatives} = countsAt(made, threshold);
      const stretch = stretches.filter(({above, to}) => threshold > above && threshold <= to);
      expect(stretch.map(({cost}) => cost)).toEqual([falsePositives + missCost * falseNegatives]);
    }
  });

  it('rises without a gap from below 0 to 1, whether or not a sample lies there', () => {
    for (const scores of [few, made, {probabilities: [0, 0.3, 1], labels: [0, 1, 1]}]) {
      const stretches = costs(scores, 1);
      expect([stretches[0].above, stretches.at(-1)!.to]).toEqual([-Infinity, 1]);
      expect(stretches.slice(1).map(({above}) => above)).toEqual(stretches.slice(0, -1).map(({to}) => to));
    }
  });
});

describe('cheapest', () => {
  it('finds the least cost, by a threshold that has it', () => {
    for (const missCost of [1, 2, 5, 10, 20]) {
      const {threshold, cost} = cheapest(costs(made, missCost));
      const {falsePositives, falseNegatives} = countsAt(made, threshold);
      expect(falsePositives + missCost * falseNegatives).toBe(cost);
      expect(cost).toBe(Math.min(...costs(made, missCost).map((stretch) => stretch.cost)));
    }
  });

  it('stays within what can be chosen, even if it were cheaper to call nothing 1, not even what is certain', () => {
    expect(cheapest(costs({probabilities: [0.2, 1, 1], labels: [1, 0, 0]}, 1))).toEqual({threshold: 0, cost: 2});
  });

  it('falls as a miss costs more', () => {
    const thresholds = [1, 5, 20].map((missCost) => cheapest(costs(made, missCost)).threshold);
    expect(thresholds).toEqual([...thresholds].sort((a, b) => b - a));
    expect(new Set(thresholds).size).toBe(3);
  });

  it('takes the longest of equally cheap stretches, and the shortest number in it', () => {
    const stretches = [
      {above: -Infinity, to: 0.2, cost: 3},
      {above: 0.2, to: 0.2345, cost: 1},
      {above: 0.2345, to: 0.5678, cost: 1},
      {above: 0.5678, to: 1, cost: 2},
    ];
    expect(cheapest(stretches)).toEqual({threshold: 0.5, cost: 1});
    expect(cheapest([{above: 0.56781, to: 0.56789, cost: 1}]).threshold).toBe(0.56789);
    expect(cheapest([{above: -Infinity, to: 0.3, cost: 0}]).threshold).toBe(0);
  });
});

describe('rowsOf', () => {
  it('fills the first row that has room', () => {
    expect(rowsOf([0, 1, 2, 10], 3)).toEqual([0, 1, 2, 0]);
    expect(rowsOf([10, 2, 1, 0], 3)).toEqual([0, 2, 1, 0]); // in any order
  });

  it('lets no two dots of a row be nearer than the room', () => {
    const places = PROBABILITIES.map((probability) => probability * 354);
    const rows = rowsOf(places, 10);
    places.forEach((a, i) =>
      places.slice(0, i).forEach((b, j) => expect(rows[i] !== rows[j] || Math.abs(a - b) >= 10).toBe(true)),
    );
  });
});

describe('the made scores', () => {
  it('are 40 zeros and 20 ones, mostly right at 0.5, and none lies there', () => {
    const {falsePositives, falseNegatives} = countsAt(made, 0.5);
    expect([PROBABILITIES.length, LABELS.filter((label) => label === 1).length]).toEqual([60, 20]);
    expect([falsePositives, falseNegatives]).toEqual([6, 5]);
    expect(PROBABILITIES).not.toContain(0.5);
  });
});
