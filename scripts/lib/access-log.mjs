// A made access log: five days of a small forum, its visitors and those whom it could do without. The same seed gives the same bytes.
/** @import {Rng} from 'neurons' */

/**
 * @typedef {'visitor' | 'crawler' | 'monitor' | 'reader' | 'scraper' | 'probe' | 'flood'} Kind
 * @typedef {{address: string, day: number, kind: Kind}} Client
 * @typedef {{time: number, text: string}} Line its bytes as characters (latin1): some are no UTF-8
 * @typedef {{method?: string, target: string, protocol?: string, status?: number, size?: number, referrer?: string, agent: string}} Request
 */

const DAYS = 5;
const FIRST_DAY = Date.UTC(2026, 2, 2); // a Monday
const MONTHS = ['Jan', 'Feb', 'Mar'];
const SECOND = 1000;
const HOUR = 3600 * SECOND;
const SITE = 'https://forum.example';

const browsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36 Edg/145.0.0.0',
];
const oldBrowsers = [
  'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/60.0.3112.113 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.4472.124 Safari/537.36',
  'Mozilla/5.0 (Windows; U; Windows NT 5.1; pl; rv:1.9) Gecko/2008052906 Firefox/3.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_6) AppleWebKit/601.7.7 (KHTML, like Gecko) Version/9.1.2 Safari/601.7.7',
];
/** Of honest people, too. */
const oddAgents = [
  'Lynx/2.9.0dev.12 libwww-FM/2.14 SSL-MM/1.4.1',
  'w3m/0.5.3+git20230121',
  'curl/8.5.0',
  '-',
  ...oldBrowsers,
];
const crawlers = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)',
  'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
];
const tools = [
  'python-requests/2.32.3',
  'Go-http-client/1.1',
  'Scrapy/2.12.0 (+https://scrapy.org)',
  'okhttp/4.12.0',
  'curl/8.5.0',
];
const searches = ['https://www.google.com/', 'https://duckduckgo.com/', 'https://www.bing.com/'];
const images = ['/img/logo.png', '/img/smile.gif', '/img/banner.jpg', '/favicon.ico'];
const styles = ['/static/style.css', '/static/forum.js'];
const probes = [
  '/wp-login.php',
  '/.env',
  '/phpmyadmin/index.php',
  '/forum/index.php?topic=<script>alert(1)</script>',
  '/../../../../etc/passwd',
  "/forum/rss.php?topic=1'%20OR%20'1'='1",
  `/${'A'.repeat(8192)}`,
  '/%c0%ae%c0%ae/%zz',
];

/** Stand-ins for countries. All are ranges that nobody on the internet has: RFC 1918, 2544, 3849, 5737 and 6598. */
const blocks = /** @type {const} */ (['10', '172', '192', '198', '100', '203', '2001']);
/** @type {Record<'good' | 'bad', number[]>} */
const shares = {good: [0.3, 0.2, 0.15, 0.12, 0.1, 0.03, 0.1], bad: [0.12, 0.06, 0.04, 0.42, 0.26, 0.04, 0.06]};

/**
 * @param {Rng} rng
 * @returns {{log: Buffer, clients: string}} the log, and of each address what stands behind it, as CSV
 */
export function makeAccessLog(rng) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {Client[]} */
  const clients = [];
  const used = new Set();
  for (let day = 0; day < DAYS; day++) {
    const start = FIRST_DAY + day * 24 * HOUR;
    const flood = {from: start + between(rng, 8, 20) * HOUR, minutes: between(rng, 6, 12)};
    const isFlooded = (/** @type {number} */ time) =>
      time >= flood.from && time < flood.from + flood.minutes * 60 * SECOND;
    /** @param {Kind} kind @param {number} count @param {(address: string) => void} act */
    const each = (kind, count, act) => {
      for (let n = 0; n < count; n++) {
        const address = newAddress(rng, ['scraper', 'probe', 'flood'].includes(kind) ? shares.bad : shares.good, used);
        clients.push({address, day: day + 1, kind});
        act(address);
      }
    };
    /** @param {string} address @param {number} time @param {Request} request */
    const write = (address, time, request) => {
      const isRefused = isFlooded(time) && rng() < 0.4; // a server in a flood refuses anybody
      lines.push({time, text: lineOf(address, time, isRefused ? {...request, status: 503, size: 107} : request)});
    };
    each('visitor', 75, (address) => visit(rng, start, (time, request) => write(address, time, request)));
    each('crawler', 4, (address) => crawl(rng, start, (time, request) => write(address, time, request)));
    each('monitor', 1, (address) => {
      for (let n = 0; n < 96; n++) {
        write(address, start + n * 900 * SECOND, {
          method: 'HEAD',
          target: '/',
          size: 0,
          agent: 'UptimeCheck/1.4 (+https://uptime.example)',
        });
      }
    });
    each('reader', 3, (address) => {
      for (let n = 0; n < 12; n++) {
        const target = `/forum/rss.php?topic=${whole(rng, 1, 400)}`;
        write(address, start + (2 * n + rng()) * HOUR, {
          target,
          status: pick(rng, [200, 304]),
          agent: pick(rng, ['FeedReader/3.2', 'Thunderbird/128.0', ...browsers]),
        });
      }
    });
    each('scraper', 14, (address) => scrape(rng, start, (time, request) => write(address, time, request)));
    each('probe', 3, (address) => {
      const agent = pick(rng, [...tools, ...oldBrowsers, '<script>alert("bot")</script>', '-']);
      const begin = start + rng() * 23 * HOUR;
      for (const [n, target] of probes.entries())
        write(address, begin + n * 2 * SECOND, {target, status: pick(rng, [400, 403, 404]), size: 153, agent});
      const after = begin + 20 * SECOND;
      for (const text of brokenLines(address, after)) lines.push({time: after, text});
    });
    each('flood', whole(rng, 9, 14), (address) => {
      const isBare = rng() < 0.75;
      const agent = isBare ? '-' : pick(rng, [...oldBrowsers, ...browsers]);
      const referrer = pick(rng, ['http://www.mozilla-europe.org/', '-', `${SITE}/forum/index.php`]);
      const target = pick(rng, ['/forum/index.php', '/forum/index.php', '/login.php']);
      for (let n = whole(rng, 25, 60); n > 0; n--) {
        const time = flood.from + rng() * flood.minutes * 60 * SECOND;
        const isAnswered = rng() < 0.15;
        lines.push({
          time,
          text: lineOf(address, time, {
            method: 'POST',
            target,
            protocol: pick(rng, ['HTTP/1.1', 'HTTP/1.0']),
            status: isAnswered ? 200 : 503,
            size: isAnswered ? 9000 : 107,
            referrer,
            agent,
          }),
        });
      }
    });
  }
  const inOrder = lines.map((line, n) => ({...line, n})).sort((a, b) => a.time - b.time || a.n - b.n);
  const log = Buffer.from(inOrder.map(({text}) => `${text}\n`).join(''), 'latin1');
  const rows = clients.map(({address, day, kind}) => `${address},${day},${kind}\n`);
  return {log, clients: `address,day,kind\n${rows.join('')}`};
}

/**
 * Somebody reads: a page, what belongs to it, the next page.
 * @param {Rng} rng
 * @param {number} start of the day
 * @param {(time: number, request: Request) => void} write
 */
function visit(rng, start, write) {
  const isOdd = rng() < 0.1;
  const agent = pick(rng, isOdd ? oddAgents : browsers);
  const protocol = isOdd ? 'HTTP/1.1' : pick(rng, ['HTTP/2.0', 'HTTP/2.0', 'HTTP/1.1']);
  const hidesReferrer = rng() < 0.12;
  const seesPages = isOdd && !agent.startsWith('Mozilla');
  let time = start + between(rng, 5, 23) * HOUR;
  let from = rng() < 0.5 ? pick(rng, searches) : '-';
  for (let page = whole(rng, 1, 6); page > 0; page--) {
    const target = pageOf(rng);
    const referrer = hidesReferrer ? '-' : from;
    write(time, {
      target,
      protocol,
      status: pick(rng, [200, 200, 200, 200, 200, 304, 404]),
      size: whole(rng, 4000, 30000),
      referrer,
      agent,
    });
    from = `${SITE}${target.split('?')[0]}`;
    if (!seesPages) {
      for (const asset of [...styles, ...images]) {
        if (rng() < 0.3) continue; // in the browser's cache
        write(time + rng() * 2 * SECOND, {
          target: asset,
          protocol,
          status: pick(rng, [200, 200, 304]),
          size: whole(rng, 200, 9000),
          referrer: hidesReferrer ? '-' : from,
          agent,
        });
      }
    }
    time += between(rng, 8, 150) * SECOND;
    if (rng() < 0.15)
      write(time, {
        method: 'POST',
        target: pick(rng, ['/forum/index.php', '/login.php']),
        protocol,
        status: pick(rng, [302, 200, 403]),
        size: 0,
        referrer: hidesReferrer ? '-' : from,
        agent,
      });
  }
}

/** @param {Rng} rng @param {number} start @param {(time: number, request: Request) => void} write */
function crawl(rng, start, write) {
  const agent = pick(rng, crawlers);
  write(start + rng() * HOUR, {target: '/robots.txt', size: 68, agent});
  for (let n = whole(rng, 20, 40); n > 0; n--)
    write(start + between(rng, 1, 24) * HOUR, {target: pageOf(rng), size: whole(rng, 4000, 30000), agent});
}

/**
 * Somebody's program copies the forum. Most say that they are browsers, and some send what browsers send.
 * @param {Rng} rng
 * @param {number} start
 * @param {(time: number, request: Request) => void} write
 */
function scrape(rng, start, write) {
  const disguise = rng();
  const agent =
    disguise < 0.3 ? pick(rng, tools) : pick(rng, disguise < 0.65 ? [...oldBrowsers, ...browsers] : browsers);
  const sendsReferrer = disguise > 0.65;
  const protocol = disguise > 0.85 ? 'HTTP/2.0' : 'HTTP/1.1';
  let time = start + rng() * 22 * HOUR;
  let topic = whole(rng, 1, 300);
  for (let n = whole(rng, 20, 60); n > 0; n--) {
    const target = rng() < 0.85 ? `/forum/viewtopic.php?topic=${topic++}` : `/forum/index.php?page=${topic}`;
    const referrer = sendsReferrer ? `${SITE}/forum/index.php` : '-';
    write(time, {
      target,
      protocol,
      status: pick(rng, [200, 200, 200, 200, 404]),
      size: whole(rng, 4000, 30000),
      referrer,
      agent,
    });
    if (disguise > 0.9 && rng() < 0.4)
      write(time, {
        target: pick(rng, [...styles, ...images]),
        protocol,
        size: 4000,
        referrer: `${SITE}/forum/viewtopic.php`,
        agent,
      });
    time += between(rng, 0.5, 6) * SECOND;
  }
}

/** @param {Rng} rng */
function pageOf(rng) {
  const kind = rng();
  if (kind < 0.3) return '/forum/index.php';
  if (kind < 0.7) return `/forum/viewtopic.php?topic=${whole(rng, 1, 400)}`;
  if (kind > 0.93) return `/u/member${whole(rng, 1, 3000)}`;
  return kind < 0.8
    ? `/forum/search.php?q=${pick(rng, ['tea', 'jam', 'caf%C3%A9', 'b%C3%BCcher'])}`
    : pick(rng, ['/', '/about.html', '/forum/faq.php', '/login.php']);
}

/** Lines that are none, or hardly. @param {string} address @param {number} time */
function brokenLines(address, time) {
  const head = `${address} - - [${stamp(time)}]`;
  return [
    `${head} "GET /forum/index.php HTTP/1.1" 200 51`,
    `${head} "GET /"broken" HTTP/1.1" 400 153 "-" "-"`,
    `${head} "GET /\x07\x1b[31m HTTP/1.1" 400 153 "-" "-"`,
    `${head} "GET / HTTP/1.1" 200 512 "-" "caf\xe9 \xff\xfe bot"`, // no UTF-8
    `${head} "\\x16\\x03\\x01\\x02" 400 153 "-" "-"`, // a browser that begins with encryption where none is spoken
    `${head} "-" 408 0 "-" "-"`,
    '<script>document.title = "owned"</script>',
  ];
}

/** @param {string} address @param {number} time @param {Request} request */
function lineOf(
  address,
  time,
  {method = 'GET', target, protocol = 'HTTP/1.1', status = 200, size = 512, referrer = '-', agent},
) {
  const escaped = agent.replaceAll('"', '\\"');
  return `${address} - - [${stamp(time)}] "${method} ${target} ${protocol}" ${status} ${size} "${referrer}" "${escaped}"`;
}

/** @param {number} time */
function stamp(time) {
  const iso = new Date(time).toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}

/** @param {Rng} rng @param {number[]} share of each block @param {Set<unknown>} used */
function newAddress(rng, share, used) {
  for (;;) {
    let left = rng();
    const block = blocks[share.findIndex((part) => (left -= part) < 0)] ?? '10';
    const [b, c, d] = [0, 0, 0].map(() => whole(rng, 1, 254));
    const addresses = {
      10: `10.${b}.${c}.${d}`,
      172: `172.${16 + (b % 16)}.${c}.${d}`,
      192: `192.168.${c}.${d}`,
      198: `198.${18 + (b % 2)}.${c}.${d}`,
      100: `100.${64 + (b % 64)}.${c}.${d}`,
      203: `203.0.113.${d}`,
      2001: `2001:db8:${b.toString(16)}:${c.toString(16)}::${d.toString(16)}`,
    };
    const address = addresses[block];
    if (used.has(address)) continue;
    used.add(address);
    return address;
  }
}

/** @template T @param {Rng} rng @param {T[]} list @returns {T} */
function pick(rng, list) {
  return list[Math.floor(rng() * list.length)];
}

/** @param {Rng} rng @param {number} low @param {number} high */
function between(rng, low, high) {
  return low + (high - low) * rng();
}

/** A whole number, both ends included. @param {Rng} rng @param {number} low @param {number} high */
function whole(rng, low, high) {
  return Math.floor(between(rng, low, high + 1));
}
