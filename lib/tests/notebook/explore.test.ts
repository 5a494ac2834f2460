import {existsSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {explore} from '../../src/notebook/explore';
import {checkExplorer, type ExplorerKind} from '../../src/notebook/explorers';
import {captureDisplays, htmlOf, textOf} from './capture';

const WIDGET = 'application/vnd.neurons.widget+json';

describe('checkExplorer', () => {
  it.each([
    ['neuron', {kind: 'neuron', data: 'clouds', w1: 1, w2: 1, b: 1, activation: 'sigmoid'}],
    ['activation', {kind: 'activation', activation: 'sigmoid', steepness: 1, at: 0}],
    ['slope', {kind: 'slope', curve: 'sigmoid', at: 1, h: 2, zoom: 1}],
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

  it.each([
    ['brain', {}, RangeError, 'kind must be one of neuron, activation, slope, got "brain"'],
    ['toString', {}, RangeError, 'kind must be one of neuron, activation, slope, got "toString"'],
    [undefined, {}, RangeError, 'kind must be one of neuron, activation, slope, got undefined'],
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
  ])('refuses %s with %o', (kind, options, type, message) => {
    const check = (): unknown => checkExplorer(kind, options);
    expect(check).toThrow(type);
    expect(check).toThrow(message);
    if (typeof message === 'string') expect(check).toThrow(new type(message)); // the whole message
  });
});

describe('explore', () => {
  const captured = captureDisplays();
  const built = existsSync(new URL('../../dist/widget.iife.js', import.meta.url));

  it('sends nothing where an option is wrong', () => {
    expect(() => explore('neuron', {w1: 7})).toThrow('w1 must be a number from -6 to 6, got 7');
    expect(() => explore('net' as ExplorerKind)).toThrow('kind must be one of');
    expect(captured).toEqual([]);
  });

  it.skipIf(!built)('sends a description for JupyterLab, a frame for other viewers and words', () => {
    explore('neuron', {data: 'xor', w1: 2, w2: 2, b: -1});
    expect(captured).toHaveLength(1);
    const {content, update} = captured[0];
    expect(update).toBe(false);
    const spec = {kind: 'neuron', data: 'xor', w1: 2, w2: 2, b: -1, activation: 'sigmoid'};
    expect(content.data[WIDGET]).toEqual(spec);
    expect(textOf(captured[0])).toMatch(
      /^An explorer: a neuron .* points of XOR, starting with w1 = 2, w2 = 2, b = -1\./,
    );
    expect(htmlOf(captured[0])).toMatch(
      /^<iframe title="An explorer: [^"<]*" style="[^"<]*" srcdoc="[^"]*"><\/iframe>$/,
    );
    expect(htmlOf(captured[0])).toContain(JSON.stringify(spec).replaceAll('"', '&quot;'));
  });

  it.skipIf(!built).each(['neuron', 'activation', 'slope'] as const)('describes %s in words', (kind) => {
    explore(kind);
    expect(textOf(captured[0])).toMatch(/^An explorer: .*\. It is there to be moved by hand/);
    expect(textOf(captured[0])).not.toMatch(/undefined|NaN|\[object/);
  });

  it.skipIf(!built)('asks nothing of the network', () => {
    explore('slope');
    const addresses = htmlOf(captured[0]).match(/\bhttps?:[^"&\s]*/g) ?? [];
    expect(addresses.filter((address) => address !== 'http://www.w3.org/2000/svg')).toEqual([]); // the name of SVG
  });
});
