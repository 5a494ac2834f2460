import {describe, expect, it} from 'vitest';
import {escapeHtml, plain, raised, say, spoken} from '../../src/charts/text';

describe('say', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [-0.4, '−0.4'],
    [1.82, '1.82'],
    [0.123456, '0.1235'],
    [-7500, '−7500'],
    [28709, '28,709'],
    [12345.678, '12,350'],
    [1e7, '1 × 10⁷'],
    [123456.7, '1.2 × 10⁵'],
    [-0.00012, '−1.2 × 10⁻⁴'],
    [Infinity, '∞'],
    [NaN, 'NaN'],
  ])('says %d as %s', (value, text) => {
    expect(say(value)).toBe(text);
  });
});

describe('raised', () => {
  it('raises every digit and the sign', () => {
    expect(raised(-1234567890)).toBe('⁻¹²³⁴⁵⁶⁷⁸⁹⁰');
  });
});

describe('plain', () => {
  it('leaves nothing that Plotly reads as markup', () => {
    expect(plain('<b>a</b> & 5 %{x} $y$')).not.toMatch(/[<>$]|&(?!#)|%\{/);
  });

  it('leaves ordinary names alone', () => {
    expect(plain('petal length (cm), 50 %')).toBe('petal length (cm), 50 %');
  });
});

describe('spoken', () => {
  it.each(['<script>alert(1)</script>', 'a & b', '&lt;', '%{x}', '$x$', 'x₁'])(
    'gives back what plain was given: %s',
    (text) => {
      expect(spoken(plain(text))).toBe(text);
    },
  );

  it('leaves out the tags of figures that come from elsewhere', () => {
    expect(spoken('<b>bold</b><br>x<sub>1</sub> &times; 2 &unknown;')).toBe('bold x1 × 2 &unknown;');
  });
});

describe('escapeHtml', () => {
  it('is safe in elements and attributes', () => {
    expect(escapeHtml(`<a href="x" class='y'>&`)).toBe('&#60;a href=&#34;x&#34; class=&#39;y&#39;&#62;&#38;');
  });
});
