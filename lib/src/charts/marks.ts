import type {Trace} from './types';

/** From values to pixels. */
export interface Scale {
  left: number;
  top: number;
  width: number;
  height: number;
  x(value: number): number;
  y(value: number): number;
  /** Back again, for fields: the values at a share (0 to 1) of the width, from the left, and of the height, from the top. */
  valueAt(across: number, down: number): [x: number, y: number];
}

/** Points that a line may have. */
const LINE_POINTS = 1_000;

/** A trace as SVG elements. A field is drawn coarser if it would take more than `fieldBytes`. */
export function marks(trace: Trace, scale: Scale, fieldBytes: number = Infinity): string {
  if (trace.type === 'heatmap') return field(trace, scale, fieldBytes);
  const {mode = 'lines', fill = 'none', fillcolor, line, marker} = trace;
  const paths = pieces(trace, scale);
  const parts: string[] = [];
  if (fill === 'toself' && paths.length > 0)
    parts.push(`<path d="${paths.map(lineTo).join('z')}z" ${paint('fill', fillcolor)}/>`);
  if (mode.includes('lines') && paths.length > 0) {
    parts.push(
      `<path d="${paths.map((path) => lineTo(thin(path))).join('')}" fill="none" stroke-linejoin="round" ${stroke(line)}/>`,
    );
  }
  const {color, size = 8, opacity = 1, line: rim, symbol, standoff = 0} = marker ?? {};
  const isSeen = rim !== undefined || !color?.endsWith('00') || color.length < 9; // others are only there for the pointer
  if (mode.includes('markers') && isSeen && paths.length > 0) {
    const shape = symbolPath(symbol, size / 2);
    const places = paths.flat().map(([x, y]) => `M${tenths(x - standoff)} ${y}${shape}`);
    const alpha = opacity < 1 ? ` opacity="${opacity}"` : '';
    parts.push(`<path d="${places.join('')}" ${paint('fill', color)}${alpha} ${rim ? stroke(rim) : ''}/>`);
  }
  return parts.join('');
}

/** `stroke` attributes of a line. */
export function stroke(line: {color?: string; width?: number; dash?: string} = {}): string {
  const {color, width = 2, dash} = line;
  const pattern = {
    dash: `${4 * width} ${3 * width}`,
    dot: `${width} ${2 * width}`,
    dashdot: `${4 * width} ${2 * width} ${width} ${2 * width}`,
  }[dash ?? ''];
  return `${paint('stroke', color)} stroke-width="${width}"${pattern ? ` stroke-dasharray="${pattern}"` : ''}`;
}

/** `fill="#2a6bb5" fill-opacity="0.28"` of '#2a6bb547'; anything but a colour of that form is left out. */
export function paint(attribute: 'fill' | 'stroke', colour = ''): string {
  const [, solid, alpha] = /^(#[0-9a-f]{6})([0-9a-f]{2})?$/i.exec(colour) ?? [];
  if (!solid) return `${attribute}="none"`;
  return `${attribute}="${solid}"${alpha ? ` ${attribute}-opacity="${tenths(parseInt(alpha, 16) / 25.5) / 10}"` : ''}`;
}

/** A pixel with one digit behind the point: finer than anybody sees. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

type Point = [x: number, y: number];

/** The points of a trace in pixels, parted where one is missing. */
function pieces({x, y}: Trace, scale: Scale): Point[][] {
  const found: Point[][] = [[]];
  x.forEach((value, i) => {
    const other = y[i];
    if (value === null || other === null) found.push([]);
    else found[found.length - 1].push([tenths(scale.x(value)), tenths(scale.y(other))]);
  });
  return found.filter((path) => path.length > 0);
}

function lineTo(path: Point[]): string {
  return `M${path.map(([x, y]) => `${x} ${y}`).join('L')}`;
}

/** A long line without the points that lie beside their neighbours. */
function thin(path: Point[]): Point[] {
  let kept = path;
  for (let near = 0.5; kept.length > LINE_POINTS; near *= 2) {
    let [x, y] = path[0];
    kept = path.filter((point, i) => {
      const far = Math.abs(point[0] - x) > near || Math.abs(point[1] - y) > 8 * near;
      if (far) [x, y] = point;
      return far || i === 0 || i === path.length - 1;
    });
  }
  return kept;
}

/** A symbol around the current point, drawn by relative steps; `r` is half its size. */
function symbolPath(symbol = 'circle', r: number): string {
  const step = (...numbers: number[]): string =>
    numbers.map((value) => String(tenths(value)).replace(/^(-?)0\./, '$1.')).join(' ');
  const side = 0.9 * r;
  const arm = 0.4 * r;
  switch (symbol) {
    case 'diamond':
      return `m0 ${step(-1.3 * r)}l${step(1.3 * r, 1.3 * r, -1.3 * r, 1.3 * r, -1.3 * r, -1.3 * r)}z`;
    case 'square':
      return `m${step(-side, -side)}h${step(2 * side)}v${step(2 * side)}h${step(-2 * side)}z`;
    case 'triangle-up':
      return `m0 ${step(-1.2 * r)}l${step(1.1 * r, 1.9 * r)}h${step(-2.2 * r)}z`;
    case 'arrow': // to the right, its tip on the point
      return `l${step(-1.9 * r, -0.62 * r)}v${step(1.24 * r)}z`;
    case 'cross':
      return `m${step(-arm, -r)}h${step(2 * arm)}v${step(r - arm)}h${step(r - arm)}v${step(2 * arm)}h${step(arm - r)}v${step(r - arm)}h${step(-2 * arm)}v${step(arm - r)}h${step(arm - r)}v${step(-2 * arm)}h${step(r - arm)}z`;
    case 'star':
      return `m0 ${step(-1.3 * r)}l${step(0.35 * r, 0.9 * r, 0.95 * r, 0, -0.75 * r, 0.65 * r, 0.25 * r, 0.95 * r, -0.8 * r, -0.55 * r, -0.8 * r, 0.55 * r, 0.25 * r, -0.95 * r, -0.75 * r, -0.65 * r, 0.95 * r, 0)}z`;
    case 'x':
      return `m${step(-r, -0.6 * r)}l${step(0.4 * r, -0.4 * r, 0.6 * r, 0.6 * r, 0.6 * r, -0.6 * r, 0.4 * r, 0.4 * r, -0.6 * r, 0.6 * r, 0.6 * r, 0.6 * r, -0.4 * r, 0.4 * r, -0.6 * r, -0.6 * r, -0.6 * r, 0.6 * r, -0.4 * r, -0.4 * r, 0.6 * r, -0.6 * r)}z`;
    default: // a full circle can't be one arc: it ends a hair beside its beginning
      return `m0 ${step(-r)}a${step(r, r)} 0 1 0 .1 0z`;
  }
}

/** A heat map as runs of equal colour, one path a colour; coarser where it would grow long. */
function field(trace: Trace, scale: Scale, bytes: number): string {
  let svg = '';
  for (let pixel = 3; pixel <= 24; pixel *= 1.5) {
    svg = raster(trace, scale, pixel);
    if (svg.length <= bytes) break;
  }
  return svg;
}

function raster(trace: Trace, scale: Scale, pixel: number): string {
  const columns = Math.ceil(scale.width / pixel);
  const rows = Math.ceil(scale.height / pixel);
  const colourAt = colours(trace, scale);
  const paths = new Map<string, string>();
  for (let i = 0; i < rows; i++) {
    let start = 0;
    let colour = colourAt(0.5 / columns, (i + 0.5) / rows);
    for (let j = 1; j <= columns; j++) {
      const next = j < columns ? colourAt((j + 0.5) / columns, (i + 0.5) / rows) : '';
      if (next === colour) continue;
      paths.set(colour, `${paths.get(colour) ?? ''}M${start} ${i}h${j - start}v1H${start}z`);
      start = j;
      colour = next;
    }
  }
  const place = `translate(${scale.left} ${scale.top}) scale(${scale.width / columns} ${scale.height / rows})`;
  const drawn = [...paths]
    .filter(([colour]) => !colour.endsWith('00'))
    .map(([colour, d]) => `<path d="${d}" ${paint('fill', colour)}/>`);
  return `<g transform="${place}" shape-rendering="crispEdges">${drawn.join('')}</g>`;
}

/** Steps of a soft field from one end of its scale to the other. */
const STEPS = 24;

/** The colour of a field at a share of the plot's width and height. */
function colours(
  {x, y, z = [], zmin = 0, zmax = 1, zsmooth, colorscale = []}: Trace,
  scale: Scale,
): (across: number, down: number) => string {
  const levels = Array.from({length: STEPS + 1}, (_, k) => mixed(colorscale, k / STEPS));
  const flat = colorscale.every(
    ([, colour], k) => k === 0 || colour === colorscale[k - 1][1] || colorscale[k - 1][0] === colorscale[k][0],
  );
  return (across, down) => {
    const [valueX, valueY] = scale.valueAt(across, down);
    const column = along(x as number[], valueX);
    const row = along(y as number[], valueY);
    const level = zsmooth ? bilinear(z, row, column) : z[Math.round(row)][Math.round(column)];
    const share = Math.min(1, Math.max(0, (level - zmin) / (zmax - zmin)));
    return flat ? mixed(colorscale, share) : levels[Math.round(share * STEPS)];
  };
}

/** Where a value lies in an evenly rising list: 2.5 is midway between the third and the fourth. */
function along(list: number[], value: number): number {
  const last = list.length - 1;
  const place = last > 0 ? ((value - list[0]) / (list[last] - list[0])) * last : 0;
  return Math.min(last, Math.max(0, place));
}

function bilinear(z: number[][], row: number, column: number): number {
  const i = Math.min(Math.floor(row), z.length - 2);
  const j = Math.min(Math.floor(column), z[0].length - 2);
  const [down, across] = [row - i, column - j];
  const lower = z[i][j] * (1 - across) + z[i][j + 1] * across;
  const upper = z[i + 1][j] * (1 - across) + z[i + 1][j + 1] * across;
  return lower * (1 - down) + upper * down;
}

/** A colour of a scale, as '#rrggbbaa'. */
function mixed(colorscale: [number, string][], share: number): string {
  const k = Math.max(
    1,
    colorscale.findIndex(([at], i) => i > 0 && at >= share),
  );
  const [[from, low], [to, high]] = [colorscale[k - 1], colorscale[k]];
  const part = to > from ? (share - from) / (to - from) : 1;
  const bytes = [1, 3, 5, 7].map((at) => {
    const [a, b] = [low, high].map((colour) => parseInt(colour.slice(at, at + 2) || 'ff', 16));
    return Math.round(a + (b - a) * part)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${bytes.join('')}`;
}
