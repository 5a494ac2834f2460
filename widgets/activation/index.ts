import {
  arctan,
  binaryStep,
  elu,
  identity,
  prelu,
  relu,
  sigmoid,
  signStep,
  softplus,
  tanh,
  type Activation,
} from '../../lib/src/browser';
import {say} from '../../lib/src/charts/text';
import type {ActivationName, ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {axes} from '../parts/axes';
import {choices} from '../parts/choices';
import {cut, graph, straight} from '../parts/curve';
import {Handle} from '../parts/handle';
import {Numbers} from '../parts/numbers';
import {html, set, svg} from '../parts/page';
import {toPicture, toPlane, type Plane} from '../parts/plane';
import {Slider} from '../parts/slider';
import {Stage} from '../parts/stage';
import {short} from '../parts/words';

interface Shown {
  label: string;
  f: Activation;
  /** The part of the outputs that is shown. */
  range: readonly [number, number];
  /** Where f jumps. */
  jump?: number;
  /** The largest slope of f itself, or what it comes near to. */
  peak: number;
  /** Where the slope is largest; `peak` is that of f(c · z), written. */
  steepest(peak: string): string;
}

const whole = [-5.25, 5.25] as const;
const bounded = [-1.75, 1.75] as const;
const rising = [-2.75, 5.25] as const;

const jumps = {
  range: bounded,
  jump: 0,
  peak: 0,
  steepest: () => 'The slope is 0 on both sides of the jump: who learns by slopes gets no hint here.',
};
const atZero = (peak: string): string => `The slope is largest at z = 0: ${peak}.`;
const above = (peak: string): string => `The slope is largest above 0: ${peak} everywhere. `;

const SHOWN: Readonly<Record<ActivationName, Shown>> = {
  identity: {
    label: 'identity',
    f: identity,
    range: whole,
    peak: 1,
    steepest: (peak) => `The slope is ${peak} everywhere.`,
  },
  binaryStep: {label: 'binary step', f: binaryStep, ...jumps},
  signStep: {label: 'step −1 / +1', f: signStep, ...jumps},
  sigmoid: {label: 'logistic', f: sigmoid, range: bounded, peak: sigmoid.derivative(0), steepest: atZero},
  tanh: {label: 'tanh', f: tanh, range: bounded, peak: 1, steepest: atZero},
  arctan: {label: 'arctan', f: arctan, range: bounded, peak: 1, steepest: atZero},
  relu: {label: 'ReLU', f: relu, range: rising, peak: 1, steepest: (peak) => above(peak) + 'Below 0 it is 0.'},
  prelu: {
    label: 'PReLU',
    f: prelu(0.5),
    range: rising,
    peak: 1,
    steepest: (peak) => above(peak) + 'Below 0 it is half of that.',
  },
  elu: {label: 'ELU', f: elu(1), range: rising, peak: 1, steepest: (peak) => above(peak) + 'Below 0 it fades away.'},
  softplus: {
    label: 'SoftPlus',
    f: softplus,
    range: rising,
    peak: 1,
    steepest: (peak) => `The slope grows with z and comes ever nearer to ${peak}.`,
  },
};

const WIDTH = 420;
const HEIGHT = 420;
const DOMAIN = [-5, 5] as const;

/** An activation f(c · z) with its slope below: a point slides along the curve, with its tangent, and both are written as numbers. */
export function activationExplorer(spec: ExplorerSpec<'activation'>): Explorer {
  let shown = SHOWN[spec.activation];
  let {steepness, at} = spec;

  const stage = new Stage(WIDTH, HEIGHT, 'the activation, and below it its slope');
  const grid = svg('g', {'aria-hidden': 'true'});
  const curve = svg('path', {class: 'nx-curve'});
  const slope = svg('path', {class: 'nx-curve second'});
  const tangent = svg('path', {class: 'nx-tangent second'});
  const drop = svg('path', {class: 'nx-drop'});
  const slopeDot = svg('circle', {class: 'nx-dot second', r: 6});
  stage.drawing.append(grid, cut(upper(), drop, curve, tangent), cut(lower(), slope), slopeDot);
  const point = new Handle(stage, {
    name: 'point on the curve: move it with the arrow keys',
    look: 'dot',
    onDrag: (place) => moveTo(toPlane(upper(), place)[0]),
    onKey: (steps) => moveTo(at + steps * 0.1),
  });

  const steepnessSlider = new Slider({
    symbol: ['c'],
    name: 'steepness c',
    min: 0.2,
    max: 5,
    step: 0.1,
    onInput: (c) => {
      steepness = c;
      draw();
    },
  });
  const atSlider = new Slider({
    symbol: ['z'],
    name: 'net input z',
    min: -5,
    max: 5,
    step: 0.1,
    signed: true,
    onInput: moveTo,
  });
  const formula = html('p', {class: 'nx-formula'});
  const numbers = new Numbers();
  const words = html('p', {class: 'nx-words'});
  const announcer = new Announcer();
  const again = html('button', {type: 'button'}, 'start again');
  again.addEventListener('click', () => {
    ({steepness, at} = spec);
    draw();
  });
  const labels = Object.fromEntries(Object.entries(SHOWN).map(([name, {label}]) => [name, label]));
  const element = html(
    'section',
    {class: 'nx', role: 'group', 'aria-label': 'An activation function and its slope, to be moved by hand'},
    html(
      'div',
      {class: 'nx-top'},
      choices('activation', labels as Record<ActivationName, string>, spec.activation, (name) => {
        shown = SHOWN[name];
        draw();
      }),
    ),
    stage.element,
    html(
      'div',
      {class: 'nx-side'},
      formula,
      numbers.element,
      steepnessSlider.element,
      atSlider.element,
      words,
      again,
      announcer.element,
    ),
  );

  function upper(): Plane {
    return {left: 44, top: 26, width: WIDTH - 66, height: 216, x: DOMAIN, y: shown.range};
  }

  /** The slopes: their scale is one for all activations, until a steep one needs more. */
  function lower(): Plane {
    const top = [1.25, 2.6, 5.2].find((most) => most >= steepness * shown.peak) ?? 5.2;
    return {left: 44, top: 284, width: WIDTH - 66, height: 108, x: DOMAIN, y: [-top / 12, top]};
  }

  function value(z: number): number {
    return shown.f.value(steepness * z);
  }

  /** The chain rule: the slope of f(c · z) along z is c times that of f. */
  function slopeAt(z: number): number {
    return steepness * shown.f.derivative(steepness * z);
  }

  function moveTo(z: number): void {
    at = Math.max(DOMAIN[0], Math.min(DOMAIN[1], Math.round(z * 10) / 10)) + 0;
    draw();
  }

  function draw(): void {
    grid.replaceChildren(
      axes(upper(), {xNumbers: false, yName: 'value a = f(c · z)', most: [10, 6]}),
      axes(lower(), {xName: 'z', yName: 'its slope', most: [10, 3]}),
    );
    const [x, y] = toPicture(upper(), [at, value(at)]);
    const [, slopeY] = toPicture(lower(), [at, slopeAt(at)]);
    set(curve, {d: graph(value, upper(), shown.jump)});
    set(slope, {d: graph(slopeAt, lower())});
    set(tangent, {d: straight([at, value(at)], slopeAt(at), upper())});
    set(drop, {d: `M${x} ${y}V${HEIGHT}`});
    set(slopeDot, {cx: x, cy: slopeY});
    point.place([x, y]);
    const [z, a, s] = [short(at), say(value(at)), say(slopeAt(at))];
    point.say(at, DOMAIN, `z = ${z}, value ${a}, slope ${s}`);
    steepnessSlider.show(steepness, short(steepness));
    atSlider.show(at, z);
    formula.textContent = `a = ${shown.f.name.replace(/\(.*/, '')}(${short(steepness)} · ${at < 0 ? `(${z})` : z})`;
    numbers.show([
      ['value', a, 'first'],
      ['slope', s, 'second'],
    ]);
    words.textContent = shown.steepest(say(steepness * shown.peak));
    announcer.say(`z = ${z}: value ${a}, slope ${s}. ${words.textContent}`);
  }

  return {element, draw};
}
