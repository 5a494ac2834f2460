import * as tf from '@tensorflow/tfjs-node';
import {Matrix} from '../math/matrix';
import {received} from '../math/received';
import {elu, identity, relu, sigmoid, softplus, tanh, type Activation} from '../neurons/activations';
import {dense, type LayerSpec} from '../neurons/layers';
import {softmax, type OutputActivation} from '../neurons/softmax';
import {Network, type NetworkOptions} from '../trainers/network';
import type {LayerParameters} from '../trainers/parameters';
import {checkChain} from './checkChain';

type AnyActivation = Activation | OutputActivation;
type Name = NonNullable<Parameters<typeof tf.layers.dense>[0]['activation']>;

/** What both libraries know, by TensorFlow's names. */
const activations: readonly [Name, AnyActivation][] = [
  ['linear', identity],
  ['sigmoid', sigmoid],
  ['tanh', tanh],
  ['relu', relu],
  ['elu', elu()],
  ['softplus', softplus],
  ['softmax', softmax],
];

/**
 * The same network in TensorFlow.js: the same layers, starting from the weights that this one has now. Its answers are the
 * same but for rounding, since TensorFlow computes with floats of 32 bits.
 *
 * It is not compiled: `model.compile({optimizer, loss})` says how it is to learn. `model.dispose()` frees its memory.
 *
 * @throws {TypeError} If TensorFlow has no activation such as one in the network.
 * @example
 * const network = new Network({inputs: 2, layers: [dense(3, tanh), dense(1, sigmoid)]});
 * const model = toTensorFlow(network);
 * model.countParams(); // 13, as in network.summary()
 */
export function toTensorFlow(network: Network): tf.Sequential {
  const names = network.layers.map(({activation}, l) => nameOf(activation, l));
  const model = tf.sequential();
  network.layers.forEach(({units, bias}, l) => {
    const inputShape = l === 0 ? [network.inputs] : undefined;
    model.add(tf.layers.dense({units, activation: names[l], useBias: bias, inputShape}));
  });
  tf.tidy(() => {
    network.layers.forEach(({weights, biases}, l) => {
      const kernel = tf.tensor2d(Float32Array.from(weights.data), [weights.rows, weights.columns]);
      model.layers[l].setWeights(biases ? [kernel, tf.tensor1d(Float32Array.from(biases))] : [kernel]);
    });
  });
  return model;
}

/**
 * The same network here: the layers of a TensorFlow.js model, and its weights to start with. A dropout counts as nothing,
 * since it only plays a part in TensorFlow's training.
 *
 * @param model - Dense layers one after another, as `tf.sequential` has them.
 * @param options - How the network is to learn, as for `Network`. @default what `Network` does
 * @throws {TypeError} If the model has another kind of layer, several inputs, or an activation that is not known here.
 */
export function fromTensorFlow(
  model: tf.LayersModel,
  options: Omit<NetworkOptions, 'inputs' | 'layers' | 'weights'> = {},
): Network {
  const [shape, ...others] = model.inputs.map((input) => input.shape);
  const inputs = shape[1];
  if (others.length > 0 || shape.length !== 2 || typeof inputs !== 'number') {
    const shapes = model.inputs.map((input) => `[${input.shape.map(String).join(', ')}]`).join(' and ');
    throw new TypeError(`the model must have one input of shape [null, features], got ${shapes}`);
  }
  checkChain(model);
  const layers: LayerSpec[] = [];
  const weights: LayerParameters[] = [];
  for (const layer of model.layers) {
    const kind = layer.getClassName();
    if (kind === 'InputLayer' || kind === 'Dropout') continue;
    if (kind !== 'Dense') throw new TypeError(`the model must have dense layers only, got ${kind} ("${layer.name}")`);
    const {units, activation, useBias} = layer.getConfig() as {units: number; activation: string; useBias: boolean};
    layers.push(dense(units, activationOf(activation, layer.name), {bias: useBias}));
    const [kernel, biases] = layer.getWeights();
    const [rows, columns] = kernel.shape;
    weights.push({
      weights: new Matrix(rows, columns, Float64Array.from(kernel.dataSync())),
      biases: biases && Float64Array.from(biases.dataSync()),
    });
  }
  return new Network({...options, inputs, layers, weights});
}

function nameOf(activation: AnyActivation, layer: number): Name {
  const found = activations.find(([, known]) => known.name === activation.name && isOurs(activation));
  if (found) return found[0];
  throw new TypeError(`layers[${layer}] must have an activation of TensorFlow's, got ${activation.name}; ${known()}`);
}

/** Not one of the caller's own that has the same name. */
function isOurs(activation: AnyActivation): boolean {
  return activations.some(([, known]) => known === activation) || activation.name === elu().name;
}

function activationOf(name: string, layer: string): AnyActivation {
  const found = activations.find(([known]) => known === name);
  if (found) return found[1];
  throw new TypeError(`layer "${layer}" must have an activation that is known here, got ${received(name)}; ${known()}`);
}

function known(): string {
  return `both know ${activations.map(([, {name}]) => name).join(', ')}`;
}
