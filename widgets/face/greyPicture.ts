import {html} from '../parts/page';

/** A square picture of grey bytes on the page. */
export class GreyPicture {
  readonly element: HTMLCanvasElement;
  readonly #side: number;

  /** @param name - What a screen reader calls it. */
  constructor(side: number, name: string) {
    this.#side = side;
    this.element = html('canvas', {width: side, height: side, role: 'img', 'aria-label': name});
  }

  /** @param bytes - Row by row from the top. Shape (side · side). */
  show(bytes: Uint8Array): void {
    const context = this.element.getContext('2d');
    if (!context) return;
    const picture = context.createImageData(this.#side, this.#side);
    bytes.forEach((byte, i) => picture.data.set([byte, byte, byte, 255], 4 * i));
    context.putImageData(picture, 0, 0);
  }
}
