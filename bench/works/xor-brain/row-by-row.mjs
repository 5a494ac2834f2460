import {Network, dense, halfSquaredError, momentum, sigmoid} from 'neurons';

/** @param {{X: number[][], Y: number[][], epochs: number}} input */
export function train({X, Y, epochs}) {
  const layers = [dense(8, sigmoid), dense(1, sigmoid)];
  const options = {inputs: 2, layers, loss: halfSquaredError, optimizer: momentum(0.3, 0.1), epochs};
  const network = new Network({...options, batchSize: 1}).fit(X, Y);
  return [...network.predict(X).data];
}
