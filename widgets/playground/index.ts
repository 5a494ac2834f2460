import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import {playgroundState, playgroundString, type PlaygroundState} from '../../lib/src/explorers/playgroundState';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {Numbers} from '../parts/numbers';
import {html, svg} from '../parts/page';
import {exact} from '../parts/words';
import {Entry, Menu, Tick} from './controls';
import {isRegression} from './data';
import {Diagram, type Place} from './diagram';
import {Engine} from './engine';
import {Inspector} from './inspector';
import {LossCurves} from './losses';
import {colourOf, paint, type Scale} from './paint';
import {CSS} from './style';

const PACES = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const RATES = [0.00001, 0.0001, ...PACES.slice(1)];
const TENTHS = Array.from({length: 11}, (_, i) => i);
const SIDE = 260;

/** What is changed without learning anew. */
const IN_PASSING: readonly (keyof PlaygroundState)[] = ['rate', 'l1', 'l2', 'batch', 'off', 'show'];

/** A network that learns points on a plane before one's eyes, and all that can be set in it. */
export function playgroundExplorer(spec: ExplorerSpec<'playground'>): Explorer {
  let state = playgroundState(spec.state);
  let engine = new Engine(state);
  let chosen: Place = {layer: 0, unit: 0};
  let running = false;

  const diagram = new Diagram({
    onInputs: (inputs) => change({inputs}),
    onNet: (net) => change({net, off: []}),
    onChoose: (place, from) => {
      chosen = place;
      diagram.build(state, chosen);
      inspector.build(state, chosen, from);
      draw();
    },
  });
  const inspector = new Inspector({
    onWeight: ({layer, unit}, from, value) => {
      engine.setWeight(layer, from, unit, value);
      drawFrame();
    },
    onSwitch: ({layer, unit}, on) => {
      const name = `${layer + 1}.${unit + 1}`;
      change({off: on ? state.off.filter((other) => other !== name) : [...state.off, name]});
    },
  });

  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const menus = {
    data: new Menu<PlaygroundState['data']>('data', ['circle', 'xor', 'blobs', 'spiral', 'plane', 'hills'], (data) =>
      change({data}),
    ),
    noise: new Menu('noise', TENTHS.map((n) => n / 20), (noise) => change({noise}), percent), // prettier-ignore
    train: new Menu('share for training', TENTHS.slice(1, 10).map((n) => n / 10), (train) => change({train}), percent), // prettier-ignore
    batch: new Menu('batch size', Array.from({length: 30}, (_, i) => i + 1), (batch) => change({batch})), // prettier-ignore
    activation: new Menu<PlaygroundState['activation']>('activation', ['relu', 'tanh', 'sigmoid', 'identity'], (activation) => change({activation})), // prettier-ignore
    rate: new Menu('learning rate', RATES, (rate) => change({rate}), plain),
    l1: new Menu('L1', PACES, (l1) => change({l1})),
    l2: new Menu('L2', PACES, (l2) => change({l2})),
  };
  const seed = new Entry('seed', 'number', (text) => tryState(`seed=${text}`));
  const text = new Entry('state', 'text', (given) => tryState(given, true), 'state, to copy or paste');
  text.element.classList.add('np-state');
  const ticks = (['test', 'discrete'] as const).map(
    (name) =>
      [
        name,
        new Tick(name === 'test' ? 'show test data' : 'discrete output', (on) =>
          change({
            show: (['test', 'discrete'] as const).filter((one) => (one === name ? on : state.show.includes(one))),
          }),
        ),
      ] as const,
  );
  const run = button('run', () => (running ? pause() : start()));
  const step = button('step', () => {
    pause();
    learn();
    announce();
  });
  const reset = button('reset', () => {
    pause();
    renew(state);
  });

  const field = html('canvas', {role: 'img', 'aria-label': 'the output over the plane'});
  const points = svg('svg', {viewBox: '-6 -6 12 12', 'aria-hidden': 'true'});
  const stage = html('div', {class: 'nx-stage', style: `aspect-ratio: 1; max-width: ${SIDE}px`}, field, points);
  const numbers = new Numbers();
  const curves = new LossCurves();
  const words = html('p', {class: 'nx-words np-words', role: 'alert'});
  const announcer = new Announcer();
  const layers = html('div');
  const element = html(
    'div',
    {class: 'nx np'},
    html('style', {}, CSS),
    html(
      'div',
      {class: 'np-wide'},
      run,
      step,
      reset,
      seed.element,
      ...Object.values(menus).map((menu) => menu.element),
    ),
    html('div', {class: 'np-wide'}, layers, ...ticks.map(([, tick]) => tick.element)),
    diagram.element,
    html('div', {class: 'nx-side'}, stage, numbers.element, curves.element, words, announcer.element),
    inspector.element,
    html('div', {class: 'np-wide'}, text.element),
  );
  // In a menu letters choose; JupyterLab would take them for commands.
  element.addEventListener('keydown', (event) => {
    if (event.target instanceof HTMLSelectElement && !event.ctrlKey && !event.metaKey) event.stopPropagation();
  });
  showState();

  function change(part: Partial<PlaygroundState>): void {
    const next = {...state, ...part};
    if (Object.keys(part).some((name) => !IN_PASSING.includes(name as keyof PlaygroundState))) return renew(next);
    state = next;
    words.textContent = '';
    engine.goOn(state);
    showState();
    draw();
  }

  /** Starts again from a state. */
  function renew(next: PlaygroundState): void {
    state = next;
    engine = new Engine(state);
    words.textContent = '';
    if (chosen.unit >= (state.net[chosen.layer] ?? Number(chosen.layer === state.net.length)))
      chosen = {layer: 0, unit: 0};
    showState();
    draw();
  }

  /** Takes a state that was typed: the whole of it, or a part that is laid over what is. */
  function tryState(given: string, whole: boolean = false): void {
    try {
      const part = playgroundState(given);
      renew(whole ? part : {...state, seed: part.seed});
      if (whole) pause();
    } catch (error) {
      words.textContent = (error as Error).message;
    }
  }

  function start(): void {
    running = true;
    run.textContent = 'pause';
    requestAnimationFrame(frame);
  }

  function pause(): void {
    if (running) announce();
    running = false;
    run.textContent = 'run';
  }

  function frame(): void {
    if (!running || !element.isConnected) return;
    learn();
    if (running) requestAnimationFrame(frame);
  }

  function learn(): void {
    try {
      engine.step();
    } catch (error) {
      pause();
      words.textContent = (error as Error).message;
    }
    drawFrame();
  }

  function announce(): void {
    const {train, test} = engine.losses[engine.epoch];
    announcer.say(`Epoch ${engine.epoch}, training loss ${exact(train, 3)}, test loss ${exact(test, 3)}.`);
  }

  /** Puts every control where the state is. */
  function showState(): void {
    for (const [name, menu] of Object.entries(menus)) {
      (menu as Menu<string | number>).show(state[name as keyof typeof menus]);
    }
    for (const [name, tick] of ticks) tick.show(state.show.includes(name));
    seed.show(String(state.seed));
    const string = playgroundString(state);
    text.input.value = string;
    const focused = layers.contains(document.activeElement) && (document.activeElement as HTMLElement).dataset.key;
    layers.replaceChildren(diagram.layerButtons(state));
    if (focused) layers.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
    diagram.build(state, chosen);
    inspector.build(state, chosen);
    element.dispatchEvent(new CustomEvent('neurons-state', {detail: string, bubbles: true}));
  }

  function scales(): {hidden: Scale; output: Scale} {
    const [signed, share] = [
      {low: -1, high: 1},
      {low: 0, high: 1},
    ];
    return {
      hidden: state.activation === 'sigmoid' ? share : signed,
      output: {...(isRegression(state.data) ? signed : share), discrete: state.show.includes('discrete')},
    };
  }

  /** What changes with each epoch. */
  function drawFrame(): void {
    const fields = engine.fields();
    diagram.draw(engine, fields, scales());
    paint(field, fields[fields.length - 1][0]!, scales().output);
    inspector.show(engine);
    const {train, test} = engine.losses[engine.epoch];
    numbers.show([
      ['epoch', String(engine.epoch), 'plain'],
      ['training loss', exact(train, 3), 'first'],
      ['test loss', exact(test, 3), 'second'],
    ]);
    curves.show(engine.losses);
  }

  function draw(): void {
    diagram.drawInputs();
    drawPoints();
    drawFrame();
  }

  function drawPoints(): void {
    const {XTrain, yTrain, XTest, yTest} = engine.points;
    const scale = {...scales().output, discrete: false};
    const dots = (X: typeof XTrain, y: Float64Array, look: string): SVGElement[] =>
      Array.from(y, (value, i) => {
        const [cx, x2] = X.row(i);
        return svg('circle', {class: `np-point ${look}`, cx, cy: -x2, r: 0.17, 'vector-effect': 'non-scaling-stroke', fill: colourOf(value, scale)}); // prettier-ignore
      });
    points.replaceChildren(
      ...dots(XTrain, yTrain, 'train'),
      ...(state.show.includes('test') ? dots(XTest, yTest, 'test') : []),
    );
  }

  return {element, draw};
}

/** 0.00001, and not 1e-5. */
function plain(value: number): string {
  return value < 0.0001 ? value.toFixed(5) : String(value);
}

function button(name: string, onClick: () => void): HTMLButtonElement {
  const made = html('button', {}, name);
  made.addEventListener('click', onClick);
  return made;
}
