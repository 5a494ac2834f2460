import type {PlaygroundState} from '../../lib/src/explorers/playgroundState';
import type {Split} from '../../lib/src/browser';
import {html} from '../parts/page';
import {short} from '../parts/words';
import {isRegression, type Field} from './data';
import {contextOf, paintCells, paintPoints, palette} from './paint';
import {nameOf, scaleOf, type Place} from './places';

/** In CSS pixels. */
const SIDE = 260;

/** What the output, or what is pointed at, answers over the plane, with the points on it and what the colours mean. */
export class Stage {
  readonly element: HTMLElement;
  readonly #field: HTMLCanvasElement = html('canvas', {role: 'img'});
  readonly #points: HTMLCanvasElement = html('canvas', {'aria-hidden': 'true'});
  readonly #caption: HTMLElement = html('p', {class: 'np-caption'});
  readonly #ends: readonly HTMLElement[] = [html('span'), html('span')];

  constructor() {
    const [low, high] = this.#ends;
    const key = html('div', {class: 'np-key', 'aria-hidden': 'true'}, low, html('i'), high);
    this.element = html('div', {}, this.#caption, html('div', {class: 'np-stage'}, this.#field, this.#points), key);
  }

  /** @param words - What to say of the place besides its name. */
  drawField(state: PlaygroundState, place: Place, field: Field, words: string): void {
    const scale = scaleOf(state, place);
    const name = nameOf(state, place);
    paintCells(this.#field, field, scale);
    this.#field.setAttribute('aria-label', `the ${name} over the plane`);
    this.#caption.replaceChildren(html('b', {}, name), words);
    [scale.low, scale.high].forEach((end, i) => (this.#ends[i].textContent = short(end)));
  }

  drawPoints(state: PlaygroundState, {XTrain, yTrain, XTest, yTest}: Split): void {
    const side = Math.round(SIDE * devicePixelRatio);
    this.#points.width = this.#points.height = side;
    const context = contextOf(this.#points);
    const scale = {...scaleOf(state, {layer: state.net.length, unit: 0}), discrete: false};
    const {axis, ink, paper} = palette();
    const rim = isRegression(state.data) ? axis : paper; // in the middle of a height, points have the colour of the paper
    const radius = 3.2 * devicePixelRatio;
    context.lineWidth = devicePixelRatio;
    paintPoints(context, XTrain, yTrain, scale, {radius, rim});
    if (state.show.includes('test')) paintPoints(context, XTest, yTest, scale, {radius, rim: ink});
  }
}
