import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseLogLine, type LogEntry} from '../../src/data/logLine';

const line = (parts: Partial<Record<'who' | 'time' | 'request' | 'answer' | 'referrer' | 'agent', string>> = {}): string => {
  const {who = '203.0.113.7 - -', time = '20/Dec/2026:20:00:08 +0000', request = 'GET / HTTP/1.1'} = parts;
  const {answer = '200 512', referrer = '-', agent = 'curl/8.5.0'} = parts;
  return `${who} [${time}] "${request}" ${answer} "${referrer}" "${agent}"`;
};
const entry = (text: string): LogEntry => {
  const seen = parseLogLine(text);
  if ('fault' in seen) throw new Error(seen.fault);
  return seen;
};
const fault = (text: string): string => {
  const seen = parseLogLine(text);
  return 'fault' in seen ? seen.fault : 'none';
};

describe('parseLogLine', () => {
  it('reads every field', () => {
    expect(entry(line({referrer: 'http://a.example/b'}))).toEqual({
      address: '203.0.113.7',
      user: '',
      time: Date.UTC(2026, 11, 20, 20, 0, 8),
      method: 'GET',
      target: '/',
      protocol: 'HTTP/1.1',
      status: 200,
      size: 512,
      referrer: 'http://a.example/b',
      agent: 'curl/8.5.0',
    });
  });

  it('knows IPv6, host names, and users with spaces', () => {
    expect(entry(line({who: '2001:db8::7 - -'})).address).toBe('2001:db8::7');
    expect(entry(line({who: 'crawl.example ident Ann B. Lee'}))).toMatchObject({address: 'crawl.example', user: 'Ann B. Lee'});
  });

  it('takes escapes of quotes and bytes back', () => {
    expect(entry(line({agent: 'say \\"hi\\" \\x22\\x41\\\\'})).agent).toBe('say "hi" "A\\');
    expect(entry(line({agent: 'a\\tb\\n'})).agent).toBe('a\tb\n');
  });

  it('reads requests without a protocol, with spaces, empty, and of no kind', () => {
    const of = (request: string): unknown[] => {
      const {method, target, protocol} = entry(line({request}));
      return [method, target, protocol];
    };
    expect(of('GET /')).toEqual(['GET', '/', '']);
    expect(of('GET HTTP/1.1')).toEqual(['GET', 'HTTP/1.1', '']);
    expect(of('GET /a b HTTP/1.0')).toEqual(['GET', '/a b', 'HTTP/1.0']);
    expect(of('GET /caf%C3%A9?x=%zz HTTP/2.0')).toEqual(['GET', '/caf%C3%A9?x=%zz', 'HTTP/2.0']);
    expect(of(' /a HTTP/1.0')).toEqual(['', ' /a HTTP/1.0', '']);
    expect(of('-')).toEqual(['', '', '']);
    expect(of('')).toEqual(['', '', '']);
    expect(of('\\x16\\x03\\x01')).toEqual(['', '\u0016\u0003\u0001', '']);
  });

  it('minds the zone and the calendar', () => {
    expect(entry(line({time: '20/Dec/2026:20:00:08 +0430'})).time).toBe(Date.UTC(2026, 11, 20, 15, 30, 8));
    expect(entry(line({time: '20/Dec/2026:20:00:08 -0100'})).time).toBe(Date.UTC(2026, 11, 20, 21, 0, 8));
    expect(entry(line({time: '31/Dec/2016:23:59:60 +0000'})).time).toBe(Date.UTC(2017, 0, 1)); // a leap second
    for (const time of ['30/Feb/2026:20:00:08 +0000', '20/Foo/2026:20:00:08 +0000', '20/Dec/2026:24:00:08 +0000', '00/Dec/2026:20:00:08 +0000', '20/Dec/2026:20:60:08 +0000', '20/Dec/2026:20:00:61 +0000', '20/Dec/0000:20:00:08 +0000', '20/Dec/2026:20:00:08 +1500', '20/Dec/2026:20:00:08 -0160']) {
      expect(fault(line({time}))).toContain('time must be a time of the calendar');
    }
  });

  it('takes a missing size for 0', () => {
    expect(entry(line({answer: '304 -'})).size).toBe(0);
  });

  it.each([
    ['', 'time must stand in brackets, got none'],
    ['<script>alert(1)</script>', 'time must stand in brackets, got none'],
    [line({agent: 'a\u0000b'}), 'line must hold no control characters, got U+0000 at column'],
    [line({agent: 'a\u007fb'}), 'line must hold no control characters, got U+007F at column'],
    [line({answer: `200 ${'9'.repeat(16)}`}), 'status and size must follow the request'],
    [line({referrer: '-"x"-'}), 'agent must stand in quotes, got "x\\"-\\" '],
    [line({who: 'one two'}), 'line must begin with address, identity and user, got one two'],
    [line({who: 'one  three'}), 'line must begin with address, identity and user, got one  three'],
    [line({who: ' two three'}), 'line must begin with address, identity and user'],
    [line({request: 'GET /"x" HTTP/1.1'}), 'status and size must follow the request'],
    [line({answer: 'ok 5'}), 'status and size must follow the request'],
    ['203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "GET / HT', 'request must stand in quotes, got "\\"GET / HT"'],
    ['203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "GET /" 200 5', 'status and size must follow the request'],
    ['203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "GET /" 200 5 ', 'referrer must stand in quotes, got the end of the line'],
    ['203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "GET /" 200 5 "-"', 'agent must stand in quotes, got the end of the line'],
    [`${line()} more`, 'line must end with the agent, got " more"'],
  ])('says what is wrong with %j', (text, words) => {
    expect(fault(text)).toContain(words);
  });

  it('takes a line of a file as it comes, and none that was cut', () => {
    expect(parseLogLine({text: line(), isCut: false})).toEqual(entry(line()));
    expect(parseLogLine({text: line(), isCut: true})).toEqual({fault: `line must be read whole, got ${line().length} characters, and more`});
  });

  it('never throws, whatever a line holds', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('"', '\\', ' [', '] ', '-', '20/Dec/2026:20:00:08 +0000', 'GET / HTTP/1.1'));
    fc.assert(fc.property(fc.array(piece), (pieces) => typeof parseLogLine(pieces.join('')) === 'object'));
  });

  it('reads quotes and backslashes by the ten thousand', () => {
    expect(entry(line({agent: '\\"'.repeat(50_000)})).agent).toBe('"'.repeat(50_000));
  });
});
