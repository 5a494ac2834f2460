import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {createRng} from '../../src/math/random';
import {SparseMatrix} from '../../src/math/sparseMatrix';
import {sigmoid, tanh} from '../../src/neurons/activations';
import {dense} from '../../src/neurons/layers';
import {softmax} from '../../src/neurons/softmax';
import {Network} from '../../src/trainers/network';
import {predictSparse} from '../../src/trainers/predictSparse';

describe('predictSparse', () => {
  it('gives the bits of the dense prediction', () => {
    const rng = createRng(3);
    const X = new Matrix(200, 30).map(() => (rng() < 0.1 ? 1 : 0));
    for (const layers of [
      [dense(7, sigmoid), dense(3, softmax)],
      [dense(4, tanh, {bias: false}), dense(5, tanh), dense(1)],
    ]) {
      const network = new Network({inputs: 30, layers, seed: 2});
      network.layers.forEach(({biases}) => biases?.set(biases.map(() => rng()))); // zeros at the start would tell nothing
      expect(predictSparse(network, SparseMatrix.from(X)).data).toEqual(network.predict(X).data);
    }
  });

  it('asks for as many columns as the network has inputs', () => {
    const network = new Network({inputs: 2, layers: [dense(1)]});
    expect(() => predictSparse(network, SparseMatrix.from([[1]]))).toThrow(
      'X has 1 columns, but the network has 2 inputs',
    );
  });
});
