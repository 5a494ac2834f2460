import {createRequire} from 'node:module';
import {at} from '../../../scripts/lib/paths.mjs';
import {largestDifference, median} from '../../contest.mjs';

export const title = 'Products of matrices';
export const about =
  'Thousand million additions and multiplications in a second (GFLOP/s, the median of five rounds in turn), of C = A·B in 64 and 32 bits. ' +
  '`multiplyViaWebAssembly` copies to where WebAssembly works, and back; an `Arena` has the matrices there already.';

/** Rows, terms, columns: small; large; a hidden layer of lesson 12. */
const sizes = [
  [32, 32, 32],
  [300, 300, 300],
  [128, 2304, 200],
];

const load = createRequire(import.meta.url);
const kernel = (/** @type {string} */ name) => load(at('lib', 'dist', 'math', 'kernels', `${name}.js`));

/** @typedef {{data: Float64Array | Float32Array, rows: number, columns: number, down: number, right: number}} View */
/** @typedef {(A: View, B: View, C: View) => void} Kernel */

/** @returns {Promise<import('../../contest.mjs').Table>} */
export function measure() {
  const {Arena} = kernel('arena');
  const arena = Arena.make(2e7);
  if (!arena) throw new Error('there is no WebAssembly here');
  /** @type {{name: string, multiply: Kernel, kind: typeof Float64Array | typeof Float32Array, inArena?: boolean}[]} */
  const contestants = [
    {name: 'plain loops', multiply: plainLoops, kind: Float64Array},
    {name: 'TypeScript, in tiles', multiply: kernel('tiled').multiplyTiled, kind: Float64Array},
    {name: '`multiplyViaWebAssembly`', multiply: kernel('viaWebAssembly').multiplyViaWebAssembly, kind: Float64Array},
    {
      name: 'WebAssembly in an `Arena`',
      multiply: (...views) => arena.multiply(...views),
      kind: Float64Array,
      inArena: true,
    },
    {name: 'the same in 32 bits', multiply: (...views) => arena.multiply(...views), kind: Float32Array, inArena: true},
  ];
  const columns = sizes.map(([rows, terms, columns]) => {
    arena.clear();
    const works = contestants.map(({multiply, kind, inArena}) => {
      const view = (/** @type {number} */ rows, /** @type {number} */ columns) => {
        const data = inArena ? arena.array(kind, rows * columns) : new kind(rows * columns);
        for (let i = 0; i < data.length; i++) data[i] = Math.sin(i);
        return {data, rows, columns, down: columns, right: 1};
      };
      const [A, B, C] = [view(rows, terms), view(terms, columns), view(rows, columns)];
      return {C, run: () => multiply(A, B, C)};
    });
    const operations = 2 * rows * terms * columns;
    const times = Math.ceil(1e8 / operations);
    for (const {run} of works) for (let n = 0; n < times; n++) run();
    const seconds = works.map(() => /** @type {number[]} */ ([]));
    for (let round = 0; round < 5; round++) {
      for (const [index, {run}] of works.entries()) {
        const before = process.cpuUsage();
        for (let n = 0; n < times; n++) run();
        const {user, system} = process.cpuUsage(before);
        seconds[index].push((user + system) / 1e6);
      }
    }
    const [plain, ...others] = works.slice(0, 4).map(({C}) => [...C.data]);
    const difference = Math.max(...others.map((data) => largestDifference(plain, data)));
    if (difference > 0) throw new Error(`the kernels must give the same bits, got a difference of ${difference}`);
    return seconds.map((all) => ((operations * times) / median(all) / 1e9).toPrecision(2));
  });
  return Promise.resolve({
    head: ['', ...sizes.map((size) => size.join(' × '))],
    rows: contestants.map(({name}, index) => [name, ...columns.map((column) => column[index])]),
    notes: ['In 64 bits all kernels give the same bits.'],
  });
}

/** @type {Kernel} */
function plainLoops({data: a}, {data: b, rows: terms}, {data: c, rows, columns}) {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < terms; k++) sum += a[i * terms + k] * b[k * columns + j];
      c[i * columns + j] = sum;
    }
  }
}
