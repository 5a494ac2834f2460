import {describe, expect, it} from 'vitest';
import {toPicture} from '../parts/plane';
import {CURVES, differenceQuotient, gapToTangent, zoomed} from '../slope/curves';

const area = {left: 0, top: 0, width: 400, height: 300};

describe.each(Object.entries(CURVES))('the curve %s', (_name, curve) => {
  it('has the slope that differences find', () => {
    for (let x = -4; x <= 4; x += 0.5) {
      const central = (curve.f(x + 1e-5) - curve.f(x - 1e-5)) / 2e-5;
      expect(Math.abs(curve.derivative(x) - central)).toBeLessThan(1e-8);
    }
  });

  it('keeps a point at its place in the picture while it is zoomed', () => {
    const [x, y] = toPicture({...area, ...zoomed(curve, 1.3, 1)}, [1.3, curve.f(1.3)]);
    for (const zoom of [3, 100, 10_000]) {
      const [zoomedX, zoomedY] = toPicture({...area, ...zoomed(curve, 1.3, zoom)}, [1.3, curve.f(1.3)]);
      expect(Math.hypot(zoomedX - x, zoomedY - y)).toBeLessThan(1e-6);
    }
  });

  it('becomes its tangent: ten times nearer, the gap is a tenth', () => {
    const gap = (zoom: number): number => gapToTangent(curve, 1, zoomed(curve, 1, zoom));
    expect(gap(1)).toBeGreaterThan(0.2);
    expect(gap(1000) / gap(100)).toBeGreaterThan(0.08);
    expect(gap(1000) / gap(100)).toBeLessThan(0.12);
  });
});

describe('zoomed', () => {
  it('shows so much less', () => {
    const {x, y} = zoomed(CURVES.sine, 2, 10);
    expect(x[1] - x[0]).toBeCloseTo(1.28, 12);
    expect(y[1] - y[0]).toBeCloseTo(0.4, 12);
  });
});

describe('differenceQuotient', () => {
  it('is the slope through two points of the curve', () => {
    expect(differenceQuotient(CURVES.square.f, 1, 2)).toBe(4); // (9 − 1) / 2
  });

  it('comes near to the slope, until rounding takes over', () => {
    const error = (h: number): number => Math.abs(differenceQuotient(CURVES.sine.f, 1, h) - Math.cos(1));
    expect(error(1e-4)).toBeLessThan(error(1e-2) / 50);
    expect(error(1e-12)).toBeGreaterThan(error(1e-8));
  });
});
