/**
 * The one door to the page. The kernel's launcher leaves a function under `Symbol.for('neurons.display')`; outside a
 * kernel there is none, and the plain text of a display is printed instead.
 */

/** One output in several forms: the page takes the richest that it can draw. */
export interface DisplayContent {
  /** Mime type → content. `text/plain` is always there: it is what a terminal prints. */
  data: {'text/plain': string; [mimeType: string]: unknown};
  metadata?: Record<string, unknown>;
  transient?: {display_id?: string};
}

type Sender = (content: DisplayContent, update: boolean) => void;

const CHANNEL = Symbol.for('neurons.display');

/** Sends an output to the page; with `update` it takes the place of an earlier one of the same `display_id`. */
export function display(content: DisplayContent, update = false): void {
  const send = (globalThis as {[CHANNEL]?: Sender})[CHANNEL];
  if (send) send(content, update);
  else if (!update) console.log(content.data['text/plain']);
}

/** At most 25 versions a second, so that a loop that asks for 20 gets them all: more would pile up faster than a page draws them. */
const MILLISECONDS_APART = 40;

let displays = 0;

/**
 * An output that changes in place. However often `update` is called, the page gets at most 25 versions a second; the
 * last one always arrives, as soon as the kernel is free.
 */
export class LiveDisplay {
  readonly #id = `neurons-${process.pid}-${Date.now().toString(36)}-${displays++}`;
  #sentAt: number;
  #pending: DisplayContent | undefined;

  constructor(content: DisplayContent) {
    display({...content, transient: {display_id: this.#id}});
    this.#sentAt = Date.now();
  }

  /** Shows `content` instead; of versions that come too fast only the last is shown. */
  update(content: DisplayContent): void {
    if (Date.now() - this.#sentAt >= MILLISECONDS_APART) return this.#send(content);
    // The timer first: an interrupt between the two would leave a version that waits for ever, and all later ones with it.
    if (!this.#pending) setTimeout(() => this.flush(), MILLISECONDS_APART);
    this.#pending = content;
  }

  /** Shows at once what waits. */
  flush(): void {
    if (this.#pending) this.#send(this.#pending);
  }

  #send(content: DisplayContent): void {
    this.#pending = undefined;
    this.#sentAt = Date.now();
    display({...content, transient: {display_id: this.#id}}, true);
  }
}
