import {learningCurve} from '../charts/learningCurve';
import type {ChartOptions, Figure} from '../charts/types';
import type {EpochLog} from '../trainers/classifier';
import {live} from './show';

/** Points that a curve on a page can show; of more epochs some are left out of the picture. */
const POINTS = 300;
/** Redrawing takes at most a tenth of the time, and happens at most four times a second. */
const MILLISECONDS_APART = 250;
const SHARE = 10;

/**
 * A learning curve that grows below the cell while a model learns, redrawn in place. It begins with the first epoch; the last
 * one is in it when the cell ends, also by an interrupt. Of thousands of epochs some hundreds are drawn. A fit that begins
 * anew begins a curve anew, in the same place.
 *
 * @example
 * model.fit(X, y, {onEpoch: liveCurve({title: 'Learning'})});
 */
export function liveCurve(options: ChartOptions = {}): (log: EpochLog) => void {
  let history: EpochLog[] = [];
  let chart: ReturnType<typeof live> | undefined;
  let drawn = 0;
  let next = 0;
  let waiting = false;

  const draw = (): void => {
    const began = Date.now();
    const figure = curve(history, options);
    if (chart) chart.update(figure);
    else chart = live(figure);
    drawn = history.length;
    const now = Date.now();
    next = now + Math.max(MILLISECONDS_APART, SHARE * (now - began));
  };
  /** Runs when the code of the cell gives way: at its end, after an interrupt, or where it awaits. */
  const pause = (): void => {
    waiting = false;
    const missing = history.length - drawn;
    if (missing > 1) draw();
    else if (missing === 1) setTimeout(() => history.length > drawn && draw(), Math.max(0, next - Date.now()));
  };

  return (log) => {
    if (log.epoch <= (history.at(-1)?.epoch ?? 0)) [history, drawn] = [[], 0];
    if (!waiting) {
      queueMicrotask(pause);
      waiting = true;
    }
    history.push(log);
    if (!chart || Date.now() >= next) draw();
  };
}

function curve(history: readonly EpochLog[], options: ChartOptions): Figure {
  if (history.length <= POINTS) return learningCurve(history, options);
  const step = Math.ceil(history.length / POINTS);
  let best = 0; // the chart marks it, so it must stay
  history.forEach(({valLoss = NaN}, i) => {
    if (valLoss < (history[best].valLoss ?? NaN)) best = i;
  });
  const kept = history.filter((_, i) => i % step === 0 || i === best || i === history.length - 1);
  // In words it is all of them.
  return learningCurve(kept, {...options, alt: learningCurve(history, options).alt});
}
