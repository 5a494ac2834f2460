/** The way through a network, forward and back, for the rows of one batch. Nothing in it is made anew. */
import {Matrix} from '../math/matrix';
import {addRows, multiply, multiplyLeftTransposed, multiplyRightTransposed} from '../math/products';
import {elementwise, type Elementwise} from '../neurons/elementwise';
import {isActivation} from '../neurons/layers';
import {softmaxInto} from '../neurons/softmax';
import type {OutputLoss} from './outputLoss';
import type {DenseLayer} from './parameters';

/** What is computed in one layer. Each matrix has the shape (rows, units). */
export interface Pass {
  /** Net inputs. */
  readonly z: Matrix;
  /** Outputs f(z). */
  readonly a: Matrix;
  /** ∂loss/∂z. */
  readonly delta: Matrix;
  /** The activation; undefined for a softmax. */
  readonly f: Elementwise | undefined;
}

/** Room for a batch of so many rows, a pass for each layer. */
export function makePasses(layers: readonly DenseLayer[], rows: number): Pass[] {
  const room = ({units}: DenseLayer): Matrix => new Matrix(rows, units);
  return layers.map((layer) => {
    const f = isActivation(layer.activation) ? elementwise(layer.activation) : undefined;
    return {z: room(layer), a: room(layer), delta: room(layer), f};
  });
}

/** Layer by layer, z = x W + b and a = f(z). A sum runs over the inputs in their order, and the bias comes last. */
export function forwardThrough(layers: readonly DenseLayer[], X: Matrix, passes: readonly Pass[]): void {
  for (let l = 0; l < layers.length; l++) {
    const {weights, biases} = layers[l];
    const {z, a, f} = passes[l];
    multiply(l > 0 ? passes[l - 1].a : X, weights, z); // (rows, inputs) (inputs, units) = (rows, units)
    if (biases) addToRows(z, biases);
    if (f) f.forward(z.data, a.data);
    else softmaxInto(z, a);
  }
}

/**
 * Backpropagation: from the last layer to the first, ∂loss/∂z of each layer, and out of it the gradients of its weights
 * and biases, written to `gradients`. The forward pass of the same rows must lie in `passes`.
 */
export function backwardThrough(
  layers: readonly DenseLayer[],
  X: Matrix,
  Y: Matrix,
  output: OutputLoss,
  passes: readonly Pass[],
  gradients: readonly DenseLayer[],
): void {
  const last = layers.length - 1;
  output.slopes(Y, passes[last]); // δ of the outputs: (rows, units)
  for (let l = last; l >= 0; l--) {
    const {delta} = passes[l];
    const inputs = l > 0 ? passes[l - 1].a : X;
    const {weights, biases} = gradients[l];
    multiplyLeftTransposed(inputs, delta, weights); // inputsᵀ δ: (inputs, rows) (rows, units) = (inputs, units)
    if (biases) addRows(delta, biases); // Σ δ over the rows: (units)
    if (l === 0) return;
    const before = passes[l - 1];
    multiplyRightTransposed(delta, layers[l].weights, before.delta); // δ Wᵀ: (rows, units) (units, inputs) = (rows, inputs)
    before.f?.backward(before.z.data, before.a.data, before.delta.data); // ⊙ f′(z) of the layer before: (rows, inputs)
  }
}

function addToRows({data, columns}: Matrix, biases: Float64Array): void {
  for (let start = 0; start < data.length; start += columns) {
    for (let k = 0; k < columns; k++) data[start + k] += biases[k];
  }
}
