/** One line of an access log in the combined format, as Apache and nginx write it. */
import {BoundedCache} from './boundedCache';

/** A request as the server noted it. Texts that the log gives as `-` are empty here. */
export interface LogEntry {
  /** An IPv4 or IPv6 address, or a host name. */
  readonly address: string;
  /** Who the visitor claimed to be; may hold spaces. */
  readonly user: string;
  /** Milliseconds since 1970, as `Date.now()`. */
  readonly time: number;
  /** 'GET'; empty where the request was none of HTTP. */
  readonly method: string;
  /** What was asked for, as it was sent: '/forum/rss.php?topic=3'. */
  readonly target: string;
  /** 'HTTP/1.1'; empty where the request named none, as browsers of 1991 did. */
  readonly protocol: string;
  readonly status: number;
  /** Bytes of the answer's body; 0 where there was none. */
  readonly size: number;
  readonly referrer: string;
  readonly agent: string;
}

/** What is wrong with a line. */
export interface LogFault {
  readonly fault: string;
}

const CONTROL = /[\u0000-\u001f\u007f]/;
const TIME = / \[(\d\d\/[A-Z][a-z]{2}\/\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d{4})\] /;
/** Sought at its `lastIndex` and nowhere else. */
const ANSWER = / (\d{3}) (\d{1,15}|-) /y;
const MONTHS: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * Takes a line apart. Lines come from strangers, so nothing in one throws: what can't be read comes back as a fault that
 * says why.
 *
 * @param line - address, identity, user, [time], "request", status, size, "referrer", "agent". In quotes, \" stands for a
 *   quote and \xHH for a byte. Of `readLines` it takes the line as it comes, and one that was cut is a fault.
 * @example
 * const seen = parseLogLine('203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "GET / HTTP/1.1" 200 512 "-" "curl/8.5.0"');
 * 'fault' in seen ? seen.fault : seen.agent; // 'curl/8.5.0'
 * parseLogLine('hello'); // { fault: 'time must stand in brackets, got none' }
 * @see Apache HTTP Server 2.4, "Log Files", section "Combined Log Format".
 */
export function parseLogLine(line: string | {readonly text: string; readonly isCut: boolean}): LogEntry | LogFault {
  if (typeof line === 'string') return parse(line);
  return line.isCut ? fault('line', 'be read whole', `${line.text.length} characters, and more`) : parse(line.text);
}

function parse(line: string): LogEntry | LogFault {
  const control = CONTROL.exec(line);
  if (control) return fault('line', 'hold no control characters', `${nameOf(control[0])} at column ${control.index + 1}`);
  const when = TIME.exec(line);
  if (!when) return fault('time', 'stand in brackets', 'none');
  const time = timeOf(when);
  if (time === undefined) return fault('time', 'be a time of the calendar', when[0].trim());
  const identity = line.indexOf(' ') + 1;
  const user = line.indexOf(' ', identity) + 1;
  if (identity < 2 || user < identity + 2 || user >= when.index) {
    return fault('line', 'begin with address, identity and user', line.slice(0, Math.min(when.index, 40)));
  }

  const request = quoted(line, when.index + when[0].length);
  if (!request) return fault('request', 'stand in quotes', rest(line, when.index + when[0].length));
  ANSWER.lastIndex = request.end;
  const answer = ANSWER.exec(line);
  if (!answer) return fault('status and size', 'follow the request', rest(line, request.end));
  const referrer = quoted(line, request.end + answer[0].length);
  if (!referrer) return fault('referrer', 'stand in quotes', rest(line, request.end + answer[0].length));
  const agent = line[referrer.end] === ' ' ? quoted(line, referrer.end + 1) : undefined;
  if (!agent) return fault('agent', 'stand in quotes', rest(line, referrer.end));
  if (agent.end !== line.length) return fault('line', 'end with the agent', rest(line, agent.end));

  const {method, target, protocol} = requestOf(orEmpty(request.text));
  return {
    address: line.slice(0, identity - 1),
    user: orEmpty(line.slice(user, when.index)),
    time,
    method,
    target,
    protocol,
    status: Number(answer[1]),
    size: answer[2] === '-' ? 0 : Number(answer[2]),
    referrer: orEmpty(referrer.text),
    agent: orEmpty(agent.text),
  };
}

/** The text in quotes that begins at a place, and the place behind it. By hand: a pattern with choices would run out of stack on a hostile line. */
function quoted(line: string, start: number): {text: string; end: number} | undefined {
  if (line[start] !== '"') return undefined;
  let close = line.indexOf('"', start + 1);
  while (close > 0 && isEscaped(line, close)) close = line.indexOf('"', close + 1);
  if (close < 0) return undefined;
  const text = line.slice(start + 1, close);
  return {text: text.includes('\\') ? unescape(text) : text, end: close + 1};
}

function isEscaped(line: string, quote: number): boolean {
  let first = quote;
  while (line[first - 1] === '\\') first--;
  return (quote - first) % 2 === 1;
}

function unescape(text: string): string {
  return text.replace(/\\(?:x([0-9A-Fa-f]{2})|(.))/g, (_, hex: string | undefined, letter: string) => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    return {n: '\n', r: '\r', t: '\t'}[letter] ?? letter;
  });
}

/** A method, what it is for, and a protocol; the target may hold spaces, and what looks like no request is all target. */
function requestOf(request: string): Pick<LogEntry, 'method' | 'target' | 'protocol'> {
  const first = request.indexOf(' ');
  const method = request.slice(0, first);
  if (first < 0 || !/^[A-Z]{1,20}$/.test(method)) return {method: '', target: request, protocol: ''};
  const last = request.lastIndexOf(' ');
  const protocol = request.slice(last + 1);
  if (last === first || !/^HTTP\/\d(?:\.\d)?$/.test(protocol)) {
    return {method, target: request.slice(first + 1), protocol: ''};
  }
  return {method, target: request.slice(first + 1, last), protocol};
}

function timeOf([, date, hour, minute, second, zone]: RegExpExecArray): number | undefined {
  const midnight = days.get(date);
  const offset = zones.get(zone);
  if (Number.isNaN(midnight + offset) || hour > '23' || minute > '59' || second > '60') return undefined;
  return midnight + 1000 * (3600 * Number(hour) + 60 * Number(minute) + Number(second)) - offset;
}

// A log has few days and fewer zones, and a Date for each line would take as long as all else of it.
const days = new BoundedCache(100, (date) => {
  const [day, month, year] = [Number(date.slice(0, 2)), MONTHS.indexOf(date.slice(3, 6)), Number(date.slice(7))];
  const begin = new Date(Date.UTC(year, month, day));
  const isThere = begin.getUTCMonth() === month && begin.getUTCFullYear() === year;
  return isThere ? begin.getTime() : NaN; // 30 February is one of March, and the year 0 is 1900
});
const zones = new BoundedCache(100, (zone) => {
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3))];
  if (hours > 14 || minutes > 59) return NaN; // the day begins 14 hours early on the Line Islands
  const offset = 60_000 * (60 * hours + minutes);
  return zone.startsWith('-') ? -offset : offset;
});

function orEmpty(text: string): string {
  return text === '-' ? '' : text;
}

function rest(line: string, start: number): string {
  return start >= line.length ? 'the end of the line' : JSON.stringify(line.slice(start, start + 20));
}

function nameOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function fault(what: string, rule: string, got: string): LogFault {
  return {fault: `${what} must ${rule}, got ${got}`};
}
