import type {Exercise} from './exercise';
import {perceptronExercises} from './03-perceptron';

/** Every exercise of the course, lesson by lesson. */
export const EXERCISES: readonly Exercise[] = [...perceptronExercises];
