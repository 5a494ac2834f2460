/** The numbers of lesson 07 and its exercises, and the network that a learner writes there in place of the library's. */
import {describe, expect, it} from 'vitest';
import {createRng, uniform, type Rng} from '../../src/math/random';
import {sigmoid} from '../../src/neurons/activations';
import {dense} from '../../src/neurons/layers';
import {halfSquaredError, sumSquaredError, type Loss} from '../../src/neurons/losses';
import {Network} from '../../src/trainers/network';
import {sgd} from '../../src/trainers/optimizers';

type Rows = number[][];

/** y = 1 where one of the first two columns is 1, but not both; the third is always 1, in place of a bias. */
const X = [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]]; // prettier-ignore
const Y = [[0], [1], [1], [0]];
/** Four inputs, of which the last tells nothing and the others all. */
const X4 = [[1, 0, 1, 0], [1, 0, 1, 1], [0, 1, 0, 1]]; // prettier-ignore
const Y4 = [[1], [1], [0]];

interface Start {
  weights: Rows;
  biases?: number[];
}

/** Two layers of weights, each with its biases drawn after it, uniform on [low, 1). */
function drawn(rng: Rng, sizes: [number, number, number], {low, bias}: {low: number; bias: boolean}): Start[] {
  const row = (n: number): number[] => Array.from({length: n}, () => uniform(rng, low, 1));
  return [0, 1].map((l) => {
    const weights = Array.from({length: sizes[l]}, () => row(sizes[l + 1]));
    return bias ? {weights, biases: row(sizes[l + 1])} : {weights};
  });
}

interface Plan {
  weights: Start[];
  learningRate: number;
  loss: Loss;
  epochs: number;
}

function network({weights, learningRate, loss, epochs}: Plan): Network {
  const layers = weights.map((start) => dense(start.weights[0].length, sigmoid, {bias: start.biases !== undefined}));
  const inputs = weights[0].weights.length;
  return new Network({inputs, layers, weights, loss, optimizer: sgd(learningRate), epochs, batchSize: 'all'});
}

const xorPlan = (seed: number, epochs: number): Plan => ({
  weights: drawn(createRng(seed), [3, 4, 1], {low: -1, bias: false}),
  learningRate: 1,
  loss: halfSquaredError,
  epochs,
});
const sumPlan = (epochs: number): Plan => ({
  weights: drawn(createRng(1), [3, 4, 1], {low: 0, bias: false}),
  learningRate: 1,
  loss: sumSquaredError,
  epochs,
});
const fourPlan = (seed: number, epochs: number): Plan => ({
  weights: drawn(createRng(seed), [4, 3, 1], {low: 0, bias: true}),
  learningRate: 0.1,
  loss: halfSquaredError,
  epochs,
});

const outputs = (net: Network, rows: Rows): number[] => [...net.predict(rows).data];
const meanError = (net: Network): number => outputs(net, X).reduce((sum, a, i) => sum + Math.abs(Y[i][0] - a), 0) / 4;

describe('the network of lesson 07', () => {
  it('errs by 0.496 before its first step and by 0.00351 after 50,000 of them, in the mean over the rows', () => {
    const net = network(xorPlan(1, 50_000));
    const errors = [meanError(net)];
    for (const {epoch} of net.training(X, Y)) if (epoch % 10_000 === 0) errors.push(meanError(net));
    expect(errors.map((error) => error.toPrecision(12))).toEqual([
      '0.496410031903',
      '0.00858452565325',
      '0.00578945986251',
      '0.00462917677677',
      '0.00395876528027',
      '0.00351012256786',
    ]);
  });

  it('learns with 30 of 30 seeds: every row is within 0.05 of its answer after 10,000 steps', () => {
    const learned = Array.from({length: 30}, (_, seed) => {
      const answers = outputs(network(xorPlan(seed, 10_000)).fit(X, Y), X);
      return answers.every((a, i) => Math.abs(a - Y[i][0]) < 0.05);
    });
    expect(learned.filter(Boolean)).toHaveLength(30);
  });
});

describe('the exercise "does yours print this?"', () => {
  it('prints 0.00965854, 0.96893341, 0.96884749, 0.03646843 before its 1,500th update', () => {
    const answers = outputs(network(sumPlan(1499)).fit(X, Y), X);
    expect(answers.map((a) => a.toFixed(8))).toEqual(['0.00965854', '0.96893341', '0.96884749', '0.03646843']);
  });

  it('has a loss that falls at every step, from 1.31184 to 0.0033588', () => {
    const losses = network(sumPlan(1500))
      .fit(X, Y)
      .history_.map(({loss}) => loss);
    expect([losses[0].toFixed(5), losses[1499].toFixed(7)]).toEqual(['1.31184', '0.0033588']);
    for (let n = 1; n < losses.length; n++) expect(losses[n]).toBeLessThan(losses[n - 1]);
  });
});

describe('the exercise with four inputs and biases', () => {
  it('answers 0.97696709, 0.96621222, 0.04439228 before its 5,000th update', () => {
    const answers = outputs(network(fourPlan(0, 4999)).fit(X4, Y4), X4);
    expect(answers.map((a) => a.toFixed(8))).toEqual(['0.97696709', '0.96621222', '0.04439228']);
  });

  it('answers above 0.95, above 0.95 and below 0.07 with 30 of 30 seeds', () => {
    const answers = Array.from({length: 30}, (_, seed) => outputs(network(fourPlan(seed, 4999)).fit(X4, Y4), X4));
    expect(answers.filter(([a, b, c]) => a > 0.95 && b > 0.95 && c < 0.07)).toHaveLength(30);
  });
});

const product = (A: Rows, B: Rows): Rows =>
  A.map((row) => B[0].map((_, k) => row.reduce((sum, a, j) => sum + a * B[j][k], 0)));
const transpose = (A: Rows): Rows => A[0].map((_, j) => A.map((row) => row[j]));
const both = (A: Rows, B: Rows, f: (a: number, b: number) => number): Rows =>
  A.map((row, i) => row.map((a, k) => f(a, B[i][k])));
const sumOfRows = (A: Rows): number[] => A[0].map((_, k) => A.reduce((sum, row) => sum + row[k], 0));

/** One hidden layer, of sigmoids as the output: what `Network` does, in the fewest lines that can be read. */
class HandWritten {
  readonly layers: Start[];

  constructor(
    start: Start[],
    readonly learningRate: number,
    readonly slopeOfLoss: (a: number, y: number) => number,
  ) {
    this.layers = [...start];
  }

  feedforward(X: Rows): {z: Rows; a: Rows}[] {
    const hidden = this.#layer(0, X);
    return [hidden, this.#layer(1, hidden.a)];
  }

  backprop(X: Rows, Y: Rows): void {
    const [hidden, output] = this.feedforward(X);
    const errors = both(output.a, Y, this.slopeOfLoss); // ∂loss/∂a: (rows, outputs)
    const delta2 = both(errors, output.z, (error, z) => error * sigmoid.derivative(z)); // ∂loss/∂z: (rows, outputs)
    const blame = product(delta2, transpose(this.layers[1].weights)); // ∂loss/∂a: (rows, hidden)
    const delta1 = both(blame, hidden.z, (error, z) => error * sigmoid.derivative(z)); // ∂loss/∂z: (rows, hidden)
    this.#step(1, hidden.a, delta2);
    this.#step(0, X, delta1);
  }

  #layer(l: number, inputs: Rows): {z: Rows; a: Rows} {
    const {weights, biases} = this.layers[l];
    const z = product(inputs, weights).map((row) => row.map((sum, k) => (biases ? sum + biases[k] : sum)));
    return {z, a: z.map((row) => row.map(sigmoid.value))};
  }

  #step(l: number, inputs: Rows, delta: Rows): void {
    const {weights, biases} = this.layers[l];
    const gradient = product(transpose(inputs), delta); // (inputs, rows) (rows, units) = (inputs, units)
    const slopes = sumOfRows(delta);
    this.layers[l] = {
      weights: both(weights, gradient, (w, g) => w - this.learningRate * g),
      biases: biases?.map((b, k) => b - this.learningRate * slopes[k]),
    };
  }
}

describe('a class written by hand', () => {
  const plans: [string, Plan, (a: number, y: number) => number, Rows, Rows][] = [
    ['of lesson 07', xorPlan(1, 2000), (a, y) => a - y, X, Y],
    ['of the 1,500 passes', sumPlan(1500), (a, y) => 2 * (a - y), X, Y],
    ['with four inputs and biases', fourPlan(0, 2000), (a, y) => a - y, X4, Y4],
  ];

  it.each(plans)('%s learns what Network learns, bit for bit', (_name, plan, slopeOfLoss, rows, answers) => {
    const mine = new HandWritten(plan.weights, plan.learningRate, slopeOfLoss);
    for (let pass = 0; pass < plan.epochs; pass++) mine.backprop(rows, answers);
    const theirs = network(plan).fit(rows, answers);
    theirs.layers.forEach(({weights, biases}, l) => {
      expect(weights.toArrays()).toEqual(mine.layers[l].weights);
      expect(biases && [...biases]).toEqual(mine.layers[l].biases);
    });
    expect(theirs.predict(rows).toArrays()).toEqual(mine.feedforward(rows)[1].a);
  });
});
