import {Arena} from './arena';
import {multiplyTiled} from './tiled';
import type {View} from './view';

/** So many multiplications make up for copying the matrices to where WebAssembly sees them, and back … */
const worthCopying = 1500;
/** … unless most of each vector would stand beside a narrow C. */
const narrow = 4;

/** Where matrices are copied to. It lives on, and is made anew when it is too small. */
let arena: Arena | undefined;

/**
 * C = A·B: Cᵢⱼ = Σₖ Aᵢₖ Bₖⱼ, by whichever kernel is faster. C lies without gaps, by rows or by columns.
 *
 * With 64-bit floats each sum runs in the order of k, and no bit depends on the kernel. With 32-bit floats the sums
 * of large matrices are kept in 32 bits where WebAssembly is, else in 64.
 */
export function product(A: View, B: View, C: View): void {
  const {rows, columns} = C;
  const large = rows * columns * A.columns >= worthCopying && Math.min(rows, columns) >= narrow;
  if (!large || !multiplyCopies(A, B, C)) multiplyTiled(A, B, C);
}

/** @returns whether it could be done */
function multiplyCopies(A: View, B: View, C: View): boolean {
  const kind = C.data.BYTES_PER_ELEMENT === 8 ? Float64Array : Float32Array;
  const needed = Arena.room(kind, A.data.length, B.data.length, C.data.length);
  if (!arena || arena.room < needed) arena = Arena.make(2 * needed) ?? Arena.make(needed);
  if (!arena) return false;
  arena.clear();
  const [a, b, c] = [A, B, C].map(({data}) => arena!.floats(kind, data.length));
  a.set(A.data);
  b.set(B.data);
  arena.multiply({...A, data: a}, {...B, data: b}, {...C, data: c});
  C.data.set(c);
  return true;
}
