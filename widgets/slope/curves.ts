import {sigmoid} from '../../lib/src/browser';
import type {Plane, Point} from '../parts/plane';

/** A curve with its slope, and the part of the plane that shows it whole. */
export interface Curve {
  name: string;
  formula: string;
  f: (x: number) => number;
  derivative: (x: number) => number;
  middle: Point;
  /** Half of what is shown across and upwards. */
  half: Point;
}

export const CURVES: Readonly<Record<'sigmoid' | 'square' | 'sine', Curve>> = {
  sigmoid: {
    name: 'logistic',
    formula: 'f(x) = 1 / (1 + e⁻ˣ)',
    f: sigmoid.value,
    derivative: sigmoid.derivative,
    middle: [0, 0.5],
    half: [6.4, 0.8],
  },
  square: {
    name: 'x²',
    formula: 'f(x) = x²',
    f: (x) => x * x,
    derivative: (x) => 2 * x,
    middle: [0, 7],
    half: [6.4, 11],
  },
  sine: {name: 'sin x', formula: 'f(x) = sin x', f: Math.sin, derivative: Math.cos, middle: [0, 0], half: [6.4, 2]},
};

/** The part of the plane around a point that fills the picture at a magnification; the point keeps its place in the picture. */
export function zoomed({f, middle, half}: Curve, x: number, zoom: number): Pick<Plane, 'x' | 'y'> {
  const point = [x, f(x)];
  const [across, upwards] = [0, 1].map((i): [number, number] => {
    const centre = point[i] + (middle[i] - point[i]) / zoom;
    return [centre - half[i] / zoom, centre + half[i] / zoom];
  });
  return {x: across, y: upwards};
}

/** (f(x + h) − f(x)) / h: the slope of the straight line through two points of the curve. */
export function differenceQuotient(f: (x: number) => number, x: number, h: number): number {
  return (f(x + h) - f(x)) / h;
}

/**
 * How far the curve and its tangent are apart at most in a part of the plane, as a share of its height. Above 1 the curve is
 * out of the picture.
 */
export function gapToTangent({f, derivative}: Curve, at: number, {x, y}: Pick<Plane, 'x' | 'y'>): number {
  const places = Array.from({length: 101}, (_, i) => x[0] + ((x[1] - x[0]) * i) / 100);
  const gaps = places.map((place) => Math.abs(f(place) - f(at) - derivative(at) * (place - at)));
  return Math.max(...gaps) / (y[1] - y[0]);
}
