import {html, svg} from './page';
import type {Point} from './plane';

/** The picture of an explorer: a drawing that is stretched to its room, and on it handles that keep their size. */
export class Stage {
  readonly element: HTMLElement;
  readonly drawing: SVGSVGElement;
  /** In units of the drawing, whatever its size on the page. */
  readonly width: number;
  readonly height: number;

  /** @param words - What the picture is, for those who don't see it. */
  constructor(width: number, height: number, words: string) {
    this.width = width;
    this.height = height;
    this.drawing = svg('svg', {viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': words});
    this.element = html('div', {class: 'nx-stage', style: `aspect-ratio: ${width} / ${height}`}, this.drawing);
  }

  /** Where the pointer is, in units of the drawing. */
  placeOf({clientX, clientY}: MouseEvent): Point {
    const box = this.drawing.getBoundingClientRect();
    return [((clientX - box.left) / box.width) * this.width, ((clientY - box.top) / box.height) * this.height];
  }
}
