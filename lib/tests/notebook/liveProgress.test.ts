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
});
