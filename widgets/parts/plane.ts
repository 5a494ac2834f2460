/** A rectangle of the picture and the part of the plane that it shows. */
export interface Plane {
  /** In units of the picture; y counts downwards there. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** In units of the plane; y counts upwards. */
  x: readonly [low: number, high: number];
  y: readonly [low: number, high: number];
}

export type Point = readonly [x: number, y: number];

/** Where a point of the plane is drawn. */
export function toPicture({left, top, width, height, x, y}: Plane, [px, py]: Point): Point {
  return [left + ((px - x[0]) / (x[1] - x[0])) * width, top + ((y[1] - py) / (y[1] - y[0])) * height];
}

/** The point of the plane that is drawn at a place of the picture. */
export function toPlane({left, top, width, height, x, y}: Plane, [px, py]: Point): Point {
  return [x[0] + ((px - left) / width) * (x[1] - x[0]), y[1] - ((py - top) / height) * (y[1] - y[0])];
}

/** Whether a point lies in the part that is shown. */
export function shows({x, y}: Plane, [px, py]: Point): boolean {
  return px >= x[0] && px <= x[1] && py >= y[0] && py <= y[1];
}

/** The number of a range that is next to a given one; the ends of the range in either order. */
export function clamp(value: number, [a, b]: readonly number[]): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), value));
}
