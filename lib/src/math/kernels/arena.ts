import {bytes} from './compiled/bytes';
import type {Floats, FloatsConstructor} from '../dtype';
import {transposed, type View} from './view';

/**
 * A piece of memory that WebAssembly sees, and the kernels that work in it: products of matrices and steps of Adam with
 * SIMD. An array is made here once and used many times; only what lies here can be computed with here.
 *
 * With 64-bit floats it gives the bits of `multiplyTiled` and of `adam`, on every machine.
 */
export class Arena {
  readonly #kernels: Kernels;
  readonly #buffer: ArrayBuffer;
  readonly #scratch: number;
  readonly #start: number;
  #next: number;

  private constructor(code: Code, room: number) {
    this.#scratch = unit;
    this.#start = wholeUnits(unit + code.scratchBytes);
    this.#next = this.#start;
    // All of it at once: memory that grows takes itself away from the arrays in it, and slows down all others for good.
    const {kernels, memory} = code.instantiate(Math.ceil((this.#start + room) / page));
    this.#kernels = kernels;
    this.#buffer = memory.buffer;
    arenas.set(memory.buffer, this);
  }

  /**
   * An arena with so much room; undefined where there is no WebAssembly with SIMD, or not so much memory.
   *
   * @param room - In bytes; as `Arena.room` counts them.
   */
  static make(room: number): Arena | undefined {
    code ??= compile();
    if (!code) return undefined;
    try {
      return new Arena(code, room);
    } catch {
      return undefined; // no memory
    }
  }

  /** What arrays of these lengths take, in bytes. */
  static room(kind: Kind, ...lengths: number[]): number {
    return lengths.reduce((sum, length) => sum + wholeUnits(length * kind.BYTES_PER_ELEMENT), 0);
  }

  /** The arena in which an array lies, if it lies in one. */
  static of(array: Lying): Arena | undefined {
    return arenas.get(array.buffer);
  }

  /** Whether an array lies here. */
  holds(array: Lying): boolean {
    return array.buffer === this.#buffer;
  }

  /** How many bytes there are for arrays. */
  get room(): number {
    return this.#buffer.byteLength - this.#start;
  }

  /** How many bytes there are for further arrays. */
  get left(): number {
    return this.#buffer.byteLength - this.#next;
  }

  /**
   * A new array; zeros, unless its room was used before `clear`.
   *
   * @throws {RangeError} If there is no room for it.
   */
  array<K extends Kind>(kind: K, length: number): InstanceType<K> {
    const array = new kind(this.#buffer, this.#next, length) as InstanceType<K>;
    this.#next += Arena.room(kind, length);
    return array;
  }

  /** Takes back the room of all arrays. */
  clear(): void {
    this.#next = this.#start;
  }

  /**
   * C = A·B: Cᵢⱼ = Σₖ Aᵢₖ Bₖⱼ, each sum in the order of k. All three lie here; C without gaps, by rows or by columns.
   */
  multiply(A: View, B: View, C: View): void {
    if (C.right !== 1) return this.multiply(transposed(B), transposed(A), transposed(C)); // Cᵀ = Bᵀ·Aᵀ
    const product = C.data.BYTES_PER_ELEMENT === 8 ? this.#kernels.product64 : this.#kernels.product32;
    const [a, b, c] = [A.data.byteOffset, B.data.byteOffset, C.data.byteOffset];
    product(a, A.down, A.right, b, B.down, B.right, c, C.rows, A.columns, C.columns, this.#scratch);
  }

  /** Bytes as the numbers that they stand for, byte × scale, each rounded once. */
  convert(from: Uint8Array, to: Floats, scale: number): void {
    const convert = to.BYTES_PER_ELEMENT === 8 ? this.#kernels.convert64 : this.#kernels.convert32;
    convert(from.byteOffset, to.byteOffset, to.length, scale);
  }

  /**
   * A step of `adam` in place.
   *
   * @param power1 - β₁ᵗ of this step, and `power2` β₂ᵗ.
   */
  adam(
    {weights, gradient, mean, square}: AdamArrays,
    {learningRate, beta1, beta2, epsilon, power1, power2}: AdamStep,
  ): void {
    const step = weights.BYTES_PER_ELEMENT === 8 ? this.#kernels.adam64 : this.#kernels.adam32;
    const [w, g, m, v] = [weights.byteOffset, gradient.byteOffset, mean.byteOffset, square.byteOffset];
    step(w, g, m, v, weights.length, learningRate, beta1, beta2, epsilon, power1, power2);
  }
}

/** What Adam works on, all of one length. */
export interface AdamArrays {
  weights: Floats;
  gradient: Floats;
  /** The running mean of the gradients, and of their squares. */
  mean: Floats;
  square: Floats;
}

/** The numbers of a step. */
export interface AdamStep {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  power1: number;
  power2: number;
}

/** What can lie in an arena. */
type Kind = FloatsConstructor | Uint8ArrayConstructor;

/** Any typed array. */
interface Lying {
  readonly buffer: object;
}

/** All arenas that there are, by their memory. Nothing lives longer for standing here. */
const arenas = new WeakMap<object, Arena>();

/** Arrays begin at multiples of a vector's 16 bytes and have whole vectors to themselves. */
const unit = 16;
const wholeUnits = (bytes: number): number => Math.ceil(bytes / unit) * unit;
/** WebAssembly's memory comes in pages. */
const page = 65_536;

/** What lib/wasm/kernels.ts exports. */
interface Kernels {
  scratchBytes(): number;
  product64: (...numbers: number[]) => void;
  product32: (...numbers: number[]) => void;
  convert64: (...numbers: number[]) => void;
  convert32: (...numbers: number[]) => void;
  adam64: (...numbers: number[]) => void;
  adam32: (...numbers: number[]) => void;
}

/** The part of WebAssembly that is needed: the compiler knows it only together with all of a page. */
interface WebAssemblyLike {
  Module: new (bytes: Uint8Array) => object;
  Memory: new (size: {initial: number}) => Memory;
  Instance: new (module: object, imports: {env: {memory: Memory}}) => {exports: Kernels};
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** The compiled module. */
interface Code {
  /** Kernels with a memory of their own, of so many pages. */
  instantiate(pages: number): {kernels: Kernels; memory: Memory};
  readonly scratchBytes: number;
}

let code: Code | false | undefined;

/** Compiles the module; false where it can't be done: no WebAssembly, no SIMD, or a page that forbids it. */
function compile(): Code | false {
  try {
    const {Module, Memory, Instance} = (globalThis as unknown as {WebAssembly: WebAssemblyLike}).WebAssembly;
    const module = new Module(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
    const instantiate = (pages: number): {kernels: Kernels; memory: Memory} => {
      const memory = new Memory({initial: pages});
      return {kernels: new Instance(module, {env: {memory}}).exports, memory};
    };
    return {instantiate, scratchBytes: instantiate(1).kernels.scratchBytes()};
  } catch {
    return false;
  }
}
