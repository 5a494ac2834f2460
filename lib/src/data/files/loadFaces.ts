import {promises} from 'node:fs';
import path from 'node:path';
import {Matrix} from '../../math/matrix';
import {drawFaces} from '../drawFaces';
import {EXPRESSIONS, FACE_SIDE, USAGES, type FaceSet} from '../faceSet';
import {DATA_FOLDER} from './dataFile';
import {FerParser, type FaceFault} from './ferParser';

export interface LoadFacesOptions {
  /**
   * A table like Kaggle's. @default data/fer2013.csv of the course; drawn faces where it isn't there, or where the
   * environment has NEURONS_FACES=drawn
   */
  file?: string;
  /** How many faces are drawn where there is no file: five sevenths for training. @default 4900 */
  samples?: number;
  /** Told how many bytes are read, or faces drawn, of how many: `liveProgress('reading faces')`. */
  onProgress?: (done: number, total: number) => void;
}

/** Faces, and what was left out. */
export interface LoadedFaces extends FaceSet {
  /** Every line of the file that is no face, and lines that are missing; none for drawn faces. */
  faults: FaceFault[];
}

/** Rows of FER2013 by their usage. */
const WHOLE = [28_709, 3589, 3589];
/** As many drawn faces train in a notebook within minutes: 3,500, and 700 for each of the two tests. */
const DRAWN = 4900;
const CHUNK = 1 << 20;
/** So many faults are printed; all of them are in `faults`. */
const PRINTED = 5;

/**
 * The faces of the last lesson: the photographs of FER2013, if you have put Kaggle's `fer2013.csv` into the folder
 * `data`; if not, faces that the course draws itself.
 *
 * The file is read in pieces of a megabyte into one byte a pixel. A line that is no face (too few pixels, a value of
 * 256, an unknown Usage, a last line that is cut off) is left out: `faults` says which and why, and the first of them are
 * printed.
 *
 * @returns The pictures, shape (faces, 2304), with `labels`, `usage` and `faults`.
 * @throws {Error} If `file` was given and can't be read.
 * @throws {RangeError} If the file isn't a table with the columns emotion, pixels and Usage, or holds no face.
 *
 * @example
 * const faces = await loadFaces({onProgress: liveProgress('reading faces')});
 * faces.source; // 'drawn', or 'fer2013'
 * @see I. J. Goodfellow et al. (2013), "Challenges in representation learning: A report on three machine learning
 *   contests", Neural Information Processing.
 */
export async function loadFaces({file, samples = DRAWN, onProgress}: LoadFacesOptions = {}): Promise<LoadedFaces> {
  const usual = path.join(DATA_FOLDER, 'fer2013.csv');
  if (file === undefined && (process.env.NEURONS_FACES === 'drawn' || !(await isThere(usual)))) {
    return {...drawFaces({samples, onProgress}), faults: []};
  }
  const source = file ?? usual;
  const parser = await parse(source, onProgress);
  const {pixels, labels, usage} = parser.faces;
  const {faults, line} = parser;
  if (labels.length === 0) {
    const first = faults[0] ? `; line ${faults[0].line}: ${faults[0].fault}` : '';
    throw new RangeError(`${path.basename(source)} must hold faces, got none${first}`);
  }
  const expected = WHOLE.reduce((sum, rows) => sum + rows);
  const rows = labels.length + faults.filter(({fault}) => fault !== 'is empty').length;
  if (rows < expected) faults.push({line, fault: missing(usage)});
  warn(path.basename(source), faults);
  const X = new Matrix(labels.length, FACE_SIDE * FACE_SIDE, pixels, 1 / 255);
  return {pixels: X, labels, usage, classNames: [...EXPRESSIONS], source: 'fer2013', faults};
}

async function isThere(file: string): Promise<boolean> {
  return promises.access(file).then(
    () => true,
    () => false,
  );
}

async function parse(file: string, onProgress?: LoadFacesOptions['onProgress']): Promise<FerParser> {
  const handle = await promises.open(file);
  try {
    const {size} = await handle.stat();
    const parser = new FerParser(size);
    const chunk = new Uint8Array(CHUNK);
    for (let done = 0; done < size; ) {
      // No further than it reached at first: the room for the faces is made for that.
      const {bytesRead} = await handle.read(chunk, 0, Math.min(CHUNK, size - done));
      if (bytesRead === 0) break;
      parser.push(chunk.subarray(0, bytesRead));
      done += bytesRead;
      onProgress?.(done, size);
    }
    parser.end();
    return parser;
  } catch (error) {
    if (error instanceof RangeError) error.message = `${path.basename(file)}: ${error.message}`;
    throw error;
  } finally {
    await handle.close();
  }
}

function missing(usage: Uint8Array): string {
  const parts = USAGES.map((name, use) => {
    const rows = usage.reduce((sum, one) => sum + Number(one === use), 0);
    return `${rows} of ${WHOLE[use]} ${name}`;
  });
  return `the file ends before it; of FER2013 it has ${parts.join(', ')}`;
}

function warn(name: string, faults: readonly FaceFault[]): void {
  if (faults.length === 0) return;
  const printed = faults.slice(0, PRINTED).map(({line, fault}) => `\n  line ${line}: ${fault}`);
  const others = faults.length > PRINTED ? `\n  and ${faults.length - PRINTED} more, all of them in \`faults\`` : '';
  console.warn(`${name} is not all of FER2013; lines that are no faces are left out:${printed.join('')}${others}`);
}
