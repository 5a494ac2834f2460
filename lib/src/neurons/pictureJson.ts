import {received} from '../math/received';
import type {PictureLayer} from './pictureLayers';

/** Layers as plain data: lists of numbers become base64, all else stays. */
export function layersToJson(layers: readonly PictureLayer[]): object[] {
  return layers.map((layer) =>
    Object.fromEntries(
      Object.entries(layer).map(([name, value]) => [name, value instanceof Float32Array ? toBase64(value) : value]),
    ),
  );
}

const KINDS: Record<PictureLayer['kind'], {counts?: string[]; lists?: string[]}> = {
  convolution: {counts: ['size', 'filters'], lists: ['weights', 'biases']},
  normalise: {lists: ['scale', 'shift']},
  dense: {counts: ['units'], lists: ['weights', 'biases']},
  maxPooling: {},
  relu: {},
  average: {},
  flatten: {},
  softmax: {},
};

/** @throws {RangeError} If it is no list of layers, or a part of a layer is missing or of another kind. */
export function layersFromJson(json: unknown): PictureLayer[] {
  if (!Array.isArray(json)) throw new RangeError(`layers must be a list, got ${received(json)}`);
  return (json as unknown[]).map((layer, index) => {
    const parts = (typeof layer === 'object' && layer !== null ? layer : {}) as Record<string, unknown>;
    const {kind} = parts;
    if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
      throw new RangeError(
        `layer ${index}: kind must be one of ${Object.keys(KINDS).join(', ')}, got ${received(kind)}`,
      );
    }
    const {counts = [], lists = []} = KINDS[kind as PictureLayer['kind']];
    const read: Record<string, unknown> = {kind};
    for (const name of counts) {
      if (!Number.isInteger(parts[name]) || (parts[name] as number) < 1) {
        throw new RangeError(`layer ${index}: ${name} must be a positive whole number, got ${received(parts[name])}`);
      }
      read[name] = parts[name];
    }
    for (const name of lists) {
      if (kind === 'convolution' && name === 'biases' && parts[name] === undefined) continue;
      read[name] = fromBase64(parts[name], `layer ${index}: ${name}`);
    }
    return read as unknown as PictureLayer;
  });
}

/** Four bytes a number, the least first, on every machine. */
function toBase64(numbers: Float32Array): string {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, i) => view.setFloat32(4 * i, number, true));
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

function fromBase64(text: unknown, name: string): Float32Array {
  const rule = `${name} must be 32-bit floats in base64`;
  if (typeof text !== 'string') throw new RangeError(`${rule}, got ${received(text)}`);
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    throw new RangeError(`${rule}, got ${received(text.slice(0, 20))}`);
  }
  if (bytes.length % 4 !== 0) throw new RangeError(`${rule}, got ${bytes.length} bytes`);
  const view = new DataView(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)).buffer);
  return Float32Array.from({length: bytes.length / 4}, (_, i) => view.getFloat32(4 * i, true));
}
