import {Network, dense, halfSquaredError, sgd, sigmoid} from 'neurons';

/** @param {{X: number[][], Y: number[][], epochs: number}} input */
export function train({X, Y, epochs}) {
  const layers = [dense(8, sigmoid), dense(1, sigmoid)];
  const options = {inputs: 2, layers, loss: halfSquaredError, optimizer: sgd(1), epochs};
  const network = new Network({...options, batchSize: 'all'}).fit(X, Y);
  return [...network.predict(X).data];
}
