import type * as tf from '@tensorflow/tfjs-node';
import type {PictureLayer} from '../neurons/pictureLayers';
import {PictureNetwork} from '../neurons/pictureNetwork';
import {checkChain} from './checkChain';

/**
 * A trained TensorFlow.js model as a network that runs in a page, without TensorFlow: the same answers but for rounding.
 *
 * It knows the layers conv2d (steps of 1, padding 'same', linear or ReLU), batchNormalization, activation and reLU,
 * maxPooling2d (2 × 2), globalAveragePooling2d, flatten, and dense (linear, ReLU or softmax). Dropout only plays a part in
 * the training, so it is left out.
 *
 * @param model - From pictures, shape (side, side, 1), bytes divided by 255, to the probabilities of the classes.
 * @param options - `classNames`: one for each output.
 * @throws {TypeError} If the model has another kind of layer, or one that works in another way, or they don't follow one
 *   after another.
 * @throws {RangeError} If its input isn't a square of one colour, or the names don't fit its outputs.
 * @example
 * faceDemo(toPictureNetwork(model, {classNames: [...EXPRESSIONS]}));
 */
export function toPictureNetwork(model: tf.LayersModel, {classNames}: {classNames: readonly string[]}): PictureNetwork {
  const [, height, width, channels] = model.inputs[0].shape;
  if (!height || height !== width || channels !== 1) {
    throw new RangeError(
      `the model must take shape (side, side, 1), got (${model.inputs[0].shape.slice(1).join(', ')})`,
    );
  }
  checkChain(model);
  return new PictureNetwork({side: height, classNames, layers: model.layers.flatMap(layersOf)});
}

/** What is asked of a layer's settings. */
type Config = Record<string, unknown>;

function layersOf(layer: tf.layers.Layer): PictureLayer[] {
  const kind = layer.getClassName();
  const config: Config = layer.getConfig();
  const [weights, biases] = layer.getWeights().map((each) => each.dataSync() as Float32Array);
  const demand = (name: string, wanted: unknown): void => {
    const got = JSON.stringify(config[name]);
    if (got === JSON.stringify(wanted)) return;
    throw new TypeError(`${name} of layer '${layer.name}' must be ${JSON.stringify(wanted)}, got ${got}`);
  };
  switch (kind) {
    case 'InputLayer':
    case 'Dropout':
      return [];
    case 'Conv2D': {
      const [size, breadth] = config.kernelSize as number[];
      demand('kernelSize', [size, size]);
      demand('strides', [1, 1]);
      demand('dilationRate', [1, 1]);
      demand('padding', 'same');
      const filters = config.filters as number;
      return [{kind: 'convolution', size: breadth, filters, weights, ...(biases && {biases})}, ...after(layer, config)];
    }
    case 'BatchNormalization': {
      demand('axis', -1);
      return [normalisation(layer, config)];
    }
    case 'MaxPooling2D':
      demand('poolSize', [2, 2]);
      demand('strides', [2, 2]);
      demand('padding', 'valid');
      return [{kind: 'maxPooling'}];
    case 'GlobalAveragePooling2D':
      return [{kind: 'average'}];
    case 'Flatten':
      return [{kind: 'flatten'}];
    case 'Dense': {
      demand('useBias', true);
      return [{kind: 'dense', units: config.units as number, weights, biases}, ...after(layer, config)];
    }
    case 'Activation':
      return after(layer, config);
    case 'ReLU':
      demand('maxValue', undefined);
      return [{kind: 'relu'}];
    default:
      throw new TypeError(`layer '${layer.name}' is a ${kind}, which a picture network doesn't know`);
  }
}

/** The activation behind a layer. */
function after(layer: tf.layers.Layer, {activation}: Config): PictureLayer[] {
  if (activation === 'linear') return [];
  if (activation === 'relu' || activation === 'softmax') return [{kind: activation}];
  throw new TypeError(
    `the activation of layer '${layer.name}' must be linear, relu or softmax, got ${String(activation)}`,
  );
}

/** γ (x − mean) / √(variance + ε) + β as scale and shift. */
function normalisation(layer: tf.layers.Layer, {scale, center, epsilon}: Config): PictureLayer {
  const weights = layer.getWeights().map((each) => each.dataSync() as Float32Array);
  const [mean, variance] = weights.slice(-2);
  const gamma = scale ? weights[0] : undefined;
  const beta = center ? weights[scale ? 1 : 0] : undefined;
  const factor = variance.map((each, k) => (gamma?.[k] ?? 1) / Math.sqrt(each + (epsilon as number)));
  return {kind: 'normalise', scale: factor, shift: factor.map((each, k) => (beta?.[k] ?? 0) - mean[k] * each)};
}
