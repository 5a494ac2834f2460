import * as tf from '@tensorflow/tfjs-node';
import {Matrix, type VectorLike} from '../math/matrix';

/** Pictures that are judged at a time: more of them would only take memory. */
const AT_ONCE = 256;

export interface PredictPicturesOptions {
  /** Asks for each picture in the mirror, too, and takes the mean of the two answers. @default false */
  mirror?: boolean;
}

/**
 * What a TensorFlow.js model says of pictures. It frees all the memory that it takes.
 *
 * @param model - From pictures, shape (side, side, 1), to a row of numbers, such as the probability of each class.
 * @param X - Grey bytes, which the model gets divided by 255. Shape (pictures, side · side).
 * @returns Shape (pictures, outputs).
 * @throws {RangeError} If the pictures don't have the size that the model takes, or it answers with anything but a row.
 * @example
 * predictPictures(model, faces.pixels).row(0); // the seven probabilities of the first face
 */
export function predictPictures(
  model: tf.LayersModel,
  X: Matrix<Uint8Array>,
  {mirror = false}: PredictPicturesOptions = {},
): Matrix {
  checkPictures(model, X, {name: 'X'});
  const outputs = model.outputShape[1] as number;
  const said = new Matrix(X.rows, outputs);
  for (let start = 0; start < X.rows; start += AT_ONCE) {
    const rows = Array.from({length: Math.min(AT_ONCE, X.rows - start)}, (_, k) => X.row(start + k));
    const answers = tf.tidy(() => {
      const pictures = pictureTensor(rows);
      const answer = model.predict(pictures) as tf.Tensor;
      if (!mirror) return answer.dataSync();
      const mirrored = model.predict(pictures.reverse(2)) as tf.Tensor;
      return answer.add(mirrored).div(2).dataSync();
    });
    said.data.set(answers, start * outputs);
  }
  return said;
}

/** Bytes, divided by 255. Shape (pictures, side, side, 1). */
export function pictureTensor(pictures: readonly Uint8Array[]): tf.Tensor4D {
  const side = Math.sqrt(pictures[0].length);
  const shares = new Float32Array(pictures.length * side * side);
  pictures.forEach((picture, k) => picture.forEach((byte, i) => (shares[k * side * side + i] = byte / 255)));
  return tf.tensor4d(shares, [pictures.length, side, side, 1]);
}

/**
 * @throws {RangeError} If pictures, or the labels that go with them, don't fit the model.
 */
export function checkPictures(
  model: tf.LayersModel,
  X: Matrix<Uint8Array>,
  {y, name}: {y?: VectorLike; name: string},
): void {
  const [, height, width, channels] = model.inputs[0].shape;
  if (model.inputs.length !== 1 || model.inputs[0].shape.length !== 4 || channels !== 1) {
    throw new RangeError(`the model must take pictures of shape (side, side, 1), got ${told(model.inputs[0].shape)}`);
  }
  if (X.columns !== height! * width!) {
    throw new RangeError(`${name} has pictures of ${X.columns} pixels, but the model takes ${height} × ${width}`);
  }
  const answer = model.outputs.length === 1 ? model.outputs[0].shape : [];
  if (answer.length !== 2) {
    const got = model.outputs.map(({shape}) => told(shape)).join(' and ');
    throw new RangeError(`the model must answer with one row of numbers, got ${got}`);
  }
  if (!y) return;
  if (X.rows === 0) throw new RangeError(`${name} must have at least one picture, got none`);
  if (y.length !== X.rows) throw new RangeError(`${name} has ${X.rows} pictures, but ${y.length} labels`);
  const classes = model.outputShape[1] as number;
  for (let i = 0; i < y.length; i++) {
    if (Number.isInteger(y[i]) && y[i] >= 0 && y[i] < classes) continue;
    throw new RangeError(`labels must be whole numbers from 0 to ${classes - 1}, got ${y[i]} at index ${i}`);
  }
}

function told(shape: readonly (number | null)[]): string {
  return `(${shape.slice(1).join(', ')})`;
}
