import {html} from './page';

/** A row of figures: what it is, its value, and the look of what it stands for in the picture. */
export type Figures = readonly [name: string, value: string, look: 'first' | 'second' | 'plain'];

/** Figures with their names, large enough to be watched while something is moved. (No `dl`: JupyterLab has its own ideas of its looks.) */
export class Numbers {
  readonly element: HTMLElement = html('div', {class: 'nx-numbers'});

  show(rows: readonly Figures[]): void {
    const parts = rows.map(([name, value, look]) =>
      html('p', {class: look}, html('span', {}, `${name} `), html('b', {}, value)),
    );
    this.element.replaceChildren(...parts);
  }
}
