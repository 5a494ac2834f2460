import {dark, light} from '../../lib/src/charts/theme';

let query: MediaQueryList | undefined;

/** What the reader's system likes. Asked for once: a picture that moves asks in every frame. */
function systemDark(): MediaQueryList {
  return (query ??= matchMedia('(prefers-color-scheme: dark)'));
}

/** Whether the page is dark: JupyterLab says so on its body, other pages by `data-theme` or the reader's system. */
export function isDark(): boolean {
  const lab = document.body.dataset.jpThemeLight;
  const page = document.documentElement.dataset.theme;
  if (lab !== undefined) return lab === 'false';
  if (page !== undefined) return page === 'dark';
  return systemDark().matches;
}

/** Gives an element the colours of the page's theme, as `--nn-ink`, `--nn-blue` and so on. */
export function setColours(element: HTMLElement): void {
  for (const [token, colour] of Object.entries(isDark() ? dark : light)) {
    element.style.setProperty(`--nn-${token}`, colour);
  }
}

/**
 * Calls the listener a frame after each change of the theme: JupyterLab hides everything while it changes it, and at a width
 * of 0 nothing can be drawn.
 *
 * @returns what ends it
 */
export function onThemeChange(listener: () => void): () => void {
  const later = (): void => void requestAnimationFrame(listener);
  const themes = new MutationObserver(later);
  const system = systemDark();
  themes.observe(document.body, {attributes: true, attributeFilter: ['data-jp-theme-light']});
  themes.observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme']});
  system.addEventListener('change', later);
  return () => {
    themes.disconnect();
    system.removeEventListener('change', later);
  };
}
