import {binaryStep, Neuron, sigmoid} from '../../lib/src/browser';
import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {choices} from '../parts/choices';
import {Handle} from '../parts/handle';
import {html, set, svg} from '../parts/page';
import {toPicture, toPlane, type Plane, type Point} from '../parts/plane';
import {Slider} from '../parts/slider';
import {Stage} from '../parts/stage';
import {short} from '../parts/words';
import {CLOUDS} from './clouds';
import {paintField} from './field';
import {footOf, inSteps, LIMIT, STEP, turnedAt, turnedBy, type Line} from './line';
import {samplesOf, symbolOf, type Sample} from './sample';
import {formulaOf, writtenOut} from './sum';

const SIZE = 400;
const ACTIVATIONS = {sigmoid, binaryStep};

/**
 * One neuron with two inputs over a cloud of points: sliders for its weights and bias, a handle on its line that moves it, and
 * one at the tip of the weights that turns it. It counts the wrong points and remembers the best try.
 */
export function neuronExplorer(spec: ExplorerSpec<'neuron'>): Explorer {
  let cloud = CLOUDS[spec.data];
  let activation = spec.activation;
  let line: Line = {w1: spec.w1, w2: spec.w2, b: spec.b};
  let samples: Sample[] = [];
  let chosen = -1;
  let best = Infinity;

  const stage = new Stage(SIZE, SIZE, 'the plane of the two inputs');
  const canvas = html('canvas', {'aria-hidden': 'true'});
  stage.element.prepend(canvas);
  const cross = svg('g', {class: 'nx-cross', 'aria-hidden': 'true'});
  const edge = svg('line', {class: 'nx-edge'});
  const stem = svg('line', {class: 'nx-stem'});
  const points = svg('g', {class: 'nx-samples', tabindex: 0, role: 'group'});
  stage.drawing.append(cross, edge, points, stem);

  const mover = new Handle(stage, {
    name: 'line: move it with the arrow keys',
    look: 'ring',
    onDrag: (place) => change(turnedAt(toPlane(plane(), place), line.w1, line.w2)),
    onKey: (steps) => change({...line, b: line.b - steps * STEP}),
  });
  const turner = new Handle(stage, {
    name: 'direction of the weights: turn it with the arrow keys',
    look: 'arrow',
    onDrag: (place) => {
      const [x1, x2] = toPlane(plane(), place);
      const [f1, f2] = foot();
      const [w1, w2] = [(x1 - f1) / arrowUnit(), (x2 - f2) / arrowUnit()];
      if (Math.hypot(w1, w2) > 0.15) change(turnedAt([f1, f2], w1, w2)); // not so short that it has no direction
    },
    onKey: (steps) => {
      let turns = steps;
      if (!Number.isFinite(steps)) {
        line = inSteps(turnedAt(foot(), Math.hypot(line.w1, line.w2), 0));
        turns = steps > 0 ? -1 : 0; // the largest angle is one turn before 360°
      }
      for (let i = 0; i < Math.abs(turns); i++) line = turnedBy(line, foot(), turns > 0 ? 1 : -1);
      draw();
    },
  });

  const range = {min: -LIMIT, max: LIMIT, step: STEP, signed: true};
  const sliders: Record<keyof Line, Slider> = {
    w1: new Slider({...range, symbol: ['w', '1'], name: 'weight w 1', onInput: (w1) => change({...line, w1})}),
    w2: new Slider({...range, symbol: ['w', '2'], name: 'weight w 2', onInput: (w2) => change({...line, w2})}),
    b: new Slider({...range, symbol: ['b'], name: 'bias b', onInput: (b) => change({...line, b})}),
  };
  const count = html('b');
  const ofAll = html('span');
  const remark = html('small');
  const formula = html('p', {class: 'nx-formula'});
  const written = html('p', {class: 'nx-words'});
  const announcer = new Announcer();
  const again = html('button', {type: 'button'}, 'start again');
  again.addEventListener('click', () => {
    best = Infinity;
    chosen = -1;
    change({w1: spec.w1, w2: spec.w2, b: spec.b});
  });

  const names = {clouds: CLOUDS.clouds.name, and: 'AND', or: 'OR', xor: 'XOR'};
  const element = html(
    'section',
    {class: 'nx', role: 'group', 'aria-label': 'A neuron with two inputs, to be moved by hand'},
    html(
      'div',
      {class: 'nx-top'},
      choices('points', names, spec.data, (name) => {
        cloud = CLOUDS[name];
        best = Infinity;
        laySamples();
        draw();
      }),
      choices(
        'shaded by',
        {sigmoid: 'σ(z)', binaryStep: 'step'},
        activation,
        (name) => {
          activation = name;
          draw();
        },
        {named: true},
      ),
    ),
    stage.element,
    html(
      'div',
      {class: 'nx-side'},
      html('p', {class: 'nx-count'}, count, ofAll, remark),
      ...Object.values(sliders).map((slider) => slider.element),
      formula,
      html('p', {class: 'nx-key'}, keyOf(0), ' 0, where z < 0', keyOf(1), ' 1, where z ≥ 0'),
      written,
      again,
      announcer.element,
    ),
  );

  points.addEventListener('pointerover', (event) => choose(event));
  points.addEventListener('click', (event) => choose(event));
  points.addEventListener('keydown', (event) => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (step === undefined) return;
    event.preventDefault();
    chosen = chosen < 0 && step < 0 ? samples.length - 1 : (chosen + step + samples.length) % samples.length;
    draw();
  });

  function choose(event: Event): void {
    const sample = (event.target as Element).closest<SVGGElement>('[data-sample]');
    if (!sample || Number(sample.dataset.sample) === chosen) return;
    chosen = Number(sample.dataset.sample);
    draw();
  }

  function plane(): Plane {
    return {left: 0, top: 0, width: SIZE, height: SIZE, x: cloud.range, y: cloud.range};
  }

  function foot(): Point {
    const middle = (cloud.range[0] + cloud.range[1]) / 2;
    return footOf(line, [middle, middle]);
  }

  /** The length of an arrow that stands for a weight of 1, in units of the plane. */
  function arrowUnit(): number {
    return (cloud.range[1] - cloud.range[0]) / 12;
  }

  function change(next: Line): void {
    line = inSteps(next);
    draw();
  }

  function laySamples(): void {
    chosen = -1;
    samples = samplesOf(cloud, plane());
    points.replaceChildren(...samples.map((sample) => sample.element));
    points.setAttribute('aria-label', `${samples.length} samples: look at each with the arrow keys`);
    cross.replaceChildren(...crossOf(plane(), cloud === CLOUDS.clouds ? [-3, 3] : [1]));
  }

  function draw(): void {
    const neuron = new Neuron({weights: [line.w1, line.w2], bias: line.b, activation: ACTIVATIONS[activation]});
    paintField(canvas, neuron, plane());
    drawLine();
    const isWrong = cloud.X.map((x, i) => (neuron.netInput([...x]) >= 0 ? 1 : 0) !== cloud.y[i]);
    samples.forEach((sample, i) => sample.update(isWrong[i], i === chosen));
    sliders.w1.show(line.w1, short(line.w1));
    sliders.w2.show(line.w2, short(line.w2));
    sliders.b.show(line.b, short(line.b));

    const wrong = isWrong.filter(Boolean).length;
    best = Math.min(best, wrong);
    element.dataset.wrong = String(wrong);
    count.textContent = String(wrong);
    ofAll.textContent = `of ${samples.length} wrong`;
    remark.textContent = wrong === 0 ? 'each on its side' : best < wrong ? `best so far: ${best}` : cloud.hint;
    formula.textContent = formulaOf(neuron);
    const told = chosen < 0 ? undefined : writtenOut(neuron, cloud.X[chosen], cloud.y[chosen]);
    written.replaceChildren(
      ...(told ? [html('b', {}, told.sum), html('br'), told.verdict] : ['Point at a sample to see its sum.']),
    );
    announcer.say(
      `${wrong} of ${samples.length} wrong${told ? `. Sample ${chosen + 1}: ${told.sum}, ${told.verdict}` : ''}`,
    );
  }

  function drawLine(): void {
    const flat = line.w1 === 0 && line.w2 === 0; // z = b everywhere: no line
    mover.show(!flat);
    turner.show(!flat);
    set(edge, {visibility: flat ? 'hidden' : 'visible'});
    set(stem, {visibility: flat ? 'hidden' : 'visible'});
    if (flat) return;
    const [f1, f2] = foot();
    const [fx, fy] = toPicture(plane(), [f1, f2]);
    const [tx, ty] = toPicture(plane(), [f1 + line.w1 * arrowUnit(), f2 + line.w2 * arrowUnit()]);
    const length = Math.hypot(tx - fx, ty - fy);
    const [dx, dy] = [((tx - fx) / length) * 2 * SIZE, ((ty - fy) / length) * 2 * SIZE];
    set(edge, {x1: fx - dy, y1: fy + dx, x2: fx + dy, y2: fy - dx});
    set(stem, {x1: fx, y1: fy, x2: tx, y2: ty});
    const degrees = (Math.atan2(line.w2, line.w1) * 180) / Math.PI;
    mover.place([fx, fy]);
    const size = Math.hypot(line.w1, line.w2);
    const [at, farthest] = [-line.b, LIMIT].map((value) => Number((value / size).toFixed(2)) + 0); // no −0
    mover.say(at, [-farthest, farthest], `${short(at, 2)} from 0 along the weights, b = ${short(line.b)}`);
    turner.place([tx, ty], -degrees);
    turner.say(Math.round(degrees + 360) % 360, [0, 359], `w 1 = ${short(line.w1)}, w 2 = ${short(line.w2)}`);
  }

  laySamples();
  return {element, draw};
}

/** Both axes through 0, with their names and a few numbers. */
function crossOf(plane: Plane, numbers: readonly number[]): SVGElement[] {
  const [ox, oy] = toPicture(plane, [0, 0]);
  const marks = numbers.flatMap((value) => {
    const [x, y] = toPicture(plane, [value, value]);
    return [
      svg('text', {x, y: oy + 26, 'text-anchor': 'middle'}, short(value)),
      svg('text', {x: ox - 16, y: y + 5, 'text-anchor': 'end'}, short(value)),
    ];
  });
  return [
    svg('path', {d: `M${ox} 0V${SIZE}M0 ${oy}H${SIZE}`}),
    svg('text', {x: SIZE - 10, y: oy - 8, 'text-anchor': 'end', class: 'name'}, 'x₁'),
    svg('text', {x: ox + 8, y: 18, class: 'name'}, 'x₂'),
    ...marks,
  ];
}

function keyOf(label: number): SVGElement {
  return svg('svg', {viewBox: '-10 -10 20 20', 'aria-hidden': 'true', class: `class-${label}`}, symbolOf(label));
}
