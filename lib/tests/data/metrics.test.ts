import {describe, expect, it} from 'vitest';
import {accuracyScore, classificationReport, confusionMatrix} from '../../src/data/metrics';
import {metrics as fixtures} from '../fixtures/data.json';

describe.each(fixtures.map((fixture, i) => [i, fixture] as const))('metrics and scikit-learn, case %d,', (_i, fixture) => {
  const {y, predicted} = fixture;

  it('count the same', () => expect(confusionMatrix(y, predicted).toArrays()).toEqual(fixture.confusion));

  it('report the same', () => {
    const {classes, balancedAccuracy} = classificationReport(y, predicted);
    expect(classes).toHaveLength(fixture.classes.length);
    fixture.classes.forEach((expected, k) => {
      expect([classes[k].label, classes[k].support]).toEqual([expected.label, expected.support]);
      for (const name of ['precision', 'recall', 'f1'] as const) {
        expect(Math.abs(classes[k][name] - expected[name])).toBeLessThan(1e-15);
      }
    });
    expect(Math.abs(balancedAccuracy - fixture.balancedAccuracy)).toBeLessThan(1e-15);
  });
});

describe('accuracyScore', () => {
  it('is the share of right predictions', () => {
    expect(accuracyScore([1, 2, 3], [1, 2, 4])).toBe(2 / 3);
    expect(accuracyScore([5], [5])).toBe(1);
  });

  it('names what is wrong', () => {
    expect(() => accuracyScore([1, 2], [1])).toThrow(new RangeError('y has 2 labels, but predicted has 1'));
    expect(() => accuracyScore([], [])).toThrow(new RangeError('y must hold at least one label, got none'));
    expect(() => accuracyScore([1], [NaN])).toThrow('predicted must hold finite numbers, got NaN at index 0');
  });
});

describe('confusionMatrix', () => {
  it('has the truth in its rows and the predictions in its columns', () => {
    expect(confusionMatrix([0, 0, 0, 1], [1, 1, 0, 1]).toArrays()).toEqual([[1, 2], [0, 1]]); // prettier-ignore
  });

  it('has rows and columns in the order of the classes it is told', () => {
    expect(confusionMatrix([0, 0, 0, 1], [1, 1, 0, 1], [1, 9, 0]).toArrays()).toEqual([[1, 0, 0], [0, 0, 0], [2, 0, 1]]); // prettier-ignore
  });

  it('names labels that are none of the classes, and classes that are told twice', () => {
    expect(() => confusionMatrix([0, 1], [0, 2], [0, 1])).toThrow(
      new RangeError('predicted must hold labels of the classes 0, 1, got 2 at index 1'),
    );
    expect(() => confusionMatrix([3], [0], [0])).toThrow('y must hold labels of the classes 0, got 3 at index 0');
    expect(() => confusionMatrix([0], [0], [0, 0])).toThrow(new RangeError('classes must differ, got 0, 0'));
  });
});

describe('classificationReport', () => {
  it('says what accuracy is worth: 90 % by always saying no', () => {
    const y = Array.from({length: 20}, (_, i) => (i < 18 ? 0 : 1));
    const {accuracy, balancedAccuracy, majority, classes} = classificationReport(y, Array(20).fill(0) as number[]);
    expect([accuracy, majority, balancedAccuracy]).toEqual([0.9, 0.9, 0.5]);
    expect(classes[1]).toEqual({label: 1, precision: 0, recall: 0, f1: 0, support: 2});
  });

  it('takes the majority of the truth, not of the predictions', () => {
    expect(classificationReport([0, 1, 1, 1], [0, 0, 0, 0]).majority).toBe(0.75);
  });
});
