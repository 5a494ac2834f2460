import {html} from './page';

export interface SliderOptions {
  /** How the number is called in formulas: 'w', and its index '1' if it has one. */
  symbol: readonly [letter: string, index?: string];
  /** What a screen reader calls it. */
  name: string;
  min: number;
  max: number;
  /** 'any' is as fine as the track allows; the arrow keys then move by a hundredth of it. */
  step: number | 'any';
  /** Whether 0 lies in the middle and the sign has a colour: orange below, blue above. @default false */
  signed?: boolean;
  onInput: (value: number) => void;
}

/** A number that is moved on a track, with its symbol before and its value behind it. */
export class Slider {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #value: HTMLOutputElement = html('output', {'aria-live': 'off'}); // a screen reader has it from the track
  readonly #marks: HTMLElement = html('span', {class: 'nx-marks', 'aria-hidden': 'true'});
  readonly #range: readonly [number, number];

  constructor({symbol: [letter, index], name, min, max, step, signed = false, onInput}: SliderOptions) {
    this.#range = [min, max];
    this.#input = html('input', {type: 'range', min, max, step, 'aria-label': name});
    this.#input.addEventListener('input', () => onInput(Number(this.#input.value)));
    const symbol = html('span', {'aria-hidden': 'true'}, letter, ...(index ? [html('sub', {}, index)] : []));
    this.element = html('label', {class: signed ? 'nx-slider signed' : 'nx-slider'}, symbol, this.#input, this.#value);
  }

  /** Marks values on the track, their names below it: that of the first before its mark, that of the last behind it. */
  mark(marks: readonly {value: number; text: string}[]): void {
    const [min, max] = this.#range;
    const parts = marks.map(({value, text}) => html('span', {style: `--at: ${(value - min) / (max - min)}`}, text));
    this.#marks.replaceChildren(...parts);
    if (!this.#marks.isConnected) this.element.append(this.#marks);
  }

  /** Shows a value; `text` is how it is written. */
  show(value: number, text: string): void {
    const [min, max] = this.#range;
    this.#input.value = String(value);
    this.#input.style.setProperty('--at', `${((value - min) / (max - min)) * 100}%`);
    this.#input.setAttribute('aria-valuetext', text);
    this.element.dataset.sign = value < 0 ? 'below' : 'above';
    this.#value.textContent = text;
  }
}
