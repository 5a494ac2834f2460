import {say} from '../../lib/src/charts/text';
import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {axes} from '../parts/axes';
import {cut, graph, polyline, straight} from '../parts/curve';
import {Handle} from '../parts/handle';
import {Numbers} from '../parts/numbers';
import {html, set, svg} from '../parts/page';
import {clamp, shows, toPicture, toPlane, type Plane, type Point} from '../parts/plane';
import {Slider} from '../parts/slider';
import {Stage} from '../parts/stage';
import {short} from '../parts/words';
import {placeOf, ratesFor, turningPoints} from './rates';
import {factorOf, fateOf, isOver, MOST_STEPS, walk} from './steps';

const WIDTH = 420;
const HEIGHT = 448;
const DOMAIN = [-6, 6] as const;
const STARTS = [-5, 5] as const;

/** Slow enough to be followed by the eye. */
const MILLISECONDS_A_STEP = 250;

/**
 * A ball on the parabola ½ k w² that walks down by steps of −η · slope. Below the parabola the same walk once more, a row for each
 * step. Whoever moves η or k while the walk is drawn sees at once how it would have gone.
 */
export function descentExplorer(spec: ExplorerSpec<'descent'>): Explorer {
  let {curvature, learningRate, start} = spec;
  let steps = 0;
  let running: ReturnType<typeof setInterval> | undefined;

  const stage = new Stage(WIDTH, HEIGHT, 'a ball on a parabola, its steps, and below them w after each step');
  const grid = svg('g', {'aria-hidden': 'true'});
  const parabola = svg('path', {class: 'nx-curve'});
  const tangent = svg('path', {class: 'nx-tangent'});
  const chords = svg('path', {class: 'nx-walk'});
  const track = svg('path', {class: 'nx-walk'});
  const drop = svg('path', {class: 'nx-drop'});
  const [landings, record] = [svg('g'), svg('g')];
  const away = svg('text', {class: 'nx-away', y: 50});
  const upper = (): Plane => upperPlane(curvature);
  stage.drawing.append(
    grid,
    cut(upper(), tangent, parabola, chords, landings),
    drop,
    cut(grown(lowerPlane(steps)), track, record),
    away,
  );
  const ball = new Handle(stage, {
    name: 'ball: move its start with the arrow keys',
    look: 'dot',
    onDrag: (place) => startAt(toPlane(upper(), place)[0]),
    onKey: (keys) => startAt(start + keys * 0.1),
  });

  const rateSlider = new Slider({
    symbol: ['η'],
    name: 'learning rate η',
    min: 0,
    max: ratesFor(curvature).length - 1,
    step: 1,
    onInput: (stop) => {
      learningRate = ratesFor(curvature)[stop];
      draw();
    },
  });
  const curvatureSlider = new Slider({
    symbol: ['k'],
    name: 'curvature k',
    min: 0.2,
    max: 4,
    step: 0.1,
    onInput: (k) => {
      curvature = k;
      draw();
    },
  });
  const startSlider = new Slider({
    symbol: ['w', '0'],
    name: 'start w 0',
    min: STARTS[0],
    max: STARTS[1],
    step: 0.1,
    signed: true,
    onInput: startAt,
  });
  const fate = html('p', {class: 'nx-verdict'});
  const words = html('p', {class: 'nx-words'});
  const numbers = new Numbers();
  const announcer = new Announcer();
  const stepper = button('step', () => {
    stop();
    takeStep();
  });
  const runner = button('run', () => (running === undefined ? run() : stop()));
  const back = button('back to start', () => {
    stop();
    steps = 0;
    draw();
  });
  const element = html(
    'section',
    {
      class: 'nx',
      style: '--nx-value: 3.4em',
      role: 'group',
      'aria-label': 'Gradient descent on a parabola, step by step',
    },
    stage.element,
    html(
      'div',
      {class: 'nx-side'},
      html('div', {}, fate, words),
      numbers.element,
      html('div', {class: 'nx-buttons'}, stepper, runner, back),
      rateSlider.element,
      curvatureSlider.element,
      startSlider.element,
      announcer.element,
    ),
  );

  function startAt(w: number): void {
    stop();
    start = clamp(Math.round(w * 10) / 10, STARTS) + 0; // no −0
    steps = 0;
    draw();
  }

  function takeStep(): void {
    steps = Math.min(steps + 1, MOST_STEPS);
    draw();
  }

  function run(): void {
    if (isOver(places())) steps = 0;
    running = setInterval(() => {
      if (!element.isConnected) return stop();
      takeStep();
      if (isOver(places())) stop();
    }, MILLISECONDS_A_STEP);
    takeStep();
  }

  function stop(): void {
    clearInterval(running);
    running = undefined;
    runner.textContent = 'run';
  }

  function factor(): number {
    return factorOf(learningRate, curvature);
  }

  function places(): number[] {
    return walk(start, factor(), steps);
  }

  function loss(w: number): number {
    return (curvature * w * w) / 2;
  }

  function draw(): void {
    drawWalk();
    const w = places()[steps];
    rateSlider.show(placeOf(learningRate, ratesFor(curvature)), say(learningRate));
    rateSlider.mark(
      turningPoints(curvature).map((rate) => ({
        value: placeOf(rate, ratesFor(curvature)),
        text: short(rate, 2),
      })),
    );
    curvatureSlider.show(curvature, short(curvature));
    startSlider.show(start, short(start));
    runner.textContent = running === undefined ? 'run' : 'stop';
    numbers.show([
      ['η · k', say(1 - factor()), 'plain'],
      ['factor of w in each step: 1 − η · k', say(factor()), 'second'],
      [steps === 0 ? 'w at the start' : `w after step ${steps}`, say(w), 'first'],
    ]);
    const [word, sentence] = steps === 0 ? UNTRIED : fateOf(start, factor());
    fate.textContent = word;
    words.textContent = sentence;
    announcer.say(`η = ${say(learningRate)}, k = ${short(curvature)}, w = ${say(w)}. ${word} ${sentence}`);
  }

  /** The steps on the parabola, below it a row for each, and the ball where the last one ends. */
  function drawWalk(): void {
    const [above, below] = [upper(), lowerPlane(steps)];
    const walked = places();
    const w = walked[steps];
    grid.replaceChildren(
      axes(above, {xNumbers: false, yName: 'loss ½ k w²'}),
      axes(below, {xName: 'w', yName: 'step', most: [6, 3]}),
    );
    const onCurve = walked.map((place): Point => [place, loss(place)]);
    const inRows = walked.map((place, step): Point => [place, step]);
    set(parabola, {d: graph(loss, above)});
    set(chords, {d: polyline(onCurve, above)});
    set(track, {d: polyline(inRows, below)});
    landings.replaceChildren(...dots(onCurve.slice(0, -1), above));
    record.replaceChildren(...dots(inRows, below));

    const inSight = shows(above, [w, loss(w)]);
    set(tangent, {d: inSight ? straight([w, loss(w)], curvature * w, above) : ''});
    const [x, y] = toPicture(above, nearest(above, [w, loss(w)]));
    const [, row] = toPicture(below, [0, steps]);
    set(drop, {d: inSight ? `M${x} ${y}V${row}` : ''});
    away.textContent = inSight ? '' : w < 0 ? `← w = ${say(w)}` : `w = ${say(w)} →`;
    set(away, w < 0 ? {x: x + 20, 'text-anchor': 'start'} : {x: x - 20, 'text-anchor': 'end'});
    ball.place([x, y]);
    ball.say(clamp(w, STARTS), STARTS, `w = ${say(w)}, loss ${say(loss(w))}`);
  }

  return {element, draw};
}

const UNTRIED = [
  'Where will it end?',
  'Take a step, or let it run. The ball can be dragged to another start.',
] as const;

/** The parabola: one scale for about as steep ones, else a flat one couldn't be told from a steep one. */
function upperPlane(curvature: number): Plane {
  const top = [6, 18, 60].find((most) => most >= 12.5 * curvature) ?? 60; // holds the farthest start
  return {left: 44, top: 26, width: WIDTH - 66, height: 230, x: DOMAIN, y: [-top / 15, top]};
}

/** A row for each step, counted downwards. */
function lowerPlane(steps: number): Plane {
  const rows = [10, 20].find((most) => most >= steps) ?? MOST_STEPS;
  return {left: 44, top: 292, width: WIDTH - 66, height: 122, x: DOMAIN, y: [rows, 0]};
}

/** Room for the dots of the first and the last row. */
function grown(plane: Plane): Plane {
  return {...plane, top: plane.top - 5, height: plane.height + 10};
}

/** The point of a plane that is next to one that may lie outside. */
function nearest({x, y}: Plane, [px, py]: Point): Point {
  return [clamp(px, x), clamp(py, y)];
}

function dots(points: readonly Point[], plane: Plane): SVGElement[] {
  return points
    .filter((point) => shows({...plane, y: [Math.min(...plane.y), Math.max(...plane.y)]}, point))
    .map((point) => {
      const [cx, cy] = toPicture(plane, point);
      return svg('circle', {class: 'nx-landing', cx, cy, r: 3.5});
    });
}

function button(name: string, onClick: () => void): HTMLButtonElement {
  const element = html('button', {type: 'button'}, name);
  element.addEventListener('click', onClick);
  return element;
}
