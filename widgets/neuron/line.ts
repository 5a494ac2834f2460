import type {Point} from '../parts/plane';

/** A neuron's three numbers; its line is where w₁ x₁ + w₂ x₂ + b = 0. */
export interface Line {
  w1: number;
  w2: number;
  b: number;
}

/** Each of the three numbers lies between −LIMIT and LIMIT, in steps of STEP. */
export const LIMIT = 6;
export const STEP = 0.1;

/** Radians: 4°. */
const SMALLEST_TURN = 0.07;

/** The line's point that is next to a given one. With w = 0 there is no line, and the given point comes back. */
export function footOf({w1, w2, b}: Line, [x1, x2]: Point): Point {
  const size = w1 * w1 + w2 * w2;
  if (size === 0) return [x1, x2];
  const steps = (w1 * x1 + w2 * x2 + b) / size;
  return [x1 - steps * w1, x2 - steps * w2];
}

/** The line through a point with other weights. */
export function turnedAt([x1, x2]: Point, w1: number, w2: number): Line {
  return {w1, w2, b: -(w1 * x1 + w2 * x2)};
}

/**
 * The line turned about one of its points by a step, counterclockwise where `towards` is 1 and clockwise where it is −1. Weights go in
 * steps, too: the turn is as small as changes them.
 */
export function turnedBy(line: Line, point: Point, towards: 1 | -1): Line {
  const size = Math.hypot(line.w1, line.w2);
  const angle = Math.atan2(line.w2, line.w1);
  for (let turn = SMALLEST_TURN; turn < Math.PI; turn += SMALLEST_TURN) {
    const next = angle + towards * turn;
    const turned = inSteps(turnedAt(point, size * Math.cos(next), size * Math.sin(next)));
    if (turned.w1 !== line.w1 || turned.w2 !== line.w2) return turned;
  }
  return line;
}

/** The numbers rounded to steps and kept within their limits. */
export function inSteps({w1, w2, b}: Line): Line {
  const [a, c, d] = [w1, w2, b].map((value) => {
    const rounded = Number((Math.round(value / STEP) * STEP).toFixed(1));
    return Math.max(-LIMIT, Math.min(LIMIT, rounded)) + 0; // no −0
  });
  return {w1: a, w2: c, b: d};
}
