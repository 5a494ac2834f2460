/** What the playground adds to the style sheet of the explorers. */
export const CSS = `
.nx.np { grid-template-columns: minmax(0, 1fr) 260px; max-width: 1100px; gap: 12px 22px; }
.np .np-wide { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: end; gap: 8px 14px; }
.nx .np-run { min-width: 5.6em; background: var(--nn-ink); border-color: var(--nn-ink); color: var(--nn-paper); }
.np-pictures { display: flex; flex-wrap: wrap; gap: 6px; }
.np-pictures label { position: relative; }
.np-pictures canvas { display: block; width: 42px; height: 42px; border: 1.5px solid var(--nn-axis); border-radius: 6px; }
.np-pictures input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.np-pictures input:checked + canvas { border: 2.5px solid var(--nn-ink); }
.np-pictures input:focus-visible + canvas { outline: 2px solid var(--nn-blue); outline-offset: 1px; }
.np-state { flex: 1 1 320px; }
.np-main { min-width: 0; }
.np-scroll { overflow-x: auto; }
.np-net { position: relative; }
.np-net > canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.nx .np-unit { position: absolute; width: 36px; height: 36px; margin: -18px 0 0 -18px; padding: 0; border: 1.5px solid var(--nn-axis); border-radius: 4px; touch-action: manipulation; }
.nx .np-unit[aria-pressed=true] { border-color: var(--nn-ink); border-width: 2.5px; }
.np-input span { position: absolute; inset: auto 0 0; background: color-mix(in srgb, var(--nn-paper) 80%, transparent); font-size: 11px; line-height: 14px; white-space: nowrap; }
.np-input:not([aria-pressed=true]) span { color: var(--nn-muted); }
.nx .np-unit.off { border-style: dashed; }
.np-head { position: absolute; top: 0; display: flex; translate: -50%; gap: 2px; }
.nx .np-head button, .nx .np-layers button { width: 29px; height: 36px; padding: 0; border-radius: 6px; text-align: center; }
.np button[aria-disabled=true] { opacity: 0.35; cursor: default; }
.np-layers { display: flex; align-items: center; gap: 8px; }
.np-tip { position: absolute; translate: -50% calc(-100% - 6px); padding: 1px 6px; border: 1px solid var(--nn-axis); border-radius: 5px; background: var(--nn-paper); font-size: 12px; font-variant-numeric: tabular-nums; pointer-events: none; z-index: 1; }
.np-tip[hidden] { display: none; }
.np .np-help { margin-top: 8px; color: var(--nn-muted); font-size: 13px; }
.np-inspector { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: end; gap: 8px 14px; }
.np-inspector > b { align-self: center; min-width: 5em; }
.np .nx-side { align-self: start; }
.np-caption { min-height: 1.6em; }
.np-stage { position: relative; max-width: 260px; aspect-ratio: 1; }
.np-stage canvas { position: absolute; inset: 0; width: 100%; height: 100%; border-radius: 4px; }
.np-key { display: flex; align-items: center; gap: 8px; max-width: 260px; margin-top: 4px; color: var(--nn-muted); font-size: 12px; }
.np-key i { flex: 1; height: 8px; border-radius: 4px; background: linear-gradient(to right, var(--nn-orange), var(--nn-paper), var(--nn-blue)); }
.np-losses { height: 80px; }
.np-losses svg { width: 100%; height: 100%; display: block; }
.np-losses path { vector-effect: non-scaling-stroke; }
.np-base { fill: none; stroke: var(--nn-axis); }
.np-words { color: var(--nn-orange); }
.np-words:empty { display: none; }
@container (max-width: 640px) { .nx.np { grid-template-columns: minmax(0, 1fr); } .np .nx-side { max-width: 340px; } }
`;
