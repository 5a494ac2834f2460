import {ticksOf} from '../../lib/src/charts/ticks';
import {svg} from './page';
import {toPicture, type Plane} from './plane';

export interface AxesOptions {
  xName?: string;
  yName?: string;
  /** Whether the numbers of x are written below. @default true */
  xNumbers?: boolean;
  /** Whether the numbers of y are written at the left. @default true */
  yNumbers?: boolean;
  /** About how many numbers at most. @default 6 for x, 5 for y */
  most?: readonly [x: number, y: number];
}

/** A pale grid with numbers at the left and below, darker where x or y is 0, and the names of both at their ends. */
export function axes(
  plane: Plane,
  {xName = '', yName = '', xNumbers = true, yNumbers = true, most = [6, 5]}: AxesOptions = {},
): SVGGElement {
  const {left, top, width, height} = plane;
  const group = svg('g', {class: 'nx-axes'});
  for (const {at, text} of ticksOf({range: [...plane.x]}, most[0])) {
    const [x] = toPicture(plane, [at, 0]);
    group.append(svg('path', {d: `M${x} ${top}v${height}`, class: at === 0 ? 'zero' : ''}));
    if (xNumbers) group.append(svg('text', {x, y: top + height + 17, 'text-anchor': 'middle'}, text));
  }
  for (const {at, text} of ticksOf({range: [...plane.y]}, most[1])) {
    const [, y] = toPicture(plane, [0, at]);
    group.append(svg('path', {d: `M${left} ${y}h${width}`, class: at === 0 ? 'zero' : ''}));
    if (yNumbers) group.append(svg('text', {x: left - 7, y: y + 4.5, 'text-anchor': 'end'}, text));
  }
  const below = {x: left + width + 14, y: top + height + 17, 'text-anchor': 'middle', class: 'name'};
  group.append(svg('text', below, xName), svg('text', {x: left, y: top - 9, class: 'name'}, yName));
  return group;
}
