import type {Exercise} from './exercise';
import {startExercises} from './00-start-here';
import {oneNeuronExercises} from './01-one-neuron';
import {activationExercises} from './02-activations';
import {perceptronExercises} from './03-perceptron';
import {gradientDescentExercises} from './04-gradient-descent';
import {logisticRegressionExercises} from './05-logistic-regression';
import {forwardPropagationExercises} from './06-forward-propagation';
import {backpropagationExercises} from './07-backpropagation';
import {softmaxExercises} from './08-softmax';
import {onlineStoreExercises} from './09-online-store';
import {tensorflowExercises} from './10-tensorflow';
import {webLogExercises} from './11-web-log-bots';
import {facesExercises} from './12-faces';

/** Every exercise of the course, lesson by lesson. */
export const EXERCISES: readonly Exercise[] = [
  ...startExercises,
  ...oneNeuronExercises,
  ...activationExercises,
  ...perceptronExercises,
  ...gradientDescentExercises,
  ...logisticRegressionExercises,
  ...forwardPropagationExercises,
  ...backpropagationExercises,
  ...softmaxExercises,
  ...onlineStoreExercises,
  ...tensorflowExercises,
  ...webLogExercises,
  ...facesExercises,
];
