import {createRng} from '../math/random';
import {received} from '../math/received';
import {FACE_SIDE} from './faceSet';
import {blur, clamp, createCanvas, light, type Canvas} from './faces/canvas';
import {grain, sineAndCosine} from './faces/chance';
import {AT_REST, FACE_SLIDERS, type FaceExpression} from './faces/expressions';
import {drawBrow, drawEye, drawGlasses, drawMouth, drawNose} from './faces/features';
import {drawBackdrop, drawFolds, drawHead, modelFace, SIDES, type Sitting} from './faces/head';
import {HAIR_STYLES, SOMEBODY, STUDIO, type FacePerson, type FaceScene} from './faces/person';

export interface DrawFaceOptions {
  /** What its muscles do; what isn't named is at rest. @default all of them at rest */
  expression?: Partial<FaceExpression>;
  /** Whose face it is; what isn't named is as usual. */
  person?: Partial<FacePerson>;
  /** How it is seen: place, light, camera. */
  scene?: Partial<FaceScene>;
  /** Pixels a side, a whole number from 8 to 1024. @default 48 */
  size?: number;
}

/** From the plane of the picture to the middle of the face. */
const DEPTH = 0.62;

/**
 * A drawn face, as its muscles move it: grey bytes, row by row from the top. Shape (size · size).
 *
 * Its parts are painted and modelled in clay from back to front; then comes the light, and last the camera with blur,
 * contrast and grain. The same options give the same bytes on every machine.
 *
 * @throws {RangeError} If an option is unknown or no finite number, a slider is out of its range (`FACE_SLIDERS`), or lengths
 *   and tones are such that no picture comes of them: a scale of 0, a black below black.
 * @example
 * drawFace({expression: {mouthCorner: 1}, person: {skin: 0.5}}).length; // 2304, of a smile
 */
export function drawFace(options: DrawFaceOptions = {}): Uint8Array {
  const {size = FACE_SIDE, expression: shown, person: who, scene: seen, ...unknown} = options;
  const [stray] = Object.keys(unknown);
  if (stray !== undefined) {
    throw new RangeError(`options must be among expression, person, scene and size, got ${received(stray)}`);
  }
  if (!Number.isInteger(size) || size < 8 || size > 1024) {
    throw new RangeError(`size must be a whole number from 8 to 1024, got ${received(size)}`);
  }
  const expression = complete('expression', AT_REST, shown);
  for (const {name, min, max} of FACE_SLIDERS) {
    const value = expression[name];
    if (value < min || value > max) throw new RangeError(`${name} must lie between ${min} and ${max}, got ${value}`);
  }
  const person = complete('person', SOMEBODY, who);
  if (!HAIR_STYLES.includes(person.hairStyle)) {
    throw new RangeError(`hairStyle must be one of ${HAIR_STYLES.join(', ')}, got ${received(person.hairStyle)}`);
  }
  const scene = complete('scene', STUDIO, seen);
  const pixel = size / FACE_SIDE;
  const middle = [(24 + scene.x) * pixel, (23.5 + scene.y) * pixel] as const;
  const canvas = createCanvas(size, 23.5 * pixel * scene.scale, middle, expression.headTilt);
  const sitting: Sitting = {
    canvas,
    expression,
    person,
    scene,
    cheek: Math.max(0, expression.mouthCorner),
    drop: 0.16 * Math.max(0, expression.mouthOpening),
    place: placing(person, scene),
  };
  drawBackdrop(sitting);
  drawHead(sitting);
  modelFace(sitting);
  drawFolds(sitting);
  drawNose(sitting);
  drawMouth(sitting);
  for (const side of SIDES) {
    drawEye(sitting, side);
    drawBrow(sitting, side);
  }
  if (person.glasses > 0) drawGlasses(sitting);
  light(canvas, [scene.lightX, scene.lightY], scene.ambient);
  if (scene.blur > 0) blur(canvas, scene.blur);
  return develop(canvas, scene);
}

/** All options of a group: those given, and the usual ones. */
function complete<T extends object>(group: string, usual: Readonly<T>, given: Partial<T> = {}): T {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(usual, name)) {
      throw new RangeError(`${group} must have only ${Object.keys(usual).join(', ')}, got ${received(name)}`);
    }
    if (typeof usual[name as keyof T] === 'number' && !Number.isFinite(value)) {
      throw new RangeError(`${name} must be a finite number, got ${received(value)}`);
    }
  }
  return {...usual, ...given};
}

/** The turn of the head: a point on an ellipsoid, seen from the front. */
function placing({width}: FacePerson, {yaw, pitch}: FaceScene): Sitting['place'] {
  const [sinYaw, cosYaw] = sineAndCosine(yaw);
  const [sinPitch, cosPitch] = sineAndCosine(pitch);
  return (x, y, lift = 0) => {
    const across = x / width / 1.15;
    const rest = Math.sqrt(Math.max(0.1, 1 - across * across - 0.5 * y * y));
    const z = DEPTH * rest + lift;
    const squeeze = cosYaw - (sinYaw * DEPTH * x) / (rest * width * width * 1.3);
    return [x * cosYaw + z * sinYaw, y * cosPitch + z * sinPitch, clamp(squeeze, 0.55, 1.25)];
  };
}

/**
 * The camera: exposed half-way towards a mean of 0.5, then contrast, brightness and grain, as bytes. It measures the
 * middle of the picture: by a bright background a dark face would come out black.
 */
function develop({tone, size}: Canvas, {contrast, brightness, noise, noiseSeed}: FaceScene): Uint8Array {
  const bits = noise > 0 ? createRng(noiseSeed).uint32 : () => 0;
  const [from, to] = [Math.floor(size / 4), Math.ceil((3 * size) / 4)];
  let sum = 0;
  for (let row = from; row < to; row++) {
    for (let column = from; column < to; column++) sum += tone[row * size + column];
  }
  const mean = sum / ((to - from) * (to - from));
  if (!(mean >= 0)) throw new RangeError(`person and scene must give tones of 0 or more on the whole, got ${mean}`);
  const exposure = clamp(Math.sqrt(0.5 / mean), 0.75, 1.8);
  const bytes = new Uint8Array(tone.length);
  for (let i = 0; i < bytes.length; i++) {
    const grey = 0.5 + brightness + contrast * (exposure * tone[i] - 0.5) + (noise > 0 ? noise * grain(bits()) : 0);
    bytes[i] = Math.floor(clamp(grey) * 255 + 0.5);
  }
  return bytes;
}
