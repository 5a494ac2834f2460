import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {createRng, normal} from '../../src/math/random';
import {
  arctan,
  binaryStep,
  elu,
  identity,
  prelu,
  relu,
  sigmoid,
  signStep,
  softplus,
  tanh,
} from '../../src/neurons/activations';
import {dense} from '../../src/neurons/layers';
import {halfSquaredError, sumSquaredError} from '../../src/neurons/losses';
import {softmax} from '../../src/neurons/softmax';
import {Network, type NetworkOptions} from '../../src/trainers/network';
import {adam, momentum, sgd} from '../../src/trainers/optimizers';

const rng = createRng(3);
const X = new Matrix(9, 2).map(() => normal(rng));
const Y = Array.from({length: 9}, (_, i) => (X.get(i, 0) > 0 ? [1, 0] : [0, 1]));
const parameters = (network: Network): number[] =>
  network.layers.flatMap(({weights, biases}) => [...weights.data, ...(biases ?? [])]);
const copied = (network: Network): Network => Network.fromJSON(JSON.parse(JSON.stringify(network)));

describe('a network and its JSON', () => {
  const start = [
    {weights: [[0.1, 0.2], [0.3, -0.4]], biases: [0.5, 1 / 3]}, // prettier-ignore
    {weights: [[1, -1], [0.7, 0.2]]}, // prettier-ignore
  ];
  it.each<[string, NetworkOptions]>([
    [
      'many classes',
      {inputs: 2, layers: [dense(3, tanh), dense(2, softmax)], optimizer: adam(0.02, {beta1: 0.8}), seed: 4, l2: 0.01},
    ],
    [
      'a start of its own',
      {
        inputs: 2,
        layers: [dense(2, elu(0.3)), dense(2, sigmoid, {bias: false})],
        weights: start,
        optimizer: momentum(0.05, 0.8),
        batchSize: 'all',
        l1: 0.003,
      },
    ],
    [
      'another loss',
      {inputs: 2, layers: [dense(2, sigmoid)], loss: halfSquaredError, optimizer: sgd(0.3), init: 'he', batchSize: 2},
    ],
  ])('predict the same bits and fit the same: %s', (_name, options) => {
    const network = new Network({...options, epochs: 3}).fit(X, Y);
    const copy = copied(network);
    expect(copy.predict(X)).toEqual(network.predict(X));
    expect(parameters(copy)).toEqual(parameters(network));
    expect(copy.history_).toEqual([]);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(network));
    network.fit(X, Y.slice().reverse());
    copy.fit(X, Y.slice().reverse());
    expect(parameters(copy)).toEqual(parameters(network));
    expect(copy.history_).toEqual(network.history_);
  });

  const all = [identity, binaryStep, signStep, sigmoid, tanh, arctan, relu, softplus, prelu(0.2), elu(0.7)];
  it.each(all.map((f) => [f.name, f] as const))('bring %s back', (_name, activation) => {
    const network = new Network({inputs: 2, layers: [dense(4, activation), dense(1)], loss: sumSquaredError});
    const copy = copied(network);
    expect(copy.predict(X)).toEqual(network.predict(X));
    expect(copy.layers[0].activation.name).toBe(activation.name);
    expect(copy.loss).toBe(sumSquaredError);
  });

  it('refuses to keep what its name would not bring back', () => {
    const own = {...tanh, name: 'mine'};
    const keep = (options: Partial<NetworkOptions>) => () =>
      JSON.stringify(new Network({inputs: 1, layers: [dense(1)], ...options}));
    const rule = "must be one of the library's to be kept by name, got";
    expect(keep({layers: [dense(2, own), dense(1)]})).toThrow(
      new TypeError(`the activation of layers[0] ${rule} "mine"`),
    );
    expect(keep({loss: {...halfSquaredError, name: 'my loss'}})).toThrow(new TypeError(`the loss ${rule} "my loss"`));
    expect(keep({optimizer: {...sgd(1), name: 'constructor(1)'}})).toThrow(
      new TypeError(`the optimizer ${rule} "constructor(1)"`),
    );
  });
});

describe('a bad description of a network', () => {
  const good = () =>
    JSON.parse(JSON.stringify(new Network({inputs: 2, layers: [dense(2, tanh), dense(1)]}))) as Record<string, unknown>;
  const layer = (changes: object): object => {
    const [first, last] = good().layers as object[];
    return {layers: [{...first, ...changes}, last]};
  };

  it.each<[object, Error]>([
    [{format: 'other'}, new TypeError('format must be "neurons/network", got "other"')],
    [{format: undefined}, new TypeError('format must be "neurons/network", got undefined')],
    [{version: 2}, new RangeError('version must be 1, got 2')],
    [{inputs: undefined}, new RangeError('inputs must be a positive whole number, got undefined')],
    [{epochs: undefined}, new TypeError('epochs must be there, got undefined')],
    [{batchSize: undefined}, new TypeError('batchSize must be there, got undefined')],
    [{l2: undefined}, new TypeError('l2 must be there, got undefined')],
    [{seed: undefined}, new TypeError('seed must be there, got undefined')],
    [{init: undefined}, new TypeError('init must be there, got undefined')],
    [{epochs: '5'}, new RangeError('epochs must be a positive whole number, got "5"')],
    [{loss: 'mse'}, new TypeError('loss must be a loss such as \'meanSquaredError\', got "mse"')],
    [{loss: undefined}, new TypeError("loss must be a loss such as 'meanSquaredError', got undefined")],
    [{optimizer: 'sgd'}, new TypeError('optimizer must be an optimizer such as \'sgd(0.1)\', got "sgd"')],
    [
      {optimizer: 'constructor(1)'},
      new TypeError('optimizer must be an optimizer such as \'sgd(0.1)\', got "constructor(1)"'),
    ],
    [{optimizer: 'sgd(-1)'}, new RangeError('learningRate must be a positive number, got -1')],
    [{layers: {}}, new TypeError('layers must be an array, got an object')],
    [{layers: [1]}, new TypeError('layers[0] must be an object, got 1')],
    [
      layer({activation: 'swish'}),
      new TypeError("layers[0].activation must be an activation such as 'tanh' or 'elu(1)', got \"swish\""),
    ],
    [layer({bias: undefined}), new TypeError('layers[0].bias must be true or false, got undefined')],
    [layer({biases: undefined}), new TypeError('layers[0].biases must be there, got undefined')],
    [layer({biases: [1]}), new RangeError('layers[0].biases must hold 2 numbers, one a unit, got 1')],
    [layer({weights: [[1, 2]]}), new RangeError('layers[0].weights must be 2 × 2 (inputs × units), got 1 × 2')],
    [{start: []}, new RangeError('weights must have one entry for each of the 2 layers, got 0')],
  ])('is refused, with the name of the part: %#', (changes, error) => {
    const read = () => Network.fromJSON({...good(), ...changes});
    expect(read).toThrow(error);
    expect(read).toThrow(error.constructor);
  });

  it('is anything but an object', () => {
    expect(() => Network.fromJSON(null)).toThrow(new TypeError('json must be an object, got null'));
    expect(() => Network.fromJSON([])).toThrow(new TypeError('json must be an object, got an array of length 0'));
    expect(() => Network.fromJSON('{}')).toThrow(
      new TypeError('json must be an object: JSON.parse makes one of a text'),
    );
  });
});
