import {activationChart} from '../../src/charts/activationChart';
import {barChart} from '../../src/charts/barChart';
import {computationGraph, type GraphNode} from '../../src/charts/computationGraph';
import {confusionChart} from '../../src/charts/confusionChart';
import {decisionRegions, type RegionModel} from '../../src/charts/decisionRegions';
import {film} from '../../src/charts/film';
import {grid} from '../../src/charts/grid';
import {histogram} from '../../src/charts/histogram';
import {imageGrid} from '../../src/charts/imageGrid';
import {learningCurve, type DrawnEpoch} from '../../src/charts/learningCurve';
import {lineChart} from '../../src/charts/lineChart';
import {lossContour} from '../../src/charts/lossContour';
import {networkDiagram} from '../../src/charts/networkDiagram';
import {rocChart, type DrawnRocCurve} from '../../src/charts/rocChart';
import {scatterChart} from '../../src/charts/scatterChart';
import type {Drawing, Figure} from '../../src/charts/types';
import {Matrix} from '../../src/math/matrix';
import {binaryStep, relu, sigmoid, softplus, tanh} from '../../src/neurons/activations';

/** A hundred samples of two classes, by rule: no random numbers. */
export const X: number[][] = Array.from({length: 100}, (_, i) => [
  4 + (i % 10) * 0.3,
  1 + (i >= 50 ? 3 : 0) + ((i * 7) % 10) * 0.1,
]);
export const y: number[] = X.map((_, i) => (i < 50 ? -1 : 1));

/** A straight model: above `height + slope · x₁` the answer is 1. */
export function straight(slope: number, height: number): RegionModel {
  const netInput = (points: number[][]): number[] => points.map(([a, b]) => b - slope * a - height);
  return {netInput, predict: (points) => netInput(points).map((z) => (z >= 0 ? 1 : -1))};
}

/** A round model with probabilities: 1 outside of a circle. */
export const round: RegionModel = {
  predict: (points) => points.map(([a, b]) => [1 / (1 + Math.exp(4 - (a - 5.5) * (a - 5.5) - (b - 2.5) * (b - 2.5)))]),
};

/** A narrow valley with its floor at (1, −0.5), and a few steps down to it. */
export function valley(w0: number, w1: number): number {
  const [a, b] = [w0 - 1, w1 + 0.5];
  return 2 + 4 * a * a + b * b + 3 * a * b;
}
export const path: number[][] = [[-1, 1], [0.5, 0.8], [0.4, 0.5], [0.6, 0.1]]; // prettier-ignore

/** Twelve epochs; validation is best in the fifth. */
export const history: DrawnEpoch[] = Array.from({length: 12}, (_, i) => ({
  epoch: i + 1,
  loss: 1 / (i + 1),
  accuracy: i / 11,
  valLoss: 0.5 + 0.02 * (i - 4) * (i - 4),
  valAccuracy: i / 22,
}));

/** Two positives, two negatives, scores 0.9 (yes), 0.6 (no), 0.4 (yes), 0.2 (no). */
export const roc: DrawnRocCurve = {
  falsePositiveRate: [0, 0, 0.5, 0.5, 1],
  truePositiveRate: [0, 0.5, 0.5, 1, 1],
  thresholds: [Infinity, 0.9, 0.6, 0.4, 0.2],
  area: 0.75,
};

/** A neuron with one weight, w = 0.5, x = 2, y = 0: z = w·x, a = 2z, loss = (a − y)²; all numbers worked by hand. */
export const neuron: GraphNode[] = [
  {name: 'w', value: 0.5, slope: 16},
  {name: 'x', value: 2, slope: 4},
  {name: 'y', value: 0, slope: -4},
  {name: 'z', value: 1, slope: 8, from: ['w', 'x']},
  {name: 'a', value: 2, slope: 4, from: ['z']},
  {name: 'loss', value: 4, slope: 1, from: ['a', 'y']},
];

export function parts(figure: Figure): Drawing {
  return figure as Drawing;
}

/** One figure of each kind. */
export function examples(): Record<string, Figure> {
  const regions = (slope: number) =>
    decisionRegions(straight(slope, 1.5), X, y, {title: 'A line', classNames: ['no', 'yes']});
  const many = Object.fromEntries(Array.from({length: 8}, (_, k) => [`line ${k}`, [k, k + 1]]));
  return {
    lines: lineChart(
      {loss: [3, 2, 1.5], error: [0.5, 0.4, 0]},
      {title: 'It learns', subtitle: 'Two lines', xLabel: 'epoch', yLabel: 'loss'},
    ),
    many: lineChart(many, {title: 'Eight lines'}),
    log: lineChart({loss: [1e-3, 1, 1e6]}, {logY: true, title: 'Far apart'}),
    scatter: scatterChart(X, y, {title: 'Two kinds', lines: {boundary: {x: [4, 7], y: [2, 4]}}}),
    straight: regions(0.2),
    soft: decisionRegions(
      round,
      X,
      y.map((label) => Number(label > 0)),
      {title: 'A ring'},
    ),
    three: decisionRegions(
      {predict: (points) => points.map(([a]) => Math.min(2, Math.floor(a - 4)))},
      X,
      X.map((_, i) => i % 3),
    ),
    network: networkDiagram(
      {layers: [{weights: Matrix.from([[1, -2, 0.5], [3, 0, -1]]), biases: [1, -1, 0]}, {weights: Matrix.from([[2], [-1], [0]])}]}, // prettier-ignore
      {title: 'It adds and subtracts', labels: [['length', 'width'], ['1', '2', '3'], ['setosa']]},
    ),
    manyUnits: networkDiagram({layers: [784, 30, 10]}, {title: 'More units than can be drawn'}),
    computation: computationGraph(neuron, {title: 'Forward and back'}),
    activations: grid(
      [binaryStep, sigmoid, tanh, relu, softplus].map((activation) => activationChart(activation)),
      {title: 'Five activations', xLabel: 'net input z'},
    ),
    tangents: activationChart(sigmoid, {tangents: [-1, 0, 2]}),
    bars: barChart({first: 2, second: 0}, {of: {first: 3, second: 4}, title: 'Solved', xLabel: 'exercises'}),
    contour: lossContour(valley, {path, title: 'Down into the valley', xLabel: 'w', yLabel: 'b'}),
    learning: learningCurve(history, {title: 'The curves part', subtitle: 'Twelve epochs'}),
    images: imageGrid([Uint8Array.of(0, 255, 128, 64), Uint8Array.of(9, 9, 9, 9)], {width: 2, titles: ['one', 'two'], title: 'Two small pictures'}), // prettier-ignore
    confusion: confusionChart([[48, 2], [5, 0]], {classNames: ['no', 'yes'], title: 'Seven mistakes'}), // prettier-ignore
    roc: rocChart(roc, {title: 'Three of four'}),
    rocFilm: film(
      [0.8, 0.5].map((threshold) => ({name: `threshold ${threshold}`, figure: rocChart(roc, {threshold})})),
    ),
    histogram: histogram({'petal length': [1, 1.5, 2, 4]}, {title: 'A gap in the middle', xLabel: 'length'}),
    histograms: histogram({no: [0.1, 0.2, 0.4], yes: [0.3, 0.8, 0.9]}, {title: 'Two kinds', xLabel: 'score'}),
    grid: grid([regions(0.1), regions(0.3)], {title: 'Two moments'}),
    film: film(
      [0, 1, 2].map((k) => ({name: `frame ${k}`, figure: regions(k / 5)})),
      {title: 'A line turns'},
    ),
  };
}
