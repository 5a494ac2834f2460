import {describe, expect, it} from 'vitest';
import {CLASSES, dark, fade, inTheme, light, SERIES, type Palette, type Token} from '../../src/charts/theme';
import {examples} from './examples';

type Triple = [number, number, number];

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : Math.exp(2.4 * Math.log((c + 0.055) / 1.055));
  }) as Triple;
}

/** WCAG 2 contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const SIGHT = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};

/** OKLab × 100 of a colour as somebody sees it; a distance of about 2 is just visible. */
function oklab(hex: string, sight: number[]): Triple {
  const full = linear(hex);
  const [r, g, b] = [0, 3, 6].map((row) =>
    Math.min(1, Math.max(0, sight[row] * full[0] + sight[row + 1] * full[1] + sight[row + 2] * full[2])),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    100 * (0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s),
    100 * (1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s),
    100 * (0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s),
  ];
}

function smallestDistance(colours: string[], sight: number[]): number {
  const points = colours.map((colour) => oklab(colour, sight));
  const distances = points.flatMap((p, i) =>
    points.slice(0, i).map((q) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])),
  );
  return Math.min(...distances);
}

const PALETTES: [string, Palette][] = [
  ['light', light],
  ['dark', dark],
];
const TOKENS = CLASSES.map((colour) => Object.entries(light).find(([, own]) => own === colour)![0] as Token);

describe.each(PALETTES)('the %s palette', (_, palette) => {
  it('has seven colours that stand out from the paper, 3 : 1 and more', () => {
    expect(TOKENS).toHaveLength(7);
    for (const token of TOKENS) expect(contrast(palette[token], palette.paper), token).toBeGreaterThanOrEqual(3);
  });

  it('has inks that can be read as text, 4.5 : 1 and more', () => {
    expect(contrast(palette.ink, palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.muted, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(SIGHT))('keeps the first colours far apart for %s sight', (_name, sight) => {
    const needed: [colours: number, distance: number][] = [
      [2, 22],
      [3, 14],
      [4, 10],
      [7, 7],
    ];
    for (const [n, distance] of needed) {
      const colours = TOKENS.slice(0, n).map((token) => palette[token]);
      expect(smallestDistance(colours, sight), `first ${n}`).toBeGreaterThanOrEqual(distance);
    }
  });
});

describe('inTheme', () => {
  it('leaves the light theme as it is', () => {
    const figure = {a: light.blue};
    expect(inTheme(figure, 'light')).toEqual(figure);
  });

  it('swaps tokens, keeps their alpha, and leaves other colours alone', () => {
    expect(inTheme({a: light.blue, b: fade(light.orange, 0.5), c: '#ffffff'}, 'dark')).toEqual({
      a: dark.blue,
      b: `${dark.orange}80`,
      c: '#ffffff',
    });
  });

  it('swaps nothing twice: no colour is in both palettes', () => {
    const colours = [...Object.values(light), ...Object.values(dark)];
    expect(new Set(colours).size).toBe(colours.length);
  });
});

describe('SERIES and CLASSES', () => {
  it('give lines blue first, and the class "no" orange', () => {
    expect(SERIES[0]).toBe(light.blue);
    expect(CLASSES.slice(0, 2)).toEqual([light.orange, light.blue]);
  });
});

describe('every figure', () => {
  it.each(Object.entries(examples()))('has colours of the palette only: %s', (_name, figure) => {
    const tokens = new Set<string>(Object.values(light));
    const used = JSON.stringify(figure).match(/#[0-9a-f]{6}/gi) ?? [];
    expect(used.length).toBeGreaterThan(10);
    expect(used.filter((colour) => !tokens.has(colour))).toEqual([]);
  });

  it.each(Object.entries(examples()))('is wholly dark in the dark: %s', (_name, figure) => {
    const night = JSON.stringify(inTheme(figure, 'dark'));
    expect(Object.values(light).filter((colour) => night.includes(colour))).toEqual([]);
  });

  it.each(Object.entries(examples()))('stays where it is while a page scrolls: %s', (_name, figure) => {
    expect(figure.layout).toMatchObject({dragmode: false, xaxis: {fixedrange: true}, yaxis: {fixedrange: true}});
    expect(figure.config).toMatchObject({displayModeBar: false, showSendToCloud: false});
  });
});
