import type {ExpressionName} from '../faceSet';

/**
 * What the muscles of a face do; all zero is a face at rest. AU: the action unit of the Facial Action Coding System.
 *
 * @see P. Ekman and W. V. Friesen (1978), "Facial Action Coding System".
 */
export interface FaceExpression {
  /** Brows lowered (AU 4) or raised (AU 1 + 2). */
  browRaise: number;
  /** Inner ends of the brows down (AU 4, grim) or up (AU 1, worried). */
  browSlant: number;
  /** Brows drawn together (AU 4). */
  browPinch: number;
  /** Eyes narrowed (AU 7), at −1 shut, or wide (AU 5). */
  eyeOpening: number;
  /** Corners of the mouth down (AU 15) or up (AU 12, and the cheeks with them, AU 6). */
  mouthCorner: number;
  /** Lips pressed (AU 23 + 24) or the jaw dropped (AU 25 to 27). */
  mouthOpening: number;
  /** Upper lip raised and nose wrinkled (AU 9 + 10). */
  upperLipRaise: number;
  /** Lips rounded (AU 18) or stretched (AU 20). */
  lipStretch: number;
  /** The head leaning to its left shoulder, in degrees. */
  headTilt: number;
}

export type FaceMuscle = keyof FaceExpression;

/** A slider for one of the muscles; a face at rest has 0. */
export interface FaceSlider {
  readonly name: FaceMuscle;
  /** What its two ends mean. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

/** The sliders of a face, from its top to its bottom. */
export const FACE_SLIDERS: readonly FaceSlider[] = [
  {name: 'browRaise', label: 'brows: lowered – raised', min: -1, max: 1},
  {name: 'browSlant', label: 'inner brows: down – up', min: -1, max: 1},
  {name: 'browPinch', label: 'gap of brows: wide – narrow', min: 0, max: 1},
  {name: 'eyeOpening', label: 'eyes: shut – wide', min: -1, max: 1},
  {name: 'mouthCorner', label: 'mouth corners: down – up', min: -1, max: 1},
  {name: 'mouthOpening', label: 'mouth: pressed – open', min: -1, max: 1},
  {name: 'upperLipRaise', label: 'upper lip: at rest – raised', min: 0, max: 1},
  {name: 'lipStretch', label: 'lips: rounded – stretched', min: -1, max: 1},
  {name: 'headTilt', label: 'head (degrees): to the left – to the right', min: -30, max: 30},
];

export const AT_REST: Readonly<FaceExpression> = {
  browRaise: 0,
  browSlant: 0,
  browPinch: 0,
  eyeOpening: 0,
  mouthCorner: 0,
  mouthOpening: 0,
  upperLipRaise: 0,
  lipStretch: 0,
  headTilt: 0,
};

/** The ways in which each expression is shown, the one of the textbooks first; what isn't named is at rest. */
// prettier-ignore -- one way a line, to compare them
export const SHOWN: Readonly<Record<ExpressionName, readonly Partial<FaceExpression>[]>> = {
  angry: [
    {browRaise: -0.7, browSlant: -1, browPinch: 1, eyeOpening: 0.1, mouthCorner: -0.35, mouthOpening: -0.9},
    {browRaise: -0.7, browSlant: -1, browPinch: 0.9, eyeOpening: 0.2, mouthCorner: -0.3, mouthOpening: 0.5, upperLipRaise: 0.35, lipStretch: 0.35},
  ],
  disgust: [
    {browRaise: -0.5, browSlant: -0.5, browPinch: 0.6, eyeOpening: -0.55, mouthCorner: -0.6, mouthOpening: 0.1, upperLipRaise: 1, lipStretch: -0.1},
    {browRaise: -0.4, browSlant: -0.4, browPinch: 0.6, eyeOpening: -0.6, mouthCorner: -0.4, mouthOpening: 0.4, upperLipRaise: 1, lipStretch: 0.1},
  ],
  fear: [
    {browRaise: 0.7, browSlant: 0.8, browPinch: 0.6, eyeOpening: 0.9, mouthCorner: -0.3, mouthOpening: 0.4, lipStretch: 0.8},
    {browRaise: 0.6, browSlant: 0.7, browPinch: 0.5, eyeOpening: 0.8, mouthCorner: -0.3, mouthOpening: 0.75, lipStretch: 0.15},
  ],
  happy: [
    {browRaise: 0.1, eyeOpening: -0.2, mouthCorner: 1, mouthOpening: 0.35, lipStretch: 0.5},
    {browRaise: 0.1, eyeOpening: -0.15, mouthCorner: 0.9, lipStretch: 0.4},
    {browRaise: 0.3, eyeOpening: -0.35, mouthCorner: 0.9, mouthOpening: 0.75, lipStretch: 0.3},
  ],
  sad: [
    {browRaise: 0.05, browSlant: 1, browPinch: 0.5, eyeOpening: -0.4, mouthCorner: -0.9, mouthOpening: -0.1, lipStretch: -0.1},
    {browRaise: -0.1, browSlant: 0.9, browPinch: 0.6, eyeOpening: -0.8, mouthCorner: -0.8, mouthOpening: 0.25, lipStretch: 0.3},
  ],
  surprise: [
    {browRaise: 1, browSlant: 0.1, eyeOpening: 0.9, mouthOpening: 0.9, lipStretch: -0.6},
    {browRaise: 0.9, eyeOpening: 0.8, mouthOpening: 0.45, lipStretch: -0.4},
  ],
  neutral: [{}],
};

/** An expression as textbooks show it, in full. */
export function usualExpression(name: ExpressionName): FaceExpression {
  return {...AT_REST, ...SHOWN[name][0]};
}
