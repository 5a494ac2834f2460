import type {EpochLog} from './classifier';
import {fillLayers, type DenseLayer} from './parameters';

/** The best epoch of a fit so far: the first of those with the lowest loss on the validation rows. */
export interface Best {
  /** Takes note of an epoch and its layers. Whether the validation loss has now failed to fall for long enough. */
  look(log: EpochLog, layers: readonly DenseLayer[]): boolean;
  /** Fills these layers with the weights of the best epoch. */
  restore(layers: readonly DenseLayer[]): void;
}

/** @param patience - For how many epochs in a row the validation loss may fail to fall. */
export function keepBest(patience: number): Best {
  let best: {epoch: number; loss: number; layers: readonly DenseLayer[]} | undefined;
  return {
    look({epoch, valLoss}, layers) {
      const loss = Number.isFinite(valLoss) ? valLoss! : Infinity;
      // No later epoch writes to layers that were handed out, so these need no copy.
      if (!best || loss < best.loss) best = {epoch, loss, layers};
      return epoch - best.epoch >= patience;
    },
    restore(layers) {
      if (best) fillLayers(layers, best.layers, 'layers');
    },
  };
}
