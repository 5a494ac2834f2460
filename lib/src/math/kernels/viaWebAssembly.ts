import {Arena} from './arena';
import type {View} from './view';

/** So many multiplications make up for the way to WebAssembly … */
const worthGoing = 1500;
/** … and so many for each number, if it must be copied to where WebAssembly sees it, and back … */
const worthCopying = 4;
/** … unless most of each vector would stand beside a narrow C. */
const narrow = 4;

/** Where matrices are copied to. It lives on, and is made anew when it is too small. */
let arena: Arena | undefined;

/** Whether a product of these sizes is faster in WebAssembly, for matrices that lie there. */
export function isLarge(rows: number, terms: number, columns: number): boolean {
  return rows * terms * columns >= worthGoing && rows >= narrow && columns >= narrow;
}

/**
 * C = A·B: Cᵢⱼ = Σₖ Aᵢₖ Bₖⱼ, with the kernels in WebAssembly. C lies without gaps, by rows or by columns. Matrices that
 * don't lie in one arena are copied to one and back, if that pays.
 *
 * With 64-bit floats each sum runs in the order of k, and no bit depends on the kernel. With 32-bit floats the sums are
 * kept in 32 bits here, and in 64 by `multiplyTiled`.
 *
 * @returns whether it was done: there may be no WebAssembly, no memory, or too much to copy
 */
export function multiplyViaWebAssembly(A: View, B: View, C: View): boolean {
  const home = Arena.of(C.data);
  if (home?.holds(A.data) && home.holds(B.data)) {
    home.multiply(A, B, C);
    return true;
  }
  const numbers = A.data.length + B.data.length + C.data.length;
  return C.rows * A.columns * C.columns >= worthCopying * numbers && multiplyCopies(A, B, C);
}

function multiplyCopies(A: View, B: View, C: View): boolean {
  const kind = C.data.BYTES_PER_ELEMENT === 8 ? Float64Array : Float32Array;
  const needed = Arena.room(kind, A.data.length, B.data.length, C.data.length);
  if (!arena || arena.room < needed) arena = Arena.make(2 * needed) ?? Arena.make(needed);
  if (!arena) return false;
  arena.clear();
  const [a, b, c] = [A, B, C].map(({data}) => arena!.array(kind, data.length));
  a.set(A.data);
  b.set(B.data);
  arena.multiply({...A, data: a}, {...B, data: b}, {...C, data: c});
  C.data.set(c);
  return true;
}
