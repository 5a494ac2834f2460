/** The network as a drawing: inputs to be chosen at the left, units with what they answer, weights as lines, − and + above. */
import type {Matrix} from '../../lib/src/browser';
import {
  MOST_LAYERS,
  MOST_UNITS,
  type PlaygroundInput,
  type PlaygroundState,
} from '../../lib/src/explorers/playgroundState';
import {html, set, svg} from '../parts/page';
import {exact} from '../parts/words';
import {gridOf, INPUTS} from './data';
import {CELLS, type Engine, type Field} from './engine';
import {paint, type Scale} from './paint';

/** A unit of a hidden layer, or of the layer after the last: the output. Both count from 0. */
export interface Place {
  readonly layer: number;
  readonly unit: number;
}

export interface DiagramOptions {
  onInputs: (inputs: readonly PlaygroundInput[]) => void;
  onNet: (net: readonly number[]) => void;
  /** A unit was chosen, or a line into it: `from` says of which input of the unit. */
  onChoose: (place: Place, from?: number) => void;
}

/** In CSS pixels. */
const [HEAD, ROW, COLUMN] = [44, 44, 62];
const GRID = gridOf(CELLS);

/** What a unit is called. */
export function nameOf(net: readonly number[], {layer, unit}: Place): string {
  return layer === net.length ? 'output' : `unit ${layer + 1}.${unit + 1}`;
}

export class Diagram {
  readonly element: HTMLElement = html('div', {class: 'np-scroll'});
  readonly #options: DiagramOptions;
  readonly #tip: HTMLElement = html('span', {class: 'np-tip', 'aria-hidden': 'true'});
  #state!: PlaygroundState;
  #canvases: HTMLCanvasElement[][] = [];
  #inputs: [PlaygroundInput, HTMLCanvasElement][] = [];
  /** For each layer, line by line as its weights lie. */
  #lines: SVGElement[][] = [];

  #weights: readonly Matrix[] = [];
  /** The line under the pointer: its layer, and which of the layer's it is. */
  #pointed: readonly [layer: number, line: number] = [0, 0];

  constructor(options: DiagramOptions) {
    this.#options = options;
  }

  /** Draws the network of a state anew. What had the focus keeps it. */
  build(state: PlaygroundState, chosen: Place): void {
    const {net, inputs} = state;
    this.#state = state;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
    const sizes = [...net, 1];
    const columns = sizes.length + 1;
    const names = Object.keys(INPUTS) as PlaygroundInput[];
    const height = HEAD + ROW * Math.max(names.length, ...net);
    const at = (column: number, row: number): string =>
      `left: ${((column + 0.5) / columns) * 100}%; top: ${HEAD + (row + 0.5) * ROW}px`;
    const drawing = svg('svg', {
      viewBox: `0 0 ${columns} ${height}`,
      preserveAspectRatio: 'none',
      'aria-hidden': 'true',
    });
    const room = html(
      'div',
      {class: 'np-net', style: `height: ${height}px; min-width: ${columns * COLUMN}px`},
      drawing,
    );
    room.setAttribute('role', 'group');
    room.setAttribute(
      'aria-label',
      `the network: ${inputs.length} inputs, hidden layers of ${net.join(', ') || 'none'}`,
    );

    this.#inputs = names.map((name, row) => {
      const canvas = html('canvas');
      const key = `input ${INPUTS[name].label}`;
      const button = html('button', {class: 'np-unit', style: at(0, row), 'data-key': key, 'aria-label': key}, canvas);
      button.setAttribute('aria-pressed', String(inputs.includes(name)));
      button.append(html('span', {'aria-hidden': 'true'}, INPUTS[name].label));
      button.addEventListener('click', () => {
        const next = names.filter((other) => (other === name ? !inputs.includes(name) : inputs.includes(other)));
        if (next.length > 0) this.#options.onInputs(next);
      });
      room.append(button);
      return [name, canvas];
    });

    const rowsOfInputs = inputs.map((name) => names.indexOf(name));
    this.#lines = sizes.map((units, layer) => {
      const from = layer === 0 ? rowsOfInputs : Array.from({length: sizes[layer - 1]}, (_, i) => i);
      return from.flatMap((row, i) =>
        Array.from({length: units}, (_, unit) => this.#line(drawing, layer, row, i, unit, columns)),
      );
    });
    this.#canvases = sizes.map((units, layer) =>
      Array.from({length: units}, (_, unit) => {
        const place = {layer, unit};
        const name = nameOf(net, place);
        const canvas = html('canvas');
        const style = at(layer + 1, unit);
        const button = html('button', {class: 'np-unit', style, 'data-key': name, 'aria-label': name}, canvas);
        if (state.off.includes(name.slice(5))) button.classList.add('off');
        button.setAttribute('aria-pressed', String(chosen.layer === layer && chosen.unit === unit));
        button.addEventListener('click', () => this.#options.onChoose(place));
        room.append(button);
        return canvas;
      }),
    );
    net.forEach((units, layer) => {
      const resized = (by: number): readonly number[] => net.map((all, l) => (l === layer ? all + by : all));
      const head = html('div', {class: 'np-head', style: `left: ${((layer + 1.5) / columns) * 100}%`});
      head.append(
        this.#changer('−', `one unit less in layer ${layer + 1}`, units > 1, () => resized(-1)),
        this.#changer('+', `one unit more in layer ${layer + 1}`, units < MOST_UNITS, () => resized(1)),
      );
      room.append(head);
    });
    room.append(this.#tip);
    this.#tip.hidden = true;
    const {scrollLeft} = this.element;
    this.element.replaceChildren(room);
    this.element.scrollLeft = scrollLeft;
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }

  /** − and + for whole layers, to stand beside the diagram. */
  layerButtons(state: PlaygroundState): HTMLElement {
    const {net} = state;
    return html(
      'div',
      {class: 'np-layers'},
      this.#changer('−', 'one hidden layer less', net.length > 0, () => net.slice(0, -1)),
      html('span', {}, `${net.length} hidden ${net.length === 1 ? 'layer' : 'layers'}`),
      this.#changer('+', 'one hidden layer more', net.length < MOST_LAYERS, () => [...net, 2]),
    );
  }

  /** Fields and lines as they are now. */
  draw(
    engine: Engine,
    fields: readonly (readonly (Field | undefined)[])[],
    scales: {hidden: Scale; output: Scale},
  ): void {
    fields.forEach((units, l) =>
      units.forEach((field, unit) => {
        if (field) paint(this.#canvases[l][unit], field, l < fields.length - 1 ? scales.hidden : scales.output);
      }),
    );
    engine.layers.forEach(({weights}, l) => {
      this.#lines[l].forEach((line, j) => {
        const w = weights.data[j];
        const width = Math.min(8, 0.6 + 2 * Math.abs(w));
        const style = `stroke-width:${width.toFixed(1)}px;stroke:var(--nn-${w < 0 ? 'orange' : 'blue'})`;
        if (line.getAttribute('style') !== style) line.setAttribute('style', style); // most stay as they were
      });
    });
    this.#weights = engine.layers.map(({weights}) => weights);
    const [layer, line] = this.#pointed;
    if (!this.#tip.hidden) this.#tip.textContent = exact(this.#weights[layer].data[line], 2);
  }

  /** The fields of the inputs, which change with the theme alone. */
  drawInputs(): void {
    for (const [name, canvas] of this.#inputs) {
      const values = Float64Array.from({length: GRID.rows}, (_, i) => INPUTS[name].of(GRID.row(i)[0], GRID.row(i)[1]));
      const end = name.startsWith('sin') ? 1 : 6;
      paint(canvas, {values, start: 0, stride: 1}, {low: -end, high: end});
    }
  }

  #line(drawing: SVGElement, layer: number, row: number, from: number, unit: number, columns: number): SVGElement {
    const [x0, x1] = [layer + 0.5, layer + 1.5];
    const [y0, y1] = [row, unit].map((r) => HEAD + (r + 0.5) * ROW);
    const d = `M${x0} ${y0}C${x0 + 0.5} ${y0} ${x1 - 0.5} ${y1} ${x1} ${y1}`;
    const {off} = this.#state;
    const idle = off.includes(`${layer}.${from + 1}`) || off.includes(`${layer + 1}.${unit + 1}`);
    const line = svg('path', {d, class: idle ? 'np-line idle' : 'np-line'});
    const reach = svg('path', {d, class: 'np-reach'});
    reach.addEventListener('pointerenter', () => {
      this.#pointed = [layer, from * this.#canvases[layer].length + unit];
      this.#tip.textContent = exact(this.#weights[layer]?.data[this.#pointed[1]] ?? 0, 2);
      this.#tip.style.cssText = `left: ${((layer + 1) / columns) * 100}%; top: ${(y0 + y1) / 2}px`;
      this.#tip.hidden = false;
    });
    reach.addEventListener('pointerleave', () => (this.#tip.hidden = true));
    reach.addEventListener('click', () => this.#options.onChoose({layer, unit}, from));
    drawing.append(line, reach);
    return line;
  }

  #changer(sign: string, name: string, possible: boolean, next: () => readonly number[]): HTMLElement {
    const button = html('button', {'aria-label': name, 'data-key': name, title: name}, sign);
    set(button, {'aria-disabled': String(!possible)}); // not `disabled`: that would lose the focus
    button.addEventListener('click', () => {
      if (possible) this.#options.onNet(next());
    });
    return button;
  }
}
