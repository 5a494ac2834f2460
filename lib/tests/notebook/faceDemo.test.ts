import {existsSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {EXPRESSIONS} from '../../src/data/faceSet';
import {PictureNetwork} from '../../src/neurons/pictureNetwork';
import {faceDemo} from '../../src/notebook/faceDemo';
import {captureDisplays, textOf} from './capture';

const displays = captureDisplays();
const built = existsSync(new URL('../../dist/widget.iife.js', import.meta.url));
/** Of pictures of that side; it makes seven numbers of their mean. */
function network(side: number): PictureNetwork {
  const [weights, biases] = [new Float32Array(7), new Float32Array(7)];
  const layers = [{kind: 'average'}, {kind: 'dense', units: 7, weights, biases}, {kind: 'softmax'}] as const;
  return new PictureNetwork({side, classNames: EXPRESSIONS, layers});
}

describe('faceDemo', () => {
  it.skipIf(!built)('sends the network as plain data, with the usual face or the one asked for', () => {
    faceDemo(network(48));
    faceDemo(network(48), {expression: 'happy', seed: 5});
    const sent = {kind: 'face', network: network(48).toJSON()};
    expect(displays.map(({content}) => content.data['application/vnd.neurons.widget+json'])).toEqual([
      {...sent, expression: 'neutral', seed: 1},
      {...sent, expression: 'happy', seed: 5},
    ]);
    expect(textOf(displays[1])).toMatch(/^An explorer: a drawn face .* It starts happy\. /);
  });

  it('refuses a network that looks at other pictures', () => {
    expect(() => faceDemo(network(28))).toThrow(
      new RangeError('network must look at pictures of 48 × 48 pixels, got 28 × 28'),
    );
    expect(displays).toEqual([]);
  });
});
