import {Network, dense, sgd, sigmoid} from 'neurons';

/** @param {{X: number[][], Y: number[][], weights: number[][][], steps: number}} input */
export function train({X, Y, weights, steps}) {
  const network = new Network({
    inputs: 2,
    layers: [dense(8, sigmoid), dense(1, sigmoid)],
    weights: weights.map((weights) => ({weights})),
    optimizer: sgd(1),
    epochs: steps,
    batchSize: 'all',
  }).fit(X, Y);
  return network.layers.flatMap(({weights, biases = []}) => [...weights.data, ...biases]);
}
