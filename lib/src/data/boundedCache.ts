/** Longer texts are not remembered: few honest ones are, and thousands of them would fill the memory. */
const LONGEST = 1000;

/** Remembers what a slow function gave for a text; of more than `size` texts the one that came first is forgotten. */
export class BoundedCache<T> {
  readonly #known: Map<string, T> = new Map();
  readonly #size: number;
  readonly #make: (text: string) => T;

  constructor(size: number, make: (text: string) => T) {
    this.#size = size;
    this.#make = make;
  }

  /** How many texts are remembered. */
  get length(): number {
    return this.#known.size;
  }

  get(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = this.#make(text);
    if (text.length > LONGEST) return made;
    if (this.#known.size >= this.#size) {
      // A map gives its keys in the order in which they came.
      for (const oldest of this.#known.keys()) {
        this.#known.delete(oldest);
        break;
      }
    }
    this.#known.set(text, made);
    return made;
  }
}
