import {describe, expect, it} from 'vitest';
import {BoundedCache} from '../../src/data/boundedCache';
import {parseLogLine, type LogEntry} from '../../src/data/logLine';
import {LogWords} from '../../src/data/logWords';
import {Vocabulary} from '../../src/data/vocabulary';

const entry = (line: string): LogEntry => parseLogLine(line) as LogEntry;
const post = entry(
  '203.0.113.7 - - [20/Dec/2026:20:00:08 +0000] "POST /forum/index.php HTTP/1.1" 503 107 "http://www.mozilla-europe.org/" "-"',
);
const agent = 'Mozilla/5.0 (Windows; U; Windows NT 5.1; pl; rv:1.9) Gecko/2008052906 Firefox/3.0';
const get = entry(
  `198.51.100.4 - - [20/Dec/2026:15:00:03 +0000] "GET /forum/rss.php?topic=347425 HTTP/1.0" 200 1685 "-" "${agent}"`,
);
const test = entry('192.0.2.9 - - [21/Dec/2026:09:30:00 +0000] "POST /login.php HTTP/1.1" 503 107 "-" "-"');

describe('LogWords', () => {
  it('says the two lines of the lesson', () => {
    expect(new LogWords().of(post)).toEqual([
      '__REQ___METHOD_POST',
      '__REQ___HTTP_VER_HTTP/1.1',
      '__REQ___URL___PATH_/forum/index.php',
      '__REFER___SCHEME_http',
      '__REFER___NETLOC_www.mozilla-europe.org',
      '__REFER___PATH_/',
      '__UA_EMPTY',
      '__CODE_503',
    ]);
    expect(new LogWords().of(get)).toEqual([
      '__REQ___METHOD_GET',
      '__REQ___HTTP_VER_HTTP/1.0',
      '__REQ___URL___PATH_/forum/rss.php',
      '__REQ___URL___QS_topic',
      '__NO_REFER__',
      '__UA___BASE_Mozilla/5.0',
      '__UA___BROWSER_Firefox',
      '__UA___VER_Firefox/3',
      '__UA___OS_Windows',
      '__UA___OS_Windows NT 5.1',
      '__UA___PLATFORM_desktop',
      '__UA___ENGINE_Gecko',
      '__CODE_200',
    ]);
  });

  it('makes a dictionary of them that knows five words of a third', () => {
    const words = new LogWords();
    const dictionary = new Vocabulary().fit([post, get].map((each) => words.of(each)));
    expect(dictionary.words_).toHaveLength(21);
    const row = dictionary.transform([words.of(test)]);
    expect(Array.from(row.indices, (j) => dictionary.words_[j]).sort()).toEqual(
      ['__CODE_503', '__NO_REFER__', '__REQ___HTTP_VER_HTTP/1.1', '__REQ___METHOD_POST', '__UA_EMPTY'].sort(),
    );
    expect(dictionary.unknownIn([words.of(test)])).toBe(1);
  });

  it('leaves out what is known only after the answer, and takes the first part of the address, if asked', () => {
    const before = new LogWords({status: false}).of(post);
    expect(before.some((word) => word.startsWith('__CODE'))).toBe(false);
    expect(new LogWords({size: true}).of(get)).toContain('__SIZE_4');
    expect(new LogWords({size: true}).of({...get, size: 0})).toContain('__SIZE_0');
    expect(new LogWords({firstOctet: true}).of(post)).toContain('__IP_203');
    expect(new LogWords({firstOctet: true}).of({...post, address: '2001:db8::1'})).toContain('__IP_2001');
  });

  it('says where a visitor came from, in words of bounded length, too', () => {
    const from = (referrer: string): string[] => new LogWords().of({...post, referrer}).slice(3, 6);
    expect(from('https://a.example/caf%C3%A9?b')[2]).toBe('__REFER___PATH_/café');
    const long = from(`https://${'a'.repeat(900)}/${'b'.repeat(900)}`);
    expect(Math.max(...long.map(({length}) => length))).toBeLessThan(250);
  });

  it('says broken and hostile fields in words of bounded length', () => {
    const hostile = {...get, target: `/${'A'.repeat(8192)}%zz?${'b'.repeat(9000)}`, referrer: 'javascript:x', agent: 'x'.repeat(9000)};
    const words = new LogWords().of(hostile);
    expect(Math.max(...words.map(({length}) => length))).toBeLessThan(250);
    expect(words).toContain('__REFER_STRANGE');
    expect(new LogWords().of({...get, method: '', target: '\u0016', protocol: ''}).slice(0, 3)).toEqual(['__REQ_NONE', '__REQ_NO_HTTP_VER', '__NO_REFER__']);
    expect(new LogWords().of({...get, target: 'http://proxy.example/x'})).toContain('__REQ___URL___NETLOC_proxy.example');
    expect(new LogWords().of({...get, target: '/%zz?caf%C3%A9=1'}).slice(2, 4)).toEqual([
      '__REQ___URL___PATH_/%zz',
      '__REQ___URL___QS_café',
    ]);
    expect(new LogWords().of({...get, target: '/caf%C3%A9?a=1&a=2&b'}).slice(2, 5)).toEqual([
      '__REQ___URL___PATH_/café',
      '__REQ___URL___QS_a',
      '__REQ___URL___QS_b',
    ]);
  });
});

describe('BoundedCache', () => {
  it('asks once for each text, and forgets the oldest', () => {
    const asked: string[] = [];
    const cache = new BoundedCache(2, (text) => asked.push(text));
    for (const text of ['a', 'b', 'a', 'c', 'b', 'a']) cache.get(text);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
    expect(cache.length).toBe(2);
  });

  it('does not remember long texts', () => {
    const cache = new BoundedCache(2, (text) => text.length);
    expect([1000, 1001].map((length) => cache.get('x'.repeat(length)))).toEqual([1000, 1001]);
    expect(cache.length).toBe(1);
  });
});

describe('Vocabulary', () => {
  it('takes words that enough texts have, however often one text says them', () => {
    const texts = [['a', 'a', 'b'], ['b', 'c']];
    expect(new Vocabulary({minimumCount: 2}).fit(texts).words_).toEqual(['b']);
    expect(new Vocabulary().fit(texts).transform([['c', 'a', 'a', 'x']]).toDense().toArrays()).toEqual([[1, 0, 1]]);
  });

  it('keeps rows apart, counts an unknown word once in a text, and hands out a copy of its words', () => {
    const dictionary = new Vocabulary().fit([['a', 'b']]);
    expect(dictionary.transform([['b'], ['a'], []]).toDense().toArrays()).toEqual([[0, 1], [1, 0], [0, 0]]);
    expect(dictionary.unknownIn([['x', 'x', 'a'], ['x']])).toBe(2);
    dictionary.words_.push('x');
    expect(dictionary.words_).toEqual(['a', 'b']);
  });

  it('forgets an earlier fit, and keeps it when the next one fails', () => {
    const dictionary = new Vocabulary({minimumCount: 2}).fit([['a'], ['a']]).fit([['b'], ['b']]);
    expect(() => dictionary.fit([['c']])).toThrow('texts must hold a word that is in 2 of them, got 1 words');
    expect(dictionary.words_).toEqual(['b']);
  });

  it('names what is wrong', () => {
    expect(() => new Vocabulary({minimumCount: 0})).toThrow('minimumCount must be a positive whole number, got 0');
    expect(() => new Vocabulary().transform([])).toThrow('Vocabulary is not fitted yet: call fit(texts) before transform');
    expect(() => new Vocabulary().fit(['tea'] as unknown as string[][])).toThrow('a text must be a list of words, got "tea"');
  });
});
