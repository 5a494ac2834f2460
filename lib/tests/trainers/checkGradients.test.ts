import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {createRng, normal} from '../../src/math/random';
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
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  halfSquaredError,
  meanSquaredError,
  sumSquaredError,
  type Loss,
} from '../../src/neurons/losses';
import {softmax, type OutputActivation} from '../../src/neurons/softmax';
import {checkGradients} from '../../src/trainers/checkGradients';
import {Network} from '../../src/trainers/network';

const activations = [identity, sigmoid, tanh, arctan, relu, softplus, prelu(0.2), elu(0.7)];
const squared = [halfSquaredError, sumSquaredError, meanSquaredError];
const rng = createRng(8);
const X = new Matrix(5, 3).map(() => normal(rng));
/** Each row a distribution that is no one-hot vector, fit for every loss. */
const Y = softmax.forward(new Matrix(5, 3).map(() => normal(rng)));

type Pair = [name: string, output: Activation | OutputActivation, loss: Loss];
const pairs: Pair[] = [
  ...activations.flatMap((output) => squared.map((loss): Pair => [`${output.name} and ${loss.name}`, output, loss])),
  ['sigmoid and binaryCrossEntropy', sigmoid, binaryCrossEntropy],
  ['softmax and categoricalCrossEntropy', softmax, categoricalCrossEntropy],
];

/** A network with biases that are not 0, if it has any: else relus would stand on their corners. */
function build(hidden: Activation[], output: Activation | OutputActivation, loss: Loss, bias: boolean): Network {
  const layers = [...hidden.map((activation) => dense(4, activation, {bias})), dense(3, output, {bias})];
  const network = new Network({inputs: 3, layers, loss});
  network.layers.forEach(({biases}) => biases?.forEach((_, k) => (biases[k] = normal(rng, 0, 0.3))));
  return network;
}

describe('checkGradients', () => {
  it.each(pairs)('passes outputs of %s, with and without biases, one to four layers', (_name, output, loss) => {
    for (const bias of [true, false]) {
      for (const hidden of [[], [tanh], [tanh, softplus], [sigmoid, tanh, arctan]]) {
        const check = checkGradients(build(hidden, output, loss, bias), X, Y);
        expect(check.toString()).toMatch(/^passed/);
        expect(check.largestError).toBeLessThan(1e-7);
      }
    }
  });

  it.each(activations)('passes hidden layers of $name, with and without biases, two to four layers', (activation) => {
    for (const bias of [true, false]) {
      for (const depth of [1, 2, 3]) {
        const hidden = Array.from({length: depth}, () => activation);
        const check = checkGradients(build(hidden, softmax, categoricalCrossEntropy, bias), X, Y);
        expect(check.toString()).toMatch(/^passed/);
      }
    }
  });

  const network = build([tanh, sigmoid], identity, halfSquaredError, true);
  type Gradients = {weights: Matrix; biases: Float64Array | undefined}[];
  const broken = (spoil: (gradients: Gradients) => void) => () => {
    const gradients = network.backward(X, Y);
    spoil(gradients);
    return gradients;
  };

  it('names the weight, or the bias, that is wrong', () => {
    const sign = broken(([, {weights}]) => (weights.row(2)[1] *= -1));
    expect(checkGradients(network, X, Y, {backward: sign})).toMatchObject({
      passed: false,
      parameter: 'layers[1].weights.get(2, 1)',
    });
    const factor = broken(([{biases}]) => (biases![3] *= 2));
    expect(checkGradients(network, X, Y, {backward: factor})).toMatchObject({
      passed: false,
      parameter: 'layers[0].biases[3]',
    });
  });

  it('finds a sign, a factor and a transpose that are wrong in a whole layer', () => {
    const faults = [
      broken(([, , {weights}]) => weights.data.forEach((value, n) => (weights.data[n] = -value))),
      broken(([{weights}]) => weights.data.forEach((value, n) => (weights.data[n] = value / 5))),
      broken(([, {weights}]) => weights.data.set(weights.transpose().data)),
      broken(([, {biases}]) => biases!.fill(0)),
    ];
    const layers = [2, 0, 1, 1];
    faults.forEach((backward, f) => {
      const check = checkGradients(network, X, Y, {backward});
      expect(check.passed).toBe(false);
      expect(check.parameter).toMatch(`layers[${layers[f]}]`);
    });
  });

  it('finds a gradient that is not a number', () => {
    const backward = broken(([{weights}]) => (weights.data[1] = NaN));
    const check = checkGradients(network, X, Y, {backward});
    expect(check).toMatchObject({passed: false, largestError: Infinity, parameter: 'layers[0].weights.get(0, 1)'});
    expect(check.toString()).toMatch(
      /^failed: .* at layers\[0\]\.weights\.get\(0, 1\), .* says NaN and .* measure -?\d/,
    );
  });

  it('leaves the network as it is', () => {
    const before = JSON.stringify(network);
    checkGradients(network, X, Y);
    expect(JSON.stringify(network)).toBe(before);
  });

  it('passes up to the tolerance it is given', () => {
    const backward = broken((gradients) => {
      for (const {weights} of gradients) weights.data.forEach((value, n) => (weights.data[n] = value * 1.01));
    });
    expect(checkGradients(network, X, Y, {backward}).passed).toBe(false);
    expect(checkGradients(network, X, Y, {backward, tolerance: 0.02}).passed).toBe(true);
  });

  it('names gradients of a wrong shape', () => {
    const transposed = broken((gradients) => (gradients[0].weights = gradients[0].weights.transpose()));
    expect(() => checkGradients(network, X, Y, {backward: transposed})).toThrow(
      new RangeError('backward()[0].weights must be 3 × 4, got 4 × 3'),
    );
    const without = broken((gradients) => (gradients[2].biases = undefined));
    expect(() => checkGradients(network, X, Y, {backward: without})).toThrow(
      new RangeError('backward()[2].biases must hold 3 numbers, got 0'),
    );
    const fewer = broken((gradients) => gradients.pop());
    expect(() => checkGradients(network, X, Y, {backward: fewer})).toThrow('one entry for each of 3 layers, got 2');
  });
});
