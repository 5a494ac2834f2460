/** Things that JSON keeps by name, with their numbers: 'tanh', 'elu(0.3)', 'sgd(0.1)'. */
import {received} from '../math/received';
import {
  arctan,
  binaryStep,
  elu,
  identity,
  prelu,
  relu,
  sigmoid,
  signStep,
  softplus,
  tanh,
  type Activation,
} from '../neurons/activations';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  halfSquaredError,
  meanSquaredError,
  sumSquaredError,
  type Loss,
} from '../neurons/losses';
import {softmax, type OutputActivation} from '../neurons/softmax';
import {adam, momentum, sgd, type Optimizer} from './optimizers';

/** What there is of a kind: things as they are, and functions that make one of numbers. */
interface Kind<T> {
  /** What errors call one of the kind. */
  a: string;
  things: readonly (T & {readonly name: string})[];
  makers: Readonly<Record<string, (...numbers: number[]) => T>>;
}

export const activations: Kind<Activation | OutputActivation> = {
  a: "an activation such as 'tanh' or 'elu(1)'",
  things: [identity, binaryStep, signStep, sigmoid, tanh, arctan, relu, softplus, softmax],
  makers: {prelu, elu},
};

export const losses: Kind<Loss> = {
  a: "a loss such as 'meanSquaredError'",
  things: [halfSquaredError, sumSquaredError, meanSquaredError, binaryCrossEntropy, categoricalCrossEntropy],
  makers: {},
};

export const optimizers: Kind<Optimizer> = {
  a: "an optimizer such as 'sgd(0.1)'",
  things: [],
  makers: {
    sgd,
    momentum,
    adam: (learningRate, beta1, beta2, epsilon, decay) => adam(learningRate, {beta1, beta2, epsilon, decay}),
  },
};

/**
 * The one of this name.
 *
 * @param what - What errors call the text.
 * @throws {TypeError} If there is none.
 */
export function byName<T>(kind: Kind<T>, name: unknown, what: string): T {
  const found = kind.things.find((thing) => thing.name === name) ?? made(kind, name);
  if (found === undefined) throw new TypeError(`${what} must be ${kind.a}, got ${received(name)}`);
  return found;
}

/**
 * The name of something, by which `byName` will find it again.
 *
 * @throws {TypeError} If it would not.
 */
export function nameOf<T extends {readonly name: string}>(kind: Kind<T>, thing: T, what: string): string {
  if (kind.things.includes(thing) || made(kind, thing.name)?.name === thing.name) return thing.name;
  throw new TypeError(`${what} must be one of the library's to be kept by name, got ${received(thing.name)}`);
}

function made<T>({makers}: Kind<T>, name: unknown): T | undefined {
  const [, maker, numbers] = /^(\w+)\(([^()]*)\)$/.exec(String(name)) ?? [];
  // Own properties only: every object also has a 'constructor'.
  if (maker === undefined || !Object.hasOwn(makers, maker)) return undefined;
  return makers[maker](...numbers.split(',').map(Number));
}
