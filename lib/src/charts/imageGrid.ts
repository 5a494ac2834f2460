import {checkCount} from '../math/checks';
import {received} from '../math/received';
import {drawing, frame, note, opening} from './frame';
import {count} from './input';
import {pngUrl, type PngOptions} from './png';
import {plain, say} from './text';
import {light} from './theme';
import type {ChartOptions, Figure, Picture} from './types';

export interface ImageGridOptions extends Omit<ChartOptions, 'xLabel' | 'yLabel'> {
  /** Pixels in a row of each image. */
  width: number;
  /** A caption below each image. */
  titles?: readonly string[];
  /** Images in a row. @default 7, or as many as there are */
  columns?: number;
  /** Values from black to white. @default [0, 255] for bytes; for other numbers from the least to the greatest of all */
  range?: readonly [black: number, white: number];
  /** Whether the sign matters, as in weights: below zero orange, above it blue, and zero clear. @default false */
  signed?: boolean;
}

/** Free room between two images, and for a caption, where an image is 1 wide. */
const GAP = 0.06;
const CAPTION = 0.3;
/** Pixels that an image takes at most on the page. */
const LARGEST = 150;
/** Images with fewer pixels in a row are drawn with larger ones, so that browsers don't blur them. */
const SHARP = 24;

/**
 * Images in a grid, all of one size, with captions: faces, their mean, weights as templates, what a convolution sees.
 *
 * @param images - Each row by row from the top: bytes, or any finite numbers. Shape (images, width · height).
 * @throws {RangeError} If there is no image, they differ in size, the size doesn't fit the width, a value isn't finite,
 *   or there is another number of captions than of images.
 * @example
 * imageGrid([faces.pixels.row(0), faces.pixels.row(1)], {width: 48, titles: ['happy', 'sad'], title: 'Two faces'})
 */
export function imageGrid(images: readonly ArrayLike<number>[], options: ImageGridOptions): Figure {
  const {width, titles, columns = Math.min(7, images.length), signed = false, title, subtitle} = options;
  const height = checkImages(images, width);
  if (titles && titles.length !== images.length) {
    throw new RangeError(`titles has ${count(titles.length, 'caption')}, but there are ${images.length} images`);
  }
  checkCount(columns, 'columns');
  const [black, white] = signed ? symmetric(images) : (options.range ?? usualRange(images));
  if (!(Number.isFinite(black) && Number.isFinite(white) && black < white)) {
    throw new RangeError(`range must be two finite numbers, the first below the second, got ${black} and ${white}`);
  }
  const rows = Math.ceil(images.length / columns);
  const tall = height / width;
  const step = tall + GAP + (titles ? CAPTION : 0);
  const palette = signed ? diverging : undefined;
  const pictures = images.map((image, i): Picture => {
    const toByte = (value: number): number =>
      Math.round(Math.max(0, Math.min(1, (value - black) / (white - black))) * 255);
    const source = enlarged(Uint8Array.from(image, toByte), {width, palette});
    const place = {x: (i % columns) * (1 + GAP), y: Math.floor(i / columns) * step, xref: 'x', yref: 'y'};
    return {source, ...place, sizex: 1, sizey: tall, sizing: 'stretch', layer: 'above'};
  });
  const captions = (titles ?? []).map((words, i) =>
    note(plain(words), {
      ...{x: pictures[i].x + 0.5, xref: 'x', xanchor: 'center', y: pictures[i].y + tall, yref: 'y', yanchor: 'top'},
      font: {size: 12, color: light.ink},
    }),
  );
  const [across, down] = [columns * (1 + GAP) - GAP, rows * step - (titles ? 0 : GAP)];
  const bare = {showgrid: false, showticklabels: false, tickvals: []};
  const parts = {
    left: 4,
    right: 4,
    maxWidth: Math.min(700, columns * LARGEST + 8),
    aspect: down / across,
    xaxis: {range: [0, across] as [number, number], ...bare},
    yaxis: {range: [down, 0] as [number, number], ...bare},
    annotations: captions,
  };
  const layout = {...frame({title, subtitle}, parts), images: pictures};
  const told = titles ? `: ${titles.join(', ')}` : '';
  const scale = signed
    ? `Orange is below zero, blue above, up to ${say(white)}.`
    : `Black is ${say(black)}, white ${say(white)}.`;
  const alt = `${opening(options)}${count(images.length, 'image')} of ${width} × ${height} pixels${told}. ${scale}`;
  return drawing([], layout, options.alt ?? alt);
}

/** @returns The height of all. */
function checkImages(images: readonly ArrayLike<number>[], width: number): number {
  checkCount(width, 'width');
  if (images.length === 0) throw new RangeError('images must hold at least one image, got none');
  const {length} = images[0];
  if (length === 0 || length % width !== 0) {
    throw new RangeError(`an image must have a multiple of ${width} pixels, its width, got ${length}`);
  }
  images.forEach((image, i) => {
    if (image.length !== length) {
      throw new RangeError(`image ${i} has ${image.length} pixels, but image 0 has ${length}`);
    }
    for (let k = 0; k < length; k++) {
      if (!Number.isFinite(image[k])) {
        throw new RangeError(`images must hold finite numbers, got ${received(image[k])} at pixel ${k} of image ${i}`);
      }
    }
  });
  return length / width;
}

function extremes(images: readonly ArrayLike<number>[]): [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const image of images) {
    for (let k = 0; k < image.length; k++) {
      least = Math.min(least, image[k]);
      greatest = Math.max(greatest, image[k]);
    }
  }
  return [least, greatest];
}

function usualRange(images: readonly ArrayLike<number>[]): [number, number] {
  const areBytes = images.every((image) => (image as {BYTES_PER_ELEMENT?: number}).BYTES_PER_ELEMENT === 1);
  if (areBytes) return [0, 255];
  const [least, greatest] = extremes(images);
  return least < greatest ? [least, greatest] : [least - 0.5, least + 0.5]; // all the same: a middle grey
}

function symmetric(images: readonly ArrayLike<number>[]): [number, number] {
  const most = Math.max(...extremes(images).map(Math.abs)) || 1;
  return [-most, most];
}

/** Orange, by clear, to blue, for the bytes from 0 to 255. */
const diverging = Array.from({length: 256}, (_, byte) => {
  const colour = byte < 128 ? light.orange : light.blue;
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue, Math.round(Math.abs(byte - 127.5) * 2)] as const;
});

function enlarged(bytes: Uint8Array, {width, palette}: PngOptions): string {
  const times = width < SHARP ? Math.ceil((2 * SHARP) / width) : 1;
  if (times === 1) return pngUrl(bytes, {width, palette});
  const wide = width * times;
  const large = Uint8Array.from({length: bytes.length * times * times}, (_, i) => {
    return bytes[Math.floor(i / wide / times) * width + Math.floor((i % wide) / times)];
  });
  return pngUrl(large, {width: wide, palette});
}
