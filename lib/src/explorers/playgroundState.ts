/**
 * Everything that can be set in the playground, and the short string in which it travels:
 * `v=1&data=spiral&noise=0.1&train=0.5&batch=10&inputs=x1,x2&net=4,2&activation=tanh&rate=0.03&l1=0&l2=0&seed=0`.
 */
import {received} from '../math/received';

export interface PlaygroundState {
  /** What is learned: two classes, or with `plane` and `hills` a height. */
  readonly data: PlaygroundData;
  /** How far points stray, 0 to 0.5. */
  readonly noise: number;
  /** The share of the points that is learned from, 0.1 to 0.9. */
  readonly train: number;
  /** Rows in a step, 1 to 30. */
  readonly batch: number;
  /** What the network sees of a point, at least one. */
  readonly inputs: readonly PlaygroundInput[];
  /** Units of each hidden layer: up to six layers, each of 1 to 8. */
  readonly net: readonly number[];
  /** Of the hidden units. */
  readonly activation: PlaygroundActivation;
  /** The learning rate, 0.00001 to 10. */
  readonly rate: number;
  /** How strongly weights are drawn to 0, each at the same pace; 0 to 10. */
  readonly l1: number;
  /** How strongly weights are drawn to 0, large ones faster; 0 to 10. */
  readonly l2: number;
  /** Seeds the points, the starting weights and the order of the rows. */
  readonly seed: number;
  /** Hidden units that are switched off: '1.2' is the second unit of the first hidden layer. */
  readonly off: readonly string[];
  /** What else is shown: the test points, and the output as yes or no. */
  readonly show: readonly ('test' | 'discrete')[];
}

export type PlaygroundData = 'circle' | 'xor' | 'blobs' | 'spiral' | 'plane' | 'hills';
export type PlaygroundInput = 'x1' | 'x2' | 'x1^2' | 'x2^2' | 'x1x2' | 'sin(x1)' | 'sin(x2)';
export type PlaygroundActivation = 'relu' | 'tanh' | 'sigmoid' | 'identity';

export const MOST_LAYERS = 6;
export const MOST_UNITS = 8;

/** What a part of the state is at first, and how it is read; it throws where the text is not allowed. */
interface Part<T> {
  initial: T;
  read: (text: string, name: string) => T;
}

const PARTS: {[Name in keyof PlaygroundState]: Part<PlaygroundState[Name]>} = {
  data: oneOf(['circle', 'xor', 'blobs', 'spiral', 'plane', 'hills'], 'circle'),
  noise: within(0, 0.5, 0),
  train: within(0.1, 0.9, 0.5),
  batch: whole(1, 30, 10),
  inputs: {
    initial: ['x1', 'x2'],
    read(text, name) {
      const names = listOf<PlaygroundInput>(['x1', 'x2', 'x1^2', 'x2^2', 'x1x2', 'sin(x1)', 'sin(x2)'], []).read(
        text,
        name,
      );
      if (names.length === 0) throw new RangeError(`${name} must name at least one input, got ${received(text)}`);
      return names;
    },
  },
  net: {
    initial: [4, 2],
    read(text, name) {
      const units = itemsOf(text).map((item) => whole(1, MOST_UNITS, 1).read(item, `each layer of ${name}`));
      if (units.length <= MOST_LAYERS) return units;
      throw new RangeError(`${name} must have at most ${MOST_LAYERS} layers, got ${units.length}`);
    },
  },
  activation: oneOf(['relu', 'tanh', 'sigmoid', 'identity'], 'tanh'),
  rate: within(1e-5, 10, 0.03),
  l1: within(0, 10, 0),
  l2: within(0, 10, 0),
  seed: whole(0, 0xffffffff, 0),
  off: {initial: [], read: (text) => itemsOf(text)},
  show: listOf(['test', 'discrete'], []),
};

/**
 * The state that a string describes; what it doesn't say is as at first.
 *
 * @throws {RangeError} If a part is unknown or out of its range.
 * @throws {TypeError} If it is no string.
 * @example
 * playgroundState('data=spiral&net=8,8').net; // [8, 8]
 */
export function playgroundState(text: string = ''): PlaygroundState {
  if (typeof text !== 'string') throw new TypeError(`state must be a string, got ${received(text)}`);
  const given = new Map<string, string>();
  for (const part of text.trim().replace(/^#/, '').split('&').filter(Boolean)) {
    const [name, value = ''] = part.split(/=(.*)/s);
    if (name === 'v' && value !== '1') {
      throw new RangeError(`the version v of a state must be 1, got ${received(value)}`);
    }
    if (name !== 'v' && !Object.hasOwn(PARTS, name)) {
      throw new RangeError(`state must be made of ${Object.keys(PARTS).join(', ')}, got ${received(name)}`);
    }
    if (given.has(name)) throw new RangeError(`state must say ${name} once, got it twice`);
    given.set(name, decode(value));
  }
  const parts = Object.entries(PARTS) as [string, Part<unknown>][];
  const read = parts.map(([name, {initial, read}]) => {
    const value = given.get(name);
    return [name, value === undefined ? initial : read(value, name)];
  });
  const state = Object.fromEntries(read) as PlaygroundState;
  checkOff(state);
  return state;
}

/** The string of a state. `playgroundState` makes the same state of it again. */
export function playgroundString(state: PlaygroundState): string {
  const names = Object.keys(PARTS) as (keyof PlaygroundState)[];
  const said = names.filter((name) => !['off', 'show'].includes(name) || state[name].toString() !== '');
  return ['v=1', ...said.map((name) => `${name}=${state[name].toString()}`)].join('&');
}

/** A unit that is off must be there, and every layer keeps one that is on. */
function checkOff({off, net}: PlaygroundState): void {
  const seen = net.map(() => new Set<number>());
  for (const name of off) {
    const [layer, unit] = /^\d+\.\d+$/.test(name) ? name.split('.').map(Number) : [0, 0];
    if (!(unit >= 1 && unit <= (net[layer - 1] ?? 0))) {
      throw new RangeError(`off must name hidden units such as 1.2, got ${received(name)} with net=${net.join()}`);
    }
    seen[layer - 1].add(unit);
  }
  const bare = seen.findIndex((units, l) => units.size === net[l]);
  if (bare >= 0) throw new RangeError(`off must leave a unit on in every layer, got none in layer ${bare + 1}`);
}

/** Characters that an address has changed: it knows them as %28 and the like. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function itemsOf(text: string): string[] {
  return text === '' ? [] : text.split(',');
}

function oneOf<T extends string>(names: readonly T[], initial: T): Part<T> {
  const read = (text: string, name: string): T => {
    if ((names as readonly string[]).includes(text)) return text as T;
    throw new RangeError(`${name} must be one of ${names.join(', ')}, got ${received(text)}`);
  };
  return {initial, read};
}

/** Some of the names, each once, in their order here. */
function listOf<T extends string>(names: readonly T[], initial: readonly T[]): Part<readonly T[]> {
  const read = (text: string, name: string): readonly T[] => {
    const items = itemsOf(text).map((item) => oneOf(names, names[0]).read(item, `each of ${name}`));
    return names.filter((known) => items.includes(known));
  };
  return {initial, read};
}

function within(low: number, high: number, initial: number): Part<number> {
  const read = (text: string, name: string): number => {
    const value = text.trim() === '' ? NaN : Number(text);
    if (value >= low && value <= high) return value;
    throw new RangeError(`${name} must be a number from ${low} to ${high}, got ${received(text)}`);
  };
  return {initial, read};
}

function whole(low: number, high: number, initial: number): Part<number> {
  const read = (text: string, name: string): number => {
    if (/^\d+$/.test(text) && Number(text) >= low && Number(text) <= high) return Number(text);
    throw new RangeError(`${name} must be a whole number from ${low} to ${high}, got ${received(text)}`);
  };
  return {initial, read};
}
