import type {Figure} from './types';
export function toHtml(figure: Figure): string {
  return `<p>${figure.alt.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)}</p>`;
}
