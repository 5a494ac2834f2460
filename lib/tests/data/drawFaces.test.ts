import {createHash} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {drawFaces} from '../../src/data/drawFaces';
import type {FaceSet} from '../../src/data/faceSet';

const countsOf = ({labels, classNames}: FaceSet): number[] =>
  classNames.map((_, k) => labels.reduce((sum, label) => sum + Number(label === k), 0));
const clean = drawFaces({samples: 140, labelNoise: 0});

describe('drawFaces', () => {
  it('draws the same bytes from the same seed, on every machine', () => {
    const {pixels, labels, usage} = drawFaces({samples: 100, seed: 7});
    const hash = createHash('sha256').update(pixels.data).update(labels).update(usage).digest('hex');
    expect(hash).toBe('2733d927d2cf032c3f2db57207f0994ca73721d6f97ceef54e330c15355b08f1');
  });

  it('draws other faces from another seed, no face twice', () => {
    const other = drawFaces({samples: 140, labelNoise: 0, seed: 1});
    const all = [clean, other].flatMap(({pixels}) => Array.from({length: 140}, (_, i) => pixels.row(i).join()));
    expect(new Set(all).size).toBe(280);
  });

  it('gives bytes that read as numbers from 0 to 1, of all tones', () => {
    expect([clean.pixels.rows, clean.pixels.columns, clean.pixels.scale]).toEqual([140, 2304, 1 / 255]);
    expect(new Set(clean.pixels.data).size).toBe(256);
    expect(clean.source).toBe('drawn');
  });

  it('shares the expressions out as FER2013 does, with all remainders', () => {
    expect(countsOf(drawFaces({samples: 140, labelNoise: 0}))).toEqual([20, 2, 20, 35, 24, 15, 24]);
    expect(countsOf(drawFaces({samples: 1, labelNoise: 0}))).toEqual([0, 0, 0, 1, 0, 0, 0]);
    expect(countsOf(drawFaces({perClass: 3, labelNoise: 0}))).toEqual([3, 3, 3, 3, 3, 3, 3]);
    expect(clean.classNames).toEqual(['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral']);
  });

  it('gives wrong labels to all expressions alike, which hits the rare one hardest: numbers of lesson 12', () => {
    const [said, shown] = [0.02, 0].map((labelNoise) => drawFaces({samples: 4900, labelNoise}));
    const disgust = [0, 1].map((use) => [...said.labels.keys()].filter((i) => said.usage[i] === use && said.labels[i] === 1));
    const wrong = disgust.map((rows) => rows.filter((i) => shown.labels[i] !== 1));
    expect([...disgust, ...wrong].map(({length}) => length)).toEqual([56, 10, 8, 2]);
  });

  it('draws 700 faces with the usual grain and 2 % of wrong labels, unless told', () => {
    const [usual, told] = [drawFaces(), drawFaces({samples: 700, noise: 1, labelNoise: 0.02, seed: 0})];
    expect(Buffer.compare(usual.pixels.data, told.pixels.data)).toBe(0);
    expect(usual.labels).toEqual(told.labels);
  });

  it('mixes the expressions: they do not come one after the other', () => {
    const changes = clean.labels.filter((label, i) => i > 0 && label !== clean.labels[i - 1]).length;
    expect(changes).toBeGreaterThan(80);
  });

  it('gives five sevenths to training and one to each test', () => {
    const {usage} = clean;
    expect([0, 1, 2].map((use) => usage.filter((one) => one === use).length)).toEqual([100, 20, 20]);
    expect([...usage]).toEqual([...usage].sort());
  });

  it('replaces the asked share of labels by wrong ones, and leaves the faces as they are', () => {
    const noisy = drawFaces({samples: 140, labelNoise: 0.5});
    expect(noisy.pixels.data).toEqual(clean.pixels.data);
    const wrong = noisy.labels.filter((label, i) => label !== clean.labels[i]).length;
    expect(wrong).toBeGreaterThan(50);
    expect(wrong).toBeLessThan(90);
    const allWrong = drawFaces({samples: 140, labelNoise: 1});
    expect(allWrong.labels.some((label, i) => label === clean.labels[i])).toBe(false);
  });

  it('grains the pictures as much as asked', () => {
    const [none, usual, much] = [0, 1, 4].map((noise) => drawFaces({samples: 20, noise}).pixels.data);
    const roughness = (grainy: Uint8Array): number =>
      grainy.reduce((sum, byte, i) => sum + Math.abs(byte - none[i]), 0) / grainy.length;
    expect(roughness(usual)).toBeGreaterThan(2);
    expect(roughness(much)).toBeGreaterThan(3 * roughness(usual));
  });

  it('tells how far it is', () => {
    const told: [number, number][] = [];
    drawFaces({samples: 250, onProgress: (done, total) => told.push([done, total])});
    expect(told).toEqual([[100, 250], [200, 250], [250, 250]]); // prettier-ignore
  });

  it('names what is wrong with its options', () => {
    const refused: [object, string][] = [
      [{samples: 0}, 'samples must be a positive whole number, got 0'],
      [{perClass: 0}, 'perClass must be a positive whole number, got 0'],
      [{samples: 7, perClass: 1}, 'samples and perClass exclude each other, got 7 and 1'],
      [{noise: -1}, 'noise must be a finite number of 0 or more, got -1'],
      [{labelNoise: 1.5}, 'labelNoise must lie between 0 and 1, got 1.5'],
      [{seed: -1}, 'seed must be a whole number from 0 to 4294967295, got -1'],
      [{count: 5}, 'options must be among samples, perClass, noise, labelNoise, seed and onProgress, got "count"'],
    ];
    for (const [options, message] of refused) expect(() => drawFaces(options)).toThrow(new RangeError(message));
  });
});
