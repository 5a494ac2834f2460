/** A place in a plot. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of a bent edge at a share of its way, from 0 to 1; it leaves and arrives level. */
export function bend(from: Point, to: Point, t: number): Point {
  const ease = t * t * (3 - 2 * t);
  return {
    x: Number((from.x + t * (to.x - from.x)).toFixed(3)),
    y: Number((from.y + ease * (to.y - from.y)).toFixed(3)),
  };
}
