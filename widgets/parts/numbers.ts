import {html} from './page';

/** A row of figures: what it is, its value, and the look of what it stands for in the picture. */
export type Figures = readonly [name: string, value: string, look: 'first' | 'second' | 'plain'];

/** Figures with their names, large enough to be watched while something is moved. */
export class Numbers {
  readonly element: HTMLElement = html('dl', {class: 'nx-numbers'});

  show(rows: readonly Figures[]): void {
    const parts = rows.map(([name, value, look]) =>
      html('div', {class: look}, html('dt', {}, name), html('dd', {}, value)),
    );
    this.element.replaceChildren(...parts);
  }
}
