import {escapeHtml} from '../charts/text';

/** Small pieces of HTML for outputs. They hold no script and no style sheet, so that an untrusted notebook shows them, too. */

/** Text as HTML, in which `…` is code and a blank line starts a paragraph. Everything else is escaped. */
export function toParagraphs(text: string): string {
  const paragraphs = text.split(/\n\s*\n/);
  return paragraphs.map((paragraph) => `<p style="margin:4px 0">${withCode(paragraph)}</p>`).join('');
}

function withCode(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** What a panel's stripe says by its colour. Blue is yes and orange is no, as in the charts. */
export type Tone = 'yes' | 'no' | 'neutral';

const STRIPES: Readonly<Record<Tone, string>> = {
  yes: '#2a6bb5',
  no: '#c94f0a',
  neutral: 'var(--jp-border-color1, #b9bec7)',
};

/** A box with a coloured stripe, a heading and a body that is HTML already. */
export function panel(tone: Tone, heading: string, body: string): string {
  const style = `border-left:4px solid ${STRIPES[tone]};padding:2px 0 2px 12px;margin:4px 0;max-width:72ch;line-height:1.5`;
  return `<div style="${style}"><strong>${escapeHtml(heading)}</strong>${body}</div>`;
}

/** A folded part: the reader opens it when he wants to. */
export function folded(summary: string, body: string): string {
  return `<details><summary style="cursor:pointer">${escapeHtml(summary)}</summary>${body}</details>`;
}
