import {SoftmaxRegression, sgd} from 'neurons';
import {readFaces} from '../../read-faces.mjs';

export const prepare = readFaces;

/**
 * @param {{dtype: 'float64' | 'float32', learningRate: number, batchSize: number, epochs: number}} input
 * @param {ReturnType<typeof readFaces>} faces
 */
export function train({dtype, learningRate, batchSize, epochs}, {X, y}) {
  const options = {optimizer: sgd(learningRate), batchSize, epochs, dtype};
  const model = new SoftmaxRegression(options).fit(X, y);
  return [...model.weights_.data, ...model.biases_];
}
