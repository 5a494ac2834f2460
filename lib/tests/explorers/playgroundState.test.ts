import {describe, expect, it} from 'vitest';
import {playgroundState, playgroundString} from '../../src/explorers/playgroundState';

describe('playgroundState', () => {
  it('fills in what the string leaves out', () => {
    const {data, net, inputs} = playgroundState('data=spiral&net=8,8');
    expect([data, net, inputs]).toEqual(['spiral', [8, 8], ['x1', 'x2']]);
    expect(playgroundState('')).toEqual(playgroundState());
  });

  it.each([
    '',
    'data=hills&noise=0.25&train=0.8&batch=1&inputs=x1^2,sin(x2)&net=&activation=relu&rate=0.00001',
    'net=8,1,3,2,5,6&off=1.2,6.6&l1=0.003&l2=10&seed=4294967295&show=test,discrete',
  ])('comes back from its string: %s', (text) => {
    const state = playgroundState(text);
    expect(playgroundState(playgroundString(state))).toEqual(state);
    for (const part of text.split('&').filter(Boolean)) expect(playgroundString(state).split('&')).toContain(part);
  });

  it('reads what an address makes of it', () => {
    expect(playgroundState('#inputs=x1%5E2,sin(x2)').inputs).toEqual(['x1^2', 'sin(x2)']);
  });

  it.each([
    ['data=moons', 'data must be one of circle, xor, blobs, spiral, plane, hills, got "moons"'],
    ['noise=0.6', 'noise must be a number from 0 to 0.5, got "0.6"'],
    ['rate=', 'rate must be a number from 0.00001 to 10, got ""'],
    ['batch=2.5', 'batch must be a whole number from 1 to 30, got "2.5"'],
    ['inputs=', 'inputs must name at least one input, got ""'],
    ['net=4,9', 'each layer of net must be a whole number from 1 to 8, got "9"'],
    ['net=1,1,1,1,1,1,1', 'net must have at most 6 layers, got 7'],
    ['off=1.5', 'off must name hidden units such as 1.2, got "1.5" with net=4,2'],
    ['off=0.1', 'off must name hidden units'],
    ['off=2.1,2.2', 'off must leave a unit on in every layer, got none in layer 2'],
    ['seed=1&seed=2', 'state must say seed once, got it twice'],
    [
      'toString=1',
      'state must be made of data, noise, train, batch, inputs, net, activation, rate, l1, l2, seed, off, show, got "toString"',
    ],
    ['v=2&future=1', 'the version v of a state must be 1'],
    ['v=2', 'the version v of a state must be 1, got "2"'],
  ])('refuses %s', (text, message) => {
    expect(() => playgroundState(text)).toThrow(message);
  });

  it('refuses what is no string', () => {
    expect(() => playgroundState(3 as unknown as string)).toThrow(new TypeError('state must be a string, got 3'));
  });
});
