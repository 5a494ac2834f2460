import {isDark} from '../../jupyter/extension/pageTheme';
import {dark, light} from '../../lib/src/charts/theme';
import {CELLS, type Field} from './engine';

/** How a number is coloured: orange at the low end, blue at the high one, paper in the middle. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Whether everything is called the one or the other. */
  readonly discrete?: boolean;
}

const SHADES = 256;
const tables = new Map<boolean, Uint32Array>();

/** Colours a canvas by what a unit answers at each cell of the plane. */
export function paint(canvas: HTMLCanvasElement, {values, start, stride}: Field, scale: Scale): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  if (canvas.width !== CELLS) canvas.width = canvas.height = CELLS;
  const image = context.createImageData(CELLS, CELLS);
  const pixels = new Uint32Array(image.data.buffer);
  const table = shades();
  for (let i = 0; i < pixels.length; i++) pixels[i] = table[shadeOf(values[start + i * stride], scale)];
  context.putImageData(image, 0, 0);
}

/** The colour of a number, as CSS writes it. */
export function colourOf(value: number, scale: Scale): string {
  const pixel = shades()[shadeOf(value, scale)];
  return `rgb(${pixel & 255} ${(pixel >> 8) & 255} ${(pixel >> 16) & 255})`;
}

function shadeOf(value: number, {low, high, discrete}: Scale): number {
  const share = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return Math.round((discrete ? Number(share >= 0.5) : share) * (SHADES - 1));
}

/** Every shade as a pixel: red in the lowest byte, then green, blue, and an opaque alpha. */
function shades(): Uint32Array {
  const inTheDark = isDark();
  let table = tables.get(inTheDark);
  if (!table) {
    const palette = inTheDark ? dark : light;
    const [paper, orange, blue] = [palette.paper, palette.orange, palette.blue].map((hex) =>
      [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)),
    );
    table = Uint32Array.from({length: SHADES}, (_, i) => {
      const side = (2 * i) / (SHADES - 1) - 1;
      const end = side < 0 ? orange : blue;
      const [r, g, b] = paper.map((from, c) => Math.round(from + (end[c] - from) * 0.85 * Math.abs(side)));
      return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
    });
    tables.set(inTheDark, table);
  }
  return table;
}
