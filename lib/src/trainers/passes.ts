/** The way through a network, forward and back, for the rows of one batch. Nothing in it is made anew. */
import {float64s, type Floats} from '../math/dtype';
import {Matrix, type NumericArray} from '../math/matrix';
import {addRows, addToRows, multiply, multiplyLeftTransposed, multiplyRightTransposed} from '../math/products';
import {elementwise, type Elementwise} from '../neurons/elementwise';
import {isActivation, type LayerSpec} from '../neurons/layers';
import {softmaxInto} from '../neurons/softmax';
import type {OutputLoss} from './outputLoss';
import type {DenseLayer} from './parameters';

/** What is computed in one layer. Each matrix has the shape (rows, units). */
export interface Pass<T extends Floats = Floats> {
  /** Net inputs. */
  readonly z: Matrix<T>;
  /** Outputs f(z). */
  readonly a: Matrix<T>;
  /** ∂loss/∂z. */
  readonly delta: Matrix<T>;
  /** The activation; undefined for a softmax. */
  readonly f: Elementwise | undefined;
}

/** Room for a batch of so many rows, a pass for each layer. `floats` gives arrays of zeros. */
export function makePasses<T extends Floats>(
  layers: readonly LayerSpec[],
  rows: number,
  floats: (length: number) => T,
): Pass<T>[] {
  return layers.map(({units, activation}) => {
    const [z, a, delta] = [0, 0, 0].map(() => new Matrix(rows, units, floats(rows * units)));
    return {z, a, delta, f: isActivation(activation) ? elementwise(activation) : undefined};
  });
}

/** The same room for the first rows of it only. */
export function firstRows<T extends Floats>(passes: readonly Pass<T>[], rows: number): Pass<T>[] {
  return passes.map(({z, a, delta, f}) => ({z: top(z, rows), a: top(a, rows), delta: top(delta, rows), f}));
}

/** A view of the first rows. */
export function top<T extends Floats>({data, columns}: Matrix<T>, rows: number): Matrix<T> {
  return new Matrix(rows, columns, data.subarray(0, rows * columns) as T);
}

/** Layer by layer, z = x W + b and a = f(z). A sum runs over the inputs in their order, and the bias comes last. */
export function forwardThrough(
  layers: readonly DenseLayer<Floats>[],
  X: Matrix<Floats>,
  passes: readonly Pass[],
): void {
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
  layers: readonly DenseLayer<Floats>[],
  X: Matrix<Floats>,
  Y: Matrix,
  output: OutputLoss,
  passes: readonly Pass[],
  gradients: readonly DenseLayer<Floats>[],
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

/** How many numbers of a layer are worked out at once: what lies between X and the answers is to stay small. */
const numbersAtOnce = 524_288;

/**
 * The outputs of many rows, block after block, for those who only want to know them. Each block overwrites the one before.
 *
 * @param X - Shape (samples, inputs); bytes are converted a block at a time.
 */
export function* forwardInBlocks(
  layers: readonly DenseLayer[],
  X: Matrix<NumericArray>,
): Generator<{start: number; outputs: Pass<Float64Array>}> {
  const widest = layers.reduce((most, {units}) => Math.max(most, units), X.columns);
  const size = Math.min(X.rows, Math.max(1, Math.floor(numbersAtOnce / widest)));
  const all = makePasses(layers, size, float64s);
  for (let start = 0; start < X.rows; start += size) {
    const rows = Math.min(size, X.rows - start);
    const data = X.data.subarray(start * X.columns, (start + rows) * X.columns);
    const passes = rows === size ? all : firstRows(all, rows);
    forwardThrough(layers, Matrix.from(new Matrix(rows, X.columns, data, X.scale)), passes);
    yield {start, outputs: passes[passes.length - 1]};
  }
}
