import type {Matrix} from '../math/matrix';

/** The seven expressions, as FER2013 numbers them: label k stands for `EXPRESSIONS[k]`. */
export const EXPRESSIONS = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'] as const;
export type ExpressionName = (typeof EXPRESSIONS)[number];

/** Pixels of a side of a face. */
export const FACE_SIDE = 48;

/** What the rows of FER2013 are for: usage k stands for `USAGES[k]`. */
export const USAGES = ['Training', 'PublicTest', 'PrivateTest'] as const;

/** Grey pictures of faces, 48 × 48 pixels each, with the expression of each. */
export interface FaceSet {
  /** One face a row, one byte a pixel, row by row from the top; reads as numbers from 0, black, to 1, white. Shape (faces, 2304). */
  pixels: Matrix<Uint8Array>;
  /** The expression of each face: its place in `classNames`. Shape (faces). */
  labels: Uint8Array;
  /** What each face is for: 0 training, 1 the public test, 2 the private test. Shape (faces). */
  usage: Uint8Array;
  /** The name that each label stands for. */
  classNames: string[];
  /** Photographs of FER2013, or faces that the course draws. */
  source: 'fer2013' | 'drawn';
}
