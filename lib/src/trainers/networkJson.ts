/** Networks as plain data: options and weights, everything else by its name. */
import {received} from '../math/received';
import {dense} from '../neurons/layers';
import type {Network, NetworkOptions} from './network';
import type {DenseLayer, LayerParameters} from './parameters';
import {activations, byName, losses, nameOf, optimizers} from './recipes';

const FORMAT = 'neurons/network';
/** Counts up when the form changes, so that no reader takes one for another. */
const VERSION = 1;

interface JsonParameters {
  weights: number[][];
  biases?: number[];
}

/** @param start - The weights that the network was given to start with, if it was. */
export function networkToJson(network: Network, start?: readonly DenseLayer[]): object {
  const {inputs, layers, loss, optimizer, epochs, batchSize, l2, l1, seed, dtype, init} = network;
  return {
    format: FORMAT,
    version: VERSION,
    inputs,
    layers: layers.map((layer, l) => ({
      units: layer.units,
      activation: nameOf(activations, layer.activation, `the activation of layers[${l}]`),
      bias: layer.bias,
      ...plain(layer),
    })),
    loss: nameOf(losses, loss, 'the loss'),
    optimizer: nameOf(optimizers, optimizer, 'the optimizer'),
    epochs,
    batchSize,
    l2,
    ...(l1 > 0 && {l1}),
    seed,
    ...(dtype !== 'float64' && {dtype}),
    init,
    ...(start && {start: start.map(plain)}),
  };
}

/**
 * What a network is made of, out of its description. Numbers are checked where the network is made.
 *
 * @throws {RangeError} If the description is of another version.
 * @throws {TypeError} If it is none, or one of its parts isn't.
 */
export function networkFromJson(json: unknown): {options: NetworkOptions; layers: LayerParameters[]} {
  const network = fieldsOf(json, 'json', FORMAT, VERSION);
  const {inputs, epochs, batchSize, l2, l1, seed, dtype, init, start} = network as unknown as NetworkOptions & {
    start?: LayerParameters[];
  };
  for (const [name, value] of Object.entries({epochs, batchSize, l2, seed, init})) {
    if (value === undefined) throw new TypeError(`${name} must be there, got undefined`); // and not its default
  }
  const layers = network.layers;
  if (!Array.isArray(layers)) throw new TypeError(`layers must be an array, got ${received(layers)}`);
  const specs = layers.map((layer: unknown, l) => {
    const {units, activation, bias, biases} = objectOf(layer, `layers[${l}]`);
    if (typeof bias !== 'boolean')
      throw new TypeError(`layers[${l}].bias must be true or false, got ${received(bias)}`);
    if (bias && biases === undefined) throw new TypeError(`layers[${l}].biases must be there, got undefined`);
    const f = byName(activations, activation, `layers[${l}].activation`);
    return dense(units as number, f, {bias});
  });
  const loss = byName(losses, network.loss, 'loss');
  const optimizer = byName(optimizers, network.optimizer, 'optimizer');
  const options = {
    inputs,
    layers: specs,
    loss,
    optimizer,
    epochs,
    batchSize,
    l2,
    l1,
    seed,
    dtype,
    init,
    weights: start,
  };
  return {options, layers: layers as LayerParameters[]};
}

/**
 * The fields of a description, if it is one of this format and version.
 *
 * @throws {RangeError} If it is of another version.
 * @throws {TypeError} If it is no object, or of another format.
 */
export function fieldsOf(json: unknown, what: string, format: string, version: number): Record<string, unknown> {
  const fields = objectOf(json, what);
  if (fields.format !== format) {
    throw new TypeError(`format must be ${received(format)}, got ${received(fields.format)}`);
  }
  if (fields.version !== version) {
    throw new RangeError(`version must be ${version}, got ${received(fields.version)}`);
  }
  return fields;
}

export function objectOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'string' && what === 'json') {
    throw new TypeError('json must be an object: JSON.parse makes one of a text');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${what} must be an object, got ${received(value)}`);
  }
  return value as Record<string, unknown>;
}

function plain({weights, biases}: DenseLayer): JsonParameters {
  return biases ? {weights: weights.toArrays(), biases: Array.from(biases)} : {weights: weights.toArrays()};
}
