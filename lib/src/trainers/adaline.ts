import {checkCount, checkPositive} from '../math/checks';
import type {Codes} from './labels';
import {netInputs, shareRight, weightedSum, type Line} from './line';
import {LinearClassifier, type Coded, type EpochFigures} from './linearClassifier';

export interface AdalineOptions {
  /** Step size η; positive. @default 0.01 */
  learningRate?: number;
  /** Steps downhill, each with all training rows; a positive whole number. @default 50 */
  epochs?: number;
}

/**
 * Adaline (adaptive linear neuron), learned by the delta rule: gradient descent on the squared error, for two classes.
 *
 * The loss is E = ½ Σᵢ (yᵢ − zᵢ)², with the classes coded as y = −1 and +1 and z = w · x + b, not its sign: a row may be
 * right and still pull. Every epoch is one step with all rows, w ← w + η Σᵢ (yᵢ − zᵢ) xᵢ and b ← b + η Σᵢ (yᵢ − zᵢ). The
 * sum grows with the number of rows, so more rows ask for a smaller η. Weights start at zero.
 *
 * A loss that rises from epoch to epoch says that η is too large; one that leaves the finite numbers ends the fit.
 *
 * @example
 * const X = [[-1], [0], [1], [2]];
 * const model = new Adaline({learningRate: 0.1}).fit(X, [0, 0, 1, 1]);
 * model.predict(X); // Float64Array [0, 0, 1, 1]
 * model.history_[0].loss; // 2, that of the starting weights: ½ (1 + 1 + 1 + 1)
 * @see B. Widrow and M. E. Hoff (1960), "Adaptive switching circuits", IRE WESCON Convention Record 4.
 */
export class Adaline extends LinearClassifier {
  readonly learningRate: number;
  readonly epochs: number;
  protected readonly modelName: string = 'Adaline';
  protected readonly codes: Codes = [-1, 1];

  /** @throws {RangeError} If the learning rate is not positive, or `epochs` not a positive whole number. */
  constructor({learningRate = 0.01, epochs = 50}: AdalineOptions = {}) {
    super();
    checkPositive(learningRate, 'learningRate');
    checkCount(epochs, 'epochs');
    this.learningRate = learningRate;
    this.epochs = epochs;
  }

  protected start({X, targets}: Coded): (line: Line) => EpochFigures {
    return (line) => {
      const z = netInputs(line, X);
      const downhill = weightedSum(
        X,
        targets.map((y, i) => y - z[i]),
      );
      for (let j = 0; j < X.columns; j++) line.weights[j] += this.learningRate * downhill.weights[j];
      line.bias += this.learningRate * downhill.bias;
      return {loss: this.lossOf(z, targets), accuracy: shareRight(z, targets)};
    };
  }

  protected lossOf(z: Float64Array, targets: Float64Array): number {
    return 0.5 * z.reduce((sum, value, i) => sum + (targets[i] - value) * (targets[i] - value), 0);
  }
}
