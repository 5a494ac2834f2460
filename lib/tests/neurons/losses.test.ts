import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {numericalGradient} from '../../src/math/numericalGradient';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  halfSquaredError,
  meanSquaredError,
  sumSquaredError,
} from '../../src/neurons/losses';
import {binary, categorical, squared} from '../fixtures/losses.json';

const all = [halfSquaredError, sumSquaredError, meanSquaredError, binaryCrossEntropy, categoricalCrossEntropy];

describe.each(all)('$name', (loss) => {
  const Y = [[1, 0, 0], [0, 0, 1]]; // prettier-ignore
  const predicted = [[0.7, 0.2, 0.1], [0.5, 0.3, 0.2]]; // prettier-ignore

  it('has the gradient that differences measure', () => {
    const at = (p: Float64Array): number => loss.value(Y, new Matrix(2, 3, p));
    const measured = numericalGradient(at, predicted.flat());
    const gradient = loss.gradient(Y, predicted);
    expect([gradient.rows, gradient.columns]).toEqual([2, 3]);
    gradient.data.forEach((slope, i) => expect(Math.abs(slope - measured[i])).toBeLessThan(1e-8));
  });

  it('adds up over twice the samples if it is a sum, and stays if it is a mean', () => {
    const factor = loss.reduction === 'sum' ? 2 : 1;
    const twice = loss.value([...Y, ...Y], [...predicted, ...predicted]);
    expect(Math.abs(twice - factor * loss.value(Y, predicted))).toBeLessThan(1e-14);
  });

  it('is exactly 0 where every prediction is right', () => expect(loss.value(Y, Y)).toBe(0));

  it('is finite, with a finite gradient, where a prediction is sure and wrong', () => {
    const wrong = [[0, 1, 0], [1, 0, 0]]; // prettier-ignore
    expect(Number.isFinite(loss.value(Y, wrong))).toBe(true);
    for (const slope of loss.gradient(Y, wrong).data) expect(Number.isFinite(slope)).toBe(true);
  });

  it('names what does not fit', () => {
    const shape = new RangeError('Y is 1 × 3, but predicted is 2 × 3: they must be alike');
    expect(() => loss.value([[1, 0, 0]], predicted)).toThrow(shape);
    expect(() => loss.gradient([[1, 0, 0]], predicted)).toThrow(shape);
    expect(() => loss.value(Y, [[0.5, NaN, 0], [0, 0, 1]])).toThrow(
      new RangeError('predicted must hold finite numbers, got NaN at row 0, column 1'),
    ); // prettier-ignore
  });
});

describe('losses', () => {
  it('are what was worked out by hand', () => {
    const [Y, predicted] = [[[1, 2], [3, 4]], [[1, 0], [0, 5]]]; // prettier-ignore
    expect(sumSquaredError.value(Y, predicted)).toBe(14); // 0 + 4 + 9 + 1
    expect(halfSquaredError.value(Y, predicted)).toBe(7);
    expect(meanSquaredError.value(Y, predicted)).toBe(3.5);
    expect(halfSquaredError.gradient(Y, predicted).toArrays()).toEqual([[0, -2], [-3, 1]]); // prettier-ignore
    expect(binaryCrossEntropy.value([[1]], [[0.01]]).toFixed(3)).toBe('4.605'); // −ln 0.01
    expect(binaryCrossEntropy.value([[1, 1], [0, 0]], [[0.5, 0.5], [0.5, 0.5]])).toBe(2 * Math.log(2)); // prettier-ignore
    expect(categoricalCrossEntropy.value([[0, 1]], [[0.75, 0.25]])).toBe(2 * Math.log(2));
  });

  it('are what scikit-learn says', () => {
    // scikit-learn also keeps predictions below 1 − 2⁻⁵², which adds up to 2e-17 here.
    expect(Math.abs(binaryCrossEntropy.value(binary.Y, binary.predicted) - binary.loss)).toBeLessThan(1e-14);
    const {Y, predicted, loss} = categorical;
    expect(Math.abs(categoricalCrossEntropy.value(Y, predicted) - loss)).toBeLessThan(1e-14);
    expect(Math.abs(meanSquaredError.value(squared.Y, squared.predicted) - squared.mean)).toBeLessThan(1e-14);
  });

  it('of probabilities refuse what is none', () => {
    for (const loss of [binaryCrossEntropy, categoricalCrossEntropy]) {
      expect(() => loss.value([[1], [0]], [[0.5], [1.2]])).toThrow(
        new RangeError('predicted must hold probabilities from 0 to 1, got 1.2 at row 1, column 0'),
      );
      expect(() => loss.gradient([[-1]], [[0.5]])).toThrow(
        new RangeError('Y must hold probabilities from 0 to 1, got -1 at row 0, column 0'),
      );
    }
  });
});
