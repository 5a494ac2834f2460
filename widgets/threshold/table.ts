import {html} from '../parts/page';
import type {Counts} from './counts';

const CELLS = [
  ['trueNegatives', 'TN', 'true negatives', 'rightly called 0'],
  ['falsePositives', 'FP', 'false positives', 'error of the 1st kind'],
  ['falseNegatives', 'FN', 'false negatives', 'error of the 2nd kind'],
  ['truePositives', 'TP', 'true positives', 'rightly called 1'],
] as const;

/**
 * The four counts, laid out as the picture is: a row for each true class, a column for each verdict. (No `table`: JupyterLab has
 * its own ideas of its looks.)
 */
export class CountsTable {
  readonly element: HTMLElement;
  readonly #counts: readonly HTMLElement[] = CELLS.map(() => html('b'));

  constructor(labels: readonly number[]) {
    const cells = CELLS.map(([key, short, name, remark], i) => {
      const wrong = key.startsWith('false') ? ' wrong' : '';
      return html(
        'div',
        {role: 'cell', class: `called-${i % 2} is-${i >> 1}${wrong}`},
        this.#counts[i],
        ' ',
        html('span', {}, short),
        html('small', {}, name),
        html('small', {}, remark),
      );
    });
    const ofClass = (label: number): number => labels.filter((one) => one === label).length;
    const row = (label: number): HTMLElement =>
      html(
        'div',
        {role: 'row'},
        html('div', {role: 'rowheader'}, `is ${label}`, html('small', {}, `${ofClass(label)}`)),
        ...cells.slice(2 * label, 2 * label + 2),
      );
    this.element = html(
      'div',
      {class: 'nx-counts', role: 'table', 'aria-label': 'right and wrong verdicts'},
      html(
        'div',
        {role: 'row'},
        html('div', {role: 'cell'}),
        html('div', {role: 'columnheader'}, 'called 0'),
        html('div', {role: 'columnheader'}, 'called 1'),
      ),
      row(0),
      row(1),
    );
  }

  show(counts: Counts): void {
    CELLS.forEach(([key], i) => (this.#counts[i].textContent = String(counts[key])));
  }
}
