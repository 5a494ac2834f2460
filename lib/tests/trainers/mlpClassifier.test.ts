import {runInNewContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {makeBlobs} from '../../src/data/makeBlobs';
import {makeMoons} from '../../src/data/makeMoons';
import {makeSpiral} from '../../src/data/makeSpiral';
import {
  arctan,
  elu,
  identity,
  prelu,
  relu,
  sigmoid,
  softplus,
  tanh,
  type Activation,
} from '../../src/neurons/activations';
import {dense} from '../../src/neurons/layers';
import {categoricalCrossEntropy} from '../../src/neurons/losses';
import {softmax} from '../../src/neurons/softmax';
import type {EpochLog} from '../../src/trainers/classifier';
import {MlpClassifier, type MlpClassifierOptions} from '../../src/trainers/mlpClassifier';
import {Network} from '../../src/trainers/network';
import {adam, momentum, sgd, type Optimizer} from '../../src/trainers/optimizers';

const {X, y} = makeBlobs({samples: 45, centers: [[0, 0], [3, 0], [0, 3]], spread: 1}); // prettier-ignore
const parameters = ({network_}: MlpClassifier): number[] =>
  network_.layers.flatMap(({weights, biases}) => [...weights.data, ...biases!]);

describe('MlpClassifier', () => {
  it('is the network with softmax outputs that learns rows with a single 1', () => {
    const shared = {optimizer: momentum(0.05), epochs: 4, batchSize: 8, l2: 0.02, seed: 3};
    const labels = y.map((place) => [-1, 0.5, 7][place]);
    const model = new MlpClassifier({hiddenLayers: [5, 4], activation: tanh, ...shared}).fit(X, labels);
    const network = new Network({
      inputs: 2,
      layers: [dense(5, tanh), dense(4, tanh), dense(3, softmax)],
      init: 'glorot',
      ...shared,
    }).fit(X, [...y].map((place) => [0, 1, 2].map((k) => Number(k === place)))); // prettier-ignore
    expect(model.network_.layers).toEqual(network.layers);
    expect(model.history_).toEqual(network.history_);
    expect(model.predictProba(X)).toEqual(network.predict(X));
    expect(model.classes_).toEqual(Float64Array.of(-1, 0.5, 7));
    expect(new Set(model.predict(X))).toEqual(new Set([-1, 0.5, 7]));
  });

  it('has 16 relu neurons and learns by 100 epochs of 32 rows with Adam, if not told otherwise', () => {
    const {hiddenLayers, activation, optimizer, epochs, batchSize, l2, seed, earlyStopping} = new MlpClassifier();
    expect([hiddenLayers, activation, optimizer.name]).toEqual([[16], relu, adam().name]);
    expect([epochs, batchSize, l2, seed, earlyStopping]).toEqual([100, 32, 0, 0, undefined]);
    const {network_} = new MlpClassifier({epochs: 1}).fit(X, y);
    expect(network_.layers.map(({units, bias}) => [units, bias])).toEqual([[16, true], [3, true]]); // prettier-ignore
  });

  it('has a probability and a categorical cross-entropy for each of two classes too', () => {
    const {X, y} = makeMoons();
    const model = new MlpClassifier({epochs: 2}).fit(X, y);
    expect(model.network_.layers[1].units).toBe(2);
    expect(model.network_.loss).toBe(categoricalCrossEntropy);
    for (const [no, yes] of model.predictProba(X).toArrays()) expect(Math.abs(no + yes - 1)).toBeLessThan(1e-15);
  });

  const ownRelu: Activation = {name: 'mine', value: (z) => Math.max(0.1 * z, z), derivative: (z) => (z > 0 ? 1 : 0.1)};
  it.each([
    ...[relu, prelu(), prelu(0.01), elu(), elu(0.3), softplus, ownRelu].map((f) => [f, 'he'] as const),
    ...[sigmoid, tanh, arctan, identity, prelu(1)].map((f) => [f, 'glorot'] as const),
  ])('starts %j in the way that goes with it: %s', (activation, init) => {
    expect(new MlpClassifier({activation, epochs: 1}).fit(X, y).network_.init).toBe(init);
  });

  it('learns what no line does: moons, and with two layers the spiral', () => {
    const moons = makeMoons();
    expect(new MlpClassifier({optimizer: adam(0.02)}).fit(moons.X, moons.y).score(moons.X, moons.y)).toBeGreaterThan(
      0.97,
    );
    const spiral = makeSpiral();
    const model = new MlpClassifier({hiddenLayers: [16, 16], optimizer: adam(0.02)}).fit(spiral.X, spiral.y);
    expect(model.score(spiral.X, spiral.y)).toBeGreaterThan(0.95);
  });

  it('names what is wrong with its options', () => {
    const make = (options: object) => () => new MlpClassifier(options);
    const whole = 'must be a positive whole number, got';
    expect(make({hiddenLayers: 16})).toThrow(
      new TypeError('hiddenLayers must be an array of positive whole numbers, got 16'),
    );
    expect(make({hiddenLayers: [8, 0]})).toThrow(new RangeError(`hiddenLayers[1] ${whole} 0`));
    expect(make({activation: softmax})).toThrow(
      new TypeError('activation must be one of single units such as relu, got a function'),
    );
    expect(make({activation: 'relu'})).toThrow(TypeError);
    expect(make({optimizer: adam as unknown as Optimizer})).toThrow('optimizer must be an optimizer such as sgd(0.1)');
    expect(make({epochs: 0})).toThrow(new RangeError(`epochs ${whole} 0`));
    expect(make({batchSize: 'full'})).toThrow(RangeError);
    expect(make({l2: -1})).toThrow(new RangeError('l2 must be a finite number of 0 or more, got -1'));
    expect(make({seed: -1})).toThrow(RangeError);
    expect(make({earlyStopping: 5})).toThrow(
      new TypeError('earlyStopping must be an object such as {patience: 10}, got 5'),
    );
    expect(make({earlyStopping: {patience: 0}})).toThrow(new RangeError(`earlyStopping.patience ${whole} 0`));
    expect(make({earlyStopping: {}})).toThrow(new RangeError(`earlyStopping.patience ${whole} undefined`));
  });

  it('keeps its options to itself', () => {
    const [hiddenLayers, earlyStopping] = [[4], {patience: 3}];
    const model = new MlpClassifier({hiddenLayers, earlyStopping});
    hiddenLayers[0] = 5;
    earlyStopping.patience = 0;
    expect([model.hiddenLayers, model.earlyStopping]).toEqual([[4], {patience: 3}]);
  });
});

describe('early stopping', () => {
  /** Few noisy rows, and as many to judge by: the loss on the others falls, and then rises. */
  const train = makeMoons({samples: 30, noise: 0.4});
  const judged = makeMoons({samples: 30, noise: 0.4, seed: 1});
  const validation = [judged.X, judged.y] as const;
  const make = (options: MlpClassifierOptions = {}): MlpClassifier =>
    new MlpClassifier({optimizer: adam(0.1), epochs: 80, ...options});
  const all = make().fit(train.X, train.y, {validation}).history_;
  const lowest = all.reduce((best, log) => (log.valLoss! < best.valLoss! ? log : best));

  it('stops when the validation loss has not fallen for so many epochs, and keeps the log of all it went through', () => {
    const model = make({earlyStopping: {patience: 7}}).fit(train.X, train.y, {validation});
    const best = model.history_.reduce((best, log) => (log.valLoss! < best.valLoss! ? log : best));
    expect(model.history_.length).toBe(best.epoch + 7);
    expect(model.history_.length).toBeLessThan(80);
    expect(model.history_).toEqual(all.slice(0, model.history_.length));
  });

  it('answers with the weights of the best epoch', () => {
    const model = make({earlyStopping: {patience: 7}}).fit(train.X, train.y, {validation});
    const {epoch, valLoss, valAccuracy} = model.history_.reduce((best, log) =>
      log.valLoss! < best.valLoss! ? log : best,
    );
    const alone = make({epochs: epoch}).fit(train.X, train.y);
    expect(parameters(model)).toEqual(parameters(alone));
    expect(model.score(judged.X, judged.y)).toBe(valAccuracy);
    const targets = [...judged.y].map((label) => [1 - label, label]);
    expect(model.network_.evaluate(judged.X, targets)).toEqual({loss: valLoss, accuracy: valAccuracy});
    expect(model.network_.history_).toEqual([]);
  });

  it('goes back to the best epoch also when it never had to stop, or onEpoch did', () => {
    expect(lowest.epoch).toBeLessThan(77); // or nothing is tested here
    const whole = make({earlyStopping: {patience: 80}}).fit(train.X, train.y, {validation});
    expect(whole.history_).toEqual(all);
    expect(parameters(whole)).toEqual(parameters(make({epochs: lowest.epoch}).fit(train.X, train.y)));
    const last = lowest.epoch + 3;
    const onEpoch = ({epoch}: EpochLog): unknown => (epoch === last ? 'stop' : undefined);
    const stopped = make({earlyStopping: {patience: 80}}).fit(train.X, train.y, {validation, onEpoch});
    expect(stopped.history_).toEqual(all.slice(0, last));
    expect(parameters(stopped)).toEqual(parameters(whole));
  });

  it('answers in onEpoch with the epoch just ended, best or not', () => {
    const seen: number[] = [];
    const model = make({earlyStopping: {patience: 7}});
    model.fit(train.X, train.y, {validation, onEpoch: () => seen.push(model.score(judged.X, judged.y))});
    expect(seen).toEqual(model.history_.map((log) => log.valAccuracy));
  });

  it('asks for validation rows, and keeps what it learned before', () => {
    const model = make({earlyStopping: {patience: 7}}).fit(train.X, train.y, {validation});
    const before = [parameters(model), model.history_];
    expect(() => model.fit(train.X, train.y)).toThrow(
      new TypeError('validation must be given to fit for earlyStopping, as {validation: [X, y]}, got undefined'),
    );
    expect([parameters(model), model.history_]).toEqual(before);
  });

  it('forgets an earlier fit, and keeps it whole when one throws', () => {
    const model = make({earlyStopping: {patience: 7}}).fit(train.X, train.y, {validation});
    const before = [parameters(model), model.history_];
    const onEpoch = ({epoch}: EpochLog): void => {
      if (epoch === 3) throw new Error('no more');
    };
    expect(() => model.fit(judged.X, judged.y, {validation, onEpoch})).toThrow('no more');
    expect([parameters(model), model.history_]).toEqual(before);
    model.fit(judged.X, judged.y, {validation}).fit(train.X, train.y, {validation});
    expect([parameters(model), model.history_]).toEqual(before);
  });

  it('leaves an interrupted fit with all of its last full epoch', () => {
    const many = makeMoons({samples: 2000, noise: 0.3});
    const model = make({epochs: 1e9, earlyStopping: {patience: 1e9}});
    const scope = {model, X: many.X, y: many.y, validation};
    expect(() => runInNewContext('model.fit(X, y, {validation})', scope, {timeout: 200})).toThrow('timed out');
    const alone = make({epochs: model.history_.length}).fit(many.X, many.y, {validation});
    expect([parameters(model), model.history_]).toEqual([parameters(alone), alone.history_]);
  });
});

describe('MlpClassifier and its JSON', () => {
  const copied = (model: MlpClassifier): MlpClassifier =>
    MlpClassifier.fromJSON(JSON.parse(JSON.stringify(model)) as unknown);
  const labels = y.map((place) => [-1, 7, 0.5][place]);

  it.each<[string, MlpClassifierOptions]>([
    ['its defaults', {}],
    [
      'options of its own',
      {hiddenLayers: [4, 3], activation: elu(0.3), optimizer: momentum(0.1, 0.5), batchSize: 'all', l2: 0.1, seed: 9},
    ],
    ['early stopping', {activation: tanh, optimizer: sgd(0.1), earlyStopping: {patience: 2}}],
    ['no hidden layer', {hiddenLayers: [], activation: tanh}],
  ])('predict the same bits and fit the same, with %s', (_what, options) => {
    const validation = [X, labels] as const;
    const model = new MlpClassifier({epochs: 5, ...options}).fit(X, labels, {validation});
    const copy = copied(model);
    expect(copy.classes_).toEqual(Float64Array.of(-1, 0.5, 7));
    expect(copy.predictProba(X)).toEqual(model.predictProba(X));
    expect(copy.predict(X)).toEqual(model.predict(X));
    expect(copy.history_).toEqual([]);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(model));
    const {hiddenLayers, activation, epochs, batchSize, l2, seed, earlyStopping} = model;
    expect(copy).toMatchObject({hiddenLayers, epochs, batchSize, l2, seed, earlyStopping});
    expect([copy.activation.name, copy.optimizer.name]).toEqual([activation.name, model.optimizer.name]);
    copy.fit(X, y, {validation: [X, y]});
    model.fit(X, y, {validation: [X, y]});
    expect(parameters(copy)).toEqual(parameters(model));
    expect(copy.history_).toEqual(model.history_);
  });

  it('refuses to keep what its name would not bring back', () => {
    const keep = (options: MlpClassifierOptions) => () =>
      JSON.stringify(new MlpClassifier({epochs: 1, ...options}).fit(X, y));
    const rule = "must be one of the library's to be kept by name, got";
    expect(keep({activation: {...tanh, name: 'mine'}})).toThrow(new TypeError(`the activation ${rule} "mine"`));
    expect(keep({optimizer: {...sgd(1), name: 'mine(1)'}})).toThrow(new TypeError(`the optimizer ${rule} "mine(1)"`));
  });

  type Json = Record<string, unknown>;
  const good = JSON.stringify(new MlpClassifier({hiddenLayers: [4], epochs: 1, earlyStopping: {patience: 2}}).fit(X, labels, {validation: [X, labels]})); // prettier-ignore
  const other = (options: MlpClassifierOptions, samples = X, classes = y): unknown =>
    (JSON.parse(JSON.stringify(new MlpClassifier({epochs: 1, ...options}).fit(samples, classes))) as Json).network;
  const network = (JSON.parse(good) as Json).network as Json;
  const layers = network.layers as Json[];
  const two = makeMoons();

  it.each<[string, object, Error]>([
    ['format', {format: 'neurons/network'}, new TypeError('format must be "neurons/mlp-classifier", got "neurons/network"')],
    ['version', {version: 2}, new RangeError('version must be 1, got 2')],
    ['no layers', {hiddenLayers: undefined}, new TypeError('hiddenLayers must be there, got undefined')],
    ['layers', {hiddenLayers: [-1]}, new RangeError('hiddenLayers[0] must be a positive whole number, got -1')],
    ['activation', {activation: 'swish'}, new TypeError("activation must be an activation such as 'tanh' or 'elu(1)', got \"swish\"")],
    ['softmax', {activation: 'softmax'}, new TypeError('activation must be one of single units such as relu, got a function')],
    ['patience', {earlyStopping: {patience: 0}}, new RangeError('earlyStopping.patience must be a positive whole number, got 0')],
    ['classes', {classes: undefined}, new TypeError('classes must be an array of numbers, got undefined')],
    ['a class', {classes: [1, null, 3]}, new TypeError('classes must hold numbers, got null at index 1')],
    ['one class', {classes: [1]}, new RangeError('classes must hold at least two labels, got 1')],
    ['order', {classes: [1, 3, 2]}, new RangeError('classes must hold labels in rising order, got 2 at index 2')],
    ['twice', {classes: [1, 3, 3]}, new RangeError('classes must hold labels in rising order, got 3 at index 2')],
    ['more classes', {classes: [1, 2, 3, 4]}, new RangeError('network.layers[1].units must be 4, got 3')],
    ['no network', {network: undefined}, new TypeError('network must be an object, got undefined')],
    ['network', {network: other({hiddenLayers: [4]}, two.X, two.y)}, new RangeError('network.layers[1].units must be 3, got 2')],
    ['depth', {network: other({hiddenLayers: [4, 4]})}, new RangeError('network.layers.length must be 2, got 3')],
    ['width', {network: other({hiddenLayers: [5]})}, new RangeError('network.layers[0].units must be 4, got 5')],
    ['bend', {network: other({hiddenLayers: [4], activation: elu()})}, new RangeError('network.layers[0].activation must be "relu", got "elu(1)"')],
    ['start', {network: {...network, start: layers}}, new TypeError('network.start must be left out, got an array of length 2')],
    ['init', {network: {...network, init: 'zeros'}}, new RangeError('network.init must be "he", got "zeros"')],
    [
      'loss',
      {network: {...network, loss: 'meanSquaredError', layers: [layers[0], {...layers[1], activation: 'sigmoid'}]}},
      new RangeError('network.layers[1].activation must be "softmax", got "sigmoid"'),
    ],
    ['parts of the network', {network: {...network, epochs: undefined}}, new TypeError('epochs must be there, got undefined')],
  ])('a bad description is refused, with the name of the part: %s', (_what, changes, error) => {
    const read = () => MlpClassifier.fromJSON({...(JSON.parse(good) as Json), ...changes});
    expect(read).toThrow(error);
    expect(read).toThrow(error.constructor);
  }); // prettier-ignore

  it('a good description is read', () => expect(MlpClassifier.fromJSON(JSON.parse(good)).hiddenLayers).toEqual([4]));
});
