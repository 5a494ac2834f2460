import {html} from './page';
import type {Point} from './plane';
import type {Stage} from './stage';

export interface HandleOptions {
  /** What a screen reader calls it. */
  name: string;
  /** Its looks, as a class of the style sheet. */
  look: 'ring' | 'arrow' | 'dot';
  /** A letter or a digit inside a ring. @default none */
  label?: string;
  /** Of a ring, as CSS writes it. @default that of the ink */
  colour?: string;
  /** Where it is dragged to, in units of the stage. */
  onDrag: (place: Point) => void;
  /** Keys, as on a native slider: steps up, or down where negative. Home asks for −∞ steps and End for ∞: as far as it goes. */
  onKey: (steps: number) => void;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity,
};

/** Something on a stage that follows the pointer, the finger or the keys of a slider; ten arrow keys at once with Shift. Its reach is 44 px, however small it looks. */
export class Handle {
  readonly element: HTMLElement;
  readonly #stage: Stage;
  readonly #shape: HTMLElement = html('span', {'aria-hidden': 'true'});
  #place: Point = [0, 0];
  #shown = true;

  constructor(stage: Stage, {name, look, label = '', colour = 'var(--nn-ink)', onDrag, onKey}: HandleOptions) {
    this.#stage = stage;
    const attributes = {
      class: `nx-handle ${look}`,
      role: 'slider',
      tabindex: 0,
      'aria-label': name,
      style: `--tone: ${colour}`,
    };
    this.#shape.textContent = label;
    this.element = html('div', attributes, this.#shape);
    stage.element.append(this.element);
    const {element} = this;
    let grip: Point = [0, 0];
    element.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault(); // no text gets selected
      element.setPointerCapture(event.pointerId);
      element.focus({preventScroll: true});
      const [x, y] = stage.placeOf(event);
      grip = [this.#place[0] - x, this.#place[1] - y]; // it doesn't jump to a pointer that holds it by its rim
    });
    element.addEventListener('pointermove', (event) => {
      if (!element.hasPointerCapture(event.pointerId)) return;
      const [x, y] = stage.placeOf(event);
      onDrag([x + grip[0], y + grip[1]]);
    });
    element.addEventListener('keydown', (event) => {
      if (!Object.hasOwn(STEPS, event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault(); // the page would scroll
      onKey(STEPS[event.key] * (event.shiftKey && event.key.startsWith('Arrow') ? 10 : 1));
    });
    element.addEventListener('blur', () => this.show(this.#shown));
  }

  /** Puts it at a place of the stage, at the border if the place lies beyond; `angle` turns it, clockwise in degrees. */
  place([x, y]: Point, angle: number = 0): void {
    const {width, height} = this.#stage;
    this.#place = [Math.max(12, Math.min(width - 12, x)), Math.max(12, Math.min(height - 12, y))];
    this.element.style.left = `${(this.#place[0] / width) * 100}%`;
    this.element.style.top = `${(this.#place[1] / height) * 100}%`;
    this.#shape.style.rotate = `${angle}deg`;
  }

  /** Its value for a screen reader: a number within a range, and the same in words. */
  say(value: number, [low, high]: readonly [number, number], words: string): void {
    const aria = {valuemin: low, valuemax: high, valuenow: value, valuetext: words};
    for (const [name, said] of Object.entries(aria)) this.element.setAttribute(`aria-${name}`, String(said));
  }

  /** Shows or hides it; while it has the focus it stays, else the next key would be lost. */
  show(shown: boolean): void {
    this.#shown = shown;
    this.element.hidden = !shown && document.activeElement !== this.element;
  }
}
