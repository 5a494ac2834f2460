import {describe, expect, it} from 'vitest';
import {checkExplorer} from '../../src/explorers/checkExplorer';
import {LABELS, PROBABILITIES} from '../../src/explorers/scores';

const lists = (probabilities: unknown, labels: unknown): object => ({probabilities, labels});

describe('checkExplorer', () => {
  it.each([
    ['neuron', {kind: 'neuron', data: 'clouds', w1: 1, w2: 1, b: 1, activation: 'sigmoid'}],
    ['activation', {kind: 'activation', activation: 'sigmoid', steepness: 1, at: 0}],
    ['slope', {kind: 'slope', curve: 'sigmoid', at: 1, h: 2, zoom: 1}],
    ['descent', {kind: 'descent', curvature: 1, learningRate: 0.1, start: 4}],
    ['hinges', {kind: 'hinges', hinges: 3, target: 'tent'}],
  ])('gives %s all of its options', (kind, spec) => {
    expect(checkExplorer(kind)).toEqual(spec);
  });

  it('keeps what is given, 0 and the ends of a range too, and reads undefined as left out', () => {
    expect(checkExplorer('neuron', {data: 'xor', w1: 0, w2: -6, b: 6, activation: undefined})).toEqual({
      kind: 'neuron',
      data: 'xor',
      w1: 0,
      w2: -6,
      b: 6,
      activation: 'sigmoid',
    });
  });

  it('gives threshold its made samples, or those that are given, as plain arrays that JSON can carry', () => {
    const made = checkExplorer('threshold');
    expect(made).toEqual({
      kind: 'threshold',
      probabilities: PROBABILITIES,
      labels: LABELS,
      threshold: 0.5,
      missCost: 1,
    });
    const given = {probabilities: Float64Array.of(0, 0.25, 1), labels: Uint8Array.of(0, 1, 1)};
    expect(JSON.parse(JSON.stringify(checkExplorer('threshold', {...given, missCost: 2.5})))).toEqual({
      kind: 'threshold',
      probabilities: [0, 0.25, 1],
      labels: [0, 1, 1],
      threshold: 0.5,
      missCost: 2.5,
    });
  });

  it.each([
    [
      'brain',
      {},
      RangeError,
      'kind must be one of neuron, activation, slope, descent, threshold, hinges, playground, face, got "brain"',
    ],
    [
      'toString',
      {},
      RangeError,
      'kind must be one of neuron, activation, slope, descent, threshold, hinges, playground, face, got "toString"',
    ],
    [
      undefined,
      {},
      RangeError,
      'kind must be one of neuron, activation, slope, descent, threshold, hinges, playground, face, got undefined',
    ],
    ['neuron', 3, TypeError, 'options of explore must be an object, got 3'],
    ['neuron', null, TypeError, 'options of explore must be an object, got null'],
    ['neuron', [1], TypeError, 'options of explore must be an object, got an array of length 1'],
    [
      'neuron',
      {weights: [1, 2]},
      RangeError,
      'options of the explorer neuron must be among data, w1, w2, b, activation, got "weights"',
    ],
    ['neuron', {data: 'nand'}, RangeError, 'data must be one of clouds, and, or, xor, got "nand"'],
    ['neuron', {w1: 6.5}, RangeError, 'w1 must be a number from -6 to 6, got 6.5'],
    ['neuron', {b: NaN}, RangeError, 'b must be a number from -6 to 6, got NaN'],
    ['neuron', {w2: '1'}, RangeError, 'w2 must be a number from -6 to 6, got "1"'],
    ['neuron', {activation: 'tanh'}, RangeError, 'activation must be one of sigmoid, binaryStep, got "tanh"'],
    ['activation', {activation: 'logistic'}, RangeError, /^activation must be one of identity, .*, got "logistic"$/],
    ['activation', {activation: Math.tanh}, RangeError, /^activation must be one of .*, got a function$/],
    ['activation', {steepness: 0}, RangeError, 'steepness must be a number from 0.2 to 5, got 0'],
    ['activation', {at: -Infinity}, RangeError, 'at must be a number from -5 to 5, got -Infinity'],
    ['slope', {curve: 'cosine'}, RangeError, 'curve must be one of sigmoid, square, sine, got "cosine"'],
    ['slope', {h: 0}, RangeError, 'h must be a number from 1e-12 to 2, got 0'],
    ['slope', {zoom: 1e6}, RangeError, 'zoom must be a number from 1 to 10000, got 1000000'],
    ['descent', {curvature: 0.1}, RangeError, 'curvature must be a number from 0.2 to 4, got 0.1'],
    ['descent', {learningRate: 0}, RangeError, 'learningRate must be a number from 0.01 to 12, got 0'],
    ['descent', {start: 6}, RangeError, 'start must be a number from -5 to 5, got 6'],
    ['hinges', {hinges: 4}, RangeError, 'hinges must be one of 1, 2, 3, got 4'],
    ['hinges', {hinges: '2'}, RangeError, 'hinges must be one of 1, 2, 3, got "2"'],
    ['hinges', {target: 'sine'}, RangeError, 'target must be one of tent, stairs, wave, got "sine"'],
    ['threshold', {threshold: 1.1}, RangeError, 'threshold must be a number from 0 to 1, got 1.1'],
    ['threshold', {missCost: 0}, RangeError, 'missCost must be a number from 1 to 20, got 0'],
    [
      'threshold',
      {probabilities: [0.1, 0.9]},
      RangeError,
      'labels must be given together with probabilities, got undefined',
    ],
    ['threshold', {labels: [0, 1]}, RangeError, 'probabilities must be given together with labels, got undefined'],
    ['threshold', lists(0.5, [0, 1]), TypeError, 'probabilities must be an array of numbers, got 0.5'],
    ['threshold', lists([0.1, '1'], [0, 1]), TypeError, 'probabilities must hold numbers, got "1" at index 1'],
    ['threshold', lists([0.1, NaN], [0, 1]), RangeError, 'probabilities must hold finite numbers, got NaN at index 1'],
    [
      'threshold',
      lists([0.1, 1.5], [0, 1]),
      RangeError,
      'probabilities must hold numbers from 0 to 1, got 1.5 at index 1',
    ],
    ['threshold', lists([0.1, 0.9], [-1, 1]), RangeError, 'labels must hold only 0 and 1, got -1 at index 0'],
    ['threshold', lists([0.1, 0.9], [1, 1]), RangeError, 'labels must hold both 0 and 1, got only 1'],
    ['threshold', lists([0.1, 0.9], [0, 1, 1]), RangeError, 'probabilities has 2 numbers, but labels has 3'],
    ['threshold', lists([0.1], [1]), RangeError, 'probabilities must hold 2 to 2000 numbers, got 1'],
    [
      'threshold',
      lists(new Array(2001).fill(0.5), [0, 1]),
      RangeError,
      'probabilities must hold 2 to 2000 numbers, got 2001',
    ],
  ])('refuses %s with %o', (kind, options, type, message) => {
    const check = (): unknown => checkExplorer(kind, options);
    expect(check).toThrow(type);
    expect(check).toThrow(message);
    if (typeof message === 'string') expect(check).toThrow(new type(message)); // the whole message
  });
});
