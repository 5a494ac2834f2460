import {Arena} from './arena';
import type {View} from './view';

/** So many multiplications make up for the way to WebAssembly … */
const worthGoing = 1500;
/** … if there are so many for each number that is copied to where it sees them, and back … */
const worthCopying = 4;
/** … unless most of each vector would stand beside a narrow C. */
const narrow = 4;

/** Where matrices are copied to. It lives on, and is made anew when it is too small. */
let arena: Arena | undefined;

/** Whether a product of these sizes is faster by way of WebAssembly. */
export function isLarge(rows: number, terms: number, columns: number): boolean {
  const multiplications = rows * terms * columns;
  const numbers = rows * terms + terms * columns + rows * columns;
  return (
    multiplications >= worthGoing && multiplications >= worthCopying * numbers && rows >= narrow && columns >= narrow
  );
}

/**
 * C = A·B: Cᵢⱼ = Σₖ Aᵢₖ Bₖⱼ, with the kernels in WebAssembly. C lies without gaps, by rows or by columns.
 *
 * With 64-bit floats each sum runs in the order of k, and no bit depends on the kernel. With 32-bit floats the sums are
 * kept in 32 bits here, and in 64 by `multiplyTiled`.
 *
 * @returns whether it could be done: there may be no WebAssembly, or no memory
 */
export function multiplyCopies(A: View, B: View, C: View): boolean {
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
