import {Perceptron} from 'neurons';

/** @param {{X: number[][], y: number[], fits: number}} input */
export function train({X, y, fits}) {
  const model = new Perceptron({learningRate: 0.1, epochs: 10, shuffle: false});
  for (let n = 0; n < fits; n++) model.fit(X, y);
  return [...model.weights_, model.bias_, ...model.errors_];
}
