/** The parts of a face that move: nose, eyes, brows and mouth; and the glasses before them. */
import {around, clamp, coverage, hill, paint, stroke, type Line, type Place} from './canvas';
import {SIDES, type Sitting} from './head';

export function drawNose({canvas, person, expression, place}: Sitting): void {
  const {noseLength, noseWidth, skin} = person;
  const {upperLipRaise} = expression;
  const tip = -0.08 + noseLength - 0.03 * upperLipRaise;
  const at = (x: number, y: number, lift: number): Place => {
    const [px, py] = place(x, y, lift);
    return [px, py];
  };
  hill(canvas, at(0, tip - noseLength / 2, 0.08), [0.12, noseLength * 0.9], 0.1);
  hill(canvas, at(0, tip, 0.2), [noseWidth, 0.14], 0.15);
  const flare = 0.01 * upperLipRaise;
  for (const side of SIDES) {
    const [x, y] = at(side * noseWidth * 0.62, tip + 0.05, 0.1);
    hill(canvas, [x, y], [0.1, 0.1], 0.06);
    const nostril: Line = [x - side * 0.03, y + 0.045, x + side * (0.01 + flare), y + 0.04];
    stroke(canvas, nostril, {width: 0.045 + flare, tone: skin * 0.2, opacity: 0.65});
    const wing: Line = [x + side * 0.06, y - 0.04, x + side * (0.065 + flare), y + 0.03];
    stroke(canvas, wing, {width: 0.03, tone: skin * 0.45, opacity: 0.35});
  }
}

/** One eye: white, iris with a glint, lids and lashes. */
export function drawEye({canvas, person, expression, scene, cheek, place}: Sitting, side: number): void {
  const {eyeOpening, browSlant, upperLipRaise} = expression;
  const {eyeSize, eyeSlant, skin} = person;
  const [x, y, squeeze] = place(side * person.eyeDistance, -0.14);
  const half = 0.19 * eyeSize * squeeze;
  const narrowed = Math.min(0, eyeOpening);
  const wide = Math.max(0, eyeOpening);
  const upper = 0.1 * eyeSize * (1 + 0.6 * wide + 0.95 * narrowed);
  const lower = 0.065 * eyeSize * (1 + 0.35 * wide + 0.9 * narrowed) * (1 - 0.5 * cheek - 0.4 * upperLipRaise);
  const radius = 0.088 * eyeSize;
  const white = person.eyeWhite * (0.35 + 0.55 * Math.sqrt(skin));
  const lash = Math.min(0.12, skin * 0.3);
  const spots = around(canvas, [x, y], [1.08 * half + 0.02, 0.27]);
  for (let k = 0; k < spots.count; k++) {
    const [dx, dy, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
    const t = dx / half;
    if (t * t > 1.15) continue;
    const inward = -side * t;
    const arc = Math.max(0, 1 - t * t);
    const v = dy - 0.06 * eyeSlant * inward;
    const top = -upper * arc * (1 + 0.4 * browSlant * inward);
    const bottom = lower * arc;
    const open = coverage(canvas, Math.min(v - top, bottom - v)) * clamp(8 * arc);
    paint(canvas, i, open, white * (v - top < 0.03 ? 0.8 : 1)); // in the shadow of the lid
    const [ix, iy] = [dx - scene.gazeX * 0.07, dy + 0.015 - scene.gazeY * 0.04];
    const distance = Math.sqrt(ix * ix + iy * iy);
    paint(canvas, i, open * coverage(canvas, radius - distance), person.iris * (distance > radius * 0.5 ? 1 : 0.2));
    const [gx, gy] = [ix + radius * 0.4, iy + radius * 0.4];
    paint(canvas, i, open * coverage(canvas, radius * 0.45 - Math.sqrt(gx * gx + gy * gy)) * 0.9, 1);
    const lashes = coverage(canvas, 0.022 * (1 + 0.5 * arc) - Math.abs(v - top + 0.012));
    paint(canvas, i, lashes * 0.85 * clamp(8 * (1.15 - t * t)), lash);
    paint(canvas, i, coverage(canvas, 0.012 - Math.abs(v - bottom - 0.01)) * 0.35, skin * 0.4);
    const crease = coverage(canvas, 0.013 - Math.abs(v - top + 0.075 - 0.03 * narrowed));
    paint(canvas, i, crease * 0.3 * clamp(3 * arc), skin * 0.35);
  }
}

export function drawBrow({canvas, person, expression, place}: Sitting, side: number): void {
  const {browRaise, browSlant, browPinch} = expression;
  const lifted = browRaise > 0 ? 0.17 * browRaise : 0.1 * browRaise;
  const inner = person.eyeDistance + 0.02 - 0.06 * browPinch;
  const [x, y, squeeze] = place(side * inner, -0.35 - 0.06 * person.browHeight - lifted);
  const half = 0.25 * squeeze;
  const arch = 0.05 * (1 - 0.5 * Math.abs(browSlant)) + 0.02 * Math.max(0, browRaise);
  const spots = around(canvas, [x, y], [1.1 * half, 0.25]);
  for (let k = 0; k < spots.count; k++) {
    const [dx, dy, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
    const t = dx / half;
    if (t * t > 1.2) continue;
    const inward = -side * t;
    const middle = -arch * (1 - t * t) - browSlant * (0.1 * inward + 0.015);
    const tapered = inward > -0.2 ? 1 : Math.max(0.35, 1 + 0.8 * (inward + 0.2));
    const ends = coverage(canvas, (1 - t * t) * half * 0.5);
    const inside = coverage(canvas, (person.browThickness / 2) * tapered - Math.abs(dy - middle) * 0.93);
    paint(canvas, i, inside * ends * 0.9, person.brow);
  }
}

/** Lips, the opening between them with teeth and tongue, and the corners. */
export function drawMouth({canvas, person, expression, cheek, place}: Sitting): void {
  const {mouthCorner, mouthOpening, upperLipRaise, lipStretch} = expression;
  const {skin, lips} = person;
  const [x, y, squeeze] = place(0, person.mouthHeight, 0.06);
  const opened = Math.max(0, mouthOpening);
  const pressed = Math.max(0, -mouthOpening);
  const stretched = (lipStretch > 0 ? 0.3 : 0.32) * lipStretch;
  const half = person.mouthWidth * squeeze * (1 + stretched + 0.25 * cheek - 0.06 * pressed);
  const round = clamp(-lipStretch) * opened;
  const gapUp = 0.06 * opened + 0.07 * upperLipRaise + 0.09 * round;
  const gapDown = 0.34 * opened * (1 - 0.25 * Math.max(0, lipStretch)) + 0.015 * upperLipRaise;
  const boxy = clamp(0.15 + 0.7 * lipStretch + 0.4 * upperLipRaise);
  const thin = (1 - 0.75 * pressed) * (1 - 0.3 * cheek);
  const lipUp = 0.062 * lips * thin;
  const lipDown = 0.088 * lips * thin;
  const teeth = clamp(0.3 + 0.5 * lipStretch + 0.6 * cheek + 0.5 * upperLipRaise) * 0.12 * person.teeth;
  const white = 0.5 + 0.45 * skin; // of the teeth; brighter ones on dark skin would be a caricature
  const seamOpacity = person.lipTone > 1 ? 0.4 : 0.8;
  const spots = around(canvas, [x, y + 0.12], [1.12 * half, 0.42]);
  for (let k = 0; k < spots.count; k++) {
    const [dx, down, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
    const t = dx / half;
    const square = t * t;
    if (square > 1.25) continue;
    const dy = down + 0.12;
    const arc = Math.max(0, 1 - square);
    const oval = Math.max(0, 1 - square * (1 - boxy) - square * square * boxy);
    const shape = round * Math.sqrt(arc) + (1 - round) * oval;
    const middle = -0.18 * mouthCorner * (square - 0.4);
    const top = middle - gapUp * shape;
    const bottom = middle + gapDown * shape;
    const bow = 1 - 0.35 * Math.max(0, 1 - square * 25); // the dip under the nose
    const outer = coverage(canvas, Math.min(dy - top + lipUp * bow * shape, bottom + lipDown * shape - dy));
    const lit = dy > bottom ? 1.12 : 0.92; // the lower lip catches the light
    paint(canvas, i, outer * clamp(6 * arc) * 0.85, skin * person.lipTone * lit);
    const inside = coverage(canvas, Math.min(dy - top, bottom - dy)) * clamp(6 * arc);
    if (gapUp + gapDown > 0.015) {
      paint(canvas, i, inside, person.throat);
      paint(canvas, i, inside * coverage(canvas, teeth - (dy - top)), white);
      if (lipStretch > 0.3) paint(canvas, i, inside * coverage(canvas, 0.05 * lipStretch - (bottom - dy)), 0.85 * white);
      const tongue = opened > 0.3 ? coverage(canvas, 0.1 - (bottom - dy) - 0.4 * square) : 0;
      paint(canvas, i, inside * tongue * 0.8, 0.18 + 0.18 * skin);
    }
    const seam = coverage(canvas, 0.018 + 0.006 * pressed - Math.abs(dy - top)) * (1 - inside * 0.6);
    paint(canvas, i, seam * seamOpacity * clamp(5 * (1.1 - square)), skin * 0.22);
  }
  const cornerY = y - 0.108 * mouthCorner;
  for (const side of SIDES) {
    const corner: Line = [x + side * half, cornerY, x + side * (half + 0.03), cornerY - 0.05 * mouthCorner];
    stroke(canvas, corner, {width: 0.05, tone: skin * 0.3, opacity: 0.35 + 0.3 * Math.abs(mouthCorner)});
  }
}

export function drawGlasses({canvas, person, place}: Sitting): void {
  const rim = person.glasses;
  for (const side of SIDES) {
    const [x, y, squeeze] = place(side * person.eyeDistance, -0.12, 0.08);
    const rx = 0.27 * squeeze;
    const spots = around(canvas, [x, y], [0.33, 0.27]);
    for (let k = 0; k < spots.count; k++) {
      const [dx, dy, i] = [spots.dx[k], spots.dy[k], spots.pixel[k]];
      const [q, r] = [(dx / rx) * (dx / rx), (dy / 0.22) * (dy / 0.22)];
      const edge = (1 - Math.sqrt(Math.sqrt(q * q + r * r))) * 0.24;
      paint(canvas, i, coverage(canvas, 0.022 - Math.abs(edge)), rim);
      paint(canvas, i, coverage(canvas, edge) * 0.07 * (dx + dy < 0 ? 2 : 0.5), 1); // a reflection
    }
    const [templeX, templeY] = place(side * person.width * 0.98, -0.14);
    stroke(canvas, [x + side * rx, y - 0.05, templeX, templeY - 0.05], {width: 0.04, tone: rim, opacity: 0.8});
  }
  const [x, y] = place(0, -0.15, 0.12);
  stroke(canvas, [x - 0.08, y, x + 0.08, y], {width: 0.045, tone: rim, opacity: 1});
}
