import {describe, expect, it} from 'vitest';
import {drawFace, type DrawFaceOptions} from '../../src/data/drawFace';
import {sineAndCosine} from '../../src/data/faces/chance';
import {FACE_SLIDERS, SHOWN} from '../../src/data/faces/expressions';

const atRest = drawFace();
/** How many pixels of some rows differ from those of a face at rest by more than a shade. */
function moved(face: Uint8Array, [from, to]: readonly [number, number]): number {
  let count = 0;
  for (let i = 48 * from; i < 48 * to; i++) count += Number(Math.abs(face[i] - atRest[i]) > 8);
  return count;
}
/** In which row the darkest pixel above the middle of an eye lies, on average over some columns. */
function browHeight(face: Uint8Array): number {
  const darkest = [13, 14, 15, 16, 17].map((column) => {
    const tones = Array.from({length: 8}, (_, k) => face[48 * (8 + k) + column]);
    return 8 + tones.indexOf(Math.min(...tones));
  });
  return darkest.reduce((sum, row) => sum + row, 0) / darkest.length;
}
/** Rows of a face of the usual size. */
const [BROWS, MOUTH, ALL] = [[4, 19], [29, 48], [0, 48]] as const; // prettier-ignore

describe('drawFace', () => {
  it('draws a face at rest in any size, the larger one like the smaller', () => {
    expect(atRest).toHaveLength(2304);
    const large = drawFace({size: 96});
    expect(large).toHaveLength(9216);
    const halved = atRest.map((_, i) => {
      const at = 192 * Math.floor(i / 48) + 2 * (i % 48);
      return (large[at] + large[at + 1] + large[at + 96] + large[at + 97]) / 4;
    });
    const apart = halved.reduce((sum, byte, i) => sum + Math.abs(byte - atRest[i]), 0) / 2304;
    expect(apart).toBeLessThan(6);
  });

  it.each(FACE_SLIDERS)('is moved by $name, at either end', ({name, min, max}) => {
    for (const value of [min, max].filter((end) => end !== 0)) {
      expect(moved(drawFace({expression: {[name]: value}}), ALL)).toBeGreaterThan(15);
    }
  });

  it('moves brows above and lips below', () => {
    const raised = drawFace({expression: {browRaise: 1}});
    expect(moved(raised, BROWS)).toBeGreaterThan(50);
    expect(moved(raised, MOUTH)).toBe(0);
    expect(browHeight(raised)).toBeLessThan(browHeight(atRest) - 3);
    const smile = drawFace({expression: {mouthCorner: 1}});
    expect(moved(smile, MOUTH)).toBeGreaterThan(50);
    expect(moved(smile, [4, 15])).toBe(0);
  });

  it('has every way of every expression within the range of the sliders', () => {
    for (const expression of Object.values(SHOWN).flat()) expect(() => drawFace({expression})).not.toThrow();
  });

  it('has no grain unless asked, and the same from the same seed', () => {
    const [first, again, other] = [1, 1, 2].map((noiseSeed) => drawFace({scene: {noise: 0.02, noiseSeed}}));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(drawFace({scene: {noiseSeed: 5}})).toEqual(atRest);
  });

  it('is exposed by its middle: what is behind a head makes it neither lighter nor darker', () => {
    const [night, day] = [0.05, 0.95].map((background) => drawFace({scene: {background, backgroundSlope: 0, blur: 0}}));
    const middle = [20, 24, 28].flatMap((row) => [18, 24, 30].map((column) => 48 * row + column));
    expect(middle.map((i) => day[i])).toEqual(middle.map((i) => night[i]));
    expect(day[0] - night[0]).toBeGreaterThan(200);
  });

  it('draws no black picture where lengths or tones are out of this world', () => {
    const refused: [DrawFaceOptions, RegExp][] = [
      [{scene: {scale: 0}}, /^person and scene must give tones of 0 or more on the whole, got NaN$/],
      [{person: {width: 0}}, /on the whole, got NaN$/],
      [{person: {skin: -2}}, /on the whole, got NaN$/],
    ];
    for (const [options, message] of refused) expect(() => drawFace(options)).toThrow(message);
    const night = {background: 0, backgroundSlope: 0, ambient: 0, lightX: 0, lightY: 0};
    expect(drawFace({person: {skin: 0, hair: 0, brow: 0}, scene: night})).toHaveLength(2304);
  });

  it('names what is wrong with its options', () => {
    const refused: [object, string][] = [
      [{size: 7}, 'size must be a whole number from 8 to 1024, got 7'],
      [{size: 1025}, 'size must be a whole number from 8 to 1024, got 1025'],
      [{expression: {mouthCorner: 1.1}}, 'mouthCorner must lie between -1 and 1, got 1.1'],
      [{expression: {headTilt: -31}}, 'headTilt must lie between -30 and 30, got -31'],
      [{expression: {browRaise: NaN}}, 'browRaise must be a finite number, got NaN'],
      [{person: {skin: '0.5'}}, 'skin must be a finite number, got "0.5"'],
      [{person: {hairStyle: 'wig'}}, 'hairStyle must be one of short, long, round, bald, scarf, got "wig"'],
    ];
    for (const [options, message] of refused) expect(() => drawFace(options)).toThrow(new RangeError(message));
    const unknown: [DrawFaceOptions, RegExp][] = [
      [{expression: {smile: 1} as object}, /^expression must have only browRaise, .*headTilt, got "smile"$/],
      [{person: {toString: 1} as object}, /^person must have only width, .*glasses, got "toString"$/],
      [{scene: {light: 1} as object}, /^scene must have only x, .*noiseSeed, got "light"$/],
      [{smile: 1} as object, /^options must be among expression, person, scene and size, got "smile"$/],
    ];
    for (const [options, message] of unknown) expect(() => drawFace(options)).toThrow(message);
  });
});

describe('sineAndCosine', () => {
  it('comes within a millionth, up to 45 degrees to either side', () => {
    for (let degrees = -45; degrees <= 45; degrees++) {
      const [sine, cosine] = sineAndCosine(degrees);
      expect(Math.abs(sine - Math.sin((degrees * Math.PI) / 180))).toBeLessThan(1e-6);
      expect(Math.abs(cosine - Math.cos((degrees * Math.PI) / 180))).toBeLessThan(1e-6);
    }
  });
});
