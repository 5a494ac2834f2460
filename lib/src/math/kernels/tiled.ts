import type {Floats} from '../dtype';
import type {View} from './view';

/** C = A·B: Cᵢⱼ = Σₖ Aᵢₖ Bₖⱼ, each sum in the order of k. */
export function multiplyTiled(A: View, B: View, C: View): void {
  const {data: a, columns: terms, down: aDown, right: aRight} = A;
  const {data: b, down: bDown, right: bRight} = B;
  const {data: c, rows, columns, down: cDown, right: cRight} = C;
  // The longer side of a tile goes along the longer side of C: Cᵀ = Bᵀ·Aᵀ.
  if (columns < 4 && rows > columns) tile(b, bRight, bDown, a, aRight, aDown, c, cRight, cDown, columns, terms, rows);
  else tile(a, aDown, aRight, b, bDown, bRight, c, cDown, cRight, rows, terms, columns);
}

/**
 * Tiles of 2 × 4 sums are kept in registers, so that a number that was read serves several of them. At the border the last
 * row or column stands in for those that are missing: some sums are worked out twice, to the same bits. It takes numbers
 * and no views, since a small product is over sooner than an object is made.
 */
function tile(
  a: Floats,
  aDown: number,
  aRight: number,
  b: Floats,
  bDown: number,
  bRight: number,
  c: Floats,
  cDown: number,
  cRight: number,
  rows: number,
  terms: number,
  columns: number,
): void {
  for (let i0 = 0; i0 < rows; i0 += 2) {
    const i1 = Math.min(i0 + 1, rows - 1);
    for (let j0 = 0; j0 < columns; j0 += 4) {
      const j1 = Math.min(j0 + 1, columns - 1);
      const j2 = Math.min(j0 + 2, columns - 1);
      const j3 = Math.min(j0 + 3, columns - 1);
      let a0 = i0 * aDown;
      let a1 = i1 * aDown;
      let b0 = j0 * bRight;
      let b1 = j1 * bRight;
      let b2 = j2 * bRight;
      let b3 = j3 * bRight;
      let c00 = 0;
      let c01 = 0;
      let c02 = 0;
      let c03 = 0;
      let c10 = 0;
      let c11 = 0;
      let c12 = 0;
      let c13 = 0;
      for (let k = 0; k < terms; k++) {
        const x = a[a0];
        const y = a[a1];
        let z = b[b0];
        c00 += x * z;
        c10 += y * z;
        z = b[b1];
        c01 += x * z;
        c11 += y * z;
        z = b[b2];
        c02 += x * z;
        c12 += y * z;
        z = b[b3];
        c03 += x * z;
        c13 += y * z;
        a0 += aRight;
        a1 += aRight;
        b0 += bDown;
        b1 += bDown;
        b2 += bDown;
        b3 += bDown;
      }
      const row0 = i0 * cDown;
      const row1 = i1 * cDown;
      c[row0 + j0 * cRight] = c00;
      c[row0 + j1 * cRight] = c01;
      c[row0 + j2 * cRight] = c02;
      c[row0 + j3 * cRight] = c03;
      c[row1 + j0 * cRight] = c10;
      c[row1 + j1 * cRight] = c11;
      c[row1 + j2 * cRight] = c12;
      c[row1 + j3 * cRight] = c13;
    }
  }
}
