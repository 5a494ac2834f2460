import {FONT} from '../../lib/src/charts/theme';
import {html} from './page';

const ID = 'nx-style';

/** Puts the style sheet of the explorers into the page, once. Its colours come from `--nn-…`, which each explorer sets. */
export function addStyle(): void {
  if (!document.getElementById(ID)) document.head.append(html('style', {id: ID}, CSS));
}

const track = (stops: string): string =>
  `height: 6px; border-radius: 3px; background: linear-gradient(to right, ${stops});`;
const filled = track('var(--nn-grid) var(--from), var(--tone) var(--from) var(--to), var(--nn-grid) var(--to)');
const thumb =
  'box-sizing: border-box; width: 20px; height: 20px; border-radius: 50%; background: var(--nn-paper); border: 2.5px solid var(--tone);';

/** A container query, not a media query: an output is narrower than its window. */
const CSS = `
.nx-room { container-type: inline-size; }
.nx { display: grid; grid-template-columns: minmax(0, 420px) minmax(230px, 320px); gap: 12px 30px; margin: 8px 0 16px; color: var(--nn-ink); font: 14px/1.45 ${FONT}; }
.nx, .nx * { box-sizing: border-box; }
.nx p { margin: 0; padding: 0; }
.nx sub { font-size: 70%; line-height: 0; }
.nx-top { grid-column: 1 / -1; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 8px 24px; max-width: 770px; }
.nx-side { display: flex; flex-direction: column; gap: 10px; align-self: center; min-width: 0; }
.nx-announcer { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.nx-choices { display: flex; flex-wrap: wrap; gap: 6px; }
.nx-choices > span { align-self: center; padding: 0 4px 0 0; border: 0; color: var(--nn-muted); }
.nx-choices label { position: relative; display: block; }
.nx-choices input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.nx-choices label > span, .nx button { display: block; padding: 5px 14px; border: 1px solid var(--nn-axis); border-radius: 999px; font: inherit; }
.nx-choices label:hover span { border-color: var(--nn-ink); }
.nx-choices input:checked + span { background: var(--nn-ink); border-color: var(--nn-ink); color: var(--nn-paper); }
.nx button { align-self: flex-start; background: transparent; color: var(--nn-ink); cursor: pointer; }
.nx button:hover { border-color: var(--nn-ink); }
.nx-choices input:focus-visible + span, .nx button:focus-visible { outline: 2px solid var(--nn-blue); outline-offset: 2px; }

.nx-field { display: grid; gap: 2px; font-size: 13px; }
.nx-field > span { color: var(--nn-muted); }
.nx-field select, .nx-field input:not([type=radio]) { min-height: 32px; padding: 3px 6px; border: 1px solid var(--nn-axis); border-radius: 6px; background: var(--nn-paper); color: var(--nn-ink); font: inherit; font-variant-numeric: tabular-nums; }
.nx-field input[type=number] { width: 84px; }
.nx-field :focus-visible, .nx-tick :focus-visible { outline: 2px solid var(--nn-blue); outline-offset: 1px; }
.nx-tick { display: flex; align-items: center; gap: 6px; min-height: 32px; }
.nx-tick input { width: 18px; height: 18px; margin: 0; accent-color: var(--nn-blue); }
@media (pointer: coarse) { .nx-field select, .nx-field input:not([type=radio]), .nx-tick { min-height: 44px; } }

.nx-slider { display: grid; grid-template-columns: var(--nx-symbol, 1.6em) minmax(0, 1fr) var(--nx-value, 2.4em); align-items: center; gap: 10px; }
.nx-slider > span:first-child { font-style: italic; font-size: 16px; white-space: nowrap; }
.nx-slider sub { font-style: normal; }
.nx-slider output { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.nx-slider input { --from: 0%; --to: var(--at); --tone: var(--nn-ink); width: 100%; min-width: 0; height: 30px; margin: 0; appearance: none; background: none; cursor: pointer; border-radius: 999px; }
.nx-slider.signed input { --from: min(50%, var(--at)); --to: max(50%, var(--at)); --tone: var(--nn-blue); }
.nx-slider.signed[data-sign=below] input { --tone: var(--nn-orange); }
.nx-slider input::-webkit-slider-runnable-track { ${filled} }
.nx-slider input::-moz-range-track { ${filled} }
.nx-slider input::-webkit-slider-thumb { appearance: none; margin-top: -7px; ${thumb} }
.nx-slider input::-moz-range-thumb { ${thumb} }
.nx-slider input:focus-visible { outline: 2px solid var(--nn-blue); }

.nx-marks { display: block; grid-column: 2; position: relative; height: 17px; margin-top: -19px; color: var(--nn-muted); font-size: 12px; font-variant-numeric: tabular-nums; }
.nx-marks span { position: absolute; left: calc(10px + (100% - 20px) * var(--at)); padding: 3px 4px 0; border-left: 1.5px solid var(--nn-muted); line-height: 14px; }
.nx-marks span:first-child:not(:last-child) { left: auto; right: calc(10px + (100% - 20px) * (1 - var(--at)) - 1.5px); border: 0; border-right: 1.5px solid var(--nn-muted); }
.nx-buttons { display: flex; flex-wrap: wrap; gap: 6px; }

.nx-stage { position: relative; overflow: hidden; align-self: start; width: 100%; }
.nx-stage > canvas, .nx-stage > svg { position: absolute; inset: 0; width: 100%; height: 100%; display: block; }
.nx-stage:has(> canvas) { border-radius: 8px; box-shadow: 0 0 0 1px var(--nn-grid); }
.nx-handle { position: absolute; width: 44px; height: 44px; margin: -22px 0 0 -22px; display: grid; place-items: center; border-radius: 50%; cursor: grab; touch-action: none; outline: none; }
.nx-handle[hidden] { display: none; }
.nx-handle:active { cursor: grabbing; }
.nx-handle:hover::before { content: ''; position: absolute; inset: 4px; border-radius: 50%; background: var(--nn-ink); opacity: 0.1; }
.nx-handle:focus-visible { box-shadow: inset 0 0 0 2.5px var(--nn-blue); }
.nx-handle span { display: grid; place-items: center; width: 19px; height: 19px; border-radius: 50%; background: var(--nn-paper); border: 2.5px solid var(--tone); color: var(--nn-ink); font-size: 11px; line-height: 1; }
.nx-handle.dot span { background: var(--nn-blue); border-color: var(--nn-paper); }
.nx-handle.arrow span { width: 22px; height: 18px; border: 0; border-radius: 0; background: var(--nn-ink); clip-path: polygon(100% 50%, 0 0, 22% 50%, 0 100%); }

.nx-edge { stroke: var(--nn-ink); stroke-width: 2.5; }
.nx-stem { stroke: var(--nn-ink); stroke-width: 2; stroke-dasharray: 2 4; stroke-linecap: round; pointer-events: none; }
.nx-cross path { stroke: var(--nn-ink); stroke-opacity: 0.18; fill: none; }
.nx-cross text, .nx-axes text { fill: var(--nn-muted); font-size: 13px; }
.nx-samples { outline: none; }
.nx-samples:focus-visible .chosen .ring, .nx-samples:focus-visible:not(:has(.chosen)) .ring { visibility: visible; stroke: var(--nn-blue); stroke-dasharray: none; stroke-width: 2.5; }
.nx-sample { stroke: var(--nn-paper); stroke-width: 1.5; }
.nx-sample .reach { fill: transparent; stroke: none; }
.nx-sample .ring { visibility: hidden; fill: none; stroke: var(--nn-ink); stroke-width: 1.75; stroke-dasharray: 3 3; }
.nx-sample.wrong .ring { visibility: visible; }
.nx-sample.chosen { stroke: var(--nn-ink); stroke-width: 2.5; }
.nx .class-0 { fill: var(--nn-orange); }
.nx .class-1 { fill: var(--nn-blue); }
.nx-count { font-size: 17px; }
.nx-count b { margin-right: 6px; font-size: 34px; font-weight: 650; line-height: 1; font-variant-numeric: tabular-nums; }
.nx-count small { display: block; min-height: 1.45em; color: var(--nn-muted); font-size: 13px; }
.nx-verdict { min-height: 1.45em; font-size: 20px; font-weight: 600; }
.nx-formula { font-size: 16px; font-variant-numeric: tabular-nums; }
.nx-key { color: var(--nn-muted); font-size: 13px; }
.nx-key svg { width: 15px; height: 15px; vertical-align: -3px; }
.nx-key svg:nth-of-type(2) { margin-left: 14px; }
.nx-words { min-height: 3em; color: var(--nn-muted); font-size: 13px; font-variant-numeric: tabular-nums; }
.nx-words b { color: var(--nn-ink); font-weight: 600; }

.nx-axes path { stroke: var(--nn-grid); fill: none; }
.nx-axes path.zero { stroke: var(--nn-axis); }
.nx-axes text { font-size: 12px; font-variant-numeric: tabular-nums; }
.nx-axes .name { font-size: 13px; fill: var(--nn-ink); }
.nx-curve { fill: none; stroke: var(--nn-blue); stroke-width: 3; stroke-linejoin: round; stroke-linecap: round; }
.nx-curve.second { stroke: var(--nn-orange); stroke-width: 2.5; }
.nx-tangent { fill: none; stroke: var(--nn-ink); stroke-width: 1.75; stroke-dasharray: 6 5; }
.nx-tangent.second { stroke: var(--nn-orange); stroke-width: 2.25; }
.nx-walk { fill: none; stroke: var(--nn-orange); stroke-width: 1.75; stroke-linejoin: round; }
.nx-landing { fill: var(--nn-orange); stroke: var(--nn-paper); stroke-width: 1; }
.nx-drop { fill: none; stroke: var(--nn-muted); stroke-width: 1.25; stroke-dasharray: 2 3; }
.nx-dot { fill: var(--nn-blue); stroke: var(--nn-paper); stroke-width: 2; }
.nx-dot.second { fill: var(--nn-orange); }
.nx-label { fill: var(--nn-ink); font-size: 14px; font-style: italic; }
.nx-away { fill: var(--nn-ink); stroke: var(--nn-paper); stroke-width: 5; paint-order: stroke; font-size: 14px; font-variant-numeric: tabular-nums; }
.nx-numbers { display: grid; gap: 2px; }
.nx-numbers p { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; }
.nx-numbers span { color: var(--nn-muted); }
.nx-numbers b { font-size: 17px; font-weight: 400; font-variant-numeric: tabular-nums; }
.nx-numbers .first b, .nx-numbers .second b { font-size: 20px; font-weight: 600; }
.nx-numbers .first b { color: var(--nn-blue); }
.nx-numbers .second b { color: var(--nn-orange); }

.nx-veil { opacity: 0.1; }
.nx-score { stroke: var(--nn-paper); stroke-width: calc(var(--r) * 0.22); }
.nx-score.wrong { stroke: var(--nn-ink); stroke-width: calc(var(--r) * 0.38); }
.nx-axes text.class-0 { fill: var(--nn-orange); font-size: 13px; }
.nx-axes text.class-1 { fill: var(--nn-blue); font-size: 13px; }
.nx-counts { display: grid; gap: 4px; font-size: 13px; }
.nx-counts [role=row] { display: grid; grid-template-columns: 2.3em minmax(0, 1fr) minmax(0, 1fr); gap: 4px; }
.nx-counts [role=rowheader] { align-self: center; }
.nx-counts [role=columnheader] { text-align: center; color: var(--nn-muted); }
.nx-counts [role=cell]:not(:empty) { position: relative; padding: 5px 7px 6px; border-radius: 6px; border: 1.75px solid transparent; line-height: 1.3; }
.nx-counts [role=cell].wrong:not(:empty) { border-color: var(--nn-ink); }
.nx-counts .called-0 { background: color-mix(in srgb, var(--nn-orange) 10%, transparent); }
.nx-counts .called-1 { background: color-mix(in srgb, var(--nn-blue) 10%, transparent); }
.nx-counts small { display: block; }
.nx-counts b { margin-right: 2px; font-size: 22px; line-height: 1.15; font-variant-numeric: tabular-nums; }
.nx-counts .is-0 b, .nx-counts [role=row]:nth-child(2) [role=rowheader] { color: var(--nn-orange); }
.nx-counts .is-1 b, .nx-counts [role=row]:nth-child(3) [role=rowheader] { color: var(--nn-blue); }
.nx-counts small { color: var(--nn-muted); font-size: 12px; }
.nx-roc { display: grid; grid-template-columns: 176px minmax(0, 1fr); gap: 8px; align-items: center; }

.nx-part { fill: none; stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
.nx-target { fill: var(--nn-paper); stroke: var(--nn-ink); stroke-width: 1.75; }
.nx-hinge { padding-left: 10px; border-left: 3px solid var(--tone); }
.nx-hinge > div { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 4px 10px; }
.nx-hinge .nx-choices label > span { padding: 2px 10px; font-size: 13px; }

.nx-face { grid-template-columns: minmax(0, 370px) minmax(0, 370px); }
.nx-face .nx-side { align-self: start; }
.nx-faces { display: flex; align-items: flex-end; gap: 12px; }
.nx-faces canvas { display: block; border-radius: 8px; }
.nx-faces > canvas { width: 240px; max-width: 66%; }
.nx-faces figure { margin: 0; }
.nx-faces figure canvas { width: 96px; image-rendering: pixelated; border-radius: 4px; }
.nx-faces figcaption { margin-top: 4px; color: var(--nn-muted); font-size: 12px; line-height: 1.3; }
.nx-bars { display: grid; gap: 5px; }
.nx-bars p { display: grid; grid-template-columns: 4.6em minmax(0, 1fr) 3.2em; align-items: center; gap: 10px; }
.nx-bars i { display: block; height: 14px; min-width: 1px; border-radius: 3px; background: var(--nn-axis); }
.nx-bars b { text-align: right; font-weight: 400; font-variant-numeric: tabular-nums; }
.nx-bars .best i { background: var(--nn-blue); }
.nx-bars .best, .nx-bars .best b { font-weight: 650; }
.nx-muscles { --nx-symbol: 7.2em; gap: 8px; }
.nx-muscles .nx-slider > span:first-child { font-style: normal; font-size: 14px; }
.nx-muscles .nx-marks { margin-top: -16px; }
.nx-muscles .nx-marks span, .nx-muscles .nx-marks span:first-child:not(:last-child) { left: 0; right: auto; padding: 3px 0 0; border: 0; }
.nx-muscles .nx-marks span:last-child { left: auto; right: 0; }

@container (max-width: 640px) {
  .nx, .nx-face { grid-template-columns: minmax(0, 420px); }
  .nx-side { align-self: start; }
}
@media (pointer: coarse) {
  .nx-choices label > span, .nx button { padding: 11px 16px; }
  .nx-hinge .nx-choices label > span { padding: 12px 16px; }
  .nx-slider input { height: 44px; }
  .nx-marks { margin-top: -26px; }
}
`;
