import {meanSquaredError} from '../../lib/src/browser';
import type {Point} from '../parts/plane';

export interface Target {
  name: string;
  points: readonly Point[];
  /** What is said as long as there is nothing better to say. */
  hint: string;
}

function sampled(name: string, f: (x: number) => number, hint: string): Target {
  return {name, points: Array.from({length: 11}, (_, i) => [i - 5, f(i - 5)]), hint};
}

/** Eleven points of a curve. Three hinges meet those of the tent and of the stairs; to those of the wave they can only come near. */
export const TARGETS: Readonly<Record<'tent' | 'stairs' | 'wave', Target>> = {
  tent: sampled('tent', (x) => Math.max(0, 3 - Math.abs(x)), 'Flat, up, down, flat: where do you need a kink?'),
  stairs: sampled(
    'stairs',
    (x) => Math.max(0, Math.min(2, x + 4)) + Math.max(0, x - 1),
    'Flat, up, flat, up: where do you need a kink?',
  ),
  wave: sampled('wave', (x) => 2 + 2 * Math.sin((x * Math.PI) / 5), 'A wave has no kinks. How near can you come?'),
};

/** The mean of the squared distances, upwards, of points from a function. */
export function errorOf(points: readonly Point[], f: (x: number) => number): number {
  const [truth, outputs] = [points.map(([, y]) => [y]), points.map(([x]) => [f(x)])];
  return meanSquaredError.value(truth, outputs);
}
