import {afterEach, describe, expect, it} from 'vitest';
import {bestBackend, load} from './library';

const {tf, neurons, bridge} = load(await bestBackend());
const {createRng, Matrix} = neurons;
const {predictPictures, toPictureNetwork} = bridge;
const {activation, batchNormalization, conv2d, dense, dropout, flatten} = tf.layers;

type Layers = NonNullable<Parameters<typeof tf.sequential>[0]>['layers'];
const rng = createRng(2);
const pictures = new Matrix(
  6,
  144,
  Uint8Array.from({length: 6 * 144}, () => 256 * rng()),
  1 / 255,
);
const classNames = ['a', 'b', 'c'];
const first = {inputShape: [12, 12, 1], kernelSize: 3, padding: 'same' as const};
/** Weights of all kinds, as a training would have left them. */
const stirred = (layers: Layers) => {
  const model = tf.sequential({layers});
  model.setWeights(
    model.getWeights().map((each) =>
      tf.tensor(
        Float32Array.from({length: each.size}, () => 0.1 + rng()),
        each.shape,
      ),
    ),
  );
  model.setWeights(model.getWeights().map((each) => (each.rank > 1 ? each.sub(0.6) : each)));
  return model;
};

const models: Record<string, () => Layers> = {
  'a network as lesson 12 has it': () => [
    conv2d({...first, filters: 4, useBias: false}),
    tf.layers.maxPooling2d({poolSize: 2}),
    batchNormalization({}),
    activation({activation: 'relu'}),
    conv2d({filters: 5, kernelSize: 3, padding: 'same', useBias: false}),
    batchNormalization({scale: false}),
    tf.layers.reLU(),
    tf.layers.globalAveragePooling2d({}),
    dropout({rate: 0.5}),
    dense({units: 3, activation: 'softmax'}),
  ],
  'filters of 5 × 5 with biases, an odd side, and dense layers': () => [
    conv2d({...first, kernelSize: 5, filters: 3, activation: 'relu'}),
    tf.layers.maxPooling2d({poolSize: 2}),
    tf.layers.maxPooling2d({poolSize: 2}),
    batchNormalization({center: false, epsilon: 0.1}),
    tf.layers.maxPooling2d({poolSize: 2}),
    flatten(),
    dense({units: 4, activation: 'relu'}),
    dense({units: 3}),
    activation({activation: 'softmax'}),
  ],
};

afterEach(() => tf.disposeVariables());

describe('toPictureNetwork', () => {
  it.each(Object.keys(models))('answers as TensorFlow does: %s', (name) => {
    const model = stirred(models[name]());
    const network = toPictureNetwork(model, {classNames});
    const theirs = predictPictures(model, pictures);
    expect(new Set(Array.from(theirs.data, (share) => share.toFixed(3))).size).toBeGreaterThan(6);
    for (let i = 0; i < pictures.rows; i++) {
      const ours = network.predict(pictures.row(i));
      ours.forEach((share, k) => expect(Math.abs(share - theirs.get(i, k))).toBeLessThan(1e-5));
    }
  });

  it('keeps the weights that the model had, whatever becomes of it', () => {
    const model = stirred(models['a network as lesson 12 has it']());
    const network = toPictureNetwork(model, {classNames});
    const before = network.predict(pictures.row(0));
    model.setWeights(model.getWeights().map((each) => tf.zerosLike(each)));
    expect(network.predict(pictures.row(0))).toEqual(before);
  });

  const end = () => [tf.layers.globalAveragePooling2d({}), dense({units: 3, activation: 'softmax'})];
  it.each<[string, () => Layers, string]>([
    ['steps of 2', () => [conv2d({...first, filters: 2, strides: 2}), ...end()], 'strides of layer'],
    ['no padding', () => [conv2d({...first, filters: 2, padding: 'valid'}), ...end()], "padding of layer 'c"],
    ['long filters', () => [conv2d({...first, filters: 2, kernelSize: [1, 3]}), ...end()], 'must be [1,1], got [1,3]'],
    ['dilation', () => [conv2d({...first, filters: 2, dilationRate: 2}), ...end()], 'dilationRate of layer'],
    [
      'other pools',
      () => [conv2d({...first, filters: 2}), tf.layers.maxPooling2d({poolSize: 3}), ...end()],
      'poolSize of',
    ],
    [
      'overlapping pools',
      () => [conv2d({...first, filters: 2}), tf.layers.maxPooling2d({poolSize: 2, strides: 1}), ...end()],
      'strides of layer',
    ],
    [
      'another activation',
      () => [conv2d({...first, filters: 2, activation: 'tanh'}), ...end()],
      'must be linear, relu or softmax, got tanh',
    ],
    [
      'another layer',
      () => [conv2d({...first, filters: 2}), tf.layers.averagePooling2d({}), ...end()],
      'which a picture network doesn’t know'.replace('’', "'"),
    ],
    [
      'a ReLU with a ceiling',
      () => [conv2d({...first, filters: 2}), tf.layers.reLU({maxValue: 6}), ...end()],
      'maxValue of',
    ],
    ['means of rows', () => [conv2d({...first, filters: 2}), batchNormalization({axis: 1}), ...end()], 'axis of layer'],
    [
      'no biases',
      () => [conv2d({...first, filters: 2}), flatten(), dense({units: 3, useBias: false})],
      'useBias of layer',
    ],
  ])('refuses %s', (_, layers, message) => {
    expect(() => toPictureNetwork(tf.sequential({layers: layers()}), {classNames})).toThrow(message);
  });

  it('refuses layers that don’t follow one after another', () => {
    const input = tf.input({shape: [12, 12, 1]});
    const same = conv2d({...first, filters: 1});
    const apply = (layer: {apply: (x: never) => unknown}, x: unknown) => layer.apply(x as never) as typeof input;
    const twice = apply(flatten(), apply(same, apply(same, input)));
    const model = tf.model({inputs: input, outputs: apply(dense({units: 3, activation: 'softmax'}), twice)});
    expect(() => toPictureNetwork(model, {classNames})).toThrow(/^layer "conv2d_\w+" must see the layer before it/);
    const [one] = end();
    const mean = apply(one, input);
    const branch = apply(dense({units: 1}), mean);
    const answer = apply(dense({units: 3, activation: 'softmax'}), mean);
    const fork = tf.model({inputs: input, outputs: [branch, answer]});
    expect(() => toPictureNetwork(fork, {classNames})).toThrow(TypeError);
  });

  it('refuses pictures of several colours', () => {
    const model = tf.sequential({layers: [conv2d({...first, inputShape: [12, 12, 3], filters: 2}), ...end()]});
    expect(() => toPictureNetwork(model, {classNames})).toThrow(
      new RangeError('the model must take shape (side, side, 1), got (12, 12, 3)'),
    );
  });
});
