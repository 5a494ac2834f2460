import type * as tf from '@tensorflow/tfjs-node';

/**
 * Each layer has to see the one before it and nothing else. A sum of two branches is no network of ours.
 *
 * @throws {TypeError} If it isn't so.
 */
export function checkChain({layers, inputs, outputs}: tf.LayersModel): void {
  const only = (tensors: unknown): unknown => (Array.isArray(tensors) && tensors.length === 1 ? tensors[0] : tensors);
  let before = only(inputs);
  for (const layer of layers) {
    if (layer.inboundNodes.length !== 1 || only(layer.input) !== before) {
      throw new TypeError(`layer "${layer.name}" must see the layer before it and nothing else`);
    }
    before = only(layer.output);
  }
  if (only(outputs) !== before) throw new TypeError('the model must answer with what its last layer gives');
}
