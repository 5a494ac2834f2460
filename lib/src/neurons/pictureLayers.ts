/**
 * The layers of a network that looks at pictures, forwards only, in plain loops: for a page, where TensorFlow is not.
 * Numbers lie pixel after pixel, row by row, with all maps (channels) of a pixel side by side, as TensorFlow has them.
 */

/** Side of the maps, how many there are, and their numbers. Shape (side, side, maps); a plain vector has side 1. */
export interface Maps {
  side: number;
  maps: number;
  values: Float32Array;
}

/** Filters over all maps; outside of the border are zeros, so that the side stays. Weights: shape (size, size, maps, filters). */
export interface ConvolutionLayer {
  kind: 'convolution';
  /** Side of a filter, an odd number. */
  size: number;
  filters: number;
  weights: Float32Array;
  biases?: Float32Array;
}
/** Each map times its scale, plus its shift: what batch normalisation comes to after training. Shape (maps) both. */
export interface NormaliseLayer {
  kind: 'normalise';
  scale: Float32Array;
  shift: Float32Array;
}
/** Weights: shape (inputs, units). */
export interface DenseLayer {
  kind: 'dense';
  units: number;
  weights: Float32Array;
  biases: Float32Array;
}
/** Of each 2 × 2 pixels the largest; of an odd side the last row and column are left out. */
export interface PoolLayer {
  kind: 'maxPooling';
}
/** `average`: the mean of each map. `flatten`: all numbers as one vector. */
export interface PlainLayer {
  kind: 'relu' | 'average' | 'flatten' | 'softmax';
}
export type PictureLayer = ConvolutionLayer | NormaliseLayer | DenseLayer | PoolLayer | PlainLayer;

/** What a layer makes of maps, which stay as they are. */
export function forward(input: Maps, layer: PictureLayer): Maps {
  switch (layer.kind) {
    case 'convolution':
      return convolution(input, layer);
    case 'normalise':
      return normalise(input, layer);
    case 'maxPooling':
      return maxPooling(input);
    case 'relu':
      return {...input, values: input.values.map((value) => (value > 0 ? value : 0))};
    case 'average':
      return average(input);
    case 'flatten':
      return {side: 1, maps: input.values.length, values: input.values};
    case 'dense':
      return dense(input, layer);
    case 'softmax':
      return softmax(input);
  }
}

function convolution({side, maps, values}: Maps, {size, filters, weights, biases}: ConvolutionLayer): Maps {
  const reach = (size - 1) / 2;
  const sums = new Float32Array(side * side * filters);
  for (let row = 0, out = 0; row < side; row++) {
    for (let column = 0; column < side; column++, out += filters) {
      if (biases) sums.set(biases, out);
      for (let i = Math.max(0, reach - row); i < Math.min(size, side + reach - row); i++) {
        for (let j = Math.max(0, reach - column); j < Math.min(size, side + reach - column); j++) {
          const from = ((row + i - reach) * side + column + j - reach) * maps;
          const tap = (i * size + j) * maps * filters;
          for (let m = 0; m < maps; m++) {
            const value = values[from + m];
            if (value === 0) continue; // after a ReLU half of them are
            const w = tap + m * filters;
            for (let f = 0; f < filters; f++) sums[out + f] += value * weights[w + f];
          }
        }
      }
    }
  }
  return {side, maps: filters, values: sums};
}

function normalise({side, maps, values}: Maps, {scale, shift}: NormaliseLayer): Maps {
  return {side, maps, values: values.map((value, i) => value * scale[i % maps] + shift[i % maps])};
}

function maxPooling({side, maps, values}: Maps): Maps {
  const half = Math.floor(side / 2);
  const largest = new Float32Array(half * half * maps).fill(-Infinity);
  for (let row = 0; row < 2 * half; row++) {
    for (let column = 0; column < 2 * half; column++) {
      const [from, to] = [(row * side + column) * maps, ((row >> 1) * half + (column >> 1)) * maps];
      for (let m = 0; m < maps; m++) {
        if (values[from + m] > largest[to + m]) largest[to + m] = values[from + m];
      }
    }
  }
  return {side: half, maps, values: largest};
}

function average({side, maps, values}: Maps): Maps {
  const means = new Float32Array(maps);
  values.forEach((value, i) => (means[i % maps] += value / (side * side)));
  return {side: 1, maps, values: means};
}

function dense({values}: Maps, {units, weights, biases}: DenseLayer): Maps {
  const sums = Float32Array.from(biases);
  values.forEach((value, i) => {
    for (let u = 0; u < units; u++) sums[u] += value * weights[i * units + u];
  });
  return {side: 1, maps: units, values: sums};
}

function softmax({side, maps, values}: Maps): Maps {
  const largest = values.reduce((a, b) => Math.max(a, b));
  const positive = values.map((value) => Math.exp(value - largest));
  const sum = positive.reduce((a, b) => a + b);
  return {side, maps, values: positive.map((value) => value / sum)};
}
