/**
 * A square grey picture of two layers: `tone`, the paint, and `relief`, the clay under it. Features are painted and
 * modelled on it; the light comes last. Knows nothing of faces.
 */
import {sineAndCosine} from './chance';

/** A place in a face: x to the right, y downwards, the middle of the face at (0, 0), its chin at about (0, 1). */
export type Place = readonly [x: number, y: number];
/** A line from (x0, y0) to (x1, y1). */
export type Line = readonly [x0: number, y0: number, x1: number, y1: number];

export interface Canvas {
  /** Pixels a side. */
  readonly size: number;
  /** Pixels a unit of the face. */
  readonly unit: number;
  /** The pixel where the face's middle lies. */
  readonly originX: number;
  readonly originY: number;
  /** How the face is turned in the picture, clockwise. */
  readonly sine: number;
  readonly cosine: number;
  /** Paint, 0 black to 1 white. Shape (size · size). */
  readonly tone: Float32Array;
  /** Height towards the viewer, in units of the face. Shape (size · size). */
  readonly relief: Float32Array;
  /** Room for what `around` finds. */
  readonly spots: Spots;
}

/** Pixels in order, `count` of them, and how far they lie from a place, along the face's axes. */
export interface Spots {
  count: number;
  readonly pixel: Int32Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

/** @param tilt - In degrees. */
export function createCanvas(size: number, unit: number, [originX, originY]: Place, tilt: number): Canvas {
  const [sine, cosine] = sineAndCosine(tilt);
  const [tone, relief] = [new Float32Array(size * size), new Float32Array(size * size)];
  const [dx, dy] = [new Float64Array(size * size), new Float64Array(size * size)];
  const spots = {count: 0, pixel: new Int32Array(size * size), dx, dy};
  return {size, unit, originX, originY, sine, cosine, tone, relief, spots};
}

export function clamp(value: number, low = 0, high = 1): number {
  return value < low ? low : value > high ? high : value;
}

/**
 * At least every pixel of the box [x ± rx] × [y ± ry], with its offsets from (x, y). They are good until the next call: a
 * callback for each pixel would cost a quarter of all the time, as its numbers would have to be boxed.
 */
export function around(
  {size, unit, originX, originY, sine, cosine, spots}: Canvas,
  [x, y]: Place,
  [rx, ry]: Place,
): Spots {
  const centreX = originX + (x * cosine - y * sine) * unit;
  const centreY = originY + (x * sine + y * cosine) * unit;
  const reachX = (cosine * rx + Math.abs(sine) * ry) * unit; // of the turned box
  const reachY = (Math.abs(sine) * rx + cosine * ry) * unit;
  const left = Math.max(0, Math.floor(centreX - reachX));
  const right = Math.min(size - 1, Math.floor(centreX + reachX));
  const top = Math.max(0, Math.floor(centreY - reachY));
  const bottom = Math.min(size - 1, Math.floor(centreY + reachY));
  const {pixel, dx, dy} = spots;
  let k = 0;
  for (let row = top; row <= bottom; row++) {
    const v = (row + 0.5 - centreY) / unit;
    const [across, down] = [v * sine, v * cosine];
    for (let column = left; column <= right; column++, k++) {
      const u = (column + 0.5 - centreX) / unit;
      pixel[k] = row * size + column;
      dx[k] = u * cosine + across;
      dy[k] = down - u * sine;
    }
  }
  spots.count = k;
  return spots;
}

/** How much of a pixel lies inside of an edge, from its distance to it (inside > 0) in units of the face. */
export function coverage(canvas: Canvas, distance: number): number {
  return clamp(distance * canvas.unit + 0.5);
}

/** Mixes paint into a pixel: tone ← tone + opacity (paint − tone). */
export function paint({tone}: Canvas, pixel: number, opacity: number, colour: number): void {
  tone[pixel] += opacity * (colour - tone[pixel]);
}

/** Raises (or with a height below 0 sinks) a smooth hill: h (1 − q)², where q = (dx/rx)² + (dy/ry)² < 1. */
export function hill(canvas: Canvas, at: Place, [rx, ry]: Place, height: number): void {
  const spots = around(canvas, at, [rx, ry]);
  for (let k = 0; k < spots.count; k++) {
    const [dx, dy, pixel] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
    const [across, down] = [dx / rx, dy / ry];
    const rest = 1 - across * across - down * down;
    if (rest > 0) canvas.relief[pixel] += height * rest * rest;
  }
}

export interface Stroke {
  width: number;
  tone: number;
  opacity: number;
  /** Whether it fades towards its edges. */
  soft?: boolean;
}

/** Paints a line with round ends. */
export function stroke(canvas: Canvas, [x0, y0, x1, y1]: Line, {width, tone, opacity, soft = false}: Stroke): void {
  const halfX = (x1 - x0) / 2;
  const halfY = (y1 - y0) / 2;
  const squared = halfX * halfX + halfY * halfY || 1e-12;
  const margin = width / 2 + 0.5 / canvas.unit;
  const filled = Math.min(1, width * canvas.unit); // a line thinner than a pixel fills a share of it
  const spots = around(canvas, [x0 + halfX, y0 + halfY], [Math.abs(halfX) + margin, Math.abs(halfY) + margin]);
  for (let k = 0; k < spots.count; k++) {
    const [dx, dy, pixel] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
    const along = clamp((dx * halfX + dy * halfY) / squared, -1, 1);
    const [offX, offY] = [dx - along * halfX, dy - along * halfY];
    const distance = Math.sqrt(offX * offX + offY * offY);
    const covered = coverage(canvas, width / 2 - distance) * filled;
    const fading = soft ? Math.max(0.3, 1 - (2 * distance) / width) : 1;
    if (covered > 0) paint(canvas, pixel, opacity * covered * fading, tone);
  }
}

/**
 * Lights the clay: tone ← tone · (ambient + (1 − ambient) · max(0, n · l) / l_z), where n is the normal of the relief
 * and l points at the light.
 *
 * @see J. H. Lambert (1760), "Photometria".
 */
export function light({size, unit, tone, relief}: Canvas, [x, y]: Place, ambient: number): void {
  const z = Math.sqrt(Math.max(0.15, 1 - x * x - y * y));
  for (let row = 0, i = 0; row < size; row++) {
    const up = row > 0 ? size : 0;
    const down = row < size - 1 ? size : 0;
    for (let column = 0; column < size; column++, i++) {
      const slopeX = ((relief[i + (column < size - 1 ? 1 : 0)] - relief[i - (column > 0 ? 1 : 0)]) * unit) / 2;
      const slopeY = ((relief[i + down] - relief[i - up]) * unit) / 2;
      const facing = (z - slopeX * x - slopeY * y) / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
      tone[i] *= ambient + (1 - ambient) * (facing > 0 ? facing / z : 0);
    }
  }
}

/** Blurs along rows, then columns: each pixel gives a share of `amount`, 0 to ⅓, to each of its neighbours. */
export function blur({size, tone}: Canvas, amount: number): void {
  for (const [step, stride] of [
    [1, size],
    [size, 1],
  ]) {
    for (let start = 0, line = 0; line < size; line++, start += stride) {
      let before = tone[start];
      for (let k = 0, i = start; k < size; k++, i += step) {
        const here = tone[i];
        const after = k < size - 1 ? tone[i + step] : here;
        tone[i] = here + amount * (before - 2 * here + after);
        before = here;
      }
    }
  }
}
