/** How many threads are taken; what they give is tested on the built library, which they load (jupyter/tests). */
import {availableParallelism} from 'node:os';
import {describe, expect, it} from 'vitest';
import {fitSeeds, usualThreads} from '../../src/notebook/fitSeeds';
import type {FitTask} from '../../src/notebook/fitTask';

const task = (rows: number, options: FitTask['options']): FitTask => {
  const parts = [{rows, columns: 100, scale: 1, data: new Uint8Array(0)}, new Float64Array(0)] as const;
  return {options, activation: 'tanh', optimizer: 'adam', training: parts, validation: parts};
};

describe('usualThreads', () => {
  const options = {hiddenLayers: [50], epochs: 10}; // 5000 weights

  it('is one for little work, and as many as there are processors for much', () => {
    expect(usualThreads(task(1000, options), 9)).toBe(1);
    expect(usualThreads(task(1000, options), 10)).toBe(availableParallelism());
    expect(usualThreads(task(9999, options), 1)).toBe(1);
    expect(usualThreads(task(10_000, options), 1)).toBe(availableParallelism());
    expect(usualThreads(task(1000, {...options, hiddenLayers: [50, 1000]}), 1)).toBe(availableParallelism());
    expect(usualThreads(task(1000, {...options, hiddenLayers: []}), 1000)).toBe(1);
  });
});

describe('fitSeeds', () => {
  it('asks for a positive whole number of threads', async () => {
    const rows = [
      [[0], [1]],
      [0, 1],
    ] as const;
    await expect(fitSeeds({}, rows, {seeds: [1], validation: rows, threads: 0})).rejects.toThrow(
      'threads must be a positive whole number, got 0',
    );
  });
});
