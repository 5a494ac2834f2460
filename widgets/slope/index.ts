import {say} from '../../lib/src/charts/text';
import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {axes} from '../parts/axes';
import {choices} from '../parts/choices';
import {cut, graph, straight} from '../parts/curve';
import {Handle} from '../parts/handle';
import {Numbers} from '../parts/numbers';
import {html, set, svg} from '../parts/page';
import {shows, toPicture, toPlane, type Plane} from '../parts/plane';
import {Slider} from '../parts/slider';
import {Stage} from '../parts/stage';
import {exact, short} from '../parts/words';
import {CURVES, differenceQuotient, gapToTangent, zoomed} from './curves';

const WIDTH = 420;
const HEIGHT = 360;
const AREA = {left: 58, top: 26, width: WIDTH - 80, height: HEIGHT - 54};
const X_LIMITS = [-4, 4] as const;
const H_LIMITS = [1e-12, 2] as const;
const ZOOM_LIMITS = [1, 10_000] as const;

/** Below this step the last digits of f(x + h) and f(x) matter more than what lies between them. */
const ROUNDING = 1e-8;

/**
 * The slope of a curve at a point in two ways. Zooming in: the curve becomes its own tangent. And two points at a distance h: the
 * line through them turns into the tangent as h goes to 0.
 */
export function slopeExplorer(spec: ExplorerSpec<'slope'>): Explorer {
  let curve = CURVES[spec.curve];
  let {at, h, zoom} = spec;

  const stage = new Stage(WIDTH, HEIGHT, 'a curve, a point on it, and the line through it and a second point');
  const grid = svg('g', {'aria-hidden': 'true'});
  const triangle = svg('path', {class: 'nx-drop'});
  const run = svg('text', {class: 'nx-label', 'text-anchor': 'middle'}, 'h');
  const tangent = svg('path', {class: 'nx-tangent'});
  const drawn = svg('path', {class: 'nx-curve'});
  const secant = svg('path', {class: 'nx-curve second'});
  const home = {...AREA, x: X_LIMITS, y: X_LIMITS};
  stage.drawing.append(grid, cut(home, triangle, tangent, drawn, secant), run);
  const second = new Handle(stage, {
    name: 'second point: move it with the arrow keys',
    look: 'ring',
    onDrag: (place) => stepTo(toPlane(plane(), place)[0] - at),
    onKey: (steps) => stepTo(h * 10 ** (steps / 10)),
  });
  const first = new Handle(stage, {
    name: 'point on the curve: move it with the arrow keys',
    look: 'dot',
    // However large the curve is drawn, the point stands where it stands at life size: there it is dragged.
    onDrag: (place) => moveTo(toPlane(plane(1), place)[0]),
    onKey: (steps) => moveTo(at + steps * 0.1),
  });

  const sliders = {
    zoom: new Slider({
      symbol: ['zoom'],
      name: 'zoom',
      min: 0,
      max: 4,
      step: 0.05,
      onInput: (power) => {
        zoom = twoDigits(10 ** power, ZOOM_LIMITS);
        draw();
      },
    }),
    h: new Slider({
      symbol: ['h'],
      name: 'step h',
      min: -12,
      max: Math.log10(2),
      step: 'any',
      onInput: (power) => stepTo(10 ** power),
    }),
    at: new Slider({symbol: ['x'], name: 'place x', min: -4, max: 4, step: 0.1, signed: true, onInput: moveTo}),
  };
  const formula = html('p', {class: 'nx-formula'});
  const numbers = new Numbers();
  const words = html('p', {class: 'nx-words'});
  const announcer = new Announcer();
  const again = html('button', {type: 'button'}, 'start again');
  again.addEventListener('click', () => {
    ({at, h, zoom} = spec);
    draw();
  });
  const element = html(
    'section',
    {
      class: 'nx',
      style: '--nx-symbol: 3em; --nx-value: 5.6em',
      role: 'group',
      'aria-label': 'The slope of a curve at a point, to be found by hand',
    },
    html(
      'div',
      {class: 'nx-top'},
      choices(
        'curve',
        {sigmoid: CURVES.sigmoid.name, square: CURVES.square.name, sine: CURVES.sine.name},
        spec.curve,
        (name) => {
          curve = CURVES[name];
          draw();
        },
      ),
    ),
    stage.element,
    html(
      'div',
      {class: 'nx-side'},
      formula,
      numbers.element,
      sliders.h.element,
      sliders.zoom.element,
      sliders.at.element,
      words,
      again,
      announcer.element,
    ),
  );

  function plane(magnification: number = zoom): Plane {
    return {...AREA, ...zoomed(curve, at, magnification)};
  }

  function moveTo(x: number): void {
    at = Math.max(X_LIMITS[0], Math.min(X_LIMITS[1], Math.round(x * 10) / 10)) + 0;
    draw();
  }

  function stepTo(step: number): void {
    h = twoDigits(step, H_LIMITS);
    draw();
  }

  function draw(): void {
    const seen = plane();
    const {f, derivative} = curve;
    const quotient = differenceQuotient(f, at, h);
    const slope = derivative(at);
    grid.replaceChildren(axes(seen, {xName: 'x', yName: 'f(x)', most: [5, 6]}));
    set(drawn, {d: graph(f, seen)});
    set(tangent, {d: straight([at, f(at)], slope, seen)});
    set(secant, {d: straight([at, f(at)], quotient, seen)});
    drawSteps(seen);
    sliders.h.show(Math.log10(h), say(h));
    sliders.zoom.show(Math.log10(zoom), `${say(zoom)} ×`);
    sliders.at.show(at, short(at));
    formula.textContent = curve.formula;
    numbers.show([
      ['(f(x + h) − f(x)) / h', exact(quotient, 8), 'second'],
      ['slope of the tangent', exact(slope, 8), 'plain'],
      ['difference', say(quotient - slope), 'plain'],
    ]);
    words.textContent = h < ROUNDING ? ROUNDING_WORDS : apart(gapToTangent(curve, at, seen));
    announcer.say(
      `h = ${say(h)}: difference quotient ${exact(quotient, 4)}, slope ${exact(slope, 4)}. ${words.textContent}`,
    );
  }

  /** The two points, and the triangle of the step h and of what it adds. */
  function drawSteps(seen: Plane): void {
    const [from, to] = [at, at + h].map((x) => [x, curve.f(x)] as const);
    const [x1, y1] = toPicture(seen, from);
    const [x2, y2] = toPicture(seen, to);
    const apart = Math.hypot(x2 - x1, y2 - y1);
    set(triangle, {d: `M${x1} ${y1}H${x2}V${y2}`});
    set(run, {
      x: (x1 + x2) / 2,
      y: y2 > y1 ? y1 - 7 : y1 + 17,
      visibility: apart > 40 && x2 < AREA.left + AREA.width ? 'visible' : 'hidden',
    });
    first.place([x1, y1]);
    first.say(at, X_LIMITS, `x = ${short(at)}`);
    second.place([x2, y2]);
    second.say(h, H_LIMITS, `h = ${say(h)}`);
    second.show(shows(seen, to) && apart > 14); // nearer it would lie below the first
  }

  return {element, draw};
}

const ROUNDING_WORDS =
  'So small a step is lost among the last digits that the computer keeps: from here on, a smaller h makes the quotient worse.';

/** How straight the curve looks. */
function apart(gap: number): string {
  if (gap >= 0.25) return 'The tangent (dashed) touches the curve and leaves it. Zoom in.';
  if (gap >= 0.003)
    return `Curve and tangent (dashed) are at most ${say(Number((100 * gap).toPrecision(2)))} % of the picture’s height apart.`;
  return 'Curve and tangent can’t be told apart: so near, the curve is straight.';
}

function twoDigits(value: number, [low, high]: readonly [number, number]): number {
  return Math.max(low, Math.min(high, Number(value.toPrecision(2))));
}
