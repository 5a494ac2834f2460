/** How exactly a model computes: with floats of 64 or of 32 bits. */
import {received} from './received';

/** 'float64' keeps 16 digits of a number, 'float32' 7 in half the memory. */
export type Dtype = 'float64' | 'float32';

/** Numbers to compute with, of one kind or the other. */
export type Floats = Float64Array | Float32Array;

/** An array of the one kind or the other. */
export type FloatsOf<D extends Dtype> = D extends 'float32' ? Float32Array : Float64Array;

/** What makes arrays of them. */
export type FloatsConstructor = Float64ArrayConstructor | Float32ArrayConstructor;

const constructors: Record<Dtype, FloatsConstructor> = {float64: Float64Array, float32: Float32Array};

/** @throws {RangeError} If the value is no dtype. */
export function checkDtype(value: Dtype): void {
  if (!Object.hasOwn(constructors, value)) {
    throw new RangeError(`dtype must be 'float64' or 'float32', got ${received(value)}`);
  }
}

/** Zeros of 64 bits. */
export function float64s(length: number): Float64Array {
  return new Float64Array(length);
}

export function constructorOf(dtype: Dtype): FloatsConstructor {
  return constructors[dtype];
}
