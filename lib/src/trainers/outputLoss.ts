import type {Matrix} from '../math/matrix';
import {sigmoid, softplus, type Activation} from '../neurons/activations';
import {isActivation} from '../neurons/layers';
import {binaryCrossEntropy, categoricalCrossEntropy, meanSquaredError, type Loss} from '../neurons/losses';
import {crossEntropyOfLogits, softmax, type OutputActivation} from '../neurons/softmax';
import type {Pass} from './passes';

/** The end of a network: an activation of outputs, and the loss that judges them. */
export interface OutputLoss {
  /** The loss of all rows, added up and not yet divided. */
  sum(Y: Matrix, outputs: Pass): number;
  /** Writes ∂loss/∂z of every output to `outputs.delta`. */
  slopes(Y: Matrix, outputs: Pass): void;
  /** How many rows are right, where the loss is one of classes; of several yes-or-no outputs each is a part of a row. */
  right?(Y: Matrix, outputs: Pass): number;
}

/** The loss that goes with an output activation, if none is asked for. */
export function lossFor(activation: Activation | OutputActivation): Loss {
  if (activation === softmax) return categoricalCrossEntropy;
  return activation === sigmoid ? binaryCrossEntropy : meanSquaredError;
}

/**
 * Puts an output activation and a loss together.
 *
 * A cross-entropy and its activation are computed as one, from z: the slope is then (a − y) / rows, and neither it nor the
 * loss is lost where an output rounds to 0 or 1.
 *
 * @throws {RangeError} If the two don't go together.
 */
export function outputLoss(activation: Activation | OutputActivation, loss: Loss): OutputLoss {
  if (activation === softmax && loss === categoricalCrossEntropy) return manyClasses;
  if (activation === sigmoid && loss === binaryCrossEntropy) return yesOrNo;
  if (!isActivation(activation)) {
    throw new RangeError(`loss must be categoricalCrossEntropy for ${activation.name} outputs, got ${loss.name}`);
  }
  if (loss === categoricalCrossEntropy || loss === binaryCrossEntropy) {
    const [fit, others] = loss === binaryCrossEntropy ? ['sigmoid', ''] : ['softmax', ' or binaryCrossEntropy'];
    const possible = `a squared error${activation === sigmoid ? others : ''}`;
    throw new RangeError(
      `loss must be ${possible} for ${activation.name} outputs, got ${loss.name}, which goes with ${fit}`,
    );
  }
  return placeByPlace(activation, loss);
}

const manyClasses: OutputLoss = {
  sum: (Y, {z}) => crossEntropyOfLogits(Y, z),
  slopes: slopesOfCrossEntropy,
  right(Y, {a}) {
    let right = 0;
    for (let i = 0; i < Y.rows; i++) if (largestPlace(Y, i) === largestPlace(a, i)) right++;
    return right;
  },
};

const yesOrNo: OutputLoss = {
  sum(Y, {z}) {
    let loss = 0;
    // −log σ(z) = softplus(−z) and −log(1 − σ(z)) = softplus(z).
    Y.data.forEach((y, i) => (loss += y * softplus.value(-z.data[i]) + (1 - y) * softplus.value(z.data[i])));
    return loss;
  },
  slopes: slopesOfCrossEntropy,
  right(Y, {a}) {
    let right = 0;
    Y.data.forEach((y, i) => (right += Number(y >= 0.5 === a.data[i] >= 0.5)));
    return right / Y.columns;
  },
};

function slopesOfCrossEntropy(Y: Matrix, {a, delta}: Pass): void {
  for (let i = 0; i < Y.data.length; i++) delta.data[i] = (a.data[i] - Y.data[i]) / Y.rows;
}

/** Any other pair, by the chain rule: ∂loss/∂z = ∂loss/∂a · f′(z). */
function placeByPlace(activation: Activation, {terms}: Loss): OutputLoss {
  return {
    sum(Y, {a}) {
      let loss = 0;
      for (let i = 0; i < Y.data.length; i++) loss += terms.value(Y.data[i], a.data[i]);
      return loss;
    },
    slopes(Y, {z, a, delta}) {
      const divisor = terms.divisor(Y.rows, Y.columns);
      for (let i = 0; i < Y.data.length; i++) {
        delta.data[i] = (terms.derivative(Y.data[i], a.data[i]) / divisor) * activation.derivative(z.data[i]);
      }
    },
  };
}

/** The column of the largest number in row i, the first of several. */
function largestPlace(A: Matrix, i: number): number {
  const start = i * A.columns;
  let place = 0;
  for (let k = 1; k < A.columns; k++) if (A.data[start + k] > A.data[start + place]) place = k;
  return place;
}
