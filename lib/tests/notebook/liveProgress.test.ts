import {describe, expect, it} from 'vitest';
import {liveProgress} from '../../src/notebook/liveProgress';
import {captureDisplays, textOf} from './capture';

const displays = captureDisplays();

describe('liveProgress', () => {
  it('shows nothing before the first news, then one bar that fills', () => {
    const tell = liveProgress('reading faces');
    expect(displays).toEqual([]);
    tell(1, 4);
    expect(displays.map(({update}) => update)).toEqual([false]);
    tell(4, 4);
    expect(displays.map(({update}) => update)).toEqual([false, true]);
    expect(textOf(displays[1])).toMatch(/^reading faces: 100 % · took 0\.\d s$/);
  });

  it('begins a bar anew for what begins anew, also after one that was not full', () => {
    const tell = liveProgress();
    const from = displays.length;
    const news = (): [boolean, string][] =>
      displays.slice(from).map((shown) => [shown.update, textOf(shown).split(' ·')[0]]);
    tell(4, 4);
    tell(2, 8);
    tell(1, 8);
    tell(8, 8);
    tell(9, 12);
    tell(12, 12);
    expect(news().filter(([update]) => !update)).toHaveLength(4);
    expect(news().at(-1)).toEqual([true, 'working: 100 %']);
  });
});
