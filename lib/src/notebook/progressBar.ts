import {escapeHtml} from '../charts/text';
import {LiveDisplay, type DisplayContent} from './display';

export interface ProgressBar {
  /**
   * Moves the bar.
   *
   * @param done - Steps finished so far, from 0 to `total`.
   * @param note - The latest figures, shown behind the bar: 'loss 0.31'.
   */
  update(done: number, note?: string): void;
  /** Fills the bar and says how long it took. */
  finish(note?: string): void;
}

/**
 * A bar that fills in place: share done, time left, and a note of yours.
 *
 * @param total - Steps in all; positive.
 * @param label - What is going on: 'reading faces'. @default 'working'
 * @throws {RangeError} If `total` is not a positive number, or `done` lies outside 0 … `total`.
 *
 * @example
 * const bar = progressBar(epochs, 'training');
 * for (let epoch = 1; epoch <= epochs; epoch++) {
 *   step();
 *   bar.update(epoch, `loss ${loss}`);
 * }
 * bar.finish();
 */
export function progressBar(total: number, label = 'working'): ProgressBar {
  if (!(total > 0 && Number.isFinite(total))) throw new RangeError(`total must be a positive number, got ${total}`);
  const started = Date.now();
  const seconds = (): number => (Date.now() - started) / 1000;
  const output = new LiveDisplay(draw(label, 0, ''));
  return {
    update(done, note = '') {
      if (!(done >= 0 && done <= total)) throw new RangeError(`done must lie between 0 and ${total}, got ${done}`);
      const left = done > 0 ? (seconds() * (total - done)) / done : NaN;
      const time = Number.isFinite(left) && left >= 1 ? `${duration(left)} left` : '';
      output.update(draw(label, done / total, [time, note].filter(Boolean).join(' · ')));
    },
    finish(note = '') {
      output.update(draw(label, 1, [`took ${duration(seconds())}`, note].filter(Boolean).join(' · ')));
      output.flush();
    },
  };
}

function draw(label: string, share: number, note: string): DisplayContent {
  const percent = `${Math.round(100 * share)} %`;
  const behind = note ? ` · ${note}` : '';
  const bar = `<progress value="${share}" max="1" aria-label="${escapeHtml(label)}" style="vertical-align:middle"></progress>`;
  return {
    data: {
      'text/html': `<div>${escapeHtml(label)} ${bar} ${percent}${escapeHtml(behind)}</div>`,
      'text/plain': `${label}: ${percent}${behind}`,
    },
  };
}

/** Seconds as a reader says them: '8 s', '3 min 20 s'. */
function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
