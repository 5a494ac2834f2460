import {availableParallelism} from 'node:os';
import path from 'node:path';
import {Worker} from 'node:worker_threads';
import {checkCount, checkLabels, checkRows} from '../math/checks';
import type {MatrixLike, NumericArray, VectorLike} from '../math/matrix';
import type {EpochLog} from '../trainers/classifier';
import {MlpClassifier, type MlpClassifierOptions} from '../trainers/mlpClassifier';
import {activations, nameOf, optimizers} from '../trainers/recipes';
import {fitTask, type Fitted, type FitTask, type MatrixParts} from './fitTask';

export interface FitSeedsOptions {
  /** One network for each; whole numbers from 0 to 2³² − 1. */
  seeds: readonly number[];
  /** Rows that are only judged, never learned from: `[X, y]`. */
  validation: readonly [X: MatrixLike, y: VectorLike];
  /** How many learn at the same time, each on a processor of its own; 1 for one after another. @default as many as there are processors, where that is faster */
  threads?: number;
}

/** A network of one seed. */
export interface SeedFit {
  readonly seed: number;
  readonly model: MlpClassifier;
  readonly history: EpochLog[];
  /** The loss on the validation rows that its weights have: of the last epoch, or with early stopping of the best. */
  readonly valLoss: number;
}

/**
 * Trains the same network from several seeds and gives all of them, in the order of the seeds. Trainings that are large
 * enough run side by side, in worker threads; their weights are to the last bit those of one training after another. A
 * thread takes some tenths of a second until it works at full speed, so small trainings stay in one.
 *
 * An interrupt of the kernel ends the threads with it.
 *
 * Choose by `valLoss`, and judge the chosen one on rows that chose nothing.
 *
 * @param options - Those of all networks; `seed` is set for each.
 * @throws {RangeError | TypeError} As `MlpClassifier` and its `fit`, or if an activation or optimizer is of your own making.
 * @example
 * const fits = await fitSeeds({hiddenLayers: [16]}, [XTrain, yTrain], {seeds: [1, 2, 3], validation: [XVal, yVal]});
 * const best = fits.reduce((a, b) => (b.valLoss < a.valLoss ? b : a));
 */
export async function fitSeeds(
  options: MlpClassifierOptions,
  [X, y]: readonly [X: MatrixLike, y: VectorLike],
  {seeds, validation, threads}: FitSeedsOptions,
): Promise<SeedFit[]> {
  if (threads !== undefined) checkCount(threads, 'threads');
  const model = new MlpClassifier(options); // looks at the options
  const task: FitTask = {
    options: {...options, activation: undefined, optimizer: undefined},
    activation: nameOf(activations, model.activation, 'the activation'),
    optimizer: nameOf(optimizers, model.optimizer, 'the optimizer'),
    training: share(X, y, 'X', 'y'),
    validation: share(validation[0], validation[1], 'validation X', 'validation y'),
  };
  const together = Math.min(seeds.length, threads ?? usualThreads(task, seeds.length));
  const waiting = seeds.map((seed, place) => ({seed, place}));
  const fits: SeedFit[] = [];
  const workers: Worker[] = [];
  const work = async (fit: (seed: number) => Fitted | Promise<Fitted>): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const {json, history, valLoss} = await fit(next.seed);
      fits[next.place] = {seed: next.seed, model: MlpClassifier.fromJSON(json), history, valLoss};
    }
  };
  // A kernel gives up waiting for a cell that is interrupted, but threads would go on. Where nobody listens to interrupts,
  // they end the process, and so they shall.
  const stop = (): void => workers.forEach((worker) => void worker.terminate());
  if (process.listenerCount('SIGINT') > 0) process.on('SIGINT', stop);
  try {
    if (together < 2) {
      await work((seed) => fitTask(task, seed));
    } else {
      for (let n = 0; n < together; n++) workers.push(start(task));
      await Promise.all(workers.map((worker) => work((seed) => ask(worker, seed))));
    }
  } finally {
    process.off('SIGINT', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return fits;
}

/**
 * Weights of hidden layers times rows that they see, from which on threads pay: about a second in one. With 16 hidden
 * units two threads were as fast as one at 3e8, and by a quarter faster at 8e8.
 */
const WORTH_THREADS = 5e8;

/** As many as there are processors where that is faster, else 1. */
export function usualThreads({options, training: [{rows, columns}]}: FitTask, seeds: number): number {
  const {hiddenLayers, epochs} = new MlpClassifier(options);
  const widths = [columns, ...hiddenLayers];
  const weights = hiddenLayers.reduce((sum, width, layer) => sum + widths[layer] * width, 0);
  return weights * rows * epochs * seeds < WORTH_THREADS ? 1 : availableParallelism();
}

/** The rows in memory that all threads see: none of them gets a copy. */
function share(X: MatrixLike, y: VectorLike, XName: string, yName: string): [MatrixParts, Float64Array] {
  const samples = checkRows(X, XName);
  const labels = checkLabels(y, samples, yName, XName);
  const {rows, columns, scale} = samples;
  return [{rows, columns, scale, data: shared(samples.data)}, labels];
}

function shared(data: NumericArray): NumericArray {
  const memory = new SharedArrayBuffer(data.byteLength);
  const bytes = new Uint8Array(memory);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  if (data instanceof Float64Array) return new Float64Array(memory);
  return data instanceof Float32Array ? new Float32Array(memory) : bytes;
}

/** Without the kernel's own flags: a thread of it must not begin as a kernel. */
function start(task: FitTask): Worker {
  return new Worker(path.join(__dirname, 'fitWorker.js'), {workerData: task, execArgv: []});
}

/** One training in a thread, which stays for the next: its code is compiled by then. */
function ask(worker: Worker, seed: number): Promise<Fitted> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread must answer with its network, got exit code ${code}`)));
    worker.postMessage(seed);
  });
}
