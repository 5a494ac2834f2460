/**
 * Puts dots on rows so that none hides another of its row: each goes to the first row that has room. Dots stay exactly at their
 * places from left to right; where many are near together, many rows are filled.
 *
 * @param places - Of the dots' middles, in any order.
 * @param room - The least distance of two middles in a row.
 * @returns the row of each, from 0
 */
export function rowsOf(places: readonly number[], room: number): number[] {
  const lastIn: number[] = [];
  const rows = new Array<number>(places.length);
  const fromTheLeft = [...places.keys()].sort((i, j) => places[i] - places[j]);
  for (const i of fromTheLeft) {
    const free = lastIn.findIndex((last) => places[i] - last >= room);
    rows[i] = free < 0 ? lastIn.length : free;
    lastIn[rows[i]] = places[i];
  }
  return rows;
}
