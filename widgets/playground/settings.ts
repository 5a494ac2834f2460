import type {PlaygroundState} from '../../lib/src/explorers/playgroundState';
import {Entry, Menu, Tick} from '../parts/fields';
import {Pictures} from './pictures';

const PACES = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const RATES = [0.00001, 0.0001, ...PACES.slice(1)];
const NOISES = Array.from({length: 11}, (_, i) => i / 20);
const SHARES = Array.from({length: 9}, (_, i) => (i + 1) / 10);
const BATCHES = Array.from({length: 30}, (_, i) => i + 1);
const ACTIVATIONS: readonly PlaygroundState['activation'][] = ['relu', 'tanh', 'sigmoid', 'identity'];

/** Everything that is set beside the diagram. */
export class Settings {
  readonly pictures: Pictures;
  readonly menus: readonly HTMLElement[];
  readonly ticks: readonly HTMLElement[];
  readonly #show: ((state: PlaygroundState) => void)[] = [];

  /**
   * @param onChange - Something was set.
   * @param onSeed - A seed was typed, which may be none.
   */
  constructor(onChange: (part: Partial<PlaygroundState>) => void, onSeed: (text: string) => void) {
    const menu = <K extends 'noise' | 'train' | 'batch' | 'activation' | 'rate' | 'l1' | 'l2'>(
      key: K,
      title: string,
      values: readonly PlaygroundState[K][],
      write?: (value: PlaygroundState[K]) => string,
    ): HTMLElement => {
      const made = new Menu(title, values, (value) => onChange({[key]: value}), write);
      this.#show.push((state) => made.show(state[key]));
      return made.element;
    };
    const tick = (name: 'test' | 'discrete', title: string): HTMLElement => {
      let others: PlaygroundState['show'] = [];
      const made = new Tick(title, (on) => onChange({show: on ? [...others, name] : others}));
      this.#show.push(({show}) => {
        others = show.filter((one) => one !== name);
        made.show(show.includes(name));
      });
      return made.element;
    };
    const seed = new Entry('seed', 'number', onSeed);
    this.#show.push((state) => seed.show(String(state.seed)));
    this.pictures = new Pictures((data) => onChange({data}));
    this.menus = [
      menu('noise', 'noise', NOISES, percent),
      menu('train', 'share for training', SHARES, percent),
      menu('batch', 'batch size', BATCHES),
      menu('activation', 'activation', ACTIVATIONS),
      menu('rate', 'learning rate', RATES, (rate) => rate.toLocaleString('en', {maximumSignificantDigits: 6})),
      menu('l1', 'L1', PACES),
      menu('l2', 'L2', PACES),
      seed.element,
    ];
    this.ticks = [tick('test', 'show test data'), tick('discrete', 'discrete output')];
  }

  /** Puts every control where the state is. */
  show(state: PlaygroundState): void {
    for (const show of this.#show) show(state);
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
