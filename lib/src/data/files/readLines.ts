import {createReadStream, promises} from 'node:fs';
import type {Readable} from 'node:stream';
import {createGunzip} from 'node:zlib';
import {checkCount} from '../../math/checks';

/** A line of a file, without its end. */
export interface FileLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** Whether it was longer than `longest`, and the rest of it is missing. */
  readonly isCut: boolean;
}

export interface ReadLinesOptions {
  /** Bytes of a line that are kept; a positive whole number. @default 65536 */
  longest?: number;
}

const NEWLINE = 10;
/** Some programs begin a file with it; it belongs to no line. */
const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/**
 * The lines of a file, a thousand or so at a time, in bounded memory: neither a large file nor a line without an end fills
 * it. A file that is packed with gzip is unpacked. Bytes that are no UTF-8 become U+FFFD, the sign �.
 *
 * @param file - A path, such as `dataFile('access.log.gz')`.
 * @throws {RangeError} If `longest` is not a positive whole number.
 * @throws {Error} If the file can't be read, or its gzip is damaged or cut off; the lines before have come by then.
 */
export async function* readLines(file: string, options: ReadLinesOptions = {}): AsyncGenerator<FileLine[]> {
  const {longest = 65_536} = options;
  checkCount(longest, 'longest');
  let number = 0;
  let begun = Buffer.alloc(0); // of the line that is not yet at its end, no more than longest + 1 bytes
  const toLine = (bytes: Buffer, start: number, end: number): FileLine => {
    number++;
    const isCut = end - start > longest;
    const bom = number === 1 && bytes.subarray(start, start + 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    const text = bytes.toString('utf8', start + bom, isCut ? start + longest : end);
    return {number, text: text.endsWith('\r') ? text.slice(0, -1) : text, isCut};
  };
  for await (const chunk of await openStream(file)) {
    const bytes = chunk as Buffer;
    const lines: FileLine[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      if (begun.length > 0) {
        const line = Buffer.concat([begun, bytes.subarray(start, end)]);
        lines.push(toLine(line, 0, line.length));
        begun = Buffer.alloc(0);
      } else {
        lines.push(toLine(bytes, start, end));
      }
      start = end + 1;
    }
    const left = bytes.subarray(start, Math.min(bytes.length, start + longest + 1 - begun.length));
    begun = Buffer.concat([begun, left]);
    if (lines.length > 0) yield lines;
  }
  if (begun.length > 0) yield [toLine(begun, 0, begun.length)];
}

async function openStream(file: string): Promise<Readable> {
  const handle = await promises.open(file);
  const {buffer, bytesRead} = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  const isPacked = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  const stream = createReadStream(file, {highWaterMark: 262_144});
  if (!isPacked) return stream;
  const unpacked = createGunzip({chunkSize: 262_144});
  stream.on('error', (error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}
