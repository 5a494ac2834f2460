import Bowser from 'bowser';
import {BoundedCache} from './boundedCache';
import type {LogEntry} from './logLine';

export interface LogWordsOptions {
  /** Whether the status is among the words: `__CODE_503`. It is known only after the answer. @default true */
  status?: boolean;
  /** Whether the size is, as the number of its digits: `__SIZE_4`. It is known only after the answer. @default false */
  size?: boolean;
  /** Whether the first part of the address is: `__IP_203`. @default false */
  firstOctet?: boolean;
}

/** Fields repeat; the words of so many different ones are kept, of each field for itself. A word that is kept is found faster in a dictionary, too. */
const REMEMBERED = 5000;
/** Longer texts come from nobody honest. */
const LONGEST = 200;

/**
 * Says an entry of a log in words: each field, and each part of it that may matter, becomes a word that tells the field.
 *
 * @example
 * const line = '203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "POST /login HTTP/1.1" 503 107 "-" "-"';
 * const entry = parseLogLine(line);
 * const words = new LogWords({status: false});
 * words.of(entry).slice(0, 2); // [ '__REQ___METHOD_POST', '__REQ___HTTP_VER_HTTP/1.1' ]
 * words.of(entry).slice(2); // [ '__REQ___URL___PATH_/login', '__NO_REFER__', '__UA_EMPTY' ]
 */
export class LogWords {
  readonly status: boolean;
  readonly size: boolean;
  readonly firstOctet: boolean;
  readonly #methods: Words = remember((method) => [method === '' ? '__REQ_NONE' : `__REQ___METHOD_${method}`]);
  readonly #protocols: Words = remember((protocol) => [
    protocol === '' ? '__REQ_NO_HTTP_VER' : `__REQ___HTTP_VER_${protocol}`,
  ]);
  readonly #targets: Words = remember(targetWords);
  readonly #referrers: Words = remember(referrerWords);
  readonly #agents: Words = remember(agentWords);
  readonly #statuses: Words = remember((status) => [`__CODE_${status}`]);

  constructor(options: LogWordsOptions = {}) {
    const {status = true, size = false, firstOctet = false} = options;
    this.status = status;
    this.size = size;
    this.firstOctet = firstOctet;
  }

  /** The words of an entry, each once, the request's first. */
  of({address, method, target, protocol, status, size, referrer, agent}: LogEntry): string[] {
    const words = [...this.#methods.get(method), ...this.#protocols.get(protocol)];
    // What is no request at all has no path; its bytes say nothing that could come twice.
    if (method !== '') words.push(...this.#targets.get(target));
    words.push(...this.#referrers.get(referrer), ...this.#agents.get(agent));
    if (this.status) words.push(...this.#statuses.get(String(status)));
    if (this.size) words.push(`__SIZE_${size === 0 ? 0 : String(size).length}`);
    if (this.firstOctet) words.push(`__IP_${/^[^.:]*/.exec(address)?.[0]}`);
    return words;
  }
}

type Words = BoundedCache<readonly string[]>;

function remember(make: (text: string) => readonly string[]): Words {
  return new BoundedCache(REMEMBERED, make);
}

function targetWords(target: string): string[] {
  const [, scheme, host, path, query] = /^(?:(\w+):\/\/([^/?#]*))?([^?#]*)\??([^#]*)/.exec(target.slice(0, 2000)) ?? [];
  const words = [`__REQ___URL___PATH_${cut(decoded(path))}`];
  // Only who takes the server for a proxy names a host here.
  if (scheme !== undefined) words.push(`__REQ___URL___SCHEME_${scheme}`, `__REQ___URL___NETLOC_${cut(host)}`);
  const names = new Set(query.split('&').map((pair) => cut(decoded(pair.split('=')[0]))));
  for (const name of names) if (name !== '') words.push(`__REQ___URL___QS_${name}`);
  return words;
}

function referrerWords(referrer: string): string[] {
  if (referrer === '') return ['__NO_REFER__'];
  const [, scheme, host, path] = /^(\w+):\/\/([^/?#]*)([^?#]*)/.exec(referrer.slice(0, 2000)) ?? [];
  if (scheme === undefined) return ['__REFER_STRANGE'];
  return [`__REFER___SCHEME_${scheme}`, `__REFER___NETLOC_${cut(host)}`, `__REFER___PATH_${cut(decoded(path))}`];
}

/** What Bowser makes of an agent, and its first word, which is all that a program of one's own sends. */
function agentWords(agent: string): string[] {
  if (agent === '') return ['__UA_EMPTY'];
  const text = agent.slice(0, 1000);
  const words = [`__UA___BASE_${cut(text.split(' ')[0])}`];
  const {browser, os, platform, engine} = Bowser.parse(text);
  if (browser.name) {
    words.push(`__UA___BROWSER_${browser.name}`);
    if (browser.version) words.push(`__UA___VER_${cut(`${browser.name}/${browser.version.split('.')[0]}`)}`);
  }
  if (os.name) words.push(`__UA___OS_${os.name}`);
  if (os.name && os.version) words.push(`__UA___OS_${cut(`${os.name} ${os.version}`)}`);
  if (platform.type) words.push(`__UA___PLATFORM_${platform.type}`);
  if (engine.name) words.push(`__UA___ENGINE_${engine.name}`);
  return words;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not every % begins a character
  }
}

function cut(text: string): string {
  return text.length > LONGEST ? text.slice(0, LONGEST) : text;
}
