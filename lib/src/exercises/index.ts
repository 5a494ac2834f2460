import type {Exercise} from './exercise';
import {oneNeuronExercises} from './01-one-neuron';
import {perceptronExercises} from './03-perceptron';

/** Every exercise of the course, lesson by lesson. */
export const EXERCISES: readonly Exercise[] = [...oneNeuronExercises, ...perceptronExercises];
