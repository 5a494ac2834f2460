import {html} from './page';

/** Groups of radio buttons need names that no other group of the page has. */
let groups = 0;

/** One of several, as a row of radio buttons; `name` is heard, and with `named` seen, too. */
export function choices<T extends string>(
  name: string,
  labels: Readonly<Record<T, string>>,
  chosen: T,
  onChoose: (value: T) => void,
  {named = false}: {named?: boolean} = {},
): HTMLElement {
  const group = `nx-${++groups}`;
  const entries = Object.entries(labels) as [T, string][];
  const buttons = entries.map(([value, label]) => {
    const input = html('input', {type: 'radio', name: group, value});
    input.checked = value === chosen;
    input.addEventListener('change', () => onChoose(value));
    return html('label', {}, input, html('span', {}, label));
  });
  return html(
    'div',
    {class: 'nx-choices', role: 'radiogroup', 'aria-label': name},
    ...(named ? [html('span', {'aria-hidden': 'true'}, name)] : []),
    ...buttons,
  );
}
