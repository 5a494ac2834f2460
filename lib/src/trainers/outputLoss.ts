import type {Floats} from '../math/dtype';
import type {Matrix} from '../math/matrix';
import {sigmoid, type Activation} from '../neurons/activations';
import {elementwise} from '../neurons/elementwise';
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
  sum({data: y}, {z: {data: z}}) {
    let loss = 0;
    for (let i = 0; i < y.length; i++) {
      // −log σ(z) = softplus(−z) and −log(1 − σ(z)) = softplus(z), which differ in their first term only.
      const rest = Math.log1p(Math.exp(-Math.abs(z[i])));
      loss += y[i] * (Math.max(0, -z[i]) + rest) + (1 - y[i]) * (Math.max(0, z[i]) + rest);
    }
    return loss;
  },
  slopes: slopesOfCrossEntropy,
  right({data: y, columns}, {a: {data: a}}) {
    let right = 0;
    for (let i = 0; i < y.length; i++) if (y[i] >= 0.5 === a[i] >= 0.5) right++;
    return right / columns;
  },
};

function slopesOfCrossEntropy({data: y, rows}: Matrix, {a: {data: a}, delta: {data: delta}}: Pass): void {
  for (let i = 0; i < y.length; i++) delta[i] = (a[i] - y[i]) / rows;
}

/** Any other pair, by the chain rule: ∂loss/∂z = ∂loss/∂a · f′(z). */
function placeByPlace(activation: Activation, {terms}: Loss): OutputLoss {
  const f = elementwise(activation);
  return {
    sum({data: y}, {a: {data: a}}) {
      let loss = 0;
      for (let i = 0; i < y.length; i++) loss += terms.value(y[i], a[i]);
      return loss;
    },
    slopes(Y, {z: {data: z}, a: {data: a}, delta: {data: delta}}) {
      const {data: y, rows, columns} = Y;
      const divisor = terms.divisor(rows, columns);
      for (let i = 0; i < y.length; i++) delta[i] = terms.derivative(y[i], a[i]) / divisor;
      f.backward(z, a, delta);
    },
  };
}

/** The column of the largest number in row i, the first of several. */
function largestPlace(A: Matrix<Floats>, i: number): number {
  const start = i * A.columns;
  let place = 0;
  for (let k = 1; k < A.columns; k++) if (A.data[start + k] > A.data[start + place]) place = k;
  return place;
}
