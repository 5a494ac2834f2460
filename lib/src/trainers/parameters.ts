/** All weights and biases of a network in one row of numbers: the weights of a layer row by row, then its biases. */
import {checkSamples, checkVector} from '../math/checks';
import type {Floats} from '../math/dtype';
import {Matrix, type MatrixLike, type VectorLike} from '../math/matrix';
import {received} from '../math/received';
import type {LayerSpec} from '../neurons/layers';

/** A layer of a network. */
export interface DenseLayer<T extends Floats = Float64Array> extends LayerSpec {
  /** A column for each unit. Shape (inputs, units). */
  readonly weights: Matrix<T>;
  /** Shape (units); undefined for a layer without. */
  readonly biases: T | undefined;
}

/** Weights, and perhaps biases, to start a layer with. */
export interface LayerParameters {
  /** A column for each unit. Shape (inputs, units). */
  weights: MatrixLike;
  /** Shape (units). @default zeros, if the layer has biases */
  biases?: VectorLike;
}

/** How many weights and biases there are in all. */
export function countParameters(inputs: number, specs: readonly LayerSpec[]): number {
  return specs.reduce((sum, {units, bias}, l) => sum + (inputsOf(l, inputs, specs) + Number(bias)) * units, 0);
}

/** The layers whose weights and biases these numbers are. They are views: who writes to one writes to the other. */
export function layersOver<T extends Floats>(
  parameters: T,
  inputs: number,
  specs: readonly LayerSpec[],
): DenseLayer<T>[] {
  let used = 0;
  const next = (count: number): T => parameters.subarray(used, (used += count)) as T;
  return specs.map((spec, l) => {
    const rows = inputsOf(l, inputs, specs);
    const weights = new Matrix(rows, spec.units, next(rows * spec.units));
    return {...spec, weights, biases: spec.bias ? next(spec.units) : undefined};
  });
}

/**
 * Fills layers with the numbers given for them.
 *
 * @param name - What errors call the list: `weights` → `weights[0].biases`.
 * @throws {RangeError} If there are too many or too few, or one is not finite.
 * @throws {TypeError} If they are not arrays of numbers.
 */
export function fillLayers(layers: readonly DenseLayer[], given: readonly LayerParameters[], name: string): void {
  if (!Array.isArray(given)) throw new TypeError(`${name} must be an array, one entry a layer, got ${received(given)}`);
  if (given.length !== layers.length) {
    throw new RangeError(`${name} must have one entry for each of the ${layers.length} layers, got ${given.length}`);
  }
  layers.forEach((layer, l) => fillLayer(layer, given[l] as LayerParameters, `${name}[${l}]`));
}

function fillLayer({weights, biases}: DenseLayer, given: LayerParameters, name: string): void {
  if (typeof given !== 'object' || given === null) {
    throw new TypeError(`${name} must be an object with weights, got ${received(given)}`);
  }
  const W = checkSamples(given.weights, `${name}.weights`);
  if (W.rows !== weights.rows || W.columns !== weights.columns) {
    throw new RangeError(
      `${name}.weights must be ${weights.rows} × ${weights.columns} (inputs × units), got ${W.rows} × ${W.columns}`,
    );
  }
  weights.data.set(W.data);
  if (given.biases === undefined) return;
  if (!biases) throw new RangeError(`${name}.biases must be left out, since the layer has none`);
  const b = checkVector(given.biases, `${name}.biases`);
  if (b.length !== biases.length) {
    throw new RangeError(`${name}.biases must hold ${biases.length} numbers, one a unit, got ${b.length}`);
  }
  biases.set(b);
}

/** How many numbers come into a layer. */
export function inputsOf(layer: number, inputs: number, specs: readonly LayerSpec[]): number {
  return layer === 0 ? inputs : specs[layer - 1].units;
}
