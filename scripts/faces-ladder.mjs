// node scripts/faces-ladder.mjs [seed…]: how well each rung of lesson 12's ladder does on drawn faces, in % of the faces of a test.
// For each seed 3,500 faces train, 700 others choose the linear model, and 700 more are the test. A seed takes some minutes, most of it for the
// convolutional network, which only a native TensorFlow trains in time; LADDER_EPOCHS sets its epochs (20), 0 leaves it out.
import './lib/node-version.mjs';
import {MlpClassifier, SoftmaxRegression, StandardScaler, adam, classificationReport, drawFaces, relu} from 'neurons';

const seeds = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 2, 3, 4, 5];
const epochs = Number(process.env.LADDER_EPOCHS ?? 20);
const SIDE = 48;
const CLASSES = 7;

/** @typedef {import('neurons').FaceSet} FaceSet */

/** Accuracies, a list a rung. @type {Map<string, number[]>} */
const measured = new Map();
for (const seed of seeds) {
  const [train, validation, test] = [3500, 700, 700].map((samples, part) =>
    drawFaces({samples, seed: 100 * seed + part}),
  );
  const scaler = new StandardScaler().fit(train.pixels);
  const [X, V, T] = [train, validation, test].map(({pixels}) => scaler.transform(pixels));
  tell(seed, 'majority', classificationReport(test.labels, test.labels).majority);
  const shared = {optimizer: adam(3e-4), batchSize: 32, dtype: /** @type {const} */ ('float32'), seed};
  const linear = [0.003, 0.01, 0.03, 0.1, 0.3].map((l2) => {
    const model = new SoftmaxRegression({...shared, epochs: 25, l2}).fit(X, train.labels);
    return {model, chosenBy: model.score(V, validation.labels)};
  });
  linear.sort((a, b) => b.chosenBy - a.chosenBy);
  tell(seed, 'softmax on pixels', linear[0].model.score(T, test.labels));
  const hidden = new MlpClassifier({...shared, epochs: 30, hiddenLayers: [200], activation: relu});
  tell(seed, '200 hidden', hidden.fit(X, train.labels).score(T, test.labels));
  if (epochs > 0) tell(seed, 'convolutional', await convolutional(train, test, seed));
}
for (const [rung, shares] of measured) {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const squares = shares.reduce((sum, share) => sum + (share - mean) * (share - mean), 0);
  const deviation = Math.sqrt(squares / Math.max(1, shares.length - 1));
  console.log(`${rung}: mean ${percent(mean)}, standard deviation ${percent(deviation)} of ${shares.length} seeds`);
}

/**
 * @param {number} seed
 * @param {string} rung
 * @param {number} share
 */
function tell(seed, rung, share) {
  measured.set(rung, [...(measured.get(rung) ?? []), share]);
  console.log(`seed ${seed}, ${rung}: ${percent(share)}`);
}

/** @param {number} share */
function percent(share) {
  return (100 * share).toFixed(1);
}

/**
 * Three convolutions of 16, 32 and 64 filters, each followed by pooling, and a dense layer of 64.
 * @param {FaceSet} train
 * @param {FaceSet} test
 * @param {number} seed
 */
async function convolutional(train, test, seed) {
  const tf = await import('@tensorflow/tfjs-node');
  const images = (/** @type {FaceSet['pixels']} */ {rows, data}) =>
    tf.tidy(() => tf.tensor4d(data, [rows, SIDE, SIDE, 1], 'int32').toFloat().div(127.5).sub(1));
  const model = tf.sequential();
  for (const [k, filters] of [16, 32, 64].entries()) {
    const inputShape = k === 0 ? {inputShape: [SIDE, SIDE, 1]} : {};
    const start = tf.initializers.heUniform({seed: 10 * seed + k});
    model.add(
      tf.layers.conv2d({
        ...inputShape,
        filters,
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: start,
      }),
    );
    model.add(tf.layers.maxPooling2d({poolSize: 2}));
  }
  model.add(tf.layers.flatten());
  model.add(tf.layers.dropout({rate: 0.4, seed}));
  model.add(tf.layers.dense({units: 64, activation: 'relu', kernelInitializer: tf.initializers.heUniform({seed})}));
  model.add(tf.layers.dropout({rate: 0.3, seed: seed + 1}));
  model.add(
    tf.layers.dense({units: CLASSES, activation: 'softmax', kernelInitializer: tf.initializers.glorotUniform({seed})}),
  );
  model.compile({optimizer: tf.train.adam(1e-3), loss: 'categoricalCrossentropy'});
  const Y = tf.oneHot(tf.tensor1d(train.labels, 'int32'), CLASSES);
  await model.fit(images(train.pixels), Y, {epochs, batchSize: 32, shuffle: true, verbose: 0});
  const answers = /** @type {import('@tensorflow/tfjs-node').Tensor} */ (model.predict(images(test.pixels)));
  const predicted = await answers.argMax(1).data();
  return test.labels.reduce((right, label, i) => right + Number(label === predicted[i]), 0) / predicted.length;
}
