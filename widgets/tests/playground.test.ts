import {describe, expect, it} from 'vitest';
import {dense, Network, sgd, sigmoid, tanh} from '../../lib/src/browser';
import {playgroundState} from '../../lib/src/explorers/playgroundState';
import {CELLS, gridOf, inputsOf, pointsOf} from '../playground/data';
import {Engine} from '../playground/engine';

const engineOf = (text: string): Engine => new Engine(playgroundState(text));
const numbersOf = ({layers}: Engine): number[] => layers.flatMap(({weights, biases}) => [...weights.data, ...biases]);

describe('the points', () => {
  it.each(['circle', 'xor', 'blobs', 'spiral', 'plane', 'hills'])(
    '%s fit on the plane and depend on the seed',
    (data) => {
      const {XTrain, XTest, yTrain} = pointsOf(playgroundState(`data=${data}&train=0.8`));
      expect([XTrain.rows, XTest.rows]).toEqual([320, 80]);
      expect(Math.max(...XTrain.data.map(Math.abs))).toBeLessThan(6);
      expect(Math.max(...yTrain.map(Math.abs))).toBeLessThanOrEqual(1);
      expect(pointsOf(playgroundState(`data=${data}&seed=1`)).XTrain.data).not.toEqual(XTrain.data);
    },
  );

  it('gives the inputs that are asked for, in their order', () => {
    const names = ['x1', 'x2', 'x1^2', 'x2^2', 'x1x2', 'sin(x1)', 'sin(x2)'] as const;
    const {X} = {X: pointsOf(playgroundState('')).XTrain};
    const [x1, x2] = X.row(7);
    const row = [x1, x2, x1 * x1, x2 * x2, x1 * x2, Math.sin(x1), Math.sin(x2)];
    expect([...inputsOf(X, names).row(7)]).toEqual(row);
  });

  it('fills the plane with cells from the top left', () => {
    expect(gridOf(2).toArrays()).toEqual([[-3, 3], [3, 3], [-3, -3], [3, -3]]); // prettier-ignore
  });
});

describe('Engine', () => {
  it('learns as the network of the library does', () => {
    const engine = engineOf('net=3&l1=0.002&l2=0.01&seed=4');
    const {XTrain, yTrain, XTest, yTest} = pointsOf(playgroundState('seed=4'));
    const start = new Network({inputs: 2, layers: [dense(3, tanh), dense(1, sigmoid)], seed: 4}).layers;
    const network = new Network({
      inputs: 2,
      layers: [dense(3, tanh), dense(1, sigmoid)],
      weights: start.map(({weights, biases}) => ({weights: weights.toArrays(), biases: [...biases!]})),
      optimizer: sgd(0.03),
      batchSize: 10,
      l1: 0.002,
      l2: 0.01,
      seed: 4,
      epochs: 5,
    }).fit(
      XTrain,
      Array.from(yTrain, (y) => [y]),
    );
    for (let n = 0; n < 5; n++) engine.step();
    expect(engine.epoch).toBe(5);
    expect(numbersOf(engine)).toEqual(network.layers.flatMap(({weights, biases}) => [...weights.data, ...biases!]));
    expect(engine.losses[5].test).toBe(
      network.evaluate(
        XTest,
        Array.from(yTest, (y) => [y]),
      ).loss,
    );
  });

  it('answers over the plane for every unit', () => {
    const engine = engineOf('net=3,2&data=hills');
    const fields = engine.fields();
    expect(fields.map((layer) => layer.length)).toEqual([3, 2, 1]);
    const {values, start, stride} = fields[0][2]!;
    const [x1, x2] = gridOf(CELLS).row(123);
    const {weights, biases} = engine.layers[0];
    const z = x1 * weights.data[2] + x2 * weights.data[5] + biases[2];
    expect(Math.abs(values[start + 123 * stride] - Math.tanh(z))).toBeLessThan(1e-12);
  });

  it('makes a unit that is off count for nothing and learn nothing', () => {
    const state = playgroundState('net=3,2');
    const engine = new Engine(state);
    engine.step();
    const before = engine.layers[0].weights.toArrays().map((row) => row[1]);
    const away = engine.layers[1].weights.toArrays()[1];
    const loss = engine.losses[1].train;
    engine.goOn({...state, off: ['1.2']});
    expect(engine.losses[1].train).not.toBe(loss);
    expect(engine.fields()[0].map((field) => field !== undefined)).toEqual([true, false, true]);
    const without = engine.losses[1].train;
    engine.setWeight(0, 0, 1, 50); // its own weight: nobody hears of it
    expect(engine.losses[1].train).toBe(without);
    engine.setWeight(0, 0, 1, before[0]);
    for (let n = 0; n < 3; n++) engine.step();
    expect(engine.layers[0].weights.toArrays().map((row) => row[1])).toEqual(before);
    expect(engine.layers[1].weights.toArrays()[1]).toEqual(away);
    engine.goOn(state);
    expect(engine.fields()[0][1]).toBeDefined();
    expect(engine.epoch).toBe(4);
  });

  it('takes a weight and a bias set by hand', () => {
    const engine = engineOf('net=2');
    engine.setWeight(1, 1, 0, 3.5);
    engine.setWeight(0, 'bias', 1, -2);
    expect([engine.layers[1].weights.data[1], engine.layers[0].biases[1]]).toEqual([3.5, -2]);
    expect(engine.epoch).toBe(0);
  });

  it('learns the spiral within 500 epochs', () => {
    const engine = engineOf(SPIRAL);
    for (let n = 0; n < 500; n++) engine.step();
    expect(engine.losses[500].test).toBeLessThan(0.1);
  });
});

/** After so many epochs. */
function lossesOf(state: string, epochs: number): {train: number; test: number}[] {
  const engine = engineOf(state);
  for (let n = 0; n < epochs; n++) engine.step();
  return [...engine.losses];
}

describe('what the lessons say of the playground', () => {
  it('5: no line parts the circle, and with the squares it is learned within a few passes', () => {
    expect(lossesOf('data=circle&net=&rate=0.1', 200)[200].train).toBeGreaterThan(0.6);
    expect(lossesOf('data=circle&net=&inputs=x1,x2,x1^2,x2^2&rate=0.1', 10)[10].test).toBeLessThan(0.2);
  });

  it('7: four units learn XOR, and go on when one of them is switched off', () => {
    const state = 'data=xor&net=4&rate=0.1';
    const engine = engineOf(state);
    for (let n = 0; n < 300; n++) engine.step();
    const before = engine.losses[300].train;
    engine.goOn(playgroundState(`${state}&off=1.1`));
    const hole = engine.losses[300].train;
    for (let n = 0; n < 300; n++) engine.step();
    expect(before).toBeLessThan(0.05);
    expect(hole).toBeGreaterThan(2 * before);
    expect(engine.losses[600].train).toBeLessThan(hole / 2);
  });

  it('8: the test loss turns and climbs while the training loss falls; with L2 it climbs no longer', () => {
    const state = 'data=circle&noise=0.3&train=0.2&net=8,8&rate=0.1';
    const plain = lossesOf(state, 500);
    const best = Math.min(...plain.map(({test}) => test));
    expect(plain[500].test).toBeGreaterThan(1.5 * best);
    expect(plain[500].train).toBeLessThan(0.8 * plain[100].train);
    const decayed = lossesOf(`${state}&l2=0.03`, 500);
    expect(decayed[500].test).toBeLessThan(1.05 * Math.min(...decayed.map(({test}) => test)));
  });

  it('10: without the sines the spiral is learned later, without bends never, and with the highest rate worse than not at all', () => {
    const epochsTo = (state: string): number => lossesOf(state, 300).findIndex(({test}) => test < 0.1);
    const alone = epochsTo('data=spiral&net=8,8&rate=0.1');
    expect(epochsTo(SPIRAL)).toBeGreaterThan(0);
    expect(alone).toBeGreaterThan(2 * epochsTo(SPIRAL));
    expect(lossesOf('data=spiral&net=8,8&rate=0.1&activation=identity', 300)[300].test).toBeGreaterThan(0.5);
    const wild = lossesOf(SPIRAL.replace('rate=0.1', 'rate=10'), 200);
    expect(wild[200].train).toBeGreaterThan(wild[0].train);
  });
});

/** A setting that parts the arms of the spiral. */
const SPIRAL = 'data=spiral&inputs=x1,x2,sin(x1),sin(x2)&net=8,8&rate=0.1';
