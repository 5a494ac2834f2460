/** A number as a reader wants it: four digits at most (counts in full), a real minus sign, powers of ten when it is far from 1. */
export function say(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞').replace('-', '−');
  const size = Math.abs(value);
  const far = size !== 0 && (size < 1e-3 || size >= 1e7 || (size >= 1e5 && !Number.isInteger(value)));
  if (far) {
    const [digits, power] = value.toExponential(1).split('e');
    return `${digits.replace('.0', '')} × 10${raised(Number(power))}`.replace('-', '−');
  }
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(4));
  const text = Math.abs(shown) >= 1e4 ? shown.toLocaleString('en-US') : String(shown);
  return text.replace(/^-0$/, '0').replace('-', '−');
}

/** 'minus three' as ⁻³. */
export function raised(power: number): string {
  return String(power).replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)]));
}

/**
 * Text for Plotly that shows exactly what the user wrote. Plotly reads tags, entities, `%{…}` in hover texts and `$…$`
 * in labels; a class that is called `<b>` or `50%{x}` is a name, no markup.
 */
export function plain(text: string): string {
  return text.replace(/[&<>$]|%(?=\{)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  times: '×',
  plusmn: '±',
  mu: 'μ',
  deg: '°',
};

/** The other way: what a reader sees of a text for Plotly, without its tags. */
export function spoken(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?(?:b|i|em|strong|s|u|sub|sup|span|a)\b[^<>]*>/gi, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, name?: string) =>
      code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : (NAMED[name ?? ''] ?? whole),
    );
}

/** Text for HTML and SVG, in elements and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
