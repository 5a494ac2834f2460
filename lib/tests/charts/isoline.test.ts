import {describe, expect, it} from 'vitest';
import {lattice, positivePart, zeroLine, type Paths} from '../../src/charts/isoline';

function field(f: (x: number, y: number) => number, n: number): Paths {
  const {xs, ys, points} = lattice([-2, 2], [-2, 2], n);
  const values = points.map(([x, y]) => f(x, y));
  return zeroLine({xs, ys, values: ys.map((_, i) => values.slice(i * n, (i + 1) * n))});
}

function places({x, y}: Paths): [number, number][] {
  return x.flatMap((value, i) => (value === null ? [] : [[value, y[i]!] as [number, number]]));
}

const pathCount = ({x}: Paths): number => x.filter((value) => value === null).length;

describe('lattice', () => {
  it('lists the points row by row from the lowest y', () => {
    expect(lattice([0, 1], [2, 3], 2).points).toEqual([
      [0, 2],
      [1, 2],
      [0, 3],
      [1, 3],
    ]);
  });
});

describe('zeroLine', () => {
  it('is exact and one path on a linear field', () => {
    const line = field((x, y) => 0.7 * x - 1.3 * y + 0.2, 9);
    expect(pathCount(line)).toBe(1);
    expect(places(line).length).toBeGreaterThan(8);
    for (const [x, y] of places(line)) expect(Math.abs(0.7 * x - 1.3 * y + 0.2)).toBeLessThan(1e-5);
  });

  it('closes a ring', () => {
    const ring = field((x, y) => x * x + y * y - 1.7, 60);
    const found = places(ring);
    expect(pathCount(ring)).toBe(1);
    expect(found.length).toBeGreaterThan(100);
    expect(found[0]).toEqual(found[found.length - 1]);
    for (const [x, y] of found) expect(Math.abs(Math.hypot(x, y) - Math.sqrt(1.7))).toBeLessThan(2e-3);
  });

  it('parts the two branches of a hyperbola', () => {
    expect(pathCount(field((x, y) => x * y - 0.01, 41))).toBe(2);
  });

  it('is empty where a field has one sign', () => {
    expect(field(() => 1, 5)).toEqual({x: [], y: []});
  });
});

describe('positivePart', () => {
  it('cuts a square on the line', () => {
    const part = positivePart([
      [0, 0, -1],
      [2, 0, 1],
      [2, 2, 1],
      [0, 2, -1],
    ]);
    expect(part.map(([x, y]) => [x, y])).toEqual([
      [1, 0],
      [2, 0],
      [2, 2],
      [1, 2],
    ]);
  });

  it('tells corners on the line once', () => {
    const part = positivePart([[0, 0, -1], [1, 0, 0], [1, 1, 1], [0, 1, 0]]); // prettier-ignore
    expect(part.map(([x, y]) => [x, y])).toEqual([[1, 0], [1, 1], [0, 1]]); // prettier-ignore
  });

  it('keeps all of a polygon above zero, and nothing of one below', () => {
    expect(
      positivePart([
        [0, 0, 1],
        [1, 0, 1],
        [0, 1, 1],
      ]),
    ).toHaveLength(3);
    expect(
      positivePart([
        [0, 0, -1],
        [1, 0, -1],
        [0, 1, -1],
      ]),
    ).toHaveLength(0);
  });
});
