/**
 * Colours of every figure.
 *
 * Figures are written in the colours of the light theme, so that they are right in any renderer. The renderer of the
 * course swaps each light colour for its dark partner while drawing (`inTheme`): the light colours are the tokens.
 * A colour that isn't in this table, such as the greys of a photograph, stays as it is.
 */
export type Palette = Readonly<Record<Token, string>>;

export type Token =
  'paper' | 'ink' | 'muted' | 'grid' | 'axis' | 'blue' | 'orange' | 'teal' | 'purple' | 'gold' | 'pink' | 'slate';

/** The tokens. `paper` isn't `#ffffff`, so that the white of a photograph stays white in the dark. */
export const light: Palette = {
  paper: '#fefefe',
  ink: '#20242b',
  muted: '#626974',
  grid: '#e9ebee',
  axis: '#b9bec7',
  blue: '#2a6bb5',
  orange: '#c94f0a',
  teal: '#12a594',
  purple: '#5b2d82',
  gold: '#bd8b1d',
  pink: '#b04a86',
  slate: '#3d4a4e',
};

export const dark: Palette = {
  paper: '#111111',
  ink: '#e6e8eb',
  muted: '#a3aab4',
  grid: '#292c31',
  axis: '#5a616b',
  blue: '#6aa9f0',
  orange: '#f0883e',
  teal: '#58e8d8',
  purple: '#9270c4',
  gold: '#f4d340',
  pink: '#ee9cab',
  slate: '#8a9095',
};

const TO_DARK = new Map(Object.entries(light).map(([token, colour]) => [colour, dark[token as Token]]));

/** Any JSON with the palette's colours swapped for those of a theme; a trailing alpha ('#2a6bb580') is kept. */
export function inTheme<T>(figure: T, theme: 'light' | 'dark'): T {
  const text = JSON.stringify(figure);
  const swap = (colour: string): string => TO_DARK.get(colour) ?? colour;
  return JSON.parse(theme === 'light' ? text : text.replace(/#[0-9a-f]{6}/g, swap)) as T;
}

const {blue, orange, teal, purple, gold, pink, slate} = light;

/** Colours of lines, in order. */
export const SERIES: readonly string[] = [blue, orange, teal, purple, gold, pink, slate];

/** Colours of classes: orange first ('no', −1, 0), blue second ('yes', +1, 1), like weights below and above zero. */
export const CLASSES: readonly string[] = [orange, blue, teal, purple, gold, pink, slate];

/** Colour never stands alone: each class has a shape, too. */
export const SYMBOLS: readonly string[] = ['circle', 'diamond', 'square', 'triangle-up', 'cross', 'star', 'x'];

/** The k-th of a list that begins again at its end. */
export function cycle(list: readonly string[], k: number): string {
  return list[k % list.length];
}

/** A palette colour, see-through: `alpha` from 0 to 1. */
export function fade(colour: string, alpha: number): string {
  const byte = Math.round(alpha * 255);
  return colour + byte.toString(16).padStart(2, '0');
}

/** From negative (orange) by nothing to positive (blue). Both halves fade to transparent: it fits any background. */
export function diverging(strength = 0.85): [number, string][] {
  return [
    [0, fade(orange, strength)],
    [0.5, fade(orange, 0)],
    [0.5, fade(blue, 0)],
    [1, fade(blue, strength)],
  ];
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
