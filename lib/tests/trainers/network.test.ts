import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {createRng, normal, permutation, uniform} from '../../src/math/random';
import {identity, relu, sigmoid, tanh} from '../../src/neurons/activations';
import {dense, type LayerSpec} from '../../src/neurons/layers';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  halfSquaredError,
  meanSquaredError,
  type Loss,
} from '../../src/neurons/losses';
import {softmax} from '../../src/neurons/softmax';
import {DivergenceError} from '../../src/trainers/divergenceError';
import type {Init} from '../../src/trainers/initialise';
import {Network, type NetworkOptions} from '../../src/trainers/network';
import {momentum, sgd, type Optimizer} from '../../src/trainers/optimizers';
import type {LayerParameters} from '../../src/trainers/parameters';

const rng = createRng(7);
const X = new Matrix(10, 2).map(() => normal(rng));
/** Two classes, of which the larger column decides. */
const classes = Array.from({length: 10}, (_, i) => (X.get(i, 0) > X.get(i, 1) ? [1, 0] : [0, 1]));
const sums = Array.from({length: 10}, (_, i) => [X.get(i, 0) - 2 * X.get(i, 1)]);

const classifier = (options: Partial<NetworkOptions> = {}): Network =>
  new Network({inputs: 2, layers: [dense(3, tanh), dense(2, softmax)], epochs: 4, batchSize: 3, ...options});
/** The straight line through (0, 1) and (1, 3), as y = 2 x + 1. */
const line = (options: Partial<NetworkOptions> = {}): Network =>
  new Network({inputs: 1, layers: [dense(1)], weights: [{weights: [[2]], biases: [1]}], epochs: 1, ...options});
const parameters = (network: Network): number[] =>
  network.layers.flatMap(({weights, biases}) => [...weights.data, ...(biases ?? [])]);
const plain = (network: Network): (number[] | number[][] | undefined)[] =>
  network.layers.flatMap(({weights, biases}) => [weights.toArrays(), biases && [...biases]]);

describe('a step of a network', () => {
  it('is the one worked out by hand', () => {
    // z = (5, 2, −3), a = (5, 2, 0), ŷ = 5 − 2 + 0 + ½ = 3½ and δ = ŷ − y = 2. Back: δ = (2, −2, 0), the last unit being
    // dead. The gradients are 2 a = (10, 4, 0) and 2; then x₁ δ = (2, −2, 0), x₂ δ = (4, −4, 0) and (2, −2, 0).
    const network = new Network({
      inputs: 2,
      layers: [dense(3, relu), dense(1)],
      weights: [
        {weights: [[1, -1, -1], [2, 1, -1]], biases: [0, 1, 0]}, // prettier-ignore
        {weights: [[1], [-1], [4]], biases: [0.5]},
      ],
      loss: halfSquaredError,
      optimizer: sgd(0.5),
      epochs: 1,
    });
    const [hidden, output] = network.forward([[1, 2]]);
    expect([hidden.z.toArrays(), hidden.a.toArrays()]).toEqual([[[5, 2, -3]], [[5, 2, 0]]]);
    expect([output.z.toArrays(), output.a.toArrays()]).toEqual([[[3.5]], [[3.5]]]);
    const gradients = network.backward([[1, 2]], [[1.5]]);
    const numbers = gradients.flatMap(({weights, biases}) => [...weights.data, ...biases!].map((g) => g + 0)); // no −0
    expect(numbers).toEqual([2, -2, 0, 4, -4, 0, 2, -2, 0, 10, 4, 0, 2]);
    network.fit([[1, 2]], [[1.5]]);
    expect(plain(network)).toEqual([[[0, 0, -1], [0, 3, -1]], [-1, 2, 0], [[-4], [-3], [4]], [-0.5]]); // prettier-ignore
    expect(network.history_).toEqual([{epoch: 1, loss: 2}]);
  });

  it('decays weights but not biases, and leaves the decay out of the loss and of backward', () => {
    const network = line({l2: 0.5, optimizer: sgd(0.1)}); // fits already: only λ w = 1 is left of the gradient
    const [{weights, biases}] = network.backward([[0], [1]], [[1], [3]]);
    expect([weights.data[0] + 0, biases![0] + 0]).toEqual([0, 0]);
    network.fit([[0], [1]], [[1], [3]]);
    expect(plain(network)).toEqual([[[1.9]], [1]]);
    expect(network.history_).toEqual([{epoch: 1, loss: 0}]);
  });

  it('draws weights to 0 at the same pace with l1, whatever their size, and biases not at all', () => {
    const options = {inputs: 3, l1: 0.5, optimizer: sgd(0.1), batchSize: 'all', epochs: 1} as const;
    const weights = [{weights: [[4], [-0.25], [0]], biases: [1]}];
    const network = new Network({...options, layers: [dense(1)], weights});
    network.fit([[0, 0, 0]], [[1]]); // fits already: only λ sign w is left of the gradient
    expect(plain(network)).toEqual([[[3.95], [-0.2], [0]], [1]]);
    expect(network.history_).toEqual([{epoch: 1, loss: 0}]);
  });
});

describe('a softmax network that is sure', () => {
  it('has the right loss and slopes, where a power overflows and a share rounds to 0', () => {
    const network = new Network({
      inputs: 1,
      layers: [dense(3, softmax)],
      weights: [{weights: [[1000, -1000, 0]]}],
    });
    const right = network.evaluate([[1]], [[1, 0, 0]]);
    const wrong = network.evaluate([[1]], [[0, 1, 0]]);
    expect([right, wrong]).toEqual([{loss: 0, accuracy: 1}, {loss: 2000, accuracy: 0}]); // prettier-ignore
    const [{weights, biases}] = network.backward([[2]], [[0, 1, 0]]);
    expect([weights.toArrays(), [...biases!]]).toEqual([[[2, -2, 0]], [1, -1, 0]]); // x (ŷ − y) and ŷ − y
  });
});

describe('the options of a network', () => {
  it('are 100 epochs of 32 rows by sgd(0.1) in 64 bits from Glorot weights, if left out', () => {
    const network = new Network({inputs: 2, layers: [dense(1)]});
    const {inputs, optimizer, epochs, batchSize, l2, l1, seed, dtype, init} = network;
    expect({inputs, optimizer: optimizer.name, epochs, batchSize, l2, l1, seed, dtype, init}).toEqual({
      inputs: 2,
      optimizer: 'sgd(0.1)',
      epochs: 100,
      batchSize: 32,
      l2: 0,
      l1: 0,
      seed: 0,
      dtype: 'float64',
      init: 'glorot',
    });
  });

  it('have the loss that goes with the last activation', () => {
    const lossOf = (...layers: LayerSpec[]): Loss => new Network({inputs: 2, layers}).loss;
    expect(lossOf(dense(2, sigmoid), dense(2, softmax))).toBe(categoricalCrossEntropy);
    expect(lossOf(dense(2, tanh), dense(2, sigmoid))).toBe(binaryCrossEntropy);
    expect(lossOf(dense(2, sigmoid), dense(2, tanh))).toBe(meanSquaredError);
  });

  const whole = 'must be a positive whole number, got';
  const two = [dense(2, tanh), dense(1)];
  const given = (...weights: unknown[]): Partial<NetworkOptions> => ({
    layers: two,
    weights: weights as LayerParameters[],
  });
  const first = {weights: [[1, 2]], biases: [0, 0]};
  it.each<[Partial<NetworkOptions>, Error]>([
    [{inputs: 0}, new RangeError(`inputs ${whole} 0`)],
    [{inputs: 1.5}, new RangeError(`inputs ${whole} 1.5`)],
    [{inputs: undefined}, new RangeError(`inputs ${whole} undefined`)],
    [{epochs: 0}, new RangeError(`epochs ${whole} 0`)],
    [{batchSize: 0}, new RangeError("batchSize must be a positive whole number or 'all', got 0")],
    [{batchSize: 'full' as 'all'}, new RangeError('batchSize must be a positive whole number or \'all\', got "full"')],
    [{l2: -1}, new RangeError('l2 must be a finite number of 0 or more, got -1')],
    [{l1: NaN}, new RangeError('l1 must be a finite number of 0 or more, got NaN')],
    [{seed: -1}, new RangeError('seed must be a whole number from 0 to 4294967295, got -1')],
    [{dtype: 'float16' as 'float32'}, new RangeError("dtype must be 'float64' or 'float32', got \"float16\"")],
    [{dtype: 'toString' as 'float32'}, new RangeError("dtype must be 'float64' or 'float32', got \"toString\"")],
    [{seed: 0.5}, new RangeError('seed must be a whole number from 0 to 4294967295, got 0.5')],
    [{init: 'xavier' as Init}, new RangeError('init must be one of glorot, he, uniform, zeros, got "xavier"')],
    [
      {optimizer: 'adam' as unknown as Optimizer},
      new TypeError('optimizer must be an optimizer such as sgd(0.1), got "adam"'),
    ],
    [
      {optimizer: sgd as unknown as Optimizer},
      new TypeError('optimizer must be an optimizer such as sgd(0.1), got a function'),
    ],
    [{layers: []}, new RangeError('layers must hold at least one layer, got none')],
    [{layers: 3 as unknown as LayerSpec[]}, new TypeError('layers must be an array of layers, got 3')],
    [
      {layers: [dense(1), 4 as unknown as LayerSpec]},
      new TypeError('layers must hold layers such as dense(4, tanh), got 4 at index 1'),
    ],
    [{layers: [{units: 0, activation: tanh, bias: true}]}, new RangeError(`units ${whole} 0`)],
    [
      {layers: [dense(2, softmax), dense(1)]},
      new RangeError('layers[0] must have an activation of single units, got "softmax"'),
    ],
    [
      {layers: [dense(2, softmax)], loss: meanSquaredError},
      new RangeError('loss must be categoricalCrossEntropy for softmax outputs, got meanSquaredError'),
    ],
    [
      {layers: [dense(2, sigmoid)], loss: categoricalCrossEntropy},
      new RangeError(
        'loss must be a squared error or binaryCrossEntropy for sigmoid outputs, got categoricalCrossEntropy, ' +
          'which goes with softmax',
      ),
    ],
    [
      {layers: [dense(2, tanh)], loss: binaryCrossEntropy},
      new RangeError('loss must be a squared error for tanh outputs, got binaryCrossEntropy, which goes with sigmoid'),
    ],
    [given(first), new RangeError('weights must have one entry for each of the 2 layers, got 1')],
    [{weights: 1 as unknown as []}, new TypeError('weights must be an array, one entry a layer, got 1')],
    [given(first, null), new TypeError('weights[1] must be an object with weights, got null')],
    [given(first, {weights: [[1, 2]]}), new RangeError('weights[1].weights must be 2 × 1 (inputs × units), got 1 × 2')],
    [
      given({weights: [[1, 2]], biases: [1]}, first),
      new RangeError('weights[0].biases must hold 2 numbers, one a unit, got 1'),
    ],
    [
      given({weights: [[1, NaN]]}, first),
      new RangeError('weights[0].weights must hold finite numbers, got NaN at row 0, column 1'),
    ],
    [
      {layers: [dense(1, identity, {bias: false})], weights: [{weights: [[1]], biases: [0]}]},
      new RangeError('weights[0].biases must be left out, since the layer has none'),
    ],
  ])('are refused: %#', (options, error) => {
    const make = () => new Network({inputs: 1, layers: [dense(1)], ...options});
    expect(make).toThrow(error);
    expect(make).toThrow(error.constructor);
  });
});

describe('the start of a network', () => {
  it('answers before any fit, without a history', () => {
    const network = classifier();
    expect(network.history_).toEqual([]);
    const answers = network.predict(X);
    expect([answers.rows, answers.columns]).toEqual([10, 2]);
    expect(answers).toEqual(network.forward(X)[1].a);
    expect(
      line()
        .predict([[3]])
        .toArrays(),
    ).toEqual([[7]]);
  });

  it('is the same for a seed, and another for another', () => {
    expect(parameters(classifier({seed: 3}))).toEqual(parameters(classifier({seed: 3})));
    expect(parameters(classifier({seed: 3}))).not.toEqual(parameters(classifier({seed: 4})));
  });

  it('draws weights layer by layer and row by row, with biases of 0', () => {
    const stream = createRng(5);
    const draw = (inputs: number, units: number): number[][] => {
      const limit = Math.sqrt(6 / (inputs + units));
      return Array.from({length: inputs}, () => Array.from({length: units}, () => uniform(stream, -limit, limit)));
    };
    expect(plain(classifier({seed: 5}))).toEqual([draw(2, 3), [0, 0, 0], draw(3, 2), [0, 0]]);
  });

  it('copies weights of the caller, and starts biases that are left out at 0', () => {
    const weights = [[2]];
    const network = line({weights: [{weights}]});
    weights[0][0] = 5;
    expect(parameters(network)).toEqual([2, 0]);
    network.fit([[1]], [[0]]);
    expect(parameters(network)).not.toEqual([2, 0]);
    expect(network.fit([[1]], [[0]]).history_).toEqual([{epoch: 1, loss: 4}]); // from 2 and 0 again
  });
});

describe('the order of rows', () => {
  it('is one permutation an epoch, from the stream that gave the weights', () => {
    const options = {inputs: 2, layers: [dense(1)], loss: halfSquaredError, seed: 9};
    const network = new Network({...options, optimizer: sgd(0.1), epochs: 3, batchSize: 1}).fit(X, sums);
    const stream = createRng(9);
    const limit = Math.sqrt(6 / 3);
    let [w1, w2, b] = [uniform(stream, -limit, limit), uniform(stream, -limit, limit), 0];
    for (let epoch = 0; epoch < 3; epoch++) {
      for (const i of permutation(stream, 10)) {
        const [x1, x2] = X.row(i);
        const error = x1 * w1 + x2 * w2 + b - sums[i][0];
        [w1, w2, b] = [w1 - 0.1 * (x1 * error), w2 - 0.1 * (x2 * error), b - 0.1 * error];
      }
    }
    parameters(network).forEach((value, j) => expect(Math.abs(value - [w1, w2, b][j])).toBeLessThan(1e-14));
  });

  it('is theirs with the full batch', () => {
    // Sums of numbers of such different sizes show the order in their last bits.
    const sized = X.map((x) => Math.exp(9 * x));
    const options = {inputs: 2, layers: [dense(1)], optimizer: sgd(1e-30), init: 'zeros' as const, epochs: 2};
    const answers = sums.map(([y]) => [y * 1e9]);
    const whole = new Network({...options, batchSize: 'all'});
    const expected = new Network({...options, batchSize: 'all'});
    for (let epoch = 0; epoch < 2; epoch++) {
      const gradients = expected.backward(sized, answers);
      expected.layers.forEach(({weights, biases}, l) => {
        weights.data.forEach((_, j) => (weights.data[j] -= 1e-30 * gradients[l].weights.data[j]));
        biases!.forEach((_, k) => (biases![k] -= 1e-30 * gradients[l].biases![k]));
      });
    }
    expect(parameters(whole.fit(sized, answers))).toEqual(parameters(expected));
    expect(parameters(new Network({...options, batchSize: 10}).fit(sized, answers))).not.toEqual(parameters(expected));
  });
});

describe('what a network reports', () => {
  const tiny = sgd(1e-12); // so small a step that all batches see the starting weights, but for the last digits

  it.each([
    ['a mean weighs batches by their rows', meanSquaredError],
    ['a sum adds them', halfSquaredError],
  ])('is the loss of all rows: %s', (_name, loss) => {
    const network = new Network({inputs: 2, layers: [dense(1)], loss, optimizer: tiny, batchSize: 4, epochs: 1});
    const before = loss.value(sums, network.predict(X));
    const [log] = network.fit(X, sums).history_;
    expect(Math.abs(log.loss - before)).toBeLessThan(1e-9);
    expect(Object.keys(log)).toEqual(['epoch', 'loss']);
  });

  it('is the share of right rows too, with a cross-entropy', () => {
    const network = classifier({optimizer: tiny, epochs: 1, batchSize: 4, seed: 2});
    const right = network.predict(X).toArrays().filter(([a, b], i) => Number(a >= b) === classes[i][0]).length; // prettier-ignore
    expect(right).toBeGreaterThan(0);
    expect(right).toBeLessThan(10);
    expect(network.fit(X, classes).history_[0].accuracy).toBe(right / 10);
  });

  it('has validation figures of the end of each epoch', () => {
    const [validX, validY] = [X.toArrays().slice(0, 3), classes.slice(0, 3)];
    const seen: object[] = [];
    const network = classifier();
    network.fit(X, classes, {
      validation: [validX, validY],
      onEpoch: ({valLoss, valAccuracy}) => {
        expect({loss: valLoss, accuracy: valAccuracy}).toEqual(network.evaluate(validX, validY));
        seen.push({valLoss, valAccuracy});
      },
    });
    expect(seen).toHaveLength(4);
    expect(parameters(network)).toEqual(parameters(classifier().fit(X, classes))); // judged, not learned from
    const [log] = line().fit([[0]], [[0]], {validation: [[[1]], [[4]]]}).history_;
    expect(Object.keys(log)).toEqual(['epoch', 'loss', 'valLoss']);
  });

  it('is what evaluate says of any rows', () => {
    expect(line().evaluate([[0], [1]], [[1], [5]])).toEqual({loss: 2});
    // Logits (0, log 3) give ¼ and ¾; the first row is right.
    const network = new Network({
      inputs: 1,
      layers: [dense(2, softmax)],
      weights: [{weights: [[0, 0]], biases: [0, Math.log(3)]}],
    });
    const {loss, accuracy} = network.evaluate([[1], [2]], [[0, 1], [1, 0]]); // prettier-ignore
    expect(accuracy).toBe(0.5);
    expect(Math.abs(loss - (Math.log(4 / 3) + Math.log(4)) / 2)).toBeLessThan(1e-15);
    // Of yes-or-no outputs each is a part of a row.
    const answers = new Network({
      inputs: 1,
      layers: [dense(2, sigmoid)],
      weights: [{weights: [[0, 0]], biases: [1, 1]}],
    });
    expect(answers.evaluate([[0], [0]], [[1, 1], [1, 0]]).accuracy).toBe(0.75); // prettier-ignore
  });

  it('is a copy: the history of the network is not the caller’s to change', () => {
    const network = classifier();
    network.fit(X, classes, {onEpoch: (log) => (log.loss = -1)});
    network.history_.pop();
    for (const log of network.training(X, classes)) log.loss = -1;
    expect(network.history_).toHaveLength(8);
    expect(network.history_.every(({loss}) => loss > 0)).toBe(true);
  });
});

describe('fit', () => {
  it('gives the network back, and forgets an earlier fit', () => {
    const optimizer = momentum(0.1, 0.9); // whose memory must go too
    const network = classifier({optimizer});
    expect(network.fit(X, classes)).toBe(network);
    const [once, history] = [parameters(network), network.history_];
    expect(history.map(({epoch}) => epoch)).toEqual([1, 2, 3, 4]);
    network.fit(X, classes.map(([a, b]) => [b, a])); // prettier-ignore
    expect(parameters(network)).not.toEqual(once);
    network.fit(X, classes);
    expect(parameters(network)).toEqual(once);
    expect(network.history_).toEqual(history);
  });

  it('shows each epoch to onEpoch, and stops when told', () => {
    const network = classifier();
    const seen: number[] = [];
    network.fit(X, classes, {
      onEpoch({epoch}) {
        expect(network.history_).toHaveLength(epoch);
        seen.push(epoch);
        return epoch === 2 ? 'stop' : 'go on';
      },
    });
    expect(seen).toEqual([1, 2]);
    expect(parameters(network)).toEqual(parameters(classifier({epochs: 2}).fit(X, classes)));
  });

  it('leaves the earlier network whole when onEpoch throws', () => {
    const network = classifier().fit(X, classes);
    const [before, history] = [parameters(network), network.history_];
    const onEpoch = ({epoch}: {epoch: number}): void => {
      if (epoch === 2) throw new Error('no more');
    };
    expect(() => network.fit(X, classes.slice().reverse(), {onEpoch})).toThrow(new Error('no more'));
    expect(parameters(network)).toEqual(before);
    expect(network.history_).toEqual(history);
  });

  it('leaves arrays of its own after every epoch', () => {
    const network = classifier();
    const kept = [network.layers];
    for (const _log of network.training(X, classes)) kept.push(network.layers);
    const first = kept.map(([{weights}]) => weights.get(0, 0));
    expect(new Set(first).size).toBe(5);
  });

  it('keeps what was handed out through a training that goes on', () => {
    const network = classifier();
    const going = network.training(X, classes);
    going.next();
    const {layers} = network;
    const [{weights}] = layers;
    const before = [...weights.data];
    going.next();
    going.next();
    expect([...weights.data]).toEqual(before);
    expect(network.layers).not.toBe(layers);
  });

  it('is what it was when a fit throws in whose onEpoch an earlier training went on', () => {
    const network = classifier();
    const going = network.training(X, classes);
    going.next();
    const before = network.predict(X).toArrays();
    const onEpoch = ({epoch}: {epoch: number}): void => {
      going.next();
      if (epoch === 2) throw new Error('no more');
    };
    expect(() => network.fit(X, classes, {onEpoch})).toThrow(new Error('no more'));
    expect(network.predict(X).toArrays()).toEqual(before);
  });

  const ones = [[1, 0], [1, 0]]; // prettier-ignore
  const rows = [[0, 0], [1, 1]]; // prettier-ignore
  it.each<[unknown, unknown, string]>([
    [[[0], [1]], ones, 'X has 1 columns, but the network has 2 inputs'],
    [rows, [[1, 0]], 'X has 2 rows, but Y has 1'],
    [rows, [[1], [0]], 'Y has 1 columns, but the network has 2 outputs'],
    [[[0, NaN], [1, 1]], ones, 'X must hold finite numbers, got NaN at row 0, column 1'], // prettier-ignore
    [rows, [[1, 0], [2, -1]], 'Y must hold probabilities from 0 to 1, got 2 at row 1, column 0'], // prettier-ignore
    [rows, [[1, 0], [1, 1]], 'Y must hold rows that add up to 1, got 2 in row 1'], // prettier-ignore
  ])('refuses rows that do not fit, and stays what it was: %#', (badX, badY, message) => {
    const network = classifier().fit(X, classes);
    const before = parameters(network);
    const [x, y] = [badX as number[][], badY as number[][]];
    expect(() => network.fit(x, y)).toThrow(new RangeError(message));
    expect(() => network.training(x, y)).toThrow(new RangeError(message));
    expect(() => network.evaluate(x, y)).toThrow(new RangeError(message));
    expect(() => network.backward(x, y)).toThrow(new RangeError(message));
    const validation = message.replace(/\b([XY])\b/g, 'validation $1');
    expect(() => network.fit(X, classes, {validation: [x, y]})).toThrow(new RangeError(validation));
    expect(parameters(network)).toEqual(before);
    expect(network.history_).toHaveLength(4);
  });

  it('refuses rows of another width in predict and forward', () => {
    const error = new RangeError('X has 3 columns, but the network has 2 inputs');
    expect(() => classifier().predict([[1, 2, 3]])).toThrow(error);
    expect(() => classifier().forward([[1, 2, 3]])).toThrow(error);
  });
});

describe('a network that diverges', () => {
  const huge = [[1e100]];
  const caught = (run: () => unknown): DivergenceError => {
    try {
      run();
    } catch (error) {
      expect(error).toBeInstanceOf(DivergenceError);
      return error as DivergenceError;
    }
    throw new Error('it did not');
  };
  const start = {weights: [{weights: [[1]], biases: [0]}], optimizer: sgd(1), epochs: 5};

  it('says in which epoch the loss left the finite numbers, and is as before the fit', () => {
    const network = line(start).fit([[0]], [[0]]);
    const [before, history] = [parameters(network), network.history_];
    const error = caught(() => network.fit(huge, [[0]]));
    expect([error.epoch, error.lastLoss, error.history.length]).toEqual([2, 1e200, 1]);
    expect(error.message).toBe(
      'loss must stay finite, got Infinity in epoch 2; the last finite loss was 1e+200: ' +
        'try a learningRate below 1, or features of smaller size (StandardScaler)',
    );
    expect(parameters(network)).toEqual(before);
    expect(network.history_).toEqual(history);
  });

  it('says so of weights', () => {
    const error = caught(() => line({...start, optimizer: sgd(1e200)}).fit(huge, [[0]]));
    expect([error.epoch, error.lastLoss, error.history]).toEqual([1, 1e200, []]);
    expect(error.message).toMatch(/^weights must stay finite, got -Infinity in epoch 1; /);
  });

  it('keeps the epoch before, when it happens in training', () => {
    const network = line(start);
    const error = caught(() => [...network.training(huge, [[0]])]);
    expect(error.epoch).toBe(2);
    error.history.length = 0; // a copy: the network keeps its own
    expect(network.history_.map(({epoch}) => epoch)).toEqual([1]);
    expect(parameters(network).every(Number.isFinite)).toBe(true);
    expect(parameters(network)).not.toEqual([1, 0]);
  });
});

describe('training', () => {
  it('takes the steps of fit, epoch by epoch, and goes on when called again', () => {
    const optimizer = momentum(0.1, 0.9);
    const network = classifier({optimizer, epochs: 2});
    const logs = [...network.training(X, classes), ...network.training(X, classes)];
    const whole = classifier({optimizer, epochs: 4});
    const films: number[][] = [];
    whole.fit(X, classes, {onEpoch: () => films.push(parameters(whole))});
    expect(logs).toEqual(whole.history_);
    expect(network.history_).toEqual(whole.history_);
    expect(parameters(network)).toEqual(parameters(whole));
    const again = classifier({optimizer});
    for (const {epoch} of again.training(X, classes)) expect(parameters(again)).toEqual(films[epoch - 1]);
  });

  it('can be left half-way, and keeps the last full epoch', () => {
    const network = classifier();
    for (const {epoch} of network.training(X, classes)) if (epoch === 2) break;
    expect(network.history_).toHaveLength(2);
    expect(parameters(network)).toEqual(parameters(classifier({epochs: 2}).fit(X, classes)));
    for (const {epoch} of network.training(X, classes)) if (epoch === 4) break;
    expect(parameters(network)).toEqual(parameters(classifier({epochs: 4}).fit(X, classes)));
  });

  it('goes on from a fit, and a fit forgets it', () => {
    const network = classifier({epochs: 2}).fit(X, classes);
    expect([...network.training(X, classes)].map(({epoch}) => epoch)).toEqual([3, 4]);
    expect(parameters(network)).toEqual(parameters(classifier().fit(X, classes)));
    expect(parameters(network.fit(X, classes))).toEqual(parameters(classifier({epochs: 2}).fit(X, classes)));
  });

  it('changes nothing before its loop begins, and stops when onEpoch says so', () => {
    const network = classifier();
    const before = parameters(network);
    const epochs = network.training(X, classes, {onEpoch: ({epoch}) => (epoch === 2 ? 'stop' : undefined)});
    expect(parameters(network)).toEqual(before);
    expect([...epochs].map(({epoch}) => epoch)).toEqual([1, 2]);
  });
});

describe('the summary of a network', () => {
  it('is a table of its layers', () => {
    const layers = [dense(16, tanh), dense(3, softmax, {bias: false})];
    expect(new Network({inputs: 4, layers}).summary().split('\n')).toEqual([
      '4 inputs',
      'layer  units  activation  weights  biases  parameters',
      '    1     16        tanh   4 × 16      16          80',
      '    2      3     softmax   16 × 3       –          48',
      '128 parameters, learned by sgd(0.1) from categoricalCrossEntropy',
    ]);
  });
});
