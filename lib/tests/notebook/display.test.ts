import {afterEach, describe, expect, it, vi} from 'vitest';
import {display, LiveDisplay} from '../../src/notebook/display';
import {progressBar} from '../../src/notebook/progressBar';
import {captureDisplays, htmlOf, textOf} from './capture';

const displays = captureDisplays();
const CHANNEL = Symbol.for('neurons.display');
const content = (text: string): {data: {'text/plain': string}} => ({data: {'text/plain': text}});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('display', () => {
  it('prints the text outside a kernel, and no updates', () => {
    delete (globalThis as Record<symbol, unknown>)[CHANNEL];
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    display(content('a chart'));
    display(content('the chart again'), true);
    expect(log.mock.calls).toEqual([['a chart']]);
  });
});

describe('LiveDisplay', () => {
  it('updates the same output', () => {
    vi.useFakeTimers();
    const output = new LiveDisplay(content('1'));
    vi.advanceTimersByTime(100);
    output.update(content('2'));
    expect(displays.map(({update}) => update)).toEqual([false, true]);
    const ids = displays.map((shown) => shown.content.transient?.display_id);
    expect(ids[0]).toBeTruthy();
    expect(ids[1]).toBe(ids[0]);
  });

  it('sends at most 25 versions a second, and always the last', () => {
    vi.useFakeTimers();
    const output = new LiveDisplay(content('0'));
    for (let i = 1; i <= 1000; i++) {
      output.update(content(String(i)));
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(100);
    expect(displays.length).toBe(1 + 1000 / 40);
    expect(textOf(displays[displays.length - 1])).toBe('1000');
  });

  it('gives every output an id of its own', () => {
    new LiveDisplay(content('a'));
    new LiveDisplay(content('b'));
    const [a, b] = displays.map((shown) => shown.content.transient?.display_id);
    expect(a).not.toBe(b);
  });
});

describe('progressBar', () => {
  it('shows the share, the time left and a note, then how long it took', () => {
    vi.useFakeTimers();
    const bar = progressBar(10, 'training');
    vi.advanceTimersByTime(30_000);
    bar.update(5, 'loss 0.3');
    expect(textOf(displays[1])).toBe('training: 50 % · 30 s left · loss 0.3');
    expect(htmlOf(displays[1])).toContain('<progress value="0.5"');
    vi.advanceTimersByTime(95_000);
    bar.finish();
    expect(textOf(displays[2])).toBe('training: 100 % · took 2 min 5 s');
  });

  it('refuses a total of nothing, and more than all', () => {
    expect(() => progressBar(0)).toThrow('total must be a positive number, got 0');
    expect(() => progressBar(3).update(4)).toThrow('done must lie between 0 and 3, got 4');
  });

  it('escapes its label and note', () => {
    progressBar(1, '<script>').finish('<b>');
    expect(displays.map(htmlOf).join('')).not.toMatch(/<script>|<b>/);
  });
});
