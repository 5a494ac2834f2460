import type {PlaygroundExplorerOptions} from '../explorers/checkExplorer';
import {explore} from './explore';

/**
 * Shows the playground: a network that learns points on a plane before one's eyes. Data, inputs, layers, activation, learning rate
 * and weights are changed by hand, and every unit shows what it answers. It runs in the page; the kernel may rest.
 *
 * @param options - `state`: how it starts, as the string that stands below every playground.
 * @throws {RangeError} If a part of the state is unknown or out of its range.
 * @throws {TypeError} If the state is no string.
 * @example
 * playground({state: 'data=spiral&inputs=x1,x2,sin(x1),sin(x2)&net=8,8&rate=0.1'});
 */
export function playground(options: PlaygroundExplorerOptions = {}): void {
  explore('playground', options);
}
