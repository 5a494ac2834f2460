import {createRequire} from 'node:module';

// The bundle for pages: the other one needs WebGL.
const {NeuralNetwork} = createRequire(import.meta.url)('brain.js/dist/browser.js');

/** @param {{X: number[][], Y: number[][], epochs: number}} input */
export function train({X, Y, epochs}) {
  const network = new NeuralNetwork({hiddenLayers: [8], activation: 'sigmoid'});
  const rows = X.map((input, i) => ({input, output: Y[i]}));
  network.train(rows, {iterations: epochs, errorThresh: 1e-9, learningRate: 0.3, momentum: 0.1});
  return X.map((input) => network.run(input)[0]);
}
