import {describe, expect, it} from 'vitest';
import {NotFittedError} from '../../src/math/errors';

describe('NotFittedError', () => {
  it('says which model, and what to do first', () => {
    const error = new NotFittedError('Perceptron', 'predict');
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('NotFittedError: Perceptron is not fitted yet: call fit(X, y) before predict');
  });
});
