/** Numbers as colours: orange at the low end, blue at the high one, paper in the middle. */
import {isDark} from '../../jupyter/extension/pageTheme';
import {dark, light, type Palette} from '../../lib/src/charts/theme';
import {CELLS, RANGE, type Field} from './data';
import type {Matrix} from '../../lib/src/browser';

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Whether everything is called the one or the other. */
  readonly discrete?: boolean;
}

const SHADES = 256;
/** How much of the full colour a field has: points on it have all of it, and must be seen. */
const STRENGTH = 0.6;

/** The shades of a theme, from the low end to the high one. */
interface Shades {
  /** Of fields, as pixels: red in the lowest byte, then green, blue, and an opaque alpha. */
  readonly pixels: Uint32Array;
  /** In full colour, as CSS writes them. */
  readonly full: readonly string[];
}

const known = new Map<Palette, Shades>();

/** A field on its way to a canvas that scales it. */
const carrier: HTMLCanvasElement = document.createElement('canvas');

/** Makes a canvas of a field: a pixel a cell, to be scaled by the page. */
export function paintCells(
  canvas: HTMLCanvasElement,
  {values, start, stride}: Field,
  scale: Scale,
  every: number = 1,
): void {
  const cells = CELLS / every;
  if (canvas.width !== cells) canvas.width = canvas.height = cells;
  const context = contextOf(canvas);
  const image = context.createImageData(cells, cells);
  const out = new Uint32Array(image.data.buffer);
  const {pixels} = shades();
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const cell = every * (row * CELLS + column);
      out[row * cells + column] = pixels[shadeOf(values[start + cell * stride], scale)];
    }
  }
  context.putImageData(image, 0, 0);
}

/** Draws every second cell of a field, in each direction, into a square. */
export function paintSmall(
  to: CanvasRenderingContext2D,
  field: Field,
  scale: Scale,
  x: number,
  y: number,
  side: number,
): void {
  paintCells(carrier, field, scale, 2);
  to.drawImage(carrier, x, y, side, side);
}

/** Draws points onto the plane, which fills the canvas: each in the full colour of its number. */
export function paintPoints(
  to: CanvasRenderingContext2D,
  X: Matrix,
  y: ArrayLike<number>,
  scale: Scale,
  {radius, rim}: {radius: number; rim?: string},
): void {
  const [low, high] = RANGE;
  const side = to.canvas.width;
  const at = (x: number): number => ((x - low) / (high - low)) * side;
  const {full} = shades();
  if (rim) to.strokeStyle = rim;
  for (let i = 0; i < X.rows; i++) {
    const [x1, x2] = X.row(i);
    to.beginPath();
    to.arc(at(x1), at(-x2), radius, 0, 2 * Math.PI);
    to.fillStyle = full[shadeOf(y[i], scale)];
    to.fill();
    if (rim) to.stroke();
  }
}

/** The colours of the page's theme. */
export function palette(): Palette {
  return isDark() ? dark : light;
}

/** There is one in every browser of today. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return canvas.getContext('2d') as CanvasRenderingContext2D;
}

function shadeOf(value: number, {low, high, discrete}: Scale): number {
  const share = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return Math.round((discrete ? Number(share >= 0.5) : share) * (SHADES - 1));
}

function shades(): Shades {
  const colours = palette();
  let made = known.get(colours);
  if (!made) {
    const sides = Array.from({length: SHADES}, (_, i) => (2 * i) / (SHADES - 1) - 1);
    const pixel = ([r, g, b]: number[]): number => ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
    made = {
      pixels: Uint32Array.from(sides, (side) => pixel(mixed(colours, side, STRENGTH))),
      full: sides.map((side) => `rgb(${mixed(colours, side, 1).join(' ')})`),
    };
    known.set(colours, made);
  }
  return made;
}

/** Red, green and blue between orange at −1, paper at 0 and blue at 1. */
function mixed({paper, orange, blue}: Palette, side: number, strength: number): number[] {
  const [from, end] = [paper, side < 0 ? orange : blue].map((hex) =>
    [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)),
  );
  return from.map((value, c) => Math.round(value + (end[c] - value) * strength * Math.abs(side)));
}
