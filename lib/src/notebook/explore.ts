import fs from 'node:fs';
import path from 'node:path';
import {escapeHtml} from '../charts/text';
import {checkExplorer, type ExplorerKind, type ExplorerOptions, type ExplorerSpec} from '../explorers/checkExplorer';
import {playgroundState} from '../explorers/playgroundState';
import {display} from './display';

/** The mime type that JupyterLab and the site draw as an explorer. */
const WIDGET = 'application/vnd.neurons.widget+json';

/** All explorers in one script for a page, made by the build. It sets the global `NeuronsWidget`. */
const SCRIPT = path.resolve(__dirname, '..', '..', 'dist', 'widget.iife.js');

/**
 * Shows an explorer: several numbers are moved at once, by sliders, by dragging or by the arrow keys, and the picture follows.
 * It runs in the page: the kernel may rest, and the cell needn't run again.
 *
 * Kinds, and the options that say how each starts:
 * - `'neuron'`: two weights and a bias over a cloud of points. `data` ('clouds', 'and', 'or', 'xor'), `w1`, `w2`, `b`
 *   (−6 to 6), `activation` ('sigmoid' or 'binaryStep').
 * - `'activation'`: an activation f(c · z), a point on it, the tangent and its slope. `activation` ('sigmoid', 'tanh',
 *   'relu' …), `steepness` c (0.2 to 5), `at` z (−5 to 5).
 * - `'slope'`: zooming in on a curve, and the difference quotient. `curve` ('sigmoid', 'square', 'sine'), `at` x (−4 to 4),
 *   `h` (10⁻¹² to 2), `zoom` (1 to 10,000).
 * - `'descent'`: gradient descent on the parabola ½ k w². `curvature` k (0.2 to 4), `learningRate` η (0.01 to 12), `start` w
 *   (−5 to 5).
 * - `'threshold'`: scores of two classes parted by a threshold, the four counts, precision, recall, cost and ROC.
 *   `probabilities` of class 1 with their `labels` (0 or 1), `threshold` (0 to 1), `missCost`: what a missed 1 costs, in false
 *   alarms (1 to 20).
 * - `'hinges'`: hidden units with ReLU that add up to a line with kinks. `hinges` (1, 2 or 3), `target`: the points to meet
 *   ('tent', 'stairs' or 'wave').
 * - `'playground'`: a network that learns points on a plane, all of it to be set by hand. `state`: see `playground`.
 * - `'face'`: a drawn face to be moved, and what a trained network says of it: see `faceDemo`.
 *
 * @param kind - Which explorer.
 * @param options - How it starts; whatever is left out has a default.
 * @throws {RangeError} If there is no such kind or option, or an option is out of its range.
 * @throws {TypeError} If the options are not an object.
 * @example
 * explore('neuron', {data: 'xor', w1: 2, w2: 2, b: -1});
 */
export function explore<Kind extends ExplorerKind>(kind: Kind, options: ExplorerOptions[Kind] = {}): void {
  const spec = checkExplorer(kind, options);
  const words = `${describe(spec)} It is there to be moved by hand: in JupyterLab, or in a page with scripts.`;
  display({data: {[WIDGET]: spec, 'text/html': toFrame(spec), 'text/plain': words}});
}

/** What an explorer shows at its start, in a sentence. */
function describe(spec: ExplorerSpec): string {
  switch (spec.kind) {
    case 'neuron': {
      const points = spec.data === 'clouds' ? 'two clouds of points' : `the four points of ${spec.data.toUpperCase()}`;
      const weights = `w1 = ${spec.w1}, w2 = ${spec.w2}, b = ${spec.b}`;
      return `An explorer: a neuron with two inputs over ${points}, starting with ${weights}.`;
    }
    case 'activation': {
      const start = `steepness ${spec.steepness}, starting at z = ${spec.at}`;
      return `An explorer: the activation ${spec.activation} and its slope, with ${start}.`;
    }
    case 'slope': {
      const curve = {sigmoid: 'the logistic function', square: 'x²', sine: 'sin x'}[spec.curve];
      return `An explorer: the slope of ${curve} at x = ${spec.at} by a difference quotient, starting with h = ${spec.h}.`;
    }
    case 'descent': {
      const start = `learning rate ${spec.learningRate}, starting at w = ${spec.start}`;
      return `An explorer: gradient descent on a parabola of curvature ${spec.curvature}, with ${start}.`;
    }
    case 'threshold': {
      const start = `threshold ${spec.threshold} and a miss that costs ${spec.missCost} false alarms`;
      return `An explorer: the scores of ${spec.labels.length} samples, parted by a threshold, starting with ${start}.`;
    }
    case 'hinges': {
      const units = ['one ReLU hinge', 'two ReLU hinges', 'three ReLU hinges'][spec.hinges - 1];
      return `An explorer: ${units}, to be added up to a line with kinks through the points of a ${spec.target}.`;
    }
    case 'playground': {
      const {data, net} = playgroundState(spec.state);
      const layers = net.length > 0 ? `hidden layers of ${net.join(', ')} units` : 'no hidden layer';
      return `An explorer: a network that learns the points “${data}”, starting with ${layers}.`;
    }
    case 'face':
      return `An explorer: a drawn face whose brows, eyes and mouth can be moved, and what a network says of it. It starts ${spec.expression}.`;
  }
}

/**
 * The explorer in a frame with its own script, for viewers that don't know the mime type: VS Code, exported pages.
 * JupyterLab takes the mime type, because it removes `srcdoc` from notebooks that aren't trusted.
 */
function toFrame(spec: ExplorerSpec): string {
  // In a script, `</script` and `<!--` would end it or turn it into a comment.
  const json = JSON.stringify(spec).replaceAll('<', '\\u003c');
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><body><script>${readScript()}</script><script>NeuronsWidget.mountInFrame(${json})</script></body></html>`;
  // Height for narrow viewers; the script in the frame sets the right one where it may.
  const style = 'width:100%;max-width:820px;height:600px;border:0';
  return `<iframe title="${escapeHtml(describe(spec))}" style="${style}" srcdoc="${page.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
}

function readScript(): string {
  if (!fs.existsSync(SCRIPT))
    throw new Error('lib/dist/widget.iife.js must be built, got no such file; run: npm run build');
  return fs.readFileSync(SCRIPT, 'utf8');
}
