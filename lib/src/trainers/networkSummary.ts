import type {Network} from './network';

/** The layers of a network as a table, one a line. */
export function networkSummary({inputs, layers, loss, optimizer}: Network): string {
  const rows = layers.map(({units, activation, weights, biases}, l) => {
    const shape = `${weights.rows} × ${weights.columns}`;
    const parameters = weights.data.length + (biases?.length ?? 0);
    return [l + 1, units, activation.name, shape, biases?.length ?? '–', parameters].map(String);
  });
  const heads = ['layer', 'units', 'activation', 'weights', 'biases', 'parameters'];
  const widths = heads.map((head, c) => Math.max(head.length, ...rows.map((row) => row[c].length)));
  const table = [heads, ...rows].map((row) => row.map((text, c) => text.padStart(widths[c])).join('  '));
  const all = rows.reduce((sum, row) => sum + Number(row[5]), 0);
  return [`${inputs} inputs`, ...table, `${all} parameters, learned by ${optimizer.name} from ${loss.name}`].join('\n');
}
