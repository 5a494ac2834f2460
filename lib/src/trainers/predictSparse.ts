import type {Matrix} from '../math/matrix';
import {addToRows} from '../math/products';
import {SparseMatrix} from '../math/sparseMatrix';
import {isActivation} from '../neurons/layers';
import type {Network} from './network';

/**
 * What a network answers to sparse rows, to the last bit what it answers to the same rows in full. The zeros are never
 * multiplied, so that rows with few words out of many are quick. Shape (rows, outputs).
 *
 * @param network - Such as `model.network_`.
 * @param X - Shape (rows, inputs).
 * @throws {RangeError} If X has not as many columns as the network has inputs.
 * @example
 * const network = new Network({inputs: 2, layers: [dense(1)], weights: [{weights: [[2], [3]], biases: [1]}]});
 * predictSparse(network, SparseMatrix.from([[0, 5]])).toArrays(); // [[16]]
 */
export function predictSparse(network: Network, X: SparseMatrix): Matrix {
  if (X.columns !== network.inputs) {
    throw new RangeError(`X has ${X.columns} columns, but the network has ${network.inputs} inputs`);
  }
  let outputs: Matrix | undefined;
  for (const {weights, biases, activation} of network.layers) {
    const z = (outputs ?? X).dot(weights);
    if (biases) addToRows(z, biases);
    outputs = isActivation(activation) ? z.map(activation.value) : activation.forward(z);
  }
  return outputs!;
}
