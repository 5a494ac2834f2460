import type {Exercise} from './exercise';
import {oneNeuronExercises} from './01-one-neuron';
import {activationExercises} from './02-activations';
import {perceptronExercises} from './03-perceptron';

/** Every exercise of the course, lesson by lesson. */
export const EXERCISES: readonly Exercise[] = [...oneNeuronExercises, ...activationExercises, ...perceptronExercises];
