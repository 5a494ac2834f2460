import {count} from './input';
import {fit, frameOf, legendRows} from './fit';
import {marks, paint, stroke, tenths, type Scale} from './marks';
import {escapeHtml, spoken} from './text';
import {FONT, light} from './theme';
import {ticksOf, type Tick} from './ticks';
import {
  axesOf,
  type Annotation,
  type Axis,
  type Drawing,
  type Figure,
  type Font,
  type Layout,
  type Picture,
  type Shape,
  type Trace,
} from './types';

/** Pixels. Where there is less room the picture shrinks. */
const WIDTH = 640;
/** What all fields of a picture may take together. */
const FIELD_BYTES = 18_000;
/** What a letter takes of its font's size, about. */
const LETTER = 0.56;

/**
 * A figure as HTML without scripts, for pages where nothing runs: title, picture, and the picture in words.
 * Always in the light colours, on a paper of its own.
 */
export function toHtml(figure: Figure): string {
  const {title} = figure.layout as Partial<Layout>;
  const {ink, muted, paper} = light;
  const line = (text: string, style: string) => (text ? `<div style="${style}">${escapeHtml(spoken(text))}</div>` : '');
  const heading =
    line(title?.text ?? '', 'font-size:17px;font-weight:600') + line(title?.subtitle?.text ?? '', `color:${muted}`);
  const style = `margin:8px 0 16px;padding:10px;max-width:${WIDTH}px;background:${paper};color:${ink};font:13px/1.45 ${escapeHtml(FONT)}`;
  const words = `<details style="color:${muted}"><summary>in words</summary><p>${escapeHtml(figure.alt)}</p></details>`;
  return `<figure style="${style}"><figcaption>${heading}</figcaption>${toSvg(figure)}${words}</figure>`;
}

/**
 * A still picture of a figure, without its heading: what a chart is where no script runs. Of a film the last frame.
 * Empty for figures that hold what this library doesn't draw.
 */
export function toSvg(figure: Figure): string {
  if (!isOurs(figure)) return '';
  const frames = figure.frames?.length ?? 0;
  const {data, layout: bare} = frameOf(figure, frames - 1);
  const width = Math.min(bare.meta.maxWidth ?? WIDTH, WIDTH);
  const layout = roomFor(fit(data, bare, width));
  const legend = legendRows(data, bare, width);
  const {height} = layout;
  const plots = axesOf(layout).flatMap(([name]) => (name[0] === 'x' ? [name.slice(5)] : []));
  const room = (ref = 'x'): Room => ({layout, scale: scaleOf(layout, suffix(ref))});

  const below = layout.shapes.filter(({layer}) => layer === 'below');
  const above = layout.shapes.filter(({layer}) => layer !== 'below');
  const shapes = (list: Shape[]) => list.map((one) => shape(one, room(one.xref))).join('');
  const fieldBytes = FIELD_BYTES / data.filter(({type}) => type === 'heatmap').length;
  const cells = plots.map((n) => {
    const scale = scaleOf(layout, n);
    const own = data.filter((trace) => suffix(trace.xaxis ?? 'x') === n);
    const drawn = own.map((trace) =>
      inside(scale, marks(trace, scale, fieldBytes), trace.mode?.includes('markers') ? 6 : 0),
    );
    return axes(layout, n, scale) + drawn.join('');
  });
  const pictures = (layout.images ?? []).map((one) => picture(one, room(one.xref)));
  const notes = layout.annotations.map((one) => annotation(one, room(one.xref)));
  const lowest = layout.margin.t - (layout.meta.above ?? 8) - 9;
  const entries = legend.flatMap((row, i) =>
    row.map(({trace, x}) => legendEntry(trace, 8 + x, lowest - 19 * (legend.length - 1 - i))),
  );
  const film = frames > 1 ? `A film of ${count(frames, 'picture')}, here the last one. It plays in JupyterLab.` : '';
  const full = height + (film ? 26 : 0);
  const caption = film ? text(film, 8, full - 8, {color: light.muted}) : '';

  const frame = `viewBox="0 0 ${width} ${Math.ceil(full)}" width="${width}" style="max-width:100%;height:auto"`;
  const named = `<title>${escapeHtml(spoken(bare.title?.text ?? 'chart'))}</title><desc>${escapeHtml(figure.alt)}</desc>`;
  const paper = `<rect width="100%" height="100%" fill="${light.paper}"/>`;
  const body = [paper, shapes(below), ...cells, ...pictures, shapes(above), ...notes, ...entries, caption].join('');
  const font = `font-family="${escapeHtml(FONT)}" font-size="13" fill="${light.ink}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${frame} ${font}>${named}${body}</svg>`;
}

function isOurs(figure: Figure): figure is Drawing {
  const {xaxis, yaxis, margin, meta} = figure.layout as Partial<Layout>;
  const known = (figure.data as Trace[]).every(({type}) => type === 'scatter' || type === 'heatmap');
  return known && [xaxis?.range, yaxis?.range, margin, meta].every((part) => part !== undefined);
}

/** More room at the left for long numbers. */
function roomFor(layout: Layout & {width: number}): Layout & {width: number} {
  const numbered = axesOf(layout).filter(([name, axis]) => name[0] === 'y' && axis.showticklabels !== false);
  const numbers = numbered.flatMap(([, axis]) => ticksOf(axis, axis.nticks ?? 7));
  const longest = Math.max(0, ...numbers.map((tick) => tick.text.length));
  return {...layout, margin: {...layout.margin, l: Math.max(layout.margin.l, 14 + 12 * LETTER * longest)}};
}

function axisOf(layout: Layout, letter: 'x' | 'y', n: string): Axis {
  return layout[`${letter}axis${n}` as 'xaxis'];
}

function scaleOf(layout: Layout & {width: number}, n: string): Scale {
  const {margin} = layout;
  const [xaxis, yaxis] = [axisOf(layout, 'x', n), axisOf(layout, 'y', n)];
  const [x0, x1] = xaxis.domain ?? [0, 1];
  const [y0, y1] = yaxis.domain ?? [0, 1];
  const plotWidth = layout.width - margin.l - margin.r;
  const plotHeight = layout.height - margin.t - margin.b;
  const place = {
    left: margin.l + x0 * plotWidth,
    top: margin.t + (1 - y1) * plotHeight,
    width: (x1 - x0) * plotWidth,
    height: (y1 - y0) * plotHeight,
  };
  const share = ({range: [low, high], type}: Axis, value: number) =>
    ((type === 'log' ? Math.log10(value) : value) - low) / (high - low);
  const back = ({range: [low, high]}: Axis, part: number) => low + part * (high - low);
  return {
    ...place,
    x: (value) => place.left + share(xaxis, value) * place.width,
    y: (value) => place.top + (1 - share(yaxis, value)) * place.height,
    valueAt: (across, down) => [back(xaxis, across), back(yaxis, 1 - down)],
  };
}

/** Grid lines, numbers and the name of the x axis. */
function axes(layout: Layout, n: string, {left, top, width, height}: Scale): string {
  const [xaxis, yaxis] = [axisOf(layout, 'x', n), axisOf(layout, 'y', n)];
  const part = ({range: [low, high]}: Axis, {at}: Tick) => (at - low) / (high - low);
  const small = {size: 12, color: light.muted};
  const lines: string[] = [];
  const numbers: string[] = [];
  for (const tick of ticksOf(xaxis, Math.min(xaxis.nticks ?? 7, Math.max(2, width / 34)))) {
    const x = tenths(left + part(xaxis, tick) * width);
    if (xaxis.showgrid !== false) lines.push(`M${x} ${tenths(top)}v${tenths(height)}`);
    if (xaxis.showticklabels !== false)
      numbers.push(text(tick.text, x, top + height + 18, {...small, anchor: 'middle'}));
  }
  for (const tick of ticksOf(yaxis, Math.min(yaxis.nticks ?? 7, Math.max(2, height / 26)))) {
    const y = tenths(top + (1 - part(yaxis, tick)) * height);
    if (yaxis.showgrid !== false) lines.push(`M${tenths(left)} ${y}h${tenths(width)}`);
    if (yaxis.showticklabels !== false) numbers.push(text(tick.text, left - 8, y + 4, {...small, anchor: 'end'}));
  }
  const name = xaxis.title
    ? text(xaxis.title.text, left + width / 2, top + height + 38, {size: 13, color: light.muted, anchor: 'middle'})
    : '';
  return `<path d="${lines.join('')}" stroke="${light.grid}"/>${numbers.join('')}${name}`;
}

/** Marks, cut off at the plot's edges, or a little outside of them. An inner svg clips without ids, which a page may have twice. */
function inside({left, top, width, height}: Scale, content: string, room = 0): string {
  const [x, y, w, h] = [left - room, top - room, width + 2 * room, height + 2 * room].map(tenths);
  return `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="${x} ${y} ${w} ${h}">${content}</svg>`;
}

interface TextStyle extends Font {
  anchor?: 'start' | 'middle' | 'end';
}

function text(words: string, x: number, y: number, {size = 13, color = light.ink, weight, anchor}: TextStyle): string {
  const looks = [
    size !== 13 && `font-size="${size}"`,
    color !== light.ink && paint('fill', color),
    weight && `font-weight="${weight}"`,
    anchor && anchor !== 'start' && `text-anchor="${anchor}"`,
  ];
  const attributes = looks
    .filter(Boolean)
    .map((one) => ` ${one}`)
    .join('');
  return `<text x="${tenths(x)}" y="${tenths(y)}"${attributes}>${written(words)}</text>`;
}

/** Text with its bold parts; any other markup is left out. */
function written(words: string): string {
  const parts = words.split(/<b>(.*?)<\/b>/).map((part) => escapeHtml(spoken(part)));
  return parts.map((part, k) => (k % 2 === 1 && part ? `<tspan font-weight="600">${part}</tspan>` : part)).join('');
}

/** What notes and shapes are placed in: the whole picture and the axes they count by. */
interface Room {
  layout: Layout & {width: number};
  scale: Scale;
}

/** A place across, in pixels. Notes on a logarithmic axis count in powers of ten, shapes don't. */
function across({layout, scale}: Room, ref = 'x', value: number, powers: boolean): number {
  const {margin, width} = layout;
  if (ref === 'paper') return margin.l + value * (width - margin.l - margin.r);
  if (ref.endsWith('domain')) return scale.left + value * scale.width;
  return scale.x(powers && axisOf(layout, 'x', suffix(ref)).type === 'log' ? Math.exp(value * Math.LN10) : value);
}

/** A place down, in pixels from the top. */
function down({layout, scale}: Room, ref = 'y', value: number, powers: boolean): number {
  const {margin, height} = layout;
  if (ref === 'paper') return margin.t + (1 - value) * (height - margin.t - margin.b);
  if (ref.endsWith('domain')) return scale.top + (1 - value) * scale.height;
  return scale.y(powers && axisOf(layout, 'y', suffix(ref)).type === 'log' ? Math.exp(value * Math.LN10) : value);
}

/** '2' of 'x2 domain', nothing of 'x' and 'x1': how the layout names the axis. */
function suffix(ref: string): string {
  return ref.replace(/\D/g, '').replace(/^1$/, '');
}

function annotation(note: Annotation, room: Room): string {
  const {xref, yref, xanchor = 'center', yanchor = 'middle', xshift = 0, yshift = 0, font = {}} = note;
  const size = font.size ?? 13;
  const drop = {top: size, middle: 0.35 * size, bottom: -0.3 * size}[yanchor];
  const anchor = ({left: 'start', center: 'middle', right: 'end'} as const)[xanchor];
  const [x, y] = [across(room, xref, note.x, true) + xshift, down(room, yref, note.y, true) - yshift + drop];
  return text(note.text, x, y, {...font, anchor});
}

function shape({xref, yref, type, line, fillcolor, ...box}: Shape, room: Room): string {
  const corner = (x: number, y: number) =>
    `${tenths(across(room, xref, x, false))} ${tenths(down(room, yref, y, false))}`;
  const [start, end] = [corner(box.x0, box.y0), corner(box.x1, box.y1)];
  const edge = line?.width === 0 ? '' : stroke(line);
  if (type === 'line') return inside(room.scale, `<path d="M${start}L${end}" ${edge}/>`);
  const d = `M${start}L${corner(box.x1, box.y0)}L${end}L${corner(box.x0, box.y1)}z`;
  return inside(room.scale, `<path d="${d}" ${paint('fill', fillcolor)} ${edge}/>`);
}

function picture({source, x, y, sizex, sizey, xref, yref}: Picture, room: Room): string {
  const [left, right] = [x, x + sizex].map((value) => across(room, xref, value, false));
  const [top, bottom] = [y, y + sizey].map((value) => down(room, yref, value, false));
  const [width, height] = [tenths(right - left), tenths(bottom - top)];
  const place = `x="${tenths(left)}" y="${tenths(top)}" width="${width}" height="${height}"`;
  return `<image ${place} preserveAspectRatio="none" href="${escapeHtml(source)}"/>`;
}

/** A legend's swatch and name. */
function legendEntry(trace: Trace, x: number, y: number): string {
  const {mode = 'lines', marker} = trace;
  const still = {left: 0, top: 0, width: 1, height: 1, x: (value: number) => value, y: (value: number) => value};
  const scale: Scale = {...still, valueAt: (right, down) => [right, down]};
  const place = mode.includes('lines') ? {x: [x, x + 22], y: [y, y]} : {x: [x + 11], y: [y]};
  const sample = {...trace, ...place, ...(marker && {marker: {...marker, size: 9}})};
  return marks(sample, scale) + text(trace.name ?? '', x + 28, y + 4.5, {});
}
