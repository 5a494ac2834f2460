/**
 * The explorers and their options, checked: once in the kernel, before anything is sent, and once more in the page, where
 * a description may come from a notebook that an older course has saved. It knows neither Node nor the page.
 */
import {EXPRESSIONS, FACE_SIDE, type ExpressionName} from '../data/faceSet';
import {checkVector} from '../math/checks';
import type {VectorLike} from '../math/matrix';
import {received} from '../math/received';
import {PictureNetwork} from '../neurons/pictureNetwork';
import {playgroundState, playgroundString} from './playgroundState';
import {LABELS, PROBABILITIES} from './scores';

/** `neuron`: a neuron with two inputs over a cloud of points. Its line can be moved and turned; it counts the wrong points. */
export interface NeuronExplorerOptions {
  /** The points: two clouds that a line can part, or the four corners of a logical function. @default 'clouds' */
  data?: 'clouds' | 'and' | 'or' | 'xor';
  /** Weight of the first input, −6 to 6. @default 1 */
  w1?: number;
  /** Weight of the second input, −6 to 6. @default 1 */
  w2?: number;
  /** Bias, −6 to 6. @default 1 */
  b?: number;
  /** What colours the plane: 'sigmoid' shades it softly, 'binaryStep' says no or yes. @default 'sigmoid' */
  activation?: 'sigmoid' | 'binaryStep';
}

/** `activation`: a = f(c · z) with its slope, and a point that slides along the curve with its tangent. */
export interface ActivationExplorerOptions {
  /** The function f, by its name in this library. @default 'sigmoid' */
  activation?: ActivationName;
  /** How steep it is made: the factor c, 0.2 to 5. @default 1 */
  steepness?: number;
  /** Where the point sits: z, −5 to 5. @default 0 */
  at?: number;
}

/** `slope`: a curve to zoom in on until it is straight, and the difference quotient (f(x + h) − f(x)) / h as h shrinks. */
export interface SlopeExplorerOptions {
  /** The curve: the logistic function, x² or sin x. @default 'sigmoid' */
  curve?: 'sigmoid' | 'square' | 'sine';
  /** Where the slope is looked for: x, −4 to 4. @default 1 */
  at?: number;
  /** The step h of the difference quotient, 10⁻¹² to 2. @default 2 */
  h?: number;
  /** How much larger than life it is drawn at first, 1 to 10,000. @default 1 */
  zoom?: number;
}

/** `descent`: a ball on the parabola ½ k w², and the steps of gradient descent, each of which multiplies w by 1 − η k. */
export interface DescentExplorerOptions {
  /** How strongly the parabola is bent: k, 0.2 to 4. @default 1 */
  curvature?: number;
  /** The learning rate η, 0.01 to 12. @default 0.1 */
  learningRate?: number;
  /** Where the ball starts: w, −5 to 5. @default 4 */
  start?: number;
}

/** `threshold`: scores of two classes and the threshold that parts them, with all that it gains and costs. */
export interface ThresholdExplorerOptions {
  /** The probability of class 1 for each sample, 0 to 1; 2 to 2,000 of them, given together with the labels. @default 60 made ones */
  probabilities?: VectorLike;
  /** The true class of each sample, 0 or 1; both occur. @default those of the 60 made samples */
  labels?: VectorLike;
  /** From which probability on a sample is called 1, as `predict` does from 0.5 on; 0 to 1. @default 0.5 */
  threshold?: number;
  /** What it costs to miss a 1, in false alarms, 1 to 20. @default 1 */
  missCost?: number;
}

/** `hinges`: up to three hidden units with ReLU, v · relu(w x + b), which add up to a line with kinks. */
export interface HingesExplorerOptions {
  /** How many hidden units there are: 1, 2 or 3. @default 3 */
  hinges?: 1 | 2 | 3;
  /** The points that the line is to meet: those of a tent, of stairs, or of a wave. @default 'tent' */
  target?: 'tent' | 'stairs' | 'wave';
}

/** `playground`: a network that learns points on a plane, with everything in it to be set by hand. */
export interface PlaygroundExplorerOptions {
  /** How it starts, such as 'data=spiral&net=8,8'; every playground shows the string of its own. @default '' */
  state?: string;
}

/** `face`: a drawn face whose muscles are moved, and what a trained network says of it. */
export interface FaceExplorerOptions {
  /** The network, which looks at grey pictures of 48 × 48 pixels; also as `toJSON` writes it. It must be given. */
  network?: PictureNetwork | object;
  /** What the face shows at first. @default 'neutral' */
  expression?: ExpressionName;
  /** Whose face it is: a whole number from 0 to 2³² − 1. @default 1 */
  seed?: number;
}

/** An activation of this library; 'prelu' has a slope of 0.5 below 0, and 'elu' levels off at −1. */
export type ActivationName =
  'identity' | 'binaryStep' | 'signStep' | 'sigmoid' | 'tanh' | 'arctan' | 'relu' | 'prelu' | 'elu' | 'softplus';

/** The options of each kind of explorer. */
export interface ExplorerOptions {
  neuron: NeuronExplorerOptions;
  activation: ActivationExplorerOptions;
  slope: SlopeExplorerOptions;
  descent: DescentExplorerOptions;
  threshold: ThresholdExplorerOptions;
  hinges: HingesExplorerOptions;
  playground: PlaygroundExplorerOptions;
  face: FaceExplorerOptions;
}

export type ExplorerKind = keyof ExplorerOptions;

/** An explorer as it is sent to the page: its kind and all of its options, none left out. */
export type ExplorerSpec<Kind extends ExplorerKind = ExplorerKind> = {
  [K in ExplorerKind]: {kind: K} & Required<ExplorerOptions[K]>;
}[Kind];

/** What an option may be. */
interface Rule<T> {
  initial: T;
  /** The value as it is sent, where it is allowed; else it throws. */
  read: (value: unknown, name: string) => T;
}

type RulesOf<Options> = {[Option in keyof Options]: Rule<Options[Option]>};
type Rules = {[Kind in ExplorerKind]: RulesOf<Required<ExplorerOptions[Kind]>>};

const RULES: Rules = {
  neuron: {
    data: oneOf(['clouds', 'and', 'or', 'xor'], 'clouds'),
    w1: within(-6, 6, 1),
    w2: within(-6, 6, 1),
    b: within(-6, 6, 1),
    activation: oneOf(['sigmoid', 'binaryStep'], 'sigmoid'),
  },
  activation: {
    activation: oneOf(
      ['identity', 'binaryStep', 'signStep', 'sigmoid', 'tanh', 'arctan', 'relu', 'prelu', 'elu', 'softplus'],
      'sigmoid',
    ),
    steepness: within(0.2, 5, 1),
    at: within(-5, 5, 0),
  },
  slope: {
    curve: oneOf(['sigmoid', 'square', 'sine'], 'sigmoid'),
    at: within(-4, 4, 1),
    h: within(1e-12, 2, 2),
    zoom: within(1, 10_000, 1),
  },
  descent: {
    curvature: within(0.2, 4, 1),
    learningRate: within(0.01, 12, 0.1), // beyond 2/k, whatever the curvature
    start: within(-5, 5, 4),
  },
  threshold: {
    probabilities: numbers(PROBABILITIES, 'numbers from 0 to 1', (value) => value >= 0 && value <= 1),
    labels: numbers(LABELS, 'only 0 and 1', (value) => value === 0 || value === 1),
    threshold: within(0, 1, 0.5),
    missCost: within(1, 20, 1),
  },
  hinges: {
    hinges: oneOf([1, 2, 3], 3),
    target: oneOf(['tent', 'stairs', 'wave'], 'tent'),
  },
  playground: {
    state: {initial: '', read: (value) => playgroundString(playgroundState(value as string))},
  },
  face: {
    network: {initial: {}, read: readNetwork},
    expression: oneOf(EXPRESSIONS, 'neutral'),
    seed: rule(1, 'be a whole number from 0 to 4294967295', (value) => value === (value as number) >>> 0),
  },
};

/**
 * An explorer with all of its options.
 *
 * @throws {RangeError} If there is no such kind or option, or an option is out of its range.
 * @throws {TypeError} If the options are not an object.
 */
export function checkExplorer(kind: unknown, options: unknown = {}): ExplorerSpec {
  if (typeof kind !== 'string' || !Object.hasOwn(RULES, kind)) {
    throw new RangeError(`kind must be one of ${Object.keys(RULES).join(', ')}, got ${received(kind)}`);
  }
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`options of explore must be an object, got ${received(options)}`);
  }
  const rules = Object.entries(RULES[kind as ExplorerKind]) as [string, Rule<unknown>][];
  const unknown = Object.keys(options).find((name) => !rules.some(([known]) => known === name));
  if (unknown !== undefined) {
    const known = rules.map(([name]) => name).join(', ');
    throw new RangeError(`options of the explorer ${kind} must be among ${known}, got ${received(unknown)}`);
  }
  const given = options as Record<string, unknown>;
  const checked = rules.map(([name, {initial, read}]) => [
    name,
    given[name] === undefined ? initial : read(given[name], name),
  ]);
  const spec = {kind, ...Object.fromEntries(checked)} as ExplorerSpec;
  if (spec.kind === 'threshold') checkPairs(spec, given);
  if (spec.kind === 'face' && given.network === undefined) throw new RangeError('network must be given, got undefined');
  return spec;
}

function oneOf<T extends string | number>(names: readonly T[], initial: T): Rule<T> {
  const known: readonly unknown[] = names;
  return rule(initial, `be one of ${names.join(', ')}`, (value) => known.includes(value));
}

function within(low: number, high: number, initial: number): Rule<number> {
  const accepts = (value: unknown): boolean => typeof value === 'number' && value >= low && value <= high;
  return rule(initial, `be a number from ${low} to ${high}`, accepts);
}

/** @param must - Ends the sentence "… must": 'be a number from −6 to 6'. */
function rule<T>(initial: T, must: string, accepts: (value: unknown) => boolean): Rule<T> {
  const read = (value: unknown, name: string): T => {
    if (!accepts(value)) throw new RangeError(`${name} must ${must}, got ${received(value)}`);
    return value as T;
  };
  return {initial, read};
}

/** A network as it is sent: plain data. */
function readNetwork(value: unknown): object {
  const network = value instanceof PictureNetwork ? value : PictureNetwork.fromJSON(value);
  if (network.side !== FACE_SIDE) {
    throw new RangeError(
      `network must look at pictures of ${FACE_SIDE} × ${FACE_SIDE} pixels, got ${network.side} × ${network.side}`,
    );
  }
  return network.toJSON();
}

/** Numbers, one a sample; `must` says what each has to be. They are sent as a plain array, whatever they came in. */
function numbers(initial: readonly number[], must: string, accepts: (value: number) => boolean): Rule<VectorLike> {
  const read = (value: unknown, name: string): VectorLike => {
    const list = Array.from(checkVector(value as VectorLike, name));
    if (list.length < 2 || list.length > 2000)
      throw new RangeError(`${name} must hold 2 to 2000 numbers, got ${list.length}`);
    const bad = list.findIndex((one) => !accepts(one));
    if (bad >= 0) throw new RangeError(`${name} must hold ${must}, got ${list[bad]} at index ${bad}`);
    return list;
  };
  return {initial, read};
}

/** What two lists must be together: both given or none, equally long, and of two classes. */
function checkPairs({probabilities, labels}: ExplorerSpec<'threshold'>, given: Record<string, unknown>): void {
  const [scores, classes] = [given.probabilities, given.labels];
  if ((scores === undefined) !== (classes === undefined)) {
    const [there, missing] = scores === undefined ? ['labels', 'probabilities'] : ['probabilities', 'labels'];
    throw new RangeError(`${missing} must be given together with ${there}, got undefined`);
  }
  if (probabilities.length !== labels.length) {
    throw new RangeError(`probabilities has ${probabilities.length} numbers, but labels has ${labels.length}`);
  }
  const found = new Set(Array.from(labels));
  if (found.size < 2) throw new RangeError(`labels must hold both 0 and 1, got only ${[...found].join()}`);
}
