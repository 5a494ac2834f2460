import {say} from '../../lib/src/charts/text';
import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {axes} from '../parts/axes';
import {choices} from '../parts/choices';
import {cut, polyline} from '../parts/curve';
import {Handle} from '../parts/handle';
import {Numbers} from '../parts/numbers';
import {html, set, svg} from '../parts/page';
import {clamp, toPicture, toPlane, type Plane, type Point} from '../parts/plane';
import {Slider} from '../parts/slider';
import {Stage} from '../parts/stage';
import {short} from '../parts/words';
import {BENDS, HingeControls} from './controls';
import {formulaOf, heightOf, kinksOf, sumOf, type Hinge} from './hinge';
import {errorOf, TARGETS} from './targets';

const WIDTH = 420;
const HEIGHT = 452;
const SUM: Plane = {left: 44, top: 26, width: WIDTH - 66, height: 244, x: BENDS, y: [-2, 7]};
const PARTS: Plane = {left: 44, top: 306, width: WIDTH - 66, height: 118, x: BENDS, y: [-3, 3]};
const COLOURS = ['var(--nn-teal)', 'var(--nn-purple)', 'var(--nn-gold)'];

const START: readonly Hinge[] = [
  {bend: -2, side: 'right', weight: 0.5},
  {bend: 0, side: 'right', weight: -1},
  {bend: 2, side: 'right', weight: 1},
];

/** So near that nobody sees a distance. */
const MET = 1e-6;

/**
 * A network with one input, up to three hidden units with ReLU and one output: below each unit's part as a hinge, above their sum,
 * a line with kinks that is to be laid through points.
 */
export function hingesExplorer(spec: ExplorerSpec<'hinges'>): Explorer {
  let target = TARGETS[spec.target];
  let hinges = START.slice(0, spec.hinges);
  let bias = 0;
  let best = Infinity;

  const stage = new Stage(
    WIDTH,
    HEIGHT,
    'the sum of the hinges with the points it is to meet, and below it each hinge',
  );
  const distances = svg('path', {class: 'nx-drop'});
  const sum = svg('path', {class: 'nx-curve'});
  const kinks = svg('g');
  const points = svg('g', {'aria-hidden': 'true'});
  const drops = svg('path', {class: 'nx-drop'});
  const parts = hinges.map((_, i) => svg('path', {class: 'nx-part', style: `stroke: ${COLOURS[i]}`}));
  stage.drawing.append(
    axes(SUM, {xNumbers: false, yName: 'output: the sum of the hinges, and b', most: [10, 5]}),
    axes(PARTS, {xName: 'x', yName: 'the hinges', most: [10, 3]}),
    drops,
    cut(SUM, distances),
    cut(PARTS, ...parts),
    sum,
    points,
    kinks,
  );
  const handles = hinges.map(
    (_, i) =>
      new Handle(stage, {
        name: `bend of hinge ${i + 1}: move it with the arrow keys`,
        look: 'ring',
        label: String(i + 1),
        colour: COLOURS[i],
        onDrag: (place) => bendAt(i, toPlane(PARTS, place)[0]),
        onKey: (steps) => bendAt(i, hinges[i].bend + steps * 0.1),
      }),
  );
  const controls = hinges.map((hinge, i) => new HingeControls(i + 1, COLOURS[i], hinge, (part) => change(i, part)));
  const biasSlider = new Slider({
    symbol: ['b'],
    name: 'output bias b',
    min: -3,
    max: 3,
    step: 0.1,
    signed: true,
    onInput: (b) => {
      bias = b;
      draw();
    },
  });
  const numbers = new Numbers();
  const words = html('p', {class: 'nx-words'});
  const announcer = new Announcer();
  const again = html('button', {type: 'button'}, 'start again');
  again.addEventListener('click', () => {
    hinges = START.slice(0, spec.hinges);
    bias = 0;
    best = Infinity;
    draw();
  });
  const names = {tent: TARGETS.tent.name, stairs: TARGETS.stairs.name, wave: TARGETS.wave.name};
  const element = html(
    'section',
    {
      class: 'nx',
      style: '--nx-symbol: 2.6em',
      role: 'group',
      'aria-label': 'ReLU hinges that add up to a line with kinks, to be moved by hand',
    },
    html(
      'div',
      {class: 'nx-top'},
      choices(
        'points of a',
        names,
        spec.target,
        (name) => {
          target = TARGETS[name];
          best = Infinity;
          draw();
        },
        {named: true},
      ),
    ),
    html('div', {class: 'nx-side'}, stage.element, words),
    html(
      'div',
      {class: 'nx-side'},
      numbers.element,
      ...controls.map((control) => control.element),
      biasSlider.element,
      again,
      announcer.element,
    ),
  );

  function change(i: number, part: Partial<Hinge>): void {
    hinges = hinges.map((hinge, k) => (k === i ? {...hinge, ...part} : hinge));
    draw();
  }

  function bendAt(i: number, x: number): void {
    change(i, {bend: clamp(Math.round(x * 10) / 10, BENDS) + 0}); // no −0
  }

  function draw(): void {
    const network = sumOf(hinges, bias);
    const bends = kinksOf(hinges);
    const error = errorOf(target.points, network);
    best = Math.min(best, error);
    drawSum(network, bends);
    drawHinges();
    controls.forEach((control, i) => control.show(hinges[i]));
    biasSlider.show(bias, short(bias));
    numbers.show([
      ['kinks', String(bends.length), 'first'],
      ['mean squared error', say(error), 'second'],
      ['best so far', say(best), 'plain'],
    ]);
    const where =
      bends.length === 0
        ? 'no kink'
        : `${bends.length === 1 ? 'a kink' : 'kinks'} at x = ${bends.map((x) => short(x)).join(', ')}`;
    words.textContent = `The line has ${where}. ${error < MET ? 'It meets all points.' : target.hint}`;
    announcer.say(`Mean squared error ${say(error)}. ${words.textContent}`);
  }

  /** The line, its kinks, the points and how far they are from it. */
  function drawSum(network: (x: number) => number, bends: readonly number[]): void {
    const corners = [BENDS[0], ...bends, BENDS[1]].map((x): Point => [x, network(x)]);
    set(sum, {d: polyline(corners, SUM)});
    const spots = bends.map((x) => toPicture(SUM, [x, network(x)]));
    const shown = spots.filter(([, y]) => y >= SUM.top && y <= SUM.top + SUM.height);
    kinks.replaceChildren(...shown.map(([cx, cy]) => svg('circle', {class: 'nx-dot', cx, cy, r: 5.5})));
    set(drops, {d: shown.map(([x, y]) => `M${x} ${y}V${PARTS.top + PARTS.height / 2}`).join('')});
    const places = target.points.map((point) => toPicture(SUM, point));
    points.replaceChildren(...places.map(([cx, cy]) => svg('circle', {class: 'nx-target', cx, cy, r: 5})));
    set(distances, {
      d: places.map(([x, y], i) => `M${x} ${y}V${toPicture(SUM, [0, network(target.points[i][0])])[1]}`).join(''),
    });
  }

  function drawHinges(): void {
    hinges.forEach((hinge, i) => {
      const corners = [BENDS[0], hinge.bend, BENDS[1]].map((x): Point => [x, heightOf(hinge, x)]);
      set(parts[i], {d: polyline(corners, PARTS)});
      handles[i].place(toPicture(PARTS, [hinge.bend, 0]));
      handles[i].say(hinge.bend, BENDS, `x = ${short(hinge.bend)}, ${formulaOf(hinge)}`);
    });
  }

  return {element, draw};
}
