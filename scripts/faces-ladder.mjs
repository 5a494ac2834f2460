// node scripts/faces-ladder.mjs [seed…]: how well each rung of lesson 12's ladder does on other drawn faces, in % of the test faces.
// Faces, parts and settings are those of the lesson, only the seed is another. A seed takes two or three minutes, most of it for the
// convolutional network, which only a native TensorFlow trains in time; LADDER_EPOCHS sets its epochs (14), 0 leaves it out.
import './lib/node-version.mjs';
import {
  Matrix,
  MlpClassifier,
  SoftmaxRegression,
  StandardScaler,
  adam,
  classificationReport,
  drawFaces,
  relu,
} from 'neurons';

const seeds = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 2, 3, 4, 5];
const epochs = Number(process.env.LADDER_EPOCHS ?? 14);
const SIDE = 48;

/** @typedef {{X: Matrix<Uint8Array>, y: Float64Array}} Part */

/** Accuracies, a list a rung. @type {Map<string, number[]>} */
const measured = new Map();
for (const seed of seeds) {
  const faces = drawFaces({samples: 4900, seed});
  const rowsOf = (/** @type {number} */ use) => [...faces.usage.keys()].filter((i) => faces.usage[i] === use);
  /** @type {(rows: number[]) => Part} */
  const part = (rows) => ({X: faces.pixels.rowsAt(rows), y: Float64Array.from(rows, (i) => faces.labels[i])});
  const [train, validation] = [true, false].map((isKept) =>
    part(rowsOf(0).filter((_, n) => (n % 10 !== 0) === isKept)),
  );
  const test = part(rowsOf(1));
  tell(seed, 'majority', classificationReport(test.y, test.y).majority);

  const twice = withMirrored(train);
  const scaler = new StandardScaler({dtype: 'float32'}).fit(twice.X);
  const [X, T] = [twice.X, test.X].map((pictures) => scaler.transform(pictures));
  const steps = {
    optimizer: adam(1e-3, {decay: 3e-3}),
    batchSize: 128,
    epochs: 20,
    dtype: /** @type {const} */ ('float32'),
  };
  tell(seed, 'one layer', new SoftmaxRegression({...steps, l2: 0.03}).fit(X, twice.y).score(T, test.y));
  const hidden = new MlpClassifier({...steps, hiddenLayers: [200], activation: relu, l2: 0.01, seed: 1});
  tell(seed, '200 hidden', hidden.fit(X, twice.y).score(T, test.y));
  if (epochs > 0) tell(seed, 'convolutional', await convolutional(train, validation, test));
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

/** Each face as it is, and in the mirror. @type {(part: Part) => Part} */
function withMirrored({X, y}) {
  const twice = new Matrix(2 * X.rows, X.columns, new Uint8Array(2 * X.data.length), X.scale);
  for (let i = 0; i < X.rows; i++) {
    const row = X.row(i);
    twice.row(i).set(row);
    twice.row(X.rows + i).set(row.map((_, p) => row[p + SIDE - 1 - 2 * (p % SIDE)]));
  }
  return {X: twice, y: Float64Array.of(...y, ...y)};
}

/**
 * The lesson's network: its accuracy on the test faces.
 * @param {Part} train
 * @param {Part} validation
 * @param {Part} test
 */
async function convolutional(train, validation, test) {
  const tf = await import('@tensorflow/tfjs-node');
  const {fitPictures, predictPictures} = await import('neurons/tensorflow');
  let starts = 0;
  const start = () => tf.initializers.heNormal({seed: ++starts});
  const fixed = {kernelSize: 3, padding: /** @type {const} */ ('same'), useBias: false};
  const block = (/** @type {number} */ filters, /** @type {boolean} */ pool, input = {}) => [
    tf.layers.conv2d({
      ...{...fixed, ...input, filters, kernelInitializer: start()},
      kernelRegularizer: tf.regularizers.l2({l2: 2e-4}),
    }),
    ...(pool ? [tf.layers.maxPooling2d({poolSize: 2})] : []),
    tf.layers.batchNormalization({momentum: 0.9}),
    tf.layers.activation({activation: 'relu'}),
  ];
  const input = {inputShape: [SIDE, SIDE, 1]};
  const blocks = [block(16, true, input), block(32, true), block(64, false), block(64, true), block(128, false)];
  const model = tf.sequential({layers: blocks.flat()});
  model.add(tf.layers.globalAveragePooling2d({}));
  model.add(tf.layers.dropout({rate: 0.4, seed: 1}));
  model.add(tf.layers.dense({units: 7, activation: 'softmax', kernelInitializer: start()}));
  await fitPictures(model, train.X, train.y, {epochs, patience: 8, validation: [validation.X, validation.y]});
  const said = predictPictures(model, test.X, {mirror: true}).toArrays();
  model.dispose();
  return said.reduce((right, row, i) => right + Number(row.indexOf(Math.max(...row)) === test.y[i]), 0) / test.y.length;
}
