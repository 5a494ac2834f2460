import {createRequire} from 'node:module';
import {Matrix} from 'neurons';
import {at} from '../../../scripts/lib/paths.mjs';
import {largestDifference, median, requireWithin} from '../../contest.mjs';
import {startWorker} from '../../workers.mjs';

export const title = 'Products of matrices';
export const about =
  'Thousand million additions and multiplications in a second (GFLOP/s, the median of five rounds in turn), of C = A·B in 64 and 32 bits. ' +
  '`A.dot(B)` and `A.mmul(B)` make a matrix anew each time; `multiplyViaWebAssembly` copies to where WebAssembly works, and back; an `Arena` has ' +
  'the matrices there already.';

/** Rows, terms, columns: small; large; a hidden layer of lesson 12. */
const sizes = [
  [32, 32, 32],
  [300, 300, 300],
  [128, 2304, 200],
];

const ROUNDS = 5;

const load = createRequire(import.meta.url);
const kernel = (/** @type {string} */ name) => load(at('lib', 'dist', 'math', 'kernels', `${name}.js`));
const mlMatrix = load('ml-matrix');

/**
 * @typedef {number[]} Size rows, terms, columns
 * @typedef {{data: Float64Array | Float32Array, rows: number, columns: number, down: number, right: number}} View
 * @typedef {(A: View, B: View, C: View) => void} Kernel
 *
 * @typedef {object} Product of two matrices that are there
 * @property {(times: number) => number | Promise<number>} run computes it so many times, and gives the CPU time in seconds
 * @property {() => ArrayLike<number> | Promise<ArrayLike<number>>} result row by row
 *
 * @typedef {{name: string, prepare: (size: Size) => Product, tolerance?: number}} Contestant `tolerance`: how far it may be from plain loops
 */

/** @returns {Promise<import('../../contest.mjs').Table>} */
export async function measure() {
  const {Arena} = kernel('arena');
  const arena = Arena.make(2e7);
  if (!arena) throw new Error('there is no WebAssembly here');
  const worker = startWorker(new URL('numpy.py', import.meta.url));
  try {
    const inArena = (/** @type {typeof Float64Array | typeof Float32Array} */ kind) =>
      views(
        (A, B, C) => arena.multiply(A, B, C),
        (length) => arena.array(kind, length),
      );
    /** @type {Contestant[]} */
    const contestants = [
      {name: 'plain loops', prepare: views(plainLoops)},
      {name: 'TypeScript, in tiles', prepare: views(kernel('tiled').multiplyTiled)},
      {name: '`multiplyViaWebAssembly`', prepare: views(kernel('viaWebAssembly').multiplyViaWebAssembly)},
      {name: '`A.dot(B)`', prepare: ofMatrices},
      {name: 'WebAssembly in an `Arena`', prepare: inArena(Float64Array)},
      {name: 'the same in 32 bits', prepare: inArena(Float32Array), tolerance: 1e-2},
      {name: 'ml-matrix, `A.mmul(B)`', prepare: ofMlMatrices, tolerance: 1e-9},
      {name: 'NumPy, `A @ B`', prepare: inNumPy(worker, 'float64'), tolerance: 1e-9},
      {name: 'the same in 32 bits', prepare: inNumPy(worker, 'float32'), tolerance: 1e-2},
    ];
    /** @type {number[][]} */
    const columns = [];
    for (const size of sizes) {
      arena.clear();
      columns.push(await speeds(contestants, size));
    }
    return {
      head: ['', ...sizes.map((size) => size.join(' × '))],
      rows: contestants.map(({name}, index) => [name, ...columns.map((column) => column[index].toPrecision(2))]),
      notes: ['In 64 bits all kernels of neurons give the same bits.'],
      ratios: sizes.flatMap((size, s) =>
        ['ml-matrix, `A.mmul(B)`', 'NumPy, `A @ B`'].map((theirs) => {
          const [ours, other] = ['`A.dot(B)`', theirs].map((name) => contestants.findIndex((one) => one.name === name));
          const name = `${theirs.split(',')[0]}, ${size.join(' × ')}`;
          return {ours: 'dot', theirs: name, ratio: columns[s][other] / columns[s][ours]};
        }),
      ),
    };
  } finally {
    worker.stop();
  }
}

/**
 * @param {Contestant[]} contestants
 * @param {Size} size
 * @returns {Promise<number[]>} thousand million operations in a second, of each
 */
async function speeds(contestants, size) {
  const products = contestants.map(({prepare}) => prepare(size));
  const operations = 2 * size[0] * size[1] * size[2];
  const times = Math.ceil(3e8 / operations);
  for (const {run} of products) await run(times);
  const seconds = products.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, {run}] of products.entries()) seconds[index].push(await run(times));
  }
  const plain = Array.from(await products[0].result());
  for (const [index, {name, tolerance = 0}] of contestants.entries()) {
    const difference = largestDifference(plain, Array.from(await products[index].result()));
    requireWithin(`the products of plain loops and of ${name}`, difference, tolerance);
  }
  return seconds.map((all) => (operations * times) / median(all) / 1e9);
}

/** The numbers that are multiplied. @param {Float64Array | Float32Array} data */
function filled(data) {
  for (let i = 0; i < data.length; i++) data[i] = Math.sin(i);
  return data;
}

/**
 * @param {Kernel} multiply
 * @param {(length: number) => Float64Array | Float32Array} floats
 * @returns {Contestant['prepare']}
 */
function views(multiply, floats = (length) => new Float64Array(length)) {
  return ([rows, terms, columns]) => {
    const view = (/** @type {number} */ rows, /** @type {number} */ columns) => {
      return {data: filled(floats(rows * columns)), rows, columns, down: columns, right: 1};
    };
    const [A, B, C] = [view(rows, terms), view(terms, columns), view(rows, columns)];
    return {run: (times) => timed(times, () => multiply(A, B, C)), result: () => C.data};
  };
}

/** @type {Contestant['prepare']} */
function ofMatrices([rows, terms, columns]) {
  const A = new Matrix(rows, terms, new Float64Array(filled(new Float64Array(rows * terms))));
  const B = new Matrix(terms, columns, new Float64Array(filled(new Float64Array(terms * columns))));
  return {run: (times) => timed(times, () => A.dot(B)), result: () => A.dot(B).data};
}

/** @type {Contestant['prepare']} */
function ofMlMatrices([rows, terms, columns]) {
  const matrix = (/** @type {number} */ rows, /** @type {number} */ columns) =>
    mlMatrix.Matrix.from1DArray(rows, columns, filled(new Float64Array(rows * columns)));
  const [A, B] = [matrix(rows, terms), matrix(terms, columns)];
  return {run: (times) => timed(times, () => A.mmul(B)), result: () => A.mmul(B).to1DArray()};
}

/**
 * @param {ReturnType<typeof startWorker>} worker
 * @param {string} dtype
 * @returns {Contestant['prepare']}
 */
function inNumPy(worker, dtype) {
  return (size) => ({
    run: async (times) => (await worker.train({size, dtype, times, show: false})).cpu,
    result: async () => (await worker.train({size, dtype, times: 1, show: true})).result,
  });
}

/**
 * @param {number} times
 * @param {() => unknown} work
 */
function timed(times, work) {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) work();
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1e6;
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
