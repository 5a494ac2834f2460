import {checkCount, checkPositive} from '../math/checks';

export interface RateRuleOptions {
  /** So many bad requests are too many; a positive whole number. @default 10 */
  requests?: number;
  /** In so many seconds. @default 60 */
  seconds?: number;
  /** Whether a request's own error counts against it: in front of the server nobody knows it yet. @default true */
  countsOwn?: boolean;
  /** How many addresses are remembered at most; of more, the one that was bad longest ago is forgotten. @default 100000 */
  addresses?: number;
}

/**
 * A rule that servers have had for decades, such as fail2ban's: who sends N bad requests within a minute is out. Nothing
 * in it is learned, and its memory is bounded, however long the log and however many the addresses.
 *
 * @example
 * const rule = new RateRule({requests: 2});
 * [0, 30_000, 200_000].map((time) => rule.look('203.0.113.7', time, true)); // [ false, true, false ]
 */
export class RateRule {
  readonly requests: number;
  readonly seconds: number;
  readonly addresses: number;
  readonly countsOwn: boolean;
  /** When each address was bad, the last `requests` times of it; addresses in the order in which they last were. */
  readonly #bad: Map<string, number[]> = new Map();

  /** @throws {RangeError} If an option is not a positive number, or a count not a whole one. */
  constructor({requests = 10, seconds = 60, addresses = 100_000, countsOwn = true}: RateRuleOptions = {}) {
    checkCount(requests, 'requests');
    checkPositive(seconds, 'seconds');
    checkCount(addresses, 'addresses');
    this.requests = requests;
    this.seconds = seconds;
    this.addresses = addresses;
    this.countsOwn = countsOwn;
  }

  /** How many addresses are remembered now. */
  get remembered(): number {
    return this.#bad.size;
  }

  /**
   * Takes a request, and says whether its address has had too many bad ones by now.
   *
   * @param time - Milliseconds, as `LogEntry.time`.
   * @param isBad - Whether this request is a bad one, such as one answered with an error.
   */
  look(address: string, time: number, isBad: boolean): boolean {
    const times = this.#bad.get(address) ?? [];
    const wasOut = this.#isOut(times, time);
    if (isBad) {
      times.push(time);
      if (times.length > this.requests) times.shift();
      this.#bad.delete(address); // and in again, as the last
      this.#bad.set(address, times);
      if (this.#bad.size > this.addresses) this.#forgetOldest();
    }
    return this.countsOwn ? this.#isOut(times, time) : wasOut;
  }

  #isOut(times: readonly number[], time: number): boolean {
    return times.length === this.requests && time - times[0] <= 1000 * this.seconds;
  }

  #forgetOldest(): void {
    for (const address of this.#bad.keys()) {
      this.#bad.delete(address);
      return;
    }
  }
}
