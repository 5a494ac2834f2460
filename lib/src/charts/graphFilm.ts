import {computationGraph, type GraphNode} from './computationGraph';
import {film, type FilmOptions} from './film';
import type {Figure} from './types';

/**
 * A computation as it happens, as a film of `computationGraph`: from left to right every node gets its value, and then
 * from right to left its slope. The first picture has the given numbers alone.
 *
 * @param nodes - As for `computationGraph`, the last being what all slopes are of. Nodes without a slope get none.
 * @throws {RangeError} As `computationGraph`.
 * @example
 * graphFilm([
 *   {name: 'x', value: 2},
 *   {name: 'w', value: 3, slope: 2},
 *   {name: 'z', value: 6, slope: 1, from: ['w', 'x']},
 * ])
 */
export function graphFilm(nodes: readonly GraphNode[], options: FilmOptions = {}): Figure {
  const computed = nodes.filter(({from = []}) => from.length > 0);
  const sloping = nodes.filter(({slope}) => slope !== undefined).reverse();
  const picture = (valued: readonly GraphNode[], sloped: readonly GraphNode[]): Figure =>
    computationGraph(
      nodes.map((node) => ({
        ...node,
        value: valued.includes(node) || !computed.includes(node) ? node.value : undefined,
        slope: sloped.includes(node) ? node.slope : undefined,
      })),
    );
  return film(
    [
      {name: 'given', figure: picture([], [])},
      ...computed.map(({name}, k) => ({name: `forward to ${name}`, figure: picture(computed.slice(0, k + 1), [])})),
      ...sloping.map(({name}, k) => ({name: `back to ${name}`, figure: picture(computed, sloping.slice(0, k + 1))})),
    ],
    options,
  );
}
