import {say} from '../../lib/src/charts/text';

/** More steps than this are not taken: by then everybody knows. */
export const MOST_STEPS = 40;

/**
 * What is left of w after a step of gradient descent on ½ k w². The slope is k w, so a step takes η k w off w: it multiplies w by
 * 1 − η k. Rounded, so that η = 1/k gives exactly 0 and η = 2/k exactly −1.
 */
export function factorOf(learningRate: number, curvature: number): number {
  return Number((1 - learningRate * curvature).toFixed(12)) + 0; // no −0
}

/** w at the start and after each step. */
export function walk(start: number, factor: number, steps: number): number[] {
  const places = [start];
  for (let step = 0; step < steps; step++) places.push(places[step] * factor + 0); // no −0
  return places;
}

/** Whether there is nothing more to be seen: it lies still, it is far away, or it had its steps. */
export function isOver(places: readonly number[]): boolean {
  const size = Math.abs(places[places.length - 1]);
  return size < 0.005 || size > 1000 || places.length > MOST_STEPS;
}

/** What becomes of the ball, in a word and in a sentence. */
export function fateOf(start: number, factor: number): readonly [word: string, sentence: string] {
  const left = say(Math.abs(factor));
  if (start === 0) return ['It lies still.', 'At the bottom the slope is 0: no step moves it.'];
  if (factor > 0) return ['It crawls.', `Each step leaves ${left} of the way to the bottom.`];
  if (factor === 0) return ['It arrives.', 'One step, and it lies at the bottom.'];
  if (factor > -1)
    return ['It swings and comes to rest.', `Each step jumps over the bottom and lands ${left} times as far from it.`];
  if (factor === -1) return ['It swings for ever.', 'Each step jumps over the bottom and lands just as far from it.'];
  return ['It flees.', `Each step jumps over the bottom and lands ${left} times as far from it.`];
}
