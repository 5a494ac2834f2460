import {received} from '../../math/received';

/** The sheet of a workbook or the table of a database: the one asked for, or the only one. */
export function choosePart(kind: 'sheet' | 'table', names: readonly string[], name?: string): string {
  const known = names.map((known) => received(known)).join(', ') || 'none';
  if (name !== undefined && !names.includes(name)) {
    throw new RangeError(`${kind} must be one of ${known}, got ${received(name)}`);
  }
  if (name === undefined && names.length !== 1) {
    throw new RangeError(`${kind} must be named where there is not exactly one, got nothing; there are: ${known}`);
  }
  return name ?? names[0];
}
