/** Multilayer perceptrons as plain data: their own options, the labels, and the network with all the rest. */
import {checkVector} from '../math/checks';
import type {VectorLike} from '../math/matrix';
import {received} from '../math/received';
import type {Activation} from '../neurons/activations';
import type {MlpClassifier, MlpClassifierOptions} from './mlpClassifier';
import type {Network} from './network';
import {fieldsOf, objectOf} from './networkJson';
import {activations, byName, nameOf} from './recipes';

const FORMAT = 'neurons/mlp-classifier';
/** Counts up when the form changes, so that no reader takes one for another. */
const VERSION = 1;

export function mlpToJson(model: MlpClassifier, classes: Float64Array, network: Network): object {
  const {hiddenLayers, activation, earlyStopping} = model;
  return {
    format: FORMAT,
    version: VERSION,
    hiddenLayers,
    activation: nameOf(activations, activation, 'the activation'),
    ...(earlyStopping && {earlyStopping}),
    classes: Array.from(classes),
    network: network.toJSON(),
  };
}

/**
 * The parts of a description. The options are checked where the model is made, and the network where that is made.
 *
 * @throws {RangeError} If the description is of another version, or the labels are not two or more in rising order.
 * @throws {TypeError} If it is none, or one of its parts isn't.
 */
export function mlpFromJson(json: unknown): {options: MlpClassifierOptions; classes: Float64Array; network: unknown} {
  const fields = fieldsOf(json, 'json', FORMAT, VERSION);
  const {hiddenLayers, earlyStopping} = fields as MlpClassifierOptions;
  if (hiddenLayers === undefined) throw new TypeError('hiddenLayers must be there, got undefined'); // and not its default
  const activation = byName(activations, fields.activation, 'activation') as Activation;
  const classes = checkVector(fields.classes as VectorLike, 'classes');
  if (classes.length < 2) throw new RangeError(`classes must hold at least two labels, got ${classes.length}`);
  const fallen = classes.findIndex((label, k) => k > 0 && label <= classes[k - 1]);
  if (fallen >= 0) {
    throw new RangeError(`classes must hold labels in rising order, got ${classes[fallen]} at index ${fallen}`);
  }
  const network = objectOf(fields.network, 'network');
  // A classifier draws its weights; the next fit would forget these.
  if (network.start !== undefined)
    throw new TypeError(`network.start must be left out, got ${received(network.start)}`);
  return {options: {hiddenLayers, activation, earlyStopping}, classes, network};
}

/**
 * Looks whether two networks are of the same make, whatever their weights.
 *
 * @throws {RangeError} If they are not; the message names the first part that differs.
 */
export function checkNetworkFits(network: Network, expected: Network): void {
  const [got, wanted] = [partsOf(network), partsOf(expected)];
  for (const part of Object.keys({...wanted, ...got})) {
    if (got[part] === wanted[part]) continue;
    throw new RangeError(`network.${part} must be ${received(wanted[part])}, got ${received(got[part])}`);
  }
}

function partsOf({layers, loss, init}: Network): Record<string, unknown> {
  const parts: Record<string, unknown> = {'layers.length': layers.length};
  layers.forEach(({units, activation, bias}, l) => {
    parts[`layers[${l}].units`] = units;
    parts[`layers[${l}].activation`] = activation.name;
    parts[`layers[${l}].bias`] = bias;
  });
  return {...parts, loss: loss.name, init};
}
