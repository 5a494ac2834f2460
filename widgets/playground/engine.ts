/** The network of the playground: learns an epoch at a time, and lets itself be changed in between. Knows no page. */
import {
  dense,
  identity,
  Matrix,
  Network,
  relu,
  sgd,
  sigmoid,
  tanh,
  type EpochLog,
  type LayerSpec,
  type Split,
} from '../../lib/src/browser';
import type {PlaygroundState} from '../../lib/src/explorers/playgroundState';
import {GRID, inputsOf, isRegression, pointsOf, type Field} from './data';

/** Weights into a layer, a column a unit, and its biases, those of units that are off included. */
export interface Layer {
  readonly weights: Matrix;
  readonly biases: Float64Array;
}

export interface Losses {
  readonly train: number;
  readonly test: number;
}

const ACTIVATIONS = {relu, tanh, sigmoid, identity};

/**
 * A unit that is off isn't there for the network that learns: it is made without it, and what the unit knew is kept aside
 * until it comes back. A mask of zeros on its outgoing weights would be filled again by the first step.
 */
export class Engine {
  readonly points: Split;
  /** Before the first epoch, and after each. */
  readonly losses: Losses[] = [];
  #state: PlaygroundState;
  #layers: Layer[];
  #network: Network;
  #training: Generator<EpochLog, void>;
  /** Which units are on: of the inputs, of each hidden layer, of the output. */
  #on: readonly (readonly number[])[] = [];
  readonly #grid: Matrix;
  readonly #sides: Record<'train' | 'test', {X: Matrix; Y: Matrix}>;

  constructor(state: PlaygroundState) {
    this.#state = state;
    this.points = pointsOf(state);
    const {XTrain, XTest, yTrain, yTest} = this.points;
    const side = (X: Matrix, y: Float64Array): {X: Matrix; Y: Matrix} => ({
      X: inputsOf(X, state.inputs),
      Y: new Matrix(y.length, 1, y),
    });
    this.#sides = {train: side(XTrain, yTrain), test: side(XTest, yTest)};
    this.#grid = inputsOf(GRID, state.inputs);
    const {seed, inputs} = state;
    const layers = this.#specs().map(({units, activation}) => dense(units, activation));
    this.#layers = new Network({inputs: inputs.length, layers, seed}).layers.map(({weights, biases}) => ({
      weights,
      biases: biases as Float64Array,
    }));
    [this.#network, this.#training] = this.#made();
    this.#judge();
  }

  get epoch(): number {
    return this.losses.length - 1;
  }

  /** Learns from every training row once. */
  step(): void {
    try {
      this.#training.next();
    } catch (error) {
      [this.#network, this.#training] = this.#made(); // an epoch that diverged is not kept
      throw error;
    }
    this.#collect();
    this.#judge();
  }

  /** Goes on with another learning rate, L1, L2, batch size or other units switched off, from the weights as they are. */
  goOn(state: PlaygroundState): void {
    this.#state = state;
    this.#changed();
  }

  /** All weights and biases as they are now, the output's in the last layer. */
  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** Changes a weight into a unit, or with `from` 'bias' its bias. The last layer is the output. */
  setWeight(layer: number, from: number | 'bias', unit: number, value: number): void {
    const {weights, biases} = this.#layers[layer];
    if (from === 'bias') biases[unit] = value;
    else weights.data[from * weights.columns + unit] = value;
    this.#changed();
  }

  /** What the units of each layer answer over the plane, from one forward pass; nothing for those that are off. */
  fields(): (Field | undefined)[][] {
    return this.#network.forward(this.#grid).map(({a}, l) => {
      const on = this.#on[l + 1];
      const fields: (Field | undefined)[] = Array.from({length: this.#layers[l].biases.length});
      on.forEach((unit, start) => (fields[unit] = {values: a.data, start, stride: on.length}));
      return fields;
    });
  }

  /** The hidden layers and the output, all units. */
  #specs(): LayerSpec[] {
    const {net, activation, data} = this.#state;
    return [
      ...net.map((units) => dense(units, ACTIVATIONS[activation])),
      dense(1, isRegression(data) ? identity : sigmoid),
    ];
  }

  /** Goes on with what was set, and judges it before the next epoch. */
  #changed(): void {
    [this.#network, this.#training] = this.#made();
    this.losses.pop();
    this.#judge();
  }

  /** A network of the units that are on, with their weights. */
  #made(): [Network, Generator<EpochLog, void>] {
    const {inputs, rate, batch, l1, l2, seed, off} = this.#state;
    const specs = this.#specs();
    this.#on = [inputs.length, ...specs.map(({units}) => units)].map((units, layer) =>
      Array.from({length: units}, (_, i) => i).filter((i) => !off.includes(`${layer}.${i + 1}`)),
    );
    const network = new Network({
      inputs: inputs.length,
      layers: specs.map(({activation}, l) => dense(this.#on[l + 1].length, activation)),
      weights: this.#layers.map(({weights, biases}, l) => ({
        weights: this.#on[l].map((from) => this.#on[l + 1].map((to) => weights.data[from * weights.columns + to])),
        biases: this.#on[l + 1].map((to) => biases[to]),
      })),
      optimizer: sgd(rate),
      batchSize: batch,
      l1,
      l2,
      seed: (seed + this.losses.length) >>> 0, // another order of the rows each time
      epochs: Number.MAX_SAFE_INTEGER,
    });
    const {X, Y} = this.#sides.train;
    return [network, network.training(X, Y)];
  }

  /** Takes the weights over from the network that learns. */
  #collect(): void {
    this.#network.layers.forEach(({weights, biases}, l) => {
      const [from, to] = [this.#on[l], this.#on[l + 1]];
      const all = this.#layers[l];
      to.forEach((unit, c) => {
        all.biases[unit] = biases![c];
        from.forEach((input, r) => {
          all.weights.data[input * all.weights.columns + unit] = weights.data[r * to.length + c];
        });
      });
    });
  }

  #judge(): void {
    const {train, test} = this.#sides;
    const loss = ({X, Y}: {X: Matrix; Y: Matrix}): number => this.#network.evaluate(X, Y).loss;
    this.losses.push({train: loss(train), test: loss(test)});
  }
}
