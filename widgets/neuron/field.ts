import {isDark} from '../../jupyter/extension/pageTheme';
import type {Neuron} from '../../lib/src/browser';
import {dark, light} from '../../lib/src/charts/theme';
import {toPlane, type Plane} from '../parts/plane';

/** Points in each direction; the browser smooths between them. */
const POINTS = 80;

/** Colours the plane by a neuron's outputs from 0 to 1: orange for no, blue for yes, the fainter the less certain. */
export function paintField(canvas: HTMLCanvasElement, neuron: Neuron, plane: Plane): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  canvas.width = canvas.height = POINTS;
  const {orange, blue} = isDark() ? dark : light;
  const [no, yes] = [orange, blue].map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
  const image = context.createImageData(POINTS, POINTS);
  for (let i = 0; i < POINTS * POINTS; i++) {
    const column = i % POINTS;
    const row = (i - column) / POINTS;
    const place = [column + 0.5, row + 0.5].map((cells) => (cells / POINTS) * plane.width) as [number, number];
    const output = neuron.output([...toPlane(plane, place)]);
    const certainty = Math.abs(2 * output - 1);
    image.data.set([...(output < 0.5 ? no : yes), 20 + 95 * certainty], 4 * i);
  }
  context.putImageData(image, 0, 0);
}
