import {checkNotNegative} from '../math/checks';
import type {Rng} from '../math/random';
import {received} from '../math/received';
import {between, chance, sineAndCosine} from './faces/chance';

export interface VaryOptions {
  /** Whether one picture of two is mirrored, left for right. @default true */
  mirror?: boolean;
  /** By how many pixels it moves at most, to either side and up or down. @default 3 */
  shift?: number;
  /** By how many degrees it turns at most, 0 to 45. @default 10 */
  turn?: number;
  /** By which share it grows or shrinks at most, 0 to 0.9. @default 0.12 */
  zoom?: number;
}

/**
 * The same picture as another snapshot might have shown it: mirrored, moved, turned and zoomed by chance. What it shows
 * stays the same, so its label does. (In the field: **augmentation**.)
 *
 * A pixel that falls between four of the old picture gets a mean of them; beyond its border the border goes on.
 *
 * @param picture - A square of grey bytes, row by row from the top; it stays as it is. Shape (side · side).
 * @returns A new picture of the same shape.
 * @throws {RangeError} If it is no square, or an option is out of its range.
 * @example
 * const {pixels} = drawFaces({samples: 7});
 * varyPicture(pixels.row(0), createRng(1)).length; // 2304
 */
export function varyPicture(picture: Uint8Array, rng: Rng, options: VaryOptions = {}): Uint8Array {
  const {mirror = true, shift = 3, turn = 10, zoom = 0.12} = options;
  const side = Math.sqrt(picture.length);
  if (!Number.isInteger(side) || side < 2) {
    throw new RangeError(`picture must be a square of at least 2 × 2 pixels, got ${picture.length} pixels`);
  }
  checkNotNegative(shift, 'shift');
  if (!(turn >= 0 && turn <= 45)) throw new RangeError(`turn must lie between 0 and 45 degrees, got ${received(turn)}`);
  if (!(zoom >= 0 && zoom <= 0.9)) throw new RangeError(`zoom must lie between 0 and 0.9, got ${received(zoom)}`);
  const flip = mirror && chance(rng, 0.5) ? -1 : 1;
  const [sine, cosine] = sineAndCosine(between(rng, -turn, turn));
  const scale = between(rng, 1 - zoom, 1 + zoom);
  const [right, down] = [between(rng, -shift, shift), between(rng, -shift, shift)];
  const middle = (side - 1) / 2;
  const last = side - 1;
  const varied = new Uint8Array(picture.length);
  for (let y = 0, i = 0; y < side; y++) {
    for (let x = 0; x < side; x++, i++) {
      const [u, v] = [flip * (x - middle) * scale, (y - middle) * scale];
      const fromX = within(middle + u * cosine - v * sine + right, last);
      const fromY = within(middle + u * sine + v * cosine + down, last);
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [next, below] = [left < last ? 1 : 0, top < last ? side : 0];
      const [a, b] = [fromX - left, fromY - top];
      const at = top * side + left;
      const upper = picture[at] + a * (picture[at + next] - picture[at]);
      const lower = picture[at + below] + a * (picture[at + below + next] - picture[at + below]);
      varied[i] = Math.floor(upper + b * (lower - upper) + 0.5);
    }
  }
  return varied;
}

/** The nearest place on the picture. */
function within(place: number, last: number): number {
  return place < 0 ? 0 : place > last ? last : place;
}
