import {describe, expect, it} from 'vitest';
import {forward, type PictureLayer} from '../../src/neurons/pictureLayers';
import {PictureNetwork} from '../../src/neurons/pictureNetwork';

const floats = (...numbers: number[]): Float32Array => Float32Array.from(numbers);
/** 4 × 4 pixels; two filters of 1 × 1, then all kinds of layers. */
const layers: PictureLayer[] = [
  {kind: 'convolution', size: 1, filters: 2, weights: floats(1, -1), biases: floats(0, 1)},
  {kind: 'normalise', scale: floats(2, 1), shift: floats(0, -0.5)},
  {kind: 'relu'},
  {kind: 'maxPooling'},
  {kind: 'average'},
  {kind: 'dense', units: 2, weights: floats(1, 0, 0, 1), biases: floats(0, 0.25)},
  {kind: 'softmax'},
];
const options = {side: 4, classNames: ['dark', 'light'], layers};
const half = new Uint8Array(16).map((_, i) => (i % 4 < 2 ? 0 : 255)); // dark at the left, light at the right

describe('PictureNetwork', () => {
  it('computes what its layers say', () => {
    // Map 0: 2 · pixel; largest of each 2 × 2: 0, 2, 0, 2, mean 1. Map 1: 1 − pixel − 0.5, cut at 0: 0.5, 0, 0.5, 0, mean 0.25.
    const [a, b] = [Math.exp(1), Math.exp(0.5)];
    const said = new PictureNetwork(options).predict(half);
    expect(Math.abs(said[0] - a / (a + b))).toBeLessThan(1e-6);
    expect(Math.abs(said[1] - b / (a + b))).toBeLessThan(1e-6);
  });

  it('convolves over all maps, with zeros outside of the border', () => {
    // Two maps of 2 × 2, one filter of 3 × 3: its weight is 1 for the left neighbour in map 0, 10 for the pixel itself in map 1.
    const weights = new Float32Array(18);
    weights[(1 * 3 + 0) * 2] = 1;
    weights[(1 * 3 + 1) * 2 + 1] = 10;
    const input = {side: 2, maps: 2, values: floats(1, 5, 2, 6, 3, 7, 4, 8)};
    const {values} = forward(input, {kind: 'convolution', size: 3, filters: 1, weights});
    expect([...values]).toEqual([50, 61, 70, 83]);
  });

  it('leaves the last row and column of an odd side out when it pools, and keeps what is below zero', () => {
    const input = {side: 3, maps: 1, values: floats(-5, -2, 9, -3, -4, 9, 9, 9, 9)};
    expect(forward(input, {kind: 'maxPooling'})).toEqual({side: 1, maps: 1, values: floats(-2)});
  });

  it('flattens row by row with all maps of a pixel side by side, and stays finite for large logits', () => {
    const input = {side: 2, maps: 2, values: floats(1, 2, 3, 4, 5, 6, 7, 8)};
    expect(forward(input, {kind: 'flatten'})).toEqual({side: 1, maps: 8, values: input.values});
    const sure = forward({side: 1, maps: 2, values: floats(1000, 998)}, {kind: 'softmax'});
    expect(Math.abs(sure.values[0] - 1 / (1 + Math.exp(-2)))).toBeLessThan(1e-6);
  });

  it('travels as JSON and answers the same', () => {
    const network = new PictureNetwork(options);
    const again = PictureNetwork.fromJSON(JSON.parse(JSON.stringify(network)));
    expect(again.predict(half)).toEqual(network.predict(half));
    expect(again.layers).toEqual(network.layers);
    expect([again.side, again.classNames]).toEqual([4, ['dark', 'light']]);
  });

  it('travels without biases of a convolution, with an odd side, and with more weights than one piece of text', () => {
    const some = (length: number): Float32Array => Float32Array.from({length}, (_, i) => ((7 * i) % 11) - 5);
    const network = new PictureNetwork({
      ...options,
      side: 5,
      layers: [
        {kind: 'convolution', size: 3, filters: 2, weights: some(18)},
        {kind: 'maxPooling'}, // 2 × 2
        {kind: 'flatten'},
        {kind: 'dense', units: 300, weights: some(8 * 300), biases: some(300)},
        {kind: 'dense', units: 2, weights: some(600).map((weight) => weight / 1e5), biases: some(2)},
        {kind: 'softmax'},
      ],
    });
    const again = PictureNetwork.fromJSON(JSON.parse(JSON.stringify(network)));
    expect(again.layers).toEqual(network.layers);
    const picture = Uint8Array.from({length: 25}, (_, i) => 10 * i);
    expect(again.predict(picture)).toEqual(network.predict(picture));
  });

  it('writes four bytes a weight, the least first', () => {
    const json = JSON.stringify(new PictureNetwork(options));
    expect(json).toContain(
      `"scale":"${Buffer.from(Uint8Array.of(0, 0, 0, 0x40, 0, 0, 0x80, 0x3f)).toString('base64')}"`,
    );
  });

  it('refuses a picture of another size', () => {
    expect(() => new PictureNetwork(options).predict(new Uint8Array(15))).toThrow(
      new RangeError('picture must have 4 × 4 pixels, got 15 pixels'),
    );
  });

  it('lets no NaN out where sums leave the 32-bit floats', () => {
    const huge = {kind: 'dense', units: 2, weights: floats(3e38, 0), biases: floats(3e38, 0)} as const;
    const network = new PictureNetwork({...options, layers: [{kind: 'average'}, huge, {kind: 'softmax'}]});
    expect([...network.predict(new Uint8Array(16))]).toEqual([1, 0]);
    expect(() => network.predict(new Uint8Array(16).fill(255))).toThrow(
      new RangeError('probabilities must be finite, got NaN of dark'),
    );
  });

  const changed = (index: number, layer: PictureLayer): PictureLayer[] =>
    layers.map((each, i) => (i === index ? layer : each));
  it.each<[Partial<typeof options>, string]>([
    [{side: 0}, 'side must be a positive whole number, got 0'],
    [{classNames: ['one']}, 'layers must end with 1 numbers, one for each class name, got 2 numbers'],
    [{layers: [{kind: 'relu'}]}, 'layers must end with 2 numbers, one for each class name, got maps of 4 × 4'],
    [
      {layers: changed(0, {kind: 'convolution', size: 2, filters: 2, weights: floats(1)})},
      'layer 0, convolution: the remainder of its size by 2 must be 1, got 0',
    ],
    [
      {layers: changed(0, {kind: 'convolution', size: 3, filters: 2, weights: floats(1)})},
      'layer 0, convolution: its weights must be 18, got 1',
    ],
    [
      {layers: changed(0, {kind: 'convolution', size: 1, filters: 2, weights: floats(1, 1), biases: floats(1)})},
      'layer 0, convolution: its biases must be 2, got 1',
    ],
    [
      {layers: changed(1, {kind: 'normalise', scale: floats(1), shift: floats(1, 1)})},
      'layer 1, normalise: its scales must be 2, got 1',
    ],
    [
      {layers: changed(1, {kind: 'normalise', scale: floats(1, 1), shift: floats(1)})},
      'layer 1, normalise: its shifts must be 2, got 1',
    ],
    [{layers: changed(4, {kind: 'relu'})}, 'layer 5, dense: the side of its input must be 1, got 2'],
    [
      {layers: changed(5, {kind: 'dense', units: 2, weights: floats(1), biases: floats(1, 1)})},
      'layer 5, dense: its weights must be 4, got 1',
    ],
    [
      {layers: changed(5, {kind: 'dense', units: 2, weights: floats(1, 1, 1, 1), biases: floats(1)})},
      'layer 5, dense: its biases must be 2, got 1',
    ],
    [{layers: [{kind: 'softmax'}]}, 'layer 0, softmax: the side of its input must be 1, got 4'],
    [{layers: layers.slice(0, -1)}, 'layers must end with softmax, got "dense"'],
    [
      {layers: [{kind: 'average'}, {kind: 'maxPooling'}, ...layers.slice(5)]},
      'layer 1, maxPooling: the side of its input must be at least 2, got 1',
    ],
  ])('refuses parts that don’t fit (%#)', (part, message) => {
    expect(() => new PictureNetwork({...options, ...part})).toThrow(new RangeError(message));
  });

  const json = JSON.parse(JSON.stringify(new PictureNetwork(options))) as {layers: object[]};
  const nan = Buffer.from(new Float32Array([NaN, 1]).buffer).toString('base64');
  it.each<[unknown, string]>([
    [undefined, 'json must be a neurons/picture-network, got undefined'],
    [{...json, version: 2}, 'version must be 1, got 2'],
    [{...json, classNames: 'dark'}, 'classNames must be a list of names, got "dark"'],
    [{...json, layers: {}}, 'layers must be a list, got an object'],
    [
      {...json, layers: [null]},
      'layer 0: kind must be one of convolution, normalise, dense, maxPooling, relu, average, flatten, softmax, got undefined',
    ],
    [{...json, layers: [{kind: 'dense', units: 0}]}, 'layer 0: units must be a positive whole number, got 0'],
    [
      {...json, layers: [{kind: 'dense', units: 1, weights: 'AAAAAA=='}]},
      'layer 0: biases must be 32-bit floats in base64, got undefined',
    ],
    [
      {...json, layers: [{kind: 'normalise', scale: 'no!', shift: ''}]},
      'layer 0: scale must be 32-bit floats in base64, got "no!"',
    ],
    [
      {...json, layers: [{kind: 'normalise', scale: 'AAAA', shift: ''}]},
      'layer 0: scale must be 32-bit floats in base64, got 3 bytes',
    ],
    [
      {...json, layers: [{kind: 'normalise', scale: nan, shift: nan}]},
      'layer 0, normalise: scale must hold finite numbers, got NaN at index 0',
    ],
    [{...json, layers: [{kind: 'normalise'}]}, 'layer 0: scale must be 32-bit floats in base64, got undefined'],
  ])('refuses JSON that is none of its own (%#)', (wrong, message) => {
    expect(() => PictureNetwork.fromJSON(wrong)).toThrow(new RangeError(message));
  });
});
