import {svg} from './page';
import {toPicture, type Plane} from './plane';

/** Distance of the places at which a curve is computed, in units of the picture: finer than the eye can tell. */
const STEP = 1.5;

/**
 * The graph of a function over the whole width of a plane, as the `d` of an SVG path.
 *
 * @param jump - Where the function jumps: the path is broken there, for a jump is no steep line.
 */
export function graph(f: (x: number) => number, plane: Plane, jump?: number): string {
  const steps = Math.ceil(plane.width / STEP);
  const [low, high] = plane.x;
  let path = '';
  let before = NaN;
  for (let i = 0; i <= steps; i++) {
    const x = low + ((high - low) * i) / steps;
    if (jump !== undefined && before < jump && x >= jump) {
      path += place([jump, f(before)], plane, 'L') + place([jump, f(jump)], plane, 'M');
    }
    path += place([x, f(x)], plane, i === 0 ? 'M' : 'L');
    before = x;
  }
  return path;
}

/** A straight line through a point, over the whole width of a plane. */
export function straight([x, y]: readonly [number, number], slope: number, plane: Plane): string {
  const [low, high] = plane.x;
  return place([low, y + slope * (low - x)], plane, 'M') + place([high, y + slope * (high - x)], plane, 'L');
}

/** Parts of a drawing, cut off at the borders of a plane. */
export function cut({left, top, width, height}: Plane, ...parts: SVGElement[]): SVGElement {
  return svg('svg', {x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}`}, ...parts);
}

function place(point: readonly [number, number], plane: Plane, command: 'M' | 'L'): string {
  const [x, y] = toPicture(plane, point);
  return `${command}${x.toFixed(2)} ${y.toFixed(2)}`;
}
