/** The training of a network, an epoch at a time, with everything that it works with. */
import {batches} from '../math/batches';
import {constructorOf, type Dtype, type Floats} from '../math/dtype';
import {Arena} from '../math/kernels/arena';
import {isLarge} from '../math/kernels/viaWebAssembly';
import {Matrix, type NumericArray} from '../math/matrix';
import type {Rng} from '../math/random';
import type {LayerSpec} from '../neurons/layers';
import type {Update} from './optimizers';
import type {OutputLoss} from './outputLoss';
import {countParameters, inputsOf, layersOver, type DenseLayer} from './parameters';
import {backwardThrough, firstRows, forwardThrough, makePasses, top, type Pass} from './passes';

/** What is to be trained, and how. */
export interface TrainingPlan {
  readonly inputs: number;
  readonly specs: readonly LayerSpec[];
  readonly output: OutputLoss;
  readonly batchSize: number | 'all';
  readonly l2: number;
  readonly l1: number;
  readonly dtype: Dtype;
}

/** All weights and biases in one array, and the layers that are views of it. */
export interface Numbers<T extends Floats = Floats> {
  readonly numbers: T;
  readonly layers: DenseLayer<T>[];
}

/** Rows, with room for what is computed of them. */
interface Batch {
  readonly X: Matrix<Floats>;
  readonly Y: Matrix;
  readonly passes: Pass[];
}

/** Room for all weights and biases of a network. `floats` gives arrays of zeros. */
export function makeNumbers<T extends Floats>(
  inputs: number,
  specs: readonly LayerSpec[],
  floats: (length: number) => T,
): Numbers<T> {
  const numbers = floats(countParameters(inputs, specs));
  return {numbers, layers: layersOver(numbers, inputs, specs)};
}

/**
 * Trains on the same rows, epoch after epoch, in matrices that it makes once.
 *
 * Where a product of its matrices is large, everything lies in an arena of its own, in which WebAssembly multiplies
 * without copying; else in ordinary arrays. Nobody else ever sees the arena: an interrupt may leave it behind in the
 * middle of a step, and the garbage collector takes it.
 */
export class EpochTrainer {
  readonly #plan: TrainingPlan;
  readonly #X: Matrix<NumericArray>;
  readonly #Y: Matrix;
  readonly #gradient: Numbers;
  /** The numbers that are trained, if they are not those given to `run`. */
  readonly #own?: Numbers;
  readonly #batch: Batch;
  /** The last batch of an epoch, if it is smaller. */
  readonly #rest?: Batch;
  /** For rows of bytes on their way to WebAssembly, which converts four at a time. */
  readonly #bytes?: {arena: Arena; room: Uint8Array};

  /**
   * @param X - Shape (samples, inputs). Only a batch of it is converted at a time.
   * @param Y - Shape (samples, outputs).
   */
  constructor(plan: TrainingPlan, X: Matrix<NumericArray>, Y: Matrix) {
    const {inputs, specs, batchSize, dtype} = plan;
    const rows = batchSize === 'all' ? X.rows : Math.min(batchSize, X.rows);
    const bytes = X.data.BYTES_PER_ELEMENT === 1 ? rows * inputs : 0;
    const arena = makeArena(plan, rows, bytes);
    const kind = constructorOf(dtype);
    const floats = (length: number): Floats => arena?.array(kind, length) ?? new kind(length);
    // By name: cells of a notebook may have classes of their own.
    const isReady = !arena && X.data[Symbol.toStringTag] === kind.name;
    this.#plan = plan;
    this.#X = X;
    this.#Y = Y;
    this.#gradient = makeNumbers(inputs, specs, floats);
    if (arena || dtype !== 'float64') this.#own = makeNumbers(inputs, specs, floats);
    if (arena && bytes > 0) this.#bytes = {arena, room: arena.array(Uint8Array, bytes)};
    const passes = makePasses(specs, rows, floats);
    if (batchSize === 'all') {
      const all = isReady ? (X as Matrix<Floats>) : new Matrix(rows, inputs, floats(rows * inputs));
      this.#batch = {X: all, Y, passes};
      if (!isReady) this.#takeInputs(all);
    } else {
      this.#batch = {X: new Matrix(rows, inputs, floats(rows * inputs)), Y: new Matrix(rows, Y.columns), passes};
      const rest = X.rows % rows;
      const {X: restX, Y: restY} = this.#batch;
      if (rest > 0) this.#rest = {X: top(restX, rest), Y: top(restY, rest), passes: firstRows(passes, rest)};
    }
  }

  /**
   * Trains one epoch long: the numbers become those at its end. What `run` leaves before it returns is to be thrown away.
   *
   * @param rng - The stream that the order of the rows is drawn from; with 'all' they stay in theirs.
   * @returns the losses of the rows, each before the step it led to, added up, and how many were right
   */
  run(parameters: Numbers, rng: Rng, update: Update): {sum: number; right: number} {
    const {output, batchSize, l2, l1} = this.#plan;
    const {numbers, layers} = this.#own ?? parameters;
    if (this.#own) numbers.set(parameters.numbers);
    const gradient = this.#gradient;
    let [sum, right] = [0, 0];
    const orders = batchSize === 'all' ? inTheirOrder : batches(rng, this.#X.rows, batchSize);
    for (const rows of orders) {
      const {X, Y, passes} = this.#take(rows);
      forwardThrough(layers, X, passes);
      const outputs = passes[passes.length - 1];
      sum += output.sum(Y, outputs);
      right += output.right?.(Y, outputs) ?? 0;
      backwardThrough(layers, X, Y, output, passes, gradient.layers);
      if (l2 > 0 || l1 > 0) penalise(layers, gradient.layers, l2, l1);
      update(numbers, gradient.numbers);
    }
    if (this.#own) parameters.numbers.set(numbers);
    return {sum, right};
  }

  /** The batch of these rows, or without a choice the one of all of them. */
  #take(rows?: Uint32Array): Batch {
    if (!rows) return this.#batch;
    const batch = this.#rest && rows.length < this.#batch.X.rows ? this.#rest : this.#batch;
    this.#takeInputs(batch.X, rows);
    copyRows(this.#Y, batch.Y, rows);
    return batch;
  }

  /** Copies these rows of X, or without a choice all, as numbers to compute with. */
  #takeInputs(copy: Matrix<Floats>, rows?: Uint32Array): void {
    if (!this.#bytes) return copyRows(this.#X, copy, rows);
    const {data, columns, scale} = this.#X;
    const {arena, room} = this.#bytes;
    for (let i = 0; i < copy.rows; i++) {
      const start = (rows?.[i] ?? i) * columns;
      room.set(data.subarray(start, start + columns), i * columns);
    }
    arena.convert(room, copy.data, scale);
  }
}

/** One batch of all rows, none of them moved. */
const inTheirOrder = [undefined];

/**
 * Memory for everything in a training with large products, and for so many bytes of pixels; undefined where no product is
 * large, or there is no WebAssembly.
 */
function makeArena({inputs, specs, dtype}: TrainingPlan, rows: number, bytes: number): Arena | undefined {
  const isWorthwhile = specs.some(({units}, l) => isLarge(rows, inputsOf(l, inputs, specs), units));
  if (!isWorthwhile) return undefined;
  const parameters = countParameters(inputs, specs);
  const passes = specs.flatMap(({units}) => [0, 0, 0].map(() => rows * units));
  // Weights, gradient and the two means that Adam keeps; X; and each layer's passes.
  const lengths = [parameters, parameters, parameters, parameters, rows * inputs, ...passes];
  return Arena.make(Arena.room(constructorOf(dtype), ...lengths) + Arena.room(Uint8Array, bytes));
}

/** Copies these rows, bytes as the numbers that they stand for; without a choice all of them. */
function copyRows({data, columns, scale}: Matrix<NumericArray>, copy: Matrix<Floats>, rows?: Uint32Array): void {
  const to = copy.data;
  for (let i = 0; i < copy.rows; i++) {
    const [start, from] = [i * columns, (rows?.[i] ?? i) * columns];
    for (let j = 0; j < columns; j++) to[start + j] = data[from + j] * scale;
  }
}

/** Adds the slopes of the penalties on weights: λ₂ w for ½ λ₂ Σ w², and λ₁ sign w for λ₁ Σ |w|. Biases have none. */
function penalise(
  layers: readonly DenseLayer<Floats>[],
  gradients: readonly DenseLayer<Floats>[],
  l2: number,
  l1: number,
): void {
  layers.forEach(({weights: {data}}, l) => {
    const gradient = gradients[l].weights.data;
    for (let j = 0; j < gradient.length; j++) gradient[j] += l2 * data[j] + l1 * Math.sign(data[j]);
  });
}
