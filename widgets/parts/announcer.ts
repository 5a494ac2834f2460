import {html} from './page';

/** Waits until nothing has moved for so long, else a screen reader would still speak of the first of a hundred steps. */
const MILLISECONDS_OF_REST = 400;

/** What a screen reader says when something was moved; nobody sees it. */
export class Announcer {
  readonly element: HTMLElement = html('p', {class: 'nx-announcer', role: 'status'});
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.element.textContent !== text) this.element.textContent = text;
    }, MILLISECONDS_OF_REST);
  }
}
