/**
 * A picture as a PNG in a data URL, small enough to read: one byte a pixel, not packed. Browsers, JupyterLab and
 * viewers of exported notebooks all show it, and none of them needs a script for it.
 *
 * @see Portable Network Graphics (PNG) Specification, Third Edition (2025), W3C.
 */

export interface PngOptions {
  /** Pixels in a row. */
  width: number;
  /** Red, green, blue and opacity, 0 to 255, of each byte's value; greys from black to white if there is none. */
  palette?: readonly (readonly [red: number, green: number, blue: number, opacity: number])[];
}

/** @param bytes - Row by row from the top; their number is a multiple of the width. */
export function pngUrl(bytes: Uint8Array, {width, palette}: PngOptions): string {
  const height = bytes.length / width;
  const lines = new Uint8Array((width + 1) * height); // each line begins with a 0: it isn't filtered
  for (let row = 0; row < height; row++) {
    lines.set(bytes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const [GREY, INDEXED] = [0, 3];
  const header = [...uint32(width), ...uint32(height), 8, palette ? INDEXED : GREY, 0, 0, 0];
  const colours = palette
    ? [
        ...chunk('PLTE', palette.flatMap(([red, green, blue]) => [red, green, blue])), // prettier-ignore
        ...chunk('tRNS', palette.map(([, , , opacity]) => opacity)), // prettier-ignore
      ]
    : [];
  const file = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', header),
    ...colours,
    ...chunk('IDAT', stored(lines)),
    ...chunk('IEND', []),
  ];
  return `data:image/png;base64,${base64(file)}`;
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(kind: string, content: readonly number[]): number[] {
  const named = [...Array.from(kind, (letter) => letter.charCodeAt(0)), ...content];
  return [...uint32(content.length), ...named, ...uint32(crc32(named))];
}

/** Bytes in the form of zlib, in blocks that are only stored. */
function stored(bytes: Uint8Array): number[] {
  const out = [0x78, 0x01];
  const LONGEST = 0xffff;
  for (let at = 0; at < bytes.length; at += LONGEST) {
    const block = bytes.subarray(at, at + LONGEST);
    const [low, high] = [block.length & 255, block.length >>> 8];
    out.push(at + LONGEST >= bytes.length ? 1 : 0, low, high, 255 - low, 255 - high);
    for (const byte of block) out.push(byte);
  }
  let [a, b] = [1, 0]; // Adler's sum
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return [...out, ...uint32(((b << 16) | a) >>> 0)];
}

function crc32(bytes: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function base64(bytes: readonly number[]): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
