import {html, set, svg} from '../parts/page';
import type {Losses} from './engine';

const [WIDTH, HEIGHT] = [200, 70];

/** Both loss curves from 0 up to the largest loss so far, training in blue and test in orange. */
export class LossCurves {
  readonly element: HTMLElement;
  readonly #train = svg('path', {class: 'nx-curve'});
  readonly #test = svg('path', {class: 'nx-curve second'});

  constructor() {
    const viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
    const drawing = svg('svg', {viewBox, preserveAspectRatio: 'none', role: 'img', 'aria-label': 'loss curves'});
    drawing.append(svg('path', {class: 'np-base', d: `M0 ${HEIGHT - 1}H${WIDTH}`}), this.#test, this.#train);
    this.element = html('div', {class: 'np-losses'}, drawing);
  }

  show(losses: readonly Losses[]): void {
    const places = Math.min(losses.length, WIDTH);
    const apart = (losses.length - 1) / Math.max(1, places - 1);
    const picked = Array.from({length: places}, (_, i) => losses[Math.round(i * apart)]);
    const finite = picked.flatMap(({train, test}) => [train, test]).filter(Number.isFinite);
    const most = Math.max(1e-9, ...finite);
    const path = (name: keyof Losses): string =>
      picked
        .map((loss, i) => {
          const x = (i / Math.max(1, places - 1)) * WIDTH;
          const share = loss[name] / most;
          const y = HEIGHT - 2 - (Number.isFinite(share) ? share : 1) * (HEIGHT - 4); // what diverged stays at the top
          return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
        })
        .join('');
    set(this.#train, {d: path('train')});
    set(this.#test, {d: path('test')});
  }
}
