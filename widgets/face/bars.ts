import {html} from '../parts/page';

/** A bar for each class, as long as its share; the longest is the answer. */
export class Bars {
  readonly element: HTMLElement;
  readonly #rows: {row: HTMLElement; bar: HTMLElement; value: HTMLElement}[];

  constructor(names: readonly string[]) {
    this.#rows = names.map((name) => {
      const bar = html('i', {});
      const value = html('b', {});
      return {
        bar,
        value,
        row: html('p', {}, html('span', {}, name), html('span', {'aria-hidden': 'true'}, bar), value),
      };
    });
    this.element = html('div', {class: 'nx-bars'}, ...this.#rows.map(({row}) => row));
  }

  show(shares: ArrayLike<number>): void {
    const best = Array.from(shares).indexOf(Math.max(...Array.from(shares)));
    this.#rows.forEach(({row, bar, value}, k) => {
      bar.style.width = `${100 * shares[k]}%`;
      value.textContent = `${Math.round(100 * shares[k])} %`;
      row.classList.toggle('best', k === best);
    });
  }
}
