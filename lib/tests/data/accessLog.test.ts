/** The log of lesson 11: that it is made as told, and how well it can be filtered. */
import fs from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {makeAccessLog} from '../../../scripts/lib/access-log.mjs';
import {dataFile} from '../../src/data/files/dataFile';
import {readLog} from '../../src/data/files/readLog';
import {parseLogLine, type LogEntry} from '../../src/data/logLine';
import {LogWords} from '../../src/data/logWords';
import {classificationReport, type ClassificationReport} from '../../src/data/metrics';
import {RateRule} from '../../src/data/rateRule';
import {Vocabulary} from '../../src/data/vocabulary';
import {createRng} from '../../src/math/random';
import {sigmoid} from '../../src/neurons/activations';
import {MlpClassifier} from '../../src/trainers/mlpClassifier';
import {adam} from '../../src/trainers/optimizers';
import {predictSparse} from '../../src/trainers/predictSparse';

interface Client {
  day: number;
  isBad: number;
}
const clients = new Map<string, Client>();
const clientsOf = (csv: string): Map<string, Client> => {
  const rows = csv.trimEnd().split('\n').slice(1).map((row) => row.split(','));
  expect(new Set(rows.map(([address]) => address)).size).toBe(rows.length);
  return new Map(
    rows.map(([address, day, kind]) => [
      address,
      {day: Number(day), isBad: Number(['scraper', 'probe', 'flood'].includes(kind))},
    ]),
  );
};
const entries: LogEntry[] = [];
const faults: string[] = [];

beforeAll(async () => {
  for (const [address, client] of clientsOf(fs.readFileSync(dataFile('access-clients.csv'), 'utf8'))) {
    clients.set(address, client);
  }
  const read = await readLog(dataFile('access.log.gz'));
  entries.push(...read.entries);
  faults.push(...read.faults.map(({fault}) => fault));
});

const dayOf = ({time}: LogEntry): number => new Date(time).getUTCDate() - 1;
const onDays = (...days: number[]): LogEntry[] => entries.filter((entry) => days.includes(dayOf(entry)));
const bad = (report: ClassificationReport): ClassificationReport['classes'][0] => report.classes[1];

describe('data/access.log.gz', () => {
  it('is what the generator makes', () => {
    const made = makeAccessLog(createRng(11));
    expect(gunzipSync(fs.readFileSync(dataFile('access.log.gz'))).equals(made.log)).toBe(true);
    expect(fs.readFileSync(dataFile('access-clients.csv'), 'utf8')).toBe(made.clients);
  });

  it('has addresses that keep to one day, and nobody without a truth', () => {
    const strangers = entries.filter((entry) => clients.get(entry.address)?.day !== dayOf(entry));
    expect(strangers.filter((entry) => clients.get(entry.address)?.day !== dayOf(entry) - 1)).toEqual([]); // past midnight
    expect(strangers.length).toBeLessThan(entries.length / 50);
  });

  it('has addresses that nobody on the internet has', () => {
    const nobody = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|198\.1[89]\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|203\.0\.113\.|2001:db8:)/;
    for (const address of clients.keys()) expect(address).toMatch(nobody);
  });

  it('has faults of each kind that hostile lines have', () => {
    for (const what of ['time must', 'status and size must', 'control characters']) {
      expect(faults.some((fault) => fault.includes(what))).toBe(true);
    }
    expect(entries.some(({agent}) => agent.includes('<script>'))).toBe(true);
    expect(entries.some(({agent}) => agent.includes('\ufffd'))).toBe(true);
    expect(entries.some(({target}) => target.length > 8000)).toBe(true);
  });
});

/** The rule's answers for N bad requests within a minute. */
function ruled(requests: number, rows: LogEntry[]): number[] {
  const rule = new RateRule({requests});
  return rows.map(({address, time, status}) => Number(rule.look(address, time, status >= 400)));
}

/** What a filter that learned on three days, and the rule, find on another; the rule's N is chosen on the day before. */
function judge(rows: LogEntry[], all: Map<string, Client>, test: number): Record<'learned' | 'ruled', ClassificationReport> {
  const before = test === 1 ? 5 : test - 1;
  const onDay = (wanted: (day: number) => boolean): LogEntry[] => rows.filter(({address}) => wanted(all.get(address)!.day));
  const training = onDay((day) => day !== test && day !== before);
  const [validation, held] = [onDay((day) => day === before), onDay((day) => day === test)];
  const truth = (some: LogEntry[]): number[] => some.map(({address}) => all.get(address)!.isBad);
  const words = new LogWords();
  const texts = (some: LogEntry[]): string[][] => some.map((entry) => words.of(entry));
  const dictionary = new Vocabulary({minimumCount: 3}).fit(texts(training));
  const options = {hiddenLayers: [16], activation: sigmoid, optimizer: adam(0.01), epochs: 4};
  const model = new MlpClassifier(options).fit(dictionary.transform(texts(training)).toDense(), truth(training));
  const chances = predictSparse(model.network_, dictionary.transform(texts(held)));
  const rule = (requests: number, some: LogEntry[]): ClassificationReport =>
    classificationReport(truth(some), ruled(requests, some));
  const best = [1, 2, 3, 5, 10].reduce((a, b) => (rule(b, validation).accuracy > rule(a, validation).accuracy ? b : a));
  return {
    learned: classificationReport(truth(held), Array.from(held, (_, i) => Number(chances.get(i, 1) >= 0.5))),
    ruled: rule(best, held),
  };
}

describe('a filter that learned on three days, on a day and addresses it never saw', () => {
  it('makes half the mistakes of the best rule, and is far from the majority', () => {
    const {learned, ruled} = judge(entries, clients, 5);
    expect(bad(learned).precision).toBeGreaterThan(0.95);
    expect(bad(learned).recall).toBeGreaterThan(0.9);
    expect(bad(learned).recall).toBeLessThan(0.99);
    expect(bad(ruled).precision).toBeGreaterThan(0.95);
    expect(bad(ruled).recall).toBeGreaterThan(0.8); // no straw man
    expect(1 - learned.accuracy).toBeLessThan((1 - ruled.accuracy) / 2);
    expect(learned.majority).toBeLessThan(0.7);
  });

  it('is ahead of the rule on the other days and in logs of other seeds, but for a day on which both do as well', () => {
    const others = [12, 14].map((seed) => {
      const made = makeAccessLog(createRng(seed));
      const lines = made.log.toString('utf8').split('\n').map(parseLogLine);
      const rows = lines.filter((line): line is LogEntry => !('fault' in line));
      return judge(rows, clientsOf(made.clients), 5);
    });
    const reports = [...[1, 2, 3, 4].map((day) => judge(entries, clients, day)), ...others];
    for (const {learned, ruled} of reports) {
      expect(bad(learned).precision).toBeGreaterThan(0.94);
      expect(learned.accuracy).toBeGreaterThan(ruled.accuracy - 0.01);
      expect(learned.accuracy).toBeGreaterThan(learned.majority + 0.25);
    }
    expect(reports.filter(({learned, ruled}) => learned.accuracy > ruled.accuracy + 0.02)).toHaveLength(5);
  });

  it('reads the log of one day in the order of time', () => {
    expect(onDays(5).every(({time}, i, all) => i === 0 || time >= all[i - 1].time)).toBe(true);
  });
});
