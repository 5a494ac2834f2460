/** What holds on every backend: TensorFlow computes what `Network` does, within 1e-5 of the largest number. */
import type {Tensor, Variable} from '@tensorflow/tfjs-node';
import {describe, expect, it} from 'vitest';
import type {Matrix, Network} from '../../src/index';
import type {load} from './library';

type Loss = (Y: Tensor, answers: Tensor) => Tensor;
type Loaded = ReturnType<typeof load>;

export function describeParity({tf, neurons, bridge}: Loaded): void {
  const {createRng, dense, Matrix, Network, normal, relu, sigmoid, softmax, tanh} = neurons;
  const {fromTensorFlow, toTensorFlow} = bridge;
  const rng = createRng(1);
  const random = (rows: number, columns: number): Matrix => new Matrix(rows, columns).map(() => normal(rng));
  const tensor = ({data, rows, columns}: Matrix) => tf.tensor2d(Float32Array.from(data), [rows, columns]);

  const networks: [string, () => Network, Matrix, Loss][] = [
    [
      '8-12-8-1 for yes or no',
      () => new Network({inputs: 8, layers: [dense(12, relu), dense(8, relu), dense(1, sigmoid)], seed: 4}),
      new Matrix(
        20,
        1,
        Float64Array.from({length: 20}, (_, i) => i % 2),
      ),
      tf.metrics.binaryCrossentropy,
    ],
    [
      '4-10-3 for classes',
      () => new Network({inputs: 4, layers: [dense(10, tanh), dense(3, softmax)]}),
      new Matrix(
        20,
        3,
        Float64Array.from({length: 60}, (_, i) => (i % 3 === Math.floor(i / 3) % 3 ? 1 : 0)),
      ),
      tf.metrics.categoricalCrossentropy,
    ],
    [
      '2-8-8-2 for numbers, without biases in the middle',
      () => new Network({inputs: 2, layers: [dense(8, tanh), dense(8, sigmoid, {bias: false}), dense(2)], seed: 9}),
      random(20, 2),
      tf.metrics.meanSquaredError,
    ],
  ];

  describe.each(networks)(`a network of %s in TensorFlow on ${tf.getBackend()}`, (_name, make, Y, loss) => {
    const network = make();
    for (const {biases} of network.layers) biases?.forEach((_, k) => (biases[k] = normal(rng)));
    const X = random(20, network.inputs);

    it('answers the same', () => {
      const model = toTensorFlow(network);
      const answers = model.predict(tensor(X)) as Tensor;
      expect(answers.shape).toEqual([20, Y.columns]);
      expect(error(answers.dataSync(), network.predict(X).data)).toBeLessThan(1e-5);
      expect(model.countParams()).toBe(
        network.layers.reduce((n, {weights, biases}) => n + weights.data.length + (biases?.length ?? 0), 0),
      );
    });

    it('has the same slopes', () => {
      const model = toTensorFlow(network);
      const variables = model.trainableWeights.map((weight) => weight.read() as Variable);
      const total = () => tf.mean(loss(tensor(Y), model.apply(tensor(X)) as Tensor)).asScalar();
      const {grads} = tf.variableGrads(total, variables);
      const got = variables.map(({name}) => grads[name].dataSync());
      const wanted = network
        .backward(X, Y)
        .flatMap(({weights, biases}) => (biases ? [weights.data, biases] : [weights.data]));
      expect(got).toHaveLength(wanted.length);
      const largest = Math.max(...wanted.flatMap((slopes) => [...slopes].map(Math.abs)));
      wanted.forEach((slopes, i) => expect(error(got[i], slopes, largest)).toBeLessThan(1e-5));
    });

    it('comes back as it was', () => {
      const again = fromTensorFlow(toTensorFlow(network), {epochs: 3});
      expect(again.layers.map(({units, activation, bias}) => [units, activation.name, bias])).toEqual(
        network.layers.map(({units, activation, bias}) => [units, activation.name, bias]),
      );
      expect([again.inputs, again.epochs, again.loss.name]).toEqual([network.inputs, 3, network.loss.name]);
      again.layers.forEach(({weights, biases}, l) => {
        expect(weights.data).toEqual(network.layers[l].weights.data.map(Math.fround));
        expect(biases).toEqual(network.layers[l].biases?.map(Math.fround));
      });
    });

    it('keeps no memory that it does not need', () => {
      const before = tf.memory().numTensors;
      for (let time = 0; time < 20; time++) {
        const model = toTensorFlow(network);
        fromTensorFlow(model);
        model.dispose();
      }
      expect(tf.memory().numTensors).toBe(before);
    });
  });
}

/** The largest difference, as a share of the largest number. */
function error(got: ArrayLike<number>, wanted: ArrayLike<number>, largest?: number): number {
  if (got.length !== wanted.length) return NaN;
  const differences = Array.from(wanted, (value, i) => Math.abs(value - got[i]));
  return Math.max(...differences) / (largest ?? Math.max(...Array.from(wanted, Math.abs)));
}
