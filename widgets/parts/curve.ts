import {svg} from './page';
import {clamp, toPicture, type Plane, type Point} from './plane';

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

/** Straight pieces from point to point, as far as a plane shows them: a point may lie as far outside as numbers go. */
export function polyline(points: readonly Point[], plane: Plane): string {
  const pieces = points.slice(1).map((point, i) => clipped(points[i], point, plane));
  return pieces.map((ends) => ends.map((end, i) => place(end, plane, i === 0 ? 'M' : 'L')).join('')).join('');
}

/** Parts of a drawing, cut off at the borders of a plane. */
export function cut({left, top, width, height}: Plane, ...parts: SVGElement[]): SVGElement {
  return svg('svg', {x: left, y: top, width, height, viewBox: `${left} ${top} ${width} ${height}`}, ...parts);
}

function place(point: readonly [number, number], plane: Plane, command: 'M' | 'L'): string {
  const [x, y] = toPicture(plane, point);
  return `${command}${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** Both ends of the part of a straight piece that a plane shows; none if it shows nothing of it (Liang and Barsky). */
function clipped(a: Point, b: Point, {x, y}: Plane): Point[] {
  let [from, to] = [0, 1];
  for (const [i, ends] of [x, y].entries()) {
    const length = b[i] - a[i];
    if (length === 0 && clamp(a[i], ends) === a[i]) continue; // along the border, or inside
    const [enters, leaves] = ends.map((end) => (end - a[i]) / length).sort((t, u) => t - u);
    from = Math.max(from, enters);
    to = Math.min(to, leaves);
  }
  const at = (t: number): Point => [clamp(a[0] + t * (b[0] - a[0]), x), clamp(a[1] + t * (b[1] - a[1]), y)];
  return from > to ? [] : [at(from), at(to)];
}
