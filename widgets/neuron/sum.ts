import {Neuron} from '../../lib/src/browser';
import {exact, short, term} from '../parts/words';
import type {Point} from '../parts/plane';

/** What a neuron makes of one sample, written out. */
export interface Sum {
  /** '2 · 1 + 2 · 1 − 1 = 3' */
  sum: string;
  /** 'not below 0, so 1, but it is 0' */
  verdict: string;
}

export function writtenOut(neuron: Neuron, x: Point, label: number): Sum {
  const [w1, w2] = neuron.weights;
  const z = neuron.netInput([...x]);
  const answer = z >= 0 ? 1 : 0;
  const judged = answer === label ? 'right' : `but it is ${label}`;
  const probability = neuron.activation.name === 'sigmoid' ? `; σ(z) = ${exact(neuron.output([...x]), 3)}` : '';
  return {
    sum: `${short(w1)} · ${inBrackets(x[0])} ${term(w2)} · ${inBrackets(x[1])} ${term(neuron.bias)} = ${short(z, 2)}`,
    verdict: `${answer === 1 ? 'not below' : 'below'} 0, so ${answer}, ${judged}${probability}`,
  };
}

function inBrackets(value: number): string {
  return value < 0 ? `(${short(value)})` : short(value);
}

/** The net input as a formula: 'z = 2 x₁ + 2 x₂ − 1'. */
export function formulaOf(neuron: Neuron): string {
  const [w1, w2] = neuron.weights;
  return `z = ${short(w1)} x₁ ${term(w2)} x₂ ${term(neuron.bias)}`;
}
