import {MlpClassifier} from 'neurons';
import {readFaces} from '../../read-faces.mjs';

export const prepare = readFaces;

/**
 * @param {{dtype: 'float64' | 'float32', units: number, batchSize: number, epochs: number}} input
 * @param {ReturnType<typeof readFaces>} faces
 */
export function train({dtype, units, batchSize, epochs}, {X, y}) {
  const options = {hiddenLayers: [units], batchSize, epochs, dtype};
  const model = new MlpClassifier(options).fit(X, y);
  const judged = X.rowsAt(Array.from({length: 100}, (_, i) => i));
  return {loss: model.history_[epochs - 1].loss, shares: [...model.predictProba(judged).data]};
}
