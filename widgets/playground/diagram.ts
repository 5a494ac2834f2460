/** The network as a drawing: inputs at the left, units with what they answer, weights as lines. Buttons lie on it, so that keys and fingers find what is drawn. */
import {
  MOST_LAYERS,
  MOST_UNITS,
  type PlaygroundInput,
  type PlaygroundState,
} from '../../lib/src/explorers/playgroundState';
import {html} from '../parts/page';
import {exact} from '../parts/words';
import {fieldOfInput, INPUT_NAMES, INPUTS, type Field} from './data';
import type {Engine} from './engine';
import {contextOf, paintSmall, palette} from './paint';
import {INPUT, nameOf, scaleOf, type Place} from './places';

export interface DiagramOptions {
  onInputs: (inputs: readonly PlaygroundInput[]) => void;
  onNet: (net: readonly number[]) => void;
  /** A unit was chosen, or a line into it: `from` says which of the unit's weights. */
  onChoose: (place: Place, from?: number) => void;
  /** A unit or an input is pointed at, or no longer. */
  onPeek: (place: Place | undefined) => void;
  /** The room for the drawing has changed. */
  onResize: () => void;
}

/** In CSS pixels; `UNIT` is the side of a unit. */
const [HEAD, ROW, COLUMN, UNIT] = [44, 44, 62, 36];

export class Diagram {
  readonly element: HTMLElement = html('div', {class: 'np-scroll'});
  readonly #options: DiagramOptions;
  readonly #canvas: HTMLCanvasElement = html('canvas', {'aria-hidden': 'true'});
  readonly #context = contextOf(this.#canvas);
  readonly #tip: HTMLElement = html('span', {class: 'np-tip', 'aria-hidden': 'true'});
  #state!: PlaygroundState;
  #engine: Engine | undefined;
  /** For each layer, line by line as its weights lie. */
  #lines: Path2D[][] = [];
  /** The line under the pointer. */
  #pointed: {layer: number; line: number} | undefined;

  constructor(options: DiagramOptions) {
    this.#options = options;
    this.#canvas.addEventListener('pointermove', (event) => this.#point(event));
    this.#canvas.addEventListener('pointerleave', () => this.#point());
    this.#canvas.addEventListener('click', (event) => {
      this.#point(event);
      if (!this.#pointed) return;
      const {layer, line} = this.#pointed;
      const units = this.#sizes[layer + 1];
      this.#options.onChoose({layer, unit: line % units}, Math.floor(line / units));
    });
    new ResizeObserver(() => options.onResize()).observe(this.element);
  }

  /** Lays out the network of a state anew. What had the focus keeps it. */
  build(state: PlaygroundState, chosen: Place): void {
    const {net, inputs, off} = state;
    this.#state = state;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.key;
    const hidden = net.length === 0 ? 'no hidden layer' : `hidden layers of ${net.join(', ')}`;
    const room = html('div', {
      class: 'np-net',
      role: 'group',
      'aria-label': `the network: ${inputs.length} of ${INPUT_NAMES.length} inputs, ${hidden}`,
      style: `height: ${this.#height}px; min-width: ${this.#columns * COLUMN}px`,
    });
    room.append(this.#canvas);
    INPUT_NAMES.forEach((name, unit) => {
      const button = this.#unit({layer: INPUT, unit}, inputs.includes(name));
      button.classList.add('np-input');
      button.append(html('span', {'aria-hidden': 'true'}, INPUTS[name].label));
      button.addEventListener('click', () => {
        const next = INPUT_NAMES.filter((other) => (other === name ? !inputs.includes(name) : inputs.includes(other)));
        if (next.length > 0) this.#options.onInputs(next);
      });
      room.append(button);
    });
    [...net, 1].forEach((units, layer) => {
      for (let unit = 0; unit < units; unit++) {
        const button = this.#unit({layer, unit}, chosen.layer === layer && chosen.unit === unit);
        button.classList.toggle('off', off.includes(`${layer + 1}.${unit + 1}`));
        button.addEventListener('click', () => this.#options.onChoose({layer, unit}));
        room.append(button);
      }
    });
    net.forEach((units, layer) => {
      const resized = (by: number): readonly number[] => net.map((all, l) => (l === layer ? all + by : all));
      const head = html('div', {class: 'np-head', style: `left: ${this.#share(layer + 1)}%`});
      head.append(
        this.#changer('−', `one unit less in layer ${layer + 1}`, units > 1, () => resized(-1)),
        this.#changer('+', `one unit more in layer ${layer + 1}`, units < MOST_UNITS, () => resized(1)),
      );
      room.append(head);
    });
    room.append(this.#tip);
    const {scrollLeft} = this.element;
    this.element.replaceChildren(room);
    this.element.scrollLeft = scrollLeft;
    this.#point();
    this.fit();
    if (focused) this.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus(); // which draws
  }

  /** − and + for whole layers, to stand beside the diagram. */
  layerButtons({net}: PlaygroundState): HTMLElement {
    return html(
      'div',
      {class: 'np-layers'},
      this.#changer('−', 'one hidden layer less', net.length > 0, () => net.slice(0, -1)),
      html('span', {}, `${net.length} hidden ${net.length === 1 ? 'layer' : 'layers'}`),
      this.#changer('+', 'one hidden layer more', net.length < MOST_LAYERS, () => [...net, 2]),
    );
  }

  /** Takes the measure of the room. */
  fit(): void {
    const width = this.#canvas.clientWidth;
    const dots = devicePixelRatio;
    this.#canvas.width = width * dots;
    this.#canvas.height = this.#height * dots;
    this.#context.scale(dots, dots);
    const rows = this.#state.inputs.map((name) => INPUT_NAMES.indexOf(name));
    this.#lines = [...this.#state.net, 1].map((units, layer) => {
      const from = layer === 0 ? rows : Array.from({length: this.#sizes[layer]}, (_, i) => i);
      return from.flatMap((row) =>
        Array.from({length: units}, (_, unit) => curve(this.#middle(layer, row), this.#middle(layer + 1, unit))),
      );
    });
  }

  /** Draws fields and weights as they are now. */
  draw(engine: Engine, fields: readonly (readonly (Field | undefined)[])[]): void {
    const context = this.#context;
    this.#engine = engine;
    context.clearRect(0, 0, this.#canvas.clientWidth, this.#height);
    const {blue, orange} = palette();
    engine.layers.forEach(({weights}, layer) => {
      for (const [j, path] of this.#lines[layer].entries()) {
        const w = weights.data[j];
        context.globalAlpha = this.#isIdle(layer, j) ? 0.12 : 0.8;
        context.lineWidth = Math.min(8, 0.5 + 2 * Math.abs(w));
        context.strokeStyle = w < 0 ? orange : blue;
        context.stroke(path);
      }
    });
    INPUT_NAMES.forEach((name, unit) => {
      context.globalAlpha = this.#state.inputs.includes(name) ? 1 : 0.35;
      this.#paint({layer: INPUT, unit}, fieldOfInput(name));
    });
    context.globalAlpha = 1;
    fields.forEach((units, layer) =>
      units.forEach((field, unit) => {
        if (field) this.#paint({layer, unit}, field);
      }),
    );
    if (this.#pointed) this.#showTip(this.#pointed);
  }

  /** How many units there are: inputs, hidden layers, output. */
  get #sizes(): readonly number[] {
    return [this.#state.inputs.length, ...this.#state.net, 1];
  }

  get #columns(): number {
    return this.#state.net.length + 2;
  }

  get #height(): number {
    return HEAD + ROW * Math.max(INPUT_NAMES.length, ...this.#state.net);
  }

  /** The middle of a column, in percent of the width. */
  #share(column: number): number {
    return ((column + 0.5) / this.#columns) * 100;
  }

  #middle(column: number, row: number): readonly [x: number, y: number] {
    return [(this.#share(column) / 100) * this.#canvas.clientWidth, HEAD + (row + 0.5) * ROW];
  }

  /** Whether a line leads from or to a unit that is off. */
  #isIdle(layer: number, line: number): boolean {
    const {off} = this.#state;
    if (off.length === 0) return false;
    const units = this.#sizes[layer + 1];
    return (
      off.includes(`${layer}.${Math.floor(line / units) + 1}`) || off.includes(`${layer + 1}.${(line % units) + 1}`)
    );
  }

  #paint(place: Place, field: Field): void {
    const [x, y] = this.#middle(place.layer + 1, place.unit);
    const side = UNIT - 2; // the border of its button has the rest
    paintSmall(this.#context, field, scaleOf(this.#state, place), x - side / 2, y - side / 2, side);
  }

  #unit(place: Place, pressed: boolean): HTMLElement {
    const key = nameOf(this.#state, place);
    const button = html('button', {
      class: 'np-unit',
      style: `left: ${this.#share(place.layer + 1)}%; top: ${HEAD + (place.unit + 0.5) * ROW}px`,
      'data-key': key,
      'aria-label': key,
      'aria-pressed': String(pressed),
    });
    const peek = (): void => this.#options.onPeek(place);
    const leave = (): void => this.#options.onPeek(undefined);
    button.addEventListener('pointerenter', peek);
    button.addEventListener('pointerleave', leave);
    button.addEventListener('focus', () => button.matches(':focus-visible') && peek());
    button.addEventListener('blur', leave);
    return button;
  }

  #changer(sign: string, name: string, possible: boolean, next: () => readonly number[]): HTMLElement {
    // Not `disabled`: that would lose the focus.
    const attributes = {'aria-label': name, 'data-key': name, title: name, 'aria-disabled': String(!possible)};
    const button = html('button', attributes, sign);
    button.addEventListener('click', () => {
      if (possible) this.#options.onNet(next());
    });
    return button;
  }

  /** Looks which line is under the pointer, and shows its weight. */
  #point(event?: MouseEvent): void {
    this.#pointed = event && this.#lineAt(event.offsetX, event.offsetY);
    this.#tip.hidden = !this.#pointed;
    this.#canvas.style.cursor = this.#pointed ? 'pointer' : '';
    if (event && this.#pointed) {
      this.#tip.style.cssText = `left: ${event.offsetX}px; top: ${event.offsetY}px`;
      this.#showTip(this.#pointed);
    }
  }

  #lineAt(x: number, y: number): {layer: number; line: number} | undefined {
    const context = this.#context;
    context.save();
    context.resetTransform();
    try {
      for (const reach of [3, 10]) {
        context.lineWidth = reach;
        for (const [layer, paths] of this.#lines.entries()) {
          const line = paths.findIndex((path) => context.isPointInStroke(path, x, y));
          if (line >= 0) return {layer, line};
        }
      }
      return undefined;
    } finally {
      context.restore();
    }
  }

  #showTip({layer, line}: {layer: number; line: number}): void {
    this.#tip.textContent = exact(this.#engine?.layers[layer].weights.data[line] ?? 0, 2);
  }
}

/** From the right side of one unit to the left side of another. */
function curve([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): Path2D {
  const [start, end] = [x0 + UNIT / 2, x1 - UNIT / 2];
  const half = (start + end) / 2;
  return new Path2D(`M${start} ${y0}C${half} ${y0} ${half} ${y1} ${end} ${y1}`);
}
