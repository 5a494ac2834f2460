import {checkCount} from '../math/checks';
import {NotFittedError} from '../math/errors';
import {received} from '../math/received';
import {SparseMatrix} from '../math/sparseMatrix';

export interface VocabularyOptions {
  /** In how many of the training texts a word must be to get a column; a positive whole number. @default 1 */
  minimumCount?: number;
}

/**
 * A dictionary: each word of the training texts gets a column, and a text becomes a row with a 1 for each word that it
 * has. Fit it on the training texts alone: words that only others have are unknown, and get no column.
 *
 * @example
 * const dictionary = new Vocabulary().fit([['tea', 'milk'], ['tea']]);
 * dictionary.words_; // [ 'tea', 'milk' ]
 * dictionary.transform([['milk', 'rum']]).toDense().toArrays(); // [[0, 1]]
 * dictionary.unknownIn([['milk', 'rum']]); // 1
 */
export class Vocabulary {
  readonly minimumCount: number;
  #learned?: {words: string[]; places: Map<string, number>};

  /** @throws {RangeError} If `minimumCount` is not a positive whole number. */
  constructor({minimumCount = 1}: VocabularyOptions = {}) {
    checkCount(minimumCount, 'minimumCount');
    this.minimumCount = minimumCount;
  }

  /** The words, in the order of the columns: that in which they first came. */
  get words_(): string[] {
    return [...this.#fitted('reading words_').words];
  }

  /**
   * Learns the words, forgetting any earlier fit.
   *
   * @param texts - The words of each training text.
   * @throws {RangeError} If no word is in so many texts as `minimumCount` asks for.
   * @throws {TypeError} If a text is not a list of words.
   */
  fit(texts: Iterable<readonly string[]>): this {
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (const word of new Set(checkText(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const words = [...counts.keys()].filter((word) => counts.get(word)! >= this.minimumCount);
    if (words.length === 0) {
      throw new RangeError(`texts must hold a word that is in ${this.minimumCount} of them, got ${counts.size} words`);
    }
    this.#learned = {words, places: new Map(words.map((word, place) => [word, place]))};
    return this;
  }

  /**
   * A row of 0 and 1 for each text. Shape (texts, words).
   *
   * @throws {NotFittedError} Before `fit`.
   * @throws {TypeError} If a text is not a list of words.
   */
  transform(texts: Iterable<readonly string[]>): SparseMatrix {
    const {words, places} = this.#fitted('transform');
    const starts = [0];
    const indices: number[] = [];
    for (const text of texts) {
      const first = indices.length;
      for (const word of checkText(text)) {
        const place = places.get(word);
        if (place !== undefined) insert(indices, first, place);
      }
      starts.push(indices.length);
    }
    return new SparseMatrix(starts.length - 1, words.length, new Uint32Array(starts), new Uint32Array(indices));
  }

  /**
   * How many words of the texts have no column: what `transform` passes over.
   *
   * @throws {NotFittedError} Before `fit`.
   * @throws {TypeError} If a text is not a list of words.
   */
  unknownIn(texts: Iterable<readonly string[]>): number {
    const {places} = this.#fitted('unknownIn');
    let unknown = 0;
    for (const text of texts) for (const word of new Set(checkText(text))) if (!places.has(word)) unknown++;
    return unknown;
  }

  #fitted(wanted: string): {words: string[]; places: Map<string, number>} {
    if (!this.#learned) throw new NotFittedError('Vocabulary', wanted, 'fit(texts)');
    return this.#learned;
  }
}

/** A text in one piece would be taken for the list of its letters. */
function checkText(text: readonly string[]): readonly string[] {
  if (!Array.isArray(text)) throw new TypeError(`a text must be a list of words, got ${received(text)}`);
  return text as readonly string[];
}

/** Puts a place where it belongs among the rising ones from `first` on; there are few, so that nothing cleverer is faster. */
function insert(indices: number[], first: number, place: number): void {
  let at = indices.length;
  while (at > first && indices[at - 1] > place) at--;
  if (at > first && indices[at - 1] === place) return;
  indices.push(place);
  for (let n = indices.length - 1; n > at; n--) indices[n] = indices[n - 1];
  indices[at] = place;
}
