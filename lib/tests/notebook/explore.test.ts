import {existsSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import type {ExplorerKind} from '../../src/explorers/checkExplorer';
import {explore} from '../../src/notebook/explore';
import {captureDisplays, htmlOf, textOf} from './capture';

const WIDGET = 'application/vnd.neurons.widget+json';

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

  it.skipIf(!built).each(['neuron', 'activation', 'slope', 'descent', 'threshold', 'hinges', 'playground'] as const)(
    'describes %s in words',
    (kind) => {
      explore(kind);
      expect(textOf(captured[0])).toMatch(/^An explorer: .*\. It is there to be moved by hand/);
      expect(textOf(captured[0])).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it.skipIf(!built)('asks nothing of the network', () => {
    explore('slope');
    const addresses = htmlOf(captured[0]).match(/\bhttps?:[^"&\s]*/g) ?? [];
    expect(addresses.filter((address) => address !== 'http://www.w3.org/2000/svg')).toEqual([]); // the name of SVG
  });
});
