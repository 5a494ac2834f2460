import {short} from './input';
import type {Range} from './types';

/** A field sampled on a lattice: `values[row][column]` at (xs[column], ys[row]). */
export interface Field {
  xs: number[];
  ys: number[];
  values: number[][];
}

/** Paths for a line trace; a null parts one path from the next. */
export interface Paths {
  x: (number | null)[];
  y: (number | null)[];
}

/** The n × n points of a rectangle, row by row from the lowest y, all in one list as a model's `predict` wants them. */
export function lattice(xRange: Range, yRange: Range, n: number): {xs: number[]; ys: number[]; points: number[][]} {
  const even = ([low, high]: Range) => Array.from({length: n}, (_, i) => low + ((high - low) * i) / (n - 1));
  const xs = even(xRange);
  const ys = even(yRange);
  return {xs, ys, points: ys.flatMap((y) => xs.map((x) => [x, y]))};
}

/** A place where the line crosses an edge of the lattice, and the crossings next to it. */
interface Crossing {
  x: number;
  y: number;
  next: Crossing[];
}

/** The lines on which a field is zero (marching squares), joined to long paths. Exact for a linear field. */
export function zeroLine(field: Field): Paths {
  const crossings = findCrossings(field);
  const paths: Paths = {x: [], y: []};
  const follow = (start: Crossing): void => {
    for (let at: Crossing | undefined = start; at;) {
      paths.x.push(short(at.x));
      paths.y.push(short(at.y));
      const next: Crossing | undefined = at.next.shift();
      next?.next.splice(next.next.indexOf(at), 1);
      at = next;
    }
    paths.x.push(null);
    paths.y.push(null);
  };
  // Open paths first, each from one of its ends; what is left then are rings.
  for (const crossing of crossings) if (crossing.next.length === 1) follow(crossing);
  for (const crossing of crossings) if (crossing.next.length > 0) follow(crossing);
  return paths;
}

function findCrossings({xs, ys, values}: Field): Crossing[] {
  const found = new Map<string, Crossing>();
  /** The crossing on the edge from lattice point (i, j) to (i + di, j + dj). */
  const cross = (i: number, j: number, di: number, dj: number): Crossing => {
    const key = `${i},${j},${di}`;
    const known = found.get(key);
    if (known) return known;
    const from = values[i][j];
    const share = from / (from - values[i + di][j + dj]);
    const crossing = {x: xs[j] + share * (xs[j + dj] - xs[j]), y: ys[i] + share * (ys[i + di] - ys[i]), next: []};
    found.set(key, crossing);
    return crossing;
  };
  for (let i = 0; i + 1 < ys.length; i++) {
    for (let j = 0; j + 1 < xs.length; j++) {
      const corners = [values[i][j], values[i][j + 1], values[i + 1][j + 1], values[i + 1][j]];
      const [a, b, c, d] = corners.map((value) => value > 0);
      const sides: Crossing[] = [];
      if (a !== b) sides.push(cross(i, j, 0, 1));
      if (b !== c) sides.push(cross(i, j + 1, 1, 0));
      if (c !== d) sides.push(cross(i + 1, j, 0, 1));
      if (d !== a) sides.push(cross(i, j, 1, 0));
      for (let k = 0; k + 1 < sides.length; k += 2) {
        sides[k].next.push(sides[k + 1]);
        sides[k + 1].next.push(sides[k]);
      }
    }
  }
  return [...found.values()];
}

/** A corner of the plane with the value of the field there. */
type Corner = [x: number, y: number, value: number];

/** The part of a convex polygon where a linear field is positive (Sutherland and Hodgman 1974). */
export function positivePart(corners: Corner[]): Corner[] {
  return corners.flatMap((corner, k) => {
    const before = corners[(k + corners.length - 1) % corners.length];
    const kept: Corner[] = corner[2] >= 0 ? [corner] : [];
    if (corner[2] * before[2] >= 0) return kept; // a corner on the line itself is kept, once
    const share = before[2] / (before[2] - corner[2]);
    const at = (axis: 0 | 1) => before[axis] + share * (corner[axis] - before[axis]);
    return [[at(0), at(1), 0] as Corner, ...kept];
  });
}
