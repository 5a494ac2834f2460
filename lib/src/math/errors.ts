/**
 * Thrown when something learned is asked for before there is anything: call `fit` first.
 *
 * @example
 * new Perceptron().weights_; // NotFittedError: Perceptron is not fitted yet: call fit(X, y) before reading weights_
 */
export class NotFittedError extends Error {
  override readonly name: string = 'NotFittedError';

  /**
   * @param model - The model's name.
   * @param wanted - What was asked of it, as it follows the word "before": `'predict'`, `'reading weights_'`.
   * @param call - How it is fitted. @default 'fit(X, y)'
   */
  constructor(model: string, wanted: string, call: string = 'fit(X, y)') {
    super(`${model} is not fitted yet: call ${call} before ${wanted}`);
  }
}
