import {playgroundState, type PlaygroundData, type PlaygroundState} from '../../lib/src/explorers/playgroundState';
import {html} from '../parts/page';
import {pointsOf} from './data';
import {contextOf, paintPoints} from './paint';
import {scaleOf} from './places';

const DATA: Readonly<Record<PlaygroundData, string>> = {
  circle: 'circle',
  xor: 'exclusive or',
  blobs: 'two blobs',
  spiral: 'spiral',
  plane: 'a slope (regression)',
  hills: 'hills (regression)',
};
const SIDE = 42;

let groups = 0;

/** The data sets as small pictures, one of which is chosen. */
export class Pictures {
  readonly element: HTMLElement;
  readonly #inputs = new Map<PlaygroundData, [HTMLInputElement, HTMLCanvasElement]>();
  readonly #name: HTMLElement = html('span', {'aria-hidden': 'true'});

  constructor(onChange: (data: PlaygroundData) => void) {
    const group = `np-${++groups}`;
    const row = html('div', {class: 'np-pictures', role: 'radiogroup', 'aria-label': 'data'});
    for (const [data, title] of Object.entries(DATA) as [PlaygroundData, string][]) {
      const input = html('input', {type: 'radio', name: group, value: data, 'aria-label': title});
      const canvas = html('canvas', {width: 2 * SIDE, height: 2 * SIDE});
      input.addEventListener('change', () => onChange(data));
      row.append(html('label', {title}, input, canvas));
      this.#inputs.set(data, [input, canvas]);
    }
    this.element = html('div', {class: 'nx-field'}, this.#name, row);
  }

  /** Shows which is chosen, and all of them with its noise. */
  draw({data: chosen, noise}: PlaygroundState): void {
    this.#name.textContent = `data: ${DATA[chosen]}`;
    for (const [data, [input, canvas]] of this.#inputs) {
      const state = {...playgroundState(), data, noise};
      const {XTrain, yTrain} = pointsOf(state);
      const context = contextOf(canvas);
      input.checked = data === chosen;
      context.clearRect(0, 0, canvas.width, canvas.height);
      paintPoints(context, XTrain, yTrain, scaleOf(state, {layer: state.net.length, unit: 0}), {radius: 3});
    }
  }
}
