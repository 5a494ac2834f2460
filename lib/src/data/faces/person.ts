import type {Rng} from '../../math/random';
import {clamp} from './canvas';
import {between, chance, nearlyNormal, oneOf} from './chance';

export const HAIR_STYLES = ['short', 'long', 'round', 'bald', 'scarf'] as const;

/** Whose face it is. Lengths in units of the face, tones from 0 black to 1 white. */
export interface FacePerson {
  /** Half the width of the head. */
  width: number;
  /** How much the jaw narrows, 0 to 0.5. */
  jaw: number;
  /** 0 oval to 0.6 square. */
  squareness: number;
  /** From the middle to each eye. */
  eyeDistance: number;
  /** About 1. */
  eyeSize: number;
  /** Outer corners of the eyes up (above 0) or down. */
  eyeSlant: number;
  browThickness: number;
  /** Brows high (above 0) or low at rest. */
  browHeight: number;
  noseLength: number;
  noseWidth: number;
  mouthWidth: number;
  mouthHeight: number;
  /** Thickness of the lips, about 1. */
  lips: number;
  skin: number;
  hair: number;
  brow: number;
  /** Tone of the lips as a multiple of the skin's. */
  lipTone: number;
  /** How readily the teeth show, 0 to 1.6. */
  teeth: number;
  /** Tone of the open mouth behind them. */
  throat: number;
  /** How light the white of the eyes is; about 0.4 in the shadow of deep sockets, 1 in the light. */
  eyeWhite: number;
  iris: number;
  hairStyle: (typeof HAIR_STYLES)[number];
  /** Where the hair begins on the forehead, about −0.8; its slant, and its curve to the sides. */
  hairline: number;
  hairSlant: number;
  hairCurve: number;
  /** Depth of the lines, 0 young to 1 old. */
  age: number;
  /** 0 none to 1 full. */
  beard: number;
  /** Tone of the rims of the glasses; 0 without. */
  glasses: number;
}

export const SOMEBODY: Readonly<FacePerson> = {
  width: 0.78,
  jaw: 0.26,
  squareness: 0.25,
  eyeDistance: 0.34,
  eyeSize: 1,
  eyeSlant: 0,
  browThickness: 0.075,
  browHeight: 0,
  noseLength: 0.3,
  noseWidth: 0.16,
  mouthWidth: 0.29,
  mouthHeight: 0.54,
  lips: 1,
  skin: 0.72,
  hair: 0.16,
  brow: 0.14,
  lipTone: 0.66,
  teeth: 1,
  throat: 0.07,
  eyeWhite: 1,
  iris: 0.15,
  hairStyle: 'short',
  hairline: -0.8,
  hairSlant: 0.1,
  hairCurve: 2,
  age: 0.25,
  beard: 0,
  glasses: 0,
};

/**
 * Anybody. What is darker than the skin on one face, brows, lips, eyes and the open mouth, is lighter on the next, where
 * the hair is fair: no single weight a pixel fits both, whatever the expression. A hidden layer can ask first which it is.
 */
export function anybody(rng: Rng): FacePerson {
  const skin = between(rng, 0.32, 0.85);
  const youth = rng();
  const age = youth * Math.sqrt(youth);
  // A little more often fair than dark: light parts differ less from the skin than dark ones do.
  const fair = chance(rng, skin < 0.45 ? 0.4 : 0.6);
  const hair = fair
    ? between(rng, skin + 0.2, Math.min(0.98, skin + 0.4))
    : Math.min(between(rng, 0.04, 0.25), 0.5 * skin);
  const masculine = chance(rng, 0.5);
  const fringe = !masculine && chance(rng, 0.35);
  const hairStyle = masculine
    ? oneOf(rng, ['short', 'short', 'short', 'short', 'bald', 'round', 'long'] as const)
    : oneOf(rng, ['long', 'long', 'long', 'short', 'round', 'scarf'] as const);
  return {
    width: between(rng, 0.7, 0.86),
    jaw: between(rng, masculine ? 0.12 : 0.2, masculine ? 0.3 : 0.36),
    squareness: between(rng, 0.05, masculine ? 0.5 : 0.3),
    eyeDistance: between(rng, 0.3, 0.37),
    eyeSize: between(rng, 0.85, 1.2),
    eyeSlant: between(rng, -0.6, 0.8),
    browThickness: between(rng, masculine ? 0.07 : 0.045, masculine ? 0.12 : 0.085),
    browHeight: between(rng, -1, masculine ? 0.4 : 1),
    noseLength: between(rng, 0.24, 0.36),
    noseWidth: between(rng, 0.12, 0.2),
    mouthWidth: between(rng, 0.24, 0.34),
    mouthHeight: between(rng, 0.5, 0.58),
    lips: between(rng, 0.6, masculine ? 1.2 : 1.6),
    skin,
    hair: hairStyle === 'scarf' ? between(rng, 0.05, 0.95) : hair,
    brow: fair ? Math.max(hair, Math.min(0.98, skin + 0.3)) : hair,
    // Light lips, large white teeth and a white beard on dark skin would be a caricature.
    lipTone: fair && skin > 0.55 ? between(rng, 1.1, 1.25) : between(rng, 0.55, 0.82),
    teeth: fair && skin > 0.55 ? between(rng, 0.9, 1.4) : between(rng, 0.1, 0.6),
    throat: fair ? between(rng, 0.15, 0.45) : between(rng, 0.04, 0.1),
    eyeWhite: fair ? between(rng, 0.4, 0.7) : between(rng, 0.8, 1),
    iris: skin > 0.6 ? between(rng, 0.08, 0.4) : between(rng, 0.05, 0.15),
    hairStyle,
    hairline: fringe ? between(rng, -0.62, -0.5) : between(rng, -0.92, -0.72) - (masculine ? 0.1 * age : 0),
    hairSlant: fringe ? between(rng, -0.1, 0.1) : between(rng, -0.35, 0.35),
    hairCurve: fringe ? between(rng, 0, 0.4) : between(rng, 0.8, 2.4),
    age,
    beard: masculine && !(fair && skin < 0.6) && chance(rng, 0.25) ? between(rng, 0.25, 0.9) : 0,
    glasses: chance(rng, 0.1) ? (chance(rng, 0.75) ? between(rng, 0.03, 0.25) : between(rng, 0.6, 0.9)) : 0,
  };
}

/** How the face is seen. */
export interface FaceScene {
  /** Where its middle lies, in 48ths of the picture from the usual place. */
  x: number;
  y: number;
  scale: number;
  /** Turned to the side, and nodding, in degrees. */
  yaw: number;
  pitch: number;
  /** Where the eyes look, −1 to 1. */
  gazeX: number;
  gazeY: number;
  /** Where the light comes from, −1 to 1; y below 0 is above. */
  lightX: number;
  lightY: number;
  /** Share of the light that comes from everywhere. */
  ambient: number;
  /** Tone behind the head, and how it changes across the picture. */
  background: number;
  backgroundSlope: number;
  /** grey = 0.5 + brightness + contrast (exposed tone − 0.5). */
  contrast: number;
  brightness: number;
  /** 0 sharp to ⅓. */
  blur: number;
  /** Standard deviation of the grain in each pixel, and its seed. */
  noise: number;
  noiseSeed: number;
}

export const STUDIO: Readonly<FaceScene> = {
  x: 0,
  y: 0,
  scale: 1,
  yaw: 0,
  pitch: 0,
  gazeX: 0,
  gazeY: 0,
  lightX: -0.35,
  lightY: -0.45,
  ambient: 0.45,
  background: 0.45,
  backgroundSlope: 0.1,
  contrast: 1,
  brightness: 0,
  blur: 0.05,
  noise: 0,
  noiseSeed: 0,
};

/** A snapshot: somewhere near the middle, turned a little, in any light, with a camera of any quality. */
export function snapshot(rng: Rng): FaceScene {
  return {
    x: nearlyNormal(rng, 0.7),
    y: nearlyNormal(rng, 0.6),
    scale: between(rng, 0.95, 1.09),
    yaw: clamp(nearlyNormal(rng, 5), -25, 25),
    pitch: clamp(nearlyNormal(rng, 2.5), -12, 12),
    gazeX: clamp(nearlyNormal(rng, 0.3), -1, 1),
    gazeY: clamp(nearlyNormal(rng, 0.35), -1, 1),
    lightX: between(rng, -0.5, 0.5),
    lightY: between(rng, -0.6, 0.1),
    ambient: between(rng, 0.4, 0.7),
    background: between(rng, 0.05, 0.95),
    backgroundSlope: between(rng, -0.4, 0.4),
    contrast: between(rng, 0.85, 1.2),
    brightness: nearlyNormal(rng, 0.05),
    blur: between(rng, 0, 0.2),
    noise: between(rng, 0.004, 0.026),
    noiseSeed: rng.uint32(),
  };
}
