import {describe, expect, it} from 'vitest';
import {FerParser} from '../../src/data/files/ferParser';

const HEADER = 'emotion,pixels,Usage';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** So many pixels, all different from their neighbours: 0, 7, 14 … */
const pixels = (count = 2304): number[] => Array.from({length: count}, (_, k) => (7 * k) % 256);
const row = (emotion: number | string = 3, usage = 'Training', values: number[] = pixels()): string =>
  `${emotion},${values.join(' ')},${usage}`;

function parse(text: string, piece = Infinity): FerParser {
  const all = bytes(text);
  const parser = new FerParser(all.length);
  for (let at = 0; at < all.length; at += piece) parser.push(all.subarray(at, at + piece));
  parser.end();
  return parser;
}

const faultsOf = (...lines: string[]): string[] =>
  parse([HEADER, ...lines].join('\n')).faults.map(({line, fault}) => `${line}: ${fault}`);

describe('FerParser', () => {
  const whole = [HEADER, row(0, 'Training'), row(6, 'PublicTest'), row(2, 'PrivateTest')].join('\n');

  it('keeps a byte a pixel, the emotion and the usage of each row', () => {
    const {faces, faults, line} = parse(`${whole}\n`);
    expect(faults).toEqual([]);
    expect([...faces.labels]).toEqual([0, 6, 2]);
    expect([...faces.usage]).toEqual([0, 1, 2]);
    expect(faces.pixels).toEqual(Uint8Array.from([...pixels(), ...pixels(), ...pixels()]));
    expect(line).toBe(5);
  });

  it('reads the same in pieces that end anywhere, and without an end of the last line', () => {
    const {faces} = parse(`${whole}\n`);
    for (const piece of [1, 7, 4096, Infinity]) expect(parse(whole, piece).faces).toEqual(faces);
  });

  it('takes CRLF, a byte order mark and fields in quotes', () => {
    const {faces} = parse(whole);
    const quoted = whole.replace(/[^,\n]+/g, '"$&"');
    const styles = [whole.replaceAll('\n', '\r\n'), `\ufeff${whole}`, quoted, `\ufeff${quoted}\n`.replaceAll('\n', '\r\n')];
    expect(parse(`${HEADER}\r\n3,1 2 3\r\n`).faults).toEqual([{line: 2, fault: 'ends after 3 pixels, without its Usage'}]);
    for (const text of styles) expect(parse(text)).toMatchObject({faces, faults: []});
  });

  it('has room for faces of the shortest rows, one digit a pixel', () => {
    const dark = (_: unknown, emotion: number): string => row(emotion, 'Training', Array<number>(2304).fill(emotion));
    const {faces, faults} = parse([HEADER, ...Array.from({length: 6}, dark)].join('\n'));
    expect(faults).toEqual([]);
    expect([...faces.labels]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...faces.pixels]).toEqual([0, 1, 2, 3, 4, 5].flatMap((shade) => Array<number>(2304).fill(shade)));
  });

  it('takes no quote and no carriage return for the space between two pixels', () => {
    const broken = (sign: string): string => row().replace(' 7 14 ', ` 7${sign}14 `);
    expect(faultsOf(broken('"'), broken('\r'), row().replace(' 14 ', ' 1"4 '))).toEqual([
      '2: has "\\"" among its pixels',
      '3: has "\\r" among its pixels',
      '4: has "\\"" among its pixels',
    ]);
  });

  it('begins each row anew after one that ends within a number', () => {
    const {faces, faults} = parse([HEADER, '3,70 80 8', row()].join('\n'));
    expect(faults).toEqual([{line: 2, fault: 'ends after 3 pixels, without its Usage'}]);
    expect(faces.pixels).toEqual(Uint8Array.from(pixels()));
  });

  it('takes spaces around its words, and tells the first of the values that are too large', () => {
    const {faces, faults} = parse([HEADER, ` 3 , ${pixels().join('  ')} , Training `].join('\n'));
    expect(faults).toEqual([]);
    expect(faces.pixels).toEqual(Uint8Array.from(pixels()));
    expect(faultsOf(row(3, 'Training', [...pixels(2302), 300, 400]))).toEqual([
      '2: a pixel must be a whole number from 0 to 255, got 300 at pixel 2302',
    ]);
  });

  it('leaves out every row that is no face, keeps the others, and tells all faults by their lines', () => {
    const lines = [
      row(),
      row(3, 'Training', pixels(2303)),
      row(3, 'Training', pixels(2305)),
      row(3, 'Training', [...pixels(2303), 256]),
      row(7),
      row('happy'),
      row(3, 'Validation'),
      row(7, 'Test', [300, ...pixels(2302)]),
      '',
      '3',
      row().replace(' 7 ', ' -7 '),
      row(6),
      `3,${pixels(1203).join(' ')}`,
    ];
    const {faces, faults} = parse([HEADER, ...lines].join('\n'));
    expect([...faces.labels]).toEqual([3, 6]);
    expect(faces.pixels).toEqual(Uint8Array.from([...pixels(), ...pixels()]));
    expect(faults.map(({line, fault}) => `${line}: ${fault}`)).toEqual([
      '3: has 2303 pixels, not 2304',
      '4: has 2305 pixels, not 2304',
      '5: a pixel must be a whole number from 0 to 255, got 256 at pixel 2303',
      '6: emotion must be a whole number from 0 to 6, got "7"',
      '7: emotion must be a whole number from 0 to 6, got "happy"',
      '8: Usage must be one of Training, PublicTest, PrivateTest, got "Validation"',
      '9: emotion must be a whole number from 0 to 6, got "7"; has 2303 pixels, not 2304; ' +
        'a pixel must be a whole number from 0 to 255, got 300 at pixel 0; ' +
        'Usage must be one of Training, PublicTest, PrivateTest, got "Test"',
      '10: is empty',
      '11: ends without pixels: "3"',
      '12: has "-" among its pixels',
      '14: ends after 1203 pixels, without its Usage',
    ]);
  });

  it('takes empty lines at the end for the end, and all others for faults', () => {
    expect(faultsOf(row(), '', '\r', '')).toEqual([]);
    expect(faultsOf('', row(), '', '', row(), '')).toEqual(['2: is empty', '4: is empty', '5: is empty']);
  });

  it('tells of a last line that is cut in its last word', () => {
    expect(faultsOf(row(), row(3, 'Publi'))).toEqual([
      '3: Usage must be one of Training, PublicTest, PrivateTest, got "Publi"',
    ]);
  });

  it('refuses another table at once, and one of nothing but faults after a thousand', () => {
    expect(() => parse(`emotion, Usage, pixels\n${row()}`)).toThrow(
      new RangeError('the first line must be emotion,pixels,Usage, got "emotion, Usage, pixels"'),
    );
    expect(() => parse(row())).toThrow(/^the first line must be emotion,pixels,Usage, got "3,0 7 14/);
    expect(() => parse('x'.repeat(10_000))).toThrow(
      new RangeError(`the first line must be emotion,pixels,Usage, got "${'x'.repeat(40)}"`),
    );
    expect(() => parse('')).toThrow('the first line must be emotion,pixels,Usage, got ""');
    expect(() => parse(`${HEADER}\n${'x\n'.repeat(1001)}`)).toThrow(
      'the table must hold faces, but 1001 of its first 1002 lines are none; line 2: ends without pixels: "x"',
    );
    expect(faultsOf(...Array<string>(1000).fill('x'))).toHaveLength(1000);
  });
});
