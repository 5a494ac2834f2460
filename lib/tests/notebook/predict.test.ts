import {describe, expect, it} from 'vitest';
import {predictFirst} from '../../src/notebook/predict';
import {captureDisplays, htmlOf, textOf} from './capture';

const displays = captureDisplays();
const last = (): string => textOf(displays[displays.length - 1]);

describe('predictFirst', () => {
  it('asks for a guess where there is none, and shows the answer all the same', () => {
    predictFirst('How many?', undefined).reveal(50);
    expect(textOf(displays[0])).toContain('Write your guess in place of `undefined`');
    expect(last()).toBe('The answer: your guess: not written down, the answer: 50');
  });

  it.each([
    [50, 50, 'You foresaw it'],
    [48, 50, 'Close'],
    [44, 50, 'A surprise'],
    [-48, -50, 'Close'],
    [0, 0, 'You foresaw it'],
    ['50', 50, 'You foresaw it'],
    [0.924, '0.924', 'You foresaw it'],
    ['Capitals ', 'capitals', 'You foresaw it'],
    ['48', 50, 'Close'],
    ['many', 50, 'A surprise'],
    [true, 1, 'A surprise'],
    [1, 0, 'A surprise'],
    ['yes', 'no', 'A surprise'],
    [true, true, 'You foresaw it'],
  ])('sets the guess %s beside the answer %s: %s', (guess, actual, heading) => {
    predictFirst('?', guess).reveal(actual, 'Because.');
    expect(last()).toBe(`${heading}: your guess: ${guess}, the answer: ${actual}\nBecause.`);
  });

  it('takes an empty text for no guess, and a choice in capitals for that choice', () => {
    predictFirst('?', '').reveal(0);
    expect(last()).toContain('not written down');
    predictFirst('?', 'Yes', ['yes', 'no']);
    expect(last()).toContain('is kept');
  });

  it('takes NaN for no guess', () => {
    predictFirst('?', NaN);
    expect(last()).toContain('Write your guess');
  });

  it('lists the choices, and says so where the guess is none of them', () => {
    predictFirst('Will it?', 'perhaps', ['yes', 'no']).reveal('no');
    expect(textOf(displays[0])).toContain("Choose one: `'yes'`, `'no'`.");
    expect(textOf(displays[0])).toContain('`perhaps`, which is none of the choices');
  });

  it('escapes what it shows', () => {
    predictFirst('<script>alert(1)</script>', '<b>').reveal('<i>');
    expect(displays.map(htmlOf).join('')).not.toMatch(/<script>|<b>|<i>/);
  });
});
