import {describe, expect, it} from 'vitest';
import {Matrix} from '../../src/math/matrix';
import {showTable} from '../../src/notebook/table';
import {captureDisplays, htmlOf, textOf} from './capture';

const displays = captureDisplays();
const html = (): string => htmlOf(displays[displays.length - 1]);
const text = (): string => textOf(displays[displays.length - 1]);

describe('showTable', () => {
  it('shows rows as objects, with every key that occurs as a column', () => {
    showTable([
      {a: 1, b: 'x'},
      {a: 0.1 + 0.2, c: null},
    ]);
    expect(text()).toBe(['a    b  c', '1    x  –', '0.3  –  –'].join('\n'));
  });

  it('shows a matrix, with names for its columns', () => {
    showTable(Matrix.from([[1, 2], [3, 4]]), {columns: ['p', 'q'], title: 'T'}); // prettier-ignore
    expect(text()).toBe(['T', 'p  q', '1  2', '3  4'].join('\n'));
  });

  it('shows a danfojs frame by its columns and values, whatever its own toJSON does', () => {
    const frame = {columns: ['a', 'b'], values: [[1, 's'], [2, 't']], toJSON: () => fail()}; // prettier-ignore
    showTable(frame, {columns: ['b']});
    expect(text()).toBe(['b', 's', 't'].join('\n'));
  });

  it('puts the names of the rows of a frame in front, where they are texts', () => {
    const frame = {columns: ['a'], values: [[1], [2]]};
    showTable({...frame, index: ['mean', 'std']});
    expect(text()).toBe(['      a', 'mean  1', 'std   2'].join('\n'));
    showTable({...frame, index: [0, 1]});
    expect(text()).toBe(['a', '1', '2'].join('\n'));
  });

  it('shows what toJSON gives', () => {
    showTable({toJSON: () => [{a: 1}]});
    expect(text()).toBe('a\n1');
  });

  it('escapes names, values and title, and shows control characters as dots', () => {
    showTable([{'<script>': '<img src=x onerror=alert(1)>', b: 'a\u0007"\'&'}], {title: '<script>alert(1)</script>'});
    expect(html()).not.toMatch(/<script|<img|\u0007/);
    expect(html()).toContain('&#60;img src=x onerror=alert(1)&#62;');
    expect(html()).toContain('a·&#34;&#39;&#38;');
  });

  it('shows a hostile line whole where it is short, cut where it is long, and never as part of the page', () => {
    const turning = ['\u202e', '\u2066', '\u200f'];
    const signs = [...Array.from({length: 160}, (_, code) => String.fromCharCode(code)), ...turning];
    for (const sign of signs) {
      showTable([{text: `a${sign}b`}]);
      const shown = /<td[^>]*>(.*)<\/td>/s.exec(html())?.[1];
      const isControl = sign < ' ' || (sign >= '\u007f' && sign <= '\u009f') || turning.includes(sign);
      const isPlain = !isControl && !'<>&"\''.includes(sign);
      expect(shown).toBe(isControl ? 'a·b' : isPlain ? `a${sign}b` : `a&#${sign.charCodeAt(0)};b`);
    }
    for (const text of [`/${'A'.repeat(8192)}`, '<'.repeat(8192), '\u0000'.repeat(8192)]) {
      showTable([{line: 7, text}]);
      expect(html().length).toBeLessThan(1000);
      expect(html()).toContain('…</td>');
    }
  });

  it('shows values that JSON can not hold', () => {
    const circle: {own?: unknown} = {};
    circle.own = circle;
    showTable([{a: 12n, b: circle, c: Symbol('s'), d: () => 1}]);
    expect(text().split('\n')[1]).toBe('12n  an object  Symbol(s)  a function');
  });

  it('stops at the limit, and says how many rows there are', () => {
    showTable(
      Array.from({length: 30}, (_, i) => ({i})),
      {limit: 3},
    );
    expect(text()).toBe('i\n0\n1\n2\n3 of 30 rows');
    expect(html().match(/<tr>/g)).toHaveLength(4);
  });

  it('refuses what has no rows, unknown columns and a limit of nothing', () => {
    expect(() => showTable(7 as never)).toThrow('a table must be rows, a matrix or a frame, got number');
    expect(() => showTable([1, 2] as never)).toThrow('got a list of something else');
    expect(() => showTable([{a: 1}], {columns: ['b']})).toThrow('columns must be among a, got b');
    expect(() => showTable([{a: 1}], {limit: 0})).toThrow('limit must be a positive integer, got 0');
  });
});

function fail(): never {
  throw new Error('toJSON was called');
}
