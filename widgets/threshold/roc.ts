import type {RocCurve} from '../../lib/src/browser';
import {axes} from '../parts/axes';
import {polyline} from '../parts/curve';
import {set, svg} from '../parts/page';
import {toPicture, type Plane, type Point} from '../parts/plane';

const PLANE: Plane = {left: 34, top: 26, width: 128, height: 128, x: [0, 1], y: [0, 1]};

/** A small ROC curve, with a dot for the threshold. */
export class RocPicture {
  readonly element: SVGSVGElement;
  readonly #dot: SVGElement = svg('circle', {class: 'nx-dot', r: 6.5});

  constructor({falsePositiveRate, truePositiveRate, area}: RocCurve) {
    const points = Array.from(falsePositiveRate, (rate, k): Point => [rate, truePositiveRate[k]]);
    this.element = svg(
      'svg',
      {viewBox: '0 0 176 196', role: 'img', 'aria-label': `ROC curve; the area under it is ${area.toFixed(3)}`},
      axes(PLANE, {yName: '1s found (recall)', most: [2, 2]}),
      svg('g', {class: 'nx-axes'}, svg('text', {x: 98, y: 189, 'text-anchor': 'middle', class: 'name'}, '0s called 1')),
      svg('path', {class: 'nx-drop', d: polyline([[0, 0], [1, 1]], PLANE)}), // prettier-ignore
      svg('path', {class: 'nx-curve', d: polyline(points, PLANE)}),
      this.#dot,
    );
  }

  /** Where the dot is: the share of the 0s that is called 1, and that of the 1s. */
  show(falsePositiveRate: number, truePositiveRate: number): void {
    const [cx, cy] = toPicture(PLANE, [falsePositiveRate, truePositiveRate]);
    set(this.#dot, {cx, cy});
  }
}
