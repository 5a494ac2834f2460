import {describe, expect, it} from 'vitest';
import {networkDiagram} from '../../src/charts/networkDiagram';
import {makeXor} from '../../src/data/makeXor';
import {batches} from '../../src/math/batches';
import {Matrix} from '../../src/math/matrix';
import {createRng} from '../../src/math/random';
import {identity, relu, sigmoid, tanh} from '../../src/neurons/activations';
import {dense} from '../../src/neurons/layers';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  halfSquaredError,
  meanSquaredError,
} from '../../src/neurons/losses';
import {softmax} from '../../src/neurons/softmax';
import {DivergenceError} from '../../src/trainers/divergenceError';
import {drawWeights} from '../../src/trainers/initialise';
import {Network, type NetworkOptions} from '../../src/trainers/network';
import {adam, momentum, sgd} from '../../src/trainers/optimizers';

const {X, y} = makeXor({samples: 24, noise: 0.1});
const Y = Matrix.from(Array.from(y, (label) => [label]));
const make = (options: Partial<NetworkOptions> = {}): Network =>
  new Network({inputs: 2, layers: [dense(3, tanh), dense(1, sigmoid)], epochs: 4, batchSize: 5, ...options});
/** All weights and biases, layer by layer. */
const parameters = ({layers}: Network): number[] =>
  layers.flatMap(({weights, biases}) => [...weights.data, ...(biases ?? [])]);
const bare = {inputs: 1, layers: [dense(1)]};

describe('Network', () => {
  it('takes the step worked out by hand', () => {
    // x = 2: z = 0.5 · 2 + 1 = 2, a = relu(2) = 2; out = 3 · 2 − 1 = 5; y = 4, so δ = 1 with ½ (a − y)².
    // Back: ∂v = 2, ∂c = 1; δ₁ = 1 · 3 · 1 = 3, ∂w = 3 · 2 = 6, ∂b = 3. A step of 0.1: w −0.1, b 0.7, v 2.8, c −1.1.
    const network = new Network({
      ...{inputs: 1, layers: [dense(1, relu), dense(1)], loss: halfSquaredError, optimizer: sgd(0.1), epochs: 1},
      weights: [
        {weights: [[0.5]], biases: [1]},
        {weights: [[3]], biases: [-1]},
      ],
    });
    expect(network.forward([[2]]).map(({z, a}) => [z.get(0, 0), a.get(0, 0)])).toEqual([[2, 2], [5, 5]]); // prettier-ignore
    const [hidden, output] = network.backward([[2]], [[4]]);
    expect([...hidden.weights.data, ...hidden.biases!, ...output.weights.data, ...output.biases!]).toEqual([
      6, 3, 2, 1,
    ]);
    network.fit([[2]], [[4]]);
    [-0.1, 0.7, 2.8, -1.1].forEach((value, i) => expect(Math.abs(parameters(network)[i] - value)).toBeLessThan(1e-15));
    expect(network.history_).toEqual([{epoch: 1, loss: 0.5}]);
  });

  it('answers before any fit, from the weights that its seed draws layer by layer', () => {
    const rng = createRng(3);
    const drawn = [drawWeights('glorot', rng, 2, 3), drawWeights('glorot', rng, 3, 1)];
    const network = make({seed: 3});
    network.layers.forEach(({weights, biases}, l) => {
      expect(weights.data).toEqual(drawn[l].data);
      expect(biases!.every((bias) => bias === 0)).toBe(true);
    });
    expect(network.history_).toEqual([]);
    expect(network.predict(X)).toEqual(network.forward(X)[1].a);
  });

  it('goes through one permutation an epoch, drawn after the weights, and leaves the full batch in its order', () => {
    const rng = createRng(3);
    drawWeights('glorot', rng, 2, 3);
    drawWeights('glorot', rng, 3, 1);
    const byHand = make({seed: 3, batchSize: 'all', epochs: 1});
    for (let epoch = 0; epoch < 2; epoch++) {
      for (const rows of batches(rng, 24, 5)) for (const _ of byHand.training(X.rowsAt(rows), Y.rowsAt(rows)));
    }
    expect(parameters(make({seed: 3, epochs: 2}).fit(X, Y))).toEqual(parameters(byHand));
    const reversed = Array.from({length: 24}, (_, i) => 23 - i);
    const full = make({batchSize: 'all'}).fit(X, Y);
    const other = make({batchSize: 'all'}).fit(X.rowsAt(reversed), Y.rowsAt(reversed));
    expect(parameters(full)).not.toEqual(parameters(other)); // sums in the order of the rows differ in their last bits …
    parameters(full).forEach((value, i) => expect(Math.abs(value - parameters(other)[i])).toBeLessThan(1e-12)); // … only
  });

  it('learns the same from the same seed, and something else from another', () => {
    expect(parameters(make({seed: 5}).fit(X, Y))).toEqual(parameters(make({seed: 5}).fit(X, Y)));
    expect(parameters(make({seed: 6}).fit(X, Y))).not.toEqual(parameters(make({seed: 5}).fit(X, Y)));
  });

  it('forgets the first fit in a second, and what its optimizer remembered', () => {
    for (const optimizer of [sgd(0.1), momentum(0.1), adam(0.1)]) {
      const network = make({optimizer});
      const once = parameters(network.fit(X, Y));
      expect(parameters(network.fit(X, Y))).toEqual(once);
      expect(network.history_.map(({epoch}) => epoch)).toEqual([1, 2, 3, 4]);
    }
  });

  it('goes on in training(), epoch by epoch as fit does, and can be left in between', () => {
    const options = {optimizer: momentum(0.1), seed: 2};
    const whole = make({...options, epochs: 6}).fit(X, Y);
    const parts = make({...options, epochs: 6});
    for (const {epoch} of parts.training(X, Y)) if (epoch === 2) break;
    expect(parts.history_).toHaveLength(2);
    expect(parameters(parts)).toEqual(parameters(make({...options, epochs: 2}).fit(X, Y)));
    for (const {epoch} of parts.training(X, Y)) if (epoch === 6) break;
    expect(parameters(parts)).toEqual(parameters(whole));
    expect(parts.history_).toEqual(whole.history_);
  });

  it('keeps arrays of its own for every epoch', () => {
    const network = make();
    const seen: number[][] = [];
    const kept: Network['layers'][] = [];
    network.fit(X, Y, {onEpoch: () => void (seen.push(parameters(network)), kept.push(network.layers))});
    expect(kept.map((layers) => parameters({layers} as Network))).toEqual(seen);
    expect(new Set(seen.map(String)).size).toBe(4);
  });

  it('weighs a shorter last batch by its rows', () => {
    const [{loss}] = make({batchSize: 7, epochs: 1, optimizer: sgd(1e-12)}).fit(X, Y).history_;
    expect(Math.abs(loss - make().evaluate(X, Y).loss)).toBeLessThan(1e-10);
  });

  it('decays weights, not biases, and leaves the term out of the loss', () => {
    const options = {epochs: 1, batchSize: 'all', optimizer: sgd(0.5)} as const;
    const [plain, decayed] = [make(options).fit(X, Y), make({...options, l2: 0.2}).fit(X, Y)];
    const start = make(options);
    plain.layers.forEach(({weights, biases}, l) => {
      expect(decayed.layers[l].biases).toEqual(biases);
      weights.data.forEach((w, i) => {
        const expected = w - 0.5 * 0.2 * start.layers[l].weights.data[i];
        expect(Math.abs(decayed.layers[l].weights.data[i] - expected)).toBeLessThan(1e-15);
      });
    });
    expect(decayed.history_[0].loss).toBe(plain.history_[0].loss);
  });

  it('tells the figures of validation rows at the end of an epoch', () => {
    const network = make();
    const [X2, Y2] = [X.rowsAt([1, 2, 3]), Y.rowsAt([1, 2, 3])];
    network.fit(X, Y, {
      validation: [X2, Y2],
      onEpoch({valLoss, valAccuracy}) {
        expect({loss: valLoss, accuracy: valAccuracy}).toEqual(network.evaluate(X2, Y2));
      },
    });
    expect(network.history_).toHaveLength(4);
  });

  it("stops after the epoch whose onEpoch says 'stop'", () => {
    const onEpoch = ({epoch}: {epoch: number}): string | undefined => (epoch === 2 ? 'stop' : undefined);
    expect(make().fit(X, Y, {onEpoch}).history_).toHaveLength(2);
    expect([...make().training(X, Y, {onEpoch})]).toHaveLength(2);
  });

  it('is as it was after a fit that fails', () => {
    const network = make().fit(X, Y);
    const before = [parameters(network), network.history_];
    const fail = (): never => {
      throw new Error('from onEpoch');
    };
    expect(() => network.fit(X, Y, {onEpoch: fail})).toThrow('from onEpoch');
    expect(() => network.fit(X, [[NaN]])).toThrow(RangeError);
    expect(() => network.fit([[1, 2], [3, NaN]], [[0], [1]])).toThrow('row 1'); // prettier-ignore
    expect([parameters(network), network.history_]).toEqual(before);
  });

  it('stops with a DivergenceError where the loss leaves the finite numbers', () => {
    const network = new Network({...bare, optimizer: sgd(10), epochs: 2000, batchSize: 'all'});
    const start = parameters(network);
    try {
      network.fit([[1], [2], [3]], [[1], [2], [4]]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DivergenceError);
      const {epoch, lastLoss, history} = error as DivergenceError;
      expect(history).toHaveLength(epoch - 1);
      expect(lastLoss).toBe(history[epoch - 2].loss);
    }
    expect(parameters(network)).toEqual(start);
  });

  it('learns XOR and several classes', () => {
    const xor = make({layers: [dense(8, tanh), dense(1, sigmoid)], optimizer: adam(0.05), epochs: 200}).fit(X, Y);
    expect(xor.history_.at(-1)!.accuracy).toBe(1);
    const classes = Matrix.from(Array.from(y, (_, i) => [0, 1, 2].map((k) => (i % 3 === k ? 1 : 0))));
    const places = Matrix.from(Array.from(y, (_, i) => [i % 3, (i * i) % 5]));
    const three = make({layers: [dense(16, relu), dense(3, softmax)], optimizer: adam(0.05), epochs: 200});
    expect(three.fit(places, classes).history_.at(-1)!.accuracy).toBe(1);
    three
      .predict(places)
      .toArrays()
      .forEach((row) => expect(Math.abs(row[0] + row[1] + row[2] - 1)).toBeLessThan(1e-12));
  });

  it('takes the loss that goes with its last activation', () => {
    const lossOf = (last: ReturnType<typeof dense>): unknown => new Network({inputs: 1, layers: [last]}).loss;
    expect(lossOf(dense(1, sigmoid))).toBe(binaryCrossEntropy);
    expect(lossOf(dense(3, softmax))).toBe(categoricalCrossEntropy);
    expect(lossOf(dense(1, tanh))).toBe(meanSquaredError);
    expect(lossOf(dense(1))).toBe(meanSquaredError);
  });

  it.each<[string, Partial<NetworkOptions>, string]>([
    ['inputs', {inputs: 0}, 'inputs must be'],
    ['no layer', {layers: []}, 'layers must hold at least one layer, got none'],
    ['no array', {layers: dense(1) as never}, 'layers must be an array'],
    [
      'softmax in the middle',
      {layers: [dense(2, softmax), dense(1)]},
      'layers[0] must have an activation of single units',
    ],
    [
      'a pair that doesn’t go',
      {layers: [dense(1, tanh)], loss: binaryCrossEntropy},
      'loss must be a squared error for tanh',
    ],
    [
      'softmax with squares',
      {layers: [dense(2, softmax)], loss: meanSquaredError},
      'loss must be categoricalCrossEntropy',
    ],
    ['epochs', {epochs: 0}, 'epochs must be'],
    ['batch size', {batchSize: 0}, 'batchSize must be'],
    ['decay', {l2: -1}, 'l2 must be'],
    ['seed', {seed: -1}, 'seed must be'],
    ['init', {init: 'ones' as never}, 'init must be one of glorot'],
    ['optimizer', {optimizer: 0.1 as never}, 'optimizer must be an optimizer such as sgd(0.1), got 0.1'],
    ['too few weights', {weights: []}, 'weights must have one entry for each of the 2 layers, got 0'],
    ['weights of another shape', {weights: [{weights: [[1]]}, {weights: [[1]]}]}, 'weights[0].weights must be 2 × 3'],
  ])('refuses %s', (_name, options, message) => {
    expect(() => make(options)).toThrow(message);
  });

  it.each<[string, number[][], number[][], string]>([
    ['a column too many', [[1, 2, 3]], [[1]], 'X has 3 columns, but the network has 2 inputs'],
    ['rows that differ', [[1, 2]], [[1], [0]], 'X has 1 rows, but Y has 2'],
    ['an output too many', [[1, 2]], [[1, 0]], 'Y has 2 columns, but the network has 1 outputs'],
    ['no probability', [[1, 2]], [[2]], 'Y must'],
  ])('refuses %s in fit and backward', (_name, rows, targets, message) => {
    expect(() => make().fit(rows, targets)).toThrow(message);
    expect(() => make().backward(rows, targets)).toThrow(message);
  });

  it('says its layers and parameters in a table', () => {
    expect(make({layers: [dense(3, tanh), dense(1, identity, {bias: false})]}).summary()).toBe(
      [
        '2 inputs',
        'layer  units  activation  weights  biases  parameters',
        '    1      3        tanh    2 × 3       3           9',
        '    2      1    identity    3 × 1       –           3',
        '12 parameters, learned by sgd(0.1) from meanSquaredError',
      ].join('\n'),
    );
  });

  it('can be drawn after it has learned', () => {
    expect(networkDiagram(make().fit(X, Y)).alt).toContain('2, 3, 1 units');
  });
});

describe('Network as JSON', () => {
  const throughText = (network: Network): unknown => JSON.parse(JSON.stringify(network)) as unknown;

  it('predicts the same bits after a round trip, and fits as the first one would', () => {
    const options: Partial<NetworkOptions>[] = [{}, {l2: 0.1, optimizer: adam(0.01), seed: 4, batchSize: 'all'}];
    for (const option of options) {
      const network = make(option).fit(X, Y);
      const back = Network.fromJSON(throughText(network));
      expect(back.predict(X)).toEqual(network.predict(X));
      expect(parameters(back.fit(X, Y))).toEqual(parameters(network.fit(X, Y)));
    }
  });

  it('brings back a start of its own and layers without biases', () => {
    const network = new Network({
      ...bare,
      layers: [dense(1, relu, {bias: false})],
      weights: [{weights: [[2]]}],
      epochs: 3,
    });
    const back = Network.fromJSON(throughText(network.fit([[1]], [[1]])));
    expect(back.layers[0].biases).toBeUndefined();
    expect(parameters(back.fit([[1]], [[5]]))).toEqual(parameters(network.fit([[1]], [[5]])));
  });

  it.each<[string, object, string]>([
    ['another format', {format: 'something'}, 'format must be'],
    ['another version', {version: 2}, 'version must be 1, got 2'],
    ['no layers', {layers: 'none'}, 'layers must be an array'],
    ['an unknown loss', {loss: 'hinge'}, 'loss'],
    ['an unknown optimizer', {optimizer: 'magic'}, 'optimizer'],
    ['a part left out', {epochs: undefined}, 'epochs must be there'],
  ])('refuses %s', (_name, change, message) => {
    const json = {...(throughText(make()) as object), ...change};
    expect(() => Network.fromJSON(json)).toThrow(message);
  });

  it('refuses a text, and activations of one’s own', () => {
    expect(() => Network.fromJSON('{}')).toThrow('JSON.parse');
    const own = {name: 'own', value: (z: number) => z, derivative: () => 1};
    expect(() => new Network({inputs: 1, layers: [dense(1, own)]}).toJSON()).toThrow(TypeError);
  });
});
