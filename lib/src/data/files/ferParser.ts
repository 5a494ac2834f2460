import {EXPRESSIONS, FACE_SIDE, USAGES} from '../faceSet';

/** A line of the file that is no face, and why. */
export interface FaceFault {
  /** Counted from 1; line 1 is the header. */
  readonly line: number;
  readonly fault: string;
}

const HEADER = 'emotion,pixels,Usage';
const PIXELS = FACE_SIDE * FACE_SIDE;
/** A face takes at least so many bytes: a digit and a sign behind it for each pixel. */
const SHORTEST_ROW = 2 * PIXELS;
/** With more faults than this it is another file. */
const MOST_FAULTS = 1000;
/** Signs of a text that are kept; the longest right one, the header, has 20, and quotes around its words. */
const LONGEST_TEXT = 40;

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const ZERO = 48;

/**
 * Reads the table of FER2013, `emotion,pixels,Usage`, from its bytes, piece after piece as they come from a file: a byte
 * a pixel is all that it keeps. Lines may end in CRLF, fields may stand in quotes, a byte order mark may come first, and
 * the last line may lack its end. A line that is no face is left out, and its faults are told.
 */
export class FerParser {
  readonly faults: FaceFault[] = [];
  #faces = 0;
  #line = 1;
  /** Empty lines right before this one: faults, unless nothing but the end of the file follows. */
  #empty = 0;
  #field: 'header' | 'emotion' | 'pixels' | 'usage' | 'rest' = 'header';
  #text = '';
  #emotion = '';
  /** Pixels of this line so far, the number that is being read and how many digits it has. */
  #count = 0;
  #value = 0;
  #digits = 0;
  /** The quote or the carriage return behind the pixels of this line; 0 while more of them may come. */
  #closedBy = 0;
  /** The first number of this line that no byte holds, and its place. */
  #tooLarge: {value: number; at: number} | undefined;
  readonly #pixels: Uint8Array;
  readonly #labels: Uint8Array;
  readonly #usage: Uint8Array;

  /** @param bytes - The length of the file. Memory that no face comes to fill costs nothing. */
  constructor(bytes: number) {
    const most = Math.ceil(bytes / SHORTEST_ROW);
    this.#pixels = new Uint8Array(most * PIXELS);
    this.#labels = new Uint8Array(most);
    this.#usage = new Uint8Array(most);
  }

  /** The line that comes next, or that has begun. */
  get line(): number {
    return this.#line;
  }

  /** The faces so far; views, no copies. */
  get faces(): {pixels: Uint8Array; labels: Uint8Array; usage: Uint8Array} {
    const n = this.#faces;
    return {
      pixels: this.#pixels.subarray(0, n * PIXELS),
      labels: this.#labels.subarray(0, n),
      usage: this.#usage.subarray(0, n),
    };
  }

  /**
   * @param bytes - The next ones of the file; they may end anywhere.
   * @throws {RangeError} If the first line isn't the header, or there are more than 1,000 faults.
   */
  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      if (this.#field === 'pixels' && this.#closedBy === 0) i = this.#readPixels(bytes, i);
      if (i < bytes.length) this.#readSign(bytes[i]);
    }
  }

  /** The file ends here. */
  end(): void {
    if (this.#field !== 'emotion' || this.#text !== '') this.#endLine();
  }

  /** The hot loop: numbers and spaces from `start` on. Returns where something else stands, or the end of the bytes. */
  #readPixels(bytes: Uint8Array, start: number): number {
    const row = this.#faces * PIXELS;
    let count = this.#count;
    let value = this.#value;
    let digits = this.#digits;
    let i = start;
    for (; i < bytes.length; i++) {
      const digit = bytes[i] - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = 10 * value + digit;
        digits++;
      } else if (digits > 0) {
        if (value > 255) this.#tooLarge ??= {value, at: count};
        this.#pixels[row + count] = value; // too many of them lie where the next face overwrites them
        count++;
        value = 0;
        digits = 0;
        if (bytes[i] !== SPACE) break;
      } else if (bytes[i] !== SPACE) break;
    }
    this.#count = count;
    this.#value = value;
    this.#digits = digits;
    return i;
  }

  /** Any sign but those of the numbers. */
  #readSign(sign: number): void {
    if (sign === NEWLINE) this.#endLine();
    else if (this.#field === 'rest') return;
    else if (sign === QUOTE || sign === RETURN) {
      if (this.#field === 'pixels' && this.#count > 0) this.#closedBy = sign;
    } else if (this.#field === 'pixels') {
      if (sign === COMMA) this.#field = 'usage';
      else if (this.#closedBy > 0) this.#refuse(`has ${JSON.stringify(String.fromCharCode(this.#closedBy))} among its pixels`);
      else this.#refuse(`has ${JSON.stringify(String.fromCharCode(sign))} among its pixels`);
    } else if (sign === COMMA && this.#field === 'emotion') {
      this.#emotion = this.#text.trim();
      this.#text = '';
      this.#field = 'pixels';
    } else if (this.#text.length < LONGEST_TEXT) this.#text += String.fromCharCode(sign);
  }

  #endLine(): void {
    const text = this.#text.trim();
    const isEmpty = this.#field === 'emotion' && text === '';
    if (!isEmpty) for (; this.#empty > 0; this.#empty--) this.#report(this.#line - this.#empty, 'is empty');
    if (isEmpty) {
      this.#empty++;
    } else if (this.#field === 'header') {
      const header = text.replace(/^\u00ef\u00bb\u00bf/, ''); // the byte order mark, byte by byte
      if (header !== HEADER) throw new RangeError(`the first line must be ${HEADER}, got ${JSON.stringify(header)}`);
    } else if (this.#field === 'emotion') {
      this.#refuse(`ends without pixels: ${JSON.stringify(text)}`);
    } else if (this.#field === 'pixels') {
      this.#refuse(`ends after ${this.#count + Number(this.#digits > 0)} pixels, without its Usage`);
    } else if (this.#field === 'usage') this.#keep(text);
    this.#line++;
    this.#field = 'emotion';
    this.#text = '';
    this.#count = 0;
    this.#closedBy = 0;
    this.#tooLarge = undefined;
  }

  /** The line is complete: a face, if nothing is wrong with it. */
  #keep(use: string): void {
    const usage = (USAGES as readonly string[]).indexOf(use);
    const isLabel = /^\d$/.test(this.#emotion) && Number(this.#emotion) < EXPRESSIONS.length;
    const faults: string[] = [];
    if (!isLabel) faults.push(`emotion must be a whole number from 0 to 6, got ${JSON.stringify(this.#emotion)}`);
    if (this.#count !== PIXELS) faults.push(`has ${this.#count} pixels, not ${PIXELS}`);
    if (this.#tooLarge) {
      const {value, at} = this.#tooLarge;
      faults.push(`a pixel must be a whole number from 0 to 255, got ${value} at pixel ${at}`);
    }
    if (usage < 0) faults.push(`Usage must be one of ${USAGES.join(', ')}, got ${JSON.stringify(use)}`);
    if (faults.length > 0) return this.#refuse(faults.join('; '));
    this.#labels[this.#faces] = Number(this.#emotion);
    this.#usage[this.#faces] = usage;
    this.#faces++;
  }

  #refuse(fault: string): void {
    this.#report(this.#line, fault);
    this.#field = 'rest';
  }

  #report(line: number, fault: string): void {
    this.faults.push({line, fault});
    if (this.faults.length > MOST_FAULTS) {
      const [first] = this.faults;
      const count = `${this.faults.length} of its first ${this.#line} lines`;
      throw new RangeError(`the table must hold faces, but ${count} are none; line ${first.line}: ${first.fault}`);
    }
  }
}
