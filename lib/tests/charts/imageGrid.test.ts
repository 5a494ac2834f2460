import {crc32, inflateSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {imageGrid} from '../../src/charts/imageGrid';
import {toSvg} from '../../src/charts/svg';
import {light} from '../../src/charts/theme';
import type {Picture} from '../../src/charts/types';
import {parts} from './examples';

type Images = Parameters<typeof imageGrid>[0];
type Options = Partial<Parameters<typeof imageGrid>[1]>;

const draw = (images: Images, options: Options = {}): ReturnType<typeof imageGrid> =>
  imageGrid(images, {width: 2, ...options});
const picturesOf = (...args: Parameters<typeof draw>): Picture[] => parts(draw(...args)).layout.images ?? [];

/** The chunks of a PNG in a data URL, read by the rules of its specification; the sums are looked at. */
function decode({source}: Picture): {
  width: number;
  height: number;
  kind: number;
  lines: Buffer;
  colours?: Buffer;
  opacities?: Buffer;
} {
  const file = Buffer.from(source.replace('data:image/png;base64,', ''), 'base64');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)));
    at += length + 12;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]];
  const [colours, opacities] = [chunks.get('PLTE'), chunks.get('tRNS')];
  return {width, height, kind, lines: inflateSync(chunks.get('IDAT') ?? ''), colours, opacities};
}

/** Bytes of an image of at least 24 pixels a row, which isn't enlarged. */
const bytesOf = (picture: Picture): number[] => {
  const {width, height, lines} = decode(picture);
  return Array.from({length: width * height}, (_, i) => lines[(width + 1) * Math.floor(i / width) + 1 + (i % width)]);
};

describe('imageGrid', () => {
  const face = Uint8Array.from({length: 48 * 48}, (_, i) => i % 251);

  it('keeps each byte of each image', () => {
    const [first, second] = picturesOf([face, face.map((byte) => 255 - byte)], {width: 48});
    expect(bytesOf(first)).toEqual([...face]);
    expect(bytesOf(second)).toEqual(Array.from(face, (byte) => 255 - byte));
    expect(decode(first).kind).toBe(0);
  });

  it('stores an image of more bytes than a block of zlib holds', () => {
    const large = Uint8Array.from({length: 300 * 300}, (_, i) => (i * 7) % 256);
    expect(bytesOf(picturesOf([large], {width: 300})[0])).toEqual([...large]);
  });

  it('spreads other numbers from the least, black, to the greatest, white, of all images', () => {
    const image = Array.from({length: 24}, (_, k) => k / 23);
    const [first, second] = picturesOf([image, image.map((value) => 2 * value)], {width: 24});
    expect([bytesOf(first)[0], bytesOf(first)[23], bytesOf(second)[23]]).toEqual([0, 128, 255]);
    expect(bytesOf(picturesOf([image], {width: 24, range: [0, 0.5]})[0])[23]).toBe(255);
    expect(bytesOf(picturesOf([Array<number>(24).fill(7)], {width: 24})[0])[0]).toBe(128);
  });

  it('draws signed numbers orange and blue, and zero clear', () => {
    const weights = Array.from({length: 25}, (_, k) => (k - 12) / 12);
    const [picture] = picturesOf([weights], {width: 25, signed: true});
    const {kind, colours, opacities} = decode(picture);
    expect(kind).toBe(3);
    const [least, zero, greatest] = [0, 12, 24].map((at) => bytesOf(picture)[at]);
    expect([least, zero, greatest].map((byte) => opacities?.[byte])).toEqual([255, 1, 255]);
    const [orange, blue] = [least, greatest].map((byte) => colours?.toString('hex', 3 * byte, 3 * byte + 3));
    expect([`#${orange}`, `#${blue}`]).toEqual([light.orange, light.blue]);
    expect(bytesOf(picture)).toEqual([...bytesOf(picture)].sort((a, b) => a - b));
    const [nothing] = picturesOf([new Float64Array(25)], {width: 25, signed: true});
    expect(new Set(bytesOf(nothing))).toEqual(new Set([zero])); // an untrained model's
  });

  it('enlarges small images by whole pixels, which stay sharp', () => {
    const {width, height, lines} = decode(picturesOf([Uint8Array.of(0, 50, 100, 150)])[0]);
    expect([width, height]).toEqual([48, 48]);
    expect([1, 24, 25, 48].map((at) => lines[at])).toEqual([0, 0, 50, 50]);
    expect(lines[49 * 47 + 48]).toBe(150);
  });

  it('places them row by row, with captions below', () => {
    const images = Array.from({length: 5}, () => face);
    const titles = ['a', 'b', '<i>', 'd', 'e'];
    const {layout} = parts(draw(images, {width: 48, titles, columns: 2}));
    const places = (layout.images ?? []).map(({x, y}) => [x > 0, y]);
    expect(places.map(([right]) => right)).toEqual([false, true, false, true, false]);
    expect(new Set(places.map(([, y]) => y)).size).toBe(3);
    expect(layout.annotations.map(({text}) => text)).toEqual(['a', 'b', '&#60;i&#62;', 'd', 'e']);
    expect(layout.annotations[4].y).toBeGreaterThan(layout.images?.[4].y ?? Infinity);
    expect(layout.annotations[1]).toMatchObject({x: 1.06 + 0.5, xanchor: 'center'});
  });

  it('has seven in a row unless told, and no room for captions that are not there', () => {
    const pictures = picturesOf(Array<Uint8Array>(9).fill(face), {width: 48});
    expect(new Set(pictures.map(({y}) => y))).toEqual(new Set([0, 1.06]));
    expect(pictures.filter(({y}) => y === 0)).toHaveLength(7);
  });

  it('is drawn where no script runs, and told in words', () => {
    const figure = draw([face, face], {width: 48, titles: ['happy', 'sad'], title: 'Two faces'});
    expect(toSvg(figure).match(/<image [^>]*href="data:image\/png;base64,/g)).toHaveLength(2);
    expect(figure.alt).toBe('Two faces. 2 images of 48 × 48 pixels: happy, sad. Black is 0, white 255.');
    expect(draw([[-0.5, 0.25]], {signed: true}).alt).toBe(
      '1 image of 2 × 1 pixels. Orange is below zero, blue above, up to 0.5.',
    );
  });

  it('names what is wrong', () => {
    const refused: [Images, Options, string][] = [
      [[], {}, 'images must hold at least one image, got none'],
      [[[1, 2, 3]], {}, 'an image must have a multiple of 2 pixels, its width, got 3'],
      [[[1, 2], [1, 2, 3, 4]], {}, 'image 1 has 4 pixels, but image 0 has 2'], // prettier-ignore
      [[[1, NaN]], {}, 'images must hold finite numbers, got NaN at pixel 1 of image 0'],
      [[[1, 2]], {titles: []}, 'titles has 0 captions, but there are 1 images'],
      [[[1, 2]], {columns: 0}, 'columns must be a positive whole number, got 0'],
      [[[1, 2]], {range: [1, 1]}, 'range must be two finite numbers, the first below the second, got 1 and 1'],
    ];
    for (const [images, options, message] of refused) {
      expect(() => draw(images, options)).toThrow(new RangeError(message));
    }
  });
});
