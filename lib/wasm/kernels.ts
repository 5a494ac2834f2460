/**
 * The matrix product, Adam and the conversion of bytes with SIMD, for 64-bit and 32-bit floats. This is AssemblyScript:
 * TypeScript's syntax for WebAssembly, where `usize` is a place in memory and T is f64 or f32.
 *
 * A vector holds neighbouring columns of the result, never terms of a sum, and no product is fused with its addition: so
 * every sum runs in the order of k, and 64-bit results have the bits of `multiplyTiled` and of `adam`.
 */

/** Rows of a tile; it is two vectors wide. Eight sums of vectors, two vectors of B and one number of A fit the registers. */
const HEIGHT: i32 = 4;
const WIDTH_IN_BYTES: i32 = 32;

/** How much of A and B is packed at once, to stay in the caches. */
const PANEL_ROWS: i32 = 192;
const PANEL_TERMS: i32 = 256;
const PANEL_COLUMNS: i32 = 512;

const PACKED_A: i32 = PANEL_ROWS * PANEL_TERMS * 8;
const PACKED_B: i32 = PANEL_COLUMNS * PANEL_TERMS * 8;
const EDGE: i32 = HEIGHT * WIDTH_IN_BYTES;

/** The bytes that a product needs to work in. */
export function scratchBytes(): i32 {
  return PACKED_A + PACKED_B + EDGE;
}

/**
 * C = A·B. Places are in bytes, distances in numbers: `down` to the one below, `right` to the one on the right. C lies row
 * by row without gaps.
 */
export function product64(
  a: usize,
  aDown: i32,
  aRight: i32,
  b: usize,
  bDown: i32,
  bRight: i32,
  c: usize,
  rows: i32,
  terms: i32,
  columns: i32,
  scratch: usize,
): void {
  product<f64>(a, aDown, aRight, b, bDown, bRight, c, rows, terms, columns, scratch);
}

/** As `product64`, for 32-bit floats. */
export function product32(
  a: usize,
  aDown: i32,
  aRight: i32,
  b: usize,
  bDown: i32,
  bRight: i32,
  c: usize,
  rows: i32,
  terms: i32,
  columns: i32,
  scratch: usize,
): void {
  product<f32>(a, aDown, aRight, b, bDown, bRight, c, rows, terms, columns, scratch);
}

function product<T>(
  a: usize,
  aDown: i32,
  aRight: i32,
  b: usize,
  bDown: i32,
  bRight: i32,
  c: usize,
  rows: i32,
  terms: i32,
  columns: i32,
  scratch: usize,
): void {
  const width = WIDTH_IN_BYTES / <i32>sizeof<T>();
  const packedA = scratch;
  const packedB = scratch + PACKED_A;
  const edge = packedB + PACKED_B;
  for (let j0 = 0; j0 < columns; j0 += PANEL_COLUMNS) {
    const panelColumns = min(PANEL_COLUMNS, columns - j0);
    for (let k0 = 0; k0 < terms; k0 += PANEL_TERMS) {
      const panelTerms = min(PANEL_TERMS, terms - k0);
      pack<T>(at<T>(b, k0, bDown, j0, bRight), bRight, bDown, panelColumns, panelTerms, width, packedB);
      for (let i0 = 0; i0 < rows; i0 += PANEL_ROWS) {
        const panelRows = min(PANEL_ROWS, rows - i0);
        pack<T>(at<T>(a, i0, aDown, k0, aRight), aDown, aRight, panelRows, panelTerms, HEIGHT, packedA);
        for (let j = 0; j < panelColumns; j += width) {
          const stripB = at<T>(packedB, j, panelTerms, 0, 0);
          for (let i = 0; i < panelRows; i += HEIGHT) {
            const stripA = at<T>(packedA, i, panelTerms, 0, 0);
            const place = at<T>(c, i0 + i, columns, j0 + j, 1);
            if (i + HEIGHT <= panelRows && j + width <= panelColumns) {
              tile<T>(stripA, stripB, panelTerms, place, columns * <i32>sizeof<T>(), k0 > 0);
              continue;
            }
            const height = min(HEIGHT, panelRows - i);
            const bytes = min(width, panelColumns - j) * <i32>sizeof<T>();
            for (let r = 0; r < height; r++)
              memory.copy(edge + r * WIDTH_IN_BYTES, at<T>(place, r, columns, 0, 0), bytes);
            tile<T>(stripA, stripB, panelTerms, edge, WIDTH_IN_BYTES, k0 > 0);
            for (let r = 0; r < height; r++)
              memory.copy(at<T>(place, r, columns, 0, 0), edge + r * WIDTH_IN_BYTES, bytes);
          }
        }
      }
    }
  }
}

/** Where the number in row i and column j lies. */
function at<T>(start: usize, i: i32, down: i32, j: i32, right: i32): usize {
  return start + (<usize>i * <usize>down + <usize>j * <usize>right) * sizeof<T>();
}

/**
 * Copies lines (rows of A, columns of B) in strips of `width`: of each term the numbers of all lines of a strip, side by
 * side. What is missing in the last strip stays as it was: nobody keeps what comes of it.
 */
function pack<T>(from: usize, across: i32, along: i32, lines: i32, terms: i32, width: i32, to: usize): void {
  for (let line = 0; line < lines; line += width) {
    const filled = min(width, lines - line);
    for (let k = 0; k < terms; k++) {
      let next = at<T>(from, line, across, k, along);
      for (let t = 0; t < filled; t++) {
        store<T>(to, load<T>(next));
        next += <usize>across * sizeof<T>();
        to += sizeof<T>();
      }
      to += <usize>(width - filled) * sizeof<T>();
    }
  }
}

/** A tile of C: its sums go on from what stands there, or begin at 0. */
function tile<T>(a: usize, b: usize, terms: i32, c: usize, down: i32, goOn: bool): void {
  let c00 = v128.splat<T>(<T>0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  const row1 = c + down;
  const row2 = row1 + down;
  const row3 = row2 + down;
  if (goOn) {
    c00 = v128.load(c, 0);
    c01 = v128.load(c, 16);
    c10 = v128.load(row1, 0);
    c11 = v128.load(row1, 16);
    c20 = v128.load(row2, 0);
    c21 = v128.load(row2, 16);
    c30 = v128.load(row3, 0);
    c31 = v128.load(row3, 16);
  }
  for (const end = b + terms * WIDTH_IN_BYTES; b < end; b += WIDTH_IN_BYTES) {
    const b0 = v128.load(b, 0);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<T>(a);
    c00 = v128.add<T>(c00, v128.mul<T>(x, b0));
    c01 = v128.add<T>(c01, v128.mul<T>(x, b1));
    x = v128.load_splat<T>(a, sizeof<T>());
    c10 = v128.add<T>(c10, v128.mul<T>(x, b0));
    c11 = v128.add<T>(c11, v128.mul<T>(x, b1));
    x = v128.load_splat<T>(a, 2 * sizeof<T>());
    c20 = v128.add<T>(c20, v128.mul<T>(x, b0));
    c21 = v128.add<T>(c21, v128.mul<T>(x, b1));
    x = v128.load_splat<T>(a, 3 * sizeof<T>());
    c30 = v128.add<T>(c30, v128.mul<T>(x, b0));
    c31 = v128.add<T>(c31, v128.mul<T>(x, b1));
    a += HEIGHT * sizeof<T>();
  }
  v128.store(c, c00, 0);
  v128.store(c, c01, 16);
  v128.store(row1, c10, 0);
  v128.store(row1, c11, 16);
  v128.store(row2, c20, 0);
  v128.store(row2, c21, 16);
  v128.store(row3, c30, 0);
  v128.store(row3, c31, 16);
}

/** Bytes as the numbers that they stand for, byte × scale. */
export function convert64(from: usize, to: usize, count: i32, scale: f64): void {
  convert<f64>(from, to, count, scale);
}

/** As `convert64`, then rounded to 32 bits. */
export function convert32(from: usize, to: usize, count: i32, scale: f64): void {
  convert<f32>(from, to, count, scale);
}

function convert<T>(from: usize, to: usize, count: i32, scale: f64): void {
  const scales = f64x2.splat(scale);
  let left = count;
  for (; left >= 4; left -= 4) {
    const whole = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from)));
    const low = f64x2.mul(f64x2.convert_low_i32x4_u(whole), scales);
    const high = f64x2.mul(f64x2.convert_low_i32x4_u(v128.shuffle<i32>(whole, whole, 2, 3, 2, 3)), scales);
    if (sizeof<T>() == 8) {
      v128.store(to, low, 0);
      v128.store(to, high, 16);
    } else {
      v128.store(to, v128.shuffle<i32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5));
    }
    from += 4;
    to += 4 * sizeof<T>();
  }
  for (; left > 0; left--) {
    store<T>(to, <T>(<f64>load<u8>(from) * scale));
    from += 1;
    to += sizeof<T>();
  }
}

/**
 * A step of Adam for `count` weights, which are whole vectors: means m and v, and the powers β₁ᵗ and β₂ᵗ of this step.
 */
export function adam64(
  weights: usize,
  gradient: usize,
  mean: usize,
  square: usize,
  count: i32,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  power1: f64,
  power2: f64,
): void {
  adam<f64>(weights, gradient, mean, square, count, learningRate, beta1, beta2, epsilon, power1, power2);
}

/** As `adam64`, for 32-bit floats. */
export function adam32(
  weights: usize,
  gradient: usize,
  mean: usize,
  square: usize,
  count: i32,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  power1: f64,
  power2: f64,
): void {
  adam<f32>(weights, gradient, mean, square, count, learningRate, beta1, beta2, epsilon, power1, power2);
}

function adam<T>(
  weights: usize,
  gradient: usize,
  mean: usize,
  square: usize,
  count: i32,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  power1: f64,
  power2: f64,
): void {
  const keep1 = v128.splat<T>(<T>beta1);
  const add1 = v128.splat<T>(<T>(1 - beta1));
  const keep2 = v128.splat<T>(<T>beta2);
  const add2 = v128.splat<T>(<T>(1 - beta2));
  const grown1 = v128.splat<T>(<T>(1 - power1));
  const grown2 = v128.splat<T>(<T>(1 - power2));
  const rate = v128.splat<T>(<T>learningRate);
  const away = v128.splat<T>(<T>epsilon);
  for (const end = weights + count * sizeof<T>(); weights < end; weights += 16) {
    const g = v128.load(gradient);
    const m = v128.add<T>(v128.mul<T>(keep1, v128.load(mean)), v128.mul<T>(add1, g));
    const v = v128.add<T>(v128.mul<T>(keep2, v128.load(square)), v128.mul<T>(add2, v128.mul<T>(g, g)));
    v128.store(mean, m);
    v128.store(square, v);
    const mHat = v128.div<T>(m, grown1);
    const vHat = v128.div<T>(v, grown2);
    const step = v128.div<T>(v128.mul<T>(rate, mHat), v128.add<T>(v128.sqrt<T>(vHat), away));
    v128.store(weights, v128.sub<T>(v128.load(weights), step));
    gradient += 16;
    mean += 16;
    square += 16;
  }
}
