/** Numbers and formulas as a reader writes them. */

/** A number with so many decimals at most, and a real minus sign: `short(-2.50, 1)` is '−2.5', `short(2, 1)` is '2'. */
export function short(value: number, decimals: number = 1): string {
  const text = exact(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A number with exactly so many decimals, so that its digits stand still while it changes. */
export function exact(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** A number inside a sum, its sign apart: '+ 2.5', '− 2.5'. */
export function term(value: number, decimals: number = 1): string {
  const text = short(value, decimals);
  return text.startsWith('−') ? `− ${text.slice(1)}` : `+ ${text}`;
}
