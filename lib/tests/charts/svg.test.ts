import {describe, expect, it} from 'vitest';
import {computationGraph} from '../../src/charts/computationGraph';
import {lineChart} from '../../src/charts/lineChart';
import {scatterChart} from '../../src/charts/scatterChart';
import {toHtml, toSvg} from '../../src/charts/svg';
import {light} from '../../src/charts/theme';
import {examples} from './examples';

/** The texts of a picture, without title and description. */
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

/** Opening and closing tags in pairs, as XML wants them. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name, alone] of xml.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return [name];
    } else if (!alone) open.push(name);
  }
  return open;
}

describe('toSvg', () => {
  it.each(Object.entries(examples()))('is well formed, small, without scripts, ids or addresses: %s', (_, figure) => {
    const svg = toSvg(figure);
    expect(unbalanced(svg)).toEqual([]);
    expect(svg.length).toBeGreaterThan(1000);
    expect(svg.length).toBeLessThan(40_000);
    expect(
      svg.replace('http://www.w3.org/2000/svg', '').replace(/href="data:image\/png;base64,[\w+/=]+"/g, ''),
    ).not.toMatch(/<script|\bon\w+=|\bid=|href|http|url\(|NaN|undefined|Infinity/);
  });

  it.each(Object.entries(examples()))('lies on the paper of the light theme, with the words in it: %s', (_, figure) => {
    const svg = toSvg(figure);
    expect(svg).toContain(`<rect width="100%" height="100%" fill="${light.paper}"/>`);
    expect(svg).toContain('role="img"');
    expect(/<desc>(.+)<\/desc>/.exec(svg)![1].length).toBeGreaterThan(40);
  });

  it('draws a line where its values are', () => {
    const svg = toSvg(lineChart({a: {x: [0, 10], y: [0, 100]}}, {yRange: [0, 100]}));
    const [, x0, y0, x1, y1] = /<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)" fill="none"/.exec(svg)!.map(Number);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!.map(Number);
    // margins: 48 left, 16 right, 10 above, 30 below; the x axis has 2 % of free room on each side
    const room = ((width - 64) * 0.02) / 1.04;
    expect([x0, x1].map(Math.round)).toEqual([48 + room, width - 16 - room].map(Math.round));
    expect([y0, y1]).toEqual([height - 30, 10]);
  });

  it('writes axis names, numbers, end labels and the legend', () => {
    const lines = texts(toSvg(lineChart({loss: [3, 2], error: [2, 1]}, {xLabel: 'epoch', yLabel: 'height'})));
    for (const text of ['epoch', 'height', 'loss', 'error', '1', '2', '3']) expect(lines).toContain(text);
    const cloud = texts(
      toSvg(
        scatterChart(
          [
            [1, 2],
            [3, 4],
          ],
          [0, 1],
          {classNames: ['no', 'yes']},
        ),
      ),
    );
    for (const text of ['no', 'yes', 'x₁', 'x₂']) expect(cloud).toContain(text);
  });

  it('draws arrows with their tips at the rims of the nodes', () => {
    const svg = toSvg(computationGraph([{name: 'x'}, {name: 'z', from: ['x']}]));
    const [, tip, height] = /d="M([\d.]+) ([\d.]+)l-[\d.]+ -[\d.]+v[\d.]+z"/.exec(svg)!;
    const circle = new RegExp(`d="M([\\d.]+) ${height}m0 -([\\d.]+)a`).exec(svg)!;
    const [middle, radius] = circle.slice(1).map(Number);
    expect(Math.abs(Number(tip) - (middle - radius))).toBeLessThan(2);
  });

  it('has the powers of a logarithmic axis', () => {
    expect(texts(toSvg(lineChart({a: [1, 1e6]}, {logY: true})))).toEqual(
      expect.arrayContaining(['1', '100', '10⁴', '10⁶']),
    );
  });

  it('draws all cells of a grid', () => {
    const svg = toSvg(examples().grid);
    const places = [...svg.matchAll(/<svg x="([\d.]+)"/g)].map(([, x]) => Math.round(Number(x) / 100));
    expect(new Set(places).size).toBe(2);
    expect(texts(svg).filter((text) => text === 'A line')).toHaveLength(2);
  });

  it('shows the last picture of a film and says where it plays', () => {
    const {film} = examples();
    const last = toSvg(film);
    expect(texts(last)).toContain('A film of 3 pictures, here the last one. It plays in JupyterLab.');
    const line = (svg: string): string => /<path d="(M[^"]*)" fill="none" stroke-linejoin/.exec(svg)![1];
    expect(line(last)).not.toBe(line(toSvg({...film, frames: undefined})));
  });

  it('stays small with many values', () => {
    const wave = Array.from({length: 20_000}, (_, i) => Math.sin(i / 50) + (i % 2));
    expect(toSvg(lineChart({wave})).length).toBeLessThan(40_000);
  });

  it('is empty for a figure from elsewhere', () => {
    expect(toSvg({data: [{type: 'bar', x: [1], y: [1]}], layout: {}, alt: 'bars'})).toBe('');
  });
});

describe('toHtml', () => {
  const evil = '<script>alert(1)</script>';
  const figure = scatterChart(
    [
      [1, 2],
      [3, 4],
    ],
    [0, 1],
    {title: evil, subtitle: evil, xLabel: evil, yLabel: evil, classNames: [evil, '"quoted" & <b>']},
  );

  it('has title, subtitle, the picture and the words', () => {
    const html = toHtml(lineChart({a: [1, 2]}, {title: 'Rising', subtitle: 'by one'}));
    expect(html).toMatch(/^<figure.*Rising<.*by one<.*<svg.*<details.*in words.*Line chart over x.*<\/figure>$/s);
    expect(unbalanced(html)).toEqual([]);
  });

  it('escapes whatever a user wrote, everywhere', () => {
    const html = toHtml(figure);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html.match(/&#60;script&#62;alert\(1\)&#60;\/script&#62;/g)!.length).toBeGreaterThanOrEqual(6);
    expect(html).toContain('&#34;quoted&#34; &#38; &#60;b&#62;');
    expect(unbalanced(html)).toEqual([]);
  });

  it('still has the words of a figure from elsewhere', () => {
    expect(toHtml({data: [{type: 'pie'}], layout: {}, alt: 'a < b'})).toContain('a &#60; b');
  });
});
