import {raised} from './text';
import type {Axis, Range} from './types';

/** A number beside an axis, at its place on it: a power of ten where the axis is logarithmic. */
export interface Tick {
  at: number;
  text: string;
}

/** A logarithmic axis with ticks at powers of ten, seven or fewer; with 1, 2 and 5 where there are less than two powers. */
export function logTicks([low, high]: Range): Pick<Axis, 'type' | 'tickvals' | 'ticktext'> {
  const step = Math.ceil((high - low) / 6);
  const digits = high - low < 1.7 ? [1, 2, 5] : [1];
  const tickvals: number[] = [];
  const ticktext: string[] = [];
  for (let power = Math.floor(low / step) * step; power <= high; power += step) {
    for (const digit of digits) {
      const value = Number(`${digit}e${power}`);
      if (Math.log10(value) < low || Math.log10(value) > high) continue;
      tickvals.push(value);
      ticktext.push(Math.abs(power) < 4 ? decimal(value, 4) : `${digit === 1 ? '' : `${digit} × `}10${raised(power)}`);
    }
  }
  return {type: 'log', tickvals, ticktext};
}

/** The ticks of an axis for a picture without Plotly: its own, else at most about `most` round numbers inside its range. */
export function ticksOf({range, type, dtick, tickvals, ticktext}: Axis, most: number): Tick[] {
  const low = Math.min(...range);
  const high = Math.max(...range);
  const slack = (high - low) * 1e-9;
  const place = (value: number): number => (type === 'log' ? Math.log10(value) : value);
  const own = tickvals?.map((value, k) => ({at: place(value), text: ticktext?.[k] ?? decimal(value, 6)}));
  if (own) return own.filter(({at}) => at >= low - slack && at <= high + slack);
  const step = dtick ?? niceStep((high - low) / most);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil((low - slack) / step);
  const count = Math.floor((high + slack) / step) - first + 1;
  return Array.from({length: count}, (_, i) => ({at: (first + i) * step, text: decimal((first + i) * step, digits)}));
}

/** The least of 1, 2, 5, 10, 20 … that isn't below a rough step. */
function niceStep(rough: number): number {
  const power = Number(`1e${Math.floor(Math.log10(rough))}`);
  return power * ([1, 2, 5].find((digit) => digit * power >= rough * (1 - 1e-9)) ?? 10);
}

function decimal(value: number, digits: number): string {
  const short = Math.abs(value) < 1e7 && digits <= 6;
  const text = short ? value.toLocaleString('en-US', {maximumFractionDigits: digits}) : value.toExponential();
  return text.replace(/^-0$/, '0').replace('-', '−');
}
