/** Networks whose products are large: they train where WebAssembly multiplies, and nobody is to notice. */
import {afterEach, describe, expect, it, vi} from 'vitest';
import type {Matrix} from '../../src/math/matrix';
import {createRng, normal} from '../../src/math/random';
import type {NetworkOptions} from '../../src/trainers/network';
import type {Optimizer} from '../../src/trainers/optimizers';

type Library = typeof import('../../src/index');

const rng = createRng(3);
const features = Float64Array.from({length: 70 * 20}, () => normal(rng));
const oneHot = Float64Array.from({length: 70 * 3}, (_, i) => (i % 3 === Math.floor(i / 3) % 3 ? 1 : 0));
const labels = Array.from({length: 70}, (_, i) => i % 3);

/** The library, loaded anew where WebAssembly is there or isn't; matrices of its making; how many memories it makes. */
async function load(hasWebAssembly: boolean) {
  vi.resetModules();
  let memories = 0;
  const {Module, Instance, Memory} = WebAssembly;
  class Counted extends Memory {
    constructor(size: WebAssembly.MemoryDescriptor) {
      super(size);
      if (size.initial > 1) memories++; // one of a single page is for asking only
    }
  }
  vi.stubGlobal('WebAssembly', hasWebAssembly ? {Module, Instance, Memory: Counted} : undefined);
  const neurons = await import('../../src/index');
  const X = new neurons.Matrix(70, 20, features);
  return {neurons, X, Y: new neurons.Matrix(70, 3, oneHot), memories: () => memories};
}
afterEach(() => vi.unstubAllGlobals());

const numbers = (network: InstanceType<Library['Network']>): number[] =>
  network.layers.flatMap(({weights, biases}) => [...weights.data, ...biases!]);

/** 20-16-16-3, in batches of 32 rows and a rest of 6: its products are large, those of the rest are not. */
function make({Network, dense, tanh, relu, softmax}: Library, options: Partial<NetworkOptions> = {}) {
  const layers = [dense(16, tanh), dense(16, relu), dense(3, softmax)];
  return new Network({inputs: 20, layers, epochs: 3, ...options});
}

const cases: [string, (neurons: Library) => Partial<NetworkOptions>][] = [
  ['gradient descent', () => ({})],
  ['momentum and weight decay', ({momentum}) => ({optimizer: momentum(0.05), l2: 0.01, l1: 0.001})],
  ['Adam', ({adam}) => ({optimizer: adam(0.01)})],
  ['Adam with all rows', ({adam}) => ({optimizer: adam(0.01), batchSize: 'all'})],
];

describe.each(cases)('a network with large products, by %s', (_name, options) => {
  it('learns the same bits with WebAssembly and without', async () => {
    const results = [];
    for (const hasWebAssembly of [true, false]) {
      const {neurons, memories, X, Y} = await load(hasWebAssembly);
      const network = make(neurons, options(neurons)).fit(X, Y);
      expect(memories()).toBe(hasWebAssembly ? 1 : 0); // one for the training, however many steps it takes
      results.push({history: network.history_, numbers: numbers(network), answers: network.predict(X).toArrays()});
    }
    expect(results[0]).toEqual(results[1]);
  });

  it.each([true, false])('goes on as if it had not stopped (WebAssembly: %s)', async (hasWebAssembly) => {
    const {neurons, X, Y} = await load(hasWebAssembly);
    const inOne = make(neurons, options(neurons)).fit(X, Y);
    const inParts = make(neurons, {...options(neurons), epochs: 1});
    for (let part = 0; part < 3; part++) for (const log of inParts.training(X, Y)) expect(log.epoch).toBe(part + 1);
    expect(numbers(inParts)).toEqual(numbers(inOne));
  });

  it('comes near to it in 32-bit floats, of which its weights then are', async () => {
    const {neurons, X, Y} = await load(true);
    const wanted = numbers(make(neurons, options(neurons)).fit(X, Y));
    for (const hasWebAssembly of [true, false]) {
      const {neurons, X, Y} = await load(hasWebAssembly);
      const got = numbers(make(neurons, {...options(neurons), dtype: 'float32'}).fit(X, Y));
      expect(got.every((value) => value === Math.fround(value))).toBe(true);
      const largest = Math.max(...wanted.map(Math.abs));
      const error = Math.max(...wanted.map((value, j) => Math.abs(value - got[j]))) / largest;
      expect(error).toBeLessThan(1e-5);
      expect(error).toBeGreaterThan(0);
    }
  });
});

describe('a training with large products', () => {
  it('is not disturbed by another one in its midst', async () => {
    const {neurons, X, Y} = await load(true);
    const options = {optimizer: neurons.adam(0.01)};
    const alone = make(neurons, options).fit(X, Y);
    const other = make(neurons, {...options, seed: 1});
    const disturbed = make(neurons, options).fit(X, Y, {onEpoch: () => void other.fit(X, Y)});
    expect(numbers(disturbed)).toEqual(numbers(alone));
    expect(numbers(other)).toEqual(numbers(make(neurons, {...options, seed: 1}).fit(X, Y)));
  });

  it('leaves the earlier network whole when it throws, and nothing in the way of the next', async () => {
    const {neurons, X, Y} = await load(true);
    const network = make(neurons, {optimizer: neurons.adam(0.01)}).fit(X, Y);
    const [before, history] = [numbers(network), network.history_];
    const fail = (): never => {
      throw new Error('enough');
    };
    expect(() => network.fit(X, Y, {onEpoch: fail})).toThrow('enough');
    expect([numbers(network), network.history_]).toEqual([before, history]);
    expect(numbers(network.fit(X, Y))).toEqual(before);
  });

  it('takes an optimizer of the caller’s own', async () => {
    const results = [];
    for (const dtype of ['float64', 'float32'] as const) {
      const {neurons, X, Y} = await load(true);
      const half: Optimizer = {
        name: 'half',
        learningRate: 0.5,
        start: () => (weights, gradient) => {
          for (let j = 0; j < weights.length; j++) weights[j] -= 0.5 * gradient[j];
        },
      };
      const [own, ours] = [half, neurons.sgd(0.5)].map((optimizer) => make(neurons, {dtype, optimizer}).fit(X, Y));
      expect(numbers(own)).toEqual(numbers(ours));
      results.push(numbers(own));
    }
    expect(results[0]).not.toEqual(results[1]);
  });

  it('says so when it leaves the floats of 32 bits', async () => {
    const {neurons, X, Y} = await load(true);
    const {dense, sumSquaredError, relu} = neurons;
    const layers = [dense(16, relu), dense(16, relu), dense(3)];
    const network = make(neurons, {layers, loss: sumSquaredError, optimizer: neurons.sgd(10), dtype: 'float32'});
    expect(() => network.fit(X, Y)).toThrow(neurons.DivergenceError);
  });
});

describe('rows of bytes', () => {
  const bytes = Uint8Array.from({length: 70 * 20}, () => Math.floor(256 * rng()));

  it.each([32, 'all'] as const)(
    'teach what the numbers do that they stand for, in batches of %s',
    async (batchSize) => {
      for (const hasWebAssembly of [true, false]) {
        const {neurons, Y} = await load(hasWebAssembly);
        const learn = (rows: Matrix<Uint8Array> | Matrix): unknown => {
          const network = make(neurons, {batchSize}).fit(rows, Y, {validation: [rows, Y]});
          const answers = [network.predict(rows), ...network.forward(rows).map(({a}) => a)].map((A) => A.toArrays());
          return [network.history_, answers, network.backward(rows, Y), network.evaluate(rows, Y)];
        };
        const pixels = new neurons.Matrix(70, 20, bytes, 1 / 255);
        expect(learn(pixels)).toEqual(learn(neurons.Matrix.from(pixels)));
      }
    },
  );

  it('teach classifiers, too', async () => {
    const {MlpClassifier, SoftmaxRegression, Matrix} = (await load(true)).neurons;
    const pixels = new Matrix(70, 20, bytes, 1 / 255);
    type Model = InstanceType<Library['MlpClassifier' | 'SoftmaxRegression']>;
    const learn = (model: Model, rows: Matrix<Uint8Array> | Matrix): unknown => {
      model.fit(rows, labels, {validation: [rows, labels]});
      return [model.history_, model.predict(rows), model.predictProba(rows).toArrays(), model.score(rows, labels)];
    };
    for (const make of [() => new MlpClassifier({epochs: 3}), () => new SoftmaxRegression({epochs: 3})]) {
      expect(learn(make(), pixels)).toEqual(learn(make(), Matrix.from(pixels)));
    }
  });

  it('must have as many columns as a classifier knows features', async () => {
    const {MlpClassifier, Matrix} = (await load(true)).neurons;
    const model = new MlpClassifier({epochs: 1}).fit(new Matrix(70, 20, bytes, 1 / 255), labels);
    expect(() => model.predict(new Matrix(1, 19, new Uint8Array(19)))).toThrow(
      new RangeError('X has 19 features, but the model learned from 20'),
    );
  });
});

describe('the dtype of a classifier', () => {
  it('is that of its network, and its JSON keeps it', async () => {
    const {neurons, X} = await load(true);
    const {MlpClassifier, SoftmaxRegression, Network} = neurons;
    const mlp = new MlpClassifier({epochs: 2, dtype: 'float32'}).fit(X, labels);
    expect([mlp.dtype, mlp.network_.dtype]).toEqual(['float32', 'float32']);
    const again = MlpClassifier.fromJSON(JSON.parse(JSON.stringify(mlp)));
    expect([again.dtype, again.network_.dtype]).toEqual(['float32', 'float32']);
    expect(again.predict(X)).toEqual(mlp.predict(X));
    expect(Network.fromJSON(JSON.parse(JSON.stringify(mlp.network_))).dtype).toBe('float32');
    const weights = new SoftmaxRegression({epochs: 2, dtype: 'float32'}).fit(X, labels).weights_.data;
    expect(weights.every((value) => value === Math.fround(value))).toBe(true);
    expect(new SoftmaxRegression().dtype).toBe('float64');
  });
});

describe('the answers for many rows', () => {
  it('are those for each row alone, in whatever blocks they are worked out', async () => {
    const {Network, dense, tanh} = (await load(true)).neurons;
    // 524,288 numbers at once: blocks of 3, 3 and 1 rows.
    const wide = new Network({inputs: 2, layers: [dense(170_000, tanh), dense(1)], seed: 2});
    const rows = Array.from({length: 7}, (_, i) => [i / 7, 1 - i / 3]);
    const alone = rows.map((row) => wide.predict([row]).get(0, 0));
    expect([...wide.predict(rows).data]).toEqual(alone);
    const targets = alone.map((answer, i) => [answer + (i === 6 ? 2 : i === 2 ? 1 : 0)]);
    expect(wide.evaluate(rows, targets).loss).toBeCloseTo(5 / 7, 12);
  });
});
