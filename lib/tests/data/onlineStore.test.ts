/** The made-up table of the online store: that its script makes it, and what can be learned from it. */
import fs from 'node:fs';
import {describe, expect, it} from 'vitest';
import {COLUMNS, onlineStore, toCsv} from '../../../scripts/lib/online-store.mjs';
import {dataFile} from '../../src/data/files/dataFile';
import {readTable} from '../../src/data/files/readTable';
import {accuracyScore} from '../../src/data/metrics';
import type {ColumnRule} from '../../src/data/checkTable';
import {oneHot} from '../../src/data/oneHot';
import {trainTestSplit} from '../../src/data/split';
import {StandardScaler} from '../../src/data/standardScaler';
import {createRng} from '../../src/math/random';
import {tanh} from '../../src/neurons/activations';
import type {Classifier} from '../../src/trainers/classifier';
import {MlpClassifier} from '../../src/trainers/mlpClassifier';
import {adam} from '../../src/trainers/optimizers';
import {SoftmaxRegression} from '../../src/trainers/softmaxRegression';

const text = fs.readFileSync(dataFile('online-store.csv'), 'utf8');
const rows = text
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').map(Number));

const YES_OR_NO: ColumnRule = {kind: 'one of', values: [0, 1]};
const VISITS: Record<string, ColumnRule> = {
  is_mobile: YES_OR_NO,
  n_products_viewed: {kind: 'whole number', from: 0},
  visit_duration: {kind: 'number', from: 0},
  is_returning_visitor: YES_OR_NO,
  time_of_day: {kind: 'whole number', from: 0, to: 3},
  user_action: {kind: 'whole number', from: 0, to: 3},
};

/** The two counts first, then the two 0/1 columns, then the time of day as four. */
function features(visitors: number[][]): number[][] {
  const times = oneHot(
    visitors.map((row) => row[4]),
    4,
  ).toArrays();
  return visitors.map((row, i) => [row[1], row[2], row[0], row[3], ...times[i]]);
}

interface Scores {
  model: number[];
  majority: number[];
  rule: number[];
}

/** Accuracies on 100 test rows of each of 20 splits; the counts are standardised with training statistics. */
function scores(visitors: number[][], make: (seed: number) => Classifier): Scores {
  const labels = visitors.map((row) => row[5]);
  const result: Scores = {model: [], majority: [], rule: []};
  for (let seed = 0; seed < 20; seed++) {
    const split = trainTestSplit(features(visitors), labels, {testSize: 100 / labels.length, seed});
    const scaler = new StandardScaler({columns: [0, 1]}).fit(split.XTrain);
    const model = make(seed).fit(scaler.transform(split.XTrain), split.yTrain);
    result.model.push(model.score(scaler.transform(split.XTest), split.yTest));
    const always = Array.from(split.yTest, () => 0);
    result.majority.push(accuracyScore(split.yTest, always));
    const ruled = split.XTest.toArrays().map(([products]) => (products === 0 ? 0 : 1));
    result.rule.push(accuracyScore(split.yTest, ruled));
  }
  return result;
}

/** Mean and population standard deviation in %, as "90.0 (2.2)". */
function summary(values: number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return `${(100 * mean).toFixed(1)} (${(100 * Math.sqrt(squares / values.length)).toFixed(1)})`;
}

const softmaxRegression = (seed: number): SoftmaxRegression =>
  new SoftmaxRegression({optimizer: adam(0.05), epochs: 400, seed});
const hiddenTanh = (seed: number): MlpClassifier =>
  new MlpClassifier({hiddenLayers: [5], activation: tanh, optimizer: adam(0.02), epochs: 200, seed});

describe('data/online-store.csv', () => {
  it('is what its script makes, byte for byte', () => {
    expect(toCsv(onlineStore(createRng(9)))).toBe(text);
  });

  it.each(['csv', 'jsonl', 'sqlite', 'xlsx'])('holds the same visitors as .%s', async (ending) => {
    const table = await readTable(dataFile(`online-store.${ending}`), VISITS);
    expect(table.faults).toEqual([]);
    expect(table.rows.map((row) => COLUMNS.map((name) => row[name]))).toEqual(rows);
  });

  it('has 500 visitors with values in the ranges that are told of it', () => {
    expect(rows).toHaveLength(500);
    const allowed = [[0, 1], [0, 1, 2, 3, 4], undefined, [0, 1], [0, 1, 2, 3], [0, 1, 2, 3]];
    for (const row of rows) {
      row.forEach((value, j) => (allowed[j] ? expect(allowed[j]).toContain(value) : expect(value).toBeGreaterThanOrEqual(0)));
    }
    expect([0, 1, 2, 3].map((action) => rows.filter((row) => row[5] === action).length)).toEqual([261, 145, 65, 29]);
  });

  it('has no visitor who viewed nothing and stayed', () => {
    const nothing = rows.filter((row) => row[1] === 0);
    expect(nothing.length).toBeGreaterThan(200);
    expect(nothing.filter((row) => row[5] !== 0)).toEqual([]);
  });

  it('bounce or cart: regression over two classes does as well as the rule, both better than the majority', () => {
    const {model, majority, rule} = scores(
      rows.filter((row) => row[5] < 2),
      softmaxRegression,
    );
    expect([model, rule, majority].map(summary)).toEqual(['97.8 (1.4)', '97.9 (1.3)', '64.0 (3.5)']);
  });

  it('all four actions: five hidden tanh find what softmax regression cannot', () => {
    const {model, majority} = scores(rows, softmaxRegression);
    expect([scores(rows, hiddenTanh).model, model, majority].map(summary)).toEqual(['93.8 (2.2)', '89.0 (2.6)', '52.1 (4.5)']);
  }, 120_000);

  it('holds an interaction: the minutes of newcomers lead to the checkout, those of returning visitors nowhere', () => {
    const X = features(rows);
    const labels = rows.map((row) => row[5]);
    const scaler = new StandardScaler({columns: [0, 1]}).fit(X);
    // log(p₂ / p₁) of a visitor with one product, on an afternoon
    const logOdds = (model: MlpClassifier | SoftmaxRegression, [minutes, phone, returning]: number[]): number => {
      const [p] = model.predictProba(scaler.transform([[1, minutes, phone, returning, 0, 0, 1, 0]])).toArrays();
      return Math.log(p[2] / p[1]);
    };
    for (const seed of [0, 1, 2]) {
      const network = hiddenTanh(seed).fit(scaler.transform(X), labels);
      const gain = (returning: number): number => logOdds(network, [3, 0, returning]) - logOdds(network, [0, 0, returning]);
      expect(gain(0)).toBeGreaterThan(10);
      expect(Math.abs(gain(1))).toBeLessThan(5);
      expect(logOdds(network, [0, 0, 1])).toBeGreaterThan(logOdds(network, [0, 0, 0])); // short visits: who returns goes farther
    }
    const flat = softmaxRegression(0).fit(scaler.transform(X), labels);
    const gains = [0, 1].map((returning) => logOdds(flat, [3, 0, returning]) - logOdds(flat, [0, 0, returning]));
    expect(Math.abs(gains[0] - gains[1])).toBeLessThan(1e-9);
  });
});
