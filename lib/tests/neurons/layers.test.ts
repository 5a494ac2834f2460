import {describe, expect, it} from 'vitest';
import {identity, tanh} from '../../src/neurons/activations';
import {dense} from '../../src/neurons/layers';
import {softmax} from '../../src/neurons/softmax';

describe('dense', () => {
  it('is a plan: units, an activation, a bias if not told otherwise', () => {
    expect(dense(3)).toEqual({units: 3, activation: identity, bias: true});
    expect(dense(4, tanh, {bias: false})).toEqual({units: 4, activation: tanh, bias: false});
    expect(dense(2, softmax).activation).toBe(softmax);
  });

  it('names what is wrong', () => {
    expect(() => dense(0)).toThrow(new RangeError('units must be a positive whole number, got 0'));
    expect(() => dense(2, 'tanh' as never)).toThrow(
      new TypeError('activation must be an activation such as tanh or softmax, got "tanh"'),
    );
    expect(() => dense(2, null as never)).toThrow(TypeError);
    expect(() => dense(2, tanh, {bias: 0 as never})).toThrow(new TypeError('bias must be true or false, got 0'));
  });
});
