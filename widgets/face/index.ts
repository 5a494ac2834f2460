import {anybody, createRng, drawFace, EXPRESSIONS, FACE_SLIDERS} from '../../lib/src/browser';
import {PictureNetwork, usualExpression, type FaceExpression} from '../../lib/src/browser';
import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {html} from '../parts/page';
import {Slider} from '../parts/slider';
import {short} from '../parts/words';
import {Bars} from './bars';
import {GreyPicture} from './greyPicture';

/** Pixels a side of the face for people; the network gets 48. */
const LARGE = 240;
const SMALL = 48;

/**
 * A drawn face whose muscles are moved by sliders, and a bar for what a trained network gives each expression. Both are
 * computed in the page, at most once a frame.
 */
export function faceExplorer(spec: ExplorerSpec<'face'>): Explorer {
  const network = PictureNetwork.fromJSON(spec.network);
  let {seed} = spec;
  let person = anybody(createRng(seed));
  let expression: FaceExpression = usualExpression(spec.expression);
  let waiting = false;

  const large = new GreyPicture(LARGE, 'the face');
  const small = new GreyPicture(SMALL, 'what the network gets of it: 48 × 48 pixels');
  const bars = new Bars(network.classNames);
  const announcer = new Announcer();
  const sliders = FACE_SLIDERS.map(({name, label, min, max}) => {
    const [part, ends] = label.split(': ');
    const slider = new Slider({
      symbol: [part],
      name: label,
      min,
      max,
      step: 'any',
      signed: min < 0,
      onInput: (value) => change({...expression, [name]: value}),
    });
    const [low, high] = ends.split(' – ');
    if (high !== undefined) slider.mark([{value: min, text: low}, {value: max, text: high}]); // prettier-ignore
    return {name, slider};
  });

  const expressions = EXPRESSIONS.map((name) => button(name, () => change(usualExpression(name))));
  const another = button('another person', () => {
    seed = (seed + 1) >>> 0;
    person = anybody(createRng(seed));
    draw();
  });

  function change(next: FaceExpression): void {
    expression = next;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  }

  function draw(): void {
    const seen = drawFace({expression, person});
    large.show(drawFace({expression, person, size: LARGE}));
    small.show(seen);
    const shares = network.predict(seen);
    bars.show(shares);
    for (const {name, slider} of sliders) slider.show(expression[name], short(expression[name]));
    const best = shares.indexOf(Math.max(...shares));
    announcer.say(`${network.classNames[best]}, ${Math.round(100 * shares[best])} %`);
  }

  const pictures = html(
    'div',
    {class: 'nx-faces'},
    large.element,
    html('figure', {}, small.element, html('figcaption', {}, 'what the network gets')),
  );
  const element = html(
    'div',
    {class: 'nx nx-face'},
    html('div', {class: 'nx-top'}, html('div', {class: 'nx-buttons'}, ...expressions), another),
    html('div', {class: 'nx-side'}, pictures, bars.element),
    html('div', {class: 'nx-side nx-muscles'}, ...sliders.map(({slider}) => slider.element)),
    announcer.element,
  );
  return {element, draw};
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const element = html('button', {type: 'button'}, text);
  element.addEventListener('click', onClick);
  return element;
}
