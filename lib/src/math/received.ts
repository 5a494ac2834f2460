/**
 * A value in a few words, for the end of an error message: "got …".
 *
 * @example
 * received('5.1'); // '"5.1"'
 * received([1, 2]); // 'an array of length 2'
 */
export function received(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  const kind: unknown = (value as {constructor?: {name?: unknown}}).constructor?.name;
  return typeof kind === 'string' && kind !== '' && kind !== 'Object' ? `an object of the class ${kind}` : 'an object';
}
