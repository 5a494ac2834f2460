/** The parts of a face that are drawn first: backdrop, head and hair, the flesh in clay, and lines. */
import {around, clamp, coverage, hill, paint, stroke, type Canvas, type Line} from './canvas';
import type {FaceExpression} from './expressions';
import type {FacePerson, FaceScene} from './person';

/** What the parts of a face need to know. */
export interface Sitting {
  readonly canvas: Canvas;
  readonly expression: FaceExpression;
  readonly person: FacePerson;
  readonly scene: FaceScene;
  /** How far a smile lifts the cheeks, 0 to 1. */
  readonly cheek: number;
  /** How far the chin sinks. */
  readonly drop: number;
  /** Where a point of the face is seen after the head has turned, and how much it is squeezed sideways. */
  readonly place: (x: number, y: number, lift?: number) => [x: number, y: number, squeeze: number];
}

export const SIDES = [-1, 1] as const;

/** Hair or cloth that is seen behind the head: half its width in widths of the head, its middle, its reach up and down. */
const BEHIND: Partial<Record<FacePerson['hairStyle'], {width: number; y: number; up: number; down: number}>> = {
  long: {width: 1.26, y: 0, up: 1.24, down: 1.4},
  scarf: {width: 1.18, y: 0, up: 1.24, down: 1.5},
  round: {width: 1.38, y: -0.35, up: 1, down: 0.85},
};

/** Background, hair behind the head, neck, clothes. */
export function drawBackdrop({canvas, person, scene}: Sitting): void {
  const {size, tone} = canvas;
  for (let row = 0, i = 0; row < size; row++) {
    for (let column = 0; column < size; column++, i++) {
      const across = (column / size - 0.5) * 0.8 + (row / size - 0.5) * 0.6;
      tone[i] = scene.background + scene.backgroundSlope * across;
    }
  }
  const {width, hair, hairStyle, skin} = person;
  const behind = BEHIND[hairStyle];
  if (behind) {
    const spots = around(canvas, [0, 0.1], [1.2, 1.45]);
    for (let k = 0; k < spots.count; k++) {
      const [dx, dy, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
      const y = dy + 0.1 - behind.y;
      const q = dx / (width * behind.width);
      const r = y / (y < 0 ? behind.up : behind.down);
      paint(canvas, i, coverage(canvas, 0.4 * (1 - q * q - r * r * r * r)), hair);
    }
  }
  const clothes = clamp(0.9 - scene.background);
  const spots = around(canvas, [0, 1.4], [1.3, 0.9]);
  for (let k = 0; k < spots.count; k++) {
    const [dx, dy, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
    const neckline = (Math.abs(dx) < 0.4 ? 0.3 : 0.1) * (0.4 - Math.abs(dx));
    paint(canvas, i, coverage(canvas, width * 0.62 - Math.abs(dx)), skin * 0.72); // in the shadow of the chin
    paint(canvas, i, coverage(canvas, dy + 0.2 - neckline), clothes);
  }
}

/** The head with its ears, and the hair, scarf or beard on it. */
export function drawHead({canvas, person, drop, place}: Sitting): void {
  const {width, skin, hair, hairStyle, hairline, hairSlant, hairCurve, beard} = person;
  const covered = hairStyle === 'long' || hairStyle === 'scarf';
  for (const side of covered ? [] : SIDES) {
    const spots = around(canvas, [side * width * 0.98, -0.02], [0.17, 0.26]);
    for (let k = 0; k < spots.count; k++) {
      const [dx, dy, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
      const [q, r] = [dx / 0.13, dy / 0.22];
      paint(canvas, i, coverage(canvas, 0.11 * (1 - q * q - r * r)), skin * 0.85);
    }
  }
  const chin = 1 + drop;
  const volume = 1.12; // of the hair
  const [turnX, turnY] = place(0, -0.3); // the hairline turns with the face
  const spots = around(canvas, [0, -0.02], [1, 1.26]);
  for (let k = 0; k < spots.count; k++) {
    const [x, dy, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
    const y = dy - 0.02;
    const rest = headRest(x, y, person, chin);
    const inside = coverage(canvas, 0.42 * rest);
    const fx = x - turnX;
    const fy = y - (turnY + 0.3) * 0.6;
    if (inside > 0) {
      paint(canvas, i, inside, skin);
      if (rest > 0) canvas.relief[i] = 0.5 * (1 - (1 - rest) * (1 - rest));
      if (beard > 0) {
        const across = (fx / width) * (fx / width);
        const bearded = clamp((fy - 0.1 - 0.26 * (1 - across * across)) * 7);
        paint(canvas, i, inside * bearded * beard, hair);
      }
    }
    if (hairStyle === 'bald') continue;
    const edge = hairline + hairSlant * fx + hairCurve * fx * fx * fx * fx;
    const within =
      hairStyle === 'scarf' ? Math.max(0.28 - rest, hairline - fy) * 0.6 : Math.min(edge - fy, covered ? 9 : 0.1 - fy);
    const hairy = coverage(canvas, within);
    if (hairy === 0) continue;
    const crown = coverage(canvas, 0.42 * (inside < 1 ? headRest(x / volume, y / volume, person, chin) : 1));
    paint(canvas, i, crown * hairy, hair);
  }
}

/** 1 in the middle of the head, 0 on its outline, below 0 outside: an ellipse, partly squared, its jaw narrowed. */
function headRest(x: number, y: number, {width, jaw, squareness}: FacePerson, chin: number): number {
  const high = y < 0 ? y / 1.1 : y / chin;
  const narrowed = high > 0 ? 1 - jaw * high * high : 1;
  const wide = x / (width * Math.max(0.3, narrowed));
  const q = wide * wide;
  const r = high * high;
  return 1 - (1 - squareness) * (q + r) - squareness * (q * q + r * r);
}

/** Sockets, cheeks, chin and muzzle, in clay. */
export function modelFace({canvas, person, expression, cheek, drop, place}: Sitting): void {
  const {eyeDistance, age, mouthHeight} = person;
  const pout = Math.max(0, -expression.mouthCorner);
  const raise = (x: number, y: number, rx: number, ry: number, height: number): void => {
    const [px, py] = place(x, y);
    hill(canvas, [px, py], [rx, ry], height);
  };
  for (const side of SIDES) {
    raise(side * eyeDistance, -0.14, 0.28, 0.2, -0.06);
    raise(side * eyeDistance, -0.36 - 0.1 * expression.browRaise, 0.3, 0.14, 0.04);
    raise(side * 0.42, 0.22 - 0.07 * cheek, 0.28, 0.24, 0.05 + 0.1 * cheek);
    raise(side * 0.3, mouthHeight + 0.12, 0.16, 0.22, 0.03 * age + 0.05 * pout);
  }
  raise(0, mouthHeight, 0.4, 0.26, 0.06);
  raise(0, 0.85 + drop, 0.26, 0.18, 0.08 + 0.05 * pout);
  raise(0, mouthHeight + 0.19 + drop, 0.22, 0.1, -0.05);
}

/** Lines of age and of effort. */
export function drawFolds({canvas, person, expression, cheek, place}: Sitting): void {
  const {age, skin, eyeDistance, mouthHeight, mouthWidth, noseWidth} = person;
  const {browRaise, browSlant, browPinch, upperLipRaise, mouthCorner} = expression;
  const fold = ([x0, y0, x1, y1]: Line, depth: number): void => {
    if (depth < 0.02) return;
    const [fromX, fromY] = place(x0, y0);
    const [toX, toY] = place(x1, y1);
    const opacity = Math.min(0.75, depth);
    stroke(canvas, [fromX, fromY, toX, toY], {width: 0.07, tone: skin * 0.35, opacity, soft: true});
  };
  for (const y of [-0.66, -0.57]) {
    fold([-0.3, y, 0.3, y], 0.16 * age + Math.max(0, browRaise) * (0.12 + 0.4 * age));
    fold([-0.13, y - 0.01, 0.13, y - 0.01], Math.max(0, browSlant) * (0.1 + 0.3 * age));
  }
  const wing = noseWidth + 0.03;
  const corner = mouthWidth * (1 + 0.2 * cheek) + 0.06;
  const cheekFold = 0.08 + 0.22 * age + 0.3 * cheek + 0.4 * upperLipRaise;
  for (const side of SIDES) {
    fold([side * 0.06, -0.42, side * 0.05, -0.26], browPinch * (0.3 + 0.3 * age));
    fold([side * 0.03, -0.05, side * 0.12, -0.1], 0.5 * upperLipRaise);
    fold([side * 0.05, 0.03, side * 0.14, 0], 0.35 * upperLipRaise);
    fold([side * wing, 0.16 - 0.06 * upperLipRaise, side * corner, mouthHeight - 0.2], cheekFold);
    fold([side * corner, mouthHeight - 0.2, side * (corner + 0.05), mouthHeight - 0.03], cheekFold * 0.8);
    const [jowlX, jowl] = [mouthWidth + 0.03, 0.2 * age * age + 0.3 * Math.max(0, -mouthCorner)];
    fold([side * jowlX, mouthHeight + 0.08, side * (jowlX + 0.03), mouthHeight + 0.24], jowl);
    fold([side * (eyeDistance - 0.14), 0.03, side * (eyeDistance + 0.1), 0.06], 0.05 + 0.25 * age + 0.15 * cheek);
    for (const y of [-0.14, -0.08]) {
      fold([side * (eyeDistance + 0.24), y, side * (eyeDistance + 0.34), 1.8 * y + 0.06], age * (0.1 + 0.5 * cheek));
    }
  }
}
