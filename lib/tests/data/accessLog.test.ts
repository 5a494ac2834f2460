/** The log of lesson 11: that it is made as told, and how well it can be filtered. */
import fs from 'node:fs';
import {gunzipSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {makeAccessLog} from '../../../scripts/lib/access-log.mjs';
import {dataFile} from '../../src/data/files/dataFile';
import {readLog} from '../../src/data/files/readLog';
import type {LogEntry} from '../../src/data/logLine';
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
const entries: LogEntry[] = [];
const faults: string[] = [];

beforeAll(async () => {
  for (const row of fs.readFileSync(dataFile('access-clients.csv'), 'utf8').trimEnd().split('\n').slice(1)) {
    const [address, day, kind] = row.split(',');
    expect(clients.has(address)).toBe(false);
    clients.set(address, {day: Number(day), isBad: Number(['scraper', 'probe', 'flood'].includes(kind))});
  }
  const read = await readLog(dataFile('access.log.gz'));
  entries.push(...read.entries);
  faults.push(...read.faults.map(({fault}) => fault));
});

const dayOf = ({time}: LogEntry): number => new Date(time).getUTCDate() - 1;
const truth = (rows: LogEntry[]): number[] => rows.map(({address}) => clients.get(address)!.isBad);
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

describe('a filter that learned on three days, on a day and addresses it never saw', () => {
  const isOf = (days: number[]): LogEntry[] => entries.filter(({address}) => days.includes(clients.get(address)!.day));

  it('finds nearly twice as many bad requests as the rule, at nearly its precision, and is far from the majority', () => {
    const words = new LogWords();
    const [train, test] = [isOf([1, 2, 3]), isOf([5])];
    const dictionary = new Vocabulary({minimumCount: 3}).fit(train.map((entry) => words.of(entry)));
    const X = dictionary.transform(train.map((entry) => words.of(entry)));
    const options = {hiddenLayers: [16], activation: sigmoid, optimizer: adam(0.01), epochs: 4};
    const model = new MlpClassifier(options).fit(X.toDense(), truth(train));
    const chances = predictSparse(model.network_, dictionary.transform(test.map((entry) => words.of(entry))));
    const learned = classificationReport(truth(test), Array.from(test, (_, i) => Number(chances.get(i, 1) >= 0.5)));
    const rule = new RateRule({requests: 5});
    const ruled = classificationReport(
      truth(test),
      test.map(({address, time, status}) => Number(rule.look(address, time, status >= 400))),
    );
    expect(bad(learned).precision).toBeGreaterThan(0.95);
    expect(bad(learned).recall).toBeGreaterThan(0.9);
    expect(bad(learned).recall).toBeLessThan(0.99);
    expect(bad(ruled).precision).toBeGreaterThan(0.95);
    expect(bad(ruled).recall).toBeLessThan(0.6);
    expect(learned.majority).toBeLessThan(0.7);
  });

  it('reads the log of one day in the order of time', () => {
    expect(onDays(5).every(({time}, i, all) => i === 0 || time >= all[i - 1].time)).toBe(true);
  });
});
