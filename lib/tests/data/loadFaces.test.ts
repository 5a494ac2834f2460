import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, describe, expect, it, vi} from 'vitest';
import {DATA_FOLDER} from '../../src/data/files/dataFile';
import {drawFaces} from '../../src/data/drawFaces';
import {loadFaces} from '../../src/data/files/loadFaces';

let folder: string;
beforeAll(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'neurons-faces-'))));
afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));
afterEach(() => vi.restoreAllMocks());
afterEach(() => vi.unstubAllEnvs());

const HEADER = 'emotion,pixels,Usage';
const row = (emotion: number, usage = 'Training', pixels = 2304): string =>
  `${emotion},${Array.from({length: pixels}, (_, k) => (k + emotion) % 256).join(' ')},${usage}`;

function written(...lines: string[]): string {
  const file = path.join(folder, 'faces.csv');
  fs.writeFileSync(file, lines.join('\n'));
  return file;
}

/** What is printed in place of a warning. */
function warnings(): string[] {
  const said: string[] = [];
  vi.spyOn(console, 'warn').mockImplementation((text: string) => void said.push(text));
  return said;
}

describe('loadFaces', () => {
  it('reads bytes, labels and usages, in pieces, and tells how far it is', async () => {
    warnings();
    const lines = Array.from({length: 200}, (_, i) => row(i % 7, ['Training', 'PublicTest', 'PrivateTest'][i % 3]));
    const file = written(HEADER, ...lines, '');
    const told: [number, number][] = [];
    const faces = await loadFaces({file, onProgress: (done, total) => told.push([done, total])});
    expect([faces.pixels.rows, faces.pixels.columns, faces.pixels.scale]).toEqual([200, 2304, 1 / 255]);
    expect(faces.pixels.row(5)[3]).toBe(8);
    expect([...faces.labels]).toEqual(lines.map((_, i) => i % 7));
    expect([...faces.usage]).toEqual(lines.map((_, i) => i % 3));
    expect([faces.source, faces.classNames[3]]).toEqual(['fer2013', 'happy']);
    const {size} = fs.statSync(file);
    expect(told).toEqual([[1_048_576, size], [size, size]]); // prettier-ignore
  });

  it('keeps the good rows, and reports every fault and what is missing', async () => {
    const said = warnings();
    const file = written(HEADER, row(1), row(7), row(2, 'Test'), row(3, 'Training', 2303), row(4, 'PublicTest'));
    const {labels, faults} = await loadFaces({file});
    expect([...labels]).toEqual([1, 4]);
    const told = [
      'line 3: emotion must be a whole number from 0 to 6, got "7"',
      'line 4: Usage must be one of Training, PublicTest, PrivateTest, got "Test"',
      'line 5: has 2303 pixels, not 2304',
      'line 7: the file ends before it; of FER2013 it has 1 of 28709 Training, 1 of 3589 PublicTest, 0 of 3589 PrivateTest',
    ];
    expect(faults.map(({line, fault}) => `line ${line}: ${fault}`)).toEqual(told);
    const head = 'faces.csv is not all of FER2013; lines that are no faces are left out:';
    expect(said).toEqual([[head, ...told.map((one) => `  ${one}`)].join('\n')]);
  });

  it('prints the first faults only, and says how many more there are', async () => {
    const said = warnings();
    const {faults} = await loadFaces({file: written(HEADER, row(1), ...Array<string>(10).fill('x'))});
    expect(faults).toHaveLength(11);
    expect(said[0].split('\n')).toHaveLength(7);
    expect(said[0]).toMatch(/and 6 more, all of them in `faults`$/);
  });

  it('reads as far as the file reached at first, while it grows or shrinks, and closes it', async () => {
    warnings();
    const open = vi.spyOn(fs.promises, 'open');
    const lines = Array.from({length: 200}, (_, i) => row(i % 7));
    const change = async (how: (file: string) => void): Promise<number> => {
      const file = written(HEADER, ...lines, '');
      let times = 0;
      const {labels} = await loadFaces({file, onProgress: () => times++ === 0 && how(file)});
      expect((await open.mock.results.at(-1)!.value).fd).toBe(-1);
      return labels.length;
    };
    expect(await change((file) => fs.appendFileSync(file, `${row(1)}\n`))).toBe(200);
    expect(await change((file) => fs.truncateSync(file, 1_048_576))).toBeLessThan(150);
    await expect(loadFaces({file: written('a,b', '1,2')})).rejects.toThrow();
    expect((await open.mock.results.at(-1)!.value).fd).toBe(-1);
  });

  it('finds nothing missing in a table as long as FER2013, and a row in one that is shorter', async () => {
    const said = warnings();
    const [head, line] = [Buffer.from(`${HEADER}\n`), Buffer.from(`${row(2)}\n`)];
    /** A file of so many equal rows, which needs no disk. */
    const long = (rows: number): void => {
      const size = head.length + rows * line.length;
      let at = 0;
      const read = (into: Uint8Array, _: number, length: number): Promise<{bytesRead: number}> => {
        const from = at;
        while (at - from < length) {
          const [piece, start] = at < head.length ? [head, at] : [line, (at - head.length) % line.length];
          const part = piece.subarray(start, start + length - (at - from));
          into.set(part, at - from);
          at += part.length;
        }
        return Promise.resolve({bytesRead: length});
      };
      const handle = {read, stat: () => Promise.resolve({size}), close: () => Promise.resolve()};
      vi.spyOn(fs.promises, 'open').mockResolvedValue(handle as unknown as fs.promises.FileHandle);
    };
    long(35_887);
    expect((await loadFaces({file: 'whole.csv'})).faults).toEqual([]);
    expect(said).toEqual([]);
    long(35_886);
    const {faults} = await loadFaces({file: 'short.csv'});
    expect(faults.map((one) => one.line)).toEqual([35_888]);
    expect(said).toHaveLength(1);
  });

  it('refuses a file that is no table of faces, or is not there', async () => {
    await expect(loadFaces({file: written('a,b', '1,2')})).rejects.toThrow(
      'faces.csv: the first line must be emotion,pixels,Usage, got "a,b"',
    );
    await expect(loadFaces({file: written(HEADER)})).rejects.toThrow('faces.csv must hold faces, got none');
    await expect(loadFaces({file: written(HEADER, row(7))})).rejects.toThrow(
      'faces.csv must hold faces, got none; line 2: emotion must be a whole number from 0 to 6, got "7"',
    );
    await expect(loadFaces({file: path.join(folder, 'none.csv')})).rejects.toThrow('ENOENT');
  });

  it.skipIf(fs.existsSync(path.join(DATA_FOLDER, 'fer2013.csv')))('draws faces where there is no file', async () => {
    const told: number[] = [];
    const faces = await loadFaces({samples: 70, onProgress: (done) => told.push(done)});
    expect(faces).toEqual({...drawFaces({samples: 70}), faults: []});
    expect(told).toEqual([70]);
  });

  it('draws faces where the environment asks for them, though a file is there', async () => {
    vi.spyOn(fs.promises, 'access').mockResolvedValue();
    vi.spyOn(fs.promises, 'open').mockRejectedValue(new Error('it would be read'));
    await expect(loadFaces({samples: 7})).rejects.toThrow('it would be read');
    vi.stubEnv('NEURONS_FACES', 'drawn');
    expect((await loadFaces({samples: 7})).source).toBe('drawn');
  });
});
