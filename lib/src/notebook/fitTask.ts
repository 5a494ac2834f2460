import {Matrix, type NumericArray} from '../math/matrix';
import type {Activation} from '../neurons/activations';
import type {EpochLog} from '../trainers/classifier';
import {MlpClassifier, type MlpClassifierOptions} from '../trainers/mlpClassifier';
import {activations, byName, optimizers} from '../trainers/recipes';

/** A matrix as threads hand it to one another: without its functions. */
export interface MatrixParts {
  readonly rows: number;
  readonly columns: number;
  readonly scale: number;
  readonly data: NumericArray;
}

/** A training but for its seed, in what can be sent to a thread: functions go by their names. */
export interface FitTask {
  readonly options: MlpClassifierOptions;
  readonly activation: string;
  readonly optimizer: string;
  readonly training: readonly [MatrixParts, Float64Array];
  readonly validation: readonly [MatrixParts, Float64Array];
}

/** What comes back from a thread. */
export interface Fitted {
  readonly json: object;
  readonly history: EpochLog[];
  readonly valLoss: number;
}

/** Trains one network. */
export function fitTask(task: FitTask, seed: number): Fitted {
  const [[X, y], [valX, valY]] = [task.training, task.validation];
  const model = new MlpClassifier({
    ...task.options,
    activation: byName(activations, task.activation, 'activation') as Activation,
    optimizer: byName(optimizers, task.optimizer, 'optimizer'),
    seed,
  });
  model.fit(toMatrix(X), y, {validation: [toMatrix(valX), valY]});
  const history = model.history_;
  const losses = history.map(({valLoss = NaN}) => valLoss);
  const valLoss = task.options.earlyStopping ? Math.min(...losses) : losses[losses.length - 1];
  return {json: model.toJSON(), history, valLoss};
}

function toMatrix({rows, columns, data, scale}: MatrixParts): Matrix<NumericArray> {
  return new Matrix(rows, columns, data, scale);
}
