import {checkCount} from '../math/checks';
import {received} from '../math/received';
import {layersFromJson, layersToJson} from './pictureJson';
import {forward, type Maps, type PictureLayer} from './pictureLayers';

export interface PictureNetworkOptions {
  /** Pixels a side of the pictures. */
  side: number;
  /** The name of each class, in the order of the outputs. */
  classNames: readonly string[];
  layers: readonly PictureLayer[];
}

const FORMAT = 'neurons/picture-network';
/** Counts up when the form changes, so that no reader takes one for another. */
const VERSION = 1;

/**
 * A trained network that looks at pictures, and only looks: it doesn't learn. It runs anywhere, also in a page, and
 * travels as JSON. `toPictureNetwork` makes one of a TensorFlow.js model.
 *
 * @example
 * const toDark = {weights: Float32Array.of(-1, 1), biases: Float32Array.of(0, 0)};
 * const layers = [{kind: 'average'}, {kind: 'dense', units: 2, ...toDark}, {kind: 'softmax'}];
 * const network = new PictureNetwork({side: 2, classNames: ['dark', 'light'], layers});
 * network.predict(Uint8Array.of(0, 0, 0, 0))[0]; // 0.5
 */
export class PictureNetwork {
  readonly side: number;
  readonly classNames: readonly string[];
  readonly layers: readonly PictureLayer[];

  /**
   * @throws {RangeError} If a layer doesn't fit the one before or holds NaN or Infinity, the outputs don't fit the names, or
   *   the last layer is no softmax, so that they are no probabilities.
   */
  constructor({side, classNames, layers}: PictureNetworkOptions) {
    checkCount(side, 'side');
    const outputs = layers.reduce(checkLayer, {side, maps: 1});
    if (outputs.side !== 1 || outputs.maps !== classNames.length) {
      const got = outputs.side === 1 ? `${outputs.maps} numbers` : `maps of ${outputs.side} × ${outputs.side}`;
      throw new RangeError(`layers must end with ${classNames.length} numbers, one for each class name, got ${got}`);
    }
    const last = layers.at(-1)?.kind;
    if (last !== 'softmax') throw new RangeError(`layers must end with softmax, got ${received(last)}`);
    [this.side, this.classNames, this.layers] = [side, [...classNames], [...layers]];
  }

  /**
   * The probability of each class.
   *
   * @param picture - Grey bytes, row by row from the top. Shape (side · side).
   * @returns Shape (classes).
   * @throws {RangeError} If the picture has another size, or the weights are so large that the sums leave the 32-bit floats.
   */
  predict(picture: Uint8Array): Float32Array {
    const {side, layers} = this;
    if (picture.length !== side * side) {
      throw new RangeError(`picture must have ${side} × ${side} pixels, got ${picture.length} pixels`);
    }
    const input: Maps = {side, maps: 1, values: Float32Array.from(picture, (byte) => byte / 255)};
    const {values} = layers.reduce(forward, input);
    const wrong = values.findIndex((share) => !Number.isFinite(share));
    if (wrong >= 0)
      throw new RangeError(`probabilities must be finite, got ${values[wrong]} of ${this.classNames[wrong]}`);
    return values;
  }

  /** Plain data; weights as 32-bit floats in base64, so that a million of them take 5.3 MB. */
  toJSON(): object {
    const {side, classNames, layers} = this;
    return {format: FORMAT, version: VERSION, side, classNames, layers: layersToJson(layers)};
  }

  /**
   * The network that `toJSON` has written.
   *
   * @throws {RangeError} If a part is missing or doesn't fit the others.
   */
  static fromJSON(json: unknown): PictureNetwork {
    const {format, version, side, classNames, layers} = (json ?? {}) as Record<string, unknown>;
    if (format !== FORMAT) throw new RangeError(`json must be a ${FORMAT}, got ${received(format ?? json)}`);
    if (version !== VERSION) throw new RangeError(`version must be ${VERSION}, got ${received(version)}`);
    if (!Array.isArray(classNames) || !classNames.every((name) => typeof name === 'string')) {
      throw new RangeError(`classNames must be a list of names, got ${received(classNames)}`);
    }
    return new PictureNetwork({side: side as number, classNames, layers: layersFromJson(layers)});
  }
}

/** What comes out of a layer, by its shape. */
function checkLayer(
  {side, maps}: Omit<Maps, 'values'>,
  layer: PictureLayer,
  index: number,
): {side: number; maps: number} {
  const check = (what: string, got: number | undefined, wanted: number): void => {
    if (got === wanted) return;
    throw new RangeError(`layer ${index}, ${layer.kind}: ${what} must be ${wanted}, got ${received(got)}`);
  };
  for (const [name, numbers] of Object.entries(layer)) {
    const wrong = numbers instanceof Float32Array ? numbers.findIndex((number) => !Number.isFinite(number)) : -1;
    if (wrong >= 0) {
      const got = `${(numbers as Float32Array)[wrong]} at index ${wrong}`;
      throw new RangeError(`layer ${index}, ${layer.kind}: ${name} must hold finite numbers, got ${got}`);
    }
  }
  switch (layer.kind) {
    case 'convolution': {
      const {size, filters, weights, biases} = layer;
      check('the remainder of its size by 2', size % 2, 1);
      check('its weights', weights.length, size * size * maps * filters);
      if (biases) check('its biases', biases.length, filters);
      return {side, maps: filters};
    }
    case 'normalise':
      check('its scales', layer.scale.length, maps);
      check('its shifts', layer.shift.length, maps);
      return {side, maps};
    case 'dense':
      check('the side of its input', side, 1);
      check('its weights', layer.weights.length, maps * layer.units);
      check('its biases', layer.biases.length, layer.units);
      return {side: 1, maps: layer.units};
    case 'maxPooling':
      if (side < 2)
        throw new RangeError(`layer ${index}, maxPooling: the side of its input must be at least 2, got ${side}`);
      return {side: Math.floor(side / 2), maps};
    case 'average':
      return {side: 1, maps};
    case 'flatten':
      return {side: 1, maps: side * side * maps};
    case 'softmax':
      check('the side of its input', side, 1);
      return {side, maps};
    case 'relu':
      return {side, maps};
  }
}
