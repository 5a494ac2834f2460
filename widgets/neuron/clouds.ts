import type {Point} from '../parts/plane';

/** Points of two classes, and the square part of the plane that shows them. */
export interface Cloud {
  name: string;
  X: readonly Point[];
  /** 0 or 1. */
  y: readonly number[];
  range: readonly [low: number, high: number];
  /** What is said below the count before there is anything better to say. */
  hint: string;
}

const CORNERS: readonly Point[] = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

function gate(name: string, y: readonly number[], hint: string = ''): Cloud {
  return {name, X: CORNERS, y, range: [-0.5, 1.5], hint};
}

// prettier-ignore
const no: readonly Point[] = [
  [-2.1, 0.4], [-1.5, 1.3], [-2.6, -0.6], [-1.1, 0.2], [-1.8, -1.1], [-0.6, 1.2],
  [-2.9, 1.1], [-1.3, -0.4], [-0.4, 0.1], [-2.2, 2.1], [-1.0, 2.2], [-3.1, 0.2],
];
// prettier-ignore
const yes: readonly Point[] = [
  [1.9, -0.3], [1.2, -1.6], [2.6, 0.5], [0.7, -0.9], [1.6, 0.9], [2.3, -1.9],
  [0.5, -2.3], [3.0, -0.8], [1.1, 0.0], [2.0, 1.6], [0.2, -1.5], [2.9, 1.2],
];

/** Two clouds that a line can part, written down so that no point hides another; and the corners of three functions. */
export const CLOUDS: Readonly<Record<'clouds' | 'and' | 'or' | 'xor', Cloud>> = {
  clouds: {
    name: 'two clouds',
    X: [...no, ...yes],
    y: [...no.map(() => 0), ...yes.map(() => 1)],
    range: [-4, 4],
    hint: 'move the line between the clouds',
  },
  and: gate('AND', [0, 0, 0, 1], 'only 1 and 1 make 1'),
  or: gate('OR', [0, 1, 1, 1], 'one 1 is enough'),
  xor: gate('XOR', [0, 1, 1, 0], 'can you do better than 1?'),
};
