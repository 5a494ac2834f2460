import type {PlaygroundState} from '../../lib/src/explorers/playgroundState';
import {Entry, Tick} from '../parts/fields';
import {html} from '../parts/page';
import {INPUTS} from './data';
import type {Engine} from './engine';
import {nameOf, type Place} from './places';

export interface InspectorOptions {
  onWeight: (place: Place, from: number | 'bias', value: number) => void;
  onSwitch: (place: Place, on: boolean) => void;
}

/** A unit in numbers, to be changed: its bias, the weights into it, and whether it is on. */
export class Inspector {
  readonly element: HTMLElement = html('div', {class: 'np-inspector', role: 'group'});
  readonly #options: InspectorOptions;
  #place: Place = {layer: 0, unit: 0};
  #entries: Entry[] = [];

  constructor(options: InspectorOptions) {
    this.#options = options;
  }

  /** Shows another unit; `from` gets the focus. */
  build(state: PlaygroundState, engine: Engine, place: Place, from?: number): void {
    const {net, inputs, off} = state;
    const controls = (): HTMLInputElement[] => [...this.element.querySelectorAll('input')];
    const focused = controls().indexOf(document.activeElement as HTMLInputElement);
    const {layer, unit} = place;
    const name = nameOf(state, place);
    this.#place = place;
    const sources =
      layer === 0
        ? inputs.map((input) => INPUTS[input].label)
        : Array.from({length: net[layer - 1]}, (_, i) => nameOf(state, {layer: layer - 1, unit: i}));
    const entry = (from: number | 'bias', aria: string, label: string): Entry => {
      const change = (text: string): void => {
        const value = Number(text);
        if (text.trim() !== '' && Number.isFinite(value)) this.#options.onWeight(place, from, value);
      };
      return new Entry(aria, 'number', change, label);
    };
    this.#entries = [
      ...sources.map((source, i) => entry(i, `weight from ${source} to ${name}`, source)),
      entry('bias', `bias of ${name}`, 'bias'),
    ];
    const parts: HTMLElement[] = [html('b', {}, name)];
    if (layer < net.length) {
      const tick = new Tick('switched on', (on) => this.#options.onSwitch(place, on));
      const isOff = off.includes(`${layer + 1}.${unit + 1}`);
      const others = net[layer] - off.filter((one) => one.startsWith(`${layer + 1}.`)).length;
      tick.show(!isOff, isOff || others > 1);
      parts.push(tick.element);
    }
    this.element.setAttribute('aria-label', `weights into ${name}`);
    this.element.replaceChildren(...parts, ...this.#entries.map(({element}) => element));
    this.show(engine); // an entry that has the focus is somebody’s to type in
    if (from !== undefined) this.#entries[from].input.focus();
    else controls()[focused]?.focus(); // the tick for on and off keeps it
  }

  show(engine: Engine): void {
    const {layer, unit} = this.#place;
    const {weights, biases} = engine.layers[layer];
    this.#entries.forEach((entry, i) => {
      const value = i < weights.rows ? weights.data[i * weights.columns + unit] : biases[unit];
      entry.show(String(Number(value.toFixed(3))));
    });
  }
}
