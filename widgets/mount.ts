import {onThemeChange, setColours} from '../jupyter/extension/pageTheme';
import {checkExplorer, type ExplorerSpec} from '../lib/src/explorers/checkExplorer';
import {activationExplorer} from './activation';
import {descentExplorer} from './descent';
import type {Explorer} from './explorer';
import {faceExplorer} from './face';
import {hingesExplorer} from './hinges';
import {neuronExplorer} from './neuron';
import {html} from './parts/page';
import {addStyle} from './parts/style';
import {playgroundExplorer} from './playground';
import {slopeExplorer} from './slope';
import {thresholdExplorer} from './threshold';

/**
 * Puts an explorer into an element, in place of what is there.
 *
 * @param description - The kind and the options, as `explore` sends them. A wrong one is said in the element, not thrown.
 * @returns what takes it down
 */
export function mount(element: HTMLElement, description: {kind: string; [option: string]: unknown}): () => void {
  let explorer: Explorer;
  try {
    const {kind, ...options} = description;
    explorer = build(checkExplorer(kind, options));
  } catch (error) {
    element.replaceChildren(html('p', {role: 'alert'}, `This explorer can’t be shown: ${(error as Error).message}`));
    return () => element.replaceChildren();
  }
  addStyle();
  const room = html('div', {class: 'nx-room'}, explorer.element);
  room.addEventListener('keydown', keepOwnKeys);
  const draw = (): void => {
    setColours(room);
    explorer.draw();
  };
  element.replaceChildren(room);
  draw();
  const unfollow = onThemeChange(draw);
  return () => {
    unfollow();
    room.remove();
  };
}

function build(spec: ExplorerSpec): Explorer {
  switch (spec.kind) {
    case 'neuron':
      return neuronExplorer(spec);
    case 'activation':
      return activationExplorer(spec);
    case 'slope':
      return slopeExplorer(spec);
    case 'descent':
      return descentExplorer(spec);
    case 'threshold':
      return thresholdExplorer(spec);
    case 'hinges':
      return hingesExplorer(spec);
    case 'playground':
      return playgroundExplorer(spec);
    case 'face':
      return faceExplorer(spec);
  }
}

const OWN_KEYS = new Set([
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  ' ',
  'Enter',
]);

/** JupyterLab moves between cells with these keys. Shift-Enter and everything with Ctrl stay JupyterLab's. */
function keepOwnKeys(event: KeyboardEvent): void {
  const withShift = event.shiftKey && event.key === 'Enter';
  if (OWN_KEYS.has(event.key) && !withShift && !event.ctrlKey && !event.metaKey && !event.altKey)
    event.stopPropagation();
}
