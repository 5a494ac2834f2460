/** What the playground adds to the style sheet of the explorers. */
export const CSS = `
.nx.np { grid-template-columns: minmax(0, 1fr) 260px; max-width: 1100px; gap: 14px 22px; }
.np .np-wide { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: end; gap: 8px 14px; }
.np-field { display: grid; gap: 2px; font-size: 13px; }
.np-field > span { color: var(--nn-muted); }
.np-field select, .np-field input { min-height: 32px; padding: 3px 6px; border: 1px solid var(--nn-axis); border-radius: 6px; background: var(--nn-paper); color: var(--nn-ink); font: inherit; font-variant-numeric: tabular-nums; }
.np-field input[type=number] { width: 84px; }
.np-field :focus-visible, .np-tick :focus-visible { outline: 2px solid var(--nn-blue); outline-offset: 1px; }
.np-state { flex: 1 1 320px; }
.np-tick { display: flex; align-items: center; gap: 6px; min-height: 32px; }
.np-tick input { width: 18px; height: 18px; margin: 0; accent-color: var(--nn-blue); }
.np-scroll { overflow-x: auto; min-width: 0; }
.np-net { position: relative; }
.np-net > svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.np-line { fill: none; vector-effect: non-scaling-stroke; stroke-opacity: 0.75; pointer-events: none; }
.np-line.idle { stroke-opacity: 0.12; }
.np-reach { fill: none; stroke: transparent; stroke-width: 10px; vector-effect: non-scaling-stroke; pointer-events: stroke; cursor: pointer; }
.nx .np-unit { position: absolute; width: 36px; height: 36px; margin: -18px 0 0 -18px; padding: 0; border: 1.5px solid var(--nn-axis); border-radius: 6px; overflow: hidden; background: var(--nn-paper); }
.np-unit canvas { display: block; width: 100%; height: 100%; }
.np-unit span { position: absolute; inset: auto 0 0; background: color-mix(in srgb, var(--nn-paper) 80%, transparent); font-size: 11px; line-height: 14px; text-align: center; white-space: nowrap; }
.nx .np-unit[aria-pressed=true] { border-color: var(--nn-ink); border-width: 2.5px; }
.np-unit[data-key^=input]:not([aria-pressed=true]) { opacity: 0.45; }
.np-unit.off canvas { visibility: hidden; }
.np-unit.off { border-style: dashed; }
.np-head { position: absolute; top: 0; display: flex; translate: -50%; gap: 2px; }
.nx .np-head button, .nx .np-layers button { width: 29px; height: 36px; padding: 0; border-radius: 6px; text-align: center; }
.np button[aria-disabled=true] { opacity: 0.35; cursor: default; }
.np-layers { display: flex; align-items: center; gap: 8px; }
.np-tip { position: absolute; translate: -50% -50%; padding: 1px 6px; border: 1px solid var(--nn-axis); border-radius: 5px; background: var(--nn-paper); font-size: 12px; font-variant-numeric: tabular-nums; pointer-events: none; z-index: 1; }
.np-tip[hidden] { display: none; }
.np-inspector { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: end; gap: 8px 14px; }
.np-inspector > b { align-self: center; min-width: 5em; }
.np .nx-side { align-self: start; }
.np-losses { height: 80px; }
.np-losses svg { width: 100%; height: 100%; display: block; }
.np-losses path { vector-effect: non-scaling-stroke; }
.np-base { fill: none; stroke: var(--nn-axis); }
.np-point { stroke: var(--nn-paper); stroke-width: 0.7; }
.np-point.test { stroke: var(--nn-ink); stroke-width: 1.3; }
.np-words:empty { display: none; }
@container (max-width: 640px) { .nx.np { grid-template-columns: minmax(0, 1fr); } .np .nx-side { max-width: 340px; } }
@media (pointer: coarse) { .np-field select, .np-field input, .np-tick { min-height: 44px; } }
`;
