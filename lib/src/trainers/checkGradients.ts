import {checkPositive} from '../math/checks';
import {Matrix, type MatrixLike, type VectorLike} from '../math/matrix';
import {numericalGradient} from '../math/numericalGradient';
import {received} from '../math/received';
import {Network} from './network';

/** What a comparison of gradients found. */
export interface GradientCheck {
  /** Whether no error is above the tolerance. */
  readonly passed: boolean;
  /** The largest difference between the two gradients, as a share of the largest gradient of all. */
  readonly largestError: number;
  /** Where that is, as it is written in TypeScript: `layers[0].weights.get(2, 1)`. */
  readonly parameter: string;
  /** All of that in a sentence. */
  toString(): string;
}

export interface CheckGradientsOptions {
  /** The backward pass to be checked. @default the network's own */
  backward?: (X: MatrixLike, Y: MatrixLike) => {weights: MatrixLike; biases?: VectorLike | undefined}[];
  /** The largest error that passes; positive. @default 1e-7 */
  tolerance?: number;
}

/**
 * Compares a backward pass with gradients that are measured: every weight is moved a little up and down, and the loss of
 * the forward pass looked at. Two ways that share no formula, so a wrong sign, factor or transpose shows.
 *
 * Errors count as shares of the largest gradient, since that is what the loss is rounded to. At the corner of a relu, or
 * the jump of a step, there is no slope, and what is measured there means nothing: check at other weights or rows.
 *
 * @param X - Some rows; a handful is enough, as each weight takes two forward passes. Shape (samples, inputs).
 * @param Y - Shape (samples, outputs).
 * @throws {RangeError} If X or Y doesn't fit the network, or what `backward` returns doesn't.
 * @example
 * const network = new Network({inputs: 2, layers: [dense(3, tanh), dense(1, sigmoid)]});
 * checkGradients(network, [[1, 2], [3, -1]], [[0], [1]]).passed; // true
 */
export function checkGradients(
  network: Network,
  X: MatrixLike,
  Y: MatrixLike,
  {backward = (X, Y) => network.backward(X, Y), tolerance = 1e-7}: CheckGradientsOptions = {},
): GradientCheck {
  checkPositive(tolerance, 'tolerance');
  const {inputs, layers, loss} = network;
  // A network of its own, whose weights can be moved: an interrupt must not leave the caller's with a moved one.
  const probe = new Network({inputs, layers, loss, weights: layers});
  const places = probe.layers.flatMap(({weights, biases}, l) => [
    ...Array.from(weights.data, (_, n) => {
      const [row, column] = [Math.floor(n / weights.columns), n % weights.columns];
      return {numbers: weights.data, n, name: `layers[${l}].weights.get(${row}, ${column})`};
    }),
    ...Array.from(biases ?? [], (_, n) => ({numbers: biases!, n, name: `layers[${l}].biases[${n}]`})),
  ]);
  const measured = numericalGradient(
    (parameters) => {
      places.forEach(({numbers, n}, p) => (numbers[n] = parameters[p]));
      return probe.evaluate(X, Y).loss;
    },
    places.map(({numbers, n}) => numbers[n]),
  );
  const computed = gradientsInOrder(backward(X, Y), network);

  const largest = Math.max(...measured.map(Math.abs), ...computed.map(Math.abs)) || 1;
  const errors = measured.map((slope, p) => {
    const error = Math.abs(slope - computed[p]) / largest;
    return Number.isNaN(error) ? Infinity : error;
  });
  const worst = errors.indexOf(Math.max(...errors));
  const largestError = errors[worst];
  const passed = largestError <= tolerance;
  const parameter = places[worst].name;
  const toString = (): string =>
    passed
      ? `passed: the largest error is ${figure(largestError)}, at ${parameter}`
      : `failed: the largest error is ${figure(largestError)}, at ${parameter}, ` +
        `where the backward pass says ${figure(computed[worst])} and differences measure ${figure(measured[worst])}`;
  return {passed, largestError, parameter, toString};
}

/** Gradients in the order of the parameters: the weights of a layer row by row, then its biases. */
function gradientsInOrder(
  gradients: {weights: MatrixLike; biases?: VectorLike | undefined}[],
  {layers}: Network,
): number[] {
  if (!Array.isArray(gradients)) throw new TypeError(`backward must return an array, got ${received(gradients)}`);
  if (gradients.length !== layers.length) {
    throw new RangeError(`backward must return one entry for each of ${layers.length} layers, got ${gradients.length}`);
  }
  return layers.flatMap(({weights, biases}, l) => {
    const W = Matrix.from(gradients[l].weights, `backward()[${l}].weights`);
    if (W.rows !== weights.rows || W.columns !== weights.columns) {
      throw new RangeError(
        `backward()[${l}].weights must be ${weights.rows} × ${weights.columns}, got ${W.rows} × ${W.columns}`,
      );
    }
    const b = Array.from(gradients[l].biases ?? []);
    if (b.length !== (biases?.length ?? 0)) {
      throw new RangeError(`backward()[${l}].biases must hold ${biases?.length ?? 0} numbers, got ${b.length}`);
    }
    return [...W.data, ...b];
  });
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}
