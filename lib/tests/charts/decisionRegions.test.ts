import {describe, expect, it} from 'vitest';
import {decisionRegions, type DecisionRegionsOptions, type RegionModel} from '../../src/charts/decisionRegions';
import {Matrix} from '../../src/math/matrix';
import {sigmoid, signStep, tanh} from '../../src/neurons/activations';
import {Neuron} from '../../src/neurons/neuron';
import {Perceptron} from '../../src/trainers/perceptron';
import type {Drawing, Figure, Range, Trace} from '../../src/charts/types';
import {parts, round, straight, X, y} from './examples';

const named = (figure: Figure, name: string): Trace[] => parts(figure).data.filter((trace) => trace.name === name);
const bits = y.map((label) => Number(label > 0));

/** Area of a polygon. */
function area({x, y: heights}: Trace): number {
  const corners = x.map((value, i) => [value!, heights[i]!]);
  const twice = corners.reduce((sum, [a, b], i) => {
    const [c, d] = corners[(i + 1) % corners.length];
    return sum + a * d - b * c;
  }, 0);
  return Math.abs(twice) / 2;
}

function frameArea({layout}: Drawing): number {
  const [[x0, x1], [y0, y1]] = [layout.xaxis.range, layout.yaxis.range];
  return (x1 - x0) * (y1 - y0);
}

describe('decisionRegions of a straight model', () => {
  const figure = decisionRegions(straight(0.2, 1.5), X, y, {title: 'A line', classNames: ['no', 'yes']});

  it('is two polygons that fill the plane and share the line, exactly', () => {
    const regions = named(figure, 'region');
    const [line] = named(figure, 'boundary');
    const whole = frameArea(parts(figure));
    expect(regions).toHaveLength(2);
    expect(Math.abs(area(regions[0]) + area(regions[1]) - whole)).toBeLessThan(1e-4 * whole);
    expect(line.x).toHaveLength(2);
    line.x.forEach((a, i) => expect(Math.abs(line.y[i]! - 0.2 * a! - 1.5)).toBeLessThan(1e-5));
  });

  it('has "no" below and "yes" above, in their colours', () => {
    const [no, yes] = named(figure, 'region');
    const {layout} = parts(figure);
    expect(no.y).toContain(Number(layout.yaxis.range[0].toPrecision(6)));
    expect(yes.y).toContain(Number(layout.yaxis.range[1].toPrecision(6)));
    expect(no.fillcolor).toMatch(/^#c94f0a/);
    expect(yes.fillcolor).toMatch(/^#2a6bb5/);
  });

  it('says in words where the boundary runs and how many samples are wrong', () => {
    const wrong = X.filter(([a, b], i) => (b - 0.2 * a - 1.5 >= 0 ? 1 : -1) !== y[i]).length;
    expect(figure.alt).toContain('50 no, 50 yes');
    expect(figure.alt).toContain(`${wrong} of 100 samples lie on the wrong side`);
    expect(figure.alt).toMatch(/the boundary runs straight from \([\d.−]+, [\d.−]+\) to/);
  });

  it('takes the side of predict where the model is undecided everywhere, as with zero weights', () => {
    const zero = (label: number): RegionModel => ({
      netInput: (points) => points.map(() => 0),
      predict: (points) => points.map(() => label),
    });
    expect(named(decisionRegions(zero(1), X, y), 'region').map(({x}) => x.length)).toEqual([0, 4]);
    expect(named(decisionRegions(zero(-1), X, y), 'region').map(({x}) => x.length)).toEqual([4, 0]);
    expect(named(decisionRegions(zero(1), X, y), 'boundary')[0].x).toEqual([]);
  });

  const gate = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore
  it.each([undefined, [-0.08, 1.08]])('draws a boundary that runs from corner to corner, ranges %j', (range) => {
    const or = new Perceptron({learningRate: 0.5, epochs: 12, shuffle: false}).fit(gate, [0, 1, 1, 1]);
    const figure = decisionRegions(or, gate, [0, 1, 1, 1], range && {ranges: [range, range] as [Range, Range]});
    const [low, high] = parts(figure).layout.xaxis.range;
    const [line] = named(figure, 'boundary');
    expect(line.x).toEqual([high, low]); // x₁ + x₂ = 1
    expect(line.y).toEqual([low, high]);
    expect(named(figure, 'region').map(({x}) => x.length)).toEqual([3, 3]);
    expect(named(figure, 'region').map(area)).toEqual(Array(2).fill(expect.closeTo(frameArea(parts(figure)) / 2, 4)));
    expect(figure.alt).toContain('the boundary runs straight from (');
  });

  it('draws a boundary along the edge of the picture, and none that only touches a corner', () => {
    const onEdge = {predict: () => [0, 1, 1, 1], netInput: (P: number[][]) => P.map(([a]) => a)};
    const ranges: [Range, Range] = [[0, 1], [0, 1]]; // prettier-ignore
    expect(named(decisionRegions(onEdge, gate, [0, 1, 1, 1], {ranges}), 'boundary')[0].x).toEqual([0, 0]);
    const onCorner = {...onEdge, netInput: (P: number[][]) => P.map(([a, b]) => a + b)};
    const touching = decisionRegions(onCorner, gate, [0, 1, 1, 1], {ranges});
    expect(named(touching, 'boundary')[0].x).toEqual([]);
    expect(named(touching, 'region').map(({x}) => x.length)).toEqual([0, 4]);
  });

  it('finds a corner on the line also where its net input is 0 but for rounding', () => {
    const netInput = (P: number[][]) => P.map(([a, b]) => 0.1 * a + 0.2 * b - 0.3);
    expect(netInput([[1, 1]])[0]).not.toBe(0);
    const figure = decisionRegions({predict: () => [0, 0, 1, 1], netInput}, gate, [0, 0, 1, 1], {
      ranges: [[-1, 1], [1, 2]], // prettier-ignore
    });
    expect(named(figure, 'boundary')[0].x).toEqual(expect.arrayContaining([-1, 1]));
    expect(named(figure, 'region').map(({x}) => x.length)).toEqual([3, 3]);
  });

  it('tells a place that is 0 but for rounding as 0', () => {
    const netInput = (P: number[][]) => P.map(([a]) => 0.1 * a);
    const ranges: [Range, Range] = [[-0.2, 1.4], [-0.5, 1.5]]; // prettier-ignore
    const figure = decisionRegions({predict: () => [0, 0, 1, 1], netInput}, gate, [0, 0, 1, 1], {ranges});
    expect(figure.alt).toMatch(/from \(0, −0\.5\) to \(0, 1\.5\)|from \(0, 1\.5\) to \(0, −0\.5\)/);
    expect(named(figure, 'boundary')[0].x).toEqual([0, 0]);
  });

  it('draws a trained perceptron', () => {
    const model = new Perceptron({epochs: 50, shuffle: false}).fit(X, y);
    expect(decisionRegions(model, X, y).alt).toContain('0 of 100 samples');
    expect(named(decisionRegions(model, X, y), 'boundary')[0].x).toHaveLength(2);
  });
});

describe('decisionRegions of other models', () => {
  it('draws probabilities as a soft field with a ring on which they are one half', () => {
    const figure = decisionRegions(round, X, bits);
    const [field] = named(figure, 'field');
    const [ring] = named(figure, 'boundary');
    expect(field.z).toHaveLength(60);
    expect(new Set(field.z!.flat()).size).toBeGreaterThan(20);
    const places = ring.x.flatMap((a, i) => (a === null ? [] : [[a, ring.y[i]!]]));
    expect(places.length).toBeGreaterThan(50);
    for (const [a, b] of places) expect(Math.abs(Math.hypot(a - 5.5, b - 2.5) - 2)).toBeLessThan(0.01);
  });

  it('has a line that does not wobble where probabilities are saturated', () => {
    const steep = (points: number[][]) => points.map(([a, b]) => 1 / (1 + Math.exp(60 * (0.2 * a + 2.02 - b))));
    const predict = (points: number[][]) => steep(points).map((p) => Number(p > 0.5));
    const [line] = named(decisionRegions({predict, predictProba: steep}, X, bits), 'boundary');
    const places = line.x.flatMap((a, i) => (a === null ? [] : [[a, line.y[i]!]]));
    expect(places.length).toBeGreaterThan(50);
    for (const [a, b] of places) expect(Math.abs(b - 0.2 * a - 2.02)).toBeLessThan(1e-4);
  });

  it('reads probabilities from a matrix, from rows and from a list alike', () => {
    const p = (points: number[][]): number[] => points.map(([a]) => 1 / (1 + Math.exp(5 - a)));
    const predict = (points: number[][]): number[] => p(points).map((one) => Number(one > 0.5));
    const rows = decisionRegions({predict, predictProba: (points) => p(points).map((one) => [1 - one, one])}, X, bits);
    const list = decisionRegions({predict, predictProba: p}, X, bits);
    const matrix = decisionRegions(
      {predict, predictProba: (points) => Matrix.from(p(points).map((one) => [1 - one, one]))},
      X,
      bits,
    );
    expect(list.data).toEqual(rows.data);
    expect(matrix.data).toEqual(rows.data);
  });

  it('draws labels only as two flat tones with a border between them', () => {
    const figure = decisionRegions({predict: (points) => points.map(([a, b]) => Number(a + b > 8))}, X, bits);
    const [field] = named(figure, 'field');
    expect(new Set(field.z!.flat())).toEqual(new Set([0, 250]));
    expect(named(figure, 'boundary')[0].x.length).toBeGreaterThan(20);
  });

  it('has a field a class for three, and names for classes without a sample', () => {
    const three = {predict: (points: number[][]) => points.map(([a]) => Math.min(2, Math.floor(a / 2.4)))};
    const figure = decisionRegions(three, X, bits, {classNames: ['a', 'b', 'c']});
    expect(named(figure, 'field')).toHaveLength(3);
    expect(figure.alt).toContain('50 a, 50 b, 0 c');
  });

  it('keeps to the ranges and the resolution it is given', () => {
    const figure = decisionRegions(round, X, bits, {
      ranges: [
        [0, 9],
        [-1, 8],
      ],
      resolution: 10,
    });
    expect(parts(figure).layout.xaxis.range).toEqual([0, 9]);
    expect(parts(figure).layout.yaxis.range).toEqual([-1, 8]);
    expect(named(figure, 'field')[0].z).toHaveLength(10);
    expect(named(figure, 'field')[0].x[9]).toBe(9);
  });

  it('rings the rows that are marked, says so, and refuses a row that is not there', () => {
    const figure = decisionRegions(round, X, bits, {mark: [3]});
    expect(named(figure, 'marked')[0]).toMatchObject({x: [X[3][0]], y: [X[3][1]]});
    expect(figure.alt).toContain('marked with a ring: (');
    expect(named(decisionRegions(round, X, bits, {mark: []}), 'marked')[0].x).toEqual([]);
    expect(named(decisionRegions(round, X, bits), 'marked')).toEqual([]);
    expect(() => decisionRegions(round, X, bits, {mark: [100]})).toThrow('mark must hold rows from 0 to 99, got 100');
  });

  it('asks a single neuron row by row: labels from a step, a soft field from a logistic unit', () => {
    const [weights, bias] = [[1, -1], 0.5];
    const step = decisionRegions(new Neuron({weights, bias, activation: signStep}), X, y);
    expect(named(step, 'region')).toHaveLength(2);
    const soft = decisionRegions(new Neuron({weights, bias, activation: sigmoid}), X, bits);
    expect(named(soft, 'field')).toHaveLength(1);
  });

  it('parts a tanh unit where it is 0, at the line of a logistic unit with the same weights', () => {
    const [weights, bias] = [[1, -1], 0.5];
    const [bent, soft] = [tanh, sigmoid].map((activation) =>
      decisionRegions(new Neuron({weights, bias, activation}), X, bits),
    );
    const boundary = (figure: Figure): unknown => named(figure, 'boundary').map(({x, y}) => [x, y]);
    expect(boundary(bent)).toEqual(boundary(soft));
    expect(named(bent, 'field')).toHaveLength(1);
  });

  it('draws one class and one sample', () => {
    const figure = decisionRegions({predict: (points) => points.map(() => 4)}, [[1, 2]], [4]);
    expect(named(figure, 'region').map(({x}) => x.length)).toEqual([4, 0]);
    expect(figure.alt).toContain('1 class 4; 0 of 1 samples lie on the wrong side');
  });
});

describe('decisionRegions refuses', () => {
  const threeOutputs: RegionModel = {predict: (points) => points.map(() => [1, 2, 3])};
  const model = straight(0, 3);
  type Case = [string, RegionModel, number[][], number[], DecisionRegionsOptions, string];
  const cases: Case[] = [
    ['one column', model, [[1], [2]], [0, 1], {}, 'X must have 2 columns, got 1'],
    ['three columns', model, [[1, 2, 3]], [0], {}, 'X must have 2 columns, got 3'],
    ['no rows', model, [], [], {}, 'X must have at least one row, got none'],
    ['too few labels', model, X, [1, -1], {}, 'X has 100 rows, but y has 2 labels'],
    ['NaN', model, [[1, NaN]], [1], {}, 'X must hold finite numbers, got NaN at row 0, column 1'],
    ['a resolution of one', model, X, y, {resolution: 1}, 'resolution must be a whole number of at least 2, got 1'],
    ['missing names', model, X, y, {classNames: ['no']}, 'classNames has 1 name, but there are 2 labels'],
    ['outputs that fit no label', threeOutputs, X, y, {}, 'the model has 3 outputs, but y has 2 labels'],
  ];

  it.each(cases)('%s', (_, one, rows, labels, options, message) => {
    expect(() => decisionRegions(one, rows, labels, options)).toThrow(new RangeError(message));
  });

  it('answers that are no numbers, and says where', () => {
    const broken: RegionModel = {predict: (points) => points.map(() => 1), netInput: (points) => points.map(() => NaN)};
    expect(() =>
      decisionRegions(broken, X, y, {
        ranges: [
          [0, 1],
          [2, 3],
        ],
      }),
    ).toThrow("the model's answers must be finite, got NaN at (0, 2)");
  });
});
