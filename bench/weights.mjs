import {createRng, uniform} from 'neurons';

/**
 * Weights for all contestants to start from, uniform on [−1, 1).
 * @param {...number} sizes inputs, units of the first layer, and so on
 * @returns {number[][][]} of each layer, (inputs, units)
 */
export function startingWeights(...sizes) {
  const rng = createRng(1);
  const row = (/** @type {number} */ units) => Array.from({length: units}, () => uniform(rng, -1, 1));
  return sizes.slice(1).map((units, layer) => Array.from({length: sizes[layer]}, () => row(units)));
}
