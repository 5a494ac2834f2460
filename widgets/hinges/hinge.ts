import {relu} from '../../lib/src/browser';
import {short, term} from '../parts/words';

/**
 * A hidden unit with ReLU, times its output weight: v · relu(w x + b). Its w is 1 or −1: a larger one would only do what v does,
 * since relu(2z) = 2 relu(z).
 */
export interface Hinge {
  /** Where it bends: x = −b / w. */
  bend: number;
  /** Where it isn't 0: w = −1 or w = 1. */
  side: 'left' | 'right';
  /** The output weight v. */
  weight: number;
}

/** w and b. */
export function innerOf({bend, side}: Hinge): {w: number; b: number} {
  return side === 'right' ? {w: 1, b: -bend + 0} : {w: -1, b: bend};
}

export function heightOf(hinge: Hinge, x: number): number {
  const {w, b} = innerOf(hinge);
  return hinge.weight * relu.value(w * x + b) + 0; // no −0
}

/** The network: all hinges added up, and the output's bias. */
export function sumOf(hinges: readonly Hinge[], bias: number): (x: number) => number {
  return (x) => hinges.reduce((sum, hinge) => sum + heightOf(hinge, x), bias);
}

/**
 * Where the sum bends, from the left. At its bend each hinge changes the slope by v, whichever side it opens to; hinges that bend
 * at one place make one kink, or none, where they cancel out.
 */
export function kinksOf(hinges: readonly Hinge[]): number[] {
  const places = [...new Set(hinges.map(({bend}) => bend))].sort((a, b) => a - b);
  return places.filter((place) => {
    const change = hinges.reduce((sum, {bend, weight}) => sum + (bend === place ? weight : 0), 0);
    return Math.abs(change) > 1e-9; // 0.1 + 0.2 − 0.3 isn't quite 0
  });
}

/** A hinge as a formula: '−0.5 · relu(−x + 2)'. */
export function formulaOf(hinge: Hinge): string {
  const {w, b} = innerOf(hinge);
  return `${short(hinge.weight)} · relu(${w < 0 ? '−x' : 'x'}${b === 0 ? '' : ` ${term(b)}`})`;
}
