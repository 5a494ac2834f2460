import type {Cloud} from './clouds';
import {svg} from '../parts/page';
import {toPicture, type Plane} from '../parts/plane';

/** One point of a cloud: a disc for 0, a diamond for 1, and a ring around it while it lies on the wrong side. */
export interface Sample {
  element: SVGGElement;
  update(isWrong: boolean, isChosen: boolean): void;
}

export function samplesOf(cloud: Cloud, plane: Plane): Sample[] {
  return cloud.X.map((x, i) => {
    const [px, py] = toPicture(plane, x);
    const ring = svg('circle', {class: 'ring', r: 13});
    const reach = svg('circle', {class: 'reach', r: 16});
    const element = svg(
      'g',
      {transform: `translate(${px} ${py})`, 'data-sample': i},
      reach,
      ring,
      symbolOf(cloud.y[i]),
    );
    return {
      element,
      update(isWrong, isChosen) {
        const classes = [
          'nx-sample',
          `class-${cloud.y[i]}`,
          ...(isWrong ? ['wrong'] : []),
          ...(isChosen ? ['chosen'] : []),
        ];
        element.setAttribute('class', classes.join(' '));
      },
    };
  });
}

/** The shape of a class. */
export function symbolOf(label: number): SVGElement {
  return label === 1 ? svg('path', {d: 'M0-8.5 8.5 0 0 8.5-8.5 0Z'}) : svg('circle', {r: 7});
}
