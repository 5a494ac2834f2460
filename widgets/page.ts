import {onThemeChange, setColours} from '../jupyter/extension/pageTheme';
import {mount} from './mount';

/** Fills a page of its own with the playground. Its state stands behind the # of the address, to be kept and shared. */
export function playgroundPage(room: HTMLElement): void {
  const colour = (): void => {
    setColours(document.body);
    document.body.style.cssText += 'background: var(--nn-paper); color: var(--nn-ink)';
  };
  colour();
  onThemeChange(colour);
  room.addEventListener('neurons-state', (event) => {
    history.replaceState(null, '', `#${(event as CustomEvent<string>).detail}`);
  });
  const show = (): void => void mount(room, {kind: 'playground', state: location.hash.slice(1)});
  addEventListener('hashchange', show);
  show();
}
