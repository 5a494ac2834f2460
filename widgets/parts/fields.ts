/** Menus, ticks and entries, each with its name. */
import {html} from './page';

/** One of many values, as a menu with its name; a value that isn't among them is added. */
export class Menu<T extends string | number> {
  readonly element: HTMLElement;
  readonly #select: HTMLSelectElement;
  readonly #write: (value: T) => string;

  constructor(name: string, values: readonly T[], onChange: (value: T) => void, write: (value: T) => string = String) {
    this.#write = write;
    this.#select = html('select', {'aria-label': name});
    values.forEach((value) => this.#add(value));
    const read = (text: string): T => (typeof values[0] === 'number' ? Number(text) : text) as T;
    this.#select.addEventListener('change', () => onChange(read(this.#select.value)));
    this.element = html('label', {class: 'nx-field'}, html('span', {'aria-hidden': 'true'}, name), this.#select);
  }

  show(value: T): void {
    const known = [...this.#select.options].some((option) => option.value === String(value));
    if (!known) this.#add(value);
    this.#select.value = String(value);
  }

  #add(value: T): void {
    this.#select.append(html('option', {value}, this.#write(value)));
  }
}

/** A box with a tick, and its name. */
export class Tick {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement = html('input', {type: 'checkbox'});

  constructor(name: string, onChange: (on: boolean) => void) {
    this.#input.addEventListener('change', () => onChange(this.#input.checked));
    this.element = html('label', {class: 'nx-tick'}, this.#input, name);
  }

  show(on: boolean, possible: boolean = true): void {
    this.#input.checked = on;
    this.#input.disabled = !possible;
  }
}

/** A number or a text that is typed, and taken when it is complete. */
export class Entry {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;

  constructor(name: string, type: 'number' | 'text', onChange: (text: string) => void, label: string = name) {
    this.input = html('input', {type, 'aria-label': name, step: 'any', spellcheck: 'false', autocomplete: 'off'});
    this.input.addEventListener('change', () => onChange(this.input.value));
    this.element = html('label', {class: 'nx-field'}, html('span', {'aria-hidden': 'true'}, label), this.input);
  }

  /** Shows a value, unless somebody is typing here. */
  show(text: string): void {
    if (document.activeElement !== this.input && this.input.value !== text) this.input.value = text;
  }
}
