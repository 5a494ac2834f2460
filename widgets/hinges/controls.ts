import {choices} from '../parts/choices';
import {html} from '../parts/page';
import {Slider} from '../parts/slider';
import {short} from '../parts/words';
import {formulaOf, type Hinge} from './hinge';

export const BENDS = [-5, 5] as const;
export const WEIGHTS = [-3, 3] as const;

/** What sets one hinge: its formula, the side it opens to, where it bends, its output weight. */
export class HingeControls {
  readonly element: HTMLElement;
  readonly #formula: HTMLElement = html('span', {class: 'nx-formula'});
  readonly #bend: Slider;
  readonly #weight: Slider;
  readonly #sides: HTMLElement;

  constructor(number: number, colour: string, hinge: Hinge, onChange: (change: Partial<Hinge>) => void) {
    const [step, signed] = [0.1, true];
    this.#bend = new Slider({
      ...{symbol: ['bend'], name: `hinge ${number}: where it bends`, min: BENDS[0], max: BENDS[1], step},
      onInput: (bend) => onChange({bend}),
    });
    this.#weight = new Slider({
      ...{
        symbol: ['v', String(number)],
        name: `hinge ${number}: output weight v`,
        min: WEIGHTS[0],
        max: WEIGHTS[1],
        step,
        signed,
      },
      onInput: (weight) => onChange({weight}),
    });
    this.#sides = choices(`hinge ${number} opens to the`, {left: 'left', right: 'right'}, hinge.side, (side) =>
      onChange({side}),
    );
    this.element = html(
      'div',
      {class: 'nx-hinge', role: 'group', 'aria-label': `hinge ${number}`, style: `--tone: ${colour}`},
      html('div', {}, this.#formula, this.#sides),
      this.#bend.element,
      this.#weight.element,
    );
  }

  show(hinge: Hinge): void {
    this.#formula.textContent = formulaOf(hinge);
    this.#bend.show(hinge.bend, short(hinge.bend));
    this.#weight.show(hinge.weight, short(hinge.weight));
    for (const input of this.#sides.querySelectorAll('input')) input.checked = input.value === hinge.side;
  }
}
