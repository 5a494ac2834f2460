import {checkBatchSize, checkCount, checkNotNegative, checkRows, checkSamples, checkUint32} from '../math/checks';
import {checkDtype, float64s, type Dtype} from '../math/dtype';
import {Matrix, type MatrixLike, type NumericArray} from '../math/matrix';
import {createRng, type Rng} from '../math/random';
import {received} from '../math/received';
import {dense, isActivation, type LayerSpec} from '../neurons/layers';
import {categoricalCrossEntropy, checkProbabilities, type Loss} from '../neurons/losses';
import type {EpochLog, FitOptions} from './classifier';
import {DivergenceError} from './divergenceError';
import {EpochTrainer, makeNumbers, type Numbers, type TrainingPlan} from './epochTrainer';
import {drawWeights, inits, type Init} from './initialise';
import {networkFromJson, networkToJson} from './networkJson';
import {networkSummary} from './networkSummary';
import {sgd, type Optimizer, type Update} from './optimizers';
import {lossFor, outputLoss, type OutputLoss} from './outputLoss';
import {fillLayers, type DenseLayer, type LayerParameters} from './parameters';
import {backwardThrough, forwardInBlocks, forwardThrough, makePasses, type Pass} from './passes';

export interface NetworkOptions {
  /** How many features a sample has; a positive whole number. */
  inputs: number;
  /** From the first hidden layer to the output layer, each made by `dense`. */
  layers: readonly LayerSpec[];
  /**
   * What is to become small. With a cross-entropy the history also has the accuracy.
   * @default by the last activation: softmax → categoricalCrossEntropy, sigmoid → binaryCrossEntropy, else meanSquaredError
   */
  loss?: Loss;
  /** What a step makes of the gradient. @default sgd(0.1) */
  optimizer?: Optimizer;
  /** Passes over the training rows; a positive whole number. @default 100 */
  epochs?: number;
  /** Rows in a step: a positive whole number, or 'all' for one step an epoch. @default 32 */
  batchSize?: number | 'all';
  /** Weight decay λ, 0 or more: adds ½ λ Σ w² (without the biases) to what is minimised. @default 0 */
  l2?: number;
  /** As `l2`, but adds λ Σ |w|: every weight is drawn to 0 at the same pace, and those that help little end there. @default 0 */
  l1?: number;
  /** Seeds the starting weights and the order of the rows; a whole number from 0 to 2³² − 1. @default 0 */
  seed?: number;
  /**
   * What training computes with: floats of 64 bits, or of 32, which take half the memory and in large networks half the
   * time. The network answers in 64 bits either way, from what was learned. @default 'float64'
   */
  dtype?: Dtype;
  /**
   * How weights start, biases being 0: 'glorot' uniform on ±√(6 / (inputs + units)), 'he' normal with the deviation
   * √(2 / inputs), 'uniform' on [−0.5, 0.5), or 'zeros'. @default 'glorot'
   */
  init?: Init;
  /** Weights and biases to start with instead, one entry a layer. */
  weights?: readonly LayerParameters[];
}

/** All weights and biases. */
interface Parameters extends Numbers<Float64Array> {
  /** Whether somebody has the layers, so that no later epoch may write here. */
  keep: boolean;
}

/** What was learned until the end of an epoch. Replaced as a whole, so that nobody ever finds half an epoch. */
interface Learned {
  readonly parameters: Parameters;
  /** Grows during a fit; only the first `epochs` logs belong to these parameters. */
  readonly history: EpochLog[];
  readonly epochs: number;
  /** The stream that weights were drawn from, and orders of rows will be. */
  readonly rng: Rng;
  /** The optimizer, with what it remembers of the steps so far. */
  readonly update: Update;
}

/**
 * A network of dense layers that learns by backpropagation, from X (samples, inputs) to Y (samples, outputs).
 *
 * Forward, each layer makes a = f(x W + b) of what the layer before it gave. Back, the chain rule gives δ = ∂loss/∂z of
 * each layer: of the last from the loss, of the others as δ Wᵀ ⊙ f′(z) from the layer behind it; the gradients are
 * xᵀ δ for W and the sum of δ for b. All sums run in a fixed order: over the inputs of a unit and then its bias, over rows
 * from the first to the last. So the same seed gives the same bits, and so does a class of your own in the same order.
 *
 * It answers from its starting weights before any fit. One random stream from `seed` gives the weights, layer by layer and
 * row by row, and then one order of the rows an epoch; with 'all' the rows stay in theirs.
 *
 * An interrupted fit leaves the network with the weights of its last full epoch; one that throws leaves it as it was.
 *
 * @example
 * const X = [[0, 0], [0, 1], [1, 0], [1, 1]];
 * const layers = [dense(4, tanh), dense(1, sigmoid)];
 * const xor = new Network({inputs: 2, layers, optimizer: sgd(1), epochs: 1000}).fit(X, [[0], [1], [1], [0]]);
 * xor.predict(X).map(Math.round).toArrays(); // [[0], [1], [1], [0]]
 * xor.layers[0].weights.columns; // 4, one column a unit
 * @see D. E. Rumelhart, G. E. Hinton and R. J. Williams (1986), "Learning representations by back-propagating errors",
 *   Nature 323.
 */
export class Network {
  readonly inputs: number;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly epochs: number;
  readonly batchSize: number | 'all';
  readonly l2: number;
  readonly l1: number;
  readonly seed: number;
  readonly dtype: Dtype;
  readonly init: Init;
  readonly #specs: readonly LayerSpec[];
  readonly #output: OutputLoss;
  /** A start of the caller's own. */
  readonly #given?: Parameters;
  #learned: Learned;

  /**
   * @throws {RangeError} If a number is out of its range, there is no layer, softmax stands before the last layer, the loss
   *   doesn't go with the last activation, or the given weights don't fit.
   * @throws {TypeError} If an option is of another kind.
   */
  constructor(options: NetworkOptions) {
    const {inputs, layers, optimizer = sgd(0.1), epochs = 100, batchSize = 32} = options;
    const {l2 = 0, l1 = 0, seed = 0, dtype = 'float64', init = 'glorot', weights} = options;
    checkCount(inputs, 'inputs');
    checkCount(epochs, 'epochs');
    checkBatchSize(batchSize);
    checkNotNegative(l2, 'l2');
    checkNotNegative(l1, 'l1');
    checkUint32(seed, 'seed');
    checkDtype(dtype);
    if (typeof optimizer?.start !== 'function') {
      throw new TypeError(`optimizer must be an optimizer such as sgd(0.1), got ${received(optimizer)}`);
    }
    if (!inits.includes(init)) throw new RangeError(`init must be one of ${inits.join(', ')}, got ${received(init)}`);
    this.#specs = checkLayers(layers);
    const {activation} = this.#specs[this.#specs.length - 1];
    this.loss = options.loss ?? lossFor(activation);
    this.#output = outputLoss(activation, this.loss);
    this.inputs = inputs;
    this.optimizer = optimizer;
    this.epochs = epochs;
    this.batchSize = batchSize;
    this.l2 = l2;
    this.l1 = l1;
    this.seed = seed;
    this.dtype = dtype;
    this.init = init;
    if (weights !== undefined) {
      this.#given = this.#zeros();
      fillLayers(this.#given.layers, weights, 'weights');
    }
    this.#learned = this.#start();
  }

  /**
   * The layers with their weights and biases as they are now, from the first hidden layer to the output layer. No later
   * epoch writes to them, so they can be kept. Writing to them changes the network.
   */
  get layers(): DenseLayer[] {
    const {parameters} = this.#learned;
    parameters.keep = true;
    return parameters.layers;
  }

  /** One log for each epoch so far: its loss, the accuracy with a cross-entropy, the validation figures if asked for. */
  get history_(): EpochLog[] {
    return this.#learned.history.slice(0, this.#learned.epochs);
  }

  /**
   * What each layer makes of the rows: net inputs z and outputs a, both of shape (samples, units).
   *
   * @param X - Shape (samples, inputs).
   * @throws {RangeError} If X has another number of columns, or is no matrix of finite numbers.
   */
  forward(X: MatrixLike): {z: Matrix; a: Matrix}[] {
    return this.#forward(Matrix.from(this.#checkInputs(X))).map(({z, a}) => ({z, a}));
  }

  /**
   * The gradients of the loss, without the terms of `l2` and `l1`: how it grows with each weight and bias. Shapes as in `layers`.
   *
   * @param X - Shape (samples, inputs).
   * @param Y - Shape (samples, outputs).
   * @throws {RangeError} If X or Y has another number of columns, they differ in rows, or hold what they must not.
   */
  backward(X: MatrixLike, Y: MatrixLike): {weights: Matrix; biases: Float64Array | undefined}[] {
    const inputs = Matrix.from(this.#checkInputs(X));
    const targets = this.#checkTargets(Y, inputs);
    const {layers} = this.#learned.parameters;
    const gradients = this.#zeros().layers;
    backwardThrough(layers, inputs, targets, this.#output, this.#forward(inputs), gradients);
    return gradients.map(({weights, biases}) => ({weights, biases}));
  }

  /**
   * Learns from the start again, forgetting any earlier fit. In `onEpoch` the network answers with the epoch just ended.
   *
   * @param X - Training rows. Shape (samples, inputs).
   * @param Y - What the outputs are to be. Shape (samples, outputs).
   * @throws {RangeError} If X or Y has another number of columns, they differ in rows, or hold NaN or Infinity; with a
   *   cross-entropy, if Y holds anything but probabilities.
   * @throws {TypeError} If X or Y holds anything but numbers.
   * @throws {DivergenceError} If the loss or the weights leave the finite numbers.
   */
  fit(X: MatrixLike, Y: MatrixLike, options: FitOptions = {}): this {
    const trainOneEpoch = this.#trainer(X, Y, options);
    const earlier = this.#learned;
    earlier.parameters.keep = true;
    try {
      let learned = this.#start();
      for (let n = 0; n < this.epochs; n++) {
        learned = trainOneEpoch(learned);
        // One assignment: an interrupt of the kernel skips `catch`, and must not find half an epoch here.
        this.#learned = learned;
        if (options.onEpoch?.({...learned.history[n]}) === 'stop') break;
      }
    } catch (error) {
      this.#learned = earlier;
      throw error;
    }
    return this;
  }

  /**
   * Goes on learning from where the network is, `epochs` more, one for each step of a loop: to draw it, to wait, to stop.
   * It takes the same steps as `fit`, and a later call goes on from there.
   *
   * @param X - Training rows. Shape (samples, inputs).
   * @param Y - What the outputs are to be. Shape (samples, outputs).
   * @throws {RangeError} As `fit`.
   * @throws {TypeError} As `fit`.
   * @throws {DivergenceError} From the loop, if the loss or the weights leave the finite numbers; the network is then as
   *   the epoch before left it.
   * @example
   * const line = new Network({inputs: 1, layers: [dense(1)], epochs: 3});
   * const epochs = [...line.training([[0], [1]], [[1], [3]])].map((log) => log.epoch);
   * epochs; // [1, 2, 3]
   */
  training(X: MatrixLike, Y: MatrixLike, options: FitOptions = {}): Generator<EpochLog, void> {
    // Not a generator itself: that would look at X and Y only when the loop begins.
    return this.#go(this.#trainer(X, Y, options), options);
  }

  *#go(trainOneEpoch: (from: Learned) => Learned, {onEpoch}: FitOptions): Generator<EpochLog, void> {
    for (let n = 0; n < this.epochs; n++) {
      const learned = trainOneEpoch(this.#learned);
      this.#learned = learned;
      const log = learned.history[learned.epochs - 1];
      const stop = onEpoch?.({...log}) === 'stop';
      yield {...log};
      if (stop) return;
    }
  }

  /**
   * The outputs. Shape (samples, outputs).
   *
   * @param X - Shape (samples, inputs).
   * @throws {RangeError} If X has another number of columns, or is no matrix of finite numbers.
   */
  predict(X: MatrixLike): Matrix {
    const inputs = this.#checkInputs(X);
    const predicted = new Matrix(inputs.rows, lastOf(this.#specs).units);
    for (const {start, outputs} of forwardInBlocks(this.#learned.parameters.layers, inputs)) {
      predicted.data.set(outputs.a.data, start * predicted.columns);
    }
    return predicted;
  }

  /**
   * How good the answers are: the loss, and with a cross-entropy the accuracy.
   *
   * @param X - Shape (samples, inputs).
   * @param Y - What the outputs ought to be. Shape (samples, outputs).
   * @throws {RangeError} As `fit`.
   */
  evaluate(X: MatrixLike, Y: MatrixLike): {loss: number; accuracy?: number} {
    const inputs = this.#checkInputs(X);
    return this.#judge(this.#learned.parameters.layers, inputs, this.#checkTargets(Y, inputs));
  }

  /** A table of the layers, with how many weights and biases each has. */
  summary(): string {
    return networkSummary(this);
  }

  /**
   * The options, and the weights as they are now, for `JSON.stringify(network)`. The history is not in it.
   *
   * @throws {TypeError} If an activation, the loss or the optimizer is of your own making: its name would not bring it back.
   */
  toJSON(): object {
    return networkToJson(this, this.#given?.layers);
  }

  /**
   * The network that `toJSON` described: it predicts the same, to the last bit, and fits as the first one would.
   *
   * @param json - As `JSON.parse` gives it.
   * @throws {RangeError} If a part of it is out of its range.
   * @throws {TypeError} If it or a part of it is no such description; the message names the part.
   */
  static fromJSON(json: unknown): Network {
    const {options, layers} = networkFromJson(json);
    const network = new Network(options);
    fillLayers(network.layers, layers, 'layers');
    return network;
  }

  #zeros(): Parameters {
    return {...makeNumbers(this.inputs, this.#specs, float64s), keep: false};
  }

  /** The network before its first epoch. */
  #start(): Learned {
    const rng = createRng(this.seed);
    const parameters = this.#zeros();
    if (this.#given) {
      parameters.numbers.set(this.#given.numbers);
    } else {
      for (const {weights} of parameters.layers) {
        weights.data.set(drawWeights(this.init, rng, weights.rows, weights.columns).data);
      }
    }
    return {parameters, history: [], epochs: 0, rng, update: this.optimizer.start(parameters.numbers.length)};
  }

  /** Checks the data and makes room. The function that comes back trains for one epoch, and leaves what it gets alone. */
  #trainer(X: MatrixLike, Y: MatrixLike, {validation}: FitOptions): (from: Learned) => Learned {
    const inputs = this.#checkInputs(X);
    const targets = this.#checkTargets(Y, inputs);
    const judged = validation && this.#checkValidation(validation);
    const trainer = new EpochTrainer(this.#plan(), inputs, targets);
    const nextParameters = this.#taker();

    return (from) => {
      const {history, rng, update} = from;
      const parameters = nextParameters(from.parameters);
      if (history.length > from.epochs) history.length = from.epochs;
      const {sum, right} = trainer.run(parameters, rng, update);
      const epoch = from.epochs + 1;
      const {loss, accuracy} = this.#figures(sum, right, targets);
      const log: EpochLog = accuracy === undefined ? {epoch, loss} : {epoch, loss, accuracy};
      this.#checkFinite(parameters.numbers, log, history);
      if (judged) {
        const {loss: valLoss, accuracy: valAccuracy} = this.#judge(parameters.layers, judged.X, judged.Y);
        Object.assign(log, valAccuracy === undefined ? {valLoss} : {valLoss, valAccuracy});
      }
      history.push(log);
      return {parameters, history, epochs: epoch, rng, update};
    };
  }

  /**
   * Gives the parameters for the next epoch, which begin as copies of those that the network has. Two take turns: the
   * network answers from the one while the other is trained. What somebody keeps is left to him, and made anew.
   */
  #taker(): (from: Parameters) => Parameters {
    const turns = [this.#zeros(), this.#zeros()];
    return (from) => {
      for (const t of [0, 1]) if (turns[t].keep) turns[t] = this.#zeros();
      const next = turns[0] === from ? turns[1] : turns[0];
      next.numbers.set(from.numbers);
      return next;
    };
  }

  #plan(): TrainingPlan {
    const {inputs, batchSize, l2, l1, dtype} = this;
    return {inputs, specs: this.#specs, output: this.#output, batchSize, l2, l1, dtype};
  }

  #forward(X: Matrix): Pass<Float64Array>[] {
    const {layers} = this.#learned.parameters;
    const passes = makePasses(layers, X.rows, float64s);
    forwardThrough(layers, X, passes);
    return passes;
  }

  #judge(layers: readonly DenseLayer[], X: Matrix<NumericArray>, Y: Matrix): {loss: number; accuracy?: number} {
    let [sum, right] = [0, 0];
    for (const {start, outputs} of forwardInBlocks(layers, X)) {
      const {rows} = outputs.a;
      const truth = new Matrix(rows, Y.columns, Y.data.subarray(start * Y.columns, (start + rows) * Y.columns));
      sum += this.#output.sum(truth, outputs);
      right += this.#output.right?.(truth, outputs) ?? 0;
    }
    return this.#figures(sum, right, Y);
  }

  #figures(sum: number, right: number, Y: Matrix): {loss: number; accuracy?: number} {
    const loss = sum / this.loss.terms.divisor(Y.rows, Y.columns);
    return this.#output.right ? {loss, accuracy: right / Y.rows} : {loss};
  }

  #checkInputs(X: MatrixLike, name: string = 'X'): Matrix<NumericArray> {
    const samples = checkRows(X, name);
    if (samples.columns !== this.inputs) {
      throw new RangeError(`${name} has ${samples.columns} columns, but the network has ${this.inputs} inputs`);
    }
    return samples;
  }

  #checkTargets(Y: MatrixLike, X: Matrix<NumericArray>, name: string = 'Y', XName: string = 'X'): Matrix {
    const targets = checkSamples(Y, name);
    if (targets.rows !== X.rows) {
      throw new RangeError(`${XName} has ${X.rows} rows, but ${name} has ${targets.rows}`);
    }
    const {units} = lastOf(this.#specs);
    if (targets.columns !== units) {
      throw new RangeError(`${name} has ${targets.columns} columns, but the network has ${units} outputs`);
    }
    if (this.loss.terms.probabilities) checkProbabilities(targets, name);
    if (this.loss === categoricalCrossEntropy) checkShares(targets, name);
    return targets;
  }

  #checkValidation([X, Y]: NonNullable<FitOptions['validation']>): {X: Matrix<NumericArray>; Y: Matrix} {
    const inputs = this.#checkInputs(X, 'validation X');
    return {X: inputs, Y: this.#checkTargets(Y as MatrixLike, inputs, 'validation Y', 'validation X')};
  }

  #checkFinite(numbers: Float64Array, {epoch, loss}: EpochLog, history: EpochLog[]): void {
    const {learningRate} = this.optimizer;
    if (!Number.isFinite(loss)) {
      const lastLoss = history.at(-1)?.loss ?? NaN;
      throw new DivergenceError({what: 'loss', got: loss, epoch, lastLoss, history, learningRate});
    }
    // Not by an iterator: this runs in every epoch.
    for (let j = 0; j < numbers.length; j++) {
      const got = numbers[j];
      if (Number.isFinite(got)) continue;
      throw new DivergenceError({what: 'weights', got, epoch, lastLoss: loss, history, learningRate});
    }
  }
}

function checkLayers(layers: readonly LayerSpec[]): LayerSpec[] {
  if (!Array.isArray(layers)) throw new TypeError(`layers must be an array of layers, got ${received(layers)}`);
  if (layers.length === 0) throw new RangeError('layers must hold at least one layer, got none');
  return layers.map((layer: LayerSpec, l) => {
    if (typeof layer !== 'object' || layer === null) {
      throw new TypeError(`layers must hold layers such as dense(4, tanh), got ${received(layer)} at index ${l}`);
    }
    const {units, activation, bias} = layer;
    if (l < layers.length - 1 && !isActivation(activation)) {
      throw new RangeError(`layers[${l}] must have an activation of single units, got ${received(activation?.name)}`);
    }
    return dense(units, activation, {bias});
  });
}

function checkShares(Y: Matrix, name: string): void {
  for (let i = 0; i < Y.rows; i++) {
    const sum = Y.row(i).reduce((sum, share) => sum + share, 0);
    if (Math.abs(sum - 1) > 1e-9)
      throw new RangeError(`${name} must hold rows that add up to 1, got ${sum} in row ${i}`);
  }
}

function lastOf<T>(list: readonly T[]): T {
  return list[list.length - 1];
}
