import {describe, expect, it} from 'vitest';
import {varyPicture} from '../../src/data/varyPicture';
import {createRng} from '../../src/math/random';

const still = {mirror: false, shift: 0, turn: 0, zoom: 0};
/** 5 × 5 pixels, each another. */
const picture = Uint8Array.from({length: 25}, (_, i) => 10 * i);
/** A square of light, off the middle, on 21 × 21 pixels. */
const spot = Uint8Array.from({length: 441}, (_, i) => {
  const [x, y] = [i % 21, Math.floor(i / 21)];
  return x >= 13 && x <= 16 && y >= 9 && y <= 11 ? 200 : 0;
});
/** Centre of the light, its breadth, its height, and how much of it there is. */
function light(bytes: Uint8Array): {x: number; y: number; wide: number; high: number; sum: number} {
  let [sum, x, y] = [0, 0, 0];
  bytes.forEach((byte, i) => ([sum, x, y] = [sum + byte, x + byte * (i % 21), y + byte * Math.floor(i / 21)]));
  [x, y] = [x / sum, y / sum];
  let [wide, high] = [0, 0];
  bytes.forEach((byte, i) => {
    wide += (byte * (i % 21 - x) ** 2) / sum;
    high += (byte * (Math.floor(i / 21) - y) ** 2) / sum;
  });
  return {x, y, wide, high, sum};
}
const many = (options: object): Uint8Array[] => {
  const rng = createRng(3);
  return Array.from({length: 200}, () => varyPicture(spot, rng, {...still, ...options}));
};

describe('varyPicture', () => {
  it('changes nothing where nothing may vary, and leaves the picture as it is', () => {
    const before = [...picture];
    const varied = varyPicture(picture, createRng(0), still);
    expect([...varied]).toEqual(before);
    varied.fill(0);
    expect([...picture]).toEqual(before);
  });

  it('mirrors one picture of two, left for right', () => {
    const mirrored = Uint8Array.from(picture, (_, i) => picture[5 * Math.floor(i / 5) + 4 - (i % 5)]);
    const rng = createRng(1);
    const kinds = Array.from({length: 400}, () => varyPicture(picture, rng, {...still, mirror: true}).join());
    expect(new Set(kinds)).toEqual(new Set([picture.join(), mirrored.join()]));
    expect(Math.abs(kinds.filter((kind) => kind === mirrored.join()).length - 200)).toBeLessThan(40);
  });

  it('moves to all sides, by no more than it may', () => {
    const places = many({shift: 2}).map(light);
    for (const axis of ['x', 'y'] as const) {
      const moves = places.map((place) => place[axis] - light(spot)[axis]);
      expect(Math.max(...moves)).toBeGreaterThan(1.8);
      expect(Math.min(...moves)).toBeLessThan(-1.8);
      expect(Math.max(...moves.map(Math.abs))).toBeLessThanOrEqual(2.02);
    }
  });

  it('turns about the middle, to both sides, by no more than it may', () => {
    const angles = many({turn: 20}).map((bytes) => {
      const {x, y} = light(bytes);
      return (Math.atan2(y - 10, x - 10) * 180) / Math.PI;
    });
    expect(Math.max(...angles)).toBeGreaterThan(18);
    expect(Math.min(...angles)).toBeLessThan(-18);
    expect(Math.max(...angles.map(Math.abs))).toBeLessThan(20.8);
    for (const {sum} of many({turn: 20}).map(light)) expect(Math.abs(sum / light(spot).sum - 1)).toBeLessThan(0.05);
  });

  it('grows and shrinks, breadth and height alike', () => {
    const seen = many({zoom: 0.3}).map(light);
    const growth = seen.map(({wide}) => Math.sqrt(wide / light(spot).wide));
    expect(Math.max(...growth)).toBeGreaterThan(1.3); // 1 / 0.7 at most
    expect(Math.min(...growth)).toBeLessThan(0.9); // 1 / 1.3 at least, and blurred by the means between pixels
    for (const {wide, high} of seen) expect(Math.abs(Math.sqrt((wide / high) * (8 / 15)) - 1)).toBeLessThan(0.12);
  });

  it('takes a mean between pixels, and goes on with the border beyond it', () => {
    const step = Uint8Array.of(0, 100, 0, 100);
    const first = (seed: number): number => varyPicture(step, createRng(seed), {...still, shift: 1})[0];
    const values = new Set(Array.from({length: 50}, (_, seed) => first(seed)));
    expect(values.size).toBeGreaterThan(20); // between 0 and 100
    expect([...values].every((value) => value >= 0 && value <= 100)).toBe(true);
    expect(varyPicture(new Uint8Array(16).fill(77), createRng(0))).toEqual(new Uint8Array(16).fill(77));
  });

  it('rounds to the nearest: a picture and its negative stay each other’s', () => {
    const negative = spot.map((byte) => 255 - byte);
    const [one, other] = [spot, negative].map((bytes) => varyPicture(bytes, createRng(4)));
    expect(new Set(one).size).toBeGreaterThan(10);
    one.forEach((byte, i) => expect([255, 256]).toContain(byte + other[i])); // 256 where both end in a half
  });

  it('mirrors, moves by 3 pixels, turns by 10 degrees and zooms by 12 % at most, unless told', () => {
    const usual = {mirror: true, shift: 3, turn: 10, zoom: 0.12};
    for (const seed of [1, 2, 3, 4]) {
      expect(varyPicture(spot, createRng(seed))).toEqual(varyPicture(spot, createRng(seed), usual));
    }
  });

  it('gives the same picture from the same seed', () => {
    const [one, two] = [0, 1].map(() => varyPicture(spot, createRng(9)));
    expect(one).toEqual(two);
    expect(varyPicture(spot, createRng(10))).not.toEqual(one);
  });

  it.each([
    [new Uint8Array(12), {}, 'picture must be a square of at least 2 × 2 pixels, got 12 pixels'],
    [new Uint8Array(1), {}, 'picture must be a square of at least 2 × 2 pixels, got 1 pixels'],
    [picture, {shift: -1}, 'shift must be a finite number of 0 or more, got -1'],
    [picture, {turn: 46}, 'turn must lie between 0 and 45 degrees, got 46'],
    [picture, {turn: NaN}, 'turn must lie between 0 and 45 degrees, got NaN'],
    [picture, {zoom: 0.95}, 'zoom must lie between 0 and 0.9, got 0.95'],
  ])('refuses what is out of range (%#)', (bytes, options, message) => {
    expect(() => varyPicture(bytes, createRng(0), options)).toThrow(new RangeError(message));
  });
});
