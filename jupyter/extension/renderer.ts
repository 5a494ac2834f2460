import {fit, frameOf} from '../../lib/src/charts/fit';
import {spoken} from '../../lib/src/charts/text';
import {FONT, inTheme} from '../../lib/src/charts/theme';
import type {Drawing, Figure} from '../../lib/src/charts/types';
import {isDark, onThemeChange, setColours} from './pageTheme';

/** plotly.js, loaded before this script. */
declare const Plotly: {
  react(node: HTMLElement, figure: {data: object[]; layout: object; config: object}): Promise<unknown>;
  purge(node: HTMLElement): void;
};

/**
 * Draws figures into an element of a page: title and description as HTML (they wrap, can be selected, are read aloud), the
 * picture by Plotly in the colours of the page's theme, and for films a button and a slider of the page. Follows theme and width.
 *
 * Bundled as a script with the global `NeuronsChart`. It expects plotly.js as the global `Plotly`, and reads the theme from
 * JupyterLab (`data-jp-theme-light` on the body), from `data-theme` on the root, or from the reader's system. It loads nothing.
 */
export class Renderer {
  #figure?: Drawing;
  #width = 0;
  #drawing: Promise<unknown> = Promise.resolve();
  #waiting = false;
  readonly #box = make('figure', 'nn-figure');
  readonly #title = make('figcaption', 'nn-title');
  readonly #plot = make('div', 'nn-plot');
  readonly #words = make('p');
  readonly #film = new FilmControls(() => void this.#draw());
  readonly #sizes = new ResizeObserver(() => {
    if (this.#box.clientWidth !== this.#width) void this.#draw();
  });
  readonly #unfollow = onThemeChange(() => void this.#draw());

  constructor(element: HTMLElement) {
    addStyle();
    this.#plot.setAttribute('role', 'img');
    const details = make('details', 'nn-words');
    details.append(make('summary', '', 'in words'), this.#words);
    this.#box.append(this.#title, this.#plot, this.#film.element, details);
    element.replaceChildren(this.#box);
    this.#sizes.observe(this.#box);
  }

  /** Shows a figure, in place of an earlier one. Fulfilled when it is drawn. */
  show(figure: Figure): Promise<unknown> {
    const drawing = complete(figure);
    const {title, meta} = drawing.layout;
    this.#figure = drawing;
    const lines = [
      make('strong', '', spoken(title?.text ?? '')),
      make('span', '', spoken(title?.subtitle?.text ?? '')),
    ];
    this.#title.replaceChildren(...lines.filter((line) => line.textContent));
    this.#plot.setAttribute('aria-label', drawing.alt);
    this.#words.textContent = drawing.alt;
    this.#box.style.maxWidth = meta.maxWidth ? `${meta.maxWidth}px` : '';
    this.#film.setFrames(
      (drawing.frames ?? []).map(({name}) => name),
      meta.seconds ?? 0.4,
    );
    return this.#draw();
  }

  /** Takes everything down that outlives the element. */
  dispose(): void {
    this.#film.pause();
    this.#sizes.disconnect();
    this.#unfollow();
    this.#figure = undefined;
    Plotly.purge(this.#plot);
  }

  /** One drawing at a time; of those asked for meanwhile only the last is drawn. */
  #draw(): Promise<unknown> {
    if (this.#waiting) return this.#drawing;
    this.#waiting = true;
    this.#drawing = this.#drawing
      .catch(() => undefined) // whoever asked for the earlier drawing was told
      .then(() => {
        this.#waiting = false;
        return this.#drawNow();
      });
    return this.#drawing;
  }

  /**
   * The observer tells of changes since it last looked, and it hasn't looked at a page that is hidden and shown again within a
   * frame, as JupyterLab is while the theme changes. Observed anew, it takes the width for 0 and tells of any other.
   */
  #drawWhenShown(): void {
    this.#sizes.unobserve(this.#box);
    this.#sizes.observe(this.#box);
  }

  #drawNow(): unknown {
    this.#width = this.#box.clientWidth;
    if (this.#width === 0) this.#drawWhenShown();
    if (!this.#figure || this.#width === 0) return undefined;
    const theme = isDark() ? 'dark' : 'light';
    setColours(this.#box);
    const {data, layout} = inTheme(frameOf(this.#figure, this.#film.frame), theme);
    const fitted = {...fit(data, layout, this.#width), autosize: false};
    this.#plot.style.height = `${fitted.height}px`; // else Plotly's own box grows to 100 % of whatever is around it
    const config = {...this.#figure.config, responsive: false, displaylogo: false, showSendToCloud: false};
    return Plotly.react(this.#plot, {data, layout: fitted, config});
  }
}

/** A figure from elsewhere with the parts that this library's figures always have. */
function complete(figure: Figure): Drawing {
  const {
    height = 360,
    margin = {l: 60, r: 30, t: 40, b: 50},
    meta = {},
    legend = {},
    ...layout
  } = figure.layout as Partial<Drawing['layout']>;
  return {...figure, layout: {...layout, height, margin, meta, legend}} as Drawing;
}

/** Play, pause and a slider. Empty, and so hidden, without frames. */
class FilmControls {
  readonly element: HTMLElement = make('div', 'nn-film');
  #frame = 0;
  #timer = 0;
  #milliseconds = 400;
  #names: string[] = [];
  readonly #button = make('button');
  readonly #slider = make('input');
  readonly #label = make('output');
  readonly #onFrame: () => void;

  /** `onFrame` is called when another frame is to be drawn. */
  constructor(onFrame: () => void) {
    this.#onFrame = onFrame;
    this.#button.type = 'button';
    this.#button.onclick = () => (this.#timer ? this.pause() : this.#play());
    this.#slider.type = 'range';
    this.#slider.min = '0';
    this.#slider.setAttribute('aria-label', 'frame');
    this.#label.setAttribute('aria-live', 'off'); // a screen reader has the frame's name from the slider
    this.#slider.oninput = () => {
      this.pause();
      this.#go(Number(this.#slider.value));
    };
    this.pause();
  }

  get frame(): number {
    return this.#frame;
  }

  /** Frames of a new figure; the film stays where it was, if there is such a frame. */
  setFrames(names: string[], seconds: number): void {
    this.#milliseconds = seconds * 1000;
    this.#names = names;
    if (names.length < 2) {
      this.pause();
      this.#frame = 0;
      this.element.replaceChildren();
      return;
    }
    this.#slider.max = String(names.length - 1);
    if (!this.element.firstChild) this.element.append(this.#button, this.#slider, this.#label);
    this.#mark(Math.min(this.#frame, names.length - 1));
  }

  pause(): void {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#button.textContent = '▶';
    this.#button.setAttribute('aria-label', 'play');
  }

  #play(): void {
    const last = this.#names.length - 1;
    if (this.#frame >= last) this.#go(0);
    this.#button.textContent = '❚❚';
    this.#button.setAttribute('aria-label', 'pause');
    this.#timer = window.setInterval(() => {
      if (this.#frame < this.#names.length - 1 && this.element.isConnected) this.#go(this.#frame + 1);
      if (this.#frame >= this.#names.length - 1 || !this.element.isConnected) this.pause();
    }, this.#milliseconds);
  }

  #go(frame: number): void {
    this.#mark(frame);
    this.#onFrame();
  }

  #mark(frame: number): void {
    const name = this.#names[frame];
    this.#frame = frame;
    this.#slider.value = String(frame);
    this.#slider.setAttribute('aria-valuetext', name);
    this.#label.textContent = name;
  }
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function addStyle(): void {
  if (document.getElementById('nn-style')) return;
  const style = make('style', '', CSS);
  style.id = 'nn-style';
  document.head.append(style);
}

const CSS = `
.nn-figure { margin: 8px 0 16px; font: 13px/1.45 ${FONT}; color: var(--nn-ink); }
.nn-title strong { display: block; font-size: 17px; line-height: 1.3; font-weight: 600; text-wrap: balance; }
.nn-title span { display: block; color: var(--nn-muted); }
.nn-film { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 4px 4px 0; }
.nn-film:empty { display: none; }
.nn-film button { flex: none; width: 36px; height: 36px; border-radius: 50%; border: 1px solid var(--nn-axis); background: transparent; color: var(--nn-blue); font-size: 12px; cursor: pointer; }
.nn-film button:hover { border-color: var(--nn-blue); }
.nn-film input { flex: 1; min-width: 80px; max-width: 420px; height: 32px; accent-color: var(--nn-blue); }
.nn-film output { min-width: 7em; color: var(--nn-muted); font-variant-numeric: tabular-nums; }
.nn-words { color: var(--nn-muted); margin-top: 2px; }
.nn-words summary { cursor: pointer; width: max-content; font-size: 12px; list-style: none; }
.nn-words summary::before { content: '+ '; }
.nn-words[open] summary::before { content: '− '; }
.nn-words p { margin: 2px 0 0; max-width: 68ch; }
.nn-figure :focus-visible { outline: 2px solid var(--nn-blue); outline-offset: 2px; border-radius: 4px; }
`;
