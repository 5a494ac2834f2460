import type {ExplorerSpec} from '../../lib/src/explorers/checkExplorer';
import {playgroundState, playgroundString, type PlaygroundState} from '../../lib/src/explorers/playgroundState';
import type {Explorer} from '../explorer';
import {Announcer} from '../parts/announcer';
import {Entry} from '../parts/fields';
import {Numbers} from '../parts/numbers';
import {html} from '../parts/page';
import {exact} from '../parts/words';
import {fieldOfInput, INPUT_NAMES} from './data';
import {Diagram} from './diagram';
import {Engine} from './engine';
import {Inspector} from './inspector';
import {LossCurves} from './losses';
import {INPUT, type Place} from './places';
import {Settings} from './settings';
import {Stage} from './stage';
import {CSS} from './style';

/** What is changed without learning anew. */
const IN_PASSING: readonly (keyof PlaygroundState)[] = ['rate', 'l1', 'l2', 'batch', 'off', 'show'];

const HELP =
  'A line is a weight: blue above 0, orange below, the wider the larger. Point at one for its value, at a unit to see it large; press either to change its numbers, or to switch the unit off.';

/** A network that learns points on a plane before one's eyes, and all that can be set in it. */
export function playgroundExplorer(spec: ExplorerSpec<'playground'>): Explorer {
  let state = playgroundState(spec.state);
  let engine = new Engine(state);
  let chosen: Place = {layer: 0, unit: 0};
  let peeked: Place | undefined;
  let running = false;

  const diagram = new Diagram({
    onInputs: (inputs) => change({inputs}),
    onNet: (net) => change({net, off: []}),
    onChoose: (place, from) => {
      chosen = place;
      diagram.build(state, chosen);
      inspector.build(state, engine, chosen, from);
      drawFrame();
    },
    onPeek: (place) => {
      if (place === peeked) return; // a button that goes away says that it is left, and not all is drawn anew by then
      peeked = place;
      drawFrame();
    },
    onResize: () => {
      diagram.fit();
      drawFrame();
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
  const settings = new Settings(change, (text) => {
    take(() => ({...state, seed: playgroundState(`seed=${text}`).seed}));
  });
  const string = new Entry('state', 'text', (text) => take(() => playgroundState(text)), 'state, to copy or paste');
  string.element.classList.add('np-state');
  const run = button('run', () => (running ? pause() : start()));
  run.classList.add('np-run');
  const step = button('step', () => {
    pause();
    learn();
    announce();
  });
  const reset = button('reset', () => {
    pause();
    renew(state);
  });

  const stage = new Stage();
  const numbers = new Numbers();
  const curves = new LossCurves();
  const words = html('p', {class: 'np-words', role: 'alert'});
  const announcer = new Announcer();
  const layers = html('div');
  const element = html(
    'div',
    {class: 'nx np'},
    html('style', {}, CSS),
    html('div', {class: 'np-wide'}, run, step, reset, settings.pictures.element),
    html('div', {class: 'np-wide'}, ...settings.menus),
    html('div', {class: 'np-wide'}, layers, ...settings.ticks),
    html('div', {class: 'np-main'}, diagram.element, html('p', {class: 'np-help'}, HELP)),
    html('div', {class: 'nx-side'}, stage.element, numbers.element, curves.element, words, announcer.element),
    inspector.element,
    html('div', {class: 'np-wide'}, string.element),
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
    engine.goOn(state);
    words.textContent = '';
    showState();
    draw();
  }

  /** Starts again from a state. */
  function renew(next: PlaygroundState): void {
    state = next;
    engine = new Engine(state);
    words.textContent = '';
    if (chosen.unit >= ([...state.net, 1][chosen.layer] ?? 0)) chosen = {layer: 0, unit: 0};
    showState();
    draw();
  }

  /** Starts again from what was typed, or says what is wrong with it. */
  function take(typed: () => PlaygroundState): void {
    try {
      renew(typed());
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

  /** Puts everything where the state is. */
  function showState(): void {
    peeked = undefined;
    settings.show(state);
    const text = playgroundString(state);
    string.input.value = text;
    const focused = layers.contains(document.activeElement) && (document.activeElement as HTMLElement).dataset.key;
    layers.replaceChildren(diagram.layerButtons(state));
    if (focused) layers.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
    diagram.build(state, chosen);
    inspector.build(state, engine, chosen);
    element.dispatchEvent(new CustomEvent('neurons-state', {detail: text, bubbles: true}));
  }

  /** What changes with each epoch. */
  function drawFrame(): void {
    const fields = engine.fields();
    diagram.draw(engine, fields);
    const {layer, unit} = peeked ?? {layer: state.net.length, unit: 0};
    if (layer === INPUT) stage.drawField(state, {layer, unit}, fieldOfInput(INPUT_NAMES[unit]), '');
    else {
      const field = fields[layer][unit];
      const bias = `, bias ${exact(engine.layers[layer].biases[unit], 2)}`;
      if (field) stage.drawField(state, {layer, unit}, field, bias); // a unit that is off has none
    }
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
    settings.pictures.draw(state);
    stage.drawPoints(state, engine.points);
    diagram.fit();
    drawFrame();
  }

  return {element, draw};
}

function button(name: string, onClick: () => void): HTMLButtonElement {
  const made = html('button', {}, name);
  made.addEventListener('click', onClick);
  return made;
}
