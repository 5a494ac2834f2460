import type * as TensorFlow from '@tensorflow/tfjs-node';
import {describe, expect, it} from 'vitest';
import {bestBackend, load} from './library';
import {describeParity} from './parity';

const loaded = load(await bestBackend());
const {tf, neurons, bridge} = loaded;
const {binaryStep, dense, elu, Network, prelu, relu, softplus} = neurons;
const {epochCallback, fromTensorFlow, toTensorFlow} = bridge;

describeParity(loaded);

describe('toTensorFlow', () => {
  it('knows elu(1) and softplus, too', () => {
    const network = new Network({inputs: 1, layers: [dense(3, elu()), dense(2, softplus)], seed: 3});
    const answers = [
      ...(toTensorFlow(network).predict(tf.tensor2d([[-2], [1]])) as ReturnType<typeof tf.tensor>).dataSync(),
    ];
    [...network.predict([[-2], [1]]).data].forEach((wanted, i) => expect(answers[i]).toBeCloseTo(wanted, 5));
  });

  it.each([prelu(0.1), elu(0.5), binaryStep, {...relu, value: Math.abs}])(
    'refuses an activation that TensorFlow lacks: $name',
    (activation) => {
      const network = new Network({inputs: 1, layers: [dense(2), dense(1, activation)]});
      expect(() => toTensorFlow(network)).toThrow(
        new TypeError(
          `layers[1] must have an activation of TensorFlow's, got ${activation.name}; ` +
            'both know identity, sigmoid, tanh, relu, elu(1), softplus, softmax',
        ),
      );
    },
  );
});

describe('fromTensorFlow', () => {
  const input = (...shape: number[]) => tf.layers.inputLayer({inputShape: shape});

  it('reads a model that was made there, past a dropout', () => {
    const layers = [
      input(3),
      tf.layers.dense({units: 4, activation: 'relu'}),
      tf.layers.dropout({rate: 0.5}),
      tf.layers.dense({units: 1}),
    ];
    const model = tf.sequential({layers});
    const network = fromTensorFlow(model);
    expect(network.layers.map(({activation}) => activation.name)).toEqual(['relu', 'identity']);
    const [answer] = (model.predict(tf.tensor2d([[1, -2, 3]])) as ReturnType<typeof tf.tensor>).dataSync();
    expect(network.predict([[1, -2, 3]]).get(0, 0)).toBeCloseTo(answer, 5);
  });

  it('refuses what no network here can be', () => {
    const refuse = (...layers: TensorFlow.layers.Layer[]) => expect(() => fromTensorFlow(tf.sequential({layers})));
    const normalise = tf.layers.batchNormalization({name: 'even'});
    refuse(input(3), normalise).toThrow(
      new TypeError('the model must have dense layers only, got BatchNormalization ("even")'),
    );
    refuse(input(2, 2), tf.layers.dense({units: 1})).toThrow(
      new TypeError('the model must have one input of shape [null, features], got [null, 2, 2]'),
    );
    refuse(input(3), tf.layers.dense({units: 1, activation: 'swish', name: 'odd'})).toThrow(
      new TypeError(
        'layer "odd" must have an activation that is known here, got "swish"; ' +
          'both know identity, sigmoid, tanh, relu, elu(1), softplus, softmax',
      ),
    );
  });
});

describe('fromTensorFlow, of a model that is no chain', () => {
  const input = tf.input({shape: [3]});
  const head = (name: string) => tf.layers.dense({units: 2, name}).apply(input) as TensorFlow.SymbolicTensor;

  it('refuses two answers', () => {
    const model = tf.model({inputs: input, outputs: [head('one'), head('two')]});
    expect(() => fromTensorFlow(model)).toThrow(
      new TypeError('layer "two" must see the layer before it and nothing else'),
    );
  });

  it('refuses a layer that is used twice', () => {
    const shared = tf.layers.dense({units: 3, name: 'shared'});
    const first = shared.apply(input) as TensorFlow.SymbolicTensor;
    const twice = tf.model({inputs: input, outputs: shared.apply(first) as TensorFlow.SymbolicTensor});
    expect(() => fromTensorFlow(twice)).toThrow(
      new TypeError('layer "shared" must see the layer before it and nothing else'),
    );
  });

  it('takes a chain that was not made by tf.sequential', () => {
    const outputs = tf.layers.dense({units: 1}).apply(head('three')) as TensorFlow.SymbolicTensor;
    expect(fromTensorFlow(tf.model({inputs: input, outputs})).layers.map(({units}) => units)).toEqual([2, 1]);
  });
});

describe('epochCallback', () => {
  const fit = async (onEpoch: Parameters<typeof epochCallback>[0], validation: boolean) => {
    const model = tf.sequential({
      layers: [tf.layers.dense({units: 1, inputShape: [1], activation: 'sigmoid', kernelInitializer: 'zeros'})],
    });
    model.compile({optimizer: tf.train.sgd(1), loss: 'binaryCrossentropy', metrics: ['accuracy']});
    const [X, y] = [tf.tensor2d([[-1], [2]]), tf.tensor2d([[0], [1]])];
    const validationData: [typeof X, typeof y] | undefined = validation ? [X, y] : undefined;
    return model.fit(X, y, {epochs: 3, verbose: 0, validationData, callbacks: epochCallback(onEpoch)});
  };

  it('hands on the figures of every epoch, under our names', async () => {
    const logs: object[] = [];
    const {history} = await fit((log) => void logs.push(log), true);
    const {loss, acc, val_loss: valLoss, val_acc: valAcc} = history;
    expect(logs).toEqual(
      [0, 1, 2].map((e) => ({
        epoch: e + 1,
        loss: loss[e],
        accuracy: acc[e],
        valLoss: valLoss[e],
        valAccuracy: valAcc[e],
      })),
    );
    expect(loss[0]).toBeCloseTo(Math.log(2), 6);
    expect(valAcc[2]).toBe(1);
  });

  it('leaves out what TensorFlow does not say, and stops when told', async () => {
    const logs: object[] = [];
    await fit((log) => (logs.push(log), log.epoch === 2 ? 'stop' : undefined), false);
    expect(logs.map((log) => Object.keys(log))).toEqual([['epoch', 'loss', 'accuracy'], ['epoch', 'loss', 'accuracy']]); // prettier-ignore
  });
});
