/** Learning rates of two digits from 0.01 to 12, each 3 to 10 % above the one before. */
const RATES: readonly number[] = [-3, -2, -1]
  .flatMap((power) =>
    [...digits(10, 29, 1), ...digits(30, 48, 2), ...digits(50, 95, 5)].map((two) => Number(`${two}e${power}`)),
  )
  .concat(10, 11, 12);

/**
 * The stops of the slider, equally far apart on its track. The rates 1/k and 2/k, at which the walk changes its ways, stand in the
 * places of the stops next to them: a slider of even steps would pass them by.
 */
export function ratesFor(curvature: number): number[] {
  const rates = [...RATES];
  for (const rate of turningPoints(curvature)) rates[placeOf(rate, rates)] = rate;
  return rates;
}

/** 1/k and 2/k. */
export function turningPoints(curvature: number): number[] {
  return [1 / curvature, 2 / curvature];
}

/** Which stop a rate is next to. */
export function placeOf(rate: number, rates: readonly number[]): number {
  let best = 0;
  rates.forEach((stop, i) => {
    if (Math.abs(stop - rate) < Math.abs(rates[best] - rate)) best = i;
  });
  return best;
}

function digits(from: number, to: number, step: number): number[] {
  return Array.from({length: (to - from) / step + 1}, (_, i) => from + i * step);
}
