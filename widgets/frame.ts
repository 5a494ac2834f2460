import {onThemeChange, setColours} from '../jupyter/extension/pageTheme';
import {mount} from './mount';

/** Fills the page of a frame with an explorer: takes over the theme of the page around it and asks it for the right height. */
export function mountInFrame(description: {kind: string; [option: string]: unknown}): void {
  const theme = themeAround();
  if (theme) document.documentElement.dataset.theme = theme;
  const colour = (): void => setColours(document.body);
  colour();
  onThemeChange(colour);
  // A background of its own: where the theme around can't be found out, the explorer is readable all the same.
  document.body.style.cssText += 'margin: 0; padding: 1px 12px; background: var(--nn-paper); overflow: hidden';
  const room = document.body.appendChild(document.createElement('div'));
  mount(room, description);
  new ResizeObserver(() => {
    const frame = frameAround();
    if (frame) frame.style.height = `${Math.ceil(document.body.getBoundingClientRect().height)}px`;
  }).observe(room);
}

/** The frame, if the page around it lets it be seen. */
function frameAround(): HTMLElement | null {
  try {
    return window.frameElement as HTMLElement | null;
  } catch {
    return null;
  }
}

/** What the page around says of its theme: exported notebooks on their body, pages on their root, VS Code by a kind. */
function themeAround(): 'light' | 'dark' | undefined {
  try {
    const {body, documentElement} = window.parent.document;
    const {jpThemeLight, vscodeThemeKind} = body.dataset;
    if (jpThemeLight !== undefined) return jpThemeLight === 'false' ? 'dark' : 'light';
    const said = documentElement.dataset.theme ?? vscodeThemeKind; // 'dark', 'vscode-light', 'vscode-high-contrast' …
    return said === undefined ? undefined : said.includes('light') ? 'light' : 'dark';
  } catch {
    return undefined; // a page that doesn't let itself be looked at
  }
}
