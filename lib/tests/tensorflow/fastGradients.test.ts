import {describe, expect, it} from 'vitest';
import {bestBackend, load} from './library';

const {tf, neurons, bridge} = load(await bestBackend());
const {createRng, normal} = neurons;

type Tensor = ReturnType<typeof tf.tensor>;
const rng = createRng(5);
const random = (...shape: number[]): Tensor =>
  tf.tensor(
    Float32Array.from({length: shape.reduce((a, b) => a * b)}, () => normal(rng)),
    shape,
  );

/** The slopes of a convolution, ReLU, and maximum, in the image and the filter. */
const slopes = (
  image: Tensor,
  filter: Tensor,
  size: number = 2,
  stride: number = 2,
  pad: 'valid' | 'same' = 'valid',
): number[] => {
  const chain = (x: Tensor, f: Tensor) => {
    const maps = tf.maxPool(tf.relu(tf.conv2d(x as never, f as never, 1, 'same')), size, stride, pad);
    return tf.sum(tf.mul(maps, maps));
  };
  const both = tf.grads((x, f) => chain(x, f))([image, filter]);
  return both.flatMap((each) => [...each.dataSync()]);
};

const cases: [string, Tensor, Tensor, number, number, ('valid' | 'same')?][] = [
  ['even sizes', random(3, 8, 6, 2), random(3, 3, 2, 4), 2, 2],
  ['an odd size, which is left to TensorFlow', random(2, 7, 6, 1), random(3, 3, 1, 2), 2, 2],
  ['an odd width, which is left to TensorFlow', random(2, 6, 7, 1), random(3, 3, 1, 2), 2, 2],
  ['larger squares, which are left to TensorFlow', random(2, 9, 9, 1), random(3, 3, 1, 2), 3, 3],
  ['squares that overlap, which are left to TensorFlow', random(2, 8, 8, 1), random(3, 3, 1, 2), 2, 1],
  ['sizes to which a border is added, left to TensorFlow', random(2, 7, 7, 1), random(3, 3, 1, 2), 2, 2, 'same'],
  ['an image without light', tf.zeros([1, 4, 4, 1]), random(3, 3, 1, 2), 2, 2],
];

describe('fastGradients', () => {
  it.each(cases)('are those of TensorFlow: %s', (_name, image, filter, size, stride, pad) => {
    const own = slopes(image, filter, size, stride, pad);
    const restore = bridge.fastGradients();
    try {
      const fast = slopes(image, filter, size, stride, pad);
      const largest = Math.max(1, ...own.map(Math.abs));
      fast.forEach((slope, i) => expect(Math.abs(slope - own[i]) / largest).toBeLessThan(1e-6));
      expect(fast).toHaveLength(own.length);
    } finally {
      restore();
    }
  });

  it('give the whole slope to each of the pixels that tie, until they are taken back', () => {
    const flat = tf.ones([1, 2, 2, 1]);
    const slope = () => [
      ...tf
        .grad((x) => tf.sum(tf.maxPool(x as never, 2, 2, 'valid')))(flat)
        .dataSync(),
    ];
    const own = slope();
    expect(own.reduce((a, b) => a + b)).toBe(1);
    const restore = bridge.fastGradients();
    expect(slope()).toEqual([1, 1, 1, 1]);
    restore();
    expect(slope()).toEqual(own);
  });

  it('put all ways of TensorFlow back', () => {
    const layers = Object.getPrototypeOf(tf.layers.batchNormalization({})) as {call: unknown};
    const ways = () => [layers.call, tf.getGradient('MaxPool'), tf.getGradient('Relu')];
    const own = ways();
    bridge.fastGradients()();
    ways().forEach((way, k) => expect(way).toBe(own[k]));
  });

  it('train a network as TensorFlow does', async () => {
    const train = async (): Promise<number[]> => {
      const layers = [
        tf.layers.conv2d({
          filters: 4,
          kernelSize: 3,
          activation: 'relu',
          padding: 'same',
          inputShape: [8, 8, 1],
          kernelInitializer: tf.initializers.glorotUniform({seed: 1}),
        }),
        tf.layers.maxPooling2d({poolSize: 2}),
        tf.layers.flatten(),
        tf.layers.dense({units: 3, activation: 'softmax', kernelInitializer: tf.initializers.glorotUniform({seed: 2})}),
      ];
      const model = tf.sequential({layers});
      model.compile({optimizer: tf.train.sgd(0.1), loss: 'categoricalCrossentropy'});
      const X = tf
        .linspace(-1, 1, 6 * 64)
        .reshape([6, 8, 8, 1])
        .sin();
      const Y = tf.oneHot(tf.tensor1d([0, 1, 2, 0, 1, 2], 'int32'), 3);
      const {history} = await model.fit(X, Y, {epochs: 5, verbose: 0, shuffle: false});
      return history.loss as number[];
    };
    const own = await train();
    const restore = bridge.fastGradients();
    const fast = await train();
    restore();
    expect(own[4]).toBeLessThan(own[0]);
    fast.forEach((loss, epoch) => expect(loss).toBeCloseTo(own[epoch], 5));
  });

  const normalised = (ofVectors: boolean) => {
    const batches = tf.layers.batchNormalization({momentum: 0.8, epsilon: 0.01});
    const flatten = tf.layers.flatten();
    return tf.sequential({
      layers: [
        tf.layers.conv2d({
          ...{filters: 3, kernelSize: 3, padding: 'same', useBias: false, inputShape: [6, 6, 1]},
          kernelInitializer: tf.initializers.glorotUniform({seed: 1}),
        }),
        ...(ofVectors ? [flatten, batches] : [batches, flatten]),
        tf.layers.activation({activation: 'relu'}),
        tf.layers.dense({units: 2, activation: 'softmax', kernelInitializer: tf.initializers.glorotUniform({seed: 2})}),
      ],
    });
  };
  const weightsOf = (model: ReturnType<typeof normalised>): number[] =>
    model.getWeights().flatMap((weights) => [...weights.dataSync()]);

  it.each([
    ['of pictures', false],
    ['of vectors, which is left to TensorFlow', true],
  ])('train a network with batch normalisation, moving means and all: %s', async (_, ofVectors) => {
    const X = tf
      .linspace(0, 40, 12 * 36)
      .sin()
      .mul(3)
      .add(1)
      .reshape([12, 6, 6, 1]);
    const Y = tf.oneHot(tf.range(0, 12, 1, 'int32').mod(tf.scalar(2, 'int32')), 2);
    const train = async (): Promise<number[]> => {
      const model = normalised(ofVectors);
      model.compile({optimizer: tf.train.sgd(0.2), loss: 'categoricalCrossentropy'});
      await model.fit(X, Y, {epochs: 6, batchSize: 4, verbose: 0, shuffle: false});
      return weightsOf(model);
    };
    const own = await train();
    const restore = bridge.fastGradients();
    const fast = await train();
    restore();
    const start = weightsOf(normalised(ofVectors));
    expect(Math.max(...own.map((weight, i) => Math.abs(weight - start[i])))).toBeGreaterThan(0.3);
    fast.forEach((weight, i) => expect(Math.abs(weight - own[i])).toBeLessThan(1e-4));
  });

  it('let batch normalisation judge by its moving means, and keep no memory of its batches', () => {
    const restore = bridge.fastGradients();
    const layer = tf.layers.batchNormalization({momentum: 0.5});
    const batch = random(4, 3, 3, 2);
    tf.tidy(() => void layer.apply(batch, {training: true}));
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const learned = layer.apply(batch, {training: true}) as Tensor;
      const [mean] = [tf.moments(learned, [0, 1, 2]).mean.dataSync()];
      mean.forEach((each) => expect(Math.abs(each)).toBeLessThan(1e-5));
    });
    expect(tf.memory().numTensors).toBe(before);
    const judged = tf.tidy(() => [...tf.moments(layer.apply(batch) as Tensor, [0, 1, 2]).mean.dataSync()]);
    expect(Math.max(...judged.map(Math.abs))).toBeGreaterThan(1e-3); // half of each moving mean is still the start's 0
    restore();
  });

  it('keep no memory', () => {
    const [image, filter] = [random(2, 8, 8, 1), random(3, 3, 1, 2)];
    const restore = bridge.fastGradients();
    const before = tf.memory().numTensors;
    for (let time = 0; time < 20; time++) tf.tidy(() => slopes(image, filter));
    expect(tf.memory().numTensors).toBe(before);
    restore();
  });
});
