import {received} from '../../math/received';
import {ALL, type FoundRow} from '../checkTable';

/** The rows of JSON lines, one object a line, its values in the order of the columns. Empty lines are no rows. */
export function jsonRows(text: string, columns: readonly string[]): FoundRow[] {
  return text
    .split(/\r?\n/)
    .map((line, i) => ({place: `line ${i + 1}`, line: line.trim()}))
    .filter(({line}) => line !== '')
    .map(({place, line}) => ({place, ...toRow(line, columns)}));
}

function toRow(line: string, columns: readonly string[]): Omit<FoundRow, 'place'> {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const got = value === undefined ? received(line.slice(0, 80)) : received(value);
    return {fields: [], faults: [{column: ALL, rule: 'a line must be an object of JSON', got}]};
  }
  const visit = new Map<string, unknown>(Object.entries(value));
  const faults = [...visit.keys()]
    .filter((name) => !columns.includes(name))
    .map((column) => ({column, rule: `must be one of ${columns.join(', ')}`, got: received(column)}));
  return {fields: columns.map((column) => visit.get(column)), ...(faults.length > 0 ? {faults} : {})};
}

/** The value, or undefined where the text is no JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
