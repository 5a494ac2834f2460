import {rocCurve} from '../../lib/src/browser';
import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {axes} from '../parts/axes';
import {Handle} from '../parts/handle';
import {Numbers} from '../parts/numbers';
import {html, set, svg} from '../parts/page';
import {clamp, toPicture, toPlane, type Plane} from '../parts/plane';
import {Slider} from '../parts/slider';
import {Stage} from '../parts/stage';
import {short} from '../parts/words';
import {cheapest, costsOf, countsAt, shareOf, type Scores, type Stretch} from './counts';
import {RocPicture} from './roc';
import {rowsOf} from './rows';
import {CountsTable} from './table';

const WIDTH = 420;
const HEIGHT = 372;
const LIMITS = [0, 1] as const;
const DOTS: Plane = {left: 44, top: 34, width: WIDTH - 66, height: 184, x: LIMITS, y: [-1, 1]};
const MIDDLE = DOTS.top + DOTS.height / 2;
/** Between the dots of the two classes and the line that parts them. */
const GAP = 3;
const COST = {left: 44, top: 254, width: WIDTH - 66, height: 86, x: LIMITS};

/**
 * Samples of two classes over their probabilities, 0 above and 1 below, and a threshold that parts them: what is called 0 and what
 * 1, the four counts, precision and recall, the cost of the errors at this threshold and at all others, and the ROC curve.
 */
export function thresholdExplorer(spec: ExplorerSpec<'threshold'>): Explorer {
  const scores: Scores = {probabilities: Array.from(spec.probabilities), labels: Array.from(spec.labels)};
  const curve = rocCurve(scores.labels, scores.probabilities);
  const positives = scores.labels.filter((label) => label === 1).length;
  const negatives = scores.labels.length - positives;
  let {threshold, missCost} = spec;

  const stage = new Stage(
    WIDTH,
    HEIGHT,
    'the samples over their probabilities, and below them the cost of each threshold',
  );
  const veils = [0, 1].map((label) => svg('rect', {class: `nx-veil class-${label}`, y: DOTS.top, height: DOTS.height}));
  const called = [0, 1].map((label) => svg('text', {y: 19, 'text-anchor': label ? 'start' : 'end'}, `called ${label}`));
  const dots = dotsOf(scores);
  const grid = svg('g', {'aria-hidden': 'true'});
  const costs = svg('path', {class: 'nx-curve second'});
  const least = svg('path', {class: 'nx-drop'});
  const edge = svg('line', {class: 'nx-edge', y1: DOTS.top, y2: COST.top + COST.height});
  const costDot = svg('circle', {class: 'nx-dot second', r: 6});
  stage.drawing.append(
    ...veils,
    axes(DOTS, {xNumbers: false, yNumbers: false, most: [5, 1]}),
    grid,
    svg('g', {class: 'nx-axes', 'aria-hidden': 'true'}, ...called, ...[0, 1].map(nameOfHalf)),
    ...dots,
    least,
    costs,
    edge,
    costDot,
  );
  const handle = new Handle(stage, {
    name: 'threshold: move it with the arrow keys',
    look: 'ring',
    onDrag: (place) => moveTo(toPlane(DOTS, place)[0]),
    onKey: (steps) => moveTo(threshold + steps / 100),
  });
  const thresholdSlider = new Slider({
    symbol: ['threshold'],
    name: 'threshold',
    min: 0,
    max: 1,
    step: 'any',
    onInput: moveTo,
  });
  const costSlider = new Slider({
    symbol: ['a miss costs'],
    name: 'what a miss costs, in false alarms',
    min: 1,
    max: 20,
    step: 1,
    onInput: (cost) => {
      missCost = cost;
      draw();
    },
  });
  const table = new CountsTable(scores.labels);
  const numbers = new Numbers();
  const roc = new RocPicture(curve);
  const words = html('p', {class: 'nx-words'});
  const announcer = new Announcer();
  const again = html('button', {type: 'button'}, 'start again');
  again.addEventListener('click', () => {
    ({threshold, missCost} = spec);
    draw();
  });
  const element = html(
    'section',
    {
      class: 'nx',
      style: '--nx-symbol: 6.6em',
      role: 'group',
      'aria-label': 'A threshold for probabilities, to be moved by hand',
    },
    html('div', {class: 'nx-side'}, stage.element, thresholdSlider.element, costSlider.element, again),
    html(
      'div',
      {class: 'nx-side'},
      table.element,
      numbers.element,
      html(
        'div',
        {class: 'nx-roc'},
        roc.element,
        html(
          'div',
          {},
          words,
          html(
            'p',
            {class: 'nx-words'},
            `The ROC curve has a point for every threshold. Area below it: ${curve.area.toFixed(3)}.`,
          ),
        ),
      ),
      announcer.element,
    ),
  );

  function stretches(): Stretch[] {
    return costsOf(curve, scores.labels, missCost);
  }

  /** In hundredths; the cheapest threshold, which may lie between them, is not passed by. */
  function moveTo(place: number): void {
    const best = cheapest(stretches()).threshold;
    const near = Math.abs(place - best) < 0.005;
    threshold = clamp(near ? best : Math.round(place * 100) / 100, LIMITS);
    draw();
  }

  function draw(): void {
    const counts = countsAt(scores, threshold);
    const {trueNegatives, falsePositives, falseNegatives, truePositives} = counts;
    const cost = falsePositives + missCost * falseNegatives;
    const best = cheapest(stretches());
    drawThreshold(cost);
    thresholdSlider.show(threshold, short(threshold, 4));
    costSlider.show(missCost, short(missCost, 2));
    table.show(counts);
    roc.show(falsePositives / negatives, truePositives / positives);
    const precision = shareOf(truePositives, truePositives + falsePositives);
    const recall = shareOf(truePositives, positives);
    numbers.show([
      ['precision, TP / (TP + FP)', precision, 'plain'],
      ['recall, TP / (TP + FN)', recall, 'plain'],
      ['accuracy', shareOf(trueNegatives + truePositives, scores.labels.length), 'plain'],
      ['accuracy of always the larger class', shareOf(Math.max(positives, negatives), scores.labels.length), 'plain'],
      [`cost, FP + ${short(missCost, 2)} · FN`, short(cost, 2), 'second'],
    ]);
    words.textContent =
      cost <= best.cost
        ? 'No threshold costs less.'
        : `At ${short(best.threshold, 4)} it would cost least: ${short(best.cost, 2)}.`;
    announcer.say(
      `Threshold ${short(threshold, 4)}: false positives ${falsePositives}, false negatives ${falseNegatives}, ` +
        `precision ${precision}, recall ${recall}, cost ${short(cost, 2)}. ${words.textContent}`,
    );
  }

  /** The line with what lies on either side, and the costs below. */
  function drawThreshold(cost: number): void {
    const all = stretches();
    const plane: Plane = {...COST, y: [0, Math.max(...all.map((one) => one.cost)) * 1.05]};
    const [x, y] = toPicture(plane, [threshold, cost]);
    const [right, width] = [DOTS.left + DOTS.width, x - DOTS.left];
    set(veils[0], {x: DOTS.left, width});
    set(veils[1], {x, width: right - x});
    set(called[0], {x: x - 19, visibility: x < 78 ? 'hidden' : 'visible'}); // no room there
    set(called[1], {x: x + 19, visibility: x > WIDTH - 78 ? 'hidden' : 'visible'});
    set(edge, {x1: x, x2: x});
    set(costDot, {cx: x, cy: y});
    dots.forEach((dot, i) => {
      const verdict = scores.probabilities[i] >= threshold ? 1 : 0;
      dot.classList.toggle('wrong', verdict !== scores.labels[i]);
    });
    grid.replaceChildren(axes(plane, {xName: 'p', yName: 'cost', most: [5, 3]}));
    set(costs, {d: all.map((stretch, i) => stairOf(stretch, plane, i === 0)).join('')});
    const [, floor] = toPicture(plane, [0, cheapest(all).cost]);
    set(least, {d: `M${COST.left} ${floor}H${right}`});
    handle.place([x, 14]);
    handle.say(threshold, LIMITS, short(threshold, 4));
  }

  return {element, draw};
}

/** A dot for each sample at its probability, 0 piled upwards and 1 downwards from the middle. */
function dotsOf({probabilities, labels}: Scores): SVGElement[] {
  const radius = clamp(42 / Math.sqrt(labels.length), [2, 5]);
  const dots = new Array<SVGElement>(labels.length);
  for (const label of [0, 1]) {
    const members = [...labels.keys()].filter((i) => labels[i] === label);
    const rows = rowsOf(
      members.map((i) => probabilities[i] * DOTS.width),
      2 * radius,
    );
    // As far apart as they are wide, or nearer, where else they wouldn't have room.
    const step = Math.min(2 * radius, (DOTS.height / 2 - GAP - 2 * radius) / Math.max(...rows, 1));
    members.forEach((i, k) => {
      const away = GAP + radius + rows[k] * step;
      const [cx] = toPicture(DOTS, [probabilities[i], 0]);
      dots[i] = svg('circle', {
        class: `nx-score class-${label}`,
        cx,
        cy: MIDDLE + (label ? away : -away),
        r: radius,
        style: `--r: ${radius}px`,
      });
    });
  }
  return dots;
}

function nameOfHalf(label: number): SVGElement {
  const y = MIDDLE + (label ? 1 : -1) * (DOTS.height / 4) + 4;
  return svg('text', {x: DOTS.left - 7, y, 'text-anchor': 'end', class: `class-${label}`}, `is ${label}`);
}

function stairOf({above, to, cost}: Stretch, plane: Plane, isFirst: boolean): string {
  const [from, y] = toPicture(plane, [Math.max(above, 0), cost]);
  const [end] = toPicture(plane, [to, cost]);
  return `${isFirst ? `M${from} ${y}` : `V${y}`}H${end}`;
}
