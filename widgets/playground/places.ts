/** Where a number comes from in the network of the playground, what it is called, and how it is coloured. */
import type {PlaygroundState} from '../../lib/src/explorers/playgroundState';
import {INPUT_NAMES, INPUTS, isRegression} from './data';
import type {Scale} from './paint';

/**
 * A unit of a hidden layer, of the layer after the last (the output), or of the layer `INPUT`, which has every input there
 * is. Both count from 0.
 */
export interface Place {
  readonly layer: number;
  readonly unit: number;
}

export const INPUT = -1;

export function nameOf({net}: PlaygroundState, {layer, unit}: Place): string {
  if (layer === INPUT) return `input ${INPUTS[INPUT_NAMES[unit]].label}`;
  return layer === net.length ? 'output' : `unit ${layer + 1}.${unit + 1}`;
}

/** From where to where the colours of a place go; numbers beyond have the colour of the end. */
export function scaleOf({net, activation, data, show}: PlaygroundState, {layer, unit}: Place): Scale {
  if (layer === INPUT) return INPUT_NAMES[unit].startsWith('sin') ? {low: -1, high: 1} : {low: -6, high: 6};
  const isOutput = layer === net.length;
  const isShare = isOutput ? !isRegression(data) : activation === 'sigmoid';
  return {low: isShare ? 0 : -1, high: 1, discrete: isOutput && show.includes('discrete')};
}
